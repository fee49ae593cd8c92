import numpy as np
import pytest
from gridr_qgis.core.kernels.compiled import fill
from gridr_qgis.core.kernels.compiled.finish import finish
from gridr_qgis.core.kernels.compiled.nodes import fill_positions
from gridr_qgis.core.kernels.compiled.validity import mark_whole
from gridr_qgis.core.kernels.values import Canvas, Limits, Mesh, Patch, plain
from gridr_qgis.core.options import Interpolation
from helpers.data import noise, turned_grid

TAPS = {"nearest": 1, "cubic": 4, "bspline5": 6}


def blank(shape):
    """Return a canvas of exchanged bands, its window from row 1, column 2 on."""
    data, valid = np.zeros((2, *shape), "uint16"), np.zeros(shape, bool)
    limits = Limits(0.0, 65535.0, True)
    return Canvas(np.array([1, 0]), limits, np.uint16(9), data, valid, (1, 2))


@pytest.mark.parametrize("name", TAPS)
def test_a_window_in_passes_equals_its_steps_one_by_one(name):
    rows, cols = 22, 500  # three passes, the last one lower
    assert 2 * fill.PASS_PIXELS < rows * cols < 3 * fill.PASS_PIXELS
    pixels = noise((2, 300, 600), "uint16")
    if "bspline" in name:
        pixels = pixels.astype(float)
    usable = (noise((300, 600), "uint8") > 2).astype(np.uint8)
    mark_whole(usable, TAPS[name])
    patch = Patch(pixels, usable, (3, 2))
    mesh = Mesh(*turned_grid((10, 60), (9, 10), 25, (150, 300)), (9, 10), (4, 7))
    positions = np.empty((2, rows, cols))
    fill_positions(plain(mesh), 0, positions)
    values, done = np.empty((2, rows, cols)), np.empty((rows, cols), bool)
    driver = fill.DRIVERS[name]
    given = positions.reshape(2, -1), plain(patch), values.reshape(2, -1)
    driver(*given, done.reshape(-1))
    expected, got = blank((rows + 2, cols + 3)), blank((rows + 2, cols + 3))
    counts = finish(values, done, plain(expected), 0)
    method_type, given = fill.method_type(name), map(plain, (mesh, patch, got))
    assert fill.fill_window(method_type, (rows, cols), *given) == counts
    assert 0 < counts[0] < rows * cols
    np.testing.assert_array_equal(got.data, expected.data)
    np.testing.assert_array_equal(got.valid, expected.valid)


def test_every_interpolation_has_its_driver_and_its_type():
    assert list(fill.DRIVERS) == [method.value for method in Interpolation]
    types = {fill.method_type(name) for name in fill.DRIVERS}
    assert len(types) == len(fill.DRIVERS)
    for name, driver in fill.DRIVERS.items():
        assert driver.__name__ == f"sample_{name}"
