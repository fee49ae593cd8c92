"""Polygons for tests, x = column and y = row of a window of 12 x 14 pixels."""

import numpy as np
from rasterio.windows import Window
from shapely import wkt
from shapely.affinity import affine_transform
from shapely.geometry import Polygon, box

WHOLE = Window(0, 0, 14, 12)
BOX = box(3, 4, 8, 6)
OTHER = box(10, 1, 12, 2)


def block(rows, cols):
    """Return {(row, col)} of half-open ranges."""
    return {(row, col) for row in range(*rows) for col in range(*cols)}


EVERYWHERE = block((0, 12), (0, 14))
IN_BOX = block((4, 7), (3, 9))
IN_OTHER = block((1, 3), (10, 13))


def moved(text, affine):
    """Return a geometry given as WKT, moved by an affine transform."""
    a, b, c, d, e, f = affine[:6]
    return affine_transform(wkt.loads(text), [a, b, d, e, c, f])


def star(random, centre, radius, vertices, whole=False):
    """Return a star-shaped polygon, with whole or half coordinates if asked."""
    angles = np.sort(random.uniform(0, 2 * np.pi, vertices))
    radii = random.uniform(0.3, 1, vertices) * radius
    points = np.stack([np.cos(angles), np.sin(angles)], axis=1) * radii[:, None]
    points += centre
    return Polygon(np.rint(2 * points) / 2 if whole else points)


def some_polygons(seed, whole=False, count=6):
    """Return polygons about WHOLE, every second one with a hole, some of them bad."""
    random = np.random.default_rng(seed)
    out = []
    for number in range(count):
        polygon = star(random, random.uniform(0, 12, 2), random.uniform(2, 7), 9, whole)
        if number % 2:
            hole = star(random, random.uniform(3, 9, 2), 2.5, 6, whole)
            polygon = Polygon(polygon.exterior.coords, [hole.exterior.coords])
        out.append(polygon)
    return out


def coast(vertices):
    """Return a polygon of many vertices with a bay, a cape and a many-sided lake."""
    angle = np.linspace(0, 2 * np.pi, vertices, endpoint=False)
    radius = 80 + 15 * np.sin(5 * angle) + 6 * np.sin(37 * angle)
    points = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    return Polygon(100 + points * radius[:, None], [100 + 20 * points])
