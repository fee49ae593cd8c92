"""From pixels to the coefficients of a B-spline, and which of them are usable.

The filter is recursive: every pixel has a weight in every coefficient, which decays
by each pole per pixel (`interpolation.bspline`). So it is cut, pixels that do not
exist are replaced, and what they would change is invalidated: Briand and Monasse,
"Theory and Practice of Image B-Spline Interpolation", IPOL 2018,
doi:10.5201/ipol.2018.221, after
Unser, Aldroubi and Eden, "B-spline signal processing", 1993, doi:10.1109/78.193220.
"""

from __future__ import annotations

import numpy as np

from .jit import helper, kernel

LANES = 64
"""Columns, or rows, that are filtered together; their copy takes
``8 * LANES * max(rows, cols)`` bytes and shall stay in the processor's second cache."""


@helper
def _filter_pole(lanes, first, stop, pole, length):
    """Filter lanes[first:stop] along axis 0 with one pole; constants stay constant.

    Causal ``p[i] = s[i] + z p[i-1]``, then ``q[i] = z q[i+1] + (1 - z)**2 p[i]``; both
    start with sums over `length` samples, which thereby are used up.
    """
    last = stop - 1 - length
    for i in range(first + 1, last + 1):
        for k in range(LANES):
            lanes[i, k] += pole * lanes[i - 1, k]
    for i in range(stop - 2, last - 1, -1):
        for k in range(LANES):
            lanes[i, k] += pole * lanes[i + 1, k]
    start = (1.0 - pole) / (1.0 + pole)
    for k in range(LANES):
        lanes[last, k] *= start
    gain = (1.0 - pole) ** 2
    for i in range(last - 1, first + length - 1, -1):
        for k in range(LANES):
            lanes[i, k] = pole * lanes[i + 1, k] + gain * lanes[i, k]


@kernel
def _filter_columns(image, start, stop, poles, lengths):
    """Filter the columns from start to stop, each pole on what the one before left."""
    lanes = np.zeros((image.shape[0], LANES))
    # unsigned indices: the copies take a third of the time
    rows = np.uint32(image.shape[0])
    for column in range(start, stop, LANES):
        first = np.uint32(column)
        size = np.uint32(min(LANES, stop - column))
        for r in range(rows):
            for k in range(size):
                lanes[r, k] = image[r, first + k]
        inset = 0
        for pole, length in zip(poles, lengths):
            _filter_pole(lanes, inset, lanes.shape[0] - inset, pole, length)
            inset += length
        for r in range(rows):
            for k in range(size):
                image[r, first + k] = lanes[r, k]


@kernel
def prefilter(image, poles, lengths):
    """Turn the pixels of an image into B-spline coefficients, in place.

    ``sum of coefficients x B-spline at a pixel's place == the pixel``, within the
    precision for which the lengths were chosen.

    Parameters
    ----------
    image : ndarray of float64, shape (rows, cols)
        Pixels and those around that the filter reaches, all finite; more than
        ``2 * sum(lengths)`` rows and columns. Afterwards ``sum(lengths)`` rows and
        columns on each side are meaningless.
    poles : ndarray of float64, shape (n,)
        `interpolation.bspline.POLES` of an order.
    lengths : ndarray of int64, shape (n,)
        `interpolation.bspline.truncation_lengths` of the order.
    """
    rows, cols = image.shape
    used = 0
    for k in range(lengths.size):  # for `sum` numba imports scipy, also to load it
        used += lengths[k]
    _filter_columns(image, 0, cols, poles, lengths)
    _filter_columns(image.T, used, rows - used, poles, lengths)


@kernel
def dilate(valid, radius):
    """Invalidate what is near an invalid pixel, in place; in linear time.

    ``valid[r, c]`` stays True iff no False pixel (i, j) has
    ``abs(r - i) + abs(c - j) <= radius``.

    Parameters
    ----------
    valid : ndarray of bool, shape (rows, cols)
        Changed in place.
    radius : float
        Manhattan distance [pixels]; 0 or less changes nothing.

    Notes
    -----
    The two passes of Rosenfeld and Pfaltz (1966), doi:10.1145/321356.321357: exact
    for this distance. They take 4 bytes per pixel.
    """
    if not radius >= 1.0:
        return
    rows, cols = valid.shape
    far = rows + cols  # from every pixel, if all are valid
    distances = np.empty((rows, cols), np.int32)
    for r in range(rows):
        for c in range(cols):
            distance = far if valid[r, c] else 0
            if r > 0:
                distance = min(distance, distances[r - 1, c] + 1)
            if c > 0:
                distance = min(distance, distances[r, c - 1] + 1)
            distances[r, c] = distance
    for r in range(rows - 1, -1, -1):
        for c in range(cols - 1, -1, -1):
            distance = distances[r, c]
            if r < rows - 1:
                distance = min(distance, distances[r + 1, c] + 1)
            if c < cols - 1:
                distance = min(distance, distances[r, c + 1] + 1)
            distances[r, c] = distance
            valid[r, c] = distance > radius or distance == far


@helper
def _fill_run(line, hole, start, stop, reach):
    """Fill the holes line[start:stop] from the samples before and after them."""
    for n in range(start, stop):
        before = n - start + 1
        after = stop - n
        by_after = stop < line.size and after <= reach
        by_before = start > 0 and before <= reach
        if by_before and (before <= after or not by_after):
            line[n] = line[start - 1]
            hole[n] = False
        elif by_after:
            line[n] = line[stop]
            hole[n] = False


@kernel
def fill_holes(image, hole, reach):
    """Replace the holes of an image by near samples, in place; in linear time.

    A hole becomes the nearest sample of its column within `reach` rows (of two as
    near the upper); if there is none, the nearest sample of its row, which may be one
    so replaced, within `reach` columns (the left); else 0. So it depends on nothing
    farther than `reach` rows and columns.

    Parameters
    ----------
    image : ndarray of float64, shape (rows, cols)
        Changed in place where `hole`; not read there.
    hole : ndarray of bool, shape (rows, cols)
        Samples to replace.
    reach : int
        Rows or columns to look through on each side [pixels].
    """
    rows, cols = image.shape
    left = hole.copy()
    starts = np.full(cols, -1)  # first row of the hole above, -1 for none
    for r in range(rows + 1):
        for c in range(cols):
            if r < rows and hole[r, c]:
                if starts[c] < 0:
                    starts[c] = r
            elif starts[c] >= 0:
                _fill_run(image[:, c], left[:, c], starts[c], r, reach)
                starts[c] = -1
    for r in range(rows):
        start = -1
        for c in range(cols + 1):
            if c < cols and left[r, c]:
                if start < 0:
                    start = c
            elif start >= 0:
                _fill_run(image[r], left[r], start, c, reach)
                start = -1
        for c in range(cols):
            if left[r, c]:
                image[r, c] = 0.0
