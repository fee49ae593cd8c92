"""From pixels of a target to positions in a source."""

import numpy as np
from affine import Affine
from gridr_qgis.core.mapping.crs import crs_of, operation_of
from gridr_qgis.core.mapping.mapping import Mapping
from gridr_qgis.core.mapping.models import Georeferenced
from gridr_qgis.core.mapping.template import Template
from helpers.affines import along
from rasterio.warp import transform

LONLAT, UTM = crs_of("EPSG:4326", ""), crs_of("EPSG:32618", "")
AFFINE = Affine(300, 0, 101985, 0, -300, 2826915)


def mapping(template_transform):
    template = Template((50, 60), template_transform, LONLAT)
    model = Georeferenced(UTM, AFFINE, (718, 791))
    return Mapping(template, operation_of(LONLAT, UTM), model)


def test_positions_go_through_both_systems():
    here = Affine(0.01, 0, -78, 0, -0.01, 25)
    rows, cols = np.mgrid[0:50:7, 0:60:7].astype(float)
    lon, lat = along(here, cols + 0.5, rows + 0.5)
    x, y = transform("EPSG:4326", "EPSG:32618", lon.ravel(), lat.ravel())
    expected = np.array(along(~AFFINE, np.array(x), np.array(y)))[::-1] - 0.5
    found = mapping(here).positions(rows, cols)
    np.testing.assert_allclose(found.reshape(2, -1), expected, rtol=0, atol=1e-8)


def test_where_the_way_ends_both_coordinates_are_nan():
    # a quarter around the globe the projection has no place
    found = mapping(Affine(1, 0, -78, 0, -1, 1)).positions(
        np.array([0.0, 0.0]), np.array([3.0, 92.5])
    )
    assert np.isfinite(found).all(axis=0).tolist() == [True, False]
    assert np.isnan(found[:, 1]).all()


def test_points_need_no_preparation():
    found = mapping(Affine(0.01, 0, -78, 0, -0.01, 25))
    assert found.at_once
    assert found.prepare(lambda share: False) is None
    assert not found.ends_inside()
