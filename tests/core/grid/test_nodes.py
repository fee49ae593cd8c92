import numpy as np
import pytest
from gridr_qgis.core.grid.geometry import full_shape, node_window
from gridr_qgis.core.grid.nodes import (
    Nodes,
    bounds_window,
    pixel_positions,
    source_window,
)
from gridr_qgis.core.kernels.compiled.nodes import mask_nodes
from gridr_qgis.core.window import window_of, window_slices
from helpers.data import dense_positions, turned_grid
from hypothesis import given
from hypothesis import strategies as st
from rasterio.windows import Window

steps = st.tuples(st.integers(1, 7), st.integers(1, 7))


@given(steps, st.data())
def test_positions_of_a_window_are_the_crop_of_all(step, data):
    nodes = turned_grid((4, 5), step, 17, (3.1, -2.7))
    nodes[:, 2, 3] = np.nan
    everything = dense_positions(nodes, step)
    rows, cols = everything.shape[1:]
    row = data.draw(st.integers(0, rows - 1))
    col = data.draw(st.integers(0, cols - 1))
    window = window_of(
        (
            (row, data.draw(st.integers(row + 1, rows))),
            (col, data.draw(st.integers(col + 1, cols))),
        )
    )
    read = node_window(window, step)
    some = Nodes(
        *np.ascontiguousarray(nodes[(slice(None), *window_slices(read))]),
        step,
        (read.row_off, read.col_off),
    )
    out = np.empty((2, window.height, window.width))
    pixel_positions(some, (window.row_off, window.col_off), out)
    expected = everything[(slice(None), *window_slices(window))]
    np.testing.assert_allclose(out, expected, rtol=0, atol=1e-12)


@given(steps, st.floats(0, 360), st.integers(1, 9), st.integers(1, 9))
def test_source_window_holds_all_supports(step, angle, rows, cols):
    nodes = turned_grid((4, 4), step, angle, (40, 50))
    window = Window(0, 0, min(cols, 3 * step[1] + 1), min(rows, 3 * step[0] + 1))
    src = source_window(Nodes(*nodes, step), window, 2, Window(0, 0, 100, 100))
    positions = dense_positions(nodes, step)[:, : window.height, : window.width]
    for axis, first, size in (
        (0, src.row_off, src.height),
        (1, src.col_off, src.width),
    ):
        assert first <= np.floor(positions[axis].min()) - 1
        assert first + size - 1 >= np.floor(positions[axis].max()) + 2
        assert size <= np.ptp(positions[axis]) + 7


@pytest.mark.parametrize("step", [(1, 1), (10, 7)])
def test_known_bounds_of_all_nodes_give_the_same_source_window(step):
    positions = turned_grid((5, 6), step, 20.0)
    bounds = mask_nodes(*positions, np.nan, np.nan, 0.0)
    known, unknown = (
        Nodes(*positions, step, (2, 3), bounds),
        Nodes(*positions, step, (2, 3)),
    )
    row, col = 2 * step[0], 3 * step[1]
    height, width = full_shape((5, 6), step)
    frame = Window(0, 0, 100, 100)
    for part in (
        Window(col, row, width, height),
        Window(col, row, width - 1, height),
        Window(col + 1, row + 1, width - 2, height - 3),
    ):
        found = source_window(known, part, 2, frame)
        assert found == source_window(unknown, part, 2, frame)
        assert found is not None


def test_source_window_is_clipped_to_the_source():
    nodes = Nodes(*turned_grid((3, 3), (9, 9), 0, (0, 0)), (9, 9))
    window = source_window(nodes, Window(0, 0, 19, 19), 2, Window(0, 0, 9, 8))
    assert window == Window(0, 0, 9, 8)


@pytest.mark.parametrize("shift", [-300, 300, 1e300, -np.inf])
def test_source_window_of_positions_far_away_is_none(shift):
    nodes = Nodes(*turned_grid((3, 3), (9, 9), 0, (50, 50)) + shift, (9, 9))
    assert source_window(nodes, Window(0, 0, 19, 19), 2, Window(0, 0, 100, 100)) is None


def test_source_window_of_masked_nodes_is_none():
    nodes = Nodes(*np.full((2, 3, 3), np.nan), (9, 9))
    assert source_window(nodes, Window(0, 0, 19, 19), 2, Window(0, 0, 100, 100)) is None


def test_bounds_window_of_an_outlier_ends_at_the_source():
    window = bounds_window((10.5, 1e18, 3.0, 3.0), 1, Window(0, 0, 30, 20))
    assert window == Window(2, 9, 3, 11)
