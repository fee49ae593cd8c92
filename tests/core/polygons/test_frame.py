import numpy as np
import pytest
from affine import Affine
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.polygons.frame import map_frame, pixel_frame
from gridr_qgis.core.polygons.mask import polygon_mask
from hypothesis import assume, given
from hypothesis import strategies as st
from rasterio.windows import Window
from shapely.geometry import Polygon, box

WINDOW = Window(0, 0, 9, 7)
TURNED = Affine(20, 3, 500_000, -2, -10, 4_600_000)
CORNERS = [(1.7, 0.6), (6.4, 1.2), (5.5, 5.8), (0.8, 4.3)]
"""Of a polygon, (x, y) in pixels with centres at whole numbers."""


def moved(affine, x, y):
    a, b, c, d, e, f = affine[:6]
    return a * x + b * y + c, d * x + e * y + f


coefficients = st.floats(-50, 50)


@given(st.tuples(*6 * [coefficients]), st.floats(-99, 99), st.floats(-99, 99))
def test_the_map_is_taken_back_to_the_pixel_it_shows(terms, row, col):
    transform = Affine(*terms)
    assume(abs(transform.determinant) > 1e-3)
    there = moved(transform, col + 0.5, row + 0.5)
    back = moved(map_frame(transform), *there)
    assert back == pytest.approx((col, row), abs=1e-4)


def test_without_georeference_the_map_is_what_qgis_draws():
    assert moved(map_frame(None), 0.5, -0.5) == (0, 0)
    assert moved(map_frame(None), 3.5, -2.5) == (3, 2)


def test_pixels_count_from_their_origin():
    assert moved(pixel_frame((10.5, -3)), 4, 12) == (7, 1.5)


@pytest.mark.parametrize("origin", [(1,), (1, 2, 3), (0, np.nan), (np.inf, 0)])
def test_an_origin_that_is_none(origin):
    with pytest.raises(GridrError, match="must be two finite numbers, got .*Give"):
        pixel_frame(origin)


def test_pixels_without_an_area_are_refused():
    with pytest.raises(GridrError, match="without an area on the map.*in pixels"):
        map_frame(Affine(1, 2, 0, 2, 4, 0))


def test_a_polygon_masks_the_same_pixels_in_every_frame():
    expected = polygon_mask(Polygon(CORNERS), None, pixel_frame((0, 0))).valid(WINDOW)
    assert expected.any()
    assert not expected.all()
    for frame, affine in (
        (pixel_frame((-40, 30)), Affine(1, 0, 30, 0, 1, -40)),
        (map_frame(TURNED), Affine(20, 3, 500_011.5, -2, -10, 4_599_994)),
        (map_frame(None), Affine(1, 0, 0.5, 0, -1, -0.5)),
    ):
        there = Polygon([moved(affine, *corner) for corner in CORNERS])
        got = polygon_mask(there, None, frame).valid(WINDOW)
        np.testing.assert_array_equal(got, expected)


def test_a_polygon_that_reaches_too_far_is_cut_in_pixels():
    far = box(-1e12, -1e12, 5e12, 500_000.0)
    # a thousandth of a unit a pixel: the box ends at pixel 500
    frame = map_frame(Affine(1000, 0, 0, 0, 1000, 0))
    valid = polygon_mask(far, None, frame).valid(Window(0, 495, 3, 10))
    assert valid.all(axis=1).tolist() == 5 * [True] + 5 * [False]
