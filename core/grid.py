"""Grid nodes, output pixels and where they meet.

Grid node (i, j) is the centre of output pixel (i * row_step, j * col_step). Pixel
positions are whole at pixel *centres*, (row, col), first pixel (0, 0); an affine
transform is whole at pixel *corners*, (x = column, y = row).
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from affine import Affine
from rasterio.windows import Window

from .kernels.nodes import fill_positions, position_bounds
from .options import Ranges
from .window import (
    Shape,
    window_clip,
    window_is_empty,
    window_of,
    window_ranges,
    window_shape,
)

Bounds = tuple[float, float, float, float]
"""(row_min, row_max, col_min, col_max) of source positions; inf first for none."""


class Nodes(NamedTuple):
    """Some nodes of a grid."""

    positions: np.ndarray | tuple[np.ndarray, np.ndarray]
    """float64, shape (2, n, m): source rows and columns, NaN for masked nodes. Or those
    of a grid in memory as it was given, where every pixel is a node."""
    step: Shape
    """Output pixels from node to node (rows, cols)."""
    first: Shape = (0, 0)
    """Place of the first node in the grid (row, col) [nodes]."""
    bounds: Bounds | None = None
    """Of all usable nodes, if they are known."""


def full_shape(grid_shape: Shape, step: Shape) -> Shape:
    """Return the shape of the full output [pixels].

    ``full_shape(s, (1, 1)) == s``.
    """
    return (grid_shape[0] - 1) * step[0] + 1, (grid_shape[1] - 1) * step[1] + 1


def full_transform(grid_transform: Affine, step: Shape, window: Window) -> Affine:
    """Return the output's transform from its grid's, for a window of the output.

    Node centres stay where they are; pixels are `step` times smaller.
    ``T(window) @ (0, 0) == T(full) @ (col_off, row_off)``.
    """
    # the corner of the window's first pixel, counted in nodes from the grid's corner
    col = 0.5 + (window.col_off - 0.5) / step[1]
    row = 0.5 + (window.row_off - 0.5) / step[0]
    a, b, c, d, e, f = grid_transform[:6]
    return Affine(
        a / step[1],
        b / step[0],
        a * col + b * row + c,
        d / step[1],
        e / step[0],
        d * col + e * row + f,
    )


def extent_ranges(
    extent: tuple[float, float, float, float],
    grid_transform: Affine | None,
    grid_shape: Shape,
    step: Shape,
) -> Ranges | None:
    """Return the smallest window of all output pixels whose centre lies in an extent.

    Parameters
    ----------
    extent
        (x_min, y_min, x_max, y_max) in the grid's CRS, its border included.
    grid_transform
        Of the grid; None: x = column and y = -row of the output's pixel corners.
    grid_shape, step
        Of the grid, and output pixels from node to node.

    Returns
    -------
    Ranges or None
        Half-open; None if no centre lies inside.
    """
    transform = Affine(1, 0, 0, 0, -1, 0)
    if grid_transform is not None:
        start = window_of(((0, 0), (0, 0)))
        transform = full_transform(grid_transform, step, start)
    x_min, y_min, x_max, y_max = extent
    rows, cols = full_shape(grid_shape, step)
    a, b, c, d, e, f = transform[:6]
    col = np.arange(cols) + 0.5
    hit_rows, hit_cols = np.zeros(rows, bool), np.zeros(cols, bool)
    # row by row, because a rotated output would need its size in memory
    for row in range(rows):
        x, y = a * col + b * (row + 0.5) + c, d * col + e * (row + 0.5) + f
        inside = (x >= x_min) & (x <= x_max) & (y >= y_min) & (y <= y_max)
        hit_rows[row] = inside.any()
        hit_cols |= inside
    hits = np.flatnonzero(hit_rows), np.flatnonzero(hit_cols)
    if not hits[0].size:
        return None
    (first, last), (left, right) = ((int(h[0]), int(h[-1])) for h in hits)
    return (first, last + 1), (left, right + 1)


def node_window(window: Window, step: Shape) -> Window:
    """Return the nodes that a window of output pixels depends on."""
    return window_of(
        (
            _node_range(window.row_off, window.height, step[0]),
            _node_range(window.col_off, window.width, step[1]),
        )
    )


def _node_range(first: int, size: int, step: int) -> tuple[int, int]:
    """Return the half-open node range of pixels first ... first + size - 1."""
    return first // step, -(-(first + size - 1) // step) + 1


def pixel_positions(nodes: Nodes, first: Shape, out: np.ndarray) -> None:
    """Fill `out`, float64 (2, rows, cols), with the positions of output pixels.

    ``pixel -> source (row, col)``, from the pixel `first` (row, col) on; NaN where a
    node of non-zero weight is masked.
    """
    fill_positions(*nodes.positions, nodes.step, from_nodes(nodes, first), out)


def source_window(
    nodes: Nodes, window: Window, margin: int, frame: Window
) -> Window | None:
    """Return the source pixels that a window of the output can depend on.

    The bounds of its positions, grown by `margin` and clipped to the frame of the
    source; None where no position comes near it.
    """
    bounds = nodes.bounds if _is_cornered(nodes, window) else None
    if bounds is None:
        bounds = position_bounds(
            nodes.positions,
            nodes.step,
            *from_nodes(nodes, (window.row_off, window.col_off)),
            window_shape(window),
        )
    return bounds_window(bounds, margin, frame)


def _is_cornered(nodes: Nodes, window: Window) -> bool:
    """Tell whether the corners of a window are those of the nodes.

    Its positions have the bounds of the nodes then: a bilinear cell is extreme at its
    corners.
    """
    first = from_nodes(nodes, (window.row_off, window.col_off))
    shape = full_shape(nodes.positions.shape[1:], nodes.step)
    return first == (0, 0) and shape == window_shape(window)


def bounds_window(bounds: Bounds, margin: int, frame: Window) -> Window | None:
    """Return the pixels around some bounds, see above."""
    row_min, row_max, col_min, col_max = bounds
    if row_min > row_max:
        return None
    rows, cols = window_ranges(frame)
    around = window_of(
        (
            _pixel_range(row_min, row_max, margin, rows),
            _pixel_range(col_min, col_max, margin, cols),
        )
    )
    window = window_clip(around, frame)
    return None if window_is_empty(window) else window


def _pixel_range(
    first: float, last: float, margin: int, bounds: tuple[int, int]
) -> tuple[int, int]:
    """Return the half-open pixels within `margin` of first ... last.

    Brought near the frame's bounds first: a position may be 1e300 or infinite.
    """
    low, high = bounds[0] - 2 * margin, bounds[1] + 2 * margin
    first, last = (min(max(value, low), high) for value in (first, last))
    return math.floor(first) - margin, math.ceil(last) + margin + 1


def from_nodes(nodes: Nodes, pixel: Shape) -> Shape:
    """Return a pixel (row, col) counted from the first of the nodes."""
    return (
        pixel[0] - nodes.first[0] * nodes.step[0],
        pixel[1] - nodes.first[1] * nodes.step[1],
    )
