import numpy as np
import pytest
from gridr_qgis.core.window import (
    strips,
    tiles,
    window_clip,
    window_halves,
    window_is_empty,
    window_of,
    window_ranges,
    window_relative,
    window_rims,
    window_shape,
    window_slices,
)
from hypothesis import example, given
from hypothesis import strategies as st
from rasterio.windows import Window

offsets = st.integers(-50, 50)
sizes = st.integers(0, 40)
windows = st.builds(Window, offsets, offsets, sizes, sizes)
positive = st.integers(1, 60)


def test_window_of_puts_rows_first():
    assert window_of(((2, 5), (7, 8))) == Window(7, 2, 1, 3)


def test_window_of_inverted_ranges_is_empty():
    assert window_is_empty(window_of(((5, 2), (0, 4))))


@given(windows)
def test_ranges_are_the_inverse_of_window_of(window):
    assert window_of(window_ranges(window)) == window


def test_slices_cut_the_shape_out():
    window = Window(1, 2, 3, 4)
    assert np.zeros((9, 9))[window_slices(window)].shape == window_shape(window)


def test_clip_of_overlapping_windows():
    clipped = window_clip(Window(0, 0, 5, 5), Window(3, 4, 9, 9))
    assert clipped == Window(3, 4, 2, 1)


@given(windows, windows)
def test_clip_holds_the_common_pixels(a, b):
    common = _pixels(a) & _pixels(b)
    assert _pixels(window_clip(a, b)) == common


@given(windows, windows)
def test_relative_keeps_the_shape_and_counts_from_the_other(window, to):
    relative = window_relative(window, to)
    assert window_shape(relative) == window_shape(window)
    assert (relative.row_off + to.row_off, relative.col_off + to.col_off) == (
        window.row_off,
        window.col_off,
    )


@given(st.builds(Window, offsets, offsets, positive, positive))
def test_halves_hold_every_pixel_once(window):
    if window_shape(window) == (1, 1):
        return
    first, second = window_halves(window)
    assert not _pixels(first) & _pixels(second)
    assert _pixels(first) | _pixels(second) == _pixels(window)
    assert not window_is_empty(first)
    assert not window_is_empty(second)


@pytest.mark.parametrize(
    ("shape", "expected"), [((4, 1), [(2, 1), (2, 1)]), ((3, 5), [(3, 2), (3, 3)])]
)
def test_halves_cut_the_longer_side(shape, expected):
    halves = window_halves(Window(0, 0, shape[1], shape[0]))
    assert [window_shape(half) for half in halves] == expected


def test_tiles_literally():
    assert list(tiles(Window(10, 20, 5, 3), (2, 3))) == [
        Window(10, 20, 3, 2),
        Window(13, 20, 2, 2),
        Window(10, 22, 3, 1),
        Window(13, 22, 2, 1),
    ]


@given(st.builds(Window, offsets, offsets, sizes, sizes), positive, positive)
def test_tiles_hold_every_pixel_once(window, rows, cols):
    count = np.zeros(window_shape(window), int)
    for tile in tiles(window, (rows, cols)):
        assert tile.height <= rows
        assert tile.width <= cols
        count[window_slices(window_relative(tile, window))] += 1
    assert (count == 1).all()


@given(st.builds(Window, offsets, offsets, positive, sizes), positive)
def test_strips_are_full_width_and_sum_to_the_height(window, rows):
    heights = [strip.height for strip in strips(window, rows)]
    assert all(strip.width == window.width for strip in strips(window, rows))
    assert sum(heights) == window.height
    assert all(height == rows for height in heights[:-1])


def _pixels(window):
    (row, row_stop), (col, col_stop) = window_ranges(window)
    return {(r, c) for r in range(row, row_stop) for c in range(col, col_stop)}


@given(windows, windows)
@example(Window(0, 0, 9, 9), Window(3, 4, 2, 1))
def test_rims_and_the_inner_window_hold_every_pixel_once(outer, other):
    inner = window_clip(outer, other)
    rims = window_rims(outer, inner)
    assert len(rims) <= 4
    covered = np.zeros(window_shape(outer), int)
    for each in (*rims, inner):
        covered[window_slices(window_relative(each, outer))] += 1
    if not window_is_empty(inner):
        assert (covered == 1).all()
    assert not any(map(window_is_empty, rims))
