"""Polygons as flat arrays of vertices, and how windows are painted with them.

A pixel is inside a polygon when its centre is, or lies within `DILATION` of the
polygon's contour, holes included. GDAL fills the interiors by its rule of pixel
centres; the few centres on a contour are found here. That equals GridR's fill of
buffered polygons (but where its buffer cuts a corner, less than `DILATION` away from
the vertex), without buffers: 0.1 ms per polygon of 20 vertices and 2 to 3 times the
vertices for GDAL, more than all the rest together.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from struct import unpack_from
from threading import Lock

import numpy as np
from affine import Affine
from rasterio.features import rasterize
from rasterio.windows import Window
from shapely import wkb
from shapely.geometry import Polygon, box

from ..window import window_ranges
from .given import Polygons, areas

DILATION = 1e-6
"""Distance to a contour up to which a pixel centre is on it [pixels]."""
BLOCK = 64
"""Vertices of a ring that share one rectangle: a window away from it skips them. With
it a polygon of a million vertices costs 16 ms per tile, without 60 ms, and 1.1 s where
GDAL gets all vertices; 16 and 32 were no better."""
BATCH = 16384
"""Vertices handed to GDAL at a time, or those of a single polygon that has more."""
STEPS = 65536
"""Places along edges that are looked at together."""
FARTHEST = 2.0**30
"""Pixels from the first one beyond which polygons are cut: GDAL paints nothing of a
polygon that reaches beyond 32-bit integers."""
CENTRES = Affine.translation(-0.5, -0.5)
"""GDAL's transform of a frame with pixel centres at whole numbers."""
FILLING = Lock()
"""Held while GDAL fills, which holds Python's own lock anyway: rasterio changes the
process's filters of warnings meanwhile, and two threads would leave them changed."""
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
    """The rings of polygons as flat arrays, each ring cut into blocks of vertices.

    ``points[block_start[b] : block_start[b + 1]]`` are the vertices of block b, and
    ``polygon_start[p] : polygon_start[p + 1]`` the blocks of polygon p.
    """

    points: np.ndarray
    """float64, shape (vertices, 2): (x, y) [source pixels, first centre at 0]."""
    ends: np.ndarray
    """uint8, shape (vertices,): `RING_END`, `POLYGON_END` at last vertices, else 0."""
    block_start: np.ndarray
    """int64, shape (blocks + 1,): first vertex of each block."""
    block_bounds: np.ndarray
    """float64, shape (4, blocks): least x, least y, greatest x, greatest y."""
    polygon_start: np.ndarray
    """int64, shape (polygons + 1,): first block of each polygon."""
    polygon_bounds: np.ndarray
    """float64, shape (4, polygons), as `block_bounds`."""

    def nbytes(self) -> int:
        """Return the bytes of all arrays."""
        return sum(getattr(self, field.name).nbytes for field in fields(self))

    def largest(self) -> int:
        """Return the vertices of the polygon that has most, 0 without polygons."""
        sizes = np.diff(self.block_start[self.polygon_start])
        return int(sizes.max(initial=0))

    def meeting(self, window: Window) -> np.ndarray:
        """Return the polygons whose rectangle meets a window, int64 indexes."""
        return np.flatnonzero(_sides(self.polygon_bounds, window) == 0)

    def batches(self, polygons: np.ndarray) -> list[np.ndarray]:
        """Divide polygons into runs of `BATCH` vertices, plus at most one polygon."""
        start = self.block_start[self.polygon_start[polygons]]
        sizes = self.block_start[self.polygon_start[polygons + 1]] - start
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
        blocks = _ranges(first[polygons], first[polygons + 1])
        start, stop = self.block_start[blocks], self.block_start[blocks + 1]
        away = _sides(self.block_bounds[:, blocks], window) > 0
        # of a block away from the window: the first vertex, if not the last, and that
        head = np.where(away, np.minimum(start + 1, stop - 1), stop)
        tail = np.where(away, stop - 1, stop)
        starts = np.stack([start, tail], axis=1).ravel()
        kept = _ranges(starts, np.stack([head, stop], axis=1).ravel())
        points, ends = self.points[kept], self.ends[kept]
        side = _sides(np.concatenate([points.T, points.T]), window)
        same = (side[1:] == side[:-1]) & (side[1:] > 0) & (ends[:-1] == 0)
        keep = np.ones(len(points), bool)
        keep[1:-1] = ~(same[1:] & same[:-1])
        return points[keep], ends[keep]


def outlines_of(polygons: Polygons, origin: tuple[float, float]) -> Outlines:
    """Return the outlines of polygons from `as_polygons`, at an origin (row, col)."""
    rings, ring_ends, shells = [], [], [0]
    for polygon in polygons:
        rings += _rings(polygon)
        ring_ends += [RING_END] * (len(rings) - shells[-1] - 1) + [POLYGON_END]
        shells.append(len(rings))
    sizes = np.array([len(ring) // 16 for ring in rings], np.int64)
    points = _points(rings) - (origin[1], origin[0])
    if np.abs(points).max(initial=0) > 2 * FARTHEST:
        return outlines_of(_near(polygons, origin), origin)
    ends = np.zeros(len(points), np.uint8)
    ends[np.cumsum(sizes) - 1] = ring_ends
    blocks = -(-sizes // BLOCK)
    block_start = np.repeat(np.cumsum(sizes) - sizes, blocks)
    block_start += BLOCK * _ranges(np.zeros_like(blocks), blocks)
    polygon_start = np.concatenate([[0], np.cumsum(blocks)])[shells]
    block_bounds = _bounds(points.T, points.T, block_start)
    return Outlines(
        points,
        ends,
        np.append(block_start, len(points)),
        block_bounds,
        polygon_start,
        _bounds(block_bounds[:2], block_bounds[2:], polygon_start[:-1]),
    )


def _near(polygons: Polygons, origin: tuple[float, float]) -> Polygons:
    """Return polygons without what lies farther than `FARTHEST`."""
    row, col = origin
    frame = box(col - FARTHEST, row - FARTHEST, col + FARTHEST, row + FARTHEST)
    return [part for polygon in polygons for part in areas(polygon.intersection(frame))]


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


def _ranges(starts: np.ndarray, stops: np.ndarray) -> np.ndarray:
    """Return ``concatenate([arange(a, b) for a, b in zip(starts, stops)])``."""
    counts = stops - starts
    ends = np.cumsum(counts)
    return np.arange(counts.sum()) + np.repeat(starts - ends + counts, counts)


def paint(
    pixels: np.ndarray,
    value: int,
    outlines: Outlines,
    polygons: np.ndarray,
    window: Window,
) -> None:
    """Set the pixels of a window that are inside any of some polygons to a value.

    `pixels` is uint8, of the window's shape, and changed in place.
    """
    for batch in outlines.batches(polygons):
        points, ends = outlines.reduced(batch, window)
        shapes = _shapes(points - (window.col_off, window.row_off), ends)
        if shapes:
            with FILLING:
                rasterize(shapes, out=pixels, default_value=value, transform=CENTRES)
        edges = np.stack([points[:-1], points[1:]], axis=1)[ends[:-1] == 0]
        _paint_contour(pixels, value, edges, window)


def _shapes(points: np.ndarray, ends: np.ndarray) -> list[dict]:
    """Return rings as GeoJSON, without those that have no area."""
    corners = points.tolist()
    stops = np.flatnonzero(ends) + 1
    shapes, rings, start = [], [], 0
    for stop, end in zip(stops.tolist(), ends[stops - 1].tolist()):
        rings.append(corners[start:stop])
        start = stop
        if end == POLYGON_END:
            if len(rings[0]) > 3:
                solid = [ring for ring in rings if len(ring) > 3]
                shapes.append({"type": "Polygon", "coordinates": solid})
            rings = []
    return shapes


def _paint_contour(
    pixels: np.ndarray, value: int, edges: np.ndarray, window: Window
) -> None:
    """Set the pixels whose centre lies within `DILATION` of an edge to a value.

    `edges` is float64 (n, 2, 2), the ends (x, y) of each edge. Computed in the frame of
    the whole source, so that all windows agree.
    """
    (row, row_stop), (col, col_stop) = window_ranges(window)
    across = np.abs(edges[:, 1] - edges[:, 0])
    steep = across[:, 1] > across[:, 0]
    # from here on an edge is at least as long in its first coordinate, `u`
    edges = np.where(steep[:, None, None], edges[:, :, ::-1], edges)
    least, end = np.where(steep, row, col), np.where(steep, row_stop, col_stop)
    low, high = np.minimum(*edges[..., 0].T), np.maximum(*edges[..., 0].T)
    first = np.clip(np.ceil(low - DILATION), least, end).astype(np.int64)
    stop = np.clip(np.floor(high + DILATION) + 1, first, end).astype(np.int64)
    number = np.cumsum(stop - first) // STEPS
    for some in np.split(np.arange(len(edges)), np.flatnonzero(np.diff(number)) + 1):
        edge, u, v = _centres_on(edges[some], first[some], stop[some])
        flip = steep[some][edge]
        rows, cols = np.where(flip, u, v) - row, np.where(flip, v, u) - col
        inside = (rows >= 0) & (rows < window.height)
        inside &= (cols >= 0) & (cols < window.width)
        pixels[rows[inside], cols[inside]] = value


def _centres_on(
    edges: np.ndarray, first: np.ndarray, stop: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the pixel centres that lie within `DILATION` of edges.

    Edges (n, 2, 2) have ends (u, v), at least as far apart in u as in v; for each of
    them `first` and `stop`, int64 (n,), are the half-open range of u to look at.
    Returned are int64 arrays (m,): the edge's index, and u and v of each centre.
    """
    (u0, v0), (du, dv) = edges[:, 0].T, (edges[:, 1] - edges[:, 0]).T
    slope = np.divide(dv, du, out=np.zeros_like(du), where=du != 0)
    counts = stop - first
    edge, u = np.repeat(np.arange(len(edges)), counts), _ranges(first, stop)
    line = np.repeat(v0 - slope * u0, counts) + np.repeat(slope, counts) * u
    v = np.rint(line)
    # slopes reach 1, so that a centre on the edge is up to 1.5 DILATION off along v
    near = np.abs(line - v) < 2 * DILATION
    edge, u, v = edge[near], u[near], v[near]
    right, down, du, dv = u - u0[edge], v - v0[edge], du[edge], dv[edge]
    length = np.maximum(du * du + dv * dv, np.finfo(float).tiny)
    along = np.clip((right * du + down * dv) / length, 0, 1)
    on = (right - along * du) ** 2 + (down - along * dv) ** 2 <= DILATION**2
    return edge[on], u[on], v[on].astype(np.int64)
