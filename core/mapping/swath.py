"""A source that lies on the map by geolocation arrays: a place for each of its pixels.

Arrays go from pixels to places. For the other way they are taken to the target, and
the quads between neighbours are inverted for the nodes in them: no hole is left where
scans overlap, and the result does not depend on what is computed together.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

import numpy as np
import pyproj

from ..errors import Cancelled
from ..kernels.table import invert_quads
from ..kernels.values import QUADS, Quads
from .corners import corners_of
from .crs import Operation, crs_name, period_of
from .mapping import Progress
from .template import Template
from .torn import torn_quads

PLACE = 2e-6
"""Seconds that NumPy takes for a place of a target."""
AT_ONCE = 2**18
"""Places that are projected together."""
LATTICE = 65
"""Places per side at which a target is looked at."""


@dataclass(frozen=True)
class Swath:
    """Places of pixels of a source."""

    crs: pyproj.CRS
    """Of the places."""
    x: np.ndarray
    """float32 or float64, shape (n, m); NaN where there is no place."""
    y: np.ndarray
    """As x."""
    start: tuple[float, float]
    """Row and column of the source that the first place is of [pixel centres]."""
    step: tuple[float, float]
    """Rows and columns of the source from place to place."""
    scan: tuple[int, int]
    """Array rows of a scan, 0 for none, and the first row of one."""

    @property
    def has_gaps(self) -> bool:
        """Return whether some pixel has no place."""
        return bool(np.isnan(self.x).any())

    def onto(self, template: Template, operation: Operation) -> SwathMapping:
        """Return the way from a target to the source."""
        return SwathMapping(template, operation, self)

    def moved(
        self, operation: Operation, x: np.ndarray, y: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return places in a target's system; NaN where there is none.

        Parameters
        ----------
        operation : Operation
            From the target's system to that of the places; gone backwards.
        x, y : ndarray
        """
        back = replace(operation, is_inverse=not operation.is_inverse)
        x, y = back.moved(x.astype(float), y.astype(float))
        good = np.isfinite(x) & np.isfinite(y)
        return np.where(good, x, np.nan), np.where(good, y, np.nan)


class SwathMapping:
    """Where the pixels of a target lie in a swath.

    Takes 16 bytes for each place of the arrays, besides these; for scans of 10 rows a
    fifth more.

    Parameters
    ----------
    template : Template
        The target.
    operation : Operation
        From its coordinate system to that of the places.
    swath : Swath
        The places.
    """

    at_once = False

    def __init__(self, template: Template, operation: Operation, swath: Swath) -> None:
        self.template, self.operation, self.swath = template, operation, swath
        self._quads: Quads | None = None
        self._blocks = np.empty((0, 2), np.int64)
        self._bounds = np.empty((0, 2))

    def plain_seconds(self) -> float:
        """Return how long NumPy takes to invert the quads, about."""
        rows, cols = self.template.shape
        return PLACE * rows * cols

    def prepare(self, progress: Progress) -> None:
        """Take the places to the target.

        Raises
        ------
        Cancelled
            If `progress` returned False.
        """
        if self._quads is not None:
            return
        swath, period = self.swath, period_of(self.template.crs) or 0.0
        corners = corners_of(swath.x.shape[0], swath.scan)
        x, y = np.full((2, corners.down.size, swath.x.shape[1] + 2), np.nan)
        rows, cols = swath.x.shape
        height = max(1, AT_ONCE // cols)
        for start in range(0, rows, height):
            some = slice(start, start + height)
            to = corners.places[some], slice(1, -1)
            x[to], y[to] = swath.moved(self.operation, swath.x[some], swath.y[some])
            if not progress(min(start + height, rows) / rows):
                raise Cancelled
        corners.extend(x, y, period)
        torn = np.zeros((0, 0), np.uint8)
        if not period:
            torn = torn_quads(x, y, corners.own, swath, self.operation)
        frame = _frame(self.template)
        aside = np.r_[-0.5, np.arange(cols), cols - 0.5]
        self._quads = Quads(
            x, y, corners.down, aside, corners.middle, torn, frame, period
        )
        self._blocks, self._bounds = _blocks(x, y, frame)
        if period and frame[2]:
            # turns move rows, too
            self._bounds[:] = -np.inf, np.inf

    def ends_inside(self) -> bool:
        """Tell whether the swath ends in the target, seen at some places there."""
        rows, cols = (
            np.linspace(0, n - 1, min(n, LATTICE)) for n in self.template.shape
        )
        found = self.positions(*np.meshgrid(rows, cols, indexing="ij"))[0]
        known = np.isfinite(found)
        return bool(known.any() and not known.all())

    def positions(self, rows: np.ndarray, cols: np.ndarray) -> np.ndarray:
        """Return where a regular lattice of pixels of the target lies in the source.

        Parameters
        ----------
        rows, cols : ndarray of float64, shape (n, m)
            Of the target [pixel centres], as of ``meshgrid(..., indexing="ij")``,
            rising.

        Returns
        -------
        ndarray of float64, shape (2, n, m)
            Rows and columns of the source [pixel centres]; both NaN for no place.
        """
        self.prepare(lambda _: True)
        out = np.full((3, *rows.shape), np.nan)
        out[2] = np.inf
        down, aside = rows[:, 0].copy(), cols[0].copy()
        low, high = self._bounds.T
        near = (high >= down[0] - 1) & (low <= down[-1] + 1)
        quads = cast(Quads, self._quads)
        invert_quads(quads, self._blocks[near], down, aside, out)
        start, step = self.swath.start, self.swath.step
        return np.stack([out[k] * step[k] + start[k] for k in range(2)])

    def __repr__(self) -> str:
        """Return what it leads to."""
        return f"SwathMapping({crs_name(self.template.crs)})"


def _frame(template: Template) -> tuple[float, float, float, float, float, float]:
    """Return the way from places to a target, as of `Quads`."""
    a, b, c, d, e, f = (float(value) for value in template.transform[:6])
    area = a * e - b * d
    return c, f, -d / area, a / area, e / area, -b / area


def _blocks(
    x: np.ndarray, y: np.ndarray, frame: tuple[float, ...]
) -> tuple[np.ndarray, np.ndarray]:
    """Return the blocks of quads, and their least and greatest row in the target."""
    x0, y0, row_x, row_y = frame[:4]
    lefts = np.arange(0, x.shape[1] - 1, QUADS[1])
    blocks, bounds = [], []
    for top in range(0, x.shape[0] - 1, QUADS[0]):
        some = slice(top, top + QUADS[0] + 1)
        rows = row_x * (x[some] - x0) + row_y * (y[some] - y0) - 0.5
        ends = []
        for least in (np.fmin, np.fmax):
            corners = least.reduce(rows, axis=0)
            ends.append(least.reduceat(least(corners[:-1], corners[1:]), lefts))
        blocks.append(np.stack([np.full(lefts.size, top), lefts], axis=1))
        bounds.append(np.stack(ends, axis=1))
    return np.concatenate(blocks).astype(np.int64), np.concatenate(bounds)
