"""Bring the translations up to date with the texts in the code: i18n/*.ts.

Run by `make translations`: it adds what is new, as unfinished, and drops what is gone.
Translate the unfinished in Qt Linguist or by hand and run it once more. Qt's own
`pylupdate5` files texts under the class around them, we file all under one context.
"""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from checkout import ROOT

FOLDER = ROOT / "i18n"
CONTEXT = "gridr"
SOURCES = (
    "algorithms/**/*.py",
    "gridr_plugin/**/*.py",
    "tools/models.py",
    "core/**/*.py",
)
MARKS = {"tr", "Message", "GridrError", "HalfWayError"}
"""What takes a text to translate as its first argument."""
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


def texts() -> list[str]:
    """Return all that the code marks as a text for users, each text once."""
    found = {}
    for pattern in SOURCES:
        for path in sorted(ROOT.glob(pattern)):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found.update(dict.fromkeys(literals(tree)))
    return list(found)


def literals(tree: ast.AST) -> Iterator[str]:
    """Yield the literals among the arguments of `MARKS`, in the order of the lines.

    A template that only puts values together says the same in all languages.
    """
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        is_mark = isinstance(call.func, ast.Name) and call.func.id in MARKS
        if not (is_mark and call.args and isinstance(call.args[0], ast.Constant)):
            continue
        text = call.args[0].value
        if call.func.id == "tr" or has_words(text):
            yield text


def has_words(template: str) -> bool:
    """Return whether a template has more than its values, between spaces and points.

    French has other spaces around signs such as a colon.
    """
    return bool(re.search(r"[^\W\d]|[:;?!%]", re.sub(r"{[^{}]*}", "", template)))


def translations(path: Path) -> dict[str, str]:
    """Return text -> finished translation of a file."""
    done = {}
    for message in ET.parse(path).iter("message"):
        translation = message.find("translation")
        if translation.get("type") is None:
            done[message.findtext("source")] = translation.text
    return done


def document(locale: str, done: dict[str, str]) -> str:
    """Return a file of all texts with the translations that are done."""
    root = ET.Element("TS", version="2.1", language=locale, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text in texts():
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        translation.text = done.get(text, "")
        if text not in done:
            translation.set("type", "unfinished")
    ET.indent(root)
    return HEAD + ET.tostring(root, encoding="unicode") + "\n"


def main() -> None:
    """Renew every file, and tell how much of it is translated."""
    for path in sorted(FOLDER.glob("*.ts")):
        done = translations(path)
        locale = path.stem.rpartition("_")[2]
        path.write_text(document(locale, done), encoding="utf-8")
        print(f"{path.name}: {len(done.keys() & texts())} of {len(texts())} texts")


if __name__ == "__main__":
    main()
