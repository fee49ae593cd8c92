"""Write a page of each algorithm, from what the algorithm says of itself: docs/*.md.

Run with QGIS's Python: `python3 tools/pages.py`. A test holds that they are up to date.
"""

from __future__ import annotations

import re
import shlex
import textwrap

from checkout import ROOT
from in_qgis import provider
from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterNumber

DOCS = ROOT / "docs"
KINDS = {
    "band": "band",
    "boolean": "true or false",
    "coordinateoperation": "PROJ pipeline",
    "crs": "coordinate system",
    "extent": "extent",
    "file": "file",
    "fileDestination": "file to write",
    "raster": "raster",
    "rasterDestination": "raster to write",
    "sink": "vector layer to write",
    "source": "polygon layer",
    "string": "text",
    "outputHtml": "HTML file",
    "outputNumber": "number",
    "outputString": "text",
    "outputBoolean": "true or false",
    "outputVector": "vector layer",
}
"""QGIS's type of a parameter or output -> ours."""
FILES = {
    "file": ".points",
    "fileDestination": ".html",
    "raster": ".tif",
    "rasterDestination": ".tif",
    "source": ".gpkg",
    "sink": ".gpkg",
}
"""Type of a parameter -> suffix of the file that stands for it in an example."""
INSTEAD = ("GLT_RASTER",)
"""Parameters that stand in place of others, which an example has."""
FLAGS = QgsProcessingParameterDefinition.Flag


def page(algorithm) -> str:
    """Return the page of an algorithm as Markdown."""
    definitions = algorithm.parameterDefinitions()
    simple = [d for d in definitions if not d.flags() & FLAGS.FlagAdvanced]
    advanced = [d for d in definitions if d.flags() & FLAGS.FlagAdvanced]
    parts = [
        "<!-- Made by tools/pages.py of what the algorithm says of itself. -->",
        f"# {algorithm.displayName()}",
        f"`{algorithm.id()}`, in the toolbox under *GridR ▸ {algorithm.group()}*.",
        f"![The form](pictures/{algorithm.name()}.png)",
        markdown(about(algorithm)),
        "## Parameters",
        table(simple),
    ]
    if advanced:
        picture = f"![The unfolded form](pictures/{algorithm.name()}_advanced.png)"
        parts += ["### Advanced parameters", table(advanced), picture]
    parts += ["## Results", results(algorithm)]
    parts += ["## In a terminal", f"```sh\n{command(algorithm, simple)}\n```"]
    return "\n\n".join(parts) + "\n"


def about(algorithm) -> str:
    """Return HTML of what an algorithm does; models have it in their help only."""
    form = hasattr(algorithm, "about")
    return algorithm.about() if form else algorithm.shortHelpString()


def markdown(html: str) -> str:
    """Return Markdown of the few elements that the algorithms' help has."""
    marks = {"b": "**", "strong": "**", "i": "*", "code": "`"}
    for element, mark in marks.items():
        html = re.sub(f"</?{element}>", mark, html)
    return "\n\n".join(
        f"## {text}" if element == "h3" else _filled(text, 88)
        for element, text in re.findall(r"<(h3|p)>(.*?)</\1>", " ".join(html.split()))
    )


def table(definitions) -> str:
    """Return a table of parameters."""
    rows = [
        [d.description(), f"`{d.name()}`", kind(d), default(d), d.help()]
        for d in definitions
    ]
    return _table(["parameter", "name", "type", "default", "meaning"], rows)


def results(algorithm) -> str:
    """Return a table of what an algorithm returns."""
    rows = [
        [output.description(), f"`{output.name()}`", KINDS.get(output.type(), "raster")]
        for output in algorithm.outputDefinitions()
    ]
    return _table(["result", "name", "type"], rows)


def kind(definition) -> str:
    """Return the type of a parameter in words."""
    if definition.type() == "enum":
        words = definition.metadata().get("widget_wrapper", {}).get("words", ())
        shown = dict(zip(definition.options(), words))
        return "; ".join(
            f"`{option}` {shown.get(option, '')}".strip()
            for option in definition.options()
        )
    if definition.type() == "number":
        whole = definition.dataType() == QgsProcessingParameterNumber.Type.Integer
        return "whole number" if whole else "number"
    many = definition.type() == "band" and definition.allowMultiple()
    return KINDS.get(definition.type(), definition.type()) + "s" * many


def default(definition) -> str:
    """Return the default of a parameter in words."""
    value = definition.defaultValue()
    if value is not None:
        return f"`{str(value).lower() if isinstance(value, bool) else value}`"
    if not definition.flags() & FLAGS.FlagOptional:
        return "temporary" if definition.isDestination() else "required"
    return "not written" if definition.isDestination() else "not set"


def command(algorithm, definitions) -> str:
    """Return a call of `qgis_process` with these parameters."""
    words = [f"qgis_process run {algorithm.id()}"]
    for definition in definitions:
        if definition.name() in INSTEAD:
            continue
        value = definition.defaultValue()
        if definition.type() in FILES:
            # a model's is called after the step that makes it: "scene:OUTPUT"
            name = definition.name().rpartition(":")[2].lower()
            value = name + FILES[definition.type()]
        if isinstance(value, bool):
            value = str(value).lower()
        if value is not None:
            words.append(f"--{definition.name()}={shlex.quote(str(value))}")
    return _filled(" ".join(words), 84).replace("\n", " \\\n    ")


def _filled(text: str, width: int) -> str:
    return textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(
        "| " + " | ".join(cell.replace("|", r"\|") for cell in line) + " |"
        for line in lines
    )


def write_pages(locale: str) -> None:
    """Write the pages of all algorithms in a language."""
    with provider(locale) as found:
        for algorithm in found.algorithms():
            path = DOCS / f"{algorithm.name()}.md"
            path.write_text(page(algorithm), encoding="utf-8")


if __name__ == "__main__":
    import screenshots

    screenshots.main(write_pages, __file__, ["en"])
