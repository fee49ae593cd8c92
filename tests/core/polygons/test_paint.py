import time
import warnings
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from gridr_qgis.core.polygons import outlines
from gridr_qgis.core.polygons import paint as painting
from gridr_qgis.core.polygons.frame import pixel_frame
from gridr_qgis.core.polygons.given import as_polygons
from gridr_qgis.core.polygons.outlines import outlines_of
from gridr_qgis.core.polygons.paint import paint
from gridr_qgis.core.window import tiles, window_shape, window_slices
from helpers.polygons import BOX, IN_BOX, OTHER, WHOLE, block, coast, some_polygons
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.windows import Window
from shapely.geometry import Point, Polygon, box


def outlined(geometry):
    return outlines_of(as_polygons(geometry, "polygons"), pixel_frame((0, 0)))


def painted(whole, window=WHOLE):
    """Return the pixels of a window that outlines cover, bool."""
    pixels = np.zeros(window_shape(window), np.uint8)
    paint(pixels, 1, whole, whole.meeting(window), window)
    return pixels.astype(bool)


def pixels_in(geometry, window=WHOLE):
    """Return {(row, col)} of the pixels in polygons."""
    where = np.argwhere(painted(outlined(geometry), window))
    return {tuple(p) for p in (where + (window.row_off, window.col_off)).tolist()}


def test_centres_on_the_contour_are_inside():
    assert pixels_in(BOX) == IN_BOX
    pixels = np.full(window_shape(WHOLE), 7, np.uint8)
    paint(pixels, 0, outlined(BOX), np.array([0]), WHOLE)
    assert {tuple(p) for p in np.argwhere(pixels == 0).tolist()} == IN_BOX
    assert set(pixels.ravel()) == {0, 7}


@pytest.mark.parametrize(("short", "counts"), [(9e-7, True), (1.1e-6, False)])
def test_contours_hardly_short_of_the_centre_count(short, counts):
    smaller = box(3 + short, 4 + short, 8 - short, 6 - short)
    inner = block((5, 6), (4, 8))
    edges = IN_BOX - {(4, 3), (4, 8), (6, 3), (6, 8)}  # corners are 1.4 as far
    assert pixels_in(smaller) == (edges if counts else inner)


def test_centre_on_a_slanted_contour_is_inside():
    found = pixels_in(Polygon([(0, 0), (12, 4), (0, 4)]))
    assert {(1, 3), (2, 6), (3, 9), (4, 12)} <= found
    assert not {(1, 4), (2, 7), (3, 10)} & found


def test_a_needle_covers_the_centres_that_it_touches():
    needle = Polygon([(1, 2), (9, 6), (9, 6 + 1e-9)])
    assert pixels_in(needle) == {(2, 1), (3, 3), (4, 5), (5, 7), (6, 9)}


def test_holes_are_outside_but_their_contour():
    ring = Polygon(box(1, 1, 9, 9).exterior.coords, [BOX.exterior.coords])
    assert pixels_in(ring) == block((1, 10), (1, 10)) - block((5, 6), (4, 8))


def test_overlapping_polygons_do_not_cancel():
    assert pixels_in([BOX, BOX, box(3, 4, 5, 6)]) == IN_BOX


def test_only_the_polygons_asked_for_are_painted():
    whole = outlined([BOX, OTHER, box(0, 8, 1, 9)])
    pixels = np.zeros(window_shape(WHOLE), np.uint8)
    paint(pixels, 1, whole, np.array([0, 2]), WHOLE)
    found = {tuple(p) for p in np.argwhere(pixels).tolist()}
    assert found == IN_BOX | block((8, 10), (0, 2))
    paint(pixels, 3, whole, np.array([], np.int64), WHOLE)
    assert not (pixels == 3).any()


@st.composite
def triangles(draw):
    """Draw triangles with vertices at quarters of pixels, and a window about them."""
    quarter = st.integers(-8, 48).map(lambda n: n / 4)
    corners = st.lists(st.tuples(quarter, quarter), min_size=3, max_size=3)
    shapes = draw(st.lists(corners, min_size=1, max_size=4))
    col, row = draw(st.integers(-4, 9)), draw(st.integers(-4, 9))
    window = Window(col, row, draw(st.integers(1, 8)), draw(st.integers(1, 8)))
    return as_polygons([Polygon(shape) for shape in shapes], "polygons"), window


@settings(max_examples=200)
@given(triangles())
def test_a_pixel_is_inside_where_shapely_finds_its_centre_on_a_polygon(drawn):
    # where a centre is not on such a contour, it is 1 / 300 pixel away from it
    polygons, window = drawn
    expected = np.zeros(window_shape(window), bool)
    for row, col in np.ndindex(*expected.shape):
        centre = Point(col + window.col_off, row + window.row_off)
        expected[row, col] = any(p.distance(centre) < 1e-9 for p in polygons)
    np.testing.assert_array_equal(painted(outlined(polygons), window), expected)


def test_vertices_away_from_a_window_may_be_skipped():
    whole = outlined(coast(5000))
    window = Window(0, 0, 200, 200)
    expected = painted(whole, window)
    points = np.stack(np.indices((200, 200))[::-1], axis=-1).reshape(-1, 2) - 100.0
    angle, distance = np.arctan2(points[:, 1], points[:, 0]), np.hypot(*points.T)
    shore = 80 + 15 * np.sin(5 * angle) + 6 * np.sin(37 * angle)
    inside = ((distance < shore) & (distance > 20)).reshape(200, 200)
    sure = (np.abs(distance - shore) > 0.1) & (np.abs(distance - 20) > 0.1)
    assert (expected == inside)[sure.reshape(200, 200)].all()
    for tile in tiles(window, (23, 41)):
        assert (painted(whole, tile) == expected[window_slices(tile)]).all()
        reduced, _ = whole.reduced(np.array([0]), tile)
        assert len(reduced) < 2500


def test_batches_do_not_change_a_pixel(monkeypatch):
    polygons = some_polygons(5, whole=True, count=12)
    expected = painted(outlined(polygons))
    for module, name, value in (
        (outlines, "BATCH", 10),
        (painting, "STEPS", 7),
        (outlines, "LINK", 3),
    ):
        monkeypatch.setattr(module, name, value)
        assert (painted(outlined(polygons)) == expected).all()


def test_threads_agree_and_leave_the_filters_of_warnings():
    whole = outlined(some_polygons(1, count=30))
    windows = list(tiles(Window(-3, -3, 20, 20), (3, 5))) * 3
    expected = [painted(whole, window) for window in windows]
    filters = list(warnings.filters)
    with ThreadPoolExecutor(4) as workers:
        got = list(workers.map(lambda window: painted(whole, window), windows))
    assert all((a == b).all() for a, b in zip(got, expected))
    assert warnings.filters == filters


def test_gdal_fills_for_one_thread_at_a_time(monkeypatch):
    filling, most = [], []

    def fill(shapes, **_):
        filling.append(1)
        most.append(len(filling))
        time.sleep(0.05)
        filling.pop()

    monkeypatch.setattr(painting, "rasterize", fill)
    whole = outlined(BOX)
    with ThreadPoolExecutor(4) as workers:
        list(workers.map(lambda _: painted(whole), range(4)))
    assert most == [1] * 4
