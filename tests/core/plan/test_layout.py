import pickle

import numpy as np
from gridr_qgis.core.plan.layout import Layout
from gridr_qgis.core.window import window_relative, window_shape, window_slices
from hypothesis import given
from hypothesis import strategies as st
from rasterio.windows import Window

offsets, sides = st.integers(0, 500), st.integers(1, 300)
cuts = st.integers(20, 400)


@given(offsets, offsets, sides, sides, cuts, cuts, cuts)
def test_strips_and_tiles_hold_the_window_once(row, col, rows, cols, strip_rows,
                                               tile_rows, tile_cols):  # fmt: skip
    window = Window(col, row, cols, rows)
    layout = Layout(window, strip_rows, (tile_rows, tile_cols), 1)
    pixels, next_row = 0, row
    for strip in layout.strips():
        assert (strip.row_off, strip.col_off, strip.width) == (next_row, col, cols)
        assert strip.height <= strip_rows
        next_row += strip.height
        covered = np.zeros(window_shape(strip), np.uint8)
        for tile in layout.tiles(strip):
            assert tile.height <= tile_rows
            assert tile.width <= tile_cols
            covered[window_slices(window_relative(tile, strip))] += 1
            pixels += tile.height * tile.width
        assert (covered == 1).all()
    assert pixels == rows * cols
    assert next_row == row + rows


def test_tiles_come_row_by_row_from_the_upper_left():
    layout = Layout(Window(7, 5, 5, 4), 3, (2, 3), 1)
    strips = list(layout.strips())
    assert strips == [Window(7, 5, 5, 3), Window(7, 8, 5, 1)]
    assert list(layout.tiles(strips[0])) == [
        Window(7, 5, 3, 2), Window(10, 5, 2, 2), Window(7, 7, 3, 1), Window(10, 7, 2, 1)
    ]  # fmt: skip
    assert list(layout.tiles(strips[1])) == [Window(7, 8, 3, 1), Window(10, 8, 2, 1)]


@given(offsets, offsets, sides, sides)
def test_shape_and_pixels_are_those_of_the_window(row, col, rows, cols):
    layout = Layout(Window(col, row, cols, rows), 1, (1, 1), 1)
    assert layout.shape == np.empty((rows, cols)).shape
    assert layout.pixels == np.empty((rows, cols)).size


def test_a_layout_travels():
    layout = Layout(Window(7, 5, 5, 4), 3, (2, 3), 2, "int16", (1, 0), -9.0)
    assert pickle.loads(pickle.dumps(layout)) == layout
