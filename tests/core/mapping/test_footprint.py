"""The target that geolocation arrays suggest."""

import numpy as np
import pytest
from affine import Affine
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.mapping.crs import crs_of, operation_of
from gridr_qgis.core.mapping.footprint import suggested_over
from gridr_qgis.core.mapping.swath import Swath
from helpers.swaths import Scanner

LONLAT = crs_of("EPSG:4326", "")


def swath(x, y, step=(1.0, 1.0), crs=LONLAT):
    return Swath(crs, x, y, (0.0, 0.0), step, (0, 0))


@pytest.mark.parametrize("west", [10, 170, 355, -181])
@pytest.mark.parametrize("step", [1, 4])
def test_a_lattice_suggests_itself(west, step):
    size = 0.25
    i, j = np.mgrid[0:30:step, 0:80:step]
    lon, lat = west + size * (j + 0.5), 50 - size * (i + 0.5)
    lon -= 360 * np.round(lon / 360)
    found = suggested_over(swath(lon, lat, (step, step)), LONLAT)
    # the middle is between -180 and 180, and there it goes on over the antimeridian
    first = -5 if west == 355 else west
    np.testing.assert_allclose(found.transform, Affine(size, 0, first, 0, -size, 50))
    assert found.shape == (29 if step == 4 else 30, 77 if step == 4 else 80)


def test_all_places_lie_in_it():
    for crs in (LONLAT, crs_of("EPSG:32632", ""), crs_of("EPSG:3035", "")):
        lon, lat = Scanner(height=10).arrays
        found = suggested_over(swath(lon, lat), crs)
        x, y = operation_of(LONLAT, crs).moved(lon, lat)
        x_min, y_min, x_max, y_max = found.extent
        size = found.transform.a
        assert found.transform.e == -size
        assert (x.min(), y.max()) == pytest.approx((x_min + size / 2, y_max - size / 2))
        assert x_max - 1.5 * size <= x.max() <= x_max
        assert y_min <= y.min() <= y_min + 1.5 * size


def test_pixels_are_as_large_as_the_sources():
    lon, lat = Scanner((200, 135), size=10.0, widest=20.0).arrays
    crs = crs_of("+proj=laea +lat_0=40 +lon_0=10 +R=6371000 +type=crs", "")
    found = suggested_over(swath(lon, lat), crs)
    # below the satellite columns are 20 / 67 degrees and 705 km apart
    wide = 705_000 * np.radians(20 / 67)
    assert found.transform.a == pytest.approx((10_000 * wide) ** 0.5, rel=0.1)


def test_holes_and_fill_values_at_the_border_do_not_matter():
    lon, lat = (values.copy() for values in Scanner().arrays)
    plain = suggested_over(swath(lon, lat), crs_of("EPSG:3035", ""))
    for values in (lon, lat):
        values[80:90, 30:50] = np.nan
    holed = suggested_over(swath(lon, lat), plain.crs)
    np.testing.assert_allclose(holed.extent, plain.extent, atol=plain.transform.a)
    lon[:20], lat[:20] = np.nan, np.nan
    less = suggested_over(swath(lon, lat), plain.crs)
    rest = suggested_over(swath(lon[20:], lat[20:]), plain.crs)
    size = plain.transform.a
    np.testing.assert_allclose(less.extent, rest.extent, atol=size)
    assert less.extent[1] > plain.extent[1] + 10 * size


def test_a_pole_takes_all_longitudes():
    found = suggested_over(swath(*Scanner(lat=89).arrays), LONLAT)
    assert found.extent[3] == 90
    assert found.extent[2] - found.extent[0] == pytest.approx(360, abs=1)


def test_places_that_the_target_does_not_have_are_refused():
    far = Scanner(lon=190, lat=-40).arrays
    crs = crs_of("+proj=ortho +lat_0=40 +lon_0=10 +R=6378137 +type=crs", "")
    with pytest.raises(
        GridrError, match="No four neighbours of the geolocation arrays"
    ):
        suggested_over(swath(*far), crs)
    x = np.full((5, 5), np.nan)
    x[::2, ::2] = 3
    with pytest.raises(GridrError, match="No four neighbours"):
        suggested_over(swath(x, x), LONLAT)
