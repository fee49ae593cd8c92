"""What has pixels, whatever holds them: files, open datasets, arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from rasterio.windows import Window

from ..errors import GridrError
from ..message import Message
from ..window import window_shape, window_slices
from .dtypes import check_src_dtype, dtype_holds
from .header import Header, check_band


class PixelReader(Protocol):
    """Anything that has pixels; any number of threads may ask it."""

    def read(self, indexes: Sequence[int], window: Window, dtype: str) -> np.ndarray:
        """Return bands of a window inside the raster, cast to a type.

        Parameters
        ----------
        indexes : sequence of int
            Bands, 1-based, in the order of the result.
        window : Window
            Part of the raster, inside it.
        dtype : str
            numpy name of the result's type.

        Returns
        -------
        ndarray of `dtype`, shape (len(indexes), rows, cols)
            Not to be modified where it owns no memory of its own.
        """

    def read_dataset_mask(self, window: Window) -> np.ndarray:
        """Return the dataset's own mask of a window as bool, True = valid."""


class ArrayReader:
    """Pixels in memory, read as files are.

    Parameters
    ----------
    pixels : ndarray, shape (bands, rows, cols)
        Never modified.
    """

    def __init__(self, pixels: np.ndarray) -> None:
        self.pixels = pixels

    def read(self, indexes: Sequence[int], window: Window, dtype: str) -> np.ndarray:
        """Return bands of a window; the pixels themselves where all are asked for."""
        rows, cols = window_slices(window)
        if list(indexes) != list(range(1, len(self.pixels) + 1)):
            bands = [index - 1 for index in indexes]
            return self.pixels[bands, rows, cols].astype(dtype)
        return np.ascontiguousarray(self.pixels[:, rows, cols], dtype)

    def read_dataset_mask(self, window: Window) -> np.ndarray:
        """Return True everywhere: an array has no mask of its own."""
        return np.ones(window_shape(window), bool)


@dataclass(frozen=True)
class MaskRaster:
    """A raster that tells which pixels of another, or nodes of a grid, are valid."""

    reader: PixelReader
    """Reads the pixels of that raster."""
    index: int
    """Band, 1-based."""
    dtype: str
    """Type of that band."""
    valid: float
    """A pixel is valid where the mask equals this."""

    def read(self, window: Window) -> np.ndarray:
        """Return which pixels of a window are valid, bool (rows, cols)."""
        (values,) = self.reader.read((self.index,), window, self.dtype)
        # cast: numpy 2 compares a float32 mask with a float64 scalar in float64
        return np.asarray(values == np.dtype(self.dtype).type(self.valid))


def mask_raster(
    reader: PixelReader, header: Header, index: int, valid: float
) -> MaskRaster:
    """Return a band of a raster as a mask; `check_mask` has allowed it."""
    return MaskRaster(reader, index, header.dtypes[index - 1], valid)


def check_mask(
    role: str, mask: Header | None, of: Header, index: int, valid: float
) -> None:
    """Refuse a mask raster that does not fit what it masks.

    Raises
    ------
    GridrError
        If its band, shape or type do not fit, or it cannot hold the valid value.
    """
    if mask is None:
        return
    check_band(mask, index, Message("mask of the {role}", role=role))
    if mask.shape != of.shape:
        raise GridrError(
            "The mask of the {role} has the shape {shape}; it must have the {role}'s, "
            "{own_shape} (rows, columns).",
            role=role,
            shape=mask.shape,
            own_shape=of.shape,
        )
    dtype = mask.dtypes[index - 1]
    check_src_dtype(dtype, Message("mask of the {role}", role=role))
    if not dtype_holds(valid, dtype):
        raise GridrError(
            "The valid value {valid} of the mask of the {role} cannot occur in its "
            "band {index} of type {dtype}. Give the value of valid pixels.",
            valid=valid,
            role=role,
            index=index,
            dtype=dtype,
        )
