"""From grid nodes to the source position of every pixel.

Positions are (row, col) in source pixels with the centre of the first pixel at
(0, 0). A node that must not be used is NaN in both of its coordinates, so that NaN
arithmetic carries it to exactly the pixels that depend on it.
"""

from __future__ import annotations

import numpy as np

from .jit import kernel

STEPS = 1e12
"""Steps per pixel to which positions are rounded."""


@kernel
def mask_nodes(rows, cols, row_nodata, col_nodata, tolerance):
    """Set both coordinates of every unusable node to NaN; return how many.

    Parameters
    ----------
    rows, cols : ndarray of float64, shape (n, m)
        Source position of each node; changed in place.
    row_nodata, col_nodata : float
        A node with this row or this column is unusable; NaN for none. So is one
        with a coordinate that is not finite.
    tolerance : float
        Distance from nodata that still counts.
    """
    count = 0
    for i in range(rows.shape[0]):
        for j in range(rows.shape[1]):
            row = rows[i, j]
            col = cols[i, j]
            finite = np.isfinite(row) and np.isfinite(col)
            row_off = abs(row - row_nodata)
            col_off = abs(col - col_nodata)
            if not finite or row_off <= tolerance or col_off <= tolerance:
                rows[i, j] = np.nan
                cols[i, j] = np.nan
                count += 1
    return count


@kernel
def count_orientations(rows, cols):
    """Return how many cells of a grid turn as rows x cols do, and how many do not.

    A grid with many of both is folded: it reads parts of the source twice. Cells
    with a NaN node count for neither.
    """
    same = 0
    opposite = 0
    for i in range(rows.shape[0] - 1):
        for j in range(rows.shape[1] - 1):
            down = (rows[i + 1, j] - rows[i, j], cols[i + 1, j] - cols[i, j])
            right = (rows[i, j + 1] - rows[i, j], cols[i, j + 1] - cols[i, j])
            area = down[0] * right[1] - down[1] * right[0]
            same += area > 0
            opposite += area < 0
    return same, opposite


@kernel
def snap(position):
    """Return ``floor(1e12 * position + 0.5) / 1e12``, to the last bit or two.

    The reference rounds so, and its results cannot be had to 1e-12 otherwise: noise of
    +-2000 changes by 3e-9 over the width of a step. Wholes and halves are exact.
    """
    steps = np.floor(STEPS * position + 0.5)
    # counted from the nearest half pixel: a division would take twice the time
    half = np.rint(2.0 * position) * 0.5
    return half + (steps - half * STEPS) * (1.0 / STEPS)


@kernel
def blend(first, second, share):
    """Return the value at `share` of the way; NaN in `second` is unread at share 0."""
    return first if share == 0.0 else first + share * (second - first)


@kernel
def fill_positions(nodes, step, first_row, first_col, out):
    """Compute the source position of every pixel of a window.

    ``out[axis] = bilinear(nodes[axis])`` at pixel / step; a pixel on a node or on
    the line between two reads only the nodes of non-zero weight (so their
    neighbours may be NaN), and its value depends on the pixel's place alone.

    Parameters
    ----------
    nodes : ndarray of float64, shape (2, n, m)
        Rows and columns of the nodes.
    step : tuple of int
        Pixels from node to node (rows, cols).
    first_row, first_col : int
        Place of the window's first pixel, counted from node (0, 0) [pixels].
    out : ndarray of float64, shape (2, rows, cols)
        Filled with the positions, NaN where they depend on a NaN node.
    """
    for r in range(out.shape[1]):
        i = (first_row + r) // step[0]
        share = ((first_row + r) % step[0]) / step[0]
        below = min(i + 1, nodes.shape[1] - 1)
        for axis in range(2):
            upper = nodes[axis, i]
            lower = nodes[axis, below]
            line = out[axis, r]
            if step[1] == 1:
                for c in range(line.size):
                    j = first_col + c
                    line[c] = snap(blend(upper[j], lower[j], share))
            else:
                _fill_line(upper, lower, share, step[1], first_col, line)


@kernel
def _fill_line(upper, lower, share, step, first_col, line):
    """Fill one row of positions cell by cell: an edge, then a straight run."""
    c = 0
    while c < line.size:
        j = (first_col + c) // step
        k = (first_col + c) % step
        left = blend(upper[j], lower[j], share)
        if k == 0:
            line[c] = snap(left)
            c += 1
            k = 1
        stop = min(line.size, c + step - k)
        if c < stop:
            slope = (blend(upper[j + 1], lower[j + 1], share) - left) / step
            for n in range(stop - c):
                line[c + n] = snap(left + (k + n) * slope)
            c = stop


@kernel
def position_bounds(nodes, step, first_row, first_col, shape):
    """Return the bounds of the positions of a window's pixels, without NaN ones.

    A bilinear cell is extreme at its corners: only pixels on the rim of the window
    and of its cells are computed. Exact to rounding: a few ulp of a position.

    Returns
    -------
    tuple of float
        (row_min, row_max, col_min, col_max); the minima are inf without any.
    """
    row_min = col_min = np.inf
    row_max = col_max = -np.inf
    pixel = np.empty((2, 1, 1))
    # a full-resolution grid is its own positions: 2 ns a pixel instead of 20
    plain = step[0] == 1 and step[1] == 1
    r = 0
    while r < shape[0]:
        c = 0
        while c < shape[1]:
            if plain:
                row = nodes[0, first_row + r, first_col + c]
                col = nodes[1, first_row + r, first_col + c]
            else:
                fill_positions(nodes, step, first_row + r, first_col + c, pixel)
                row = pixel[0, 0, 0]
                col = pixel[1, 0, 0]
            if row == row and col == col:
                row_min = min(row_min, row)
                row_max = max(row_max, row)
                col_min = min(col_min, col)
                col_max = max(col_max, col)
            c = _next_rim(c, first_col, step[1], shape[1])
        r = _next_rim(r, first_row, step[0], shape[0])
    return row_min, row_max, col_min, col_max


@kernel
def _next_rim(pixel, first, step, size):
    """Return the next pixel that lies on a node line or is the window's last."""
    if pixel == size - 1:
        return size
    return min(pixel + step - (first + pixel) % step, size - 1)
