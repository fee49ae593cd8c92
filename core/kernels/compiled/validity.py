"""Which source pixels are usable, and which supports of them."""

from __future__ import annotations

import numpy as np

from .jit import helper, kernel


@kernel
def all_finite(pixels):
    """Tell whether every value of pixels, shape (bands, rows, cols), is finite."""
    for b in range(pixels.shape[0]):
        for r in range(pixels.shape[1]):
            if not _is_finite(pixels[b, r]):
                return False
    return True


@helper
def _is_finite(line):
    """Tell whether a line is finite; to its end, as it is vectorised so."""
    finite = True
    for c in range(line.size):
        finite &= np.isfinite(line[c])
    return finite


@kernel
def invalidate_by_value(pixels, nodata, tagged, all_bands, valid):
    """Set False where pixels' own values say so; return how many are False.

    Parameters
    ----------
    pixels : ndarray, shape (bands, rows, cols)
        Source pixels.
    nodata : ndarray of the pixels' dtype, shape (bands,)
        Nodata of each band, read only where it is tagged.
    tagged : ndarray of bool, shape (bands,)
        Whether a band has a nodata.
    all_bands : bool
        A pixel needs nodata in all bands to be invalid, not in any.
    valid : ndarray of bool, shape (rows, cols)
        Changed in place. A non-finite value in any band always invalidates.
    """
    bands, rows, cols = pixels.shape
    needed = bands if all_bands else 1
    hits = np.empty(cols, np.uint16)
    bad = np.empty(cols, np.uint8)
    count = 0
    for r in range(rows):
        hits[:] = 0
        bad[:] = 0
        for b in range(bands):
            _mark_unusable(pixels[b, r], bad)
            if tagged[b]:
                _count_hits(pixels[b, r], nodata[b], hits)
        line = valid[r]
        for c in range(cols):
            line[c] &= (hits[c] < needed) & (bad[c] == 0)
        for c in range(cols):
            count += not line[c]
    return count


@helper
def _mark_unusable(line, bad):
    """Mark the values of a line that are not finite; alone, to be vectorised."""
    for c in range(line.size):
        bad[c] |= np.uint8(not np.isfinite(line[c]))


@helper
def _count_hits(line, nodata, hits):
    """Count the values of a line that equal nodata."""
    for c in range(line.size):
        hits[c] += np.uint16(line[c] == nodata)


@kernel
def mark_whole(usable, size):
    """Set 2 where a support begins of which every pixel is usable.

    So a look at one pixel tells of all: 1 ns per position of a span of cubic, where a
    look at all pixels around the span took 5.

    Parameters
    ----------
    usable : ndarray of uint8, shape (rows, cols)
        1 where a pixel of a patch may be used, else 0; changed in place. A support
        that leaves the patch is not usable.
    size : int
        Rows and columns of a support.
    """
    rows, cols = usable.shape
    line = np.zeros(cols + size, np.uint8)
    whole = np.empty(cols, np.uint8)
    for r in range(rows - size + 1):
        whole[:] = usable[r]
        for k in range(1, size):
            _intersect(whole, usable[r + k])
        line[:cols] = whole
        for m in range(1, size):
            _intersect(whole, line[m : m + cols])
        for c in range(cols):
            usable[r, c] += whole[c]


@helper
def _intersect(line, other):
    """Set 0 where another line is 0; alone, to be vectorised."""
    for c in range(line.size):
        line[c] &= other[c]


@kernel
def oversample(valid, step, origin, threshold, out):
    """Interpolate a mask of nodes bilinearly and tell where enough of it is valid.

    Parameters
    ----------
    valid : ndarray of bool, shape (n, m)
        Validity of some nodes.
    step : tuple of int
        Pixels from node to node (rows, cols).
    origin : tuple of int
        Place (row, col) of the first pixel, counted from the first node [pixels].
    threshold : float
        Least share of valid nodes, by bilinear weight.
    out : ndarray of bool, shape (rows, cols)
        Filled.
    """
    whole = step[0] * step[1]
    for r in range(out.shape[0]):
        i, a = divmod(origin[0] + r, step[0])
        below = min(i + 1, valid.shape[0] - 1)
        for c in range(out.shape[1]):
            j, b = divmod(origin[1] + c, step[1])
            right = min(j + 1, valid.shape[1] - 1)
            weight = (
                (step[0] - a) * (step[1] - b) * valid[i, j]
                + (step[0] - a) * b * valid[i, right]
                + a * (step[1] - b) * valid[below, j]
                + a * b * valid[below, right]
            )
            out[r, c] = weight / whole >= threshold
