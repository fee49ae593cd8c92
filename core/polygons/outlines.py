"""Polygons as flat arrays of vertices, reduced to what a window needs of them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from struct import unpack_from

import numpy as np
from affine import Affine
from rasterio.windows import Window
from shapely import wkb
from shapely.geometry import Polygon, box

from ..window import window_ranges
from .given import Polygons, areas

LINK = 64
"""Vertices of a ring that share one rectangle: a window away from it skips them. With
it a polygon of a million vertices costs 16 ms per tile, without 60 ms, and 1.1 s where
GDAL gets all vertices; 16 and 32 were no better."""
BATCH = 16384
"""Vertices handed to GDAL at a time, or those of a single polygon that has more."""
FARTHEST = 2.0**30
"""Pixels from the first one beyond which polygons are cut: GDAL paints nothing of a
polygon that reaches beyond 32-bit integers."""
RING_END, POLYGON_END = 1, 2


def _rings(polygon: Polygon) -> list[bytes]:
    """Return the closed rings of a non-empty polygon, shell first.

    Each is float64 (n, 2) as (x, y), little-endian, for `_points`. Read from well-known
    binary: 15 us per polygon with shapely 1.8, whose `coords` take 35.
    """
    data = wkb.dumps(polygon, output_dimension=2, big_endian=False)
    (count,) = unpack_from("<I", data, 5)
    rings, start = [], 13
    for _ in range(count):
        stop = start + 16 * unpack_from("<I", data, start - 4)[0]
        rings.append(data[start:stop])
        start = stop + 4
    return rings


def _points(rings: list[bytes]) -> np.ndarray:
    """Return the vertices of rings, float64 (n, 2) as (x, y)."""
    return np.frombuffer(b"".join(rings), "<f8").reshape(-1, 2)


@dataclass(frozen=True, eq=False)
class Outlines:
    """The rings of polygons as flat arrays, each ring cut into links, of vertices each.

    ``points[link_start[b] : link_start[b + 1]]`` are the vertices of link b, and
    ``polygon_start[p] : polygon_start[p + 1]`` the links of polygon p.
    """

    points: np.ndarray
    """float64, shape (vertices, 2): (x, y) [source pixels, first centre at 0]."""
    ends: np.ndarray
    """uint8, shape (vertices,): `RING_END`, `POLYGON_END` at last vertices, else 0."""
    link_start: np.ndarray
    """int64, shape (links + 1,): first vertex of each link."""
    link_bounds: np.ndarray
    """float64, shape (4, links): least x, least y, greatest x, greatest y."""
    polygon_start: np.ndarray
    """int64, shape (polygons + 1,): first link of each polygon."""
    polygon_bounds: np.ndarray
    """float64, shape (4, polygons), as `link_bounds`."""

    def nbytes(self) -> int:
        """Return the bytes of all arrays."""
        return sum(getattr(self, field.name).nbytes for field in fields(self))

    def largest(self) -> int:
        """Return the vertices of the polygon that has most, 0 without polygons."""
        sizes = np.diff(self.link_start[self.polygon_start])
        return int(sizes.max(initial=0))

    def meeting(self, window: Window) -> np.ndarray:
        """Return the polygons whose rectangle meets a window, int64 indexes."""
        return np.flatnonzero(_sides(self.polygon_bounds, window) == 0)

    def batches(self, polygons: np.ndarray) -> list[np.ndarray]:
        """Divide polygons into runs of `BATCH` vertices, plus at most one polygon."""
        start = self.link_start[self.polygon_start[polygons]]
        sizes = self.link_start[self.polygon_start[polygons + 1]] - start
        number = (np.cumsum(sizes) - sizes) // BATCH
        return np.split(polygons, np.flatnonzero(np.diff(number)) + 1)

    def reduced(
        self, polygons: np.ndarray, window: Window
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return rings that have the same interior and contour within a window.

        Of successive vertices that lie all above the window, or all below, left or
        right of it, only the first and the last are kept. The contour between them
        stays outside, and a line from either side crosses it as often, odd or even.

        Returns
        -------
        points : ndarray of float64, shape (n, 2)
        ends : ndarray of uint8, shape (n,)
            As the attributes of those names.
        """
        first = self.polygon_start
        links = joined_ranges(first[polygons], first[polygons + 1])
        start, stop = self.link_start[links], self.link_start[links + 1]
        away = _sides(self.link_bounds[:, links], window) > 0
        # of a link away from the window: the first vertex, if not the last, and that
        head = np.where(away, np.minimum(start + 1, stop - 1), stop)
        tail = np.where(away, stop - 1, stop)
        starts = np.stack([start, tail], axis=1).ravel()
        kept = joined_ranges(starts, np.stack([head, stop], axis=1).ravel())
        points, ends = self.points[kept], self.ends[kept]
        side = _sides(np.concatenate([points.T, points.T]), window)
        same = (side[1:] == side[:-1]) & (side[1:] > 0) & (ends[:-1] == 0)
        keep = np.ones(len(points), bool)
        keep[1:-1] = ~(same[1:] & same[:-1])
        return points[keep], ends[keep]


def outlines_of(polygons: Polygons, to_pixels: Affine) -> Outlines:
    """Return the outlines in pixels of polygons from `as_polygons`.

    Parameters
    ----------
    polygons : list of Polygon
        Valid and not empty.
    to_pixels : Affine
        From their frame to pixels, as `frame` returns it.
    """
    rings: list[bytes] = []
    ring_ends: list[int] = []
    shells = [0]
    for polygon in polygons:
        rings += _rings(polygon)
        ring_ends += [RING_END] * (len(rings) - shells[-1] - 1) + [POLYGON_END]
        shells.append(len(rings))
    sizes = np.array([len(ring) // 16 for ring in rings], np.int64)
    points = _moved(_points(rings), to_pixels)
    if np.abs(points).max(initial=0) > 2 * FARTHEST:
        return outlines_of(_near(polygons, to_pixels), to_pixels)
    ends = np.zeros(len(points), np.uint8)
    ends[np.cumsum(sizes) - 1] = ring_ends
    links = -(-sizes // LINK)
    link_start = np.repeat(np.cumsum(sizes) - sizes, links)
    link_start += LINK * joined_ranges(np.zeros_like(links), links)
    polygon_start = np.concatenate([[0], np.cumsum(links)])[shells]
    link_bounds = _bounds(points.T, points.T, link_start)
    return Outlines(
        points,
        ends,
        np.append(link_start, len(points)),
        link_bounds,
        polygon_start,
        _bounds(link_bounds[:2], link_bounds[2:], polygon_start[:-1]),
    )


def _moved(points: np.ndarray, affine: Affine) -> np.ndarray:
    """Return points (n, 2) moved by an affine transform."""
    (a, b, c, d, e, f), (x, y) = affine[:6], points.T
    return np.stack([a * x + b * y + c, d * x + e * y + f], axis=1)


def _near(polygons: Polygons, to_pixels: Affine) -> Polygons:
    """Return polygons without what lies farther than `FARTHEST` pixels."""
    corners = np.array(box(-FARTHEST, -FARTHEST, FARTHEST, FARTHEST).exterior.coords)
    frame = Polygon(_moved(corners, ~to_pixels))
    # coordinates near the largest number overflow on the way in GEOS 3.13
    with np.errstate(all="ignore"):
        cut = [polygon.intersection(frame) for polygon in polygons]
    return [part for geometry in cut for part in areas(geometry)]


def _bounds(low: np.ndarray, high: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """Return the rectangles (4, n) of the points or rectangles from each start on."""
    least = np.minimum.reduceat(low, starts, axis=1)
    return np.concatenate([least, np.maximum.reduceat(high, starts, axis=1)])


def _sides(bounds: np.ndarray, window: Window) -> np.ndarray:
    """Tell on which side of a window's pixels rectangles (4, n) lie, uint8 (n,).

    1 right, 2 left, 3 below, 4 above, the highest that is true; 0 none of them.
    """
    (row, row_stop), (col, col_stop) = window_ranges(window)
    side = np.zeros(bounds.shape[1], np.uint8)
    side[bounds[0] > col_stop - 0.5] = 1
    side[bounds[2] < col - 0.5] = 2
    side[bounds[1] > row_stop - 0.5] = 3
    side[bounds[3] < row - 0.5] = 4
    return side


def joined_ranges(starts: np.ndarray, stops: np.ndarray) -> np.ndarray:
    """Return ``concatenate([arange(a, b) for a, b in zip(starts, stops)])``."""
    counts = stops - starts
    ends = np.cumsum(counts)
    return np.asarray(
        np.arange(counts.sum()) + np.repeat(starts - ends + counts, counts)
    )
