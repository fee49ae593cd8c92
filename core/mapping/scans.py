"""The height of scans in geolocation arrays that overlap (bow-tie).

A scanner with several detectors sees some rows at a time. Far from nadir these reach
over those of the next scan, so that places go backwards from one scan to the next.
"""

from __future__ import annotations

import numpy as np
import pyproj

NONE = (0, 0)
"""The scans of arrays that have none."""
ASIDE = 16
"""Part of the columns, from either side, at which scans are looked for, too."""
AGREEING = 0.75
"""Least share of steps backwards that must come at the same distance."""


def scans_of(x: np.ndarray, y: np.ndarray, crs: pyproj.CRS) -> tuple[int, int]:
    """Return how many rows a scan has, and the first row of one; `NONE` for none.

    Parameters
    ----------
    x, y : ndarray, shape (n, m)
        Places, NaN for none.
    crs : CRS
        Of these.
    """
    last = x.shape[1] - 1
    for col in dict.fromkeys((0, last, last // ASIDE, last - last // ASIDE)):
        found = _scans(_points(x[:, col], y[:, col], crs))
        if found != NONE:
            return found
    return NONE


def _points(x: np.ndarray, y: np.ndarray, crs: pyproj.CRS) -> np.ndarray:
    """Return places where no seam is, float64 (n, 2 or 3)."""
    x, y = x.astype(float), y.astype(float)
    if not crs.is_geographic:
        return np.stack([x, y], axis=1)
    unit = crs.axis_info[0].unit_conversion_factor
    lon, lat = x * unit, y * unit
    flat = np.cos(lat)
    return np.stack([flat * np.cos(lon), flat * np.sin(lon), np.sin(lat)], axis=1)


def _scans(points: np.ndarray) -> tuple[int, int]:
    """Return the scans that a column of places shows."""
    steps = np.diff(points, axis=0)
    turns = np.sum(steps[1:] * steps[:-1], axis=1) < 0  # from a step to the next
    # one step backwards turns twice, there and back
    back = np.flatnonzero(turns[:-1] & turns[1:]) + 1
    if back.size == 1 and 2 * (back[0] + 1) == len(points):
        return int(back[0]) + 1, 0
    if back.size < 2:
        return NONE
    heights, counts = np.unique(np.diff(back), return_counts=True)
    height = int(heights[np.argmax(counts)])
    first = (back + 1) % height
    origin = int(np.bincount(first).argmax())
    regular = np.mean(first == origin)
    if height < 2 or regular < AGREEING or 2 * back.size * height < len(points) / 2:
        return NONE
    return height, origin
