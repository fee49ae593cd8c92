"""How many fine pixels an output pixel needs: a look at the grid before a run."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..grid.geometry import full_shape
from ..grid.grid import Grid
from ..grid.nodes import Nodes
from ..interpolation.antialias import FINEST
from ..window import Shape, window_of

MOST = 0.99
"""Share of the grid's cells for which fine pixels are close enough."""
PASSED = 0.05
"""Source pixels per fine pixel beyond one that are let pass: no eye sees what they
alias, and a grid that was turned has 1 + 1e-16 where it should have 1."""
LOOKED_AT = 2**17
"""Nodes up to which all are looked at, else lines at `PLACES`: some 10 ms."""
PLACES = 16
"""Places in the grid, evenly from its first to its last line, where lines are read."""
AT_ONCE = 2**16
"""Nodes that are read at a time."""


def needed_oversampling(grid: Grid, grid_shape: Shape) -> Shape:
    """Return the source pixels per output pixel (rows, cols), rounded up.

    Those that `MOST` of the grid's cells have at most, along each axis; at least 1, at
    most `FINEST`. Of the whole grid, so that windows of an output are parts of it.
    """
    counts = np.zeros((2, FINEST + 2), np.int64)
    for nodes in _looked_at(grid, grid_shape):
        for axis, sizes in enumerate(_sizes(nodes)):
            whole = np.clip(np.ceil(sizes - PASSED), 1, FINEST + 1)
            counts[axis] += np.bincount(whole.astype(int), minlength=FINEST + 2)
    rows, cols = map(_enough, counts)
    return rows, cols


def usable_oversampling(
    asked: tuple[int | None, int | None], needed: Shape, grid_shape: Shape
) -> Shape:
    """Return what is asked for, or needed; 1 along an axis of a single node.

    There no cell says how far apart fine pixels would be.
    """
    rows, cols = (
        1 if nodes == 1 else own if one is None else one
        for one, own, nodes in zip(asked, needed, grid_shape)
    )
    return rows, cols


def _looked_at(grid: Grid, shape: Shape) -> Iterator[Nodes]:
    """Yield some nodes of a grid, lines of its cells at a time."""
    cells = max(shape[0] - 1, 1)
    lines = max(1, AT_ONCE // shape[1])
    if shape[0] * shape[1] <= LOOKED_AT:
        starts = [(first, cells) for first in range(0, cells, lines)]
    else:
        lines = min(lines, max(1, LOOKED_AT // PLACES // shape[1]))
        last = max(cells - lines, 0)
        places = {last * n // (PLACES - 1) for n in range(PLACES)}
        starts = [(first, cells) for first in sorted(places)]
    width = full_shape(shape, grid.step)[1]
    for first, stop in starts:
        end = min(first + lines, stop, shape[0] - 1)
        rows = first * grid.step[0], end * grid.step[0] + 1
        yield grid.read(window_of((rows, (0, width))))


def _sizes(nodes: Nodes) -> tuple[np.ndarray, np.ndarray]:
    """Return the source pixels per output pixel of cells, down and right.

    Of those whose nodes are usable; of one line of nodes there is no down.
    """
    upper = slice(0, max(len(nodes.rows) - 1, 1))
    with np.errstate(all="ignore"):  # a position may be 1e300
        down = _length(*(np.diff(values, axis=0) for values in nodes[:2]))
        right = _length(*(np.diff(values[upper], axis=1) for values in nodes[:2]))
    down, right = down / nodes.step[0], right / nodes.step[1]
    return down[np.isfinite(down)], right[np.isfinite(right)]


def _length(rows: np.ndarray, cols: np.ndarray) -> np.ndarray:
    """Return the lengths of some ways; `np.hypot` takes three times as long."""
    return np.asarray(np.sqrt(rows * rows + cols * cols))


def _enough(counts: np.ndarray) -> int:
    """Return the least number of which enough cells have no more."""
    total = counts.sum()
    if not total:
        return 1
    return min(int(np.argmax(np.cumsum(counts) >= MOST * total)), FINEST)
