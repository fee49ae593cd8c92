"""Copies of rasters: whole, together, and never over what they are copies of."""

import os
import shutil
from pathlib import Path

import numpy as np
import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.raster.copies import copy_rasters
from helpers.data import read_raster, write_raster


@pytest.fixture
def rasters(tmp_path):
    """Two rasters, as names."""
    one = write_raster(tmp_path / "one.tif", np.ones((3, 4)))
    return one, write_raster(tmp_path / "two.tif", np.full((2, 5, 6), 2.0))


def names(folder):
    return sorted(os.listdir(folder))


def test_copies_are_the_same_bytes(rasters, tmp_path):
    to = [tmp_path / "a.tif", tmp_path / "b.TIFF"]
    copy_rasters(list(zip(map(str, to), rasters)))
    for copy, name in zip(to, rasters):
        assert copy.read_bytes() == Path(name).read_bytes()
    assert names(tmp_path) == ["a.tif", "b.TIFF", "one.tif", "two.tif"]


def test_older_files_go_with_what_lies_beside_them(rasters, tmp_path):
    old = tmp_path / "a.tif"
    write_raster(old, np.zeros((7, 7)))
    (tmp_path / "a.tif.aux.xml").write_text("<PAMDataset/>")
    copy_rasters([(str(old), rasters[0])])
    assert read_raster(old).shape == (1, 3, 4)
    assert names(tmp_path) == ["a.tif", "one.tif", "two.tif"]


def test_both_are_as_before_where_one_cannot_be_copied(rasters, tmp_path, monkeypatch):
    write_raster(tmp_path / "a.tif", np.zeros((7, 7)))
    copy = shutil.copyfile

    def full(source, to):
        if source == rasters[1]:
            raise OSError(28, "No space left on device")
        copy(source, to)

    monkeypatch.setattr(shutil, "copyfile", full)
    to = [str(tmp_path / "a.tif"), str(tmp_path / "b.tif")]
    with pytest.raises(GridrError, match=r"\(No space left on device\). Free some"):
        copy_rasters(list(zip(to, rasters)))
    assert read_raster(to[0]).shape == (1, 7, 7)
    assert names(tmp_path) == ["a.tif", "one.tif", "two.tif"]


@pytest.mark.parametrize(
    ("one", "two", "message"),
    [
        ("a.png", "b.tif", "a.png' must be a GeoTIFF"),
        ("a.tif", "a.tif", r"Two results are to be '.*a\.tif'\. Give each a name"),
        ("no/a.tif", "b.tif", "does not exist. Create it"),
        ("one.tif", "b.tif", "one.tif' is also an input of this run"),
    ],
)
def test_names_that_cannot_be_are_refused(rasters, tmp_path, one, two, message):
    before = names(tmp_path)
    to = [str(tmp_path / one), os.path.join(tmp_path, ".", two)]
    with pytest.raises(GridrError, match=message):
        copy_rasters(list(zip(to, rasters)))
    assert names(tmp_path) == before
