import os
import zipfile
from pathlib import Path

import numpy as np
import pytest
import rasterio
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.raster import files
from gridr_qgis.core.raster.header import read_header
from helpers.data import write_raster

SQUARES = "<PixelFunctionType>mul</PixelFunctionType>"


def vrt_text(of):
    return (
        "<VRTDataset rasterXSize='4' rasterYSize='4'><VRTRasterBand dataType='Byte' "
        f"band='1'><SimpleSource><SourceFilename>{of}</SourceFilename></SimpleSource>"
        "</VRTRasterBand></VRTDataset>"
    )


@pytest.fixture
def tile(tmp_path):
    return write_raster(tmp_path / "tile.tif", np.ones((4, 4), "uint8"))


def behind(*names):
    return set(files.files_behind(map(read_header, names)))


def test_a_file_is_made_of_itself(tile):
    assert behind(tile) == {Path(tile)}


def test_vrts_are_followed_to_their_end(tmp_path, tile):
    chain = [tile]
    for depth in range(3):
        # whatever they are called
        path = tmp_path / f"{depth}{['.vrt', '.tif', ''][depth]}"
        path.write_text(vrt_text(chain[-1]))
        chain.append(str(path))
    assert behind(chain[-1]) == {Path(name) for name in chain}


def test_vrts_in_a_circle_end(tmp_path, tile):
    one, other = tmp_path / "one.vrt", tmp_path / "other.vrt"
    one.write_text(vrt_text(tile))
    other.write_text(vrt_text(one))
    header = read_header(str(other))
    one.write_text(vrt_text(other))
    assert set(files.files_behind([header])) == {one, other}


def test_a_vrt_given_as_text(tile):
    assert behind(vrt_text(tile)) == {Path(tile)}


@pytest.mark.parametrize(
    "name",
    ["GTIFF_DIR:1:{}", "/vsisubfile/0,{}", "vrt://{}?bands=1", "/vsicached?file={}"],
)
def test_the_file_behind_a_name_of_gdal(tile, name):
    try:
        found = behind(name.format(tile))
    except GridrError:
        pytest.skip("this GDAL has no such names")
    assert Path(tile) in found


@pytest.mark.parametrize("name", ["/vsizip/{}/in/a.tif", "/vsizip/{{{}}}/in/a.tif"])
def test_the_archive_behind_a_name_of_gdal(tmp_path, tile, name):
    archive = tmp_path / "archive.tif"  # whatever it is called
    with zipfile.ZipFile(archive, "w") as opened:
        opened.write(tile, "in/a.tif")
    if "{{" not in name:
        archive = archive.rename(tmp_path / "archive.zip")
    assert behind(name.format(archive)) == {archive}


def test_a_raster_in_memory_has_no_file():
    with rasterio.MemoryFile() as memory:
        profile = {"driver": "GTiff", "height": 1, "width": 1, "count": 1}
        with memory.open(**profile, dtype="uint8") as dataset:
            dataset.write(np.ones((1, 1, 1), "uint8"))
        assert behind(memory.name) == set()


@pytest.mark.parametrize(
    ("path", "virtual"),
    [("/vsimem/a.tif", True), ("/vsizip//tmp/a.zip/a.tif", True), ("/vsi/a.tif", False),
     ("/data/vsimem/a.tif", False), ("vsimem/a.tif", False)],
)  # fmt: skip
def test_virtual_paths(path, virtual):
    assert files.is_virtual(path) is virtual


def test_all_names_of_a_file_have_one_id(tmp_path, tile):
    os.link(tile, tmp_path / "hard.tif")
    (tmp_path / "soft.tif").symlink_to(tile)
    ids = {
        files.file_id(p) for p in (tile, tmp_path / "hard.tif", tmp_path / "soft.tif")
    }
    assert len(ids) == 1
    other = write_raster(tmp_path / "other.tif", np.ones((4, 4), "uint8"))
    assert files.file_id(other) not in ids
    assert files.file_id(tmp_path / "none") is None
    assert files.file_id("a\0b") is None


def shown(folder, source, name="shown.vrt", kind=""):
    """Write a VRT of one band with such a source; return the band behind it."""
    (folder / name).write_text(
        "<VRTDataset rasterXSize='4' rasterYSize='4'>"
        f"<VRTRasterBand dataType='Byte' band='1' {kind}>{source}</VRTRasterBand>"
        "</VRTDataset>"
    )
    return files.band_behind((str(folder / name), 1))


def source(of, more="", tag="SimpleSource", relative=0):
    name = f"<SourceFilename relativeToVRT='{relative}'>{of}</SourceFilename>"
    return f"<{tag}>{name}{more}</{tag}>"


def test_the_band_of_a_file_is_behind_itself(tile):
    assert files.band_behind((tile, 1)) == (tile, 1)
    assert files.band_behind(("nothing.vrt", 3)) == ("nothing.vrt", 3)


def test_the_band_behind_vrts(tmp_path):
    stack = write_raster(tmp_path / "stack.tif", np.ones((3, 4, 4), "uint8"))
    third = source("stack.tif", "<SourceBand>3</SourceBand>", relative=1)
    assert shown(tmp_path, third) == (stack, 3)
    over = source(tmp_path / "shown.vrt", "<NODATA>7</NODATA>", "ComplexSource")
    assert shown(tmp_path, over, "over.vrt") == (stack, 3)
    assert files.band_behind((f"vrt://{stack}?bands=3,2", 2)) == (stack, 2)
    assert files.band_behind((vrt_text(stack), 1)) == (stack, 1)


@pytest.mark.parametrize(
    "change",
    [
        {"source": ("<ScaleRatio>2</ScaleRatio>", "ComplexSource")},
        {"source": ("<LUT>0:1,9:3</LUT>", "ComplexSource")},
        {"source": ("<SourceBand>mask,1</SourceBand>",)},
        {"times": 2},
        {"times": 0},
        {"kind": "subClass='VRTDerivedRasterBand'", "first": SQUARES},
    ],
)
def test_a_vrt_that_does_more_shows_no_other_band(tmp_path, tile, change):
    sources = change.get("times", 1) * source(tile, *change.get("source", ()))
    sources = change.get("first", "") + sources
    behind = shown(tmp_path, sources, kind=change.get("kind", ""))
    assert behind == (str(tmp_path / "shown.vrt"), 1)


def test_bands_behind_vrts_in_a_circle_end(tmp_path, tile):
    one = str(tmp_path / "one.vrt")
    shown(tmp_path, source(tile), "one.vrt")
    shown(tmp_path, source(one), "other.vrt")
    name, band = shown(tmp_path, source(tmp_path / "other.vrt"), "one.vrt")
    assert (Path(name).suffix, band) == (".vrt", 1)
