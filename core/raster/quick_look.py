"""A small picture of a raster, of whatever size that is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from ..errors import Cancelled
from ..window import strips, window_of
from .dtypes import nodata_in
from .header import Header
from .reader import Reader

ROWS_AT_ONCE = 32
"""Rows of the picture that are read together: a run can be cancelled in between."""


def quick_look(
    reader: Reader,
    header: Header,
    indexes: Sequence[int],
    most: int,
    goes_on: Callable[[float], bool],
) -> np.ndarray:
    """Return every so many-th pixel of a raster.

    Parameters
    ----------
    reader : Reader
        Of the raster.
    header : Header
        What it says of itself.
    indexes : sequence of int
        Bands, 1-based.
    most : int
        Rows and columns of the picture at most.
    goes_on : callable
        Takes the done share, returns False to stop.

    Returns
    -------
    ndarray of float64, shape (len(indexes), rows, cols)
        NaN where a band is nodata. It covers the raster, but for less than one of its
        pixels.

    Raises
    ------
    GridrError
        If the file does not give its pixels.
    Cancelled
        If `goes_on` said so.
    """
    every = max(1, -(-max(header.shape) // most))
    shape = -(-header.shape[0] // every), -(-header.shape[1] // every)
    found = np.full((len(indexes), *shape), np.nan)
    for part in strips(window_of(((0, shape[0]), (0, shape[1]))), ROWS_AT_ONCE):
        rows = slice(part.row_off, part.row_off + part.height)
        whole = (
            (rows.start * every, min(rows.stop * every, header.shape[0])),
            (0, header.shape[1]),
        )
        for band, index in zip(found, indexes):
            pixels = reader.read_thinned(index, window_of(whole), band[rows].shape)
            nodata = nodata_in(header.dtypes[index - 1], header.nodata[index - 1])
            if nodata is not None:
                pixels[pixels == nodata] = np.nan
            band[rows] = pixels
        if not goes_on(rows.stop / shape[0]):
            raise Cancelled
    return found
