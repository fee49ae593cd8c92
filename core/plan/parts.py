"""The parts of a run on a cluster: windows of its output that cost about the same.

A part is a job with a window: a worker computes it as one machine computes a whole. A
look at a few places of the grid tells what their pixels cost: those that read much of
the source cost more, and those that lie beside it next to nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from rasterio.windows import Window

from ..grid.geometry import node_window
from ..grid.grid import Grid
from ..grid.nodes import bounds_window
from ..raster.cache import gdal_cache
from ..raster.creation import BLOCK
from ..window import Shape, window_of, window_ranges, window_shape
from .memory import CACHE_SIZES
from .resolved import ResolvedJob

PER_THREAD = 4
"""Parts that each thread of the workers should find: their costs are estimates."""
LEAST_PIXELS = 2**20
"""Pixels of the output below which nothing is gained by another part: opening files
and handing it over take as long as a twentieth of a second of computing."""
MOST_COST = 2**29
"""Cost of a part at most, in nanoseconds times about 3 and per band: 85 million pixels
by cubic convolution take a thread 2 s compiled, 10 by NumPy; 30 million by the largest
B-spline 2 and 25. The disk may take some minutes, and no more is lost with a worker."""
PLACES = 8
"""Places looked at along each axis. A place may bring whole blocks of the grid."""
LOOK = 256
"""Rows and columns of the output that are looked at in each."""


def part_windows(resolved: ResolvedJob, grid: Grid, threads: int) -> list[Window]:
    """Return the parts of a run, from the top; together they hold each pixel once.

    Parameters
    ----------
    resolved : ResolvedJob
        What is to be done.
    grid : Grid
        Its nodes.
    threads : int
        Threads of all workers.

    Returns
    -------
    list of Window
        Parts of the full output, of whole blocks of `BLOCK` rows and columns but at
        the end: `PER_THREAD` for each thread, more where they would cost more than
        `MOST_COST`, fewer where they would be smaller than `LEAST_PIXELS`.
    """
    costs = costs_of(resolved, grid)
    window = resolved.window
    bands = len(resolved.src_indexes)
    wanted = max(PER_THREAD * threads, -int(-bands * costs.of(window) // MOST_COST))
    most = max(window.height * window.width // LEAST_PIXELS, 1)
    found = _cut(costs, window, int(min(wanted, most)))
    return sorted(found, key=lambda part: (part.row_off, part.col_off))


@dataclass(frozen=True)
class Costs:
    """What the pixels of a window of the output cost, place by place."""

    window: Window
    """All of the output."""
    sums: np.ndarray
    """float64, shape (rows + 1, cols + 1): the cost of all places above and left."""

    def of(self, window: Window) -> float:
        """Return what a part of the output costs."""
        (top, bottom), (left, right) = window_ranges(window)
        return float(self._until(bottom, left, right) - self._until(top, left, right))

    def halves(self, window: Window, axis: int, stops: np.ndarray) -> np.ndarray:
        """Return the cost of what lies before each stop on an axis of a window."""
        (top, bottom), (left, right) = window_ranges(window)
        if axis == 0:
            costs = self._until(stops, left, right) - self._until(top, left, right)
        else:
            costs = self._until(bottom, left, stops) - self._until(top, left, stops)
        return np.asarray(costs)

    def _until(self, row: object, left: object, right: object) -> np.ndarray:
        """Return the cost of the columns from left to right down to a row."""
        return np.asarray(self._sum(row, right) - self._sum(row, left))

    def _sum(self, row: object, col: object) -> np.ndarray:
        """Return the cost of all above and left of a pixel, even within a place."""
        rows, cols = (count - 1 for count in self.sums.shape)
        y = (np.asarray(row) - self.window.row_off) * rows / self.window.height
        x = (np.asarray(col) - self.window.col_off) * cols / self.window.width
        i = np.minimum(y.astype(int), rows - 1)
        j = np.minimum(x.astype(int), cols - 1)
        down, right = y - i, x - j
        upper = self.sums[i, j] * (1 - right) + self.sums[i, j + 1] * right
        lower = self.sums[i + 1, j] * (1 - right) + self.sums[i + 1, j + 1] * right
        return np.asarray(upper * (1 - down) + lower * down)


def costs_of(resolved: ResolvedJob, grid: Grid) -> Costs:
    """Look at places of a grid and return what pixels there cost.

    In each the pixels in its middle are looked at. One that is written costs 1, one
    that is computed as much as its kernel is wide besides, one that is read 1.
    """
    (top, bottom), (left, right) = window_ranges(resolved.window)
    rows, cols = _ends(top, bottom), _ends(left, right)
    costs = np.zeros((len(rows), len(cols)))
    with gdal_cache(CACHE_SIZES[1]):
        for i in range(len(rows) - 1):
            for j in range(len(cols) - 1):
                ranges = _middle(rows[i : i + 2]), _middle(cols[j : j + 2])
                need = _need(resolved, grid, window_of(ranges))
                pixel = 1 + (need + resolved.method.support if need else 0)
                costs[i + 1, j + 1] = pixel
    areas = np.diff(rows)[:, None] * np.diff(cols)
    costs[1:, 1:] *= areas
    return Costs(resolved.window, costs.cumsum(axis=0).cumsum(axis=1))


def _need(resolved: ResolvedJob, grid: Grid, window: Window) -> float:
    """Return the source pixels per output pixel of a window; 0 beside the source."""
    rows, cols = grid.usable_positions(window)
    if not rows.size:
        return 0.0
    bounds = rows.min(), rows.max(), cols.min(), cols.max()
    read = bounds_window(bounds, 0, resolved.domain)
    if read is None:
        return 0.0
    # nodes reach beyond the window, far beyond where they are far apart
    around = node_window(window, resolved.step)
    height, width = (
        max(count - 1, 1) * step
        for count, step in zip(window_shape(around), resolved.step)
    )
    return float(read.height * read.width / (height * width))


def _ends(start: int, stop: int) -> np.ndarray:
    """Return where the places on an axis end, equally wide, from the first start on."""
    count = min(PLACES, -(-(stop - start) // LOOK))
    return np.linspace(start, stop, count + 1)


def _middle(ends: np.ndarray) -> tuple[int, int]:
    """Return the range in the middle of a place that is looked at."""
    start, stop = int(ends[0]), int(np.ceil(ends[1]))
    size = min(LOOK, stop - start)
    first = (start + stop - size) // 2
    return first, first + size


def _cut(costs: Costs, window: Window, count: int) -> Iterator[Window]:
    """Cut a window into so many parts of about equal cost, or as many as it has blocks.

    Across its longer side, and so on with both.
    """
    axis = 0 if window.height >= window.width else 1
    if count > 1 and max(window.height, window.width) > BLOCK:
        first = count // 2
        ranges = window_ranges(window)
        start, stop = ranges[axis]
        stops = np.arange(start + BLOCK, stop, BLOCK)
        before = costs.halves(window, axis, stops)
        wanted = costs.of(window) * first / count
        best = int(stops[np.abs(before - wanted).argmin()])
        for part, its_count in (((start, best), first), ((best, stop), count - first)):
            both = (part, ranges[1]) if axis == 0 else (ranges[0], part)
            yield from _cut(costs, window_of(both), its_count)
        return
    yield window


def shape_of(windows: list[Window]) -> Shape:
    """Return the most rows and the most columns of some parts."""
    return max(w.height for w in windows), max(w.width for w in windows)
