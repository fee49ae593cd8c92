"""The outside of an image: which pixel stands for a place beyond the border.

The whole image is meant to be padded, so a place beyond the border is the same pixel
for every tile. Names and behaviour are numpy.pad's.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..options import Boundary

OUTSIDE = -1
"""Stands for no pixel at all: the value there is 0."""


def mapped(places: np.ndarray, size: int, boundary: Boundary) -> np.ndarray:
    """Return the pixel that stands for each place along an axis of `size` pixels.

    Parameters
    ----------
    places : ndarray of int64
        Rows or columns, also negative or beyond the last.

    Returns
    -------
    ndarray of int64
        ``places`` where they are inside; `OUTSIDE` beyond for none and constant.
    """
    if boundary is Boundary.EDGE:
        return np.asarray(np.clip(places, 0, size - 1))
    if boundary is Boundary.WRAP:
        return np.asarray(places % size)
    if boundary is Boundary.REFLECT:
        turn = places % max(2 * (size - 1), 1)
        return np.asarray(np.minimum(turn, 2 * (size - 1) - turn))
    if boundary is Boundary.SYMMETRIC:
        turn = places % (2 * size)
        return np.asarray(np.minimum(turn, 2 * size - 1 - turn))
    inside = (places >= 0) & (places < size)
    return np.where(inside, places, OUTSIDE)


def axis_stretches(
    start: int, stop: int, size: int, boundary: Boundary
) -> Iterator[tuple[slice, slice, np.ndarray]]:
    """Cut a range of places into stretches, each read from successive pixels.

    At most three: before the image, in it and after it.

    Yields
    ------
    here : slice
        The stretch, counted from `start`.
    there : slice
        Pixels to read.
    take : ndarray of int64
        ``padded[here] == pixels[there][take]``.
    """
    cuts = sorted({start, min(max(0, start), stop), max(min(size, stop), start), stop})
    for first, last in zip(cuts, cuts[1:]):
        pixels = mapped(np.arange(first, last), size, boundary)
        if (pixels != OUTSIDE).all():
            low = int(pixels.min())
            there = slice(low, int(pixels.max()) + 1)
            yield slice(first - start, last - start), there, pixels - low
