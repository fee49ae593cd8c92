import os
import pickle

import numpy as np
import pytest
import rasterio
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.raster.parts import PartsFolder
from gridr_qgis.core.window import window_of
from helpers.data import noise, write_raster

WINDOWS = [window_of(((0, 256), (0, 300))), window_of(((256, 400), (0, 300)))]
COUNTED = [np.int64(7), 1, [2, 0.1, [float("inf"), -1.5]]]


@pytest.fixture
def folder(tmp_path):
    """The parts of an output, all there."""
    folder = PartsFolder(tmp_path / "dst.vrt", "0123456789abcdef")
    folder.begin(WINDOWS)
    for window in WINDOWS:
        pixels = noise((window.height, window.width))
        write_raster(folder.part(window), pixels, tags=folder.tag(COUNTED))
    return folder


def test_what_was_counted_comes_back_exactly(folder):
    assert folder.counted(WINDOWS[0]) == [7, 1, [2, 0.1, [float("inf"), -1.5]]]
    assert folder.windows() == WINDOWS
    assert pickle.loads(pickle.dumps(folder)) == folder


def test_what_is_no_whole_part_was_not_counted(folder, tmp_path):
    first, other = WINDOWS
    assert folder.counted(window_of(((0, 256), (0, 299)))) is None
    other_run = PartsFolder(folder.output, "0123456789abcde0")
    os.rename(folder.path, other_run.path)
    assert other_run.counted(first) is None
    os.rename(other_run.path, folder.path)
    folder.part(first).write_bytes(folder.part(first).read_bytes()[:-1])
    assert folder.counted(first) is None
    folder.part(first).write_bytes(b"")
    assert folder.counted(first) is None
    folder.part(first).unlink()
    assert folder.counted(first) is None
    write_raster(folder.part(first), noise((256, 300)))
    assert folder.counted(first) is None
    write_raster(folder.part(first), noise((256, 300)), tags={"GRIDR_PART": "[]"})
    assert folder.counted(first) is None
    assert folder.counted(other) is not None


def test_a_part_whose_tag_stands_before_its_pixels_lacks_its_end(folder):
    window, path = WINDOWS[0], folder.part(WINDOWS[0])
    shape = {"height": window.height, "width": window.width}
    with rasterio.open(path, "w", "GTiff", dtype="uint8", count=1, **shape) as dataset:
        dataset.update_tags(**folder.tag(COUNTED))
        dataset.write(noise((1, window.height, window.width), "uint8"))
    assert folder.counted(window) is not None
    data = path.read_bytes()
    assert data.index(b"fingerprint") < 1000
    path.write_bytes(data[:-1])
    assert folder.counted(window) is None


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"windows": [1]}'])
def test_a_list_that_cannot_be_read_is_none(folder, text):
    (folder.path / "parts.json").write_text(text)
    assert folder.windows() is None


def test_folders_of_runs_are_nothing_strange(folder):
    (folder.path / "whole.vrt").touch()
    (folder.path / "probe-7-1").touch()
    (folder.path / ".r0000000_c0000000.host-1-2.gridr-part.tif").touch()
    (folder.path / "r0000000_c0000000.tif.aux.xml").touch()
    (folder.root / "fedcba9876543210").mkdir()
    folder.check()


@pytest.mark.parametrize("name", ["a.txt", "sub/", "../mine/", "../mine.txt"])
def test_a_strange_folder_is_refused(folder, name):
    path = folder.path / name
    if name.endswith("/"):
        path.mkdir()
    else:
        path.write_text("mine")
    with pytest.raises(GridrError, match=f"{path.name!r} there is no part of an"):
        folder.check()


def test_a_link_or_a_file_in_place_of_the_folder_is_refused(tmp_path):
    folder = PartsFolder(tmp_path / "dst.vrt", "0123456789abcdef")
    folder.check()
    (tmp_path / "elsewhere").mkdir()
    folder.root.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(GridrError, match="Move it away"):
        folder.check()
    folder.root.unlink()
    folder.root.write_text("mine")
    with pytest.raises(GridrError, match="Move it away"):
        folder.check()
    with pytest.raises(GridrError, match="cannot be written"):
        folder.begin(WINDOWS)


def test_parts_lie_beside_the_file_that_a_link_leads_to(tmp_path):
    (tmp_path / "disk").mkdir()
    (tmp_path / "dst.vrt").symlink_to(tmp_path / "disk" / "real.vrt")
    folder = PartsFolder(tmp_path / "dst.vrt", "0123456789abcdef")
    assert folder.root == tmp_path / "disk" / "real.vrt.parts"


def test_others_are_removed_and_what_is_not_ours_stays(folder):
    older = folder.root / "fedcba9876543210"
    older.mkdir()
    (older / "r0000000_c0000000.tif").touch()
    (older / "mine.txt").touch()
    oldest = folder.root / "fedcba9876543211"
    oldest.mkdir()
    left = folder.path / ".r0000000_c0000000.host-1-2.gridr-part.tif"
    side = folder.path / "r0000000_c0000000.tif.aux.xml"
    left.touch()
    side.touch()
    folder.remove_others(WINDOWS)
    assert sorted(path.name for path in folder.root.rglob("*")) == sorted(
        [folder.fingerprint, older.name, "mine.txt", "parts.json", side.name]
        + [folder.part(window).name for window in WINDOWS]
    )
    folder.remove()
    assert [path.name for path in folder.root.rglob("*") if path.is_file()] == [
        "mine.txt"
    ]


def test_all_of_it_is_removed(folder, tmp_path):
    folder.remove()
    assert not list(tmp_path.iterdir())
    folder.remove()


def test_a_folder_is_left_only_with_parts(folder, tmp_path):
    folder.leave()
    assert folder.counted(WINDOWS[1]) is not None
    for window in WINDOWS:
        folder.part(window).unlink()
    folder.leave()
    assert not list(tmp_path.iterdir())
