import os
from pathlib import Path

import numpy as np
import pytest
import rasterio
from gridr_qgis.core.raster import beside
from helpers.data import write_raster

WORLD = "10\n0\n0\n-10\n500005\n3999995\n"


def names(paths):
    return sorted(path.name for path in paths)


def made(folder, *files):
    for name in files:
        (folder / name).write_text("")
    return folder / files[0]


def test_side_files_bear_the_whole_name_of_the_raster():
    assert [path.name for path in beside.side_files(Path("a.tif"))] == [
        "a.tif.aux.xml",
        "a.tif.ovr",
        "a.tif.msk",
        "a.tif.msk.ovr",
    ]


def test_what_goes_with_a_raster_is_there_and_no_folder(tmp_path):
    path = made(tmp_path, "a.tif", "a.tif.aux.xml", "a.tfw", "b.tfw", "a.qml", "a.txt")
    (tmp_path / "a.tif.ovr").mkdir()
    assert names(beside.existing_side_files(path)) == ["a.tfw", "a.tif.aux.xml"]


def test_a_dangling_link_goes_too(tmp_path):
    path = made(tmp_path, "a.tif")
    link = tmp_path / "a.tif.ovr"
    link.symlink_to("nowhere")
    assert beside.existing_side_files(path) == [link]


@pytest.mark.parametrize("raster", ["out.tif", "out.tiff"])
@pytest.mark.parametrize(
    "name",
    ["out.tfw", "OUT.TFW", "out.tifw", "out.tiffw", "out.wld", "Out.Wld", "o.tfw"],
)
def test_world_files_are_those_that_gdal_reads(tmp_path, raster, name):
    path = Path(write_raster(tmp_path / raster, np.ones((3, 3))))
    (tmp_path / name).write_text(WORLD)
    with rasterio.open(path) as dataset:
        expected = [name] if dataset.transform.c else []
    assert names(beside.world_files(path)) == expected
    assert beside.shared_world_files(path) == []


@pytest.mark.parametrize(
    ("other", "world", "is_shared"),
    [
        ("a.tiff", "a.tfw", True),
        ("A.TIF", "a.tfw", True),
        ("a.tiff", "a.tifw", False),
        ("a.png", "a.wld", True),
        ("a.png", "a.tfw", False),
        ("a.qml", "a.wld", False),
        ("b.png", "a.wld", False),
    ],
)
def test_what_another_raster_may_need_is_shared(tmp_path, other, world, is_shared):
    path = made(tmp_path, "a.tif", other, world)
    if len(os.listdir(tmp_path)) < 3:
        pytest.skip("cases of letters are one here")
    shared = [(tmp_path / world, tmp_path / other)] if is_shared else []
    assert beside.shared_world_files(path) == shared
    assert names(beside.world_files(path)) == ([] if is_shared else [world])


def test_a_folder_that_is_not_there_has_nothing(tmp_path):
    assert beside.existing_side_files(tmp_path / "none" / "a.tif") == []
