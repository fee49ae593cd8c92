"""Thin plates: what bends a plane through points."""

from __future__ import annotations

import numpy as np

from ..logarithm import EXPONENT, LN2_HIGH, LN2_LOW, MANTISSA, ROOT, R
from .jit import kernel

SPAN = 128
"""Places that are computed together."""


@kernel
def bend_plates(x, y, nodes, weights, out):
    """Sum a plane and r**2 * log(r**2) of the distances r to all nodes, weighted.

    The order of the sum is that of the nodes, whatever places are computed together.

    Parameters
    ----------
    x, y : ndarray of float64, shape (n,)
        Places [of size 1 about the nodes].
    nodes : ndarray of float64, shape (m, 2)
        x and y where the plates bend.
    weights : ndarray of float64, shape (m + 3, 2)
        Of both sums: one for each node, then of 1, of x and of y.
    out : ndarray of float64, shape (2, n)
        Filled with both sums; NaN where a place is.
    """
    many = len(nodes)
    rows, cols = out[0], out[1]
    squares, parts, powers = np.empty(SPAN), np.empty(SPAN), np.empty(SPAN)
    bits, kept = squares.view(np.int64), parts.view(np.int64)
    for start in range(0, x.size, SPAN):
        size = min(SPAN, x.size - start)
        for i in range(size):
            for k in range(2):
                out[k, start + i] = (
                    weights[many, k] + weights[many + 1, k] * x[start + i]
                ) + weights[many + 2, k] * y[start + i]
        for j in range(many):
            across, down = nodes[j, 0], nodes[j, 1]
            first, second = weights[j, 0], weights[j, 1]
            # loops of few arrays each: LLVM makes vectors of these
            for i in range(size):
                dx, dy = x[start + i] - across, y[start + i] - down
                squares[i] = dx * dx + dy * dy
            for i in range(size):
                offset = bits[i] - ROOT
                kept[i] = (offset & MANTISSA) + ROOT
                powers[i] = np.float64(offset >> EXPONENT)
            for i in range(size):
                f = parts[i] - 1.0
                s = f / (2.0 + f)
                z = s * s
                w = z * z
                odd = w * (R[1] + w * (R[3] + w * R[5]))
                even = z * (R[0] + w * (R[2] + w * (R[4] + w * R[6])))
                half = 0.5 * f * f
                low = s * (half + (even + odd)) + powers[i] * LN2_LOW
                log = powers[i] * LN2_HIGH - ((half - low) - f)
                squares[i] *= log
            for i in range(size):
                rows[start + i] += first * squares[i]
            for i in range(size):
                cols[start + i] += second * squares[i]
