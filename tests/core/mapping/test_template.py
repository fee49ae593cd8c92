"""The template of an output: shape and place."""

import numpy as np
import pytest
from affine import Affine
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.mapping.crs import crs_of
from gridr_qgis.core.mapping.template import (
    Template,
    check_extent,
    check_pixel_size,
    template_of,
    template_over,
)
from helpers.affines import along
from helpers.headers import header

UTM = crs_of("EPSG:32618", "")
TURNED = Affine(3, 1, 100, 2, -4, 200)


def test_places_are_those_of_pixel_centres():
    template = Template((5, 7), TURNED, UTM)
    x, y = template.places(np.array([[1.0]]), np.array([[2.0]]))
    assert (x.item(), y.item()) == along(TURNED, 2.5, 1.5)


def test_the_extent_is_that_of_the_corners():
    assert Template((5, 7), TURNED, UTM).extent == (100, 180, 126, 214)


def test_a_raster_on_the_map_is_a_template():
    said = {"transform": TURNED, "crs_wkt": UTM.to_wkt()}
    template = template_of(header("t", (5, 7), "uint8", **said))
    assert template == Template((5, 7), TURNED, UTM)
    for lacking, words in (("transform", "georeference"), ("crs_wkt", "coordinate")):
        with pytest.raises(GridrError, match=f"The template 't' has no {words}"):
            template_of(header("t", (5, 7), "uint8", **{**said, lacking: None}))


@pytest.mark.parametrize(
    ("extent", "size", "shape"),
    [
        ((0, 0, 10, 20), (2, 2), (10, 5)),
        ((0, 0, 10, 20), (3, 3), (7, 3)),  # as gdalwarp rounds
        ((0, 0, 10, 20), (4, 4), (5, 3)),
        ((0, 0, 10, 20), (100, 100), (1, 1)),
        ((0, 0, 10, 20), (2, 4), (5, 5)),
    ],
)
def test_an_extent_is_filled_from_its_upper_left_corner(extent, size, shape):
    template = template_over(extent, size, UTM)
    assert template.shape == shape
    assert template.transform == Affine(size[0], 0, 0, 0, -size[1], 20)


@pytest.mark.parametrize("size", [0, -1, float("nan"), float("inf")])
def test_a_pixel_size_that_means_nothing_is_refused(size):
    with pytest.raises(GridrError, match="The pixel size must be above 0, got"):
        check_pixel_size(size)


@pytest.mark.parametrize("extent", [(0, 0, 0, 1), (0, 1, 1, 0), (2, 0, 1, 1)])
def test_an_extent_without_an_area_is_refused(extent):
    with pytest.raises(GridrError, match="has no area. Give x_min < x_max"):
        check_extent(extent)


def test_a_pixel_size_that_makes_millions_of_rows_is_refused():
    with pytest.raises(GridrError, match="2000000 rows x 1000000 columns, more than"):
        template_over((0, 0, 10, 20), (1e-5, 1e-5), UTM)
