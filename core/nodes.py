"""Nodes of the grid: read for a tile, and looked at before a run."""

from __future__ import annotations

import numpy as np
from rasterio.windows import Window

from .dataset import gdal_cache
from .grid import Nodes, bounds_window, node_window
from .kernels.nodes import mask_nodes
from .memory import CACHE_SIZES
from .plan import LARGEST_TILE
from .readers import Readers
from .task import Task, node_nodata
from .window import window_of, window_ranges


def read_nodes(task: Task, readers: Readers, tile: Window) -> Nodes:
    """Read the nodes of a window of the output, unusable ones masked."""
    window = node_window(tile, task.step)
    positions = _read_positions(task, readers, window)
    bounds = mask_nodes(*positions, *node_nodata(task), task.node_tolerance)
    row_shift, col_shift = task.job.shift
    if row_shift or col_shift:
        positions += np.reshape(task.job.shift, (2, 1, 1))
        bounds = np.add(bounds, (row_shift, row_shift, col_shift, col_shift)).tolist()
    return Nodes(positions, task.step, (window.row_off, window.col_off), bounds)


def _read_positions(task: Task, readers: Readers, window: Window) -> np.ndarray:
    """Read a window of nodes, float64 (2, n, m); NaN where the grid mask is 0."""
    if readers.grid_col is readers.grid_row:
        indexes = (task.row_index, task.col_index)
        positions = readers.grid_row.read(indexes, window, "float64")
    else:
        rows = readers.grid_row.read((task.row_index,), window, "float64")
        cols = readers.grid_col.read((task.col_index,), window, "float64")
        positions = np.concatenate([rows, cols])
    if task.grid_mask is not None:
        index = task.job.grid_mask_index
        dtype = task.grid_mask.dtypes[index - 1]
        values = readers.grid_mask.read((index,), window, dtype)
        positions[:, values[0] != task.job.grid_mask_valid] = np.nan
    return positions


def source_need(task: Task, readers: Readers) -> float:
    """Return how many source pixels a tile reads per output pixel, at most.

    By the first, middle and last row of nodes of some tiles, with the margin that the
    interpolation needs; 0 where none of them meets the source. It tells memory how much
    room to plan for; tiles that need more are cut.
    """
    rows, cols = map(_samples, window_ranges(task.window))
    # the corners and the middle: nine would take 30 ms where every pixel is a node
    places = {(rows[i], cols[j]) for i in (0, -1) for j in (0, -1)}
    places.add((rows[len(rows) // 2], cols[len(cols) // 2]))
    tiles = map(window_of, sorted(places))
    # the run's cache is not set yet, and GDAL's own may be large
    with gdal_cache(CACHE_SIZES[0]):
        return max(_tile_need(task, readers, tile) for tile in tiles)


def _samples(bounds: tuple[int, int]) -> list[tuple[int, int]]:
    """Return the ranges of the first, middle and last tile on an axis."""
    start, stop = bounds
    size = min(LARGEST_TILE, stop - start)
    firsts = {start, (start + stop - size) // 2, stop - size}
    return [(first, first + size) for first in sorted(firsts)]


def _tile_need(task: Task, readers: Readers, tile: Window) -> float:
    """Return the source pixels per output pixel of one tile, by three of its rows."""
    (top, bottom), cols = window_ranges(tile)
    lines = []
    for row in sorted({top, (top + bottom) // 2, bottom - 1}):
        window = node_window(window_of(((row, row + 1), cols)), task.step)
        lines.append(_read_positions(task, readers, window).reshape(2, -1))
    rows, cols = np.concatenate(lines, axis=1)
    nodata = node_nodata(task)
    # no kernel, which might have to be compiled first
    usable = np.isfinite(rows) & np.isfinite(cols)
    for line, value in zip((rows, cols), nodata):
        usable &= ~(np.abs(line - value) <= task.node_tolerance)
    if not usable.any():
        return 0.0
    bounds = []
    for line, shift in zip((rows[usable], cols[usable]), task.job.shift):
        bounds += [line.min() + shift, line.max() + shift]
    source = readers.source
    window = bounds_window(tuple(bounds), task.method.margin, source.frame)
    if window is None:
        return 0.0
    return window.width * window.height / (tile.width * tile.height)
