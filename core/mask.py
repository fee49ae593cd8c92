"""One boolean `valid` of a source block, True = usable."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from .kernels.validity import all_finite, invalidate_by_value
from .options import SourceValidity

ALL_VALID = np.zeros((0, 0), bool)
"""Stands for a mask without an invalid pixel; kernels test its size."""


class Nodata(NamedTuple):
    """Nodata of some bands, in their common type."""

    values: np.ndarray
    """Shape (bands,), of the block's type; read only where tagged."""
    tagged: np.ndarray
    """bool, shape (bands,): whether the band has a nodata that a pixel can equal."""


def dtype_holds(value: float, dtype: str) -> bool:
    """Tell whether a type can hold a value, but for the rounding of floats."""
    kind = np.dtype(dtype)
    if kind.kind == "f":
        finite = np.isfinite(value)
        return not finite or abs(value) <= float(np.finfo(kind).max)
    limits = np.iinfo(kind)
    return bool(float(value).is_integer() and limits.min <= value <= limits.max)


def nodata_in(dtype: str, value: float | None) -> float | None:
    """Return a band's nodata cast to its own type; None where it can match nothing.

    A float32 pixel never equals a nodata of 0.1, but it equals that cast to float32.
    """
    if value is None or np.isnan(value) or not dtype_holds(value, dtype):
        return None
    return float(np.dtype(dtype).type(value))


def nodata_of(dtypes: list[str], values: list[float | None], common: str) -> Nodata:
    """Return the nodata of bands, as pixels cast to their `common` type show it."""
    own = [nodata_in(*pair) for pair in zip(dtypes, values)]
    return Nodata(
        np.array([0 if value is None else value for value in own], common),
        np.array([value is not None for value in own]),
    )


def block_valid(
    block: np.ndarray,
    nodata: Nodata,
    rule: SourceValidity,
    dataset_mask: np.ndarray | None = None,
) -> np.ndarray:
    """Return which pixels of a block are usable by the source's own data.

    Parameters
    ----------
    block : ndarray, shape (bands, rows, cols)
        Source pixels of the selected bands.
    nodata : Nodata
        Of the same bands.
    rule : SourceValidity
        What makes a pixel invalid, besides a non-finite value in any band.
    dataset_mask : ndarray of bool, shape (rows, cols)
        GDAL's mask of the block for rule `dataset_mask`; changed in place.

    Returns
    -------
    ndarray of bool, shape (rows, cols)
        Or `ALL_VALID` where no pixel is invalid.
    """
    by_value = rule in (SourceValidity.ANY_BAND, SourceValidity.ALL_BANDS)
    tagged = nodata.tagged & by_value
    if not tagged.any() and dataset_mask is None:
        # the usual case: a quarter of the time that a mask takes
        if block.dtype.kind != "f" or all_finite(block):
            return ALL_VALID
    valid = np.ones(block.shape[1:], bool) if dataset_mask is None else dataset_mask
    every = rule is SourceValidity.ALL_BANDS
    invalid = invalidate_by_value(block, nodata.values, tagged, every, valid)
    return valid if invalid else ALL_VALID
