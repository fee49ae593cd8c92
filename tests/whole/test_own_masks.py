"""Masks of rasters' own: what is told of them holds, and so does the remedy."""

import dataclasses
import subprocess

import numpy as np
import pytest
import rasterio
from gridr_qgis.core.chains.report import report_grid_dataset
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.grid_options import ReportJob
from gridr_qgis.core.options import Job
from helpers.data import noise, read_raster, write_raster
from helpers.masks import hide
from helpers.recording import Log
from rasterio.enums import ColorInterp

SHAPE = (8, 9)
HIDDEN = np.zeros(SHAPE, bool)
HIDDEN[2:4, 3:6] = True


@pytest.fixture
def job(tmp_path):
    nodes = np.stack(np.meshgrid(np.arange(8.0), np.arange(9.0), indexing="ij"))
    grid = write_raster(tmp_path / "grid.tif", nodes)
    src = write_raster(tmp_path / "src.tif", noise((2, *SHAPE), "uint16"))
    dst, mask = str(tmp_path / "dst.tif"), str(tmp_path / "mask.tif")
    return Job(src, grid, dst, mask, interpolation="nearest")


def run(job, **changed):
    """Return which pixels are valid, and what the log warned of."""
    log, job = Log(), dataclasses.replace(job, **changed)
    resample_dataset(job, log)
    return read_raster(job.dst_mask)[0] == 1, log.warnings


def mask_of(path, tmp_path):
    """Return the raster that gdal_translate makes of a mask."""
    name = str(tmp_path / "own.tif")
    subprocess.run(["gdal_translate", "-q", "-b", "mask", path, name], check=True)
    return name


@pytest.mark.parametrize("internal", [False, True])
def test_a_mask_of_the_source(job, internal):
    hide(job.src, HIDDEN, internal)
    valid, odd = run(job)
    assert valid.all()
    assert any("dataset_mask uses it" in line for line in odd)
    valid, odd = run(job, src_validity="dataset_mask")
    assert (valid == ~HIDDEN).all()
    assert not any("uses it" in line for line in odd)


@pytest.mark.parametrize("internal", [False, True])
def test_a_mask_of_the_grid(job, tmp_path, internal):
    hide(job.grid, HIDDEN, internal)
    valid, odd = run(job)
    assert valid.all()
    assert any("nodes that it hides count as valid" in line for line in odd)
    by_mask = {"grid_mask": mask_of(job.grid, tmp_path), "grid_mask_valid": 255}
    valid, odd = run(job, **by_mask)
    assert (valid == ~HIDDEN).all()
    assert not any("hides" in line for line in odd)


def test_alpha_of_a_grid(job, tmp_path):
    alpha = np.where(HIDDEN, 0.0, 255.0)
    bands = np.concatenate([read_raster(job.grid), alpha[None]])
    grid = write_raster(tmp_path / "warped.tif", bands, alpha="YES")
    with rasterio.open(grid, "r+") as dataset:
        dataset.colorinterp = [ColorInterp.gray, ColorInterp.undefined,
                               ColorInterp.alpha]  # fmt: skip
    valid, odd = run(job, grid=grid)
    with rasterio.open(grid) as dataset:
        band = dataset.colorinterp.index(ColorInterp.alpha) + 1
    assert valid.all()
    assert any(f"an alpha band ({band})" in line for line in odd)
    by_band = {"grid_mask": grid, "grid_mask_index": 3, "grid_mask_valid": 255}
    valid, odd = run(job, grid=grid, **by_band)
    assert (valid == ~HIDDEN).all()
    assert not any("hides" in line for line in odd)


def test_alpha_beside_nodata_is_told_as_what_gdal_passes_over(job, tmp_path):
    pixels = noise((4, *SHAPE), "uint8")
    pixels[3] = np.where(HIDDEN, 0, 255)
    src = write_raster(
        tmp_path / "rgba.tif", pixels, photometric="RGB", alpha="YES", nodata=200
    )
    valid, odd = run(job, src=src)
    assert valid.all()
    assert any("give that band as the mask of the source" in line for line in odd)
    by_band = {"src_mask": src, "src_mask_index": 4, "src_mask_valid": 255}
    valid, odd = run(job, src=src, **by_band)
    assert (valid == ~HIDDEN).all()
    assert not any("hides" in line for line in odd)


def test_a_report_tells_of_them(job):
    hide(job.src)
    hide(job.grid)
    log = Log()
    report_grid_dataset(ReportJob(job.src, job.grid), log)
    assert sum("hides count as valid" in line for line in log.warnings) == 2
