"""Interpolate a patch of B-spline coefficients at a list of positions.

The drivers have the signature and the rules of `sample`. The patch holds the float64
coefficients that `prefilter` makes of the pixels, and which of them are usable.

The weights are the centred B-spline at the distances of the taps floor(x) - n // 2 to
floor(x) + 1 + n // 2 of order n: Unser, "Splines: a perfect fit for signal and image
processing", 1999, doi:10.1109/79.799930.
"""

from __future__ import annotations

import numpy as np

from ..polynomials import bspline_pieces
from .jit import helper, kernel
from .supports import SPAN, place, sum_span

# A tuple's length belongs to its type: each order is compiled with loops of known
# length, which are 2 - 3 times faster.
PIECES3 = bspline_pieces(3)
PIECES5 = bspline_pieces(5)
PIECES7 = bspline_pieces(7)
PIECES9 = bspline_pieces(9)
PIECES11 = bspline_pieces(11)


@helper
def _polynomial(piece, t):
    """Evaluate the polynomial of a tap by Horner's scheme.

    Written out because a loop over a tuple is not always unrolled, and then up to
    10 times slower; the tests of the length are made by the compiler.
    """
    value = ((piece[0] * t + piece[1]) * t + piece[2]) * t + piece[3]
    if len(piece) > 4:
        value = (value * t + piece[4]) * t + piece[5]
    if len(piece) > 6:
        value = (value * t + piece[6]) * t + piece[7]
    if len(piece) > 8:
        value = (value * t + piece[8]) * t + piece[9]
    if len(piece) > 10:
        value = (value * t + piece[10]) * t + piece[11]
    return value


@helper
def _fill_pair(piece, shares, before, after):
    """Fill the weights of the two taps that share a polynomial, position by position.

    A function of its own, or the loop is not vectorised: 3 times slower.
    """
    for n in range(shares.size):
        before[n] = _polynomial(piece, 1.0 - shares[n])
        after[n] = _polynomial(piece, shares[n])


@helper
def fill_weights(pieces, shares, weights):
    """Fill the weights of all taps of positions along one axis.

    Parameters
    ----------
    pieces : tuple of tuple of float
        The polynomials of an order: `PIECES3` to `PIECES11`.
    shares : ndarray of float64, shape (n,)
        Distance of each position from the pixel before it, in [0, 1].
    weights : ndarray of float64, shape (order + 1, at least n)
        Filled; the weight of the last tap is exactly 0 at share 0, that of the first
        at share 1.
    """
    half = len(pieces)
    for k in range(half):
        _fill_pair(pieces[k], shares, weights[half - 1 - k], weights[half + k])


@kernel
def _sample(pieces, positions, patch, values, done):
    """Interpolate with the B-spline of these pieces."""
    coefficients, usable, origin = patch
    taps = pieces[0]  # as many as a piece has numbers
    corners = np.empty((2, SPAN), np.int32)
    shares = np.zeros((2, SPAN))
    weights = np.empty((2, len(taps), SPAN))
    sums = np.empty((SPAN, len(taps)))
    for start in range(0, done.size, SPAN):
        place(taps, positions, start, 0.0, origin, coefficients, corners, shares)
        for axis in range(2):
            fill_weights(pieces, shares[axis], weights[axis])
        sum_span(
            taps, coefficients, usable, corners, weights, sums, values, done, start
        )


@kernel
def sample_bspline3(positions, patch, values, done):
    """Interpolate by the cubic B-spline over 4 x 4 coefficients."""
    _sample(PIECES3, positions, patch, values, done)


@kernel
def sample_bspline5(positions, patch, values, done):
    """Interpolate by the B-spline of order 5 over 6 x 6 coefficients."""
    _sample(PIECES5, positions, patch, values, done)


@kernel
def sample_bspline7(positions, patch, values, done):
    """Interpolate by the B-spline of order 7 over 8 x 8 coefficients."""
    _sample(PIECES7, positions, patch, values, done)


@kernel
def sample_bspline9(positions, patch, values, done):
    """Interpolate by the B-spline of order 9 over 10 x 10 coefficients."""
    _sample(PIECES9, positions, patch, values, done)


@kernel
def sample_bspline11(positions, patch, values, done):
    """Interpolate by the B-spline of order 11 over 12 x 12 coefficients."""
    _sample(PIECES11, positions, patch, values, done)
