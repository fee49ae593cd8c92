"""Quads that a map tears."""

import numpy as np
from gridr_qgis.core.mapping.corners import corners_of
from gridr_qgis.core.mapping.crs import crs_of, operation_of
from gridr_qgis.core.mapping.swath import Swath
from gridr_qgis.core.mapping.torn import torn_quads
from helpers.swaths import Scanner

LONLAT, WEB = crs_of("EPSG:4326", ""), crs_of("EPSG:3857", "")


def torn(crs, **scanner):
    lon, lat = Scanner(**scanner).arrays
    swath = Swath(LONLAT, lon, lat, (0.0, 0.0), (1.0, 1.0), (0, 0))
    operation = operation_of(crs, LONLAT)
    corners = corners_of(len(lon), (0, 0))
    x, y = np.full((2, corners.down.size, lon.shape[1] + 2), np.nan)
    x[1:-1, 1:-1], y[1:-1, 1:-1] = swath.moved(operation, lon, lat)
    corners.extend(x, y, 0.0)
    return torn_quads(x, y, corners.own, swath, operation), lon


def test_quads_over_the_border_of_a_world_map_are_torn():
    found, lon = torn(WEB, lon=180.0)
    corners = np.stack([lon[:-1, :-1], lon[:-1, 1:], lon[1:, :-1], lon[1:, 1:]])
    over = np.ptp(corners, axis=0) > 180
    assert over.sum() > 100
    np.testing.assert_array_equal(found[1:-1, 1:-1], over)


def test_elsewhere_nothing_is_torn():
    polar = crs_of("EPSG:3413", "")
    for crs, place in ((WEB, {}), (polar, {"lat": 89.0}), (polar, {"lon": 180.0})):
        assert torn(crs, **place)[0].size == 0


def test_pixels_that_grow_at_a_limb_are_whole():
    # seen nearly along the ground, pixels are 20 times as long as in the middle
    assert torn(crs_of("EPSG:3035", ""), widest=64.0)[0].size == 0
