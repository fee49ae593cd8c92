"""How much of the source tiles read: a look at the grid before a run."""

from __future__ import annotations

import numpy as np
from rasterio.windows import Window

from ..grid.grid import Grid
from ..grid.nodes import bounds_window
from ..raster.cache import gdal_cache
from ..window import window_of, window_ranges
from .layout import LARGEST_TILE
from .memory import CACHE_SIZES
from .resolved import ResolvedJob


def source_need(resolved: ResolvedJob, grid: Grid) -> float:
    """Return how many source pixels a tile reads per output pixel, at most.

    By the first, middle and last row of nodes of some tiles, with the margin that the
    interpolation and the anti-alias filter need; 0 where none of them meets the source.
    It tells memory how much room to plan for; tiles that need more are cut.
    """
    rows, cols = map(_samples, window_ranges(resolved.window))
    # the corners and the middle: nine would take 30 ms where every pixel is a node
    places = {(rows[i], cols[j]) for i in (0, -1) for j in (0, -1)}
    places.add((rows[len(rows) // 2], cols[len(cols) // 2]))
    tiles = map(window_of, sorted(places))
    # the run's cache is not set yet, and GDAL's own may be large
    with gdal_cache(CACHE_SIZES[0]):
        return max(_tile_need(resolved, grid, tile) for tile in tiles)


def _samples(bounds: tuple[int, int]) -> list[tuple[int, int]]:
    """Return the ranges of the first, middle and last tile on an axis."""
    start, stop = bounds
    size = min(LARGEST_TILE, stop - start)
    firsts = {start, (start + stop - size) // 2, stop - size}
    return [(first, first + size) for first in sorted(firsts)]


def _tile_need(resolved: ResolvedJob, grid: Grid, tile: Window) -> float:
    """Return the source pixels per output pixel of one tile, by three of its rows."""
    (top, bottom), cols = window_ranges(resolved.lattice.inside(tile))
    lines = []
    for row in sorted({top, (top + bottom) // 2, bottom - 1}):
        lines.append(grid.usable_positions(window_of(((row, row + 1), cols))))
    rows, cols = np.concatenate(lines, axis=1)
    if not rows.size:
        return 0.0
    bounds = rows.min(), rows.max(), cols.min(), cols.max()
    window = bounds_window(bounds, resolved.method.margin, resolved.domain)
    if window is None:
        return 0.0
    return float(window.width * window.height / (tile.width * tile.height))
