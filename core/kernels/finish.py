"""From float64 results to pixels of the output's type."""

from __future__ import annotations

import numpy as np

from .jit import kernel


@kernel
def finish(values, done, order, limits, nodata, dst):
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
    order : ndarray of int64, shape (dst_bands,)
        Source band of each output band.
    limits : tuple
        (lowest, highest) of the output type as float64, and whether it is integer.
    nodata : scalar of the output's dtype
        Written where there is no result.
    dst : ndarray, shape (dst_bands, rows, cols)
        Filled.

    Returns
    -------
    tuple of int
        Pixels with a result; pixels with a result that equals `nodata` in a band.
    """
    lowest, highest, integer = limits
    count = 0
    equal = 0
    for r in range(done.shape[0]):
        for c in range(done.shape[1]):
            hit = False
            for b in range(order.size):
                if not done[r, c]:
                    dst[b, r, c] = nodata
                    continue
                # + 0.0 makes -0.0 a 0.0: the sampling paths differ in that sign only
                value = values[order[b], r, c] + 0.0
                if integer:
                    value = np.rint(value) if value == value else lowest
                value = lowest if value < lowest else value
                value = highest if value > highest else value
                dst[b, r, c] = value
                hit |= dst[b, r, c] == nodata
            count += done[r, c]
            equal += hit
    return count, equal
