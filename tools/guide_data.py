"""Make the inputs of the guide: `prepare()` in its first cell.

The scene is the world map of QGIS, painted as for the demo, in the frame of a
satellite that flies by at an angle.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
from checkout import load
from demo import read, write
from helpers.affines import along, chained
from pyproj import Transformer
from rasterio.transform import Affine
from scipy import ndimage

__all__ = ["prepare", "read", "write"]

load()

FOLDER = "guide_files"
SIZE = 401  # rows and columns of the scene
PIXEL = 5000.0  # [m]
TILT = -12.0  # of the scene's columns against the meridian [degrees]
CRS = "+proj=laea +lat_0=43 +lon_0=8 +R=6371000"
CLOUD_STEP = 4  # pixels of the scene per pixel of the cloud mask
SEED = 2
AREAS = {  # longitude and latitude of the corners
    "peninsula": [(7.2, 46.2), (14.6, 46.4), (18.9, 40.3), (15.6, 36.3), (10.2, 40)],
    "sicily": [(12.2, 36.2), (12.3, 38.5), (15.6, 38.3), (16.2, 36.2)],
}
EDGE_PARTS = 64
WRONG_POINT, OFF = 6, (7.0, -9.0)  # of the control points, and by how many pixels


def prepare() -> None:
    """Make the folder guide_files, go there and write the inputs of the guide."""
    if Path.cwd().name != FOLDER:
        Path(FOLDER).mkdir(exist_ok=True)
        os.chdir(FOLDER)
    # runs log what they do, and the guide tells that itself
    logging.getLogger("gridr_qgis").setLevel(logging.ERROR)
    # in a process of its own: Qt, PROJ, rasterio write warnings into the notebook
    paint = [sys.executable, __file__, "scene.tif"]
    subprocess.run(paint, check=True, capture_output=True)
    write_clouds()
    for name, corners in AREAS.items():
        ring = {"type": "Polygon", "coordinates": [closed(corners)]}
        Path(f"{name}.geojson").write_text(json.dumps(ring))


def write_scan() -> None:
    """Write the scene without its place, and control points of which one is wrong.

    As QGIS's Georeferencer writes them: x and y of the source count from the corner of
    its first pixel, y downwards negative.
    """
    write("scan.tif", read("scene.tif"), photometric="rgb")
    sides = (np.linspace(0.1, 0.9, count) * SIZE for count in (3, 4))
    row, col = (part.ravel() for part in np.meshgrid(*sides, indexing="ij"))
    x, y = along(scene_transform(), col, row)
    to_lonlat = Transformer.from_crs(CRS, "EPSG:4326", always_xy=True)
    lon, lat = to_lonlat.transform(x, y)
    row[WRONG_POINT - 1] += OFF[0]
    col[WRONG_POINT - 1] += OFF[1]
    lines = ["#CRS: EPSG:4326", "mapX,mapY,sourceX,sourceY,enable"]
    lines += [f"{a},{b},{c},{-r},1" for a, b, c, r in zip(lon, lat, col, row)]
    Path("scan.points").write_text("\n".join(lines) + "\n")


def closed(corners: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return a ring through corners, its edges in parts as those of real outlines.

    Edges bend in the coordinate system of the scene, which is nothing where they are
    short. With edges of one part 495 of 53 261 pixels fell to the other side where only
    the corners were taken there.
    """
    ring = []
    for (x, y), (next_x, next_y) in zip(corners, [*corners[1:], corners[0]]):
        shares = [part / EDGE_PARTS for part in range(EDGE_PARTS)]
        ring += [(x + s * (next_x - x), y + s * (next_y - y)) for s in shares]
    return [*ring, corners[0]]


def scene_transform() -> Affine:
    """Return where the scene lies in its coordinate system."""
    middle = Affine.translation(-SIZE / 2, -SIZE / 2)
    return chained(Affine.rotation(TILT), Affine.scale(PIXEL, -PIXEL), middle)


def write_scene(path: str) -> None:
    """Paint the scene: three bands of 8 bits."""
    from demo_world import paint_world

    place = {"crs": CRS, "transform": scene_transform()}
    write(path, paint_world(CRS, place["transform"], SIZE), photometric="rgb", **place)


def write_clouds() -> None:
    """Write a cloud mask, 1 = cloud, coarser than the scene as most are.

    Its pixel (i, j) belongs to the pixel (4 i, 4 j) of the scene.
    """
    size = (SIZE - 1) // CLOUD_STEP + 1
    noise = np.random.default_rng(SEED).normal(size=(size, size))
    clouds = ndimage.gaussian_filter(noise, 4) > 0.09
    centre, corner = Affine.translation(0.5, 0.5), Affine.translation(-0.5, -0.5)
    transform = chained(scene_transform(), centre, Affine.scale(CLOUD_STEP), corner)
    write("clouds.tif", clouds[None].astype("uint8"), crs=CRS, transform=transform)


if __name__ == "__main__":
    write_scene(sys.argv[1])
    write_scan()
