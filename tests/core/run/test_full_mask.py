import numpy as np
import pytest
from gridr_qgis.core.errors import Cancelled
from gridr_qgis.core.feedback import Feedback
from gridr_qgis.core.plan.layout import Layout
from gridr_qgis.core.polygons.frame import pixel_frame
from gridr_qgis.core.polygons.mask import polygon_mask
from gridr_qgis.core.raster.pixels import ArrayReader, MaskRaster
from gridr_qgis.core.run import full_mask
from gridr_qgis.core.run.full_mask import FullMask, run_mask
from helpers.node_masks import bilinear, full_shape, in_boxes, random_nodes
from helpers.recording import Log
from hypothesis import given
from hypothesis import strategies as st
from rasterio.windows import Window
from shapely.geometry import box

NODES = random_nodes().astype(np.uint8)


def node_mask(nodes):
    """Return a raster in memory that tells which nodes are valid."""
    return MaskRaster(ArrayReader(nodes[None]), 1, nodes.dtype.name, 1)


@given(st.data(), st.integers(1, 9), st.integers(1, 9))
def test_a_window_is_cut_from_the_mask_by_the_plain_formula(data, row_step, col_step):
    step = row_step, col_step
    nodes = random_nodes(seed=data.draw(st.integers(0, 99)))
    rows, cols = full_shape(nodes.shape, step)
    row, col = data.draw(st.integers(0, rows - 1)), data.draw(st.integers(0, cols - 1))
    height = data.draw(st.integers(1, rows - row))
    width = data.draw(st.integers(1, cols - col))
    mask = FullMask(step, node_mask(nodes.astype(np.uint8)))
    got = mask.read(Window(col, row, width, height))
    expected = bilinear(nodes, step)[row : row + height, col : col + width]
    assert got.dtype == bool
    np.testing.assert_array_equal(got, expected)


def test_a_pixel_is_valid_by_nodes_and_by_polygons():
    polygons = polygon_mask(box(2, 1, 12, 14), box(4, 4, 6, 6), pixel_frame((0, 0)))
    inside = in_boxes((17, 16), (2, 1, 12, 14)) & ~in_boxes((17, 16), (4, 4, 6, 6))
    whole = Window(0, 0, 16, 17)
    assert (FullMask((4, 3), None, polygons).read(whole) == inside).all()
    both = FullMask((4, 3), node_mask(NODES), polygons).read(whole)
    assert (both == (inside & bilinear(NODES, (4, 3)))).all()


def test_without_nodes_and_polygons_all_is_valid():
    assert FullMask((4, 3)).read(Window(2, 3, 5, 4)).tolist() == [[True] * 5] * 4


def test_the_threshold_is_the_least_share_of_valid_nodes():
    nodes = np.array([[1], [0], [1]], np.uint8)
    got = FullMask((10, 1), node_mask(nodes), None, 0.5).read(Window(0, 0, 1, 21))
    assert np.flatnonzero(~got[:, 0]).tolist() == list(range(6, 15))


def run_into(array, mask, tile, feedback=None):
    """Run a mask in tiles of a shape into an array; return what was counted."""
    rows, cols = array.shape
    layout = Layout(Window(0, 0, cols, rows), 5, tile, 2)

    def write(strip, _, valid):
        array[strip.toslices()] = valid

    return run_mask(layout, mask, write, feedback or Feedback())


@pytest.mark.parametrize("tile", [(1, 1), (3, 4), (5, 99)])
def test_tiles_change_nothing_and_are_counted(tile):
    got = np.zeros((17, 16), bool)
    tally = run_into(got, FullMask((4, 3), node_mask(NODES)), tile)
    assert (got == bilinear(NODES, (4, 3))).all()
    assert tally == (got.sum(), 0, tally.survey)


def test_a_run_stops_where_the_feedback_says_so():
    with pytest.raises(Cancelled):
        run_into(np.zeros((17, 16), bool), FullMask((4, 3)), (2, 2), Log(stop_after=1))


def test_a_tile_that_shall_not_go_on_is_not_read(monkeypatch):
    def stopped(layout, compute, write, feedback):
        return compute(Window(0, 0, 2, 2), None, lambda: False)

    monkeypatch.setattr(full_mask, "run_tiles", stopped)
    with pytest.raises(Cancelled):
        run_into(np.zeros((17, 16), bool), FullMask((4, 3)), (2, 2))
