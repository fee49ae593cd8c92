"""Interpolate a block of the source at a list of positions.

Per method: its weights, then its driver. All drivers share one signature::

    driver(positions, block, valid, origin, values, done)

positions : ndarray of float64, shape (2, n)
    Rows and columns to read [source pixel centres]; NaN reads nothing.
block : ndarray, shape (bands, rows, cols)
    Source pixels in the source's own type.
valid : ndarray of bool, shape (rows, cols), or (0, 0) where all are
    Usable pixels of the block; the outside of the block is not usable.
origin : tuple of int
    Source (row, col) of the block's first pixel.
values : ndarray of float64, shape (bands, n)
    Filled where `done` becomes True, else untouched.
done : ndarray of bool, shape (n,)
    Set True where every pixel of non-zero weight is usable, else False.

Weights and sums are float64, columns first, in increasing order. The fast path (all
pixels of the support usable) and the careful one do the same operations in the same
order and so give the same bits, but for the sign of a zero.
"""

from __future__ import annotations

import numpy as np

from .jit import kernel

RUN = 128
"""Pixels that take the fast or the careful path together."""


BOX = 1 << 16
"""Largest box around a run that is searched for an invalid pixel [pixels].

The search takes 5 ns per position of a usual run and 50 at most, the careful path 100
to 500."""


@kernel
def _box_is_valid(valid, top, left, bottom, right):
    """Tell whether a box of pixels is valid; False for one too large to look."""
    if (bottom - top) * (right - left) > BOX:
        return False
    for r in range(np.uint32(top), np.uint32(bottom)):
        usable = np.uint8(1)  # with bool and int64 the loop is 2 - 3 times slower
        for c in range(np.uint32(left), np.uint32(right)):
            usable &= np.uint8(valid[r, c])
        if usable == 0:
            return False
    return True


@kernel
def _run_is_usable(positions, start, stop, shape, valid, origin, before, after):
    """Tell whether all pixels about the positions of a run are in the block and valid.

    Those are `before` and `after` the whole part of each position, on both axes.
    """
    top = left = np.inf
    bottom = right = -np.inf
    known = True
    for n in range(start, stop):
        row = positions[0, n]
        col = positions[1, n]
        known &= row == row and col == col
        top = min(top, row)
        left = min(left, col)
        bottom = max(bottom, row)
        right = max(right, col)
    top = np.floor(top) - before - origin[0]
    left = np.floor(left) - before - origin[1]
    bottom = np.floor(bottom) + after + 1 - origin[0]
    right = np.floor(right) + after + 1 - origin[1]
    inside = top >= 0 and left >= 0 and bottom <= shape[0] and right <= shape[1]
    if not (known and inside):
        return False
    return valid.size == 0 or _box_is_valid(valid, top, left, bottom, right)


@kernel
def _support_is_usable(valid, shape, row, col, row_weights, col_weights):
    """Tell whether every pixel of non-zero weight is in the block and valid."""
    for k in range(row_weights.size):
        if row_weights[k] != 0.0 and (row + k < 0 or row + k >= shape[0]):
            return False
    for k in range(col_weights.size):
        if col_weights[k] != 0.0 and (col + k < 0 or col + k >= shape[1]):
            return False
    if valid.size == 0:
        return True
    for k in range(row_weights.size):
        if row_weights[k] != 0.0:
            for m in range(col_weights.size):
                if col_weights[m] != 0.0 and not valid[row + k, col + m]:
                    return False
    return True


@kernel
def _weighted_sum(band, row, col, row_weights, col_weights):
    """Sum the pixels of non-zero weight of one band: columns, then rows."""
    total = 0.0
    for k in range(row_weights.size):
        if row_weights[k] != 0.0:
            line = 0.0
            for m in range(col_weights.size):
                if col_weights[m] != 0.0:
                    line += col_weights[m] * band[row + k, col + m]
            total += row_weights[k] * line
    return total


@kernel
def _near(row, col, first, shape, reach):
    """Tell whether a support can touch the block; False for NaN and far away.

    Only then does the position fit the integer that indexes the block.
    """
    return (
        row >= first[0] - reach
        and row <= first[0] + shape[0]
        and col >= first[1] - reach
        and col <= first[1] + shape[1]
    )


@kernel
def _sample_carefully(block, valid, row, col, row_weights, col_weights, values, n):
    """Interpolate one position if its support is usable; tell whether it is.

    (row, col) is the first pixel of the support, counted in the block.
    """
    r = int(row)
    c = int(col)
    shape = block.shape[1:]
    if not _support_is_usable(valid, shape, r, c, row_weights, col_weights):
        return False
    for b in range(block.shape[0]):
        values[b, n] = _weighted_sum(block[b], r, c, row_weights, col_weights)
    return True


@kernel
def sample_nearest(positions, block, valid, origin, values, done):
    """Read the nearest pixel: floor(position + 0.5), so that halves go up."""
    rows, cols = block.shape[1], block.shape[2]
    for n in range(done.size):
        row = np.floor(positions[0, n] + 0.5) - origin[0]
        col = np.floor(positions[1, n] + 0.5) - origin[1]
        inside = row >= 0 and row < rows and col >= 0 and col < cols
        done[n] = False
        if inside:
            r = np.uint32(row)
            c = np.uint32(col)
            if valid.size == 0 or valid[r, c]:
                done[n] = True
                for b in range(block.shape[0]):
                    values[b, n] = block[b, r, c]


@kernel
def _linear_weights(share):
    """Weights of the pixels at 0 and 1 for a position at `share` between them."""
    return 1.0 - share, share


@kernel
def _linear_inside(positions, block, first, values, start, stop):
    """Interpolate a run whose supports are all usable."""
    for n in range(start, stop):
        row = np.floor(positions[0, n])
        col = np.floor(positions[1, n])
        v0, v1 = _linear_weights(positions[0, n] - row)
        w0, w1 = _linear_weights(positions[1, n] - col)
        r = np.uint32(row - first[0])
        c = np.uint32(col - first[1])
        for b in range(block.shape[0]):
            upper = block[b, r]
            lower = block[b, r + np.uint32(1)]
            d = c + np.uint32(1)
            values[b, n] = v0 * (w0 * upper[c] + w1 * upper[d]) + v1 * (
                w0 * lower[c] + w1 * lower[d]
            )


@kernel
def sample_linear(positions, block, valid, origin, values, done):
    """Interpolate bilinearly (tent weights 1 - |t|)."""
    shape = block.shape[1:]
    first = (float(origin[0]), float(origin[1]))
    v = np.empty(2)
    w = np.empty(2)
    for start in range(0, done.size, RUN):
        stop = min(start + RUN, done.size)
        if _run_is_usable(positions, start, stop, shape, valid, origin, 0, 1):
            _linear_inside(positions, block, first, values, start, stop)
            done[start:stop] = True
            continue
        for n in range(start, stop):
            row = np.floor(positions[0, n])
            col = np.floor(positions[1, n])
            done[n] = _near(row, col, first, shape, 1)
            if done[n]:
                v[0], v[1] = _linear_weights(positions[0, n] - row)
                w[0], w[1] = _linear_weights(positions[1, n] - col)
                row -= first[0]
                col -= first[1]
                done[n] = _sample_carefully(block, valid, row, col, v, w, values, n)


@kernel
def _cubic_weights(share):
    """Weights of the pixels at -1, 0, 1, 2 for a position at `share` in [0, 1).

    Keys' kernel with a = -0.5 (Keys 1981, doi:10.1109/TASSP.1981.1163711), in products:
    as sums of powers the outer weights cancel to 0 near shares of 0 and 1, where they
    are not. Exactly 0, 1, 0, 0 at share 0, and only there.
    """
    rest = 1.0 - share
    half = -0.5 * share * rest
    return (
        half * rest,
        1.0 + share * share * (1.5 * share - 2.5),
        1.0 + rest * rest * (1.5 * rest - 2.5),
        half * share,
    )


@kernel
def _cubic_inside(positions, block, low, values, start, stop):
    """Interpolate a run whose supports are all usable."""
    for n in range(start, stop):
        row = np.floor(positions[0, n])
        col = np.floor(positions[1, n])
        v0, v1, v2, v3 = _cubic_weights(positions[0, n] - row)
        w0, w1, w2, w3 = _cubic_weights(positions[1, n] - col)
        r = np.uint32(row - low[0])
        c = np.uint32(col - low[1])
        c1 = c + np.uint32(1)
        c2 = c + np.uint32(2)
        c3 = c + np.uint32(3)
        for b in range(block.shape[0]):
            p = block[b, r]
            total = v0 * (w0 * p[c] + w1 * p[c1] + w2 * p[c2] + w3 * p[c3])
            p = block[b, r + np.uint32(1)]
            total += v1 * (w0 * p[c] + w1 * p[c1] + w2 * p[c2] + w3 * p[c3])
            p = block[b, r + np.uint32(2)]
            total += v2 * (w0 * p[c] + w1 * p[c1] + w2 * p[c2] + w3 * p[c3])
            p = block[b, r + np.uint32(3)]
            total += v3 * (w0 * p[c] + w1 * p[c1] + w2 * p[c2] + w3 * p[c3])
            values[b, n] = total


@kernel
def sample_cubic(positions, block, valid, origin, values, done):
    """Interpolate by Keys' cubic convolution over 4 x 4 pixels."""
    shape = block.shape[1:]
    first = (float(origin[0]), float(origin[1]))
    low = (first[0] + 1.0, first[1] + 1.0)
    v = np.empty(4)
    w = np.empty(4)
    for start in range(0, done.size, RUN):
        stop = min(start + RUN, done.size)
        if _run_is_usable(positions, start, stop, shape, valid, origin, 1, 2):
            _cubic_inside(positions, block, low, values, start, stop)
            done[start:stop] = True
            continue
        for n in range(start, stop):
            row = np.floor(positions[0, n])
            col = np.floor(positions[1, n])
            done[n] = _near(row, col, first, shape, 3)
            if done[n]:
                v[0], v[1], v[2], v[3] = _cubic_weights(positions[0, n] - row)
                w[0], w[1], w[2], w[3] = _cubic_weights(positions[1, n] - col)
                row -= low[0]
                col -= low[1]
                done[n] = _sample_carefully(block, valid, row, col, v, w, values, n)
