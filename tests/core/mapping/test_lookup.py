"""A source that lies on the map by a GLT."""

import numpy as np
import pytest
from affine import Affine
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.mapping import lookup as module
from gridr_qgis.core.mapping.crs import crs_of
from gridr_qgis.core.mapping.lookup import Lookup, check_lookup
from gridr_qgis.core.raster.header import read_header
from gridr_qgis.core.raster.reader import Reader
from helpers.affines import along
from helpers.headers import header
from helpers.swaths import write_lookup

LONLAT = crs_of("EPSG:4326", "")
PLACE = Affine(0.5, 0, 170, 0, -0.5, 20)
RANDOM = np.random.default_rng(1)
ROWS, COLS = RANDOM.integers(-1, 40, (2, 30, 50))
EMPTY = (ROWS < 0) | (COLS < 0)


def lookup_of(path, transform=PLACE, rows=ROWS, cols=COLS, **profile):
    name = write_lookup(path / "glt.tif", rows, cols, transform, **profile)
    return Lookup(LONLAT, transform, read_header(name), Reader(name))


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("at_once", [1, 300, 10**6])
def test_places_have_the_pixel_that_the_glt_names(
    tmp_path, turned, at_once, monkeypatch
):
    monkeypatch.setattr(module, "AT_ONCE", at_once)
    place = Affine(0.4, 0.3, 170, 0.3, -0.4, 20) if turned else PLACE
    found = lookup_of(tmp_path, place)
    i, j = np.mgrid[0:30:3, 0:50:7]
    x, y = along(place, j + RANDOM.uniform(0.1, 0.9, j.shape), i + 0.5)
    rows, cols = found.positions(x, y)
    known = ~EMPTY[i, j]
    np.testing.assert_array_equal(np.isfinite(rows), known)
    np.testing.assert_array_equal(rows[known], ROWS[i, j][known])
    np.testing.assert_array_equal(cols[known], COLS[i, j][known])
    # longitudes at another turn
    np.testing.assert_array_equal(found.positions(x - 360, y)[0], rows)


def test_beside_the_glt_there_is_nothing(tmp_path):
    x, y = np.array([169.9, 195.1, 180, np.nan]), np.array([15, 15, 20.1, 15.0])
    assert np.isnan(lookup_of(tmp_path).positions(x, y)).all()


def test_negative_numbers_are_of_pixels_taken_from_beside(tmp_path):
    rows = np.array([[-5, 3]])  # stored as -4 and 4
    found = lookup_of(tmp_path, rows=rows, cols=rows)
    assert found.read(((0, 1), (0, 2))).tolist() == [[[3, 3]], [[3, 3]]]


def test_nodata_is_nothing(tmp_path):
    rows = np.array([[7, 3]])
    found = lookup_of(tmp_path, rows=rows, cols=rows, nodata=8)
    assert np.isnan(found.read(((0, 1), (0, 2)))[:, 0, 0]).all()


def test_a_glt_of_another_scene_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "AT_ONCE", 100)
    found = lookup_of(tmp_path)
    check_lookup(found, header("src", (40, 40), "uint8"))
    sentence = "is of another scene: it names rows up to 40 and columns up to 40, and"
    for shape in ((39, 40), (40, 39)):
        with pytest.raises(GridrError, match=sentence):
            check_lookup(found, header("src", shape, "uint8"))


def test_an_empty_glt_is_refused(tmp_path):
    found = lookup_of(tmp_path, rows=0 * ROWS - 1)
    with pytest.raises(GridrError, match="names no pixel: all of it is 0 or nodata"):
        check_lookup(found, header("src", (40, 40), "uint8"))
