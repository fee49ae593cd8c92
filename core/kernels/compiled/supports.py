"""Spans of neighbouring positions: where their supports lie, and their sums.

A support is the square of ``len(taps)`` pixels about a position; `taps` is any tuple of
that length, because a tuple's length belongs to its type: loops of known length are
2 - 3 times faster. A span takes the fast path if all of its supports are usable.
"""

from __future__ import annotations

import numpy as np

from .jit import helper
from .vectors import LANES, prefetch, weigh_columns, weigh_rows

SPAN = 128
"""Positions that are looked at together; their weights stay in the first cache."""
FETCHED = 8
"""Positions from one that is fetched to the next: half of a cache line of float32."""


@helper
def locate(positions, offset, origin, low, high, corners, shares):
    """Split positions on one axis into the first pixel of the support and the share.

    No branches, so that it is vectorised: 0.4 ns per position, 3 otherwise.

    Parameters
    ----------
    positions : ndarray of float64, shape (n,)
        Source pixels; NaN leads to the corner `low`.
    offset : float
        Added before a position is rounded down: 0.5 for the nearest pixel.
    origin : float
        Source pixel from which corners are counted.
    low, high : float
        Corners are clipped to these, so that they fit their type.
    corners : ndarray of int32, shape (at least n,)
        Filled: floor(position + offset) - origin.
    shares : ndarray of float64, shape (at least n,)
        Filled: position - floor(position + offset).
    """
    for n in range(positions.size):
        whole = np.floor(positions[n] + offset)
        shares[n] = positions[n] - whole
        corner = whole - origin
        corner = corner if corner > low else low
        corner = corner if corner < high else high
        corners[n] = np.int32(corner)


@helper
def place(taps, positions, start, offset, origin, pixels, corners, shares):
    """Place the supports of the span at `start` in a patch of the source, and fetch it.

    Corners and shares as in `locate`, shape (2, SPAN). A support that is out of the
    patch stays out of it when its corner is clipped.
    """
    before = max(0, len(taps) // 2 - 1)
    for axis in range(2):
        first = float(origin[axis] + before)
        low, high = -float(len(taps)), float(pixels.shape[1 + axis])
        # in this order, or numba takes the span for strided: 3 times slower
        span = positions[axis, start : start + SPAN]
        locate(span, offset, first, low, high, corners[axis], shares[axis])
    for b in range(pixels.shape[0]):
        _fetch(pixels[b], corners, len(taps) - 1)


@helper
def _fetch(band, corners, below):
    """Fetch the first and the last row of some supports."""
    for n in range(0, SPAN, FETCHED):
        row, col = corners[0, n], corners[1, n]
        prefetch(band, row, col)
        prefetch(band, row + below, col)


@helper
def _bounds(corners, size):
    """Return the least and the greatest of the first corners."""
    least = greatest = corners[0]
    for n in range(size):
        corner = corners[n]
        least = corner if corner < least else least
        greatest = corner if corner > greatest else greatest
    return least, greatest


@helper
def _all_whole(corners, size, usable):
    """Tell whether all supports of a span, which lie in the patch, are usable."""
    # unsigned 32-bit indices, here and below: 15 - 28 % faster than numba's int64, for
    # which it asks at each pixel whether they count from the end
    for n in range(np.uint32(size)):
        row, col = np.uint32(corners[0, n]), np.uint32(corners[1, n])
        if usable[row, col] != 2:
            return False
    return True


@helper
def all_usable(taps, corners, size, shape, usable):
    """Tell whether all supports of a span are in the patch and usable."""
    top, bottom = _bounds(corners[0], size)
    left, right = _bounds(corners[1], size)
    bottom += len(taps)
    right += len(taps)
    if top < 0 or left < 0 or bottom > shape[0] or right > shape[1]:
        return False
    return usable.size == 0 or _all_whole(corners, size, usable)


@helper
def one_usable(taps, row, col, shape, usable):
    """Tell whether all pixels of a support are in the patch and usable."""
    if row < 0 or col < 0 or row + len(taps) > shape[0] or col + len(taps) > shape[1]:
        return False
    return usable.size == 0 or usable[row, col] == 2


@helper
def _weighed_are_usable(weights, n, row, col, shape, usable):
    """Tell whether every pixel of non-zero weight is in the patch and usable.

    For a support of which some pixel is not: so a weight must be 0, and if any is, the
    first or the last one is.
    """
    last = weights.shape[1] - 1
    rows_weigh = weights[0, 0, n] != 0.0 and weights[0, last, n] != 0.0
    if rows_weigh and weights[1, 0, n] != 0.0 and weights[1, last, n] != 0.0:
        return False
    for k in range(weights.shape[1]):
        if weights[0, k, n] != 0.0 and (row + k < 0 or row + k >= shape[0]):
            return False
        if weights[1, k, n] != 0.0 and (col + k < 0 or col + k >= shape[1]):
            return False
    if usable.size == 0:
        return True
    for k in range(weights.shape[1]):
        if weights[0, k, n] != 0.0:
            for m in range(weights.shape[1]):
                if weights[1, m, n] != 0.0 and usable[row + k, col + m] == 0:
                    return False
    return True


@helper
def _sum_weighed(band, weights, n, row, col):
    """Sum the pixels of non-zero weight of one band: rows, then columns."""
    total = 0.0
    for m in range(weights.shape[1]):
        if weights[1, m, n] != 0.0:
            line = 0.0
            for k in range(weights.shape[1]):
                if weights[0, k, n] != 0.0:
                    line += weights[0, k, n] * band[row + k, col + m]
            total += weights[1, m, n] * line
    return total


@helper
def _total(taps, weights, sums, n):
    """Return the sum of the columns that `weigh_rows` left of one position."""
    total = 0.0
    for m in range(len(taps)):
        total += weights[1, m, n] * sums[n, m]
    return total


@helper
def _sum_columns(taps, weights, sums, values, start, size):
    """Sum the columns that `weigh_rows` left of a span."""
    vectors = size // LANES * LANES
    for n in range(0, np.uint32(vectors), LANES):
        weigh_columns(taps, weights[1], sums, n, values, start + n)
    for n in range(vectors, size):
        values[start + n] = _total(taps, weights, sums, n)


@helper
def sum_span(taps, pixels, usable, corners, weights, sums, values, done, start):
    """Interpolate a span of placed positions.

    Parameters
    ----------
    taps : tuple
        Its length is that of the support.
    pixels, usable : ndarray
        Of the patch.
    values, done : ndarray
        As in `sample`; those of the span begin at `start`.
    corners : ndarray of int32, shape (2, SPAN)
        First pixel of each support, counted in the patch.
    weights : ndarray of float64, shape (2, len(taps), SPAN)
        Of the rows and of the columns of each support.
    sums : ndarray of float64, shape (SPAN, len(taps))
        Scratch.
    """
    size = min(SPAN, done.size - start)
    shape = pixels.shape[1:]
    if not all_usable(taps, corners, size, shape, usable):
        _sum_mixed(taps, pixels, usable, corners, weights, sums, values, done, start)
        return
    row_weights = weights[0]
    for b in range(pixels.shape[0]):
        band = pixels[b]
        for n in range(np.uint32(size)):
            row, col = np.uint32(corners[0, n]), np.uint32(corners[1, n])
            weigh_rows(taps, band, row, col, row_weights, n, sums)
        _sum_columns(taps, weights, sums, values[b], start, size)
    done[start : start + size] = True


@helper
def _sum_mixed(taps, pixels, usable, corners, weights, sums, values, done, start):
    """Interpolate a span position by position, as far as its support allows."""
    shape = pixels.shape[1:]
    for n in range(np.uint32(min(SPAN, done.size - start))):
        # signed: a support may begin before the patch
        row, col = int(corners[0, n]), int(corners[1, n])
        place = start + n
        whole = one_usable(taps, row, col, shape, usable)
        done[place] = whole or _weighed_are_usable(weights, n, row, col, shape, usable)
        if whole:
            for b in range(pixels.shape[0]):
                r, c = np.uint32(row), np.uint32(col)
                weigh_rows(taps, pixels[b], r, c, weights[0], n, sums)
                values[b, place] = _total(taps, weights, sums, n)
        elif done[place]:
            for b in range(pixels.shape[0]):
                values[b, place] = _sum_weighed(pixels[b], weights, n, row, col)
