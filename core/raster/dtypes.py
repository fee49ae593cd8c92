"""Types of pixels: which of them can be read or written, and what values they hold."""

from __future__ import annotations

import numpy as np
import rasterio

from ..errors import GridrError
from ..message import Message
from ..options import DST_DTYPES

GDAL = tuple(map(int, rasterio.__gdal_version__.split(".")[:2]))
"""Version of GDAL, such as (3, 6)."""

SOURCE = Message("source")
IN_GDAL = Message("for example to Float64 or Int32 with gdal:translate")


def check_src_dtype(
    dtype: str | np.dtype,
    role: Message = SOURCE,
    remedy: Message = IN_GDAL,
) -> None:
    """Refuse types that float64 cannot carry exactly.

    Parameters
    ----------
    dtype : str or dtype
        The type.
    role : str
        What has pixels of it.
    remedy : str
        To what they may be converted, and how.

    Raises
    ------
    GridrError
        For complex, 64-bit integer, longer than double and non-numeric types.
    """
    # numpy knows no complex_int16, as rasterio calls one of GDAL's types
    kind = np.dtype("c16" if str(dtype).startswith("complex") else dtype)
    if (kind.kind == "f" and kind.itemsize <= 8) or (
        kind.kind in "iu" and kind.itemsize < 8
    ):
        return
    raise GridrError(
        "The {role} has pixels of type {dtype}, which cannot be resampled exactly. "
        "Convert it first, {remedy}.",
        role=role,
        dtype=str(dtype),
        remedy=remedy,
    )


def check_dst_dtype(dtype: str) -> None:
    """Refuse a type, by numpy's name, that no output can have.

    Raises
    ------
    GridrError
        If it is none of `options.DST_DTYPES`, nor int8.
    """
    # int8 only in outputs that a caller has created: GDAL writes it since 3.7
    known = [*DST_DTYPES.values(), "int8"]
    if dtype not in known:
        raise GridrError(
            "The output cannot have the type {dtype}. Choose one of {known}.",
            dtype=dtype,
            known=", ".join(known),
        )


def dst_nodata_of(value: float, dtype: str) -> float:
    """Return a nodata value as an output of a type holds it.

    So the tag of a file equals its pixels in any type that a reader compares them in.

    Raises
    ------
    GridrError
        If it is out of range, or not whole for an integer type.
    """
    if not dtype_holds(value, dtype):
        raise GridrError(
            "The nodata value {value} cannot be stored in an output of type {dtype}. "
            "Choose a value within that type's range, or another output type.",
            value=value,
            dtype=dtype,
        )
    return _cast(value, np.dtype(dtype))


def dtype_holds(value: float, dtype: str) -> bool:
    """Tell whether a type can hold a value, but for the rounding of floats.

    Decimal text may lie a little beyond the largest number that it stands for: headers
    have -3.40282347e+38 for float32's lowest.
    """
    kind = np.dtype(dtype)
    if kind.kind == "f":
        return not np.isfinite(value) or bool(np.isfinite(_cast(value, kind)))
    if kind.kind == "b":
        return value in (0, 1)
    limits = np.iinfo(kind)
    return bool(float(value).is_integer() and limits.min <= value <= limits.max)


def nodata_in(dtype: str, value: float | None) -> float | None:
    """Return a band's nodata cast to its own type; None where it can match nothing.

    A float32 pixel never equals a nodata of 0.1, but it equals that cast to float32.
    """
    if value is None or np.isnan(value) or not dtype_holds(value, dtype):
        return None
    return _cast(value, np.dtype(dtype))


def _cast(value: float, dtype: np.dtype) -> float:
    """Return the nearest value of a type; infinity where that is beyond it."""
    with np.errstate(over="ignore"):
        return float(dtype.type(value))


def is_masked_by_gdal(dtype: str, value: float | None) -> bool:
    """Tell whether GDAL's own mask of a band knows a nodata that the band can hold.

    GDAL 3.10 passes over text a little beyond float32, and GDAL before 3.7, which has
    no type of signed bytes, over their negative numbers (both tried).
    """
    if value is None or not np.isfinite(value):
        return True
    if dtype == "float32":
        return abs(value) <= float(np.finfo(np.float32).max)
    return dtype != "int8" or value >= 0 or GDAL >= (3, 7)


def patch_dtype(dtypes: list[str]) -> str:
    """Return the type that bands are read in: one that holds the values of all.

    Of the types of kernels: float32 for float16, float64 for 32-bit integers of both
    signs.
    """
    common = np.result_type(*dtypes)
    if common.kind in "iu" and common.itemsize == 8:
        return "float64"
    return "float32" if common == np.float16 else str(common.name)


def default_dst_dtype(dtypes: list[str]) -> str:
    """Return the smallest output type that holds the values of source bands."""
    common = np.result_type(*dtypes)
    for dtype in DST_DTYPES.values():
        if np.can_cast(common, dtype):
            return dtype
    return "float64"


def default_dst_nodata(src_nodata: float | None, dtype: str) -> float | None:
    """Return the source's nodata if the output holds it, else NaN for floats.

    None for integers otherwise: invalid pixels are 0 then, and the output names no
    nodata.
    """
    if src_nodata is not None and dtype_holds(src_nodata, dtype):
        return _cast(src_nodata, np.dtype(dtype))
    return float("nan") if np.dtype(dtype).kind == "f" else None
