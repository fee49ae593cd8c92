"""Which source pixels are usable, and which supports of them."""

from __future__ import annotations

import numpy as np

LINES = 64
"""Rows that are looked at together."""


def all_finite(pixels: np.ndarray) -> bool:
    """Tell whether every value is finite."""
    return all(np.isfinite(line).all() for band in pixels for line in band)


def invalidate_by_value(
    pixels: np.ndarray,
    nodata: np.ndarray,
    tagged: np.ndarray,
    all_bands: bool,
    valid: np.ndarray,
) -> int:
    """Set False where a value is not finite, or nodata in enough bands; count False."""
    needed = len(pixels) if all_bands else 1
    for row, line in enumerate(valid):
        values = pixels[:, row]
        hits = (values[tagged] == nodata[tagged, None]).sum(axis=0)
        line &= (hits < needed) & np.isfinite(values).all(axis=0)
    return int(valid.size - np.count_nonzero(valid))


def mark_whole(usable: np.ndarray, size: int) -> None:
    """Set 2 where a support begins of which every pixel is usable."""
    cols = usable.shape[1] - size + 1
    for start in range(0, len(usable) - size + 1, LINES):
        stop = min(start + LINES, len(usable) - size + 1)
        down = np.logical_and.reduce(
            [usable[start + k : stop + k] for k in range(size)]
        )
        whole = [down[:, m : m + cols] for m in range(size)] if cols > 0 else []
        if whole:
            usable[start:stop, :cols] += np.logical_and.reduce(whole)


def oversample(
    valid: np.ndarray,
    step: tuple[int, int],
    origin: tuple[int, int],
    threshold: float,
    out: np.ndarray,
) -> None:
    """Interpolate a mask of nodes bilinearly and tell where enough of it is valid."""
    for start in range(0, len(out), LINES):
        lines = out[start : start + LINES]
        weights = _weights(valid, step, (origin[0] + start, origin[1]), lines.shape)
        lines[:] = weights / (step[0] * step[1]) >= threshold


def _weights(
    valid: np.ndarray,
    step: tuple[int, int],
    origin: tuple[int, int],
    shape: tuple[int, ...],
) -> np.ndarray:
    """Return how much of the area around each pixel is valid, of step[0] * step[1]."""
    (i, a), (j, b) = (
        np.divmod(np.arange(first, first + size), stride)
        for first, size, stride in zip(origin, shape, step)
    )
    below, right = (
        np.minimum(i + 1, len(valid) - 1),
        np.minimum(j + 1, valid.shape[1] - 1),
    )
    a, above = a[:, None], step[0] - a[:, None]
    before = step[1] - b
    weights: np.ndarray = (
        above * before * valid[np.ix_(i, j)]
        + above * b * valid[np.ix_(i, right)]
        + a * before * valid[np.ix_(below, j)]
        + a * b * valid[np.ix_(below, right)]
    )
    return weights
