"""The height of scans that overlap, told by the arrays alone."""

import numpy as np
import pytest
from gridr_qgis.core.mapping.crs import crs_of, operation_of
from gridr_qgis.core.mapping.scans import NONE, scans_of
from helpers.swaths import Scanner

LONLAT, UTM = crs_of("EPSG:4326", ""), crs_of("EPSG:32632", "")


@pytest.mark.parametrize("height", [0, 4, 10, 40])
@pytest.mark.parametrize("heading", [12, 168, -100])
@pytest.mark.parametrize("place", [(10, 40), (180, 0), (0, 88)])
def test_scans_show_at_the_edges(height, heading, place):
    lon, lat = place
    swath = Scanner(height=height, heading=heading, lon=lon, lat=lat)
    assert scans_of(*swath.arrays, LONLAT) == (height, 0)


def test_scans_show_on_maps_too():
    lon, lat = Scanner(height=10).arrays
    assert scans_of(*operation_of(LONLAT, UTM).moved(lon, lat), UTM) == (10, 0)


def test_a_part_of_a_swath_begins_within_a_scan():
    lon, lat = Scanner(height=10).arrays
    assert scans_of(lon[3:], lat[3:], LONLAT) == (10, 7)


def test_two_scans_are_enough():
    lon, lat = Scanner((20, 135), height=10).arrays
    assert scans_of(lon, lat, LONLAT) == (10, 0)
    assert scans_of(lon[:15], lat[:15], LONLAT) == NONE


def test_fill_values_hide_no_scans():
    lon, lat = (values.copy() for values in Scanner(height=10).arrays)
    for values in (lon, lat):
        values[:, 0] = np.nan
        values[40:60] = np.nan
    assert scans_of(lon, lat, LONLAT) == (10, 0)


def test_steps_backwards_here_and_there_are_no_scans():
    lon, lat = (values.copy() for values in Scanner().arrays)
    for row in (20, 37, 90, 101, 160):
        lat[row] -= 0.3
    assert scans_of(lon, lat, LONLAT) == NONE
    noise = np.random.default_rng(0).normal(0, 0.2, (2, *lon.shape))
    assert scans_of(lon + noise[0], lat + noise[1], LONLAT) == NONE
    assert scans_of(np.full((9, 9), np.nan), np.full((9, 9), np.nan), LONLAT) == NONE
