from pathlib import Path

import numpy as np
import pytest
import rasterio
from gridr_qgis.core.raster.output import Output, mask_output
from gridr_qgis.core.window import strips, window_shape
from helpers.data import noise
from rasterio.windows import Window

PLACE = {"driver": "GTiff", "height": 300, "width": 257}
PLAIN = {**PLACE, "dtype": "float32", "count": 2}


def made(output, pixels):
    """Write a file as an output says."""
    with rasterio.open(output.path, "w", **output.profile) as dataset:
        output.write_meaning(dataset)
        dataset.write(pixels)
    return output.path


TILED = {"TILED": "YES", "BLOCKXSIZE": "256", "BLOCKYSIZE": "64"}


@pytest.mark.parametrize("options", [{}, TILED, {"TILED": "yes"}], ids=str)
@pytest.mark.parametrize("dtype", ["uint8", "int16", "float64"])
def test_bytes_are_a_little_more_than_those_of_the_file(tmp_path, dtype, options):
    output = Output(tmp_path / "a.tif", {**PLAIN, "dtype": dtype, **options})
    size = made(output, noise((2, 300, 257), dtype)).stat().st_size
    assert size <= output.bytes_on_disk() <= 1.01 * size + 2**15


def test_bytes_of_a_mask_are_bits():
    mask = mask_output("m.tif", {**PLACE, "height": 2560, "width": 2560}, 256)
    assert mask.bytes_on_disk() == int(2560 * 2560 / 8 * 1.01) + 2**15


@pytest.mark.parametrize(
    "options", [{"COMPRESS": "LZW"}, {"SPARSE_OK": "YES"}, {"COMPRESS": "deflate"}]
)
def test_nobody_knows_the_bytes_of_what_is_packed(options):
    assert Output(Path("a.tif"), {**PLAIN, **options}).bytes_on_disk() == 0
    plain = {**PLAIN, "COMPRESS": "NONE", "SPARSE_OK": "NO"}
    assert Output(Path("a.tif"), plain).bytes_on_disk() > 300 * 257 * 8


def test_the_meaning_of_bands_is_written(tmp_path):
    meaning = {
        "descriptions": ("red", "blue"),
        "units": ("W", "m"),
        "scales": (0.5, 2.0),
        "offsets": (1.0, 0.0),
    }
    output = Output(tmp_path / "a.tif", PLAIN, meaning=meaning)
    with rasterio.open(made(output, noise((2, 300, 257), "float32"))) as dataset:
        assert {name: getattr(dataset, name) for name in meaning} == meaning


def test_a_colour_table_is_that_of_the_first_band(tmp_path):
    profile = {**PLAIN, "dtype": "uint8", "count": 1}
    output = Output(tmp_path / "a.tif", profile, colormap={5: (1, 2, 3, 255)})
    with rasterio.open(made(output, noise((1, 300, 257), "uint8"))) as dataset:
        assert dataset.colormap(1)[5] == (1, 2, 3, 255)


def test_an_output_without_meaning_leaves_the_file_alone(tmp_path):
    output = Output(tmp_path / "a.tif", PLAIN)
    with rasterio.open(made(output, noise((2, 300, 257), "float32"))) as dataset:
        assert dataset.descriptions == (None, None)
        assert dataset.scales == (1, 1)


@pytest.mark.parametrize("width", [1, 7, 9, 257])
@pytest.mark.parametrize("strip_rows", [1, 16, 100, 300])
@pytest.mark.parametrize("others", [0, 1])
def test_a_mask_keeps_each_bit_however_it_is_written(
    tmp_path, width, strip_rows, others
):
    """Also the last one where it is alone: GDAL takes some of its blocks for empty."""
    place = {**PLACE, "width": width}
    output = mask_output(str(tmp_path / "m.tif"), place, strip_rows)
    valid = np.zeros((300, width), np.uint8)
    valid[::13, width // 2] = others
    valid[299, width - 1] = 1
    with rasterio.open(output.path, "w", **output.profile) as dataset:
        output.write_meaning(dataset)
        for strip in strips(Window(0, 0, width, 300), strip_rows):
            rows = slice(strip.row_off, strip.row_off + window_shape(strip)[0])
            dataset.write(valid[None, rows], window=strip)
    with rasterio.open(output.path) as dataset:
        assert (dataset.read(1) == valid).all()
        assert dataset.tags(1, ns="IMAGE_STRUCTURE")["NBITS"] == "1"
        assert (dataset.descriptions, dataset.nodata) == (("valid",), None)


def test_a_mask_is_told_from_the_data():
    assert mask_output("m.tif", PLACE, 16).is_mask
    assert not Output(Path("a.tif"), PLAIN).is_mask
