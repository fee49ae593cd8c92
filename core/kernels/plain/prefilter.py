"""From pixels to the coefficients of a B-spline, and which of them are usable."""

from __future__ import annotations

import numpy as np

LANES = 64
"""Columns in which holes are filled at a time, to hold a few numbers of each only."""


def prefilter(image: np.ndarray, poles: np.ndarray, lengths: np.ndarray) -> None:
    """Turn the pixels of an image into B-spline coefficients, in place."""
    rows = len(image)
    inset = int(lengths.sum())
    _filter(image, poles, lengths)
    turned = image[inset : rows - inset].T.copy()  # by whole lines: four times faster
    _filter(turned, poles, lengths)
    image[inset : rows - inset] = turned.T


def _filter(lines: np.ndarray, poles: np.ndarray, lengths: np.ndarray) -> None:
    """Filter along axis 0, each pole on what the one before left."""
    first, stop = 0, len(lines)
    for pole, length in zip(poles.tolist(), lengths.tolist()):
        _filter_pole(lines[first:stop], pole, length)
        first, stop = first + length, stop - length


def _filter_pole(lines: np.ndarray, pole: float, length: int) -> None:
    """Filter along axis 0 with one pole: causal, then anticausal.

    Both start with sums over `length` samples, which thereby are used up.
    """
    last = len(lines) - 1 - length
    rows, term = list(lines), np.empty(lines.shape[1:])

    def add(before: int, i: int) -> None:
        np.multiply(rows[before], pole, out=term)
        np.add(rows[i], term, out=rows[i])

    for i in range(1, last + 1):
        add(i - 1, i)
    for i in range(len(lines) - 2, last - 1, -1):
        add(i + 1, i)
    lines[last] *= (1.0 - pole) / (1.0 + pole)
    lines[length:last] *= (1.0 - pole) ** 2
    for i in range(last - 1, length - 1, -1):
        add(i + 1, i)


def dilate(valid: np.ndarray, radius: float) -> None:
    """Invalidate what is within a Manhattan distance of an invalid pixel, in place."""
    if not radius >= 1.0:
        return
    far = sum(valid.shape)  # from every pixel, if all are valid
    distances = np.where(valid, np.int32(far), np.int32(0))
    for lines in (distances, distances.T):
        for down in (lines, lines[::-1]):
            for i in range(1, len(down)):
                np.minimum(down[i], down[i - 1] + 1, out=down[i])
    valid[:] = (distances > radius) | (distances == far)


def fill_holes(image: np.ndarray, hole: np.ndarray, reach: int) -> None:
    """Replace the holes of an image by near samples, in place.

    By the nearest of the column within `reach` rows (of two as near the upper); else
    by the nearest of the row, which may be one so replaced; else by 0.
    """
    left = hole.copy()
    for lines, its_holes in ((image, left), (image.T, left.T)):
        for start in range(0, lines.shape[1], LANES):
            some = slice(start, start + LANES)
            _fill_down(lines[:, some], its_holes[:, some], reach)
    image[left] = 0.0


def _fill_down(image: np.ndarray, hole: np.ndarray, reach: int) -> None:
    """Fill holes from above or below, as far as there is a sample in reach."""
    rows = np.arange(len(image))[:, None]
    far = 2 * len(image) + reach
    above = np.maximum.accumulate(np.where(hole, -far, rows), axis=0)
    below = np.minimum.accumulate(np.where(hole, far, rows)[::-1], axis=0)[::-1]
    near = np.where(rows - above <= below - rows, above, below)
    filled = hole & (abs(near - rows) <= reach)
    row, col = np.nonzero(filled)
    image[row, col] = image[near[row, col], col]
    hole[filled] = False
