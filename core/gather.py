"""Resample scattered positions: group them by source cell, read each cell once.

For grids whose neighbouring pixels read far apart, where the source window of a tile
would be most of the source. A cell is one or more of the source's own blocks.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from rasterio.windows import Window

from .grid import Nodes, bounds_window, pixel_positions
from .memory import src_pixel_bytes
from .source import Source
from .target import Target
from .task import Task
from .window import Shape, window_shape

LARGEST_CELL = 512
"""Rows and columns up to which whole blocks of the source make one cell."""


def cell_shape(task: Task, budget: int) -> Shape:
    """Return the (rows, cols) of the cells: about the source's blocks, in budget."""
    pixels = max(1, budget // src_pixel_bytes(task))
    shape = []
    for block, size in zip(task.src.block_shape, task.src.shape):
        shape.append(min(max(1, LARGEST_CELL // block) * block, size))
    while shape[0] * shape[1] > pixels and max(shape) > 1:
        longer = int(shape[1] >= shape[0])
        shape[longer] = -(-shape[longer] // 2)
    return shape[0], shape[1]


def gather(
    task: Task,
    source: Source,
    nodes: Nodes,
    window: Window,
    target: Target,
    budget: int,
) -> np.ndarray:
    """Resample a window of the output cell by cell of the source.

    Parameters
    ----------
    source
        Reads windows in its frame.
    budget
        Bytes for the source pixels of one cell.

    Returns
    -------
    ndarray of int64, shape (2,)
        As `Target.put`.
    """
    method = task.method
    first = window.row_off, window.col_off
    positions = np.empty((2, *window_shape(window)))
    pixel_positions(nodes, first, positions)
    positions = positions.reshape(2, -1)
    bands = len(task.read_indexes)
    values = np.empty((bands, positions.shape[1]))
    done = np.zeros(positions.shape[1], bool)
    for members in _groups(positions, task.src.shape, cell_shape(task, budget)):
        some = positions[:, members]
        bounds = some[0].min(), some[0].max(), some[1].min(), some[1].max()
        src_window = bounds_window(bounds, method.margin, source.frame)
        if src_window is None:
            continue
        block = source.read(src_window)
        some_values = np.empty((bands, members.size))
        some_done = np.empty(members.size, bool)
        method.driver(some, *block, some_values, some_done)
        values[:, members] = some_values
        done[members] = some_done
    shape = window_shape(window)
    return target.put(first, values.reshape(bands, *shape), done.reshape(shape))


def _groups(positions: np.ndarray, shape: Shape, cell: Shape) -> Iterator[np.ndarray]:
    """Yield the indexes of the positions of each cell, cells in reading order.

    Positions outside the source belong to the nearest cell; NaN ones to none.
    """
    keys = np.zeros(positions.shape[1], np.int64)
    for axis, (size, step) in enumerate(zip(shape, cell)):
        inside = np.clip(np.nan_to_num(positions[axis]), 0, size - 1)
        keys = keys * -(-size // step) + (inside // step).astype(np.int64)
    keys[np.isnan(positions).any(axis=0)] = -1
    order = np.argsort(keys, kind="stable")
    starts = np.flatnonzero(np.diff(keys[order], prepend=-1))
    for start, stop in zip(starts, [*starts[1:], order.size]):
        yield order[start:stop]
