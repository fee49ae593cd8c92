"""See the Earth from space, and what a scanner sees there brought back to the map.

`make demo` runs this. It paints a map of the world (demo_world.py), writes a grid
that says which point of that map each point of the view shows, has QGIS resample
the map through the grid, and beside the result paints light and stars around it
(demo_light.py). Then it lets a satellite scan a swath of that map (demo_swath.py), and
has QGIS make a grid of where its pixels lie and resample the swath through that.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import rasterio
from checkout import ROOT
from demo_light import compose
from demo_swath import paint, see, side_by_side
from demo_world import paint_world
from helpers.affines import along
from PIL import Image
from pyproj import Transformer
from rasterio.transform import from_origin

OUT = ROOT / "out"
WORLD, GRID, EARTH, MASK, PICTURE = (
    OUT / name
    for name in ("world.tif", "grid.tif", "earth.tif", "mask.tif", "demo.png")
)
SWATH, LON, LAT, SWATH_GRID, ON_MAP, ON_MAP_MASK, SWATH_PICTURE = (
    OUT / f"swath{name}"
    for name in (
        *(".tif", "_lon.tif", "_lat.tif", "_grid.tif"),
        *("_on_map.tif", "_on_map_mask.tif", ".png"),
    )
)

RADIUS = 6371000.0  # of the Earth, here a sphere [m]
CENTRE = f"+lat_0=26 +lon_0=10 +R={RADIUS}"  # the point below the viewer
WORLD_CRS = f"+proj=laea {CENTRE}"
VIEW_CRS = f"+proj=ortho {CENTRE}"

WORLD_SIZE = 3200  # rows and columns of the map
WORLD_PIXEL = 3 * RADIUS / WORLD_SIZE  # a hemisphere is 2.83 radii wide
ROWS, COLS = 2001, 3201  # of the view, twice as many as the picture's
VIEW_PIXEL = 2 * RADIUS / (0.86 * ROWS)
SWATH_CRS, SWATH_PIXEL = "EPSG:3035", 3000.0  # of the map that the swath is brought to
CHECK = 40  # rows and columns of the checks where the view is invalid
STEP = 2  # pixels of the view from node to node: the limb is round to this much


def main() -> None:
    """Make the pictures; with --readme also the small ones of the README."""
    OUT.mkdir(exist_ok=True)
    write_world()
    write_grid()
    write_swath()
    files = [f"--INPUT={WORLD}", f"--GRID={GRID}"]
    files += [f"--OUTPUT={EARTH}", f"--OUTPUT_MASK={MASK}"]
    arrays = [f"--INPUT={SWATH}", f"--X_RASTER={LON}", f"--Y_RASTER={LAT}"]
    results = [f"--grid:GRID={SWATH_GRID}", f"--scene:OUTPUT={ON_MAP}"]
    results += [f"--scene:OUTPUT_MASK={ON_MAP_MASK}"]
    target = [f"--TARGET_CRS={SWATH_CRS}", f"--PIXEL_SIZE={SWATH_PIXEL}"]
    in_qgis(
        ["run", "gridr:gridresampling", *files, "--INTERPOLATION=cubic"],
        ["run", "gridr:swathtomap", *arrays, *target, *results],
    )
    earth = plain_and_lit(read(EARTH), read(MASK)[0] == 1)
    valid = read(ON_MAP_MASK)[0] == 1
    swath = side_by_side(read(SWATH), read(ON_MAP), valid)
    for picture, path, small in (
        (earth, PICTURE, "demo"),
        (swath, SWATH_PICTURE, "swath"),
    ):
        picture.save(path)
        if "--readme" in sys.argv:
            size = 880, round(880 * picture.height / picture.width)
            resized = picture.resize(size, Image.LANCZOS)
            resized.save(ROOT / "docs" / f"{small}.png", optimize=True)
        print(path)


def plain_and_lit(bands: np.ndarray, valid: np.ndarray) -> Image.Image:
    """Return the picture of the result as it is, and of it lit among the stars.

    Checks stand where it is invalid.
    """
    rows, cols = np.indices(valid.shape) // CHECK
    plain = np.where(valid, bands, np.where((rows + cols) % 2, 204, 255))
    lit = np.moveaxis(compose(bands, valid), -1, 0)
    sides = (middle(picture.astype("uint8")) for picture in (plain, lit))
    return side_by_side(*sides, np.array(True))


def middle(picture: np.ndarray) -> np.ndarray:
    """Return the square in the middle of a picture (bands, rows, cols)."""
    beside = (picture.shape[2] - picture.shape[1]) // 2
    return picture[:, :, beside : beside + picture.shape[1]]


def write_world() -> None:
    """Write the source: the map in an azimuthal projection, red, green and blue."""
    corner = WORLD_SIZE * WORLD_PIXEL / 2
    transform = from_origin(-corner, corner, WORLD_PIXEL, WORLD_PIXEL)
    image = paint_world(WORLD_CRS, transform, WORLD_SIZE)
    write(WORLD, image, crs=WORLD_CRS, transform=transform, photometric="rgb")


def write_grid() -> None:
    """Write the grid: the (row, col) in the map of every STEP-th pixel of the view.

    A grid is a raster like any other. Its pixels are the nodes, as wide as STEP
    pixels of the view, which makes it georeferenced, and so will be the output.
    """
    rows, cols = (ROWS - 1) // STEP + 1, (COLS - 1) // STEP + 1
    width = STEP * VIEW_PIXEL
    transform = from_origin(-cols * width / 2, rows * width / 2, width, width)
    # Where the nodes are in the view, and where that is in the map's projection:
    node_col, node_row = np.meshgrid(np.arange(cols) + 0.5, np.arange(rows) + 0.5)
    view_to_world = Transformer.from_crs(VIEW_CRS, WORLD_CRS, always_xy=True)
    x, y = view_to_world.transform(*along(transform, node_col, node_row))
    # PROJ answers inf where a node shows space. A node that is not finite is masked.
    x, y = (np.where(np.isfinite(values), values, np.nan) for values in (x, y))
    # In pixels of the map. Its transform counts from the corner of the first pixel,
    # a grid from the centre.
    with rasterio.open(WORLD) as world:
        col, row = along(~world.transform, x, y)
    nodes = np.stack([row - 0.5, col - 0.5])
    write(GRID, nodes, crs=VIEW_CRS, transform=transform)
    with rasterio.open(GRID, "r+") as grid:
        grid.descriptions = ("row", "col")
        grid.update_tags(GRID_RESOLUTION_ROW=STEP, GRID_RESOLUTION_COL=STEP)


def write_swath() -> None:
    """Write what a scanner sees of the map, and the longitudes and latitudes of that.

    A swath has no geotransform: its geolocation arrays say where each pixel lies.
    """
    lon, lat = see()
    to_world = Transformer.from_crs(
        f"+proj=longlat +R={RADIUS}", WORLD_CRS, always_xy=True
    )
    with rasterio.open(WORLD) as world:
        col, row = along(~world.transform, *to_world.transform(lon, lat))
        image = paint(world.read(), row - 0.5, col - 0.5)
    write(SWATH, image, photometric="rgb")
    write(LON, lon[None])
    write(LAT, lat[None])


def in_qgis(*runs: list[str]) -> None:
    """Run algorithms as a user would in a terminal, in a profile of their own."""
    # Debian's qgis_process is a wrapper that passes an option the program refuses.
    program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    if program is None:
        sys.exit("qgis_process is not here: is QGIS installed?")
    with tempfile.TemporaryDirectory() as profile:
        plugins = Path(profile, "profiles", "default", "python", "plugins")
        plugins.mkdir(parents=True)
        (plugins / "gridr_qgis").symlink_to(ROOT)
        environment = {**os.environ, "QGIS_CUSTOM_CONFIG_PATH": profile}
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        enable = [program, "plugins", "enable", "gridr_qgis"]
        subprocess.run(enable, env=environment, check=True, stdout=subprocess.DEVNULL)
        for run in runs:
            print("$ qgis_process", shlex.join(run), flush=True)
            subprocess.run([program, *run], env=environment, check=True)


def write(path: Path, bands: np.ndarray, **profile) -> None:
    """Write an array of shape (bands, rows, cols) as a GeoTIFF."""
    count, height, width = bands.shape
    profile.update(count=count, height=height, width=width, dtype=bands.dtype)
    with rasterio.open(path, "w", driver="GTiff", tiled=True, **profile) as dst:
        dst.write(bands)


def read(path: Path) -> np.ndarray:
    """Return all bands of a raster."""
    with rasterio.open(path) as src:
        return src.read()


if __name__ == "__main__":
    main()
