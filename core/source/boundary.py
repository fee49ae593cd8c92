"""The outside of an image: which pixel stands for a place beyond the border.

The whole image is meant to be padded, so a place beyond the border is the same pixel
for every tile. Names and behaviour are numpy.pad's.
"""

from __future__ import annotations

from typing import NamedTuple

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


class Stretch(NamedTuple):
    """Successive places along an axis that read from the same pixels."""

    here: slice
    """The places, counted from the first of the range."""
    take: np.ndarray
    """int64: which of the pixels that are read stands for each."""


def axis_reads(
    start: int, stop: int, size: int, boundary: Boundary
) -> list[tuple[slice, list[Stretch]]]:
    """Return what to read for a range of places along an axis: each pixel once.

    Returns
    -------
    list of (there, stretches)
        ``there``, the pixels to read, which no other element reads, and the
        `Stretch`es of them: ``padded[here] == pixels[there][take]``. Places before the
        image, in it and after it are a stretch each, where a pixel stands for them.
    """
    cuts = sorted({start, min(max(0, start), stop), max(min(size, stop), start), stop})
    reads: list[tuple[slice, list[tuple[slice, np.ndarray]]]] = []
    found = [
        (slice(low - start, high - start), mapped(np.arange(low, high), size, boundary))
        for low, high in zip(cuts, cuts[1:])
    ]
    found = [(here, pixels) for here, pixels in found if (pixels != OUTSIDE).all()]
    for here, pixels in sorted(found, key=lambda stretch: int(stretch[1].min())):
        low, high = int(pixels.min()), int(pixels.max()) + 1
        if reads and low <= reads[-1][0].stop:
            there, stretches = reads.pop()
            low, high = there.start, max(there.stop, high)
        else:
            stretches = []
        reads.append((slice(low, high), [*stretches, (here, pixels)]))
    return [
        (there, [Stretch(here, pixels - there.start) for here, pixels in stretches])
        for there, stretches in reads
    ]
