"""Quads that a map tears: their corners lie on both sides of where it is cut."""

from __future__ import annotations

from typing import Protocol

import numpy as np
import pyproj

from .crs import Operation, period_of

LARGE = 8.0
"""Times the usual size from which on a quad is looked at."""
OFF = 0.25
"""Share of its size by which the middle of a whole quad may lie beside that of its
corners."""
ROWS = 256
"""Rows that are looked at together."""
MANY = 2**16
"""Quads whose sizes are enough to know the usual one."""


class Places(Protocol):
    """Geolocation arrays, as `Swath`."""

    @property
    def crs(self) -> pyproj.CRS:
        """Return the coordinate system."""

    @property
    def x(self) -> np.ndarray:
        """Return x (n, m)."""

    @property
    def y(self) -> np.ndarray:
        """Return y (n, m)."""

    def moved(
        self, operation: Operation, x: np.ndarray, y: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return places in a target's system."""


def torn_quads(
    x: np.ndarray,
    y: np.ndarray,
    own: np.ndarray,
    places: Places,
    operation: Operation,
) -> np.ndarray:
    """Return which quads a target's map tears.

    The middle of a quad that is whole lies about between its corners on the map, too.

    Parameters
    ----------
    x, y : ndarray of float64, shape (k, m + 2)
        Corners of the quads in the target's system.
    own : ndarray of int, shape (k,)
        Row of places that each row of corners is, or lies beside.
    places : Places
        The places in their own system, (n, m).
    operation : Operation
        From the target's system to theirs.

    Returns
    -------
    ndarray of uint8, shape (k - 1, m + 1) or, if no quad is torn, (0, 0)
    """
    large = LARGE * _usual(x, y)
    torn = np.zeros((x.shape[0] - 1, x.shape[1] - 1), np.uint8)
    between = np.diff(own) > 0  # else half a cell of one place
    for top in range(0, torn.shape[0], ROWS):
        some = slice(top, top + ROWS + 1)
        is_large = _sizes(x[some], y[some]) > large
        rows, cols = np.nonzero(is_large[:, 1:-1] & between[some][:ROWS, None])
        if rows.size:
            at = rows + top, cols + 1
            torn[at] = _are_torn(x, y, own, *at, places, operation)
    _spread(torn, between)
    return torn if torn.any() else np.zeros((0, 0), np.uint8)


def _spread(torn: np.ndarray, between: np.ndarray) -> None:
    """Let half a cell be torn where the one is that it goes straight on from."""
    torn[:, 0], torn[:, -1] = torn[:, 1], torn[:, -2]
    for row in np.flatnonzero(~between):
        for beside in (row - 1, row + 1):
            if 0 <= beside < len(torn):
                torn[row] |= torn[beside]


def _usual(x: np.ndarray, y: np.ndarray) -> float:
    """Return the usual size of quads."""
    every = 1 + int((x.size / MANY) ** 0.5)
    sizes = []
    for top in range(1, x.shape[0] - 2, every):
        pair = slice(top, top + 2)
        sizes.append(_sizes(x[pair, 1:-1], y[pair, 1:-1])[0, ::every])
    flat = np.concatenate(sizes) if sizes else np.empty(0)
    flat = flat[np.isfinite(flat)]
    return float(np.median(flat)) if flat.size else np.inf


def _sizes(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return how far the sides of quads reach."""
    size = np.zeros((x.shape[0] - 1, x.shape[1] - 1))
    for values in (x, y):
        down, aside = np.abs(np.diff(values, axis=0)), np.abs(np.diff(values, axis=1))
        for reach in (down[:, :-1], down[:, 1:], aside[:-1], aside[1:]):
            size = np.maximum(size, reach)
    return size


def _are_torn(
    x: np.ndarray,
    y: np.ndarray,
    own: np.ndarray,
    rows: np.ndarray,
    cols: np.ndarray,
    places: Places,
    operation: Operation,
) -> np.ndarray:
    """Return which of some quads are torn."""
    corners = [(rows + i, cols + j) for i in (0, 1) for j in (0, 1)]
    here = [sum(values[k] for k in corners) / 4 for values in (x, y)]
    size = np.max(
        [np.ptp([values[k] for k in corners], axis=0) for values in (x, y)], axis=0
    )
    at = [(own[i], j - 1) for i, j in corners]
    lon = [places.x[k].astype(float) for k in at]
    period = period_of(places.crs)
    if period is not None:
        lon = [v - period * np.round((v - lon[0]) / period) for v in lon]
    lat = [places.y[k].astype(float) for k in at]
    there = places.moved(operation, sum(lon) / 4, sum(lat) / 4)
    off = np.maximum(*(np.abs(a - b) for a, b in zip(here, there)))
    return np.asarray(~(off <= OFF * size))
