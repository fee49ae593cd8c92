import numpy as np
import pytest
from gridr_qgis.core.grid.grid import Coordinate, Grid
from gridr_qgis.core.raster.pixels import ArrayReader, MaskRaster
from gridr_qgis.core.raster.reader import Reader
from helpers.data import turned_grid, write_raster
from rasterio.windows import Window

NODES = turned_grid((6, 7), (4, 3), 20, (15, 20))
WINDOW = Window(4, 5, 9, 10)
"""Its nodes are rows 1 to 4 and columns 1 to 4."""
WHOLE = Window(0, 0, 19, 21)


def of_file(tmp_path):
    reader = Reader(write_raster(tmp_path / "grid.tif", NODES))
    return Grid(Coordinate(reader, 1), Coordinate(reader, 2), (4, 3))


def of_two_files(tmp_path):
    row, col = (
        Reader(write_raster(tmp_path / f"{n}.tif", nodes))
        for n, nodes in enumerate(NODES)
    )
    return Grid(Coordinate(row), Coordinate(col), (4, 3))


def of_arrays(tmp_path):
    return Grid.of_arrays(*NODES, (4, 3))


def of_one_array(tmp_path):
    reader = ArrayReader(NODES)
    return Grid(Coordinate(reader, 1), Coordinate(reader, 2), (4, 3))


@pytest.mark.parametrize("make", [of_file, of_two_files, of_arrays, of_one_array])
def test_a_window_has_the_nodes_around_it(make, tmp_path):
    before = NODES.copy()
    nodes = make(tmp_path).read(WINDOW)
    np.testing.assert_array_equal((nodes.rows, nodes.cols), NODES[:, 1:5, 1:5])
    assert (nodes.step, nodes.origin) == ((4, 3), (1, 1))
    some = NODES[:, 1:5, 1:5]
    assert nodes.bounds == (some[0].min(), some[0].max(), some[1].min(), some[1].max())
    whole = make(tmp_path).read(WHOLE)  # of an array no copy yet
    for some in (nodes, whole):
        some.rows[:] = some.cols[:] = np.nan
    np.testing.assert_array_equal(NODES, before)


def spoiled():
    """Return a grid with one node of each kind that cannot be used, and these."""
    rows, cols = NODES.copy()
    rows[1, 1], cols[2, 3], rows[3, 2], cols[4, 5] = -9, -7, np.inf, np.nan
    mask = np.ones(rows.shape, np.uint8)
    mask[3, 4] = 7
    grid = Grid(
        Coordinate(ArrayReader(rows[None]), nodata=-9.25),
        Coordinate(ArrayReader(cols[None]), nodata=-7),
        (4, 3),
        MaskRaster(ArrayReader(mask[None]), 1, "uint8", 1),
        shift=(100, -200),
        tolerance=0.25,
    )
    return grid, [(1, 1), (2, 3), (3, 2), (4, 5), (3, 4)]


def test_nodes_that_cannot_be_used_are_nan_in_both_coordinates():
    grid, unusable = spoiled()
    nodes = grid.read(WHOLE)
    expected = NODES + np.reshape([100, -200], (2, 1, 1))
    for row, col in unusable:
        expected[:, row, col] = np.nan
    np.testing.assert_array_equal((nodes.rows, nodes.cols), expected)


def test_scale_and_offset_unpack_positions_but_not_nodata():
    stored = np.round(NODES * 100).astype("int32")
    stored[0, 2, 3] = stored[1, 1, 1] = -32768
    before = stored.copy()
    grid = Grid(
        Coordinate(ArrayReader(stored[:1]), nodata=-32768, scale=0.01, offset=5),
        Coordinate(ArrayReader(stored[1:]), nodata=-32768, scale=-0.01),
        (4, 3),
        shift=(100, -200),
    )
    expected = np.stack([stored[0] * 0.01 + 105, stored[1] * -0.01 - 200])
    expected[:, [2, 1], [3, 1]] = np.nan
    nodes = grid.read(WHOLE)
    np.testing.assert_allclose((nodes.rows, nodes.cols), expected, rtol=1e-14)
    usable = np.isfinite(expected[0])
    found = grid.usable_positions(WHOLE)
    np.testing.assert_allclose(found, expected[:, usable], rtol=1e-14)
    axes = nodes.rows, nodes.cols
    ends = [end(axis) for axis in axes for end in (np.nanmin, np.nanmax)]
    np.testing.assert_array_equal(nodes.bounds, ends)
    assert (stored == before).all()


def test_a_position_that_equals_the_nodata_stored_is_used():
    stored = np.array([[[10.0, 20.0], [30.0, 40.0]]])
    reader = ArrayReader(stored)
    grid = Grid(Coordinate(reader, nodata=20, scale=2), Coordinate(reader))
    nodes = grid.read(Window(0, 0, 2, 2))
    np.testing.assert_array_equal(nodes.rows, [[20, np.nan], [60, 80]])


def test_bounds_are_those_of_usable_nodes_after_the_shift():
    grid, _ = spoiled()
    nodes = grid.read(WHOLE)
    axes = nodes.rows, nodes.cols
    expected = [end(axis) for axis in axes for end in (np.nanmin, np.nanmax)]
    np.testing.assert_array_equal(nodes.bounds, expected)
    none = Grid.of_arrays(*np.full((2, 3, 3), np.nan), (4, 3)).read(Window(0, 0, 5, 5))
    assert none.bounds[:2] == (np.inf, -np.inf)


def test_a_look_without_kernels_sees_the_same_nodes():
    grid, _ = spoiled()
    nodes = grid.read(WHOLE)
    usable = np.isfinite(nodes.rows)
    expected = np.stack([nodes.rows[usable], nodes.cols[usable]])
    got = grid.usable_positions(WHOLE)
    np.testing.assert_array_equal(got, expected)
