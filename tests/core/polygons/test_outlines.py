from types import SimpleNamespace

import numpy as np
import pytest
from affine import Affine
from gridr_qgis.core.polygons import outlines
from gridr_qgis.core.polygons.given import as_polygons
from gridr_qgis.core.polygons.outlines import (
    FARTHEST,
    LINK,
    POLYGON_END,
    RING_END,
    joined_ranges,
    outlines_of,
)
from helpers.polygons import BOX, OTHER, WHOLE, coast, some_polygons
from helpers.reference.polygons import crossings
from hypothesis import given
from hypothesis import strategies as st
from rasterio.windows import Window
from shapely.affinity import affine_transform
from shapely.geometry import Polygon, box

SAME = Affine.identity()
TURNED = Affine(2, 0.5, -3, -1, 3, 7)


def made(polygons, to_pixels=SAME):
    return outlines_of(as_polygons(polygons, "polygons"), to_pixels)


def rings_of(points, ends):
    """Return the rings of flat arrays, each float64 (n, 2)."""
    return np.split(points, np.flatnonzero(ends)[:-1] + 1)


def odd(rings, x, y):
    """Tell which points an odd number of rings surrounds."""
    lines = [SimpleNamespace(coords=ring) for ring in rings]  # some have two vertices
    return np.logical_xor.reduce([crossings(line, x, y) for line in lines])


@pytest.mark.parametrize("seed", range(4))
def test_points_are_the_closed_rings_of_all_polygons(seed):
    polygons = as_polygons(some_polygons(seed), "polygons")
    rings = [ring for p in polygons for ring in (p.exterior, *p.interiors)]
    got = outlines_of(polygons, TURNED)
    for ring, expected in zip(rings_of(got.points, got.ends), rings):
        moved = affine_transform(expected, (2, 0.5, -1, 3, -3, 7)).coords
        np.testing.assert_allclose(ring, np.array(moved), rtol=0, atol=1e-12)
    assert np.count_nonzero(got.ends) == len(rings)
    last = np.cumsum([1 + len(p.interiors) for p in polygons]) - 1
    kinds = np.full(len(rings), RING_END)
    kinds[last] = POLYGON_END
    assert got.ends[got.ends > 0].tolist() == kinds.tolist()


@pytest.mark.parametrize("vertices", [3, LINK - 1, LINK, LINK + 1, 5 * LINK])
def test_blocks_are_stretches_of_one_ring_with_its_bounds(vertices):
    got = made([BOX, coast(vertices)])
    starts, stops = got.link_start[:-1], got.link_start[1:]
    assert (starts[0], stops[-1]) == (0, len(got.points))
    for start, stop, bounds in zip(starts, stops, got.link_bounds.T):
        assert 0 < stop - start <= LINK
        assert not got.ends[start : stop - 1].any()
        points = got.points[start:stop]
        assert bounds.tolist() == [*points.min(axis=0), *points.max(axis=0)]


def test_polygons_have_the_bounds_that_shapely_says():
    polygons = as_polygons(some_polygons(1), "polygons")
    got = outlines_of(polygons, SAME)
    assert got.polygon_bounds.T.tolist() == [list(p.bounds) for p in polygons]
    assert got.polygon_start[-1] == len(got.link_start) - 1
    sizes = [sum(len(r.coords) for r in (p.exterior, *p.interiors)) for p in polygons]
    first = got.link_start[got.polygon_start]
    assert np.diff(first).tolist() == sizes
    assert got.largest() == max(sizes)


def test_no_polygons_have_empty_outlines():
    got = made([])
    assert (got.points.shape, got.largest()) == ((0, 2), 0)
    assert got.meeting(WHOLE).tolist() == []


def test_third_coordinates_are_ignored():
    solid = Polygon([(x, y, 7.0) for x, y in BOX.exterior.coords])
    np.testing.assert_array_equal(made(solid).points, made(BOX).points)


def test_bytes_are_those_of_all_arrays():
    got = made(some_polygons(2))
    arrays = [value for value in vars(got).values() if isinstance(value, np.ndarray)]
    assert len(arrays) == 6
    assert got.nbytes() == sum(array.nbytes for array in arrays)


@pytest.mark.parametrize(
    ("window", "met"),
    [
        (WHOLE, [0, 1]),
        (Window(0, 0, 3, 12), []),  # its last centre is at 2, its border at 2.5
        (Window(0, 0, 4, 12), [0]),
        (Window(9, 0, 5, 3), [1]),
        (Window(9, 3, 5, 9), []),
    ],
)
def test_windows_meet_the_polygons_whose_bounds_reach_a_pixel(window, met):
    assert made([BOX, OTHER]).meeting(window).tolist() == met


@st.composite
def placed(draw):
    """Draw polygons, and a window about them."""
    polygons = some_polygons(draw(st.integers(0, 10_000)), draw(st.booleans()), 3)
    col, row = draw(st.integers(-4, 14)), draw(st.integers(-4, 12))
    return polygons, Window(col, row, draw(st.integers(1, 9)), draw(st.integers(1, 9)))


@given(placed())
def test_reduced_rings_surround_the_same_places_of_a_window(drawn):
    polygons, window = drawn
    whole = made(polygons)
    points, ends = whole.reduced(np.arange(len(whole.polygon_start) - 1), window)
    random = np.random.default_rng(0)
    x = window.col_off - 0.5 + random.random(60) * window.width
    y = window.row_off - 0.5 + random.random(60) * window.height
    expected = odd(rings_of(whole.points, whole.ends), x, y)
    assert (odd(rings_of(points, ends), x, y) == expected).all()
    assert len(points) <= len(whole.points)
    assert ends[ends > 0].tolist() == whole.ends[whole.ends > 0].tolist()


def test_vertices_away_from_a_window_are_left_out():
    window = Window(90, 0, 20, 60)
    whole = made(coast(5000))
    points, _ = whole.reduced(np.array([0]), window)
    assert len(points) < 300
    inside = np.abs(whole.points - (99.5, 29.5)) <= (10, 30)
    within = {tuple(point) for point in whole.points[inside.all(axis=1)].tolist()}
    assert len(within) > 100
    assert within <= {tuple(point) for point in points.tolist()}


def test_reduced_keeps_the_polygons_asked_for():
    whole = made([BOX, OTHER, box(0, 0, 1, 1)])
    points, ends = whole.reduced(np.array([0, 2]), WHOLE)
    expected = np.concatenate([made(BOX).points, made(box(0, 0, 1, 1)).points])
    np.testing.assert_array_equal(points, expected)
    assert np.flatnonzero(ends == POLYGON_END).tolist() == [4, 9]


@pytest.mark.parametrize("batch", [1, 5, 12, 1000])
def test_batches_hold_every_polygon_once_in_order(monkeypatch, batch):
    monkeypatch.setattr(outlines, "BATCH", batch)
    whole = made([box(n, 0, n + 1, 1) for n in range(9)])
    asked = np.array([0, 1, 2, 3, 4, 5, 7, 8])
    batches = whole.batches(asked)
    np.testing.assert_array_equal(np.concatenate(batches), asked)
    # each box has five vertices; a batch begins below its size, and ends with a box
    assert max(5 * len(some) for some in batches) < batch + 5


@pytest.mark.parametrize("size", [1e10, 1e15, 1e30])
def test_polygons_that_reach_too_far_are_cut(size):
    got = made([box(-size, 4, size, 6), box(size, size, 2 * size, 2 * size)])
    assert len(got.polygon_start) == 2  # nothing of the second is near
    assert got.polygon_bounds[:, 0].tolist() == [-FARTHEST, 4, FARTHEST, 6]


@given(st.lists(st.tuples(st.integers(-9, 99), st.integers(0, 9)), max_size=9))
def test_joined_ranges_are_numpy_ranges(ranges):
    starts = np.array([start for start, _ in ranges], np.int64)
    stops = starts + np.array([count for _, count in ranges], np.int64)
    expected = [n for start, stop in zip(starts, stops) for n in range(start, stop)]
    assert joined_ranges(starts, stops).tolist() == expected
