"""Where nodes of a target lie in geolocation arrays: their quads, inverted.

A quad is bilinear between the places of four neighbours of the arrays. Only + - * /,
sqrt and floor, in the order of `plain`, so that both give the same bits.
"""

from __future__ import annotations

import numpy as np

from ..values import AROUND, EDGE, QUADS, TURNS
from .jit import helper, kernel


@kernel
def invert_quads(quads, blocks, rows, cols, out):
    """Put the array position of each node into `out`, as far as quads hold them.

    Of several quads that hold a node the one counts in which it lies nearest to the
    middle of its scan; of equal ones that of the lower array row, then column. So it
    does not matter in which order, or with which other nodes, they are looked at. A
    quad that holds a pole, around which x makes a whole turn, is left out.

    Parameters
    ----------
    quads : Quads
        The quads, in the target's coordinates.
    blocks : ndarray of int64, shape (k, 2)
        First quad (row, col) of each block, of `QUADS`, to look at.
    rows, cols : ndarray of float64, shapes (n,) and (m,)
        Of the target, rising [pixel centres]; nodes are all pairs.
    out : ndarray of float64, shape (3, n, m)
        Filled: row and column of the arrays, and how far the row is from its scan's
        middle; it comes with NaN, NaN and infinity.
    """
    x, y, down, aside, middle, torn, frame, period = quads
    around = TURNS if period > 0.0 else 0
    steps = _per_place(rows), _per_place(cols)
    pr, pc = np.empty(4), np.empty(4)
    for n in range(blocks.shape[0]):
        for i in range(blocks[n, 0], min(blocks[n, 0] + QUADS[0], x.shape[0] - 1)):
            core = middle[i] if middle.size > 0 else np.inf
            for j in range(blocks[n, 1], min(blocks[n, 1] + QUADS[1], x.shape[1] - 1)):
                if torn.size > 0 and torn[i, j] != 0:
                    continue
                if not _place(x, y, i, j, frame, period, pr, pc):
                    continue
                ends = down[i], down[i + 1], aside[j], aside[j + 1]
                for turn in range(-around, around + 1):
                    shift = turn * period
                    move = shift * frame[2], shift * frame[4]
                    if _meets(pr, move[0], rows) and _meets(pc, move[1], cols):
                        _fill(pr, pc, move, ends, core, rows, cols, steps, out)


@helper
def _per_place(places):
    """Return places per target pixel, of some that rise."""
    return (places.size - 1) / (places[-1] - places[0]) if places.size > 1 else 0.0


@helper
def _meets(p, move, places):
    """Tell whether a quad reaches to places on one axis."""
    most = max(max(p[0], p[1]), max(p[2], p[3])) + move + AROUND
    least = min(min(p[0], p[1]), min(p[2], p[3])) + move - AROUND
    return most >= places[0] and least <= places[-1]


@helper
def _place(x, y, i, j, frame, period, pr, pc):
    """Put the corners of a quad into the target, clockwise; return if it is one."""
    x0, y0, row_x, row_y, col_x, col_y = frame
    xa, xb, xc, xd = x[i, j], x[i, j + 1], x[i + 1, j + 1], x[i + 1, j]
    ya, yb, yc, yd = y[i, j], y[i, j + 1], y[i + 1, j + 1], y[i + 1, j]
    if not abs(xa + xb + xc + xd + ya + yb + yc + yd) < np.inf:
        return False
    half = 0.49 * period
    near = abs(xb - xa) < half and abs(xc - xb) < half and abs(xd - xc) < half
    if period > 0.0 and not (near and abs(xa - xd) < half):
        # counted from one corner to the next: a turn is left over around a pole
        kb = np.floor((xb - xa) / period + 0.5)
        kc = np.floor((xc - xb) / period + 0.5) + kb
        kd = np.floor((xd - xc) / period + 0.5) + kc
        if np.floor((xa - xd) / period + 0.5) + kd != 0.0:
            return False
        xb, xc, xd = xb - kb * period, xc - kc * period, xd - kd * period
    pr[0] = row_x * (xa - x0) + row_y * (ya - y0) - 0.5
    pr[1] = row_x * (xb - x0) + row_y * (yb - y0) - 0.5
    pr[2] = row_x * (xc - x0) + row_y * (yc - y0) - 0.5
    pr[3] = row_x * (xd - x0) + row_y * (yd - y0) - 0.5
    pc[0] = col_x * (xa - x0) + col_y * (ya - y0) - 0.5
    pc[1] = col_x * (xb - x0) + col_y * (yb - y0) - 0.5
    pc[2] = col_x * (xc - x0) + col_y * (yc - y0) - 0.5
    pc[3] = col_x * (xd - x0) + col_y * (yd - y0) - 0.5
    return True


@helper
def _first_from(places, step, low):
    """Return the index of the first of some rising places that is not below `low`."""
    guess = (low - places[0]) * step
    index = int(min(max(guess, 0.0), float(places.size - 1)))
    while index > 0 and places[index - 1] >= low:
        index -= 1
    while index < places.size and places[index] < low:
        index += 1
    return index


@helper
def _fill(pr, pc, move, ends, core, rows, cols, steps, out):
    """Look at all nodes about a quad that is moved by whole turns."""
    down, aside = move
    bottom = max(max(pr[0], pr[1]), max(pr[2], pr[3])) + down + AROUND
    right = max(max(pc[0], pc[1]), max(pc[2], pc[3])) + aside + AROUND
    top = min(min(pr[0], pr[1]), min(pr[2], pr[3])) + down - AROUND
    left = min(min(pc[0], pc[1]), min(pc[2], pc[3])) + aside - AROUND
    row = _first_from(rows, steps[0], top)
    first = _first_from(cols, steps[1], left)
    while row < rows.size and rows[row] <= bottom:
        col = first
        while col < cols.size and cols[col] <= right:
            hr, hc = rows[row] - (pr[0] + down), cols[col] - (pc[0] + aside)
            _invert(pr, pc, hr, hc, ends, core, row, col, out)
            col += 1
        row += 1


@helper
def _invert(pr, pc, hr, hc, ends, core, row, col, out):
    """Keep the position of a node in a quad, if it is in it and better than before."""
    br, bc, cr, cc = pr[1] - pr[0], pc[1] - pc[0], pr[3] - pr[0], pc[3] - pc[0]
    dr, dc = pr[2] - pr[1] - cr, pc[2] - pc[1] - cc
    # (h - v c) x (b + v d) = 0 for the share v down the quad
    square = dc * cr - dr * cc
    linear = (hc * dr - hr * dc) + (bc * cr - br * cc)
    constant = hc * br - hr * bc
    inner = linear * linear - 4.0 * square * constant
    if not inner >= 0.0:
        return
    root = np.sqrt(inner)
    half = -0.5 * (linear + root if linear >= 0.0 else linear - root)
    for way in range(2):
        v = constant / half if way == 0 else half / square
        if v >= -EDGE and v <= 1.0 + EDGE:
            er, ec = br + v * dr, bc + v * dc
            u = (hc - v * cc) / ec if abs(ec) >= abs(er) else (hr - v * cr) / er
            if u >= -EDGE and u <= 1.0 + EDGE:
                down, aside = (
                    _between(ends[0], ends[1], v),
                    _between(ends[2], ends[3], u),
                )
                off = abs(down - core) if core < np.inf else 0.0
                _keep(down, aside, off, row, col, out)


@helper
def _between(start, end, share):
    """Return what lies at a share between two array rows or columns."""
    return start + min(max(share, 0.0), 1.0) * (end - start)


@helper
def _keep(down, aside, off, row, col, out):
    """Put a position into `out` unless there is a better one."""
    if off > out[2, row, col]:
        return
    if off == out[2, row, col]:
        if down > out[0, row, col]:
            return
        if down == out[0, row, col] and aside >= out[1, row, col]:
            return
    out[0, row, col] = down
    out[1, row, col] = aside
    out[2, row, col] = off
