"""Resample scattered positions: group them by source cell, read each cell once.

For grids whose neighbouring pixels read far apart, where the source window of a tile
would be most of the source. A cell is one or more of the source's own blocks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from rasterio.windows import Window

from ..grid.fine import fine_mesh
from ..grid.lattice import Lattice
from ..grid.nodes import Nodes, bounds_window, pixel_positions
from ..kernels.table import fill_shifted, filter_values, sample
from ..kernels.values import Patch
from ..plan.memory import src_pixel_bytes
from ..plan.resolved import ResolvedJob
from ..window import Shape, window_shape
from .strip import Strip
from .tally import Tally

LARGEST_CELL = 512
"""Rows and columns up to which whole blocks of the source make one cell."""


def cell_shape(resolved: ResolvedJob, budget: int) -> Shape:
    """Return the (rows, cols) of the cells: the source's blocks, within a budget.

    Whole blocks as long as the budget in bytes holds one; then halves of them.
    """
    pixels = max(1, budget // src_pixel_bytes(resolved))
    blocks, sizes = resolved.src.block_shape, resolved.src.shape
    shape = [max(1, LARGEST_CELL // block) * block for block in blocks]
    shape = [min(cell, size) for cell, size in zip(shape, sizes)]
    while shape[0] * shape[1] > pixels and max(shape) > 1:
        longer = int(shape[1] >= shape[0])
        block = blocks[longer] if shape[longer] > blocks[longer] else 1
        shape[longer] = block * -(-shape[longer] // (2 * block))
    return shape[0], shape[1]


def gather(
    resolved: ResolvedJob,
    read: Callable[[Window], Patch],
    nodes: Nodes,
    window: Window,
    strip: Strip,
    budget: int,
) -> Tally:
    """Resample a window of the output cell by cell of the source.

    Parameters
    ----------
    resolved : ResolvedJob
        What is done.
    read : callable
        Window in the domain of the source -> its patch.
    nodes : Nodes
        Those that the window depends on.
    window : Window
        Part of the full output.
    strip : Strip
        Holds the window.
    budget : int
        Bytes for the source pixels of one cell.

    Returns
    -------
    Tally
        Valid pixels, and how many of them equal the output's nodata in some band.
    """
    method, domain, lattice = resolved.method, resolved.domain, resolved.lattice
    origin = window.row_off, window.col_off
    positions = _positions(nodes, window, lattice)
    bands = len(resolved.read_indexes)
    values = np.empty((bands, positions.shape[1]))
    done = np.zeros(positions.shape[1], bool)
    cell = cell_shape(resolved, budget)
    for members in _groups(positions, resolved.src.shape, cell):
        # in C order, or drivers are compiled once more, in the middle of a run
        some = np.take(positions, members, axis=1)
        bounds = some[0].min(), some[0].max(), some[1].min(), some[1].max()
        src_window = bounds_window(bounds, method.margin, domain)
        if src_window is None:
            continue
        patch = read(src_window)
        some_values = np.empty((bands, members.size))
        some_done = np.empty(members.size, bool)
        sample(method.name, some, patch, some_values, some_done)
        values[:, members] = some_values
        done[members] = some_done
    if lattice.filtering is not None:
        values, done = _filtered(nodes, window, lattice, values, done)
    shape = window_shape(window)
    return strip.put(origin, values.reshape(bands, *shape), done.reshape(shape))


def _positions(nodes: Nodes, window: Window, lattice: Lattice) -> np.ndarray:
    """Return where pixels of a window, or its fine ones, read the source, (2, n)."""
    if lattice.filtering is None:
        out = np.empty((2, *window_shape(window)))
        pixel_positions(nodes, (window.row_off, window.col_off), out)
    else:
        mesh, shift, _, shape = fine_mesh(nodes, window, lattice)
        out = np.empty((2, *shape))
        fill_shifted(mesh, shift, 0, out)
    return out.reshape(2, -1)


def _filtered(
    nodes: Nodes,
    window: Window,
    lattice: Lattice,
    values: np.ndarray,
    done: np.ndarray,
) -> tuple[np.ndarray, np.ndarray]:
    """Return what a filter makes of fine pixels: values (bands, n), done (n,)."""
    _, _, frame, (rows, cols) = fine_mesh(nodes, window, lattice)
    height, width = lattice.fine_shape(window_shape(window))
    all_values = np.empty((height, len(values), width))
    all_done = np.zeros((height, width), bool)
    there = slice(frame.top, frame.top + rows), slice(frame.left, frame.left + cols)
    its_values = values.reshape(len(values), rows, cols).swapaxes(0, 1)
    all_values[there[0], :, there[1]] = its_values
    all_done[there] = done.reshape(rows, cols)
    out = np.empty((len(values), *window_shape(window)))
    out_done = np.empty(window_shape(window), bool)
    filter_values(all_values, all_done, lattice.filtering, out, out_done)
    return out, out_done


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
