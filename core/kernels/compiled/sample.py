"""Interpolate a patch of the source at a list of positions.

Per method: its weights, then its driver. All drivers share one signature::

    driver(positions, patch, values, done)

positions : ndarray of float64, shape (2, n)
    Rows and columns to read [source pixel centres]; NaN reads nothing.
patch : Patch
    Source pixels.
values : ndarray of float64, shape (bands, n)
    Filled where `done` becomes True, else untouched.
done : ndarray of bool, shape (n,)
    Set True where every pixel of non-zero weight is usable, else False.

Weights and sums are float64, rows first, in increasing order. The fast path (all
pixels of the support usable) and the careful one do the same operations in the same
order and so give the same bits, but for the sign of a zero.
"""

from __future__ import annotations

import numpy as np

from .jit import helper, kernel
from .supports import SPAN, all_usable, one_usable, place, sum_span

TAPS1 = (0,)
TAPS2 = (0, 1)
TAPS4 = (0, 1, 2, 3)
"""Supports of each length."""


@kernel
def sample_nearest(positions, patch, values, done):
    """Read the nearest pixel: floor(position + 0.5), so that halves go up."""
    pixels, usable, origin = patch
    shape = pixels.shape[1:]
    corners = np.empty((2, SPAN), np.int32)
    shares = np.empty((2, SPAN))
    for start in range(0, done.size, SPAN):
        stop = min(start + SPAN, done.size)
        place(TAPS1, positions, start, 0.5, origin, pixels, corners, shares)
        if all_usable(TAPS1, corners, stop - start, shape, usable):
            _read_span(pixels, corners, values, start, stop)
            done[start:stop] = True
            continue
        for n in range(start, stop):
            row, col = int(corners[0, n - start]), int(corners[1, n - start])
            done[n] = one_usable(TAPS1, row, col, shape, usable)
            if done[n]:
                for b in range(pixels.shape[0]):
                    values[b, n] = pixels[b, row, col]


@helper
def _read_span(pixels, corners, values, start, stop):
    """Read the pixels of a span, all of them usable."""
    for b in range(pixels.shape[0]):
        for n in range(stop - start):
            row, col = np.uint32(corners[0, n]), np.uint32(corners[1, n])
            values[b, start + n] = pixels[b, row, col]


@helper
def _fill_linear(shares, weights):
    """Fill the weights of the pixels at 0 and 1: the tent 1 - |t|."""
    for n in range(shares.size):
        weights[0, n] = 1.0 - shares[n]
        weights[1, n] = shares[n]


@kernel
def sample_linear(positions, patch, values, done):
    """Interpolate bilinearly."""
    pixels, usable, origin = patch
    corners = np.empty((2, SPAN), np.int32)
    shares = np.zeros((2, SPAN))
    weights = np.empty((2, 2, SPAN))
    sums = np.empty((SPAN, 2))
    for start in range(0, done.size, SPAN):
        place(TAPS2, positions, start, 0.0, origin, pixels, corners, shares)
        for axis in range(2):
            _fill_linear(shares[axis], weights[axis])
        sum_span(TAPS2, pixels, usable, corners, weights, sums, values, done, start)


@helper
def _fill_cubic(shares, weights):
    """Fill the weights of the pixels at -1, 0, 1, 2 for shares in [0, 1).

    Keys' kernel with a = -0.5 (Keys 1981, doi:10.1109/TASSP.1981.1163711), in products:
    as sums of powers the outer weights cancel to 0 near shares of 0 and 1, where they
    are not. Exactly 0, 1, 0, 0 at share 0, and only there.
    """
    for n in range(shares.size):
        share = shares[n]
        rest = 1.0 - share
        half = -0.5 * share * rest
        weights[0, n] = half * rest
        weights[1, n] = 1.0 + share * share * (1.5 * share - 2.5)
        weights[2, n] = 1.0 + rest * rest * (1.5 * rest - 2.5)
        weights[3, n] = half * share


@kernel
def sample_cubic(positions, patch, values, done):
    """Interpolate by Keys' cubic convolution over 4 x 4 pixels."""
    pixels, usable, origin = patch
    corners = np.empty((2, SPAN), np.int32)
    shares = np.zeros((2, SPAN))
    weights = np.empty((2, 4, SPAN))
    sums = np.empty((SPAN, 4))
    for start in range(0, done.size, SPAN):
        place(TAPS4, positions, start, 0.0, origin, pixels, corners, shares)
        for axis in range(2):
            _fill_cubic(shares[axis], weights[axis])
        sum_span(TAPS4, pixels, usable, corners, weights, sums, values, done, start)
