"""Geolocation arrays: read, and what does not fit about them."""

import numpy as np
import pytest
import rasterio
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.mapping import arrays
from gridr_qgis.core.mapping.arrays import (
    array_band,
    check_fit,
    check_shapes,
    read_arrays,
)
from gridr_qgis.core.mapping.crs import crs_of
from helpers.data import write_raster
from helpers.headers import header

LONLAT, UTM = crs_of("EPSG:4326", ""), crs_of("EPSG:32631", "")
X = np.arange(12.0).reshape(3, 4)
Y = 50 - X


def bands(tmp_path, x=X, y=Y, **profile):
    return [
        array_band(write_raster(tmp_path / f"{axis}.tif", values, **profile), 1, axis)
        for axis, values in (("x", x), ("y", y))
    ]


@pytest.mark.parametrize("dtype", ["float32", "float64", "int16"])
@pytest.mark.parametrize("at_once", [1, 5, 1000])
def test_places_are_read_in_any_strips(tmp_path, dtype, at_once, monkeypatch):
    monkeypatch.setattr(arrays, "AT_ONCE", at_once)
    x, y = read_arrays(*bands(tmp_path, X.astype(dtype), Y.astype(dtype)), None, LONLAT)
    np.testing.assert_array_equal(x, X)
    np.testing.assert_array_equal(y, Y)
    assert x.dtype == ("float32" if dtype == "float32" else "float64")


def test_what_is_no_place_is_nan_in_both(tmp_path):
    x, y = X.copy(), Y.copy()
    x[0, 0], y[0, 1], x[1, 1], y[2, 2], x[2, 3] = -999, np.nan, np.inf, -7, 1e9
    found = read_arrays(*bands(tmp_path, x, y, nodata=-999), -7, UTM)
    for values in found:
        assert np.argwhere(np.isnan(values)).tolist() == [
            *([0, 0], [0, 1], [1, 1], [2, 2])
        ]
    # no longitude is that large, no latitude above a pole
    y[0, 3] = 90.1
    found = read_arrays(*bands(tmp_path, x, y, nodata=-999), -7, LONLAT)
    assert np.isnan(found[0])[[2, 0], [3, 3]].all()
    assert np.isfinite(found[1]).sum() == 6


def test_longitudes_up_to_360_are_places(tmp_path):
    x, _ = read_arrays(*bands(tmp_path, X + 349), None, LONLAT)
    assert np.isfinite(x).all()


def test_nodata_may_be_more_than_the_type_holds(tmp_path):
    y = Y.astype("float32")
    y[0, 0] = np.inf
    found = read_arrays(*bands(tmp_path, X.astype("float32"), y), 1e300, UTM)
    assert np.isnan(found[1]).sum() == 1


def test_packed_places_are_unpacked(tmp_path):
    made = bands(tmp_path, X.astype("int16"), Y.astype("int16"), nodata=5)
    with rasterio.open(made[0].header.name, "r+") as dataset:
        dataset.scales, dataset.offsets = (0.5,), (100.0,)
    made[0] = array_band(made[0].header.name, 1, "x")
    x, y = read_arrays(*made, None, UTM)
    known = np.isfinite(x)
    assert (~known).sum() == 1
    np.testing.assert_array_equal(x[known], (0.5 * X + 100)[known])


def test_arrays_without_a_place_are_refused(tmp_path):
    with pytest.raises(GridrError, match="hold no place: all of their values are fill"):
        read_arrays(*bands(tmp_path, 0 * X - 9), -9, LONLAT)


def test_a_band_must_be_there_and_real(tmp_path):
    name = write_raster(tmp_path / "x.tif", X)
    with pytest.raises(GridrError, match="The array of x has no band 2: "):
        array_band(name, 2, "x")
    with pytest.raises(GridrError, match="array of y"):
        array_band(write_raster(tmp_path / "c.tif", X.astype("complex64")), 1, "y")


def test_shapes_must_be_the_same(tmp_path):
    with pytest.raises(GridrError, match="The arrays of x and y have different shapes"):
        check_shapes(*bands(tmp_path, X, Y[:2]))
    with pytest.raises(
        GridrError, match="need 2 rows and 2 columns at least, .* 1 and"
    ):
        check_shapes(*bands(tmp_path, X[:1], Y[:1]))
    check_shapes(*bands(tmp_path))


SRC = header("src", (20, 31), "uint8")


@pytest.mark.parametrize(
    ("shape", "offset", "step"),
    [
        ((20, 31), (0, 0), (1, 1)),
        ((5, 7), (0, 0), (5, 5)),
        ((4, 6), (2, 2), (5, 5)),  # MODIS's of 5 km, of 1 km
        ((21, 33), (0, -1), (1, 1)),
        ((18, 29), (1, 1), (1, 1)),
    ],
)
def test_arrays_that_fit(shape, offset, step):
    check_fit(shape, offset, step, SRC)


@pytest.mark.parametrize(
    ("shape", "offset", "step", "sentence"),
    [
        (
            (5, 7),
            (0, 0),
            (1, 5),
            r"their 5 rows are its rows 0 to 4, and it has rows 0",
        ),
        (
            (20, 7),
            (0, 0),
            (1, 1),
            "columns 0 to 6, and it has columns 0 to 30. Give PIX",
        ),
        ((20, 31), (3, 0), (1, 1), "with the offset 3 and the step 1 their 20 rows"),
        ((40, 31), (0, 0), (1, 1), "are its rows 0 to 39"),
        ((20, 31), (0, 0), (0, 1), "The line step must be above 0, got 0. Give the so"),
        ((20, 31), (0, 0), (1, -1), "The pixel step must be above 0, got -1"),
    ],
)
def test_arrays_that_do_not_fit_are_refused(shape, offset, step, sentence):
    with pytest.raises(GridrError, match=sentence):
        check_fit(shape, offset, step, SRC)
