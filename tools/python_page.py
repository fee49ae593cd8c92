"""Write the page of the Python interface, from its docstrings: docs/python.md.

Run with any Python: `python3 tools/python_page.py`. A test holds that it is up to date.
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, fields
from enum import Enum

from checkout import ROOT, load

PAGE = ROOT / "docs" / "python.md"
INTRODUCTION = """
# In Python

What `gridr_qgis.core` names stays; all else may move. It needs no QGIS: `pip install .`
in a clone, or QGIS's own Python with the plugin in its profile.

```python
from gridr_qgis.core import Job, resample_dataset

summary = resample_dataset(Job("out/world.tif", "out/grid.tif", dst="earth.tif"))
print(f"{summary.valid_percent:.1f} % valid")
```

[The guide](guide.ipynb) shows all of it at work.

Errors that you can mend are `GridrError`, a ValueError whose message is a sentence with
the remedy. Choices are given by name, such as `interpolation="linear"`, or as members
of their enumerations, which type checkers want.
"""
WIDTH = 88
"""Characters of a line of code."""
FUNCTIONS = (
    "resample_dataset",
    "resample_on_cluster",
    "resample_array",
    "make_grid_dataset",
    "make_points_grid",
    "convert_grid_dataset",
    "report_grid_dataset",
    "draw_grid",
    "build_mask_dataset",
)
JOBS = (
    "Job",
    "GridJob",
    "PointsJob",
    "ArraysJob",
    "ConvertJob",
    "ReportJob",
    "VectorsJob",
    "MaskJob",
)
OTHERS = (
    "Feedback",
    "Summary",
    "GridSummary",
    "PointsSummary",
    "JudgedPoints",
    "ConvertSummary",
    "GridVectors",
    "GridReport",
    "GridrError",
    "Cancelled",
)


def page() -> str:
    """Return the page as Markdown."""
    load()
    from gridr_qgis import core
    from gridr_qgis.core import grid_options, options

    named = {**vars(options), **vars(grid_options)}
    kinds = [kind for kind in named.values() if _is_choice(kind)]
    parts = ["<!-- Made by tools/python_page.py of docstrings. -->", INTRODUCTION]
    parts += ["## Functions", *(function(getattr(core, name)) for name in FUNCTIONS)]
    parts += ["## What is asked for", *(job(getattr(core, name)) for name in JOBS)]
    parts += ["## Choices", *(choice(kind) for kind in kinds)]
    parts += [
        "## What comes back",
        *(described(getattr(core, name)) for name in OTHERS),
    ]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def function(call: Callable) -> str:
    """Return the section of a function: signature, and its docstring's sections."""
    signature = inspect.signature(call)
    words = [_parameter(each) for each in signature.parameters.values()]
    kinds = [each.kind for each in signature.parameters.values()]
    if inspect.Parameter.KEYWORD_ONLY in kinds:
        words.insert(kinds.index(inspect.Parameter.KEYWORD_ONLY), "*")
    returns = signature.return_annotation
    line = f"{call.__name__}({', '.join(words)}) -> {returns}"
    if len(line) > WIDTH:
        inner = "".join(f"    {word},\n" for word in words)
        line = f"{call.__name__}(\n{inner}) -> {returns}"
    code = f"```python\n{line}\n```"
    return "\n\n".join([f"### {call.__name__}", code, *numpydoc(call)])


def _parameter(parameter: inspect.Parameter) -> str:
    """Return a parameter of a signature as it is written."""
    text = f"{parameter.name}: {parameter.annotation}"
    if parameter.default is inspect.Parameter.empty:
        return text
    return f"{text} = {written(parameter.default)}"


def written(value: object) -> str:
    """Return a default as a caller would write it: choices by name."""
    if isinstance(value, str):
        return f'"{getattr(value, "value", value)}"'
    return str(value) if isinstance(value, Enum) else repr(value)


def numpydoc(documented: object) -> Iterator[str]:
    """Yield the parts of a docstring as Markdown, lists for its sections."""
    text = inspect.getdoc(documented)
    lead, *sections = re.split(r"\n*^(\w+)\n-+\n", text, flags=re.MULTILINE)
    yield code_marks(lead)
    for title, body in zip(sections[::2], sections[1::2]):
        yield f"**{title}**"
        yield "\n".join(_items(body))


def _items(body: str) -> Iterator[str]:
    """Yield the items of a section: ``name : type``, and below what it means."""
    for item in re.split(r"\n(?=\S)", body.strip()):
        head, _, meaning = item.partition("\n")
        name, _, kind = head.partition(" : ")
        words = " ".join(textwrap.dedent(meaning).split())
        typed = f" ({kind})" if kind else ""
        yield f"- **{name}**{typed}: {code_marks(words)}".rstrip(": ")


def job(kind: type) -> str:
    """Return the section of a job: a table of its fields."""
    owners = [owner for owner in kind.__mro__[::-1] if owner is not object]
    meanings = {n: t for owner in owners for n, t in attribute_docs(owner).items()}
    rows = [
        f"| `{field.name}` | {_cell(field.type)} | {_default(field)} | "
        f"{_cell(meanings.get(field.name, ''))} |"
        for field in fields(kind)
    ]
    head = "| field | type | default | meaning |\n| --- | --- | --- | --- |"
    return "\n\n".join(
        [
            f"### {kind.__name__}",
            code_marks(inspect.getdoc(kind)),
            "\n".join([head, *rows]),
        ]
    )


def choice(kind: type) -> str:
    """Return the section of a choice: its names and what they mean."""
    meanings = attribute_docs(kind)
    lines = [
        f"- `{written(member)}`: {code_marks(meanings.get(name, ''))}".rstrip(": ")
        for name, member in kind.__members__.items()
    ]
    lead = code_marks(inspect.getdoc(kind))
    return "\n\n".join([f"### {kind.__name__}", lead, "\n".join(lines)])


def described(kind: type) -> str:
    """Return the section of another class: its attributes and methods."""
    parts = [f"### {kind.__name__}", code_marks(inspect.getdoc(kind))]
    lines = [f"- `{n}`: {code_marks(text)}" for n, text in attribute_docs(kind).items()]
    for name, member in vars(kind).items():
        text = inspect.getdoc(member) if not name.startswith("_") else None
        called = isinstance(member, property) or inspect.isfunction(member)
        if text and called:
            signature = "" if isinstance(member, property) else _arguments(member)
            lines.append(f"- `{name}{signature}`: {code_marks(text)}")
    return "\n\n".join([*parts, "\n".join(lines)]).strip()


def attribute_docs(kind: type) -> dict[str, str]:
    """Return the texts that stand below the attributes of a class."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(kind))).body[0]
    return {
        _target(before): " ".join(node.value.value.split())
        for before, node in zip(tree.body, tree.body[1:])
        if _target(before)
        and isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
    }


def code_marks(text: str) -> str:
    """Return text whose code has Markdown's marks."""
    return re.sub(r"``([^`]+)``", r"`\1`", text)


def _target(node: ast.stmt) -> str:
    """Return the name of the attribute that a statement makes, "" for none."""
    if isinstance(node, ast.AnnAssign):
        return ast.unparse(node.target)
    return ast.unparse(node.targets[0]) if isinstance(node, ast.Assign) else ""


def _is_choice(kind: object) -> bool:
    """Tell whether something is an enumeration with members."""
    return isinstance(kind, type) and issubclass(kind, Enum) and bool(kind.__members__)


def _arguments(function: Callable) -> str:
    names = [name for name in inspect.signature(function).parameters if name != "self"]
    return f"({', '.join(names)})"


def _default(field: Field) -> str:
    """Return the default of a field as it is written."""
    if field.default_factory is not MISSING:
        return f"`{field.default_factory()!r}`"
    return "required" if field.default is MISSING else f"`{written(field.default)}`"


def _cell(text: str) -> str:
    return code_marks(" ".join(text.split())).replace("|", r"\|")


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
