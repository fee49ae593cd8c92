"""Look for what QGIS 4 and Qt 6 do not have: part of `make lint`.

The rules are those of QGIS's own guide for plugins, so far as they can be seen without
running anything: everything of Qt by `qgis.PyQt`, values of enumerations by the name of
the enumeration, and nothing that Qt 6 has removed. QGIS 3.22 has all that is left.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("__init__.py", "algorithms", "gridr_plugin", "tests", "tools")

BINDINGS = {"PyQt5", "PyQt6", "PySide2", "PySide6", "sip"}
"""Modules that are there for one version of Qt, or under another name."""
REMOVED = {
    "QRegExp": "QRegularExpression",
    "QDesktopWidget": "QScreen",
    "QTextCodec": "QStringDecoder",
    "QStringRef": "str",
    "qApp": "QApplication.instance()",
    "resources_rc": "the files themselves",
}
"""Name that is gone -> what does its work."""
RENAMED = {
    "exec_": "exec",
    "print_": "print",
    "toTime_t": "toSecsSinceEpoch",
    "setTime_t": "setSecsSinceEpoch",
    "desktop": "screen",
    "globalPos": "globalPosition",
    "setMargin": "setContentsMargins",
}
"""Method of Qt's that is gone -> what does its work."""
SIGNAL = ".activated[str]"
NESTED = {
    *("Class", "ColorRampItem", "Feature", "LayerDetails", "LayerOptions"),
    *("SaveVectorOptions", "Flag", "Type", "WidgetType"),
}
"""Classes and enumerations within classes of QGIS; other names are taken for values."""


def main() -> None:
    """Print each fault, and end with whether there are any."""
    paths = [ROOT / "__init__.py"]
    paths += [path for name in FOLDERS for path in sorted((ROOT / name).rglob("*.py"))]
    found = [
        f"{path.relative_to(ROOT)}:{line}: {fault}"
        for path in paths
        for line, fault in faults(path.read_text(encoding="utf-8"))
    ]
    print("\n".join(found or ["Nothing that QGIS 4 lacks"]))
    sys.exit(bool(found))


def faults(text: str) -> list[tuple[int, str]]:
    """Return line and fault of all that Qt 6 lacks in a module."""
    tree = ast.parse(text)
    of_qgis = set(_imported(tree))
    found = [*_imports(tree), *_calls(tree, of_qgis), *_unscoped(tree, of_qgis)]
    return sorted(found)


def _imported(tree: ast.AST) -> Iterator[str]:
    """Yield the names that are QGIS's or Qt's."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis."):
            yield from (alias.asname or alias.name for alias in node.names)


def _imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield imports of what is there for one version only."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            modules = [node.module or ""]
        else:
            continue
        for module in modules:
            if module.partition(".")[0] in BINDINGS:
                yield node.lineno, f"import {module} as qgis.PyQt has it"
        for alias in node.names:
            if alias.name in REMOVED:
                remedy = REMOVED[alias.name]
                yield node.lineno, f"{alias.name} is gone: take {remedy}"


def _calls(tree: ast.AST, of_qgis: set[str]) -> Iterator[tuple[int, str]]:
    """Yield calls that Qt 6 does not know."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and of_qgis:
            called = node.func
            if isinstance(called, ast.Attribute) and called.attr in RENAMED:
                remedy = RENAMED[called.attr]
                yield node.lineno, f"{called.attr}() is gone: take {remedy}()"
            if ast.unparse(called).endswith("ontMetrics().width"):
                yield node.lineno, "width() is gone: take horizontalAdvance()"
        elif isinstance(node, ast.Subscript) and ast.unparse(node).endswith(SIGNAL):
            yield node.lineno, f"{SIGNAL} is gone: take .textActivated"


def _unscoped(tree: ast.AST, of_qgis: set[str]) -> Iterator[tuple[int, str]]:
    """Yield values of enumerations that are named without the enumeration."""
    inner = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)
    }
    types = {id(each) for node in _types(tree) for each in ast.walk(node)}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and node.value.id in of_qgis
            and node.value.id.startswith("Q")
            and node.attr[:1].isupper()
            and not node.attr.isupper()
            and node.attr not in NESTED
            and id(node) not in inner | types
        ):
            yield node.lineno, f"{ast.unparse(node)}: name the enumeration, too"


def _types(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield what stands for a type."""
    for node in ast.walk(tree):
        for name in ("annotation", "returns"):
            if getattr(node, name, None) is not None:
                yield getattr(node, name)


if __name__ == "__main__":
    main()
