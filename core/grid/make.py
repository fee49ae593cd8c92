"""Nodes of a grid that is made, strip by strip."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from rasterio.windows import Window

from ..window import Shape, strips, window_of
from .accuracy import AT_ONCE, NOWHERE, Bounds, Positions, bounds_of, joined

BLOCK_ROWS = 16
"""Rows of nodes that strips are multiples of, where that fits `AT_ONCE`: tiles of a
GeoTIFF are, too."""


class NodeTally(NamedTuple):
    """What was counted in some nodes."""

    masked: int = 0
    """Without a place in the source's model."""
    inside: int = 0
    """In the source."""
    bounds: Bounds = NOWHERE
    """Of their positions."""

    def plus(self, other: NodeTally) -> NodeTally:
        """Return the sum of two tallies."""
        return NodeTally(
            self.masked + other.masked,
            self.inside + other.inside,
            joined(self.bounds, other.bounds),
        )


def strip_rows_of(nodes: Shape) -> int:
    """Return how many rows of nodes are made at a time."""
    rows = max(1, AT_ONCE // nodes[1])
    return rows // BLOCK_ROWS * BLOCK_ROWS or rows


def node_strips(
    positions: Positions, nodes: Shape, step: Shape, src_shape: Shape
) -> Iterator[tuple[Window, np.ndarray, NodeTally]]:
    """Yield each strip of nodes: its window, rows and columns (2, n, m), its tally.

    Node (i, j) is ``positions(i * row_step, j * col_step)``.
    """
    whole = window_of(((0, nodes[0]), (0, nodes[1])))
    cols = np.arange(nodes[1], dtype=float) * step[1]
    for strip in strips(whole, strip_rows_of(nodes)):
        rows = (strip.row_off + np.arange(strip.height, dtype=float)) * step[0]
        found = positions(*np.meshgrid(rows, cols, indexing="ij"))
        yield strip, found, _counted(found, src_shape)


def _counted(found: np.ndarray, src_shape: Shape) -> NodeTally:
    """Return the tally of some nodes."""
    rows, cols = found
    with np.errstate(invalid="ignore"):
        inside = (rows >= -0.5) & (rows <= src_shape[0] - 0.5)
        inside &= (cols >= -0.5) & (cols <= src_shape[1] - 0.5)
    masked = np.count_nonzero(np.isnan(rows))
    return NodeTally(int(masked), int(np.count_nonzero(inside)), bounds_of(found))
