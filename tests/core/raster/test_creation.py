"""Creation options: what GDAL gets of them, and what it makes of the output."""

import dataclasses
import logging
import shutil
import threading
from types import SimpleNamespace

import numpy as np
import pytest
import rasterio
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.options import Job, StripTarget
from gridr_qgis.core.raster import creation, space
from gridr_qgis.core.raster.creation import check_creation, creation_options, loss_notes
from helpers.data import noise, read_raster, turned_grid, write_raster

SHAPE = (1000, 800)


def options(asked, strip_rows=512, shape=SHAPE):
    return creation_options(asked, shape, strip_rows, 3)[0]


@pytest.fixture
def job(plain_job, tmp_path):
    """A job of 321 x 401 pixels, so that its blocks are tiles."""
    grid = write_raster(tmp_path / "grid.tif", turned_grid((5, 6), (8, 8)))
    return dataclasses.replace(plain_job, grid=grid, row_step=80, col_step=80)


def made_with(job, asked, **more):
    """Run a job with creation options; return what there is to know of its output."""
    resample_dataset(dataclasses.replace(job, creation_options=asked, **more))
    with rasterio.open(job.dst) as dataset:
        return SimpleNamespace(
            pixels=dataset.read(),
            structure=dataset.tags(ns="IMAGE_STRUCTURE"),
            blocks=dataset.block_shapes[0],
        )


def refusal(job, asked, **more):
    with pytest.raises(GridrError) as caught:
        made_with(job, asked, **more)
    return str(caught.value)


def test_without_wishes_large_outputs_are_tiled_and_small_ones_are_not():
    tiles = {"TILED": "YES", "BLOCKXSIZE": "256", "BLOCKYSIZE": "256"}
    assert options({}) == tiles
    assert options({}, shape=(200, 800)) == {}


def test_a_wish_wins_whatever_the_case_of_its_name():
    asked = {"blockxsize": "512", " Interleave ": "PIXEL", "bigtiff": "YES"}
    made = options(asked)
    assert (made["BLOCKXSIZE"], made["BLOCKYSIZE"]) == ("512", "256")
    assert (made["INTERLEAVE"], made["BIGTIFF"]) == ("PIXEL", "YES")


EXACT = [{}, {"COMPRESS": "DEFLATE"}, {"COMPRESS": "LERC"}, {"MAX_Z_ERROR": "0.1"},
         {"COMPRESS": "WEBP", "WEBP_LOSSLESS": "yes"}, {"COMPRESS": "JXL"},
         {"COMPRESS": "LERC", "MAX_Z_ERROR": "0.5", "dtype": "uint8"},
         {"COMPRESS": "LERC_ZSTD", "MAX_Z_ERROR": "0"}, {"DISCARD_LSB": "0,0"},
         {"DISCARD_LSB": "none"}]  # fmt: skip
LOSSY = {
    "COMPRESS=JPEG": {"COMPRESS": "jpeg", "JPEG_QUALITY": "100"},
    "COMPRESS=WEBP": {"COMPRESS": "WEBP", "WEBP_LEVEL": "100"},
    "COMPRESS=JXL": {"COMPRESS": "JXL", "JXL_LOSSLESS": "NO"},
    "MAX_Z_ERROR=0.1": {"COMPRESS": "LERC", "MAX_Z_ERROR": "0.1"},
    "MAX_Z_ERROR=2": {"COMPRESS": "LERC_ZSTD", "MAX_Z_ERROR": "2", "dtype": "uint8"},
    "DISCARD_LSB=2,0,0": {"COMPRESS": "DEFLATE", "DISCARD_LSB": "2,0,0"},
}


@pytest.mark.parametrize("exact", EXACT, ids=str)
def test_no_warning_where_pixels_are_stored_as_they_are(exact):
    assert loss_notes({"dtype": "float32", **exact}) == ()


@pytest.mark.parametrize("name", LOSSY)
def test_options_that_change_pixels_are_odd(name):
    (note,) = loss_notes({"dtype": "float32", **LOSSY[name]})
    assert note.is_odd
    assert note.text.startswith(f"{name} stores pixels with a loss: those of the")


# few builds of GDAL have the codec of JXL
TRIED = [a for a in [*EXACT[1:], *LOSSY.values()] if a.get("COMPRESS") != "JXL"]


@pytest.mark.parametrize("asked", TRIED, ids=str)
def test_what_gdal_stores_is_exact_where_it_is_said_to_be(tmp_path, asked):
    profile = {"dtype": "float32", **asked}
    if {"JPEG", "WEBP"} & {str(value).upper() for value in asked.values()}:
        profile["dtype"] = "uint8"
    pixels = noise((3, 64, 64), "uint8").astype(profile["dtype"])
    if profile["dtype"] == "float32":
        pixels = (pixels / 7).astype("float32")
    path = write_raster(tmp_path / "a.tif", pixels, **asked)
    assert (read_raster(path) == pixels).all() == (loss_notes(profile) == ())


def test_tiles_can_be_refused_and_wished_for():
    assert options({"TILED": "no"}) == {"TILED": "no"}
    assert options({"TILED": "YES"}, shape=(20, 30))["BLOCKYSIZE"] == "256"


@pytest.mark.parametrize(
    ("height", "kept"), [("512", True), ("128", True), ("1024", False), ("48", False)]
)
@pytest.mark.parametrize("tiles", [{}, {"TILED": "NO"}])
def test_block_height_is_left_out_where_strips_hold_no_whole_blocks(
    height, kept, tiles
):
    made, notes = creation_options({"BLOCKYSIZE": height, **tiles}, SHAPE, 512, 3)
    assert (made.get("BLOCKYSIZE") == height) is kept
    assert (notes == ()) is kept
    assert kept or f"BLOCKYSIZE={height} is left out" in notes[0].text


def test_block_height_is_free_where_all_is_one_strip():
    assert options({"BLOCKYSIZE": "48"}, SHAPE[0])["BLOCKYSIZE"] == "48"


def test_warnings_of_other_threads_are_theirs():
    warn = logging.getLogger("rasterio._env").warning
    with creation._gdal_warnings() as messages:
        other = threading.Thread(target=warn, args=["CPLE_NotSupported in theirs"])
        other.start()
        other.join()
        warn("CPLE_NotSupported in ours")
    assert messages == ["ours"]


def test_threads_of_the_run_compress():
    assert options({"COMPRESS": "LZW"})["NUM_THREADS"] == "3"
    asked = {"COMPRESS": "LZW", "NUM_THREADS": "1"}
    assert options(asked)["NUM_THREADS"] == "1"
    assert "NUM_THREADS" not in options({"TILED": "YES"})


@pytest.mark.parametrize(
    "asked",
    [
        {"COMPRESS": "DEFLATE", "PREDICTOR": "2"},
        {"compress": "zstd", "zstd_level": "3", "predictor": "2"},
        {"COMPRESS": "LZW", "INTERLEAVE": "PIXEL"},
        {"COMPRESS": "PACKBITS", "TILED": "NO"},
        {"TILED": "NO", "BLOCKYSIZE": "100"},
        {"SPARSE_OK": "TRUE", "TILED": "YES", "BLOCKXSIZE": "64"},
        {"BIGTIFF": "YES"},
    ],
    ids=str,
)
@pytest.mark.parametrize("strip_size", [None, 32, 7], ids=["auto", "32 rows", "7 rows"])
def test_pixels_are_the_same_however_they_are_stored(job, asked, strip_size):
    plain = made_with(job, {})
    more = {"strip_size": strip_size, "strip_target": StripTarget.OUTPUT}
    stored = made_with(job, asked, **more)
    np.testing.assert_array_equal(stored.pixels, plain.pixels)
    compress = {k.upper(): v.upper() for k, v in asked.items()}.get("COMPRESS")
    assert stored.structure.get("COMPRESSION") == compress
    assert stored.structure["INTERLEAVE"] == asked.get("INTERLEAVE", "BAND")


def test_a_warning_of_gdal_about_its_own_defaults_is_no_refusal(job, tmp_path):
    source = write_raster(tmp_path / "rgb.tif", noise((3, 40, 50), "uint8"))
    plain = made_with(job, {}, src=source)
    asked = {"COMPRESS": "WEBP", "WEBP_LOSSLESS": "YES", "INTERLEAVE": "PIXEL"}
    stored = made_with(job, asked, src=source)
    np.testing.assert_array_equal(stored.pixels, plain.pixels)


def test_predictor_and_float_pixels_are_the_same(job):
    plain = made_with(job, {}, dst_dtype="float32")
    asked = {"COMPRESS": "DEFLATE", "PREDICTOR": "3"}
    stored = made_with(job, asked, dst_dtype="float32")
    np.testing.assert_array_equal(stored.pixels, plain.pixels)


def test_the_mask_is_one_bit_whatever_the_options_of_the_data(job):
    made_with(job, {})
    plain = read_raster(job.dst_mask)
    made_with(job, {"COMPRESS": "DEFLATE", "TILED": "NO", "BLOCKYSIZE": "16"})
    np.testing.assert_array_equal(read_raster(job.dst_mask), plain)
    with rasterio.open(job.dst_mask) as dataset:
        assert dataset.tags(1, ns="IMAGE_STRUCTURE")["NBITS"] == "1"
        assert "COMPRESSION" not in dataset.tags(ns="IMAGE_STRUCTURE")


def test_a_compressed_file_is_smaller_and_taken_for_complete(job, tmp_path):
    flat = write_raster(tmp_path / "flat.tif", np.full((40, 50), 7, "uint8"))
    made_with(job, {"COMPRESS": "DEFLATE"}, src=flat)
    assert (tmp_path / "dst.tif").stat().st_size < 321 * 401 / 10


def test_empty_blocks_of_a_sparse_file_are_not_taken_for_lacking(job, tmp_path):
    flat = write_raster(tmp_path / "flat.tif", np.zeros((40, 50), "uint8"), nodata=0)
    assert not made_with(job, {"SPARSE_OK": "YES"}, src=flat).pixels.any()
    assert (tmp_path / "dst.tif").stat().st_size < 5000


def test_the_free_space_does_not_limit_what_is_compressed(job, monkeypatch):
    usage = SimpleNamespace(free=2**18)  # the data would take 252 KiB, the mask 32
    monkeypatch.setattr(space.shutil, "disk_usage", lambda _: usage)
    assert "are free in" in refusal(job, {})
    made_with(job, {"COMPRESS": "DEFLATE"})
    assert shutil.disk_usage is space.shutil.disk_usage


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"COMPRES": "LZW"}, "does not support creation option COMPRES"),
        ({"WIDTH": "7"}, "does not support creation option WIDTH"),
        ({"": "7"}, "creation option"),
        ({"COMPRESS": "ZIP"}, "'ZIP' is an unexpected value for COMPRESS"),
        ({"COMPRESS": "LZW", "PREDICTOR": "3"}, "PREDICTOR=3 is only supported"),
        ({"COMPRESS": "JPEG", "PHOTOMETRIC": "YCBCR"}, "PHOTOMETRIC=YCBCR"),
        ({"BLOCKYSIZE": "tall"}, "'tall' is an unexpected value for BLOCKYSIZE"),
        ({"BLOCKXSIZE": "100"}, "GDAL refuses the creation options"),
        ({"NBITS": "4"}, "NBITS cannot be used. It would cut values to fewer bits"),
        ({"PixelType": "SIGNEDBYTE"}, "Choose the output's data type instead."),
        ({"TFW": "YES"}, "appear together or not at all. Make it from the output"),
        ({"STREAMABLE_OUTPUT": "YES"}, "Convert the output with gdal:translate inst"),
        ({"APPEND_SUBDATASET": "YES"}, "Choose another name for it instead."),
    ],
    ids=str,
)
def test_what_gdal_does_not_take_is_refused_before_anything_is_written(
    job, tmp_path, asked, words
):
    before = sorted(tmp_path.iterdir())
    assert words in refusal(job, asked)
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("codec", ["WEBP", "JPEG", "CCITTFAX4"])
def test_a_codec_that_cannot_pack_the_type_is_refused(job, tmp_path, codec):
    source = write_raster(tmp_path / "src16.tif", noise((40, 50), "int16"))
    said = refusal(job, {"COMPRESS": codec}, src=source)
    assert said.startswith("GDAL refuses the creation options: ")
    assert said.endswith("bands, such as COMPRESS=DEFLATE.")


@pytest.mark.parametrize(
    ("asked", "shape", "words"),
    [
        ({"BIGTIFF": "NO"}, (70_000, 70_000), "larger than 4GB, so BigTIFF is necess"),
        ({"BIGTIFF": "NO", "TILED": "YES"}, (70_000, 70_000), "larger than 4GB"),
        ({"COMPRESS": "JPEG"}, (300, 70_000), "65500 pixels|of this type and size"),
        ({"COMPRESS": "WEBP"}, (300, 20_000), "16383 pixels|of this type and size"),
    ],
)
def test_what_only_the_true_size_makes_impossible_is_refused(asked, shape, words):
    height, width = shape
    profile = {"driver": "GTiff", "height": height, "width": width, "dtype": "uint8"}
    with pytest.raises(GridrError, match=words) as raised:
        check_creation({**profile, "count": 3, **asked})
    assert str(raised.value).startswith("GDAL refuses the creation options: ")
    assert ".tif" not in str(raised.value)
    check_creation({**profile, "count": 3, "TILED": "YES", "COMPRESS": "JPEG"})


def test_an_output_too_wide_for_a_codec_is_refused_before_a_file_is_made(tmp_path):
    source = write_raster(tmp_path / "wide.tif", noise((4, 70_000), "uint8"))
    nodes = np.stack(np.meshgrid([0.0, 3.0], [0.0, 69_999.0], indexing="ij"))
    grid = write_raster(tmp_path / "wide_grid.tif", nodes)
    options = {"COMPRESS": "JPEG", "TILED": "NO"}
    wide = Job(source, grid, str(tmp_path / "out.tif"), creation_options=options)
    wide = dataclasses.replace(wide, row_step=3, col_step=69_999)
    with pytest.raises(GridrError, match="GDAL refuses the creation options"):
        resample_dataset(wide)
    assert not (tmp_path / "out.tif").exists()
