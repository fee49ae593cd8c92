"""Make the sample that the plugin ships: sample/, a scene as a satellite sees it.

A landscape of fields, roads, a river and a town is painted on the map, and seen from a
satellite that is turned, shakes, and looks at a hill from the side. So straight roads
are bent in the scene, and straight again when the grid has brought it to the map. Some
clouds lie over it; their outlines are polygons in the scene. All of it is made up here,
and has the licence of the plugin.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import rasterio
from checkout import ROOT
from helpers.affines import along, chained
from rasterio.features import rasterize
from rasterio.transform import Affine, from_origin
from scipy import ndimage
from shapely.affinity import affine_transform
from shapely.geometry import LineString, Point, Polygon, box

FOLDER = ROOT / "sample"
SEED = 31
CRS = "EPSG:32631"
CORNER = 372_000.0, 4_824_000.0  # of the map, near Toulouse [m]
PIXEL, STEP = 2.0, 8  # of the result [m]; its pixels from node to node
NODES = 65, 81
SCENE = 520, 640  # rows and columns
MIDDLE = 640.0, 512.0  # of the map: from its corner to the east and south [m]
TURN, SEEN_PIXEL = np.radians(9.0), 2.15  # of the satellite; what a pixel sees [m]
MARGIN, FINE = 160.0, 1.0  # of the painted landscape: around the map, its pixels [m]
CROPS = (
    *((96, 128, 62), (124, 148, 76), (150, 158, 92), (176, 164, 104), (196, 178, 128)),
    *((158, 128, 94), (134, 106, 80), (84, 112, 58), (112, 138, 84), (186, 170, 92)),
)
HEDGE, ROAD, LANE, WATER = (52, 74, 44), (206, 202, 194), (178, 170, 152), (58, 84, 98)
WOOD, ROOFS = (44, 66, 42), ((176, 104, 82), (188, 124, 98), (150, 146, 142))
CLOUDS = ((0.22, 0.26, 34), (0.70, 0.17, 26), (0.83, 0.72, 40))  # row, column, radius


def main() -> None:
    """Write the scene, the grid and the polygons."""
    FOLDER.mkdir(exist_ok=True)
    scene, clouds = make_scene()
    write(FOLDER / "scene.tif", scene, photometric="rgb", predictor=2, nodata=0)
    size = STEP * PIXEL
    # a node is the centre of a pixel of the result, and of one of the grid
    place = from_origin(CORNER[0] - size / 2, CORNER[1] + size / 2, size, size)
    write(FOLDER / "grid.tif", grid_nodes(), crs=CRS, transform=place, predictor=3)
    with rasterio.open(FOLDER / "grid.tif", "r+") as grid:
        grid.descriptions = ("row", "col")
        grid.update_tags(GRID_RESOLUTION_ROW=STEP, GRID_RESOLUTION_COL=STEP)
    with open(FOLDER / "clouds.csv", "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["number", "wkt"])
        table.writerows((n, cloud.wkt) for n, cloud in enumerate(clouds, 1))


def grid_nodes() -> np.ndarray:
    """Return rows and columns of the scene of each node, float64 (2, n, m)."""
    i, j = np.indices(NODES) * STEP * PIXEL
    return np.stack(seen(CORNER[0] + j, CORNER[1] - i))


def seen(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return row and column of the scene at which a place of the map is seen."""
    east, south = x - CORNER[0] - MIDDLE[0], CORNER[1] - y - MIDDLE[1]
    row = (np.cos(TURN) * south + np.sin(TURN) * east) / SEEN_PIXEL
    col = (np.cos(TURN) * east - np.sin(TURN) * south) / SEEN_PIXEL
    height = 120 * np.exp(-((east - 210) ** 2 + (south + 60) ** 2) / 2 / 190**2)
    # it looks to the side, and shakes while it flies along the rows
    col = col + 0.20 * height + 3.2 * np.sin(row / 23) + 1.6 * np.sin(row / 9.1 + 1)
    return row + (SCENE[0] - 1) / 2, col + (SCENE[1] - 1) / 2


def shown(row: np.ndarray, col: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the place of the map that is seen at rows and columns of the scene."""
    down, aside = row - (SCENE[0] - 1) / 2, col - (SCENE[1] - 1) / 2
    for _ in range(40):  # nearer each time: hill and shaking change little on the way
        east = SEEN_PIXEL * (np.cos(TURN) * aside + np.sin(TURN) * down)
        south = SEEN_PIXEL * (np.cos(TURN) * down - np.sin(TURN) * aside)
        x, y = CORNER[0] + MIDDLE[0] + east, CORNER[1] - MIDDLE[1] - south
        at_row, at_col = seen(x, y)
        down, aside = down + row - at_row, aside + col - at_col
    return x, y


def make_scene() -> tuple[np.ndarray, list[Polygon]]:
    """Return the scene, uint8 (3, rows, cols), and the outlines of its clouds."""
    land, place = landscape()
    row, col = np.indices(SCENE).astype("float64")
    x, y = shown(row, col)
    at = along(~place, x, y)
    # the landscape is finer than the scene: what a pixel of it sees is blurred
    image = np.stack(
        [
            ndimage.map_coordinates(
                ndimage.gaussian_filter(band, 0.9),
                (at[1] - 0.5, at[0] - 0.5),
                order=1,
                mode="nearest",
            )
            for band in land
        ]
    )
    random = np.random.default_rng(SEED + 1)
    outlines = []
    for share_row, share_col, radius in CLOUDS:
        middle = share_row * SCENE[0], share_col * SCENE[1]
        bumps = ndimage.gaussian_filter(random.normal(size=SCENE), 9) * 34
        far = np.hypot((row - middle[0]) * 1.3, col - middle[1]) + bumps
        fine = ndimage.gaussian_filter(random.normal(size=SCENE), 3) * 2.2
        cover = np.clip((radius - far + 2 * fine) / 14, 0, 1) ** 0.8
        shadow = np.roll(cover, (16, -22), axis=(0, 1)) * (1 - cover)
        image *= 1 - 0.45 * ndimage.gaussian_filter(shadow, 2)
        image += cover * (242 + 9 * fine - image)
        outlines.append(outline(cover > 0.02))
    haze = ndimage.gaussian_filter(random.normal(size=SCENE), 60) * 120
    image = (image + haze) * 0.93 + 10
    return np.clip(np.rint(image), 1, 255).astype("uint8"), outlines


def outline(covered: np.ndarray) -> Polygon:
    """Return the largest patch as a polygon, x = column and y = -row of corners."""
    covered = ndimage.binary_dilation(covered, iterations=3)
    shapes = rasterio.features.shapes(covered.astype("uint8"), covered, 8)
    rings = [Polygon(shape["coordinates"][0]) for shape, _ in shapes]
    largest = max(rings, key=lambda ring: ring.area).simplify(1.5)
    corners = np.rint(largest.exterior.coords).astype(int)
    return Polygon([(x, -y) for x, y in corners.tolist()])


def landscape() -> tuple[np.ndarray, Affine]:
    """Return the painted map, float64 (3, rows, cols), and where it lies."""
    random = np.random.default_rng(SEED)
    width = (NODES[1] - 1) * STEP * PIXEL + 2 * MARGIN
    height = (NODES[0] - 1) * STEP * PIXEL + 2 * MARGIN
    shape = round(height / FINE), round(width / FINE)
    # metres from the upper left corner, to the right and down
    image = np.zeros((3, *shape))

    def covered(area) -> tuple[tuple[slice, slice], np.ndarray]:
        """Return the window of an area, and True where its pixels are inside."""
        left, top, right, bottom = (math.floor(side / FINE) for side in area.bounds)
        rows = slice(max(top, 0), max(bottom + 1, 0))
        cols = slice(max(left, 0), max(right + 1, 0))
        size = image[0, rows, cols].shape
        if 0 in size:
            return (rows, cols), np.zeros(size, bool)
        start = chained(Affine.scale(FINE), Affine.translation(cols.start, rows.start))
        return (rows, cols), rasterize([area], size, transform=start).astype(bool)

    def paint(area, colour: tuple) -> None:
        window, inside = covered(area)
        image[(slice(None), *window)][:, inside] = np.reshape(colour, (3, 1))

    row, col = np.indices(shape) * FINE
    for number, field in enumerate(fields(random, width, height)):
        colour = np.array(CROPS[random.integers(len(CROPS))]) * random.normal(1, 0.06)
        paint(field.buffer(1.0), HEDGE)
        paint(field.buffer(-1.8), tuple(colour))
        if number % 3 == 0:  # rows of what grows there
            angle = random.choice((0.12, 0.12 + np.pi / 2))
            window, inside = covered(field.buffer(-4))
            across = np.cos(angle) * col[window] + np.sin(angle) * row[window]
            image[(slice(None), *window)] += 9 * np.sin(across * 2 * np.pi / 9) * inside
    for x, y, radius in ((330, 1010, 105), (560, 1085, 82), (1290, 330, 96)):
        paint(Point(x, y).buffer(radius + 2), HEDGE)
        paint(Point(x, y).buffer(radius), CROPS[random.integers(3)])
        sector = Polygon([(x, y), (x + 2 * radius, y - radius), (x + radius, y + 300)])
        paint(sector.intersection(Point(x, y).buffer(radius)), (164, 150, 98))
    for wood in woods(random):
        paint(wood, WOOD)
    along = np.linspace(-50, width + 50, 80)
    river = LineString([(x, 620 + 90 * np.sin(x / 210) + 0.08 * x) for x in along])
    paint(river.buffer(26), WOOD)
    paint(river.buffer(15), WATER)
    town(random, paint)
    for line, wide, colour in roads(width, height):
        paint(line.buffer(wide + 1.5), (150, 144, 128))
        paint(line.buffer(wide), colour)
    rough = ndimage.gaussian_filter(random.normal(size=shape), 1.6) * 14
    broad = ndimage.gaussian_filter(random.normal(size=shape), 30) * 220
    place = from_origin(CORNER[0] - MARGIN, CORNER[1] + MARGIN, FINE, FINE)
    return image + rough + broad, place


def fields(random, width: float, height: float) -> Iterator[Polygon]:
    """Yield fields: a rectangle cut again and again, and turned a little."""
    todo = [(-200.0, -200.0, width + 200, height + 200)]
    while todo:
        left, top, right, bottom = todo.pop()
        wide, high = right - left, bottom - top
        if max(wide, high) < 120 or (wide * high < 26_000 and random.random() < 0.5):
            corners = box(left, top, right, bottom)
            yield affine_transform(corners, [1, 0.12, -0.12, 1, -90, 90])
            continue
        share = random.uniform(0.36, 0.64)
        if wide > high:
            cut = left + share * wide
            todo += [(left, top, cut, bottom), (cut, top, right, bottom)]
        else:
            cut = top + share * high
            todo += [(left, top, right, cut), (left, cut, right, bottom)]


def woods(random) -> Iterator[Polygon]:
    """Yield patches of wood."""
    for x, y, size in ((1230, 1040, 150), (180, 250, 110), (820, 300, 70)):
        turns = np.linspace(0, 2 * np.pi, 24, endpoint=False)
        far = size * (1 + 0.22 * random.normal(size=24))
        yield Polygon(
            np.column_stack([x + far * np.cos(turns), y + 0.8 * far * np.sin(turns)])
        ).buffer(8)


def town(random, paint) -> None:
    """Paint a town: blocks of houses along its streets."""
    for i in range(11):
        for j in range(8):
            x, y = 760 + 34 * i, 770 + 34 * j
            if np.hypot(x - 930, y - 890) > 165 * random.uniform(0.75, 1.05):
                continue
            paint(box(x, y, x + 29, y + 29), (142, 150, 118))
            for _ in range(4):
                a, b = x + random.uniform(1, 17), y + random.uniform(1, 17)
                house = box(a, b, a + random.uniform(8, 13), b + random.uniform(6, 10))
                paint(house, ROOFS[random.integers(3)])


def roads(width: float, height: float) -> Iterator[tuple[LineString, float, tuple]]:
    """Yield roads: their course, half their width, their colour."""
    for y in (760, 905, 1040):
        yield LineString([(700, y), (1140, y)]), 3.0, LANE
    yield LineString([(930, 700), (930, 1110)]), 3.0, LANE
    yield LineString([(-50, 180), (width + 50, 470)]), 5.0, ROAD
    yield LineString([(430, -50), (720, height + 50)]), 5.0, ROAD
    yield LineString([(1060, -50), (1060, 905)]), 4.0, ROAD
    yield Point(930, 900).buffer(215).exterior, 4.0, ROAD


def write(path: Path, bands: np.ndarray, **profile) -> None:
    """Write an array of shape (bands, rows, cols) as a GeoTIFF."""
    count, height, width = bands.shape
    profile.update(count=count, height=height, width=width, dtype=bands.dtype)
    profile.update(compress="deflate", zlevel=9)
    with rasterio.open(path, "w", driver="GTiff", **profile) as dataset:
        dataset.write(bands)


if __name__ == "__main__":
    main()
