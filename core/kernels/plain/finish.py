"""From float64 results to pixels of the output's type."""

from __future__ import annotations

import numpy as np

from ..values import Canvas, Limits


def finish(
    values: np.ndarray, done: np.ndarray, canvas: Canvas, row: int
) -> tuple[int, int]:
    """Round, clip and cast results into an output; return two counts.

    Of pixels with a result, and of those of them that equal `nodata` in a band.
    """
    top, left = canvas.origin[0] + row, canvas.origin[1]
    window = slice(top, top + done.shape[0]), slice(left, left + done.shape[1])
    canvas.valid[window] = done
    hits = np.zeros(done.shape, bool)
    for band, out in zip(canvas.order, canvas.data):
        pixels = _converted(values[band], done, canvas.limits, out.dtype)
        out[window] = np.where(done, pixels, canvas.nodata)
        hits |= out[window] == canvas.nodata
    return int(done.sum()), int((done & hits).sum())


def _converted(
    values: np.ndarray, done: np.ndarray, limits: Limits, dtype: np.dtype
) -> np.ndarray:
    """Return values as pixels: integers rounded half to even, all clipped."""
    values = np.where(done, values, 0.0)  # what is no result may hold anything
    if limits.is_integer:
        values = np.fmax(np.rint(values), limits.lowest)  # NaN becomes the lowest
        values = np.minimum(values, limits.highest)
        return values.astype(dtype)
    # + 0.0 makes -0.0 a 0.0: the ways to sample differ in that sign only
    return np.clip(values + 0.0, limits.lowest, limits.highest).astype(dtype)
