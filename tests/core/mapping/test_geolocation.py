"""What a raster's tags say of its geolocation arrays."""

from pathlib import Path

import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.mapping.geolocation import Geolocation, read_geolocation
from gridr_qgis.core.raster.header import read_header
from helpers.data import noise, write_raster
from helpers.swaths import tag_arrays


@pytest.fixture
def src(tmp_path):
    return write_raster(tmp_path / "src.tif", noise((5, 6), "uint8"))


def said(src, **tags):
    tag_arrays(src, "x.tif", "y.tif", **tags)
    return read_geolocation(read_header(src))


def test_a_raster_without_tags_names_no_arrays(src):
    assert read_geolocation(read_header(src)) is None


def test_tags_are_read(src):
    tags = {"X_BAND": "2", "LINE_OFFSET": "3.5", "PIXEL_OFFSET": "-1", "LINE_STEP": "5"}
    assert said(src, **tags, PIXEL_STEP="10", SRS="EPSG:4258") == Geolocation(
        ("x.tif", 2), ("y.tif", 1), "EPSG:4258", (3.5, -1.0), (5.0, 10.0), False
    )


def test_what_tags_leave_out_has_a_default(src):
    found = said(
        src,
        **dict.fromkeys(["X_BAND", "Y_BAND", "LINE_OFFSET", "LINE_STEP"]),
        **dict.fromkeys(["PIXEL_OFFSET", "PIXEL_STEP", "SRS"]),
        GEOREFERENCING_CONVENTION=None,
    )
    assert found == Geolocation(("x.tif", 1), ("y.tif", 1))
    assert (found.offset, found.step, found.is_corner) == ((0, 0), (1, 1), None)


def test_conventions_are_those_of_gdal(src):
    assert said(src, GEOREFERENCING_CONVENTION="TOP_LEFT_CORNER").is_corner is True
    assert said(src, GEOREFERENCING_CONVENTION="PIXEL_CENTER").is_corner is False


def test_arrays_may_be_exchanged(src):
    found = said(src, SWAP_XY="YES")
    assert (found.x[0], found.y[0]) == ("y.tif", "x.tif")


def test_arrays_beside_the_source_are_found_there(src, tmp_path):
    beside = write_raster(tmp_path / "x.tif", noise((5, 6), "uint8"))
    found = said(src)
    assert Path(found.x[0]) == Path(beside)
    assert found.y[0] == "y.tif"


def test_tags_that_are_no_numbers_are_refused(src):
    with pytest.raises(GridrError, match="The tag LINE_STEP of .* is no number: 'two'"):
        said(src, LINE_STEP="two")


def test_tags_of_one_array_are_refused(src):
    with pytest.raises(GridrError, match="and no Y_DATASET among them. Give the arr"):
        said(src, Y_DATASET=None)
