"""What all nodes of a grid tell about it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..values import (
    LEAST_EXPONENT,
    SCALE_BINS,
    SCALE_BITS,
    TURN_BINS,
    Angles,
    Diagnosis,
    Frame,
)

AT_ONCE = 2**15
"""Cells that are looked at together."""
SHIFT = 52 - SCALE_BITS
"""Bits of a float64 below those of a bin."""
FIRST_BIN = (1023 + LEAST_EXPONENT) << SCALE_BITS
"""What is left of the first bin's values above these bits."""


class _Cells(NamedTuple):
    """Some rows of cells, float64 (n, m): Jacobian and size."""

    down: tuple[np.ndarray, np.ndarray]
    """Source (rows, cols) to the next output pixel below."""
    right: tuple[np.ndarray, np.ndarray]
    """Source (rows, cols) to the next output pixel on the right."""
    sizes: tuple[np.ndarray, np.ndarray]
    """Source pixels (down, right)."""
    area: np.ndarray
    """Positive where a cell turns as rows x cols do."""
    whole: np.ndarray
    """bool: where these have a value."""


def diagnose(
    rows: np.ndarray, cols: np.ndarray, frame: Frame, angles: Angles, told: Diagnosis
) -> None:
    """Count nodes, cells and errors of some rows of a grid."""
    row, col = rows[: frame.own], cols[: frame.own]
    outside = (row < -0.5) | (row > frame.shape[0] - 0.5)
    outside |= (col < -0.5) | (col > frame.shape[1] - 0.5)
    told.counts[:3] += row.size, np.isnan(row).sum(), outside.sum()
    lines = max(1, AT_ONCE // rows.shape[1])
    if rows.shape[1] > 1:
        for start in range(0, len(rows) - 1, lines):
            some = slice(start, start + lines + 1)
            _add_cells(rows[some], cols[some], frame, start, angles, told)
    for level in range(len(told.errors)):
        _add_errors(rows, cols, frame, level, told)


def _add_cells(
    rows: np.ndarray,
    cols: np.ndarray,
    frame: Frame,
    start: int,
    angles: Angles,
    told: Diagnosis,
) -> None:
    """Count the cells of some rows."""
    cells = _cells(rows, cols, frame.step)
    whole = cells.whole
    down, right = (size[whole] for size in cells.sizes)
    _count(cells.area[whole], down, right, frame.sizes, told)
    smallest, largest = _scales(cells, angles, told)
    for which, scales in enumerate((smallest, largest)):
        bins = (scales.view(np.int64) + (1 << SHIFT - 1) >> SHIFT) - FIRST_BIN
        bins = np.clip(bins, 0, SCALE_BINS - 1)
        told.scales[which] += np.bincount(bins, minlength=SCALE_BINS)
    told.ends[0] = np.fmin.reduce(smallest, initial=told.ends[0])
    told.ends[1] = np.fmax.reduce(largest, initial=told.ends[1])
    first = frame.first + start
    _draw(cells, largest, first, frame.every, told)
    for way, turns in enumerate((cells.area > 0, cells.area < 0)):
        turns &= whole
        # the counts hold them already
        before = told.counts[4 + way] - np.count_nonzero(turns)
        room = told.places[way, min(before, told.places.shape[1]) :]
        found = np.argwhere(turns)[: len(room)]
        room[: len(found)] = found + (first, 0)


def _cells(rows: np.ndarray, cols: np.ndarray, step: tuple[int, int]) -> _Cells:
    """Return the cells between some rows of nodes."""
    d_row, d_col = (nodes[1:, :-1] - nodes[:-1, :-1] for nodes in (rows, cols))
    r_row, r_col = (nodes[:-1, 1:] - nodes[:-1, :-1] for nodes in (rows, cols))
    down_share, right_share = 1.0 / step[0], 1.0 / step[1]
    down = np.sqrt(d_row * d_row + d_col * d_col) * down_share
    right = np.sqrt(r_row * r_row + r_col * r_col) * right_share
    return _Cells(
        (d_row * down_share, d_col * down_share),
        (r_row * right_share, r_col * right_share),
        (down, right),
        d_row * r_col - d_col * r_row,
        down + right < np.inf,
    )


def _count(
    area: np.ndarray,
    down: np.ndarray,
    right: np.ndarray,
    sizes: tuple[float, float, float],
    told: Diagnosis,
) -> None:
    """Count cells by their turn and size, and sum their sizes as a loop does."""
    steep, apart, close = sizes
    longer, shorter = np.maximum(down, right), np.minimum(down, right)
    told.counts[3:] += (
        area.size,
        (area > 0).sum(),
        (area < 0).sum(),
        (longer > steep).sum(),
        (longer >= apart).sum(),
        ((shorter <= close) & (shorter > 0)).sum(),
    )
    for axis, size in enumerate((down, right)):
        told.sums[axis] = np.cumsum(np.concatenate([told.sums[axis, None], size]))[-1]


def _scales(
    cells: _Cells, angles: Angles, told: Diagnosis
) -> tuple[np.ndarray, np.ndarray]:
    """Return the singular values of whole cells, and count their turns."""
    (a, c), (b, d) = (
        (part[cells.whole] for part in edge) for edge in (cells.down, cells.right)
    )
    e, h = (a + d) * 0.5, (c - b) * 0.5
    f, g = (a - d) * 0.5, (c + b) * 0.5
    turn, mirror = np.sqrt(e * e + h * h), np.sqrt(f * f + g * g)
    straight = turn >= mirror
    bins = turn_bins(np.where(straight, e, -f), np.where(straight, h, -g), angles)
    told.turns[:] += np.bincount(bins, minlength=TURN_BINS)
    return np.abs(turn - mirror), turn + mirror


def turn_bins(x: np.ndarray, y: np.ndarray, angles: Angles) -> np.ndarray:
    """Return the bin of the direction of each (x, y); none for (0, 0)."""
    wide, high = np.abs(x), np.abs(y)
    longer, shorter = np.maximum(wide, high), np.minimum(wide, high)
    some = (longer > 0) & (longer < np.inf)
    x, y, steep = x[some], y[some], high[some] > wide[some]
    bins = np.searchsorted(angles.ends, shorter[some] / longer[some], "right")
    bins = np.where(steep, TURN_BINS // 4 - bins, bins)
    bins = np.where(x < 0, TURN_BINS // 2 - bins, bins)
    bins = np.where(y < 0, TURN_BINS - bins, bins) % TURN_BINS
    return np.asarray(bins)


def _draw(
    cells: _Cells, largest: np.ndarray, first: int, every: int, told: Diagnosis
) -> None:
    """Put some rows of cells on the maps."""
    whole = cells.whole
    scales = np.full(whole.shape, -1.0)
    scales[whole] = largest
    starts = np.arange(0, whole.shape[1], every)
    lines = (first + np.arange(len(whole))) // every
    across = np.fmax.reduceat(scales, starts, axis=1)
    ways = [(cells.area > 0) & whole, (cells.area < 0) & whole]
    turns = [np.logical_or.reduceat(way, starts, axis=1) for way in ways]
    for line in range(len(whole)):
        there = told.scale_map[lines[line]]
        np.fmax(there, across[line], out=there)
        for way in (0, 1):
            told.turn_map[way, lines[line]] |= turns[way][line]


def _add_errors(
    rows: np.ndarray, cols: np.ndarray, frame: Frame, level: int, told: Diagnosis
) -> None:
    """Compare nodes with what is linear between every 2nd, 4th, ... one."""
    k = 2 << level
    half = k // 2
    tall, wide = (len(rows) - 1) // k, (rows.shape[1] - 1) // k
    kept = -(-frame.own // k)
    for middle, corners, shape in (
        ((half, 0), ((0, 0), (k, 0)), (tall, wide + 1)),
        ((0, half), ((0, 0), (0, k)), (kept, wide)),
        ((half, half), ((0, 0), (k, k), (k, 0), (0, k)), (tall, wide)),
    ):
        means = tuple(_mean(nodes, corners, k, shape) for nodes in (rows, cols))
        places = tuple(_every(nodes, middle, k, shape) for nodes in (rows, cols))
        _compare(means, places, frame, level, told)


def _every(
    nodes: np.ndarray, first: tuple[int, int], k: int, shape: tuple[int, int]
) -> np.ndarray:
    """Return every k-th node on both axes from one on, so many."""
    return nodes[first[0] :: k, first[1] :: k][: shape[0], : shape[1]]


def _mean(
    nodes: np.ndarray,
    corners: tuple[tuple[int, int], ...],
    k: int,
    shape: tuple[int, int],
) -> np.ndarray:
    """Return the mean of two or four nodes, at every k-th one."""
    some = [_every(nodes, corner, k, shape) for corner in corners]
    total = some[0] + some[1]
    if len(some) == 2:
        return np.asarray(total * 0.5)
    return np.asarray((total + (some[2] + some[3])) * 0.25)


def _compare(
    means: tuple[np.ndarray, ...],
    nodes: tuple[np.ndarray, ...],
    frame: Frame,
    level: int,
    told: Diagnosis,
) -> None:
    """Count errors of means of kept nodes, and what they would lose."""
    here, there = (_is_near(places, frame) for places in (nodes, means))
    known = ~np.isnan(means[0]), ~np.isnan(nodes[0])
    both, lost = here & known[0], (here & ~known[0]) | (there & ~known[1])
    down, aside = (mean[both] - node[both] for mean, node in zip(means, nodes))
    squares = down * down + aside * aside
    told.errors[level] = np.fmax.reduce(squares, initial=told.errors[level])
    told.compared[level] += squares.size + np.count_nonzero(lost)
    told.lost[level] += np.count_nonzero(lost)


def _is_near(places: tuple[np.ndarray, ...], frame: Frame) -> np.ndarray:
    """Tell which positions lie in the source, or near it."""
    rows, cols = places
    low = -0.5 - frame.near
    row_end, col_end = (size - 0.5 + frame.near for size in frame.shape)
    near = (rows >= low) & (rows <= row_end) & (cols >= low) & (cols <= col_end)
    return np.asarray(near)
