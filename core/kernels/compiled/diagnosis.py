"""What all nodes of a grid tell about it."""

from __future__ import annotations

import numpy as np

from ..values import LEAST_EXPONENT, SCALE_BINS, SCALE_BITS, TURN_BINS
from .jit import helper, kernel

SHIFT = 52 - SCALE_BITS
"""Bits of a float64 below those of a bin."""
ROUNDING = 1 << (SHIFT - 1)
"""Half a bin."""
FIRST_BIN = (1023 + LEAST_EXPONENT) << SCALE_BITS
"""What is left of the first bin's values above these bits."""


@kernel
def diagnose(rows, cols, frame, angles, told):
    """Count nodes, cells and errors of some rows of a grid.

    Size, turn and place are those of `survey_nodes`. The Jacobian of a cell is made of
    the same two edges, per output pixel: its singular values are the scales, least
    and greatest [source pixels per output pixel], and its nearest rotation the turn, of
    the output's rows in the source, counterclockwise; where it mirrors, that after rows
    are mirrored.

    Parameters
    ----------
    rows, cols : ndarray of float64, shape (n, m)
        Source position of each node [source pixels], NaN for masked ones.
    frame : Frame
        Where they stand, and what they are measured by.
    angles : Angles
        Bins of angles.
    told : Diagnosis
        What others have told; added to in place. In order of their rows, and whatever
        rows they come in, parts of a grid make the same bits.
    """
    counts = told[0]
    first, own, step, shape, every, near, sizes = frame
    _count_nodes(rows, cols, own, shape, counts)
    one = np.empty(2)
    both = one, one.view(np.int64)
    for i in range(rows.shape[0] - 1):
        lines = rows[i], cols[i], rows[i + 1], cols[i + 1]
        _add_cells(lines, first + i, frame, angles, told, both)
    row_end, col_end = shape[0] - 0.5 + near, shape[1] - 0.5 + near
    ends = -0.5 - near, row_end, col_end
    for level in range(told[5].size):
        _add_errors(rows, cols, own, level, ends, told[5:8])


@helper
def _count_nodes(rows, cols, own, shape, counts):
    """Count nodes by their place."""
    row_end, col_end = shape[0] - 0.5, shape[1] - 0.5
    masked = outside = 0
    for i in range(own):
        for j in range(rows.shape[1]):
            row, col = rows[i, j], cols[i, j]
            masked += row != row
            outside += (row < -0.5) | (row > row_end) | (col < -0.5) | (col > col_end)
    counts[0] += own * rows.shape[1]
    counts[1] += masked
    counts[2] += outside


@helper
def _add_cells(lines, at, frame, angles, told, both):
    """Count a row of cells, `at` in the grid; `both` is room for two scales."""
    every, (steep, apart, close) = frame[4], frame[6]
    down_share, right_share = 1.0 / frame[2][0], 1.0 / frame[2][1]
    counts, sums, ends, scales, turns = told[:5]
    scale_map, turn_map, places = told[8:]
    down_sum, right_sum = sums[0], sums[1]
    least, most = ends[0], ends[1]
    (rows, cols, next_rows, next_cols), (one, bits) = lines, both
    line = at // every
    for block in range(0, rows.size - 1, every):
        highest, straight_here, turned_here = -1.0, False, False
        for j in range(block, min(block + every, rows.size - 1)):
            d_row, d_col = next_rows[j] - rows[j], next_cols[j] - cols[j]
            r_row, r_col = rows[j + 1] - rows[j], cols[j + 1] - cols[j]
            down = np.sqrt(d_row * d_row + d_col * d_col) * down_share
            right = np.sqrt(r_row * r_row + r_col * r_col) * right_share
            if not down + right < np.inf:
                continue
            area = d_row * r_col - d_col * r_row
            longer, shorter = max(down, right), min(down, right)
            counts[3] += 1
            counts[6] += longer > steep
            counts[7] += longer >= apart
            counts[8] += (shorter <= close) & (shorter > 0)
            down_sum += down
            right_sum += right
            if area > 0:
                straight_here = True
                _note(places[0], counts[4], at, j)
                counts[4] += 1
            elif area < 0:
                turned_here = True
                _note(places[1], counts[5], at, j)
                counts[5] += 1
            a, c = d_row * down_share, d_col * down_share
            b, d = r_row * right_share, r_col * right_share
            e, h = (a + d) * 0.5, (c - b) * 0.5
            f, g = (a - d) * 0.5, (c + b) * 0.5
            turn, mirror = np.sqrt(e * e + h * h), np.sqrt(f * f + g * g)
            if turn >= mirror:
                _add_turn(e, h, angles, turns)
            else:
                _add_turn(-f, -g, angles, turns)
            one[0], one[1] = abs(turn - mirror), turn + mirror
            if one[0] < least:
                least = one[0]
            if one[1] > most:
                most = one[1]
            if one[1] > highest:
                highest = one[1]
            for which in range(2):
                place = ((bits[which] + ROUNDING) >> SHIFT) - FIRST_BIN
                scales[which, min(max(place, 0), SCALE_BINS - 1)] += 1
        column = block // every
        scale_map[line, column] = max(scale_map[line, column], highest)
        if straight_here:
            turn_map[0, line, column] = 1
        if turned_here:
            turn_map[1, line, column] = 1
    sums[0], sums[1], ends[0], ends[1] = down_sum, right_sum, least, most


@helper
def _note(places, count, row, col):
    """Note a place if there is room."""
    if count < places.shape[0]:
        places[count, 0], places[count, 1] = row, col


@helper
def _add_turn(x, y, angles, turns):
    """Count the direction of (x, y), but that of (0, 0)."""
    ends, starts = angles
    wide, high = abs(x), abs(y)
    longer, shorter = max(wide, high), min(wide, high)
    if longer > 0 and longer < np.inf:
        share = shorter / longer
        place = starts[int(share * (starts.size - 1))]
        while place < ends.size and ends[place] <= share:
            place += 1
        if high > wide:
            place = TURN_BINS // 4 - place
        if x < 0:
            place = TURN_BINS // 2 - place
        if y < 0:
            place = TURN_BINS - place
        turns[place % TURN_BINS] += 1


@helper
def _add_errors(rows, cols, own, level, ends, told):
    """Compare nodes with what is linear between every 2nd, 4th, ... one."""
    k = 2 << level
    half, n, m = k // 2, rows.shape[0], rows.shape[1]
    for i in range(0, n, k):
        has_below = i + k < n
        for j in range(0, m, k):
            has_right = j + k < m
            if has_below:
                row = (rows[i, j] + rows[i + k, j]) * 0.5
                col = (cols[i, j] + cols[i + k, j]) * 0.5
                at = i + half, j
                _add_error(row, col, rows[at], cols[at], ends, level, told)
            if has_right and i < own:
                row = (rows[i, j] + rows[i, j + k]) * 0.5
                col = (cols[i, j] + cols[i, j + k]) * 0.5
                at = i, j + half
                _add_error(row, col, rows[at], cols[at], ends, level, told)
            if has_below and has_right:
                row, col = _mean(rows, i, j, k), _mean(cols, i, j, k)
                at = i + half, j + half
                _add_error(row, col, rows[at], cols[at], ends, level, told)


@helper
def _mean(nodes, i, j, k):
    """Return the mean of the corners of a cell of kept nodes."""
    total = nodes[i, j] + nodes[i + k, j + k]
    return (total + (nodes[i + k, j] + nodes[i, j + k])) * 0.25


@helper
def _add_error(mean_row, mean_col, row, col, ends, level, told):
    """Count the error of the mean of kept nodes at another, or that one is lost."""
    errors, compared, lost = told
    here, there = _is_near(row, col, ends), _is_near(mean_row, mean_col, ends)
    if here and mean_row == mean_row:
        down, aside = mean_row - row, mean_col - col
        square = down * down + aside * aside
        if square > errors[level]:
            errors[level] = square
        compared[level] += 1
    elif here or (there and row != row):
        lost[level] += 1
        compared[level] += 1


@helper
def _is_near(row, col, ends):
    """Tell whether a position lies in the source, or near it."""
    low, row_end, col_end = ends
    return (row >= low) & (row <= row_end) & (col >= low) & (col <= col_end)
