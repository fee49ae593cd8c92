"""From float64 results to pixels of the output's type."""

from __future__ import annotations

import numpy as np

from .jit import helper, kernel


@kernel
def finish(values, done, canvas, row):
    """Round, clip and cast results into an output; return two counts.

    Integers are rounded half to even; everything is clipped to the type's range
    (float32 too: infinities become its largest numbers; NaN stays NaN, and is the
    lowest integer). Only a float64 overflow of huge sources gets that far.

    Parameters
    ----------
    values : ndarray of float64, shape (src_bands, rows, cols)
        Results; read where `done`.
    done : ndarray of bool, shape (rows, cols)
        Where there is a result.
    canvas : Canvas
        Filled, `valid` with `done`.
    row : int
        First row to fill, counted from the canvas's origin.

    Returns
    -------
    tuple of int
        Pixels with a result; pixels with a result that equals `nodata` in a band.
    """
    order, limits, nodata, dst, valid, origin = canvas
    count = 0
    equal = 0
    cols = done.shape[1]
    left, right = origin[1], origin[1] + cols
    hits = np.empty(cols, np.uint8)
    for r in range(done.shape[0]):
        dst_row = origin[0] + row + r
        _copy(done[r], valid[dst_row, left:right])
        hits[:] = 0
        for b in range(order.size):
            line = dst[b, dst_row, left:right]
            _convert(values[order[b], r], done[r], limits, nodata, line)
            _mark(line, nodata, hits)
        both = _count(done[r], hits)
        count += both[0]
        equal += both[1]
    return count, equal


@helper
def _copy(line, out):
    """Copy a line; numba would prepare a message for lines of unequal length."""
    for c in range(line.size):
        out[c] = line[c]


@helper
def _convert(values, done, limits, nodata, dst):
    """Convert a line; without branches, so that it is vectorised."""
    lowest, highest, integer = limits
    if integer:
        for c in range(dst.size):
            value = np.rint(values[c])
            value = value if value >= lowest else lowest  # NaN becomes the lowest
            value = value if value <= highest else highest
            dst[c] = dst.dtype.type(value) if done[c] else nodata
    else:
        for c in range(dst.size):
            # + 0.0 makes -0.0 a 0.0: the sampling paths differ in that sign only
            value = values[c] + 0.0
            value = lowest if value < lowest else value
            value = highest if value > highest else value
            dst[c] = dst.dtype.type(value) if done[c] else nodata


@helper
def _mark(dst, nodata, hits):
    """Mark the pixels of a line that equal `nodata`."""
    for c in range(dst.size):
        hits[c] |= np.uint8(dst[c] == nodata)


@helper
def _count(done, hits):
    """Count the pixels of a line that are done, and those of them that are hits."""
    # numba's own integers have 64 bits: 0.9 ns a pixel, 0.2 with these
    count = equal = np.uint32(0)
    for c in range(done.size):
        count = np.uint32(count + done[c])
        equal = np.uint32(equal + (np.uint8(done[c]) & hits[c]))
    return int(count), int(equal)
