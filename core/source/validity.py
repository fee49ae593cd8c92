"""Which pixels of the source are usable by its own data."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..kernels.table import all_finite, invalidate_by_value
from ..options import SourceValidity
from ..raster.dtypes import nodata_in


class Nodata(NamedTuple):
    """Nodata of some bands, in their common type."""

    values: np.ndarray
    """Shape (bands,), of the pixels' type; read only where tagged."""
    tagged: np.ndarray
    """bool, shape (bands,): whether the band has a nodata that a pixel can equal."""


def nodata_of(dtypes: list[str], values: list[float | None], common: str) -> Nodata:
    """Return the nodata of bands, as pixels cast to their `common` type show it."""
    own = [nodata_in(*pair) for pair in zip(dtypes, values)]
    return Nodata(
        np.array([0 if value is None else value for value in own], common),
        np.array([value is not None for value in own]),
    )


def valid_pixels(
    pixels: np.ndarray,
    nodata: Nodata,
    rule: SourceValidity,
    dataset_mask: np.ndarray | None = None,
) -> np.ndarray | None:
    """Return which pixels are usable by the source's own data.

    Parameters
    ----------
    pixels : ndarray, shape (bands, rows, cols)
        Source pixels of the selected bands.
    nodata : Nodata
        Of the same bands.
    rule : SourceValidity
        What makes a pixel invalid, besides a non-finite value in any band.
    dataset_mask : ndarray of bool, shape (rows, cols)
        GDAL's mask of the same pixels for rule `dataset_mask`; changed in place.

    Returns
    -------
    ndarray of bool, shape (rows, cols), or None
        None where no pixel is invalid.
    """
    by_value = rule in (SourceValidity.ANY_BAND, SourceValidity.ALL_BANDS)
    tagged = nodata.tagged & by_value
    untagged = not tagged.any() and dataset_mask is None
    # the usual case: a quarter of the time that a mask takes
    if untagged and (pixels.dtype.kind != "f" or all_finite(pixels)):
        return None
    valid = np.ones(pixels.shape[1:], bool) if dataset_mask is None else dataset_mask
    every = rule is SourceValidity.ALL_BANDS
    invalid = invalidate_by_value(pixels, nodata.values, tagged, every, valid)
    return valid if invalid else None
