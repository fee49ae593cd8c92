"""A real Landsat scene through a grid that reprojects it, against gdalwarp itself.

`gdalwarp -et 0` computes the exact source position of every output pixel.
"""

import dataclasses
import shutil
import subprocess

import numpy as np
import pytest
import rasterio
from affine import Affine
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.options import Job
from helpers.data import read_raster, write_raster
from rasterio.warp import transform as transform_points

GDAL_NAMES = {"nearest": "near", "linear": "bilinear", "cubic": "cubic"}
ROWS, COLS = 721, 961
"""Output pixels: 24 and 32 times 30, and one."""
WEST, NORTH, SIZE = -78.93, 25.49, 0.0032


@pytest.fixture(scope="module")
def scene(shared):
    return shared / "data" / "RGB.byte.tif"


def positions(scene, rows, cols):
    """Source (row, col) of output pixels, pixel centres at whole numbers."""
    with rasterio.open(scene) as src:
        lon = WEST + (cols + 0.5) * SIZE
        lat = NORTH - (rows + 0.5) * SIZE
        flat = transform_points("EPSG:4326", src.crs, lon.ravel(), lat.ravel())
        x, y = np.reshape(flat, (2, *rows.shape))
        a, _, c, _, e, f = src.transform[:6]
        return np.stack([(y - f) / e - 0.5, (x - c) / a - 0.5])


def write_grid(scene, path, step):
    rows, cols = np.mgrid[0:ROWS:step, 0:COLS:step].astype(float)
    return write_raster(
        path,
        positions(scene, rows, cols),
        crs="EPSG:4326",
        # the node centres are the centres of every step-th pixel
        transform=Affine(
            SIZE * step,
            0,
            WEST + (0.5 - step / 2) * SIZE,
            0,
            -SIZE * step,
            NORTH - (0.5 - step / 2) * SIZE,
        ),
        tags={"GRID_RESOLUTION_ROW": step, "GRID_RESOLUTION_COL": step},
    )


def gdalwarp(scene, path, method, *options):
    assert shutil.which("gdalwarp"), "install gdal-bin, as the Makefile does"
    extent = [WEST, NORTH - ROWS * SIZE, WEST + COLS * SIZE, NORTH]
    command = ["gdalwarp", "-q", "-overwrite", "-et", "0", "-t_srs", "EPSG:4326"]
    command += ["-te", *map(str, extent), "-ts", str(COLS), str(ROWS), *options]
    subprocess.run([*command, "-r", GDAL_NAMES[method], scene, path], check=True)
    return read_raster(path)


def run(scene, folder, step, method, **options):
    job = Job(
        src=str(options.pop("src", scene)),
        grid=write_grid(scene, folder / "grid.tif", step),
        dst=str(folder / "dst.tif"),
        dst_mask=str(folder / "mask.tif"),
        interpolation=method,
    )
    job = dataclasses.replace(job, **options)
    resample_dataset(job)
    return read_raster(job.dst), read_raster(job.dst_mask)[0].astype(bool)


def every_tap_is_valid(filled, row, col, first, last):
    """Tell where source pixels first ... last about floor(position) are all filled."""
    inside = np.ones(row.shape, bool)
    r, c = (np.floor(position).astype(int) for position in (row, col))
    for k in range(first, last + 1):
        for n in range(first, last + 1):
            ok = (r + k >= 0) & (r + k < 718) & (c + n >= 0) & (c + n < 791)
            inside &= ok
            inside[ok] &= filled[r[ok] + k, c[ok] + n]
    return inside


@pytest.mark.parametrize("method", GDAL_NAMES)
def test_step_1_equals_gdalwarp(scene, tmp_path, method):
    with rasterio.open(scene) as src:
        plain = write_raster(
            tmp_path / "plain.tif", src.read(), crs=src.crs, transform=src.transform
        )
    data, valid = run(scene, tmp_path, 1, method, src=plain, src_validity="none")
    expected = gdalwarp(plain, tmp_path / "gdal.tif", method)
    row, col = positions(scene, *np.mgrid[0:ROWS, 0:COLS].astype(float))
    interior = (row > 3) & (row < 714) & (col > 3) & (col < 787)
    assert valid[interior].all()
    assert interior.sum() > 400_000
    off = np.abs(data.astype(int) - expected)[:, interior]
    # 0.99987 with GDAL 3.13
    assert off.max() <= 1
    assert (off == 0).mean() >= 0.9998
    difference = np.abs(data.astype(int) - expected)[:, interior]
    if method != "nearest":
        assert difference.max() <= 1


@pytest.mark.parametrize(
    ("method", "shift", "first", "last"),
    [("nearest", 0.5, 0, 0), ("linear", 0, 0, 1), ("cubic", 0, -1, 2)],
)
def test_with_nodata_equal_where_every_tap_is_valid(
    scene, tmp_path, method, shift, first, last
):
    data, valid = run(scene, tmp_path, 1, method)
    row, col = positions(scene, *np.mgrid[0:ROWS, 0:COLS].astype(float))
    with rasterio.open(scene) as src:
        filled = (src.read() != src.nodata).all(axis=0)
    sure = every_tap_is_valid(filled, row + shift, col + shift, first, last)
    assert (valid == sure).all()
    assert 200_000 < sure.sum() < 0.8 * sure.size
    expected = gdalwarp(scene, tmp_path / "gdal.tif", method)
    # gdalwarp writes a valid result that equals the nodata 0 as 1
    data = np.maximum(data, 1)
    assert (data == expected)[:, sure].mean() >= 0.9999


def test_step_10_within_the_error_of_the_grid(scene, tmp_path):
    row, col = positions(scene, *np.mgrid[0:ROWS, 0:COLS].astype(float))
    coarse = write_grid(scene, tmp_path / "grid.tif", 10)
    nodes = read_raster(coarse)
    i, j = np.mgrid[0:ROWS, 0:COLS] / 10
    from scipy.ndimage import map_coordinates

    error = max(
        np.abs(map_coordinates(node, [i, j], order=1) - exact).max()
        for node, exact in zip(nodes, (row, col))
    )
    assert error < 1e-3  # pixels: the projection is nearly straight over 10 pixels
    ramp = np.add.outer(3.0 * np.arange(718), 2.0 * np.arange(791))
    plain = write_raster(tmp_path / "ramp.tif", ramp)
    for method in ("linear", "cubic"):
        data, valid = run(scene, tmp_path, 10, method, src=plain)
        got, exact = data[0][valid], (3 * row + 2 * col)[valid]
        assert valid.sum() > 400_000
        np.testing.assert_allclose(got, exact, rtol=0, atol=5 * error + 1e-9)
    with rasterio.open(tmp_path / "dst.tif") as dst:
        assert dst.xy(0, 0) == pytest.approx((WEST + SIZE / 2, NORTH - SIZE / 2))
        assert dst.res == pytest.approx((SIZE, SIZE))
