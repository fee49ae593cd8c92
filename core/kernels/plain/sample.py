"""Interpolate a patch of the source at a list of positions.

All operations are in float64, rows first, in increasing order. A position has a result
if every pixel of non-zero weight is usable.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..polynomials import bspline_pieces
from ..values import Patch

WEIGHTS = 2**17
"""Weights of the positions that are computed together, along one axis."""


def sample(
    method: str,
    positions: np.ndarray,
    patch: Patch,
    values: np.ndarray,
    done: np.ndarray,
) -> None:
    """Interpolate at positions, shape (2, n), into values (bands, n) and done (n,)."""
    together = WEIGHTS // max(len(_weights(method, np.empty(0))), 4)
    for start in range(0, done.size, together):
        span = slice(start, start + together)
        _sample(method, positions[:, span], patch, values[:, span], done[span])


def _sample(
    method: str,
    positions: np.ndarray,
    patch: Patch,
    values: np.ndarray,
    done: np.ndarray,
) -> None:
    whole = np.floor(positions + (0.5 if method == "nearest" else 0.0))
    weights = [_weights(method, shares) for shares in positions - whole]
    before = max(0, len(weights[0]) // 2 - 1)
    corners = [
        _clipped(axis - (origin + before), len(weights[0]), size)
        for axis, origin, size in zip(whole, patch.origin, patch.pixels.shape[1:])
    ]
    done[:] = _all_usable(corners, len(weights[0]), patch)
    if done.all():
        for band, out in zip(patch.pixels, values):
            out[:] = _sum(band, corners, weights)
        return
    whole, rest = np.flatnonzero(done), np.flatnonzero(~done)
    some = [axis[rest] for axis in corners], [axis[:, rest] for axis in weights]
    usable = _weighed_are_usable(*some, patch)
    done[rest] = usable
    for places, summed in ((whole, _sum), (rest[usable], _sum_weighed)):
        at = [axis[places] for axis in corners]
        shares = [axis[:, places] for axis in weights]
        for band, out in zip(patch.pixels, values):
            out[places] = summed(band, at, shares)


def _weights(method: str, shares: np.ndarray) -> np.ndarray:
    """Return the weights of all taps of positions along one axis, shape (taps, n)."""
    if method == "nearest":
        return np.ones((1, shares.size))
    if method == "linear":  # the tent 1 - |t| of the pixels at 0 and 1
        return np.stack([1.0 - shares, shares])
    if method == "cubic":
        return _cubic(shares)
    return _bspline(int(method[len("bspline") :]), shares)


def _cubic(shares: np.ndarray) -> np.ndarray:
    """Return the weights of the pixels at -1, 0, 1, 2.

    Keys' kernel with a = -0.5 (Keys 1981, doi:10.1109/TASSP.1981.1163711).
    """
    rest = 1.0 - shares
    half = -0.5 * shares * rest
    return np.stack(
        [
            half * rest,
            1.0 + shares * shares * (1.5 * shares - 2.5),
            1.0 + rest * rest * (1.5 * rest - 2.5),
            half * shares,
        ]
    )


def _bspline(order: int, shares: np.ndarray) -> np.ndarray:
    """Return the weights of all taps of a B-spline, by its polynomials."""
    rest = 1.0 - shares
    after = [_polynomial(piece, shares) for piece in bspline_pieces(order)]
    before = [_polynomial(piece, rest) for piece in bspline_pieces(order)]
    return np.stack([*reversed(before), *after])


def _polynomial(piece: tuple[float, ...], t: np.ndarray) -> np.ndarray:
    """Return a polynomial by Horner's scheme."""
    value: np.ndarray = piece[0] * t + piece[1]
    for coefficient in piece[2:]:
        value *= t
        value += coefficient
    return value


def _clipped(corners: np.ndarray, taps: int, size: int) -> np.ndarray:
    """Return first pixels of supports as indexes; one out of the patch stays out.

    NaN becomes the least.
    """
    clipped: np.ndarray = np.fmin(np.fmax(corners, -float(taps)), float(size))
    return clipped.astype(np.intp)


def _all_usable(corners: list[np.ndarray], taps: int, patch: Patch) -> np.ndarray:
    """Tell which supports lie in the patch and are usable as a whole."""
    inside = np.ones(corners[0].size, bool)
    for corner, size in zip(corners, patch.pixels.shape[1:]):
        inside &= (corner >= 0) & (corner + taps <= size)
    if patch.usable.size and inside.any():
        rows, cols = (corner[inside] for corner in corners)
        inside[inside] = patch.usable[rows, cols] == 2
    return inside


def _weighed_are_usable(
    corners: list[np.ndarray], weights: list[np.ndarray], patch: Patch
) -> np.ndarray:
    """Tell for which positions every pixel of non-zero weight may be used."""
    usable = np.ones(corners[0].size, bool)
    shape = patch.pixels.shape[1:]
    for k, m, weigh in _taps(weights):
        row, col = corners[0] + k, corners[1] + m
        good = (row >= 0) & (row < shape[0]) & (col >= 0) & (col < shape[1])
        if patch.usable.size:
            good[good] = patch.usable[row[good], col[good]] != 0
        usable &= good | ~weigh
    return usable


def _taps(weights: list[np.ndarray]) -> Iterator[tuple[int, int, np.ndarray]]:
    """Yield row and column of each tap, and where it has a weight."""
    for k, down in enumerate(weights[0]):
        for m, right in enumerate(weights[1]):
            yield k, m, (down != 0.0) & (right != 0.0)


def _sum(
    band: np.ndarray, corners: list[np.ndarray], weights: list[np.ndarray]
) -> np.ndarray:
    """Return the sums of supports that lie in a band: rows, then columns."""
    flat, cols = band.reshape(-1), band.shape[1]
    first = corners[0] * cols + corners[1]
    picked = np.empty(first.size, band.dtype)
    term, line, total = (np.empty(first.size) for _ in range(3))
    for m, right in enumerate(weights[1]):
        for k, down in enumerate(weights[0]):
            # "clip" is the mode that does not look at the indexes beforehand
            np.take(flat[k * cols + m :], first, out=picked, mode="clip")
            np.multiply(down, picked, out=term if k else line)
            if k:
                line += term
        np.multiply(right, line, out=term if m else total)
        if m:
            total += term
    return total


def _sum_weighed(
    band: np.ndarray, corners: list[np.ndarray], weights: list[np.ndarray]
) -> np.ndarray:
    """Return the same where pixels of weight 0 may be anything, or nowhere."""
    rows, cols = (
        np.clip(corner + np.arange(len(axis))[:, None], 0, size - 1)
        for corner, axis, size in zip(corners, weights, band.shape)
    )
    total = np.zeros(corners[0].size)
    for col, right in zip(cols, weights[1]):
        line = np.zeros(total.size)
        for row, down in zip(rows, weights[0]):
            line += np.where((down == 0) | (right == 0), 0.0, down * band[row, col])
        total += right * line
    return total
