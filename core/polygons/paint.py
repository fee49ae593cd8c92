"""How windows are painted with polygons.

A pixel is inside a polygon when its centre is, or lies within `DILATION` of the
polygon's contour, holes included. GDAL fills the interiors by its rule of pixel
centres; the few centres on a contour are found here. That equals GridR's fill of
buffered polygons (but where its buffer cuts a corner, less than `DILATION` away from
the vertex), without buffers: 0.1 ms per polygon of 20 vertices and 2 to 3 times the
vertices for GDAL, more than all the rest together.
"""

from __future__ import annotations

from threading import Lock
from typing import Any

import numpy as np
from affine import Affine
from rasterio.features import rasterize
from rasterio.windows import Window

from ..window import window_ranges
from .outlines import POLYGON_END, Outlines, joined_ranges

DILATION = 1e-6
"""Distance to a contour up to which a pixel centre is on it [pixels]: GridR buffers its
polygons by so much before it fills them."""
STEPS = 16384
"""Places along edges that are looked at together."""
CENTRES = Affine.translation(-0.5, -0.5)
"""GDAL's transform of a frame with pixel centres at whole numbers."""
FILLING = Lock()
"""Held while GDAL fills, which holds Python's own lock anyway: rasterio changes the
process's filters of warnings meanwhile, and two threads would leave them changed."""


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


def _shapes(points: np.ndarray, ends: np.ndarray) -> list[dict[str, Any]]:
    """Return rings as GeoJSON, without those that have no area."""
    corners = points.tolist()
    stops = np.flatnonzero(ends) + 1
    shapes: list[dict[str, Any]] = []
    rings: list[list[list[float]]] = []
    start = 0
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
    edge, u = np.repeat(np.arange(len(edges)), counts), joined_ranges(first, stop)
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
