import ast

import numba
import numpy as np
import pytest
from gridr_qgis.core.kernels.jit import kernel
from gridr_qgis.core.kernels.values import Canvas, Limits, Mesh, Own, Patch

LIMITS = Limits(0.0, 255.0, True)
VALUES = {
    "mesh": Mesh(np.ones((2, 3)), np.full((2, 3), 2.0), (4, 5), (6, 7)),
    "patch": Patch(np.ones((1, 2, 3), "uint8"), np.zeros((0, 0), "u1"), (8, 9)),
    "limits": LIMITS,
    "canvas": Canvas(
        np.array([1, 0]),
        LIMITS,
        np.uint8(9),
        np.zeros((2, 3, 4), "uint8"),
        np.zeros((3, 4), bool),
        (1, 2),
    ),
    "own": Own(1, 2, 3, 4, 5, 6),
}


@kernel
def through(value):
    return value


@kernel
def by_name(mesh, canvas):
    canvas.data[0, 0, 0] = mesh.rows[1, 2] + mesh.step[1]
    return canvas.limits.highest, canvas.nodata, mesh.origin[0]


@pytest.mark.parametrize("name", VALUES)
def test_a_kernel_takes_and_returns_them(name):
    given, got = VALUES[name], through(VALUES[name])
    assert type(got) is type(given)
    for one, other in zip(got, given):
        np.testing.assert_equal(one, other)


@pytest.mark.parametrize("name", VALUES)
def test_their_type_for_numba_is_that_of_their_fields(name):
    value = VALUES[name]
    found = numba.typeof(value)
    assert found.instance_class is type(value)
    assert found.fields == value._fields
    assert found.types == tuple(numba.typeof(field) for field in value)


def test_a_kernel_reads_their_fields_by_name_and_fills_their_arrays():
    canvas = VALUES["canvas"]._replace(data=np.zeros((2, 3, 4), "uint8"))
    assert by_name(VALUES["mesh"], canvas) == (255.0, 9, 6)
    assert canvas.data[0, 0, 0] == 6


PROBE = """
from gridr_qgis.core.kernels.jit import kernel

@kernel
def probe(mesh, patch, canvas, own):
    return mesh.step[0] + patch.origin[0] + canvas.origin[0] + own.row_stop
"""
RUN = """
import sys
import numpy as np
sys.path.insert(0, ".")
from gridr_qgis.core.kernels.values import Canvas, Limits, Mesh, Own, Patch
from probe import probe

for size in (1, 2):
    nodes, limits = np.ones((size, 3)), Limits(0.0, 255.0, True)
    pixels = np.ones((size, 2, 3), "uint8")
    probe(
        Mesh(nodes, nodes, (4, size), (6, 7)),
        Patch(pixels, pixels[0], (8, 9)),
        Canvas(np.arange(size), limits, np.uint8(9), pixels, nodes > 0, (1, 2)),
        Own(*range(6)),
    )
counts = probe.stats
print([sum(counts.cache_hits.values()), sum(counts.cache_misses.values())])
"""


def test_another_process_loads_what_was_compiled_for_them(fresh_python, tmp_path):
    if numba.config.DISABLE_JIT:
        pytest.skip("nothing is compiled")
    (tmp_path / "probe.py").write_text(PROBE, encoding="utf-8")
    cache = {"NUMBA_CACHE_DIR": str(tmp_path / "cache")}
    assert ast.literal_eval(fresh_python(RUN, **cache)) == [0, 1]
    assert ast.literal_eval(fresh_python(RUN, **cache)) == [1, 0]
