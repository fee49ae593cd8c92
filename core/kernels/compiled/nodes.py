"""From grid nodes to the source position of every pixel.

Positions are (row, col) in source pixels with the centre of the first pixel at
(0, 0). A node that must not be used is NaN in both of its coordinates, so that NaN
arithmetic carries it to exactly the pixels that depend on it.
"""

from __future__ import annotations

import numpy as np

from .jit import helper, kernel
from .vectors import LANES, fill_straight

STEPS = 1e12
"""Steps per pixel to which positions are rounded."""


@kernel
def mask_nodes(rows, cols, row_nodata, col_nodata, tolerance):
    """Set both coordinates of every unusable node to NaN; return bounds of the others.

    Parameters
    ----------
    rows, cols : ndarray of float64, shape (n, m)
        Source position of each node; changed in place.
    row_nodata, col_nodata : float
        A node with this row or this column is unusable; NaN for none. So is one
        with a coordinate that is not finite.
    tolerance : float
        Distance from nodata that still counts.

    Returns
    -------
    tuple of float
        (row_min, row_max, col_min, col_max); the minima are inf without any.
    """
    lows, highs = _no_bounds(rows.shape[1])
    for i in range(rows.shape[0]):
        _mask_line(rows[i], cols[i], row_nodata, col_nodata, tolerance)
        _widen(lows, highs, rows[i], cols[i])
    return _widest(lows, highs)


@helper
def _mask_line(rows, cols, row_nodata, col_nodata, tolerance):
    """Mask a line of nodes; without branches it is vectorised: half the time."""
    for j in range(rows.size):
        row, col = rows[j], cols[j]
        finite = (abs(row) < np.inf) & (abs(col) < np.inf)
        row_off = abs(row - row_nodata) <= tolerance
        col_off = abs(col - col_nodata) <= tolerance
        unusable = row_off | col_off | (not finite)
        # added, as numba 0.68 would store the NaN alone, by masks: slower
        spoil = np.nan if unusable else 0.0
        rows[j] = row + spoil
        cols[j] = col + spoil


@helper
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
def fill_positions(mesh, row, out):
    """Compute the source position of every pixel of some rows of a window.

    ``out = bilinear(nodes)`` at pixel / step, axis by axis; a pixel on a node or on
    the line between two reads only the nodes of non-zero weight (so their
    neighbours may be NaN), and its value depends on the pixel's place alone.

    Parameters
    ----------
    mesh : Mesh
        The nodes, and where the window begins.
    row : int
        First row to compute, counted from the first of the window.
    out : ndarray of float64, shape (2, rows, cols)
        Filled with the positions, NaN where they depend on an unusable node.
    """
    rows, cols, step, (first_row, first_col) = mesh
    first_row += row
    if step[0] == 1 and step[1] == 1:
        stop = first_col + out.shape[2]
        for r in range(out.shape[1]):
            row_line = rows[first_row + r, first_col:stop]
            col_line = cols[first_row + r, first_col:stop]
            _place_line(row_line, col_line, out[0, r], out[1, r])
        return
    fill_shifted(mesh, (0.0, 0.0), row, out)


@kernel
def fill_shifted(mesh, shift, row, out):
    """Compute the same for pixels that lie a little after those of the mesh.

    Parameters
    ----------
    mesh, row, out
        As of `fill_positions`, but for a step of (1, 1).
    shift : tuple of float
        Down and to the right, at least 0 and below 1 [output pixels]; along an axis
        with a step of 1 it must be 0.
    """
    rows, cols, step, (first_row, first_col) = mesh
    first_row += row
    left = np.empty(
        (first_col + out.shape[2] - 1) // step[1] - first_col // step[1] + 2
    )
    line = np.empty(out.shape[2] + LANES)
    offsets = np.empty(step[1] + LANES)
    for k in range(offsets.size):
        offsets[k] = k + shift[1]
    for r in range(out.shape[1]):
        place = first_row + r, first_col
        share = (place[0] % step[0] + shift[0]) / step[0]
        _interpolate_line(rows, step, place, share, offsets, left, line, out[0, r])
        _interpolate_line(cols, step, place, share, offsets, left, line, out[1, r])


@helper
def _interpolate_line(nodes, step, place, share, offsets, left, line, out):
    """Fill a line of positions on one axis, from a place (row, col) on.

    `left` and `line` are scratch.
    """
    i = place[0] // step[0]
    below = min(i + 1, nodes.shape[0] - 1)
    start = place[1] // step[1]
    upper, lower = nodes[i, start:], nodes[below, start:]
    if step[1] == 1:
        _blend_line(upper, lower, share, line[: out.size])
    else:
        _blend_line(upper, lower, share, left)
        _fill_cells(left, offsets, step[1], place[1] % step[1], out.size, line)
    _snap_line(line, out)


@helper
def _place_line(rows, cols, row_out, col_out):
    """Take a line of nodes for positions; alone, so that it is vectorised."""
    for j in range(row_out.size):
        row, col = rows[j], cols[j]
        finite = (abs(row) < np.inf) & (abs(col) < np.inf)
        spoil = 0.0 if finite else np.nan
        row_out[j] = snap(row + spoil)
        col_out[j] = snap(col + spoil)


@helper
def _blend_line(upper, lower, share, line):
    """Blend nodes; beyond the last ones the line repeats it, and is not used."""
    size = min(line.size, upper.size)
    if share == 0.0:
        for j in range(size):
            line[j] = upper[j]
    else:
        for j in range(size):
            line[j] = upper[j] + share * (lower[j] - upper[j])
    for j in range(size, line.size):
        line[j] = line[size - 1]


@helper
def _fill_cells(left, offsets, step, skipped, size, line):
    """Fill a line cell by cell: the node itself, then a straight line.

    By LANES pixels at a time, too many at the end of a cell.
    """
    c = 0
    for j in range(left.size - 1):
        slope = (left[j + 1] - left[j]) / step
        stop = min(step, skipped + size - c)
        for k in range(skipped, stop, LANES):
            place, offset = np.uint32(c + k - skipped), np.uint32(k)
            fill_straight(line, place, left[j], slope, offsets, offset)
        if skipped == 0 and offsets[0] == 0.0:
            line[c] = left[j]
        c += stop - skipped
        skipped = 0


@helper
def _snap_line(line, out):
    """Snap a line of positions; alone, so that it is vectorised."""
    for n in range(out.size):
        out[n] = snap(line[n])


@kernel
def position_bounds(mesh, shape):
    """Return the bounds of the positions of a window's pixels, without NaN ones.

    A bilinear cell is extreme at its corners. Those of the parts of cells in the window
    lie where its rows and columns of nodes, and its first and last row and column,
    cross. Exact to rounding: 1e-12 pixels and a few ulp.

    Parameters
    ----------
    mesh : Mesh
        The nodes, and where the window begins.
    shape : tuple of int
        (rows, cols) of the window.

    Returns
    -------
    tuple of float
        (row_min, row_max, col_min, col_max); the minima are inf without any.
    """
    rows, cols, step, origin = mesh
    bottom, right = origin[0] + shape[0] - 1, origin[1] + shape[1] - 1
    count = right // step[1] - origin[1] // step[1]
    row_line, col_line = np.empty(count + 2), np.empty(count + 2)
    lows, highs = _no_bounds(count + 2)
    row = origin[0]
    while True:
        _cross_line(rows, step, row, origin[1], right, row_line)
        _cross_line(cols, step, row, origin[1], right, col_line)
        _widen(lows, highs, row_line, col_line)
        if row == bottom:
            return _widest(lows, highs)
        row = min((row // step[0] + 1) * step[0], bottom)


@helper
def _cross_line(nodes, step, row, left, right, line):
    """Fill one coordinate of a row at its columns of nodes, and at left and right."""
    i, first = row // step[0], left // step[1]
    below = min(i + 1, nodes.shape[0] - 1)
    _blend_line(nodes[i, first:], nodes[below, first:], (row % step[0]) / step[0], line)
    end = _between(line, line.size - 2, (right % step[1]) / step[1])
    line[0] = _between(line, 0, (left % step[1]) / step[1])
    line[line.size - 1] = end


@helper
def _between(line, j, share):
    """Return the value at a share of the way from one element to the next."""
    return line[j] + share * (line[j + 1] - line[j]) if share > 0.0 else line[j]


@kernel
def _no_bounds(size):
    """Return the bounds of no position, for lines of a size.

    Here and in `_widest` loops, as numpy's functions took 1 s to compile.
    """
    lows, highs = np.empty((2, size)), np.empty((2, size))
    for axis in range(2):
        for n in range(size):
            lows[axis, n] = np.inf
            highs[axis, n] = -np.inf
    return lows, highs


@helper
def _widest(lows, highs):
    """Return (row_min, row_max, col_min, col_max) of the bounds of all places."""
    for axis in range(2):
        for n in range(lows.shape[1]):
            lows[axis, 0] = min(lows[axis, 0], lows[axis, n])
            highs[axis, 0] = max(highs[axis, 0], highs[axis, n])
    return lows[0, 0], highs[0, 0], lows[1, 0], highs[1, 0]


@helper
def _widen(lows, highs, rows, cols):
    """Widen bounds by some positions."""
    _widen_axis(lows[0], highs[0], rows)
    _widen_axis(lows[1], highs[1], cols)


@helper
def _widen_axis(low, high, line):
    """Widen bounds on an axis, each place of the line for itself.

    So it is vectorised: 0.5 ns a position, 1 with one minimum for all. NaN is passed
    over, as it is neither less nor greater.
    """
    for n in range(line.size):
        value, lowest, highest = line[n], low[n], high[n]
        lowest = value if value < lowest else lowest
        highest = value if value > highest else highest
        # + 0.0, or numba 0.68 stores only what changed, by masks: twice the time
        low[n] = lowest + 0.0
        high[n] = highest + 0.0
