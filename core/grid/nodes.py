"""Nodes of a grid in memory, and the source positions that follow from them."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from rasterio.windows import Window

from ..kernels.table import fill_positions, position_bounds
from ..kernels.values import Mesh
from ..window import (
    Shape,
    window_clip,
    window_is_empty,
    window_of,
    window_ranges,
    window_shape,
)
from .geometry import full_shape

Bounds = tuple[float, float, float, float]
"""(row_min, row_max, col_min, col_max) of source positions; the first inf for none."""
NOWHERE: Bounds = (math.inf, -math.inf, math.inf, -math.inf)
"""The bounds of no position."""


class Nodes(NamedTuple):
    """Some nodes of a grid."""

    rows: np.ndarray
    """float64, shape (n, m): source row of each node, NaN for masked ones."""
    cols: np.ndarray
    """float64, shape (n, m): source column of each node, NaN for masked ones. With a
    step of (1, 1) a row or a column that is not finite masks its node, too."""
    step: Shape
    """Output pixels from node to node (rows, cols)."""
    origin: Shape = (0, 0)
    """Place of the first node in the grid (row, col) [nodes]."""
    bounds: Bounds | None = None
    """Bounds of all usable nodes, if they are known."""

    def mesh(self, pixel: Shape) -> Mesh:
        """Return what kernels take, for a window from an output pixel (row, col) on."""
        origin = (
            pixel[0] - self.origin[0] * self.step[0],
            pixel[1] - self.origin[1] * self.step[1],
        )
        return Mesh(self.rows, self.cols, self.step, origin)


def pixel_positions(nodes: Nodes, origin: Shape, out: np.ndarray) -> None:
    """Fill `out`, float64 (2, rows, cols), with the positions of output pixels.

    ``pixel -> source (row, col)``, from the pixel `origin` (row, col) on; NaN where a
    node of non-zero weight is masked.
    """
    fill_positions(nodes.mesh(origin), 0, out)


def source_window(
    nodes: Nodes, window: Window, margin: int, domain: Window
) -> Window | None:
    """Return the source pixels that a window of the output can depend on.

    The bounds of its positions, grown by `margin` and clipped to the domain of the
    source; None where no position comes near it.
    """
    mesh = nodes.mesh((window.row_off, window.col_off))
    bounds = nodes.bounds if _is_cornered(mesh, window) else None
    if bounds is None:
        bounds = position_bounds(mesh, window_shape(window))
    return bounds_window(bounds, margin, domain)


def _is_cornered(mesh: Mesh, window: Window) -> bool:
    """Tell whether the corners of a window are those of the nodes.

    Its positions have the bounds of the nodes then: a bilinear cell is extreme at its
    corners.
    """
    shape = full_shape(mesh.rows.shape, mesh.step)
    return mesh.origin == (0, 0) and shape == window_shape(window)


def bounds_window(bounds: Bounds, margin: int, domain: Window) -> Window | None:
    """Return the pixels of a domain within `margin` of some bounds; None for none."""
    row_min, row_max, col_min, col_max = bounds
    if row_min > row_max:
        return None
    rows, cols = window_ranges(domain)
    around = window_of(
        (
            _pixel_range(row_min, row_max, margin, rows),
            _pixel_range(col_min, col_max, margin, cols),
        )
    )
    window = window_clip(around, domain)
    return None if window_is_empty(window) else window


def _pixel_range(
    first: float, last: float, margin: int, bounds: tuple[int, int]
) -> tuple[int, int]:
    """Return the half-open pixels within `margin` of first ... last.

    Brought near the domain's bounds first: a position may be 1e300 or infinite.
    """
    low, high = bounds[0] - 2 * margin, bounds[1] + 2 * margin
    first, last = (min(max(value, low), high) for value in (first, last))
    return math.floor(first) - margin, math.ceil(last) + margin + 1
