import os

import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.raster.header import (
    check_band,
    header_of,
    open_raster,
    read_header,
    words_of,
)
from helpers.data import noise, write_raster


def test_header(tmp_path):
    path = write_raster(
        tmp_path / "a.tif",
        noise((2, 4, 5), "int16"),
        nodata=-5,
        descriptions=("one", "two"),
        tags={"KEY": "value"},
    )
    header = read_header(path)
    assert (header.shape, header.count) == ((4, 5), 2)
    assert header.dtypes == ("int16", "int16")
    assert header.nodata == (-5, -5)
    assert header.descriptions == ("one", "two")
    assert header.tags["KEY"] == "value"
    assert header.transform is None
    assert header.crs_wkt is None
    assert header.files == (path,)


def test_open_raster_says_what_is_wrong(tmp_path):
    with pytest.raises(GridrError, match="cannot be read as a raster"):
        open_raster(str(tmp_path / "none.tif"))


def test_the_header_of_an_open_raster_is_the_same(tmp_path):
    path = write_raster(tmp_path / "a.tif", noise((2, 4, 5)))
    with open_raster(path) as dataset:
        assert header_of(dataset) == read_header(path)


def test_bands_are_counted_from_1(tmp_path):
    header = read_header(write_raster(tmp_path / "a.tif", noise((2, 4, 5))))
    check_band(header, 2, "source")
    for index in (0, 3):
        with pytest.raises(GridrError, match=f"source has no band {index}: .* 1 to 2"):
            check_band(header, index, "source")


@pytest.mark.parametrize("driver", ["ENVI", "EHdr"])
def test_bare_pixels_that_are_not_all_there_are_no_zeros(tmp_path, driver):
    path = write_raster(tmp_path / "a.bil", noise((2, 4, 5), "int16"), driver=driver)
    assert read_header(path).shape == (4, 5)
    os.truncate(path, 79)
    with pytest.raises(GridrError, match="is too short: it has 79 bytes, .* of 80"):
        read_header(path)


def test_errors_are_said_with_their_causes_once():
    error = OSError("Read failed. See previous exception for details.")
    error.__cause__ = OSError("a.tif: strip 3 failed.")
    error.__cause__.__cause__ = OSError("strip 3 failed.")
    error.__cause__.__cause__.__cause__ = OSError("got 2 bytes")
    assert words_of(error) == "a.tif: strip 3 failed; got 2 bytes"
    assert words_of(OSError("Read or write failed. strip 3.")) == "strip 3"
    assert words_of(OSError()) == "OSError"
