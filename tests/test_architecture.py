"""The plan of the rooms: who may import whom, and what no room may hold."""

import ast
import sys
from functools import cache, lru_cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LAYERS = ["gridr_plugin", "algorithms", "core"]  # from the outside in
HEAVY = {"numba", "rasterio", "shapely", "scipy", "pyproj"}
DECORATORS = {"jit", "njit", "vectorize", "guvectorize", "stencil", "cfunc"}
GROUND = "core.errors core.options core.window"
ROOMS = {
    "core.message": "",
    "core.errors": "core.message",
    "core.machine": "",
    "core.values": "core.message core.errors",
    "core.feedback": "core.message",
    "core.locks": "",
    "core.kernels": "core.locks core.machine",
    "core.options": "core.errors",
    "core.grid_options": "core.options",
    "core.window": "core.message core.options",
    "core.interpolation": GROUND,
    "core.polygons": "core.message core.errors core.window",
    "core.raster": f"{GROUND} core.message core.feedback core.locks",
    "core.mapping": "core.message core.errors core.grid_options core.window "
    "core.feedback "
    "core.kernels core.raster",
    "core.grid": f"{GROUND} core.kernels core.raster",
    # side by side
    "core.source": "core.options core.window core.kernels core.interpolation "
    "core.polygons core.raster core.grid",
    "core.plan": f"{GROUND} core.message core.grid_options core.values core.machine "
    "core.feedback "
    "core.kernels core.interpolation core.polygons core.raster core.mapping core.grid",
    "core.run": f"{GROUND} core.message core.grid_options core.machine "
    "core.feedback core.kernels "
    "core.interpolation core.polygons core.raster core.mapping core.grid core.source "
    "core.plan",
    # files in, files out; arrays in, arrays out
    "core.chains": "core.message core.errors core.feedback core.options "
    "core.grid_options "
    "core.window core.raster core.mapping core.grid core.plan core.run",
    "core.resample": f"{GROUND} core.message core.values core.machine core.kernels "
    "core.interpolation core.polygons core.raster core.grid core.source core.plan "
    "core.run",
    # the face: what it names, from the rooms that have it
    "core": "core.errors core.feedback core.options core.grid_options core.mapping "
    "core.run core.chains core.resample",
    "core.selftest": f"{GROUND} core.message core.grid_options core.feedback "
    "core.kernels "
    "core.chains core.resample",
    "core.gridr": f"{GROUND} core.message core.values core.feedback core.interpolation "
    "core.polygons core.raster core.grid core.plan core.run core.resample",
    "algorithms.texts": "core.message",
    "algorithms.parameters": "core.message core.errors core.options "
    "core.grid_options core.run "
    "algorithms.texts",
    "algorithms.inputs": "core.message core.errors core.options algorithms.texts "
    "algorithms.parameters",
    "algorithms.results": "core.message core.errors core.raster core.mapping core.run "
    "algorithms.texts algorithms.parameters algorithms.inputs",
    "algorithms": "core.message core.errors core.feedback core.options "
    "core.grid_options "
    "core.machine core.kernels core.raster core.mapping core.chains core.selftest "
    "algorithms.texts algorithms.parameters algorithms.inputs algorithms.results",
    "gridr_plugin": "core.message core.machine core.kernels algorithms.texts "
    "algorithms.parameters algorithms",
    "": "gridr_plugin",
}
"""Room -> the rooms it imports from, itself left out; each stands above all of these.
A new arrow is a decision: it is drawn here, or not at all."""


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


@lru_cache(maxsize=1)
def arrows():
    """Return {(module, module it imports)} of all that is shipped."""
    found = modules("core") | modules("algorithms") | modules("gridr_plugin")
    found["__init__.py"] = parse(ROOT / "__init__.py")
    known = {name_of(file) for file in found}
    return {
        (name_of(file), imported if imported in known else imported.rpartition(".")[0])
        for file, tree in found.items()
        for dots, name in imports(ast.walk(tree))
        if dots > 0
        for imported in [".".join((*Path(file).parts[:-dots], name))]
    }


def name_of(file):
    """Return the dotted name of a file; a package's is that of its folder."""
    parts = Path(file).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def room_of(module):
    """Return the room that a module is in: the longest name that it begins with."""
    names = [room for room in ROOMS if f"{module}.".startswith(f"{room}.") or not room]
    return max(names, key=len)


@cache
def floor_of(module):
    """Return on which floor a module stands: one above all that it imports."""
    below = [floor_of(other) for one, other in arrows() if one == module != other]
    return 1 + max(below, default=0)


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room or "the plugin")
def test_a_room_imports_from_the_rooms_of_the_plan(room):
    uses = {room_of(other) for one, other in arrows() if room_of(one) == room}
    assert uses - {room} == set(ROOMS[room].split())


def test_rooms_stand_above_those_they_import_from():
    floors = {}
    for room, uses in ROOMS.items():
        # a room that is not there yet would stand above: an arrow upwards
        floors[room] = 1 + max((floors[used] for used in uses.split()), default=0)
    assert max(floors.values()) <= 14


def test_no_modules_import_each_other_in_a_circle():
    # a circle would have no floor, and end in a RecursionError
    floors = {module: floor_of(module) for pair in arrows() for module in pair}
    # the chain of a cluster stands on what a worker does, which is a chain itself,
    # and errors on messages
    assert max(floors[one] for one in floors if one.startswith("core")) <= 16


def test_few_files_stand_directly_in_core():
    assert len(list((ROOT / "core").glob("*.py"))) <= 12


def test_modules_fit_on_a_few_screens():
    for layer in LAYERS:
        for file in modules(layer):
            lines = (ROOT / file).read_text(encoding="utf-8").count("\n")
            assert lines <= 400, file


def test_modules_of_core_have_tests_of_their_name():
    sizes = {True: 0, False: 0}
    for file in modules("core"):
        path = Path(file)
        lines = (ROOT / file).read_text(encoding="utf-8").count("\n")
        if path.name != "__init__.py":
            tested = (ROOT / "tests" / path.parent / f"test_{path.name}").is_file()
            assert tested or lines <= 40, file
            sizes[tested] += lines
    assert sizes[True] > 0.85 * sum(sizes.values())


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


def test_only_the_place_of_kernels_is_known_outside_of_core():
    # they are free of numba, and asked before it is imported
    outside = {
        other
        for one, other in arrows()
        if not one.startswith("core") and other.startswith("core.kernels")
    }
    assert outside <= {"core.kernels.cache", "core.kernels.tiers"}


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
    assert spelled <= {"core/kernels/compiled/jit.py"}


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
    program += "import gridr_qgis.core.kernels.cache, gridr_qgis.core.kernels.tiers\n"
    program += f"print(sorted({HEAVY | {'numpy'}} & set(sys.modules)))"
    assert fresh_python(program) == "[]"
