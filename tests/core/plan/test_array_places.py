"""What places a source on the map, of geolocation arrays or a GLT."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import rasterio
import rasterio.shutil
from affine import Affine
from gridr_qgis.core.grid.accuracy import COARSEST, PARTS
from gridr_qgis.core.grid_options import GridJob
from gridr_qgis.core.mapping.lookup import Lookup
from gridr_qgis.core.mapping.swath import Swath
from helpers.data import noise, read_raster, write_raster
from helpers.grid_jobs import PLACE, refused, resolved, told
from helpers.swaths import Scanner, tag_arrays, write_lookup, write_swath

GLT_PLACE = Affine(0.1, 0, 5, 0, -0.1, 50)


def swath_of(job, **changed):
    found = resolved(job, **changed).mapping.swath
    assert isinstance(found, Swath)
    return found


@pytest.fixture
def arrays(with_arrays):
    """Names of the arrays of x and y."""
    folder = Path(with_arrays.src).parent
    return str(folder / "lon.tif"), str(folder / "lat.tif")


@pytest.fixture
def bare(with_arrays, tmp_path):
    """A job whose source names nothing."""
    src = write_raster(tmp_path / "bare.tif", noise(Scanner().shape, "uint8"))
    return dataclasses.replace(with_arrays, src=src)


@pytest.fixture
def glt(tmp_path):
    rows, cols = np.mgrid[0:40, 0:50]
    return write_lookup(tmp_path / "glt.tif", rows, cols, GLT_PLACE)


def test_the_source_names_its_arrays(with_arrays, arrays):
    found = resolved(with_arrays)
    np.testing.assert_array_equal(found.mapping.swath.x, Scanner().arrays[0])
    np.testing.assert_array_equal(found.mapping.swath.y, Scanner().arrays[1])
    names = [Path(header.name).name for header in found.inputs]
    assert names == ["swath.tif", "lon.tif", "lat.tif"]
    said = told(with_arrays)
    assert said.startswith("The source lies on the map by geolocation arrays (of its t")
    assert "200 rows x 135 columns." in said
    assert "The arrays have no scans that overlap (as the arrays show)." in said
    assert "!" not in said


def test_arrays_may_be_given(bare, arrays):
    x, y = arrays
    found = swath_of(bare, x_raster=x, y_raster=y)
    np.testing.assert_array_equal(found.x, Scanner().arrays[0])
    assert (found.start, found.step) == ((0, 0), (1, 1))
    assert "geolocation arrays (given)" in told(bare, x_raster=x, y_raster=y)


def test_arrays_may_be_bands_of_one_raster(bare, tmp_path):
    both = write_raster(tmp_path / "both.tif", np.stack(Scanner().arrays))
    given = {"x_raster": both, "y_raster": both, "y_index": 2}
    np.testing.assert_array_equal(swath_of(bare, **given).y, Scanner().arrays[1])
    assert len(resolved(bare, **given).inputs) == 2


def test_what_is_given_goes_before_the_tags(with_arrays, arrays):
    tag_arrays(with_arrays.src, *arrays, LINE_OFFSET="1", PIXEL_STEP="1.01")
    found = swath_of(with_arrays)
    assert (found.start, found.step) == ((1, 0), (1, 1.01))
    found = swath_of(with_arrays, line_offset=-0.5, pixel_step=1.0, line_step=1.005)
    assert (found.start, found.step) == ((-0.5, 0), (1.005, 1))
    # tags tell of the arrays that they name
    x, y = arrays
    found = swath_of(with_arrays, x_raster=x, y_raster=y)
    assert (found.start, found.step) == ((0, 0), (1, 1))


@pytest.mark.parametrize(
    ("tag", "asked", "start"),
    [
        ("PIXEL_CENTER", "auto", 0),
        ("TOP_LEFT_CORNER", "auto", -0.5),
        (None, "auto", 0),
        ("PIXEL_CENTER", "corner", -0.5),
        ("TOP_LEFT_CORNER", "center", 0),
    ],
)
def test_conventions_are_half_a_pixel_apart(
    with_arrays, arrays, tmp_path, tag, asked, start
):
    src = write_raster(tmp_path / "src.tif", noise(Scanner().shape, "uint8"))
    tag_arrays(src, *arrays, GEOREFERENCING_CONVENTION=tag)
    found = swath_of(with_arrays, src=src, array_convention=asked)
    assert found.start == (start, start)
    said = told(with_arrays, src=src, array_convention=asked)
    assert ("do not say which point" in said) is (tag is None)


def test_steps_of_centres_are_not_those_of_gdal(with_arrays, tmp_path, arrays):
    src = write_raster(tmp_path / "big.tif", noise((800, 540), "uint8"))
    steps = {"LINE_STEP": "4", "PIXEL_STEP": "4"}
    tag_arrays(src, *arrays, **steps)
    assert swath_of(with_arrays, src=src).start == (0, 0)
    assert "GDAL counts them 1.5 rows and 1.5 columns further" in told(
        with_arrays, src=src
    )
    tag_arrays(src, *arrays, GEOREFERENCING_CONVENTION="TOP_LEFT_CORNER", **steps)
    assert swath_of(with_arrays, src=src).start == (-0.5, -0.5)
    assert "further" not in told(with_arrays, src=src)


def test_the_system_is_the_tags_unless_another_is_given(with_arrays, arrays):
    assert swath_of(with_arrays).crs.to_epsg() == 4326
    tag_arrays(with_arrays.src, *arrays, SRS="EPSG:4258")
    assert swath_of(with_arrays).crs.to_epsg() == 4258
    assert swath_of(with_arrays, array_crs="EPSG:4230").crs.to_epsg() == 4230


def test_arrays_without_a_system_have_longitude_and_latitude(bare, arrays):
    x, y = arrays
    assert swath_of(bare, x_raster=x, y_raster=y).crs.to_epsg() == 4326


@pytest.mark.parametrize(
    ("asked", "scan", "said"),
    [
        (None, (10, 0), "Scans of 10 rows (as the arrays show)"),
        (0, (0, 0), "The arrays have no scans that overlap (as asked for)"),
        (20, (20, 0), "Scans of 20 rows (as asked for)"),
    ],
)
def test_scans_show_or_are_given(with_arrays, tmp_path, asked, scan, said):
    src, *_ = write_swath(tmp_path, Scanner(height=10))
    assert swath_of(with_arrays, src=src, scan_rows=asked).scan == scan
    assert said in told(with_arrays, src=src, scan_rows=asked)


def test_where_places_are_lost_or_jump_no_pixel_is_skipped(with_arrays, tmp_path):
    assert resolved(with_arrays).coarsest == COARSEST
    src, *_ = write_swath(tmp_path, Scanner(height=10))
    assert resolved(with_arrays, src=src).coarsest == PARTS
    src, x, _ = write_swath(tmp_path, Scanner())
    lon = read_raster(x)
    lon[:, 3, 4] = -999
    write_raster(x, lon)
    assert resolved(with_arrays, src=src, fill_value=-999).coarsest == PARTS
    assert "0.0037 % of the arrays' pixels have no place." in told(
        with_arrays, src=src, fill_value=-999
    )


def test_the_same_through_a_vrt(with_arrays, tmp_path):
    vrt = str(tmp_path / "swath.vrt")
    rasterio.shutil.copy(with_arrays.src, vrt, driver="VRT")
    assert 'domain="GEOLOCATION"' in Path(vrt).read_text()
    np.testing.assert_array_equal(swath_of(with_arrays, src=vrt).x, Scanner().arrays[0])


def test_gridfromtransform_takes_arrays_too(with_arrays):
    job = GridJob(with_arrays.src, with_arrays.dst)
    for method in ("auto", "geolocation"):
        np.testing.assert_array_equal(
            swath_of(job, method=method).x, Scanner().arrays[0]
        )
    assert swath_of(job, src_crs="EPSG:4258").crs.to_epsg() == 4258
    assert "by its geolocation arrays." in told(job)


def test_a_geotransform_goes_before_arrays(with_arrays, arrays, tmp_path):
    src = write_raster(tmp_path / "both.tif", noise(Scanner().shape, "uint8"), **PLACE)
    tag_arrays(src, *arrays)
    job = GridJob(src, with_arrays.dst)
    assert "by its geotransform; it has geolocation arrays, too." in told(job)
    assert swath_of(job, method="geolocation")


def test_a_glt_places_the_source(bare, glt):
    found = resolved(bare, glt=glt)
    assert isinstance(found.mapping.model, Lookup)
    assert found.coarsest == 1
    assert found.mapping.template.shape == (40, 50)
    assert found.mapping.template.transform == GLT_PLACE
    assert "by the GLT" in told(bare, glt=glt)
    found.close()
    elsewhere = resolved(bare, glt=glt, dst_crs="EPSG:3035").mapping.template
    assert elsewhere.crs.to_epsg() == 3035
    sized = resolved(bare, glt=glt, pixel_size=0.2).mapping.template
    assert sized.shape == (20, 25)


def test_a_glt_without_a_system_may_be_given_one(bare, tmp_path):
    rows, cols = np.mgrid[0:40, 0:50]
    bad = write_lookup(tmp_path / "bad.tif", rows, cols, GLT_PLACE, crs=None)
    refused(
        r"The GLT .* has no coordinate system \(CRS\). Give it as ARR", bare, glt=bad
    )
    assert resolved(bare, glt=bad, array_crs="EPSG:4326")


def test_bad_glts_are_refused(bare, glt, tmp_path):
    rows, cols = np.mgrid[0:40, 0:50]
    nowhere = write_lookup(tmp_path / "n.tif", rows, cols, None)
    refused("The GLT .* has no georeference", bare, glt=nowhere)
    other = write_lookup(tmp_path / "o.tif", rows + 180, cols, GLT_PLACE)
    refused("is of another scene: it names rows up to 220 and", bare, glt=other)
    one = write_raster(tmp_path / "one.tif", rows, transform=GLT_PLACE, crs="EPSG:4326")
    refused("The GLT has no band 2", bare, glt=one)
    refused(
        "A GLT is given, and for arrays besides: x_raster", bare, glt=glt, x_raster=glt
    )
    refused(
        "for arrays besides: line_step, scan_rows",
        bare,
        glt=glt,
        scan_rows=0,
        line_step=1,
    )


def test_arrays_must_be_named_or_given(bare, arrays):
    refused("No geolocation arrays are given, and the source .* names none", bare)
    refused("raster of x is given, and none of y. Give both", bare, x_raster=arrays[0])
    refused("raster of y is given, and none of x. Give both", bare, y_raster=arrays[1])


def test_bad_arrays_are_refused(bare, with_arrays, arrays, tmp_path):
    x, y = arrays
    given = {"x_raster": x, "y_raster": y}
    refused(
        "x and y are both band 1 of .*. Give the band of one of them as X_BAND",
        bare,
        **{"x_raster": x, "y_raster": x},
    )
    small = write_raster(tmp_path / "small.tif", Scanner().arrays[1][:50])
    refused(
        "different shapes: .* 200 rows x 135 columns and .* 50 rows",
        bare,
        x_raster=x,
        y_raster=small,
    )
    refused("The array of x has no band 3", bare, **given, x_index=3)
    refused(
        "hold no place: all of their values are fill",
        bare,
        x_raster=x,
        y_raster=write_raster(tmp_path / "f.tif", 0 * Scanner().arrays[1] + 7),
        fill_value=7,
    )
    refused(
        "do not fit the source .* with the offset 0 and the step 5",
        bare,
        **given,
        line_step=5,
    )
    refused("The line step must be above 0", bare, **given, line_step=0)
    refused(
        "A scan must have 2 rows at least, or 0 for none, got 1",
        bare,
        **given,
        scan_rows=1,
    )
    refused(
        "The arrays' coordinate system nothing is none that PROJ knows",
        bare,
        **given,
        array_crs="nothing",
    )
    refused("is neither geographic nor projected", bare, **given, array_crs="EPSG:5773")
    refused(
        "'lon.tif' cannot be read as a raster", bare, x_raster="lon.tif", y_raster=y
    )


def test_a_target_that_misses_is_refused_with_both_extents(with_arrays):
    sentence = "No node lies in the source: the target covers x 90 to 91, y 0 to 1 "
    sentence += r".*the source x -7\.38.* to 24\.52.*, y 28\.5.* to 50\.2"
    refused(sentence, with_arrays, extent=(90, 0, 91, 1), pixel_size=0.1)
