"""Where nodes of a target lie in geolocation arrays: their quads, inverted."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..values import AROUND, EDGE, QUADS, TURNS, Quads

Corners = tuple[np.ndarray, ...]
"""The corners of quads on one axis, clockwise."""


def invert_quads(
    quads: Quads,
    blocks: np.ndarray,
    rows: np.ndarray,
    cols: np.ndarray,
    out: np.ndarray,
) -> None:
    """Put the array position of each node into `out`, as far as quads hold them."""
    flat = out.reshape(3, -1)
    for i, j, pr, pc in _placed(quads, blocks):
        for turn in range(-TURNS, TURNS + 1) if quads.period > 0 else (0,):
            shift = turn * quads.period
            down, aside = shift * quads.frame[2], shift * quads.frame[4]
            quad, row, col = _pairs(pr, pc, down, aside, rows, cols)
            some_r = tuple(p[quad] for p in pr)
            some_c = tuple(p[quad] for p in pc)
            hr = rows[row] - (some_r[0] + down)
            hc = cols[col] - (some_c[0] + aside)
            for v, u, inside in _inverted(some_r, some_c, hr, hc):
                of_row, of_col = i[quad[inside]], j[quad[inside]]
                found = _between(quads.down, of_row, v[inside])
                other = _between(quads.aside, of_col, u[inside])
                off = np.zeros(found.shape)
                if quads.middle.size:
                    off = np.abs(found - quads.middle[of_row])
                node = row[inside] * len(cols) + col[inside]
                _keep(found, other, off, node, flat)


def _placed(
    quads: Quads, blocks: np.ndarray
) -> Iterator[tuple[np.ndarray, np.ndarray, Corners, Corners]]:
    """Yield rows, columns and corners in the target of the quads of each block."""
    x0, y0, row_x, row_y, col_x, col_y = quads.frame
    for top, left in blocks.tolist():
        bottom = min(top + QUADS[0], quads.x.shape[0] - 1)
        right = min(left + QUADS[1], quads.x.shape[1] - 1)
        i, j = (n.ravel() for n in np.mgrid[top:bottom, left:right])
        around = (i, j), (i, j + 1), (i + 1, j + 1), (i + 1, j)
        x, y = [quads.x[at] for at in around], [quads.y[at] for at in around]
        good = np.abs(x[0] + x[1] + x[2] + x[3] + y[0] + y[1] + y[2] + y[3]) < np.inf
        if quads.torn.size:
            good &= quads.torn[i, j] == 0
        if quads.period > 0:
            turns = [np.zeros(i.shape)]
            for n in range(4):
                apart = (x[(n + 1) % 4] - x[n]) / quads.period
                turns.append(np.floor(apart + 0.5) + turns[-1])
            good &= turns[4] == 0
            x = [values - k * quads.period for values, k in zip(x, turns)]
        x, y = [v[good] for v in x], [v[good] for v in y]
        pr = tuple(row_x * (a - x0) + row_y * (b - y0) - 0.5 for a, b in zip(x, y))
        pc = tuple(col_x * (a - x0) + col_y * (b - y0) - 0.5 for a, b in zip(x, y))
        yield i[good], j[good], pr, pc


def _pairs(
    pr: Corners,
    pc: Corners,
    down: float,
    aside: float,
    rows: np.ndarray,
    cols: np.ndarray,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return quads, and the rows and columns of the nodes about them, all pairs."""
    ranges = [
        (
            np.searchsorted(places, np.minimum.reduce(p) + shift - AROUND, "left"),
            np.searchsorted(places, np.maximum.reduce(p) + shift + AROUND, "right"),
        )
        for p, shift, places in ((pr, down, rows), (pc, aside, cols))
    ]
    (top, bottom), (left, right) = ranges
    counts = (bottom - top) * (right - left)
    quad = np.repeat(np.arange(len(counts)), counts)
    number = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    width = (right - left)[quad]
    return quad, top[quad] + number // width, left[quad] + number % width


def _inverted(
    pr: Corners, pc: Corners, hr: np.ndarray, hc: np.ndarray
) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Yield shares down and aside of both solutions, and which lie in the quad."""
    br, bc, cr, cc = pr[1] - pr[0], pc[1] - pc[0], pr[3] - pr[0], pc[3] - pc[0]
    dr, dc = pr[2] - pr[1] - cr, pc[2] - pc[1] - cc
    square = dc * cr - dr * cc
    linear = (hc * dr - hr * dc) + (bc * cr - br * cc)
    constant = hc * br - hr * bc
    root = np.sqrt(linear * linear - 4.0 * square * constant)
    half = -0.5 * np.where(linear >= 0.0, linear + root, linear - root)
    for v in (constant / half, half / square):
        er, ec = br + v * dr, bc + v * dc
        wide = np.abs(ec) >= np.abs(er)
        u = np.where(wide, (hc - v * cc) / ec, (hr - v * cr) / er)
        inside = (v >= -EDGE) & (v <= 1.0 + EDGE) & (u >= -EDGE) & (u <= 1.0 + EDGE)
        yield v, u, np.flatnonzero(inside)


def _between(ends: np.ndarray, first: np.ndarray, share: np.ndarray) -> np.ndarray:
    """Return what lies at shares between two array rows or columns."""
    share = np.minimum(np.maximum(share, 0.0), 1.0)
    start = ends[first]
    return np.asarray(start + share * (ends[first + 1] - start))


def _keep(
    down: np.ndarray,
    aside: np.ndarray,
    off: np.ndarray,
    node: np.ndarray,
    out: np.ndarray,
) -> None:
    """Put the best position of each node into `out` unless there is a better one."""
    order = np.lexsort((aside, down, off, node))
    order = order[np.r_[True, np.diff(node[order]) > 0][: order.size]]
    down, aside, off, node = down[order], aside[order], off[order], node[order]
    rows, cols, offs = out[:, node]
    better = (down < rows) | ((down == rows) & (aside < cols))
    better = (off < offs) | ((off == offs) & better)
    node = node[better]
    out[0, node], out[1, node], out[2, node] = down[better], aside[better], off[better]
