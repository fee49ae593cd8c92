"""Scenes brought to the map by a grid made here, beside gdalwarp itself."""

import shutil
import subprocess

import numpy as np
import pytest
import rasterio
from affine import Affine
from gridr_qgis.core import GridJob, Job, make_grid_dataset, resample_dataset
from helpers.data import read_raster
from helpers.places import gdal_positions, write_dem


@pytest.fixture(scope="module")
def scenes(shared):
    return shared / "data"


def warped(src, path, *options):
    """Return pixels, transform and shape by gdalwarp, its kernel as large as ours."""
    assert shutil.which("gdalwarp"), "install gdal-bin, as the Makefile does"
    same = ["-wo", "XSCALE=1", "-wo", "YSCALE=1", "-et", "0", "-r", "cubic"]
    subprocess.run(["gdalwarp", "-q", *same, *options, src, path], check=True)
    with rasterio.open(path) as dataset:
        return dataset.read(), dataset.transform, dataset.shape


def brought(job, folder):
    """Return pixels, validity, transform and shape through a grid; and the grid's."""
    summary = make_grid_dataset(job)
    dst, mask = str(folder / "dst.tif"), str(folder / "valid.tif")
    resample_dataset(Job(job.src, job.dst, dst, mask))
    with rasterio.open(dst) as dataset:
        place = dataset.transform, dataset.shape
    return read_raster(dst), read_raster(mask)[0].astype(bool), *place, summary


def test_a_scene_is_gdalwarps_in_another_system(scenes, tmp_path):
    src = str(scenes / "RGB.byte.tif")
    expected, transform, shape = warped(
        src, tmp_path / "warped.tif", "-t_srs", "EPSG:4326"
    )
    job = GridJob(src, str(tmp_path / "g.tif"), dst_crs="EPSG:4326", tolerance=1e-9)
    found, valid, *place, summary = brought(job, tmp_path)
    assert place == [transform, shape]
    assert (summary.row_step, summary.error_max) == (1, 0)
    there = valid & (expected != 0).all(axis=0)
    off = np.abs(found[:, there].astype(int) - expected[:, there])
    assert there.sum() > 100_000
    assert off.max() <= 1
    assert (off == 0).mean() > 0.998
    # gdalwarp turns a valid 0 into 1, as 0 is nodata
    zeros = found[:, valid] == 0
    assert set(np.unique(expected[:, valid][zeros])) <= {0, 1}


def test_a_coarse_grid_covers_the_same_target(scenes, tmp_path):
    src = str(scenes / "RGB.byte.tif")
    expected, transform, shape = warped(
        src, tmp_path / "warped.tif", "-t_srs", "EPSG:4326"
    )
    steps = {"row_step": 8, "col_step": 8}
    job = GridJob(src, str(tmp_path / "g.tif"), dst_crs="EPSG:4326", **steps)
    found, valid, *place, _ = brought(job, tmp_path)
    assert place == [transform, shape]
    there = valid & (expected != 0).all(axis=0)
    off = np.abs(found[:, there].astype(int) - expected[:, there])
    assert off.max() <= 1


@pytest.mark.parametrize(
    ("fit", "options"),
    [
        # GDAL believes the identity that stands as the scene's geotransform
        ("auto", ["-to", "SRC_METHOD=GCP_POLYNOMIAL"]),
        ("polynomial1", ["-order", "1", "-to", "SRC_METHOD=GCP_POLYNOMIAL"]),
        ("tps", ["-tps"]),
    ],
)
def test_control_points_of_a_scene_are_gdals(scenes, tmp_path, fit, options):
    src = str(scenes / "RGB.byte.gcp.vrt")
    check_positions(GridJob(src, str(tmp_path / "g.tif"), fit=fit), options)


@pytest.mark.parametrize("height", [0.0, 89.0])
def test_rpcs_of_a_scene_are_gdals(scenes, tmp_path, height):
    src = str(scenes / "RGB.byte.rpc.vrt")
    job = GridJob(src, str(tmp_path / "g.tif"), height=height, dst_crs="EPSG:4326")
    check_positions(job, ["-rpc", "-to", f"RPC_HEIGHT={height}"])


def test_rpcs_of_a_scene_over_a_dem_are_gdals(scenes, tmp_path):
    place = Affine(0.012, 0, -124.2, 0, -0.012, 49.8)
    dem = write_dem(tmp_path / "dem.tif", transform=place)
    src = str(scenes / "RGB.byte.rpc.vrt")
    job = GridJob(src, str(tmp_path / "g.tif"), dem=dem, dem_heights="ellipsoid")
    check_positions(job, ["-rpc", "-to", f"RPC_DEM={dem}"])


def check_positions(job, options):
    """Hold that nodes of a job lie where GDAL's own transformer puts them."""
    make_grid_dataset(job)
    with rasterio.open(job.dst) as grid:
        nodes, transform = grid.read(), grid.transform
    rows, cols = np.mgrid[0 : nodes.shape[1], 0 : nodes.shape[2]] + 0.5
    a, b, c, d, e, f = transform[:6]
    x, y = a * cols + b * rows + c, d * cols + e * rows + f
    known = np.isfinite(nodes[0])
    expected = gdal_positions(job.src, x[known], y[known], *options)
    np.testing.assert_allclose(nodes[:, known], expected, rtol=0, atol=1e-6)
    assert known.mean() > 0.5
