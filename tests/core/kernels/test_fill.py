import numpy as np
import pytest
from gridr_qgis.core.kernels import fill
from gridr_qgis.core.kernels.finish import finish
from gridr_qgis.core.kernels.nodes import fill_positions
from gridr_qgis.core.kernels.validity import mark_whole
from helpers.data import noise, turned_grid

TAPS = {0: 1, 2: 4, 4: 6}
LIMITS = (0.0, 65535.0, True)
ORDER, NODATA = np.array([1, 0]), np.uint16(9)


def targets(shape):
    return np.zeros((2, *shape), "uint16"), np.zeros(shape, bool)


@pytest.mark.parametrize("place", [0, 2, 4])
def test_a_window_in_passes_equals_its_steps_one_by_one(place):
    rows, cols = 22, 500  # three passes, the last one lower
    assert 2 * fill.PASS_PIXELS < rows * cols < 3 * fill.PASS_PIXELS
    nodes = turned_grid((10, 60), (9, 10), 25, (150, 300))
    block = noise((2, 300, 600), "uint16")
    driver = fill.DRIVERS[place]
    if "bspline" in driver.__name__:
        block = block.astype(float)
    usable = (noise((300, 600), "uint8") > 2).astype(np.uint8)
    mark_whole(usable, TAPS[place])
    source = block, usable, (3, 2)
    positions = np.empty((2, rows, cols))
    fill_positions(*nodes, (9, 10), (4, 7), positions)
    values, done = np.empty((2, rows, cols)), np.empty((rows, cols), bool)
    driver(positions.reshape(2, -1), *source, values.reshape(2, -1), done.reshape(-1))
    expected, got = targets((rows + 2, cols + 3)), targets((rows + 2, cols + 3))
    counts = finish(values, done, ORDER, LIMITS, NODATA, *expected, (1, 2))
    grid = (*nodes, (9, 10), (4, 7))
    target = ORDER, LIMITS, NODATA, *got, (1, 2)
    pick = (0,) * place
    assert fill.fill_window(pick, (rows, cols), grid, source, target) == counts
    assert 0 < counts[0] < rows * cols
    for ours, theirs in zip(got, expected):
        np.testing.assert_array_equal(ours, theirs)
