"""Rasters that lie on the map by control points or an RPC, and what GDAL makes of
them."""

import subprocess
import tempfile
from pathlib import Path

import numpy as np
import rasterio
from affine import Affine
from rasterio.control import GroundControlPoint
from rasterio.rpc import RPC

from .data import noise, write_raster

SHAPE = (80, 100)
"""Of the rasters with an RPC."""


def gcps(count, seed=0, bend=3.0):
    """Return control points of an image of 200 x 300 near 10 E, 50 N.

    Corners first, then random ones; `bend` pixels off an affine map.
    """
    random = np.random.default_rng(seed)
    corners = np.array([(0, 0), (0, 300), (200, 0), (200, 300)], float)
    inner = random.uniform((10, 10), (190, 290), (max(count - 4, 0), 2))
    pixels = np.concatenate([corners, inner])[:count]
    row, col = pixels.T
    x = 10 + 0.001 * col + 0.0002 * row
    y = 50 - 0.001 * row + 0.0001 * col
    x = x + bend * 1e-3 * np.sin(row / 60) * np.cos(col / 80)
    y = y + bend * 1e-3 * np.sin(col / 70 + 1)
    return [
        GroundControlPoint(*pixel, *place, 0.0)
        for pixel, place in zip(pixels.tolist(), np.stack([x, y], axis=1).tolist())
    ]


def write_with_gcps(path, points, crs="EPSG:4326", shape=(200, 300)):
    """Write a raster that lies on the map by control points; return its name."""
    return write_raster(path, noise(shape, "uint8"), gcps=points, crs=crs)


def rpc(**changed):
    """Return an RPC like a satellite's, for an image of `SHAPE` near 5 E, 45 N."""
    plain = {
        "height_off": 500.0,
        "height_scale": 500.0,
        "lat_off": 45.0,
        "lat_scale": 0.1,
        "long_off": 5.0,
        "long_scale": 0.15,
        "line_off": 40.0,
        "line_scale": 40.0,
        "samp_off": 50.0,
        "samp_scale": 50.0,
        "line_num_coeff": [0.002, -0.18, -1.1, -0.05, 1e-3, 1e-4, 2e-4, -3e-3, 1e-3]
        + [1e-5] * 11,
        "line_den_coeff": [1.0, 1e-3, 9e-4, 1e-4, 3e-5, 1e-5, 2e-5, 1e-5, 1e-5]
        + [1e-6] * 11,
        "samp_num_coeff": [0.02, 1.18, -0.2, 0.08, 2e-3, 1e-4, 6e-4, -2e-3, -4e-4]
        + [-2e-5] * 11,
        "samp_den_coeff": [1.0, 1e-3, 2e-3, -6e-4, -2e-4, 1e-5, 3e-5, 3e-4, 2e-5]
        + [2e-6] * 11,
        "err_bias": 0.5,
        "err_rand": 0.5,
    }
    return RPC(**{**plain, **changed})


def write_with_rpc(path, model=None, shape=SHAPE):
    """Write a raster that lies on the map by an RPC; return its name."""
    return write_raster(path, noise(shape, "uint8"), rpcs=model or rpc())


def hills(shape):
    """Return heights of hills, of 100 to 900 m."""
    rows, cols = np.mgrid[: shape[0], : shape[1]]
    return 500 + 400 * np.sin(rows / 9) * np.cos(cols / 7)


def write_dem(path, heights=None, **profile):
    """Write heights around the image of `rpc`, by default of 0.005 degrees."""
    heights = hills((100, 140)) if heights is None else heights
    settings = {
        "crs": "EPSG:4326",
        "transform": Affine(0.005, 0, 4.65, 0, -0.005, 45.25),
        **profile,
    }
    return write_raster(path, heights, **settings)


def turned_points(src, path):
    """Write a raster whose control points lead from the map to the pixels of another.

    As if places were pixels, and pixels places.
    """
    with rasterio.open(src) as dataset:
        points, _ = dataset.gcps
    return write_with_gcps(
        path, [GroundControlPoint(p.y, p.x, p.col, p.row, 0.0) for p in points]
    )


def gdal_positions(src, x, y, *options):
    """Return rows and columns of places by GDAL itself [pixel centres]."""
    with tempfile.TemporaryDirectory() as folder:
        way = ["-i", str(src)]
        if "-tps" in options:
            # from GDAL 3.8 on `-i` inverts the splines that lead to the map
            way = [turned_points(src, Path(folder) / "turned.tif")]
        command = ["gdaltransform", "-output_xy", *options, *way]
        lines = "".join(f"{a!r} {b!r}\n" for a, b in zip(x.tolist(), y.tolist()))
        done = subprocess.run(command, input=lines, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    found = np.array([line.split() for line in done.stdout.splitlines()], float)
    # GDAL counts from the corner of the first pixel
    return found[:, ::-1].T - 0.5
