"""The target that geolocation arrays suggest, as GDAL's suggestion does in spirit.

It holds all places, and its square pixels are as large as those of the source, about:
the root of the median area of their cells. GDAL's own is not reachable for arrays.
"""

from __future__ import annotations

import math

import numpy as np
import pyproj
from affine import Affine

from ..errors import GridrError
from .crs import Extent, Operation, crs_name, operation_of, period_of
from .swath import Swath
from .template import Template

SIDE = 129
"""Rows and columns of cells whose area is looked at."""
BINS = 3600
"""Parts of a turn that are looked at for places."""
GAP = 10
"""Parts without a place where a turn may begin and end."""


def suggested_over(swath: Swath, crs: pyproj.CRS) -> Template:
    """Return the target that holds all places of a swath.

    Parameters
    ----------
    swath : Swath
        The places.
    crs : CRS
        Of the target.

    Raises
    ------
    GridrError
        If no cell of it has a place there.
    """
    operation = operation_of(crs, swath.crs)
    size = _pixel_size(swath, operation, period_of(crs) or 0.0)
    extent = _extent(swath, operation, crs) if size > 0 else None
    if extent is None:
        raise GridrError(
            "No four neighbours of the geolocation arrays have a place in {crs}. "
            "Check the arrays' coordinate system ARRAY_CRS (array_crs) and their fill "
            "value, or choose another target.",
            crs=crs_name(crs),
        )
    # half a pixel around the centres
    x_min, y_min = extent[0] - size / 2, extent[1] - size / 2
    x_max, y_max = extent[2] + size / 2, extent[3] + size / 2
    if crs.is_geographic:
        quarter = _quarter(crs)
        y_min, y_max = max(y_min, -quarter), min(y_max, quarter)
        x_max = min(x_max, x_min + 4 * quarter)
    rows, cols = (
        max(1, math.ceil(length / size - 1e-6))
        for length in (y_max - y_min, x_max - x_min)
    )
    return Template((rows, cols), Affine(size, 0, x_min, 0, -size, y_max), crs)


def _quarter(crs: pyproj.CRS) -> float:
    """Return a right angle in units of a geographic system."""
    return float(math.pi / 2 / crs.axis_info[0].unit_conversion_factor)


def _pixel_size(swath: Swath, operation: Operation, period: float) -> float:
    """Return the side of a square as large as a source pixel, in median; 0 if none."""
    rows, cols = (
        np.unique(np.linspace(0, size - 2, SIDE).astype(int)) for size in swath.x.shape
    )
    i, j = np.meshgrid(rows, cols, indexing="ij")
    corners = [
        swath.moved(operation, swath.x[at], swath.y[at])
        for at in ((i, j), (i + 1, j), (i, j + 1))
    ]
    (x, y), *others = corners
    (down_x, down_y), (aside_x, aside_y) = ((a - x, b - y) for a, b in others)
    if period:
        down_x, aside_x = (
            apart - period * np.round(apart / period) for apart in (down_x, aside_x)
        )
    area = np.abs(down_x * aside_y - down_y * aside_x)
    area = area[np.isfinite(area) & (area > 0)]
    pixels = swath.step[0] * swath.step[1]
    return math.sqrt(float(np.median(area)) / pixels) if area.size else 0.0


def _extent(swath: Swath, operation: Operation, crs: pyproj.CRS) -> Extent | None:
    """Return what the places cover in a target's system; None if nothing."""
    some = _all_or_outline(swath, crs)
    x, y = swath.moved(operation, swath.x[some], swath.y[some])
    x, y = x[np.isfinite(x)], y[np.isfinite(x)]
    if not x.size:
        return None
    ends = float(x.min()), float(x.max())
    period = period_of(crs)
    if period is not None:
        ends = _arc(x, period)
    return ends[0], float(y.min()), ends[1], float(y.max())


def _all_or_outline(swath: Swath, crs: pyproj.CRS) -> np.ndarray:
    """Return which places tell the extent, bool (n, m).

    From longitudes and latitudes to such it is fast; else those without a neighbour,
    and some of the others, for what a projection turns inside out.
    """
    known = np.isfinite(swath.x)
    if crs.is_geographic and swath.crs.is_geographic:
        return np.asarray(known)
    inner = np.zeros_like(known)
    inner[1:-1, 1:-1] = known[:-2, 1:-1] & known[2:, 1:-1]
    inner[1:-1, 1:-1] &= known[1:-1, :-2] & known[1:-1, 2:]
    every = [1 + size // SIDE for size in known.shape]
    inner[:: every[0], :: every[1]] = False
    return np.asarray(known & ~inner)


def _arc(x: np.ndarray, period: float) -> tuple[float, float]:
    """Return the ends of longitudes, going on over the antimeridian where they do."""
    turn = x / period - np.floor(x / period)
    used = np.bincount(np.minimum((turn * BINS).astype(int), BINS - 1), minlength=BINS)
    places = np.flatnonzero(used)
    gaps = np.diff(np.append(places, places[0] + BINS))
    widest = int(np.argmax(gaps))
    if gaps[widest] <= GAP:
        return -period / 2, period / 2
    cut = (places[widest] + 0.5 + gaps[widest] / 2) / BINS
    along = (turn - cut) - np.floor(turn - cut) + cut
    ends = np.array([along.min(), along.max()]) * period
    ends -= period * np.ceil(ends.mean() / period - 0.5 - 1e-9)
    return float(ends[0]), float(ends[1])
