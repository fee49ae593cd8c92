"""Grids that go to OTB, and those that come from it: the same pictures there and here.

OTB holds grids in 32 bits, hence what pictures may differ by.
"""

import json

import numpy as np
import pytest
from gridr_qgis.core import ConvertJob, Job, convert_grid_dataset, resample_dataset
from helpers.data import read_raster
from helpers.reference import otb_grids

STORED = json.loads(otb_grids.RESULTS.read_text())
needs_otb = pytest.mark.skipif(
    not otb_grids.is_installed(), reason="OTB (apt-get install otb-bin) is not here"
)


def ours(image, grid, folder):
    """Return our picture, linear, and which of its pixels are valid."""
    files = [str(folder / name) for name in ("ours.tif", "valid.tif")]
    linear = {"interpolation": "linear", "dst_dtype": "float64"}
    resample_dataset(Job(image, grid, *files, **linear))
    return read_raster(files[0])[0], read_raster(files[1])[0] == 1


def exported(folder, **changed):
    """Return our image and grid, and the command that goes with the grid for OTB."""
    image, grid = otb_grids.write_for_otb(folder)
    job = ConvertJob(grid, str(folder / "for otb.tif"), src=image, **changed)
    return image, grid, convert_grid_dataset(job).command


def imported(grid, folder):
    """Return the name of a stereo rectification grid as one of ours."""
    dst = str(folder / "imported.tif")
    convert_grid_dataset(ConvertJob(grid, dst, "otb_def", "absolute"))
    return dst


def check_picture(found, expected, valid, atol):
    np.testing.assert_allclose(found[valid], expected[valid], rtol=0, atol=atol)
    assert valid.mean() > 0.5


@needs_otb
@pytest.mark.parametrize("steps", [{}, {"row_step": 1, "col_step": 2}])
def test_otb_makes_our_picture_by_our_command(tmp_path, steps):
    image, grid, command = exported(tmp_path, **steps)
    picture, valid = ours(image, grid, tmp_path)
    theirs = otb_grids.by_command(command)
    assert theirs.shape == picture.shape
    check_picture(theirs, picture, valid, 4e-4)
    whole = np.abs(picture - np.floor(picture) - 0.5) > 4e-4
    assert (np.rint(theirs) == np.rint(picture))[valid & whole].all()


@needs_otb
def test_loc_is_less_exact_than_def(tmp_path):
    image, grid, command = exported(tmp_path, convention_to="otb_loc")
    picture, valid = ours(image, grid, tmp_path)
    check_picture(otb_grids.by_command(command), picture, valid, 6.5e-3)


@needs_otb
def test_a_stereo_rectification_grid_makes_otbs_picture(tmp_path):
    pair, pictures = otb_grids.rectified(tmp_path)
    for image, grid, theirs in zip(*pair, pictures):
        picture, valid = ours(image, imported(grid, tmp_path), tmp_path)
        # it rounds values to 32 bits
        rounded = picture.astype("float32")
        check_picture(theirs, rounded, valid, np.spacing(np.float32(100)))


@needs_otb
def test_what_is_stored_is_what_otb_makes(tmp_path):
    *_, command = exported(tmp_path)
    theirs = otb_grids.by_command(command)[::3, ::2]
    np.testing.assert_allclose(theirs, STORED["export"], rtol=0, atol=6e-5)


def test_our_picture_is_what_otb_made_by_our_export(tmp_path):
    image, grid, _ = exported(tmp_path)
    picture, valid = (part[::3, ::2] for part in ours(image, grid, tmp_path))
    check_picture(np.array(STORED["export"]), picture, valid, 4e-4)


def test_our_picture_is_what_otb_made_by_its_stereo_grid(tmp_path):
    image = otb_grids.write_pair(tmp_path)[1]
    grid = otb_grids.write_stereo_grid(tmp_path / "otb.tif", STORED["grid"])
    made = ours(image, imported(grid, tmp_path), tmp_path)
    picture, valid = (part[::3, ::2] for part in made)
    # values of 32 bits, stored to five decimals
    check_picture(np.array(STORED["picture"]), picture, valid, 1.5e-5)
