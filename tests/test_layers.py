"""The architecture's rules about who may import whom."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LAYERS = ["gridr_plugin", "algorithms", "core"]  # from the outside in
HEAVY = {"numba", "rasterio", "shapely", "scipy"}
DECORATORS = {"jit", "njit", "vectorize", "guvectorize", "stencil", "cfunc"}


def parse(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def modules(folder):
    """Return {path inside the plugin: syntax tree} of a folder's Python files."""
    files = sorted((ROOT / folder).rglob("*.py"))
    return {path.relative_to(ROOT).as_posix(): parse(path) for path in files}


def imports(nodes):
    """Yield (dots, dotted name) of every import among the nodes; 0 dots: absolute."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from ((0, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.level, target(node, alias)) for alias in node.names)


def target(node, alias):
    return ".".join(filter(None, [node.module, alias.name]))


def absolute(folder):
    """Return {(file, package)} of the absolute imports of a folder, at any depth."""
    return {
        (file, name.partition(".")[0])
        for file, tree in modules(folder).items()
        for dots, name in imports(ast.walk(tree))
        if dots == 0
    }


def relative(folder):
    """Return {(file, dotted path inside the plugin)} of the relative imports."""
    return {
        (file, ".".join((*Path(file).parts[:-dots], name)))
        for file, tree in modules(folder).items()
        for dots, name in imports(ast.walk(tree))
        if dots > 0
    }


def test_core_imports_no_qgis():
    forbidden = {"qgis", "PyQt5", "PyQt6", "processing"}
    assert not {(file, name) for file, name in absolute("core") if name in forbidden}


@pytest.mark.skipif(sys.version_info < (3, 10), reason="no sys.stdlib_module_names")
def test_kernels_import_numpy_and_numba_only():
    allowed = {"numpy", "numba", "llvmlite", *sys.stdlib_module_names}
    found = absolute("core/kernels")
    assert not {(file, name) for file, name in found if name not in allowed}


@pytest.mark.parametrize("layer", LAYERS)
def test_own_modules_are_imported_relatively(layer):
    own = {ROOT.name, "gridr_qgis", *LAYERS}
    assert not {(file, name) for file, name in absolute(layer) if name in own}


@pytest.mark.parametrize("layer", LAYERS)
def test_imports_point_inwards(layer):
    inner = LAYERS[LAYERS.index(layer) :]
    found = relative(layer)
    assert not {(file, name) for file, name in found if name.split(".")[0] not in inner}


def test_kernels_are_imported_by_core_only():
    found = relative("algorithms") | relative("gridr_plugin")
    free = "core.kernels.cache"  # of numba: it says where kernels are kept
    kernels = {(file, name) for file, name in found if "core.kernels" in name}
    assert {name for _, name in kernels} <= {free}


@pytest.mark.parametrize("folder", ["gridr_plugin", "algorithms"])
def test_heavy_libraries_are_not_imported_at_the_top(folder):
    assert not {
        (file, name)
        for file, tree in modules(folder).items()
        for _, name in imports(tree.body)
        if name.split(".")[0] in HEAVY
    }


def test_numba_decorators_are_spelled_in_jit_only():
    spelled = {
        file
        for file, tree in modules("core").items()
        if {name for dots, name in imports(ast.walk(tree)) if not dots}
        & {f"numba.{name}" for name in DECORATORS}
        or any(map(is_decorator_of_numba, ast.walk(tree)))
    }
    assert spelled <= {"core/kernels/jit.py"}


def is_decorator_of_numba(node):
    """Tell whether a node reads `numba.njit` or one of its kin."""
    return (
        isinstance(node, ast.Attribute)
        and node.attr in DECORATORS
        and ast.unparse(node.value) in {"numba", "nb"}
    )


def start_of(layer):
    """Return a program that prints which heavy libraries a layer brings to QGIS."""
    files = [Path(file).with_suffix("") for file in modules(layer)]
    names = [".".join(("gridr_qgis", *file.parts)) for file in files]
    return f"""
import importlib, sys
import qgis.core  # from 3.40 on it imports shapely itself
before = set(sys.modules)
for name in {[name.replace(".__init__", "") for name in names]}:
    importlib.import_module(name)
print(sorted({HEAVY} & (set(sys.modules) - before)))
"""


@pytest.mark.parametrize("layer", ["gridr_plugin", "algorithms"])
def test_start_of_qgis_imports_no_heavy_library(layer, fresh_python):
    pytest.importorskip("qgis.core")
    assert fresh_python(start_of(layer)) == "[]"


def test_describing_a_job_imports_no_heavy_library(fresh_python):
    program = "import sys, gridr_qgis.core.options, gridr_qgis.core.errors\n"
    program += "import gridr_qgis.core.kernels.cache\n"
    program += f"print(sorted({HEAVY | {'numpy'}} & set(sys.modules)))"
    assert fresh_python(program) == "[]"
