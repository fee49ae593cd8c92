import time

import numpy as np
import pytest
from affine import Affine
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.grid import geometry
from gridr_qgis.core.grid.geometry import (
    check_step,
    extent_ranges,
    full_shape,
    full_transform,
    node_shape,
    node_transform,
    node_window,
    resolve_window,
)
from gridr_qgis.core.window import window_of
from hypothesis import example, given
from hypothesis import strategies as st
from rasterio.windows import Window

steps = st.tuples(st.integers(1, 7), st.integers(1, 7))


def test_full_shape():
    assert full_shape((101, 101), (10, 10)) == (1001, 1001)
    assert full_shape((4, 7), (1, 1)) == (4, 7)
    assert full_shape((1, 3), (1, 5)) == (1, 11)


def test_full_transform_keeps_the_node_centres():
    transform = Affine(20, 3, 500, -2, -10, 900)
    full = full_transform(transform, (5, 4), Window(0, 0, 9, 9))
    for i, j in [(0, 0), (3, 7), (11, 2)]:
        node = place(transform, j + 0.5, i + 0.5)
        assert place(full, 4 * j + 0.5, 5 * i + 0.5) == pytest.approx(node)


def place(transform, col, row):
    """Map (col, row) by hand: affine 2 has no `@`, affine 3 warns of `*`."""
    a, b, c, d, e, f = transform[:6]
    return a * col + b * row + c, d * col + e * row + f


@given(steps, st.integers(0, 99), st.integers(0, 99))
def test_transform_of_a_window_is_the_crop_of_the_whole(step, row, col):
    transform = Affine(20, 3, 500, -2, -10, 900)
    whole = full_transform(transform, step, Window(0, 0, 200, 200))
    part = full_transform(transform, step, Window(col, row, 50, 50))
    assert place(part, 0, 0) == pytest.approx(place(whole, col, row))
    assert place(part, 7, 9) == pytest.approx(place(whole, col + 7, row + 9))


@pytest.mark.parametrize(
    ("window", "step", "expected"),
    [
        (Window(0, 0, 1, 1), (5, 5), Window(0, 0, 1, 1)),
        (Window(0, 0, 6, 2), (5, 5), Window(0, 0, 2, 2)),
        (Window(4, 5, 2, 6), (5, 5), Window(0, 1, 2, 2)),
        (Window(3, 2, 4, 4), (1, 1), Window(3, 2, 4, 4)),
    ],
)
def test_node_window(window, step, expected):
    assert node_window(window, step) == expected


def looked_up(extent, transform, shape, step):
    """Return the window of the pixels in an extent by a look at each of them."""
    full = Affine(1, 0, 0, 0, -1, 0)
    if transform is not None:
        full = full_transform(transform, step, Window(0, 0, 1, 1))
    rows, cols = full_shape(shape, step)
    row, col = np.mgrid[:rows, :cols] + 0.5
    x, y = place(full, col, row)
    x_min, y_min, x_max, y_max = extent
    hits = np.nonzero((x >= x_min) & (x <= x_max) & (y >= y_min) & (y <= y_max))
    if not hits[0].size:
        return None
    return tuple((int(hit.min()), int(hit.max()) + 1) for hit in hits)


coefficients = st.floats(-20, 20)
ends = st.lists(st.floats(-300, 300), min_size=2, max_size=2).map(sorted)


@given(steps, st.tuples(*6 * [coefficients]), ends, ends)
@example((1, 1), (1.0, 0.0, 0.0, 0.0, -1.0, 0.0), [0.5, 3.5], [-2.5, -0.5])
@example((3, 2), (0.1, 0.0, 0.3, 0.0, 0.1, 0.7), [0.3, 0.35], [0.7, 0.75])
@example((2, 2), (0.0, 0.0, 1.0, 0.0, 0.0, 1.0), [0.0, 2.0], [0.0, 2.0])
@example((2, 2), (3.0, 4.0, 0.0, 6.0, 8.0, 0.0), [0.0, 50.0], [0.0, 99.0])
@example((1, 1), (1.0, -1.0, 0.0, 0.0, 1.9e-224, 1.0), [0.0, 0.0], [0.0, 1.0])
def test_extent_ranges_are_those_of_a_look_at_every_pixel(step, terms, xs, ys):
    extent = xs[0], ys[0], xs[1], ys[1]
    transform = Affine(*terms)
    got = extent_ranges(extent, transform, (5, 7), step)
    assert got == looked_up(extent, transform, (5, 7), step)


@given(ends, ends)
def test_extent_ranges_without_georeference(xs, ys):
    extent = xs[0] / 10, ys[0] / 10, xs[1] / 10, ys[1] / 10
    got = extent_ranges(extent, None, (5, 7), (3, 2))
    assert got == looked_up(extent, None, (5, 7), (3, 2))


@pytest.mark.parametrize("angle", [0, 33])
def test_extent_ranges_of_a_large_output_take_no_look_at_every_pixel(angle):
    cos, sin = np.cos(np.radians(angle)), np.sin(np.radians(angle))
    transform = Affine(cos, -sin, 7, sin, cos, 9)
    ranges = extent_ranges((-1e9, -1e9, 1e9, 1e9), transform, (11, 11), (10**5,) * 2)
    assert ranges == ((0, 10**6 + 1), (0, 10**6 + 1))


@pytest.mark.parametrize("rows", [geometry.ROWS_AT_ONCE, 3, 1])
def test_extent_ranges_do_not_depend_on_the_rows_at_once(rows, monkeypatch):
    transform, shape, step = Affine(2, -1, 7, 1, 2, 9), (40, 30), (2, 3)
    monkeypatch.setattr(geometry, "ROWS_AT_ONCE", rows)
    for extent in ((0, 20, 40, 60), (7.4, 9.1, 7.9, 9.7), (60, 0, 61, 10)):
        expected = looked_up(extent, transform, shape, step)
        assert extent_ranges(extent, transform, shape, step) == expected


@pytest.mark.parametrize("far", [1e9, 1e15, 1e17])
def test_extent_ranges_where_coordinates_round_away_most_of_a_pixel(far):
    transform = Affine(1e-3, -2e-3, far, 2e-3, 1e-3, -far)
    for half in (0, 5e-3, 1.0, 64.0):
        extent = far - half, -np.inf, far + half, np.inf  # a row is not left out
        expected = looked_up(extent, transform, (30, 40), (2, 1))
        assert extent_ranges(extent, transform, (30, 40), (2, 1)) == expected


def test_extent_ranges_of_millions_of_turned_rows_take_a_moment():
    cos, sin = np.cos(0.5), np.sin(0.5)
    transform, shape = Affine(cos, -sin, 7, sin, cos, 9), (501, 301)
    started = time.process_time()
    ranges = extent_ranges((-1e9, -1e9, 1e9, 1e9), transform, shape, (10**4,) * 2)
    assert ranges == ((0, 5_000_001), (0, 3_000_001))
    assert time.process_time() - started < 5


def test_extent_ranges_of_an_endless_output():
    extent = (2e8 - 0.5, -4.5, 2e8 + 0.5, -1.5)
    shape, step = (2, 2), (10**9, 10**9)
    got = extent_ranges(extent, Affine(1e9, 0, 0, 0, -1e9, 0), shape, step)
    # the grid's corner lies half a node from the centre of the first pixel
    assert got is None
    got = extent_ranges((0, -9.5, 4.5, -1.5), None, shape, step)
    assert got == ((1, 10), (0, 5))


@pytest.mark.parametrize("angle", [0, 33])
def test_an_endless_extent_holds_all_and_none_that_is_no_number(angle):
    cos, sin = np.cos(np.radians(angle)), np.sin(np.radians(angle))
    transform = Affine(cos, -sin, 7, sin, cos, 9)
    endless = (-np.inf, -np.inf, np.inf, np.inf)
    assert extent_ranges(endless, transform, (5, 7), (3, 2)) == ((0, 13), (0, 13))
    assert extent_ranges((0, 0, np.nan, 99), transform, (5, 7), (3, 2)) is None


@pytest.mark.parametrize(
    ("ranges", "message"),
    [
        (((-1, 2), (0, 3)), "rows -1 to 1 leave the output, whose rows are 0 to"),
        (((0, 2), (0, 4)), "columns 0 to 3 leave the output, whose columns are 0 to 2"),
        (((2, 2), (0, 3)), "first row 2 comes after its last 1"),
        (None, "output would have 3221225473 rows, more than the 2147483647"),
    ],
)
def test_a_window_is_refused(ranges, message):
    with pytest.raises(GridrError, match=message):
        resolve_window(ranges, (4, 3), (2**30, 1))


@pytest.mark.parametrize(
    ("shape", "step", "message"),
    [
        ((1, 5), (2, 1), "single node along its rows"),
        ((5, 1), (1, 2), "single node along its columns"),
        ((5, 5), (0, 1), "row resolution must be at least 1"),
        ((5, 5), (1, 2**31), "column resolution must be at most 2147483647"),
    ],
)
def test_a_resolution_is_refused(shape, step, message):
    with pytest.raises(GridrError, match=message):
        check_step(shape, step)


def test_a_single_node_is_a_pixel():
    check_step((1, 1), (1, 1))
    assert resolve_window(None, (1, 1), (1, 1)) == Window(0, 0, 1, 1)


@pytest.mark.parametrize("step", [(1, 1), (2, 3), (16, 7)])
def test_nodes_cover_an_output_and_no_more_than_they_must(step):
    for shape in ((1, 1), (2, 2), (16, 17), (17, 15), (100, 101)):
        nodes = node_shape(shape, step)
        covered, less = full_shape(nodes, step), tuple(n - 1 for n in nodes)
        assert all(have >= size for have, size in zip(covered, shape))
        assert all(
            n == 0 or have < size
            for n, have, size in zip(less, full_shape(less, step), shape)
        )
        assert node_shape(covered, step) == nodes


def test_the_transform_of_a_grid_leads_back_to_its_outputs():
    turned = Affine(0.3, 0.1, 1234.5, 0.2, -0.4, 5e6)
    start = window_of(((0, 0), (0, 0)))
    for step in ((1, 1), (2, 3), (16, 7)):
        back = full_transform(node_transform(turned, step), step, start)
        assert back.almost_equals(turned, 1e-9)
