"""An output in memory, and how results become its pixels."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from rasterio.windows import Window

from .kernels.finish import finish
from .window import Shape, window_relative, window_slices


class Target(NamedTuple):
    """Pixels of a part of the full output."""

    data: np.ndarray
    """Shape (bands, rows, cols), in the output's type."""
    valid: np.ndarray
    """bool, shape (rows, cols)."""
    window: Window
    """The part of the full output."""
    order: np.ndarray
    """int64, shape (bands,): source band of each output band."""
    nodata: float
    """Value of invalid pixels."""

    def put(self, first: Shape, values: np.ndarray, done: np.ndarray) -> np.ndarray:
        """Store float64 results.

        Parameters
        ----------
        first
            Place of the first pixel in the full output (row, col).
        values : ndarray of float64, shape (src_bands, rows, cols)
            Results.
        done : ndarray of bool, shape (rows, cols)
            Where there are any.

        Returns
        -------
        ndarray of int64, shape (2,)
            Valid pixels, and how many of them equal `nodata` in some band.
        """
        return np.array(finish(values, done, *self.at(first)))

    def at(self, first: Shape) -> tuple:
        """Return what `finish` is told of the target, from a pixel on."""
        place = first[0] - self.window.row_off, first[1] - self.window.col_off
        dtype = self.data.dtype
        nodata = dtype.type(self.nodata)
        return self.order, dtype_limits(dtype), nodata, self.data, self.valid, place

    def put_nothing(self, window: Window) -> None:
        """Mark a window of the full output invalid."""
        rows, cols = window_slices(window_relative(window, self.window))
        self.valid[rows, cols] = False
        self.data[:, rows, cols] = self.nodata


@lru_cache
def dtype_limits(dtype: np.dtype) -> tuple[float, float, bool]:
    """Return the lowest and highest value of a type, and whether it is integer."""
    if dtype.kind == "f":
        highest = np.inf if dtype.itemsize == 8 else float(np.finfo(dtype).max)
        return -highest, highest, False
    limits = np.iinfo(dtype)
    return float(limits.min), float(limits.max), True
