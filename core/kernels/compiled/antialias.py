"""From fine pixels to pixels of the output: a filter, or the most frequent value.

An output pixel has a result if all fine pixels of its own cell have one. Those around
it that have none are left out and the weights made up for them; if less than half of
the weight is left, the mean of the own cell is taken.
"""

from __future__ import annotations

import numpy as np

from .fill import PASS_PIXELS, drive
from .finish import finish
from .jit import helper, kernel
from .nodes import fill_shifted

HELD_PIXELS = 131072
"""Fine pixels that are held at a time, if a few lines of output pixels have no more."""
LEAST_ROWS = 4
"""Output rows of a pass at least: each reads its margin anew."""


@kernel
def fill_filtered(method_type, shape, mesh, shift, filtering, frame, patch, canvas):
    """Resample a window of the output at its fine pixels, and filter these.

    Parameters
    ----------
    method_type, patch, canvas
        As of `fill_window`.
    shape : tuple of int
        (rows, cols) of the window [output pixels].
    mesh, shift : Mesh, tuple of float
        As of `fill_shifted`: the first fine pixel that exists, of the window grown by
        the margin of the filter.
    filtering : Filter
        How fine pixels become output pixels.
    frame : Lacking
        Fine pixels of that window that do not exist.

    Returns
    -------
    tuple of int
        As `finish`.
    """
    (k_row, k_col), row_weights, col_weights = filtering
    top, bottom, left, right = frame
    more = max(row_weights.size - k_row, 0)
    rows, cols = shape
    lines = k_row * rows + more
    width = k_col * cols + max(col_weights.size - k_col, 0)
    bands = patch[0].shape[0]
    height = max(LEAST_ROWS, (HELD_PIXELS // width - more) // k_row)
    height = min(height, rows)
    held = k_row * height + more
    values, flags = np.empty(held * bands * width), np.zeros(held * width, np.bool_)
    results, valid = np.empty(bands * height * cols), np.empty(height * cols, np.bool_)
    size = width - left - right
    step = max(1, min(PASS_PIXELS // size, held))
    places, samples = np.empty(2 * step * size), np.empty(bands * step * size)
    done = np.empty(step * size, np.bool_)
    count = equal = 0
    kept = 0
    for r in range(0, rows, height):
        here = min(height, rows - r)
        held = k_row * here + more
        first = k_row * r
        line = kept
        while line < held:
            stop = min(line + step, held)
            # of the window's rows, those of this pass that exist
            begin = min(max(first + line, top), first + stop)
            end = max(min(first + stop, lines - bottom), begin)
            count_lines = end - begin
            flags[line * width : stop * width] = False
            if count_lines > 0:
                pixels = count_lines * size
                positions = places[: 2 * pixels]
                found, its_done = samples[: bands * pixels], done[:pixels]
                fill_shifted(
                    mesh,
                    shift,
                    begin - top,
                    positions.reshape((2, count_lines, size)),
                )
                drive(
                    method_type,
                    positions.reshape((2, pixels)),
                    patch,
                    found.reshape((bands, pixels)),
                    its_done,
                )
                for n in range(count_lines):
                    at = begin - first + n
                    start = at * width + left
                    _copy(
                        its_done[n * size : (n + 1) * size], flags[start : start + size]
                    )
                    for b in range(bands):
                        start = (at * bands + b) * width + left
                        begin_found = b * pixels + n * size
                        _copy(
                            found[begin_found : begin_found + size],
                            values[start : start + size],
                        )
            line = stop
        out = results[: bands * here * cols].reshape((bands, here, cols))
        out_done = valid[: here * cols].reshape((here, cols))
        filter_values(
            values[: held * bands * width].reshape((held, bands, width)),
            flags[: held * width].reshape((held, width)),
            filtering,
            out,
            out_done,
        )
        both = finish(out, out_done, canvas, r)
        count += both[0]
        equal += both[1]
        # the margin below is that above of the next pass
        kept = more
        _copy(flags[(held - more) * width : held * width], flags[: more * width])
        size_of = bands * width
        _copy(
            values[(held - more) * size_of : held * size_of], values[: more * size_of]
        )
    return count, equal


@helper
def _copy(line, out):
    """Copy a line, or lines to the place of earlier ones."""
    for c in range(line.size):
        out[c] = line[c]


@kernel
def filter_values(values, done, filtering, out, out_done):
    """Filter the fine pixels of a window and its margin.

    Parameters
    ----------
    values : ndarray of float64, shape (fine rows, bands, fine cols)
        Fine pixels, read where `done`.
    done : ndarray of bool, shape (fine rows, fine cols)
        Where there are any.
    filtering : Filter
        How they become output pixels.
    out : ndarray of float64, shape (bands, rows, cols)
        Filled where `out_done`; else it may hold anything.
    out_done : ndarray of bool, shape (rows, cols)
        Filled: where all fine pixels of the own cell have a value.
    """
    fine, row_weights, col_weights = filtering
    if row_weights.size == 0:
        _fill_owned(done, fine, 0, 0, out_done)
        most = np.empty((2, fine[0] * fine[1]))
        for b in range(out.shape[0]):
            for i in range(out.shape[1]):
                for c in range(out.shape[2]):
                    if out_done[i, c]:
                        out[b, i, c] = _most_frequent(values, fine, i, b, c, most)
        return
    k_row, k_col = fine
    lines, bands, width = values.shape
    rows, cols = out_done.shape
    taps = row_weights.size
    own_row, own_col = (taps - k_row) // 2, (col_weights.size - k_col) // 2
    _fill_owned(done, fine, own_row, own_col, out_done)
    whole = np.empty(lines, np.bool_)
    holes = False
    for r in range(lines):
        whole[r] = _all(done[r])
        holes |= not whole[r]
    full = _full_weight(row_weights, col_weights)
    turned = np.empty(width)
    norms = np.empty((lines if holes else 0, cols))
    if holes:
        line = np.empty(width)
        for r in range(lines):
            _flag_line(done[r], line)
            _weigh_cols(line, done[r], k_col, col_weights, turned, norms[r])
    sums = np.empty((lines, cols))
    weight, mean = np.empty(cols), np.empty(cols)
    for b in range(bands):
        for r in range(lines):
            _weigh_cols(values[r, b], done[r], k_col, col_weights, turned, sums[r])
        for i in range(rows):
            start = k_row * i
            result = out[b, i]
            _weigh_rows(sums, start, row_weights, result)
            if _all(whole[start : start + taps]):
                _divide(result, full)
                continue
            _weigh_rows(norms, start, row_weights, weight)
            mean[:] = 0.0
            for a in range(k_row):
                r = start + own_row + a
                _add_owned(values[r, b], done[r], own_col, k_col, mean)
            _divide_or_mean(result, weight, 0.5 * full, mean, k_row * k_col)


@helper
def _full_weight(row_weights, col_weights):
    """Return the sum of all weights, in the order of sums of pixels."""
    line = 0.0
    for t in range(col_weights.size):
        if col_weights[t] != 0.0:
            line += col_weights[t]
    total = 0.0
    for t in range(row_weights.size):
        if row_weights[t] != 0.0:
            total += row_weights[t] * line
    return total


@helper
def _all(flags):
    """Tell whether all flags are set; to their end, as it is vectorised so."""
    every = True
    for n in range(flags.size):
        every &= flags[n]
    return every


@helper
def _fill_owned(done, fine, own_row, own_col, out_done):
    """Tell where all fine pixels of a cell have a value."""
    k_row, k_col = fine
    for i in range(out_done.shape[0]):
        line = out_done[i]
        for c in range(line.size):
            line[c] = True
        for a in range(k_row):
            flags = done[own_row + k_row * i + a]
            for p in range(k_col):
                for c in range(line.size):
                    line[c] &= flags[own_col + k_col * c + p]


@helper
def _flag_line(done, line):
    """Turn flags into numbers."""
    for c in range(line.size):
        line[c] = 1.0 if done[c] else 0.0


@helper
def _weigh_cols(line, done, k, weights, turned, out):
    """Weigh a line of fine pixels; those without a value count as 0.

    All first pixels of cells are brought together, all second ones and so on: what is
    added up then lies side by side, and is vectorised.
    """
    cells = line.size // k
    for p in range(k):
        for c in range(cells):
            n = k * c + p
            turned[p * cells + c] = line[n] if done[n] else 0.0
    for c in range(out.size):
        out[c] = 0.0
    for t in range(weights.size):
        if weights[t] != 0.0:
            start = (t % k) * cells + t // k
            _add(out, weights[t], turned[start : start + out.size])


@helper
def _weigh_rows(lines, start, weights, out):
    """Weigh some lines."""
    for c in range(out.size):
        out[c] = 0.0
    for t in range(weights.size):
        if weights[t] != 0.0:
            _add(out, weights[t], lines[start + t])


@helper
def _add(total, weight, line):
    """Add a weighted line; alone, to be vectorised."""
    for c in range(total.size):
        total[c] += weight * line[c]


@helper
def _divide(line, by):
    """Divide a line by a number."""
    for c in range(line.size):
        line[c] /= by


@helper
def _add_owned(line, done, first, k, out):
    """Add up the fine pixels of each own cell in a line."""
    for p in range(k):
        for c in range(out.size):
            n = first + k * c + p
            out[c] += line[n] if done[n] else 0.0


@helper
def _divide_or_mean(line, weights, least, sums, count):
    """Divide by the weight that is left; where that is little, take the mean."""
    for c in range(line.size):
        quotient, mean = line[c] / weights[c], sums[c] / count
        line[c] = mean if weights[c] < least else quotient


@helper
def _most_frequent(values, fine, i, b, c, most):
    """Return the most frequent value of a cell; of several the smallest.

    `most` is scratch: distinct values, and how often each occurs.
    """
    k_row, k_col = fine
    kinds = 0
    for a in range(k_row):
        for p in range(k_col):
            value = values[k_row * i + a, b, k_col * c + p]
            n = 0
            while n < kinds and most[0, n] != value:
                n += 1
            if n == kinds:
                most[0, n], most[1, n] = value, 0.0
                kinds += 1
            most[1, n] += 1.0
    best = 0
    for n in range(1, kinds):
        more, less = most[1, n], most[1, best]
        if more > less or (more == less and most[0, n] < most[0, best]):
            best = n
    return most[0, best]
