"""Rules that arrays and files share; each broken one is a sentence."""

from __future__ import annotations

import numpy as np
from rasterio.windows import Window

from .dataset import Header
from .errors import GridrError
from .grid import full_shape
from .mask import dtype_holds
from .options import DST_DTYPES, Ranges
from .window import Shape, window_of


def check_src_dtype(dtype: str, role: str = "source") -> None:
    """Refuse types that float64 cannot carry exactly.

    Raises
    ------
    GridrError
        For complex, 64-bit integer and non-numeric types.
    """
    kind = np.dtype(dtype) if not str(dtype).startswith("complex") else np.dtype("c16")
    if kind.kind == "f" or (kind.kind in "iu" and kind.itemsize < 8):
        return
    raise GridrError(
        f"The {role} has pixels of type {dtype}, which cannot be resampled exactly. "
        "Convert it first, for example to Float64 or Int32 with gdal:translate."
    )


def check_step(grid_shape: Shape, step: Shape) -> None:
    """Check the output pixels from node to node.

    Raises
    ------
    GridrError
        If a step is below 1, or above 1 along an axis of a single node.
    """
    for axis, nodes, size in zip(("row", "column"), grid_shape, step):
        if size < 1:
            raise GridrError(
                f"The grid's {axis} resolution must be at least 1 output pixel per "
                f"node, got {size}."
            )
        if size > 1 and nodes < 2:
            raise GridrError(
                f"The grid has a single node along its {axis}s: its {axis} resolution "
                f"must be 1, got {size}. Use a grid of at least two nodes there."
            )


def check_window(ranges: Ranges | None, grid_shape: Shape, step: Shape) -> Window:
    """Return the asked part of the output, or all of it, as a window.

    Raises
    ------
    GridrError
        If it is empty, inverted, or leaves the output.
    """
    rows, cols = full_shape(grid_shape, step)
    if ranges is None:
        return window_of(((0, rows), (0, cols)))
    for axis, (start, stop), size in zip(("row", "column"), ranges, (rows, cols)):
        if start >= stop:
            raise GridrError(
                f"The window's first {axis} {start} comes after its last {stop - 1}. "
                "Give the first before the last."
            )
        if start < 0 or stop > size:
            raise GridrError(
                f"The window's {axis}s {start} to {stop - 1} leave the output, whose "
                f"{axis}s are 0 to {size - 1}. Give a window inside it."
            )
    return window_of(ranges)


def check_dst_dtype(dtype: str) -> str:
    """Return a type an output can have, by numpy's name.

    Raises
    ------
    GridrError
        For any other type.
    """
    # int8 only in outputs that a caller has created: GDAL writes it since 3.7
    known = [*DST_DTYPES.values(), "int8"]
    if dtype not in known:
        raise GridrError(
            f"The output cannot have the type {dtype}. Choose one of "
            f"{', '.join(known)}."
        )
    return dtype


def check_nodata(value: float, dtype: str) -> float:
    """Return the nodata of an output if its type holds it.

    Raises
    ------
    GridrError
        If it is out of range, or not whole for an integer type.
    """
    if dtype_holds(value, dtype):
        return float(value)
    raise GridrError(
        f"The nodata value {value} cannot be stored in an output of type {dtype}. "
        "Choose a value within that type's range, or another output type."
    )


def default_dst_dtype(dtypes: list[str]) -> str:
    """Return the smallest output type that holds the values of source bands."""
    common = np.result_type(*dtypes)
    for dtype in DST_DTYPES.values():
        if np.can_cast(common, dtype):
            return dtype
    return "float64"


def default_nodata(src_nodata: float | None, dtype: str) -> float | None:
    """Return the source's nodata if the output holds it, else NaN for floats."""
    if src_nodata is not None and dtype_holds(src_nodata, dtype):
        return float(src_nodata)
    return float("nan") if np.dtype(dtype).kind == "f" else None


def check_band(header: Header, index: int, role: str) -> None:
    """Refuse a band that a raster does not have.

    Raises
    ------
    GridrError
        If it is not one of its bands, counted from 1.
    """
    if not 1 <= index <= header.count:
        raise GridrError(
            f"The {role} has no band {index}: {header.name!r} has the bands 1 to "
            f"{header.count}. Choose one of them."
        )


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
    check_band(mask, index, f"mask of the {role}")
    if mask.shape != of.shape:
        raise GridrError(
            f"The mask of the {role} has the shape {mask.shape}; it must have the "
            f"{role}'s, {of.shape} (rows, columns)."
        )
    dtype = mask.dtypes[index - 1]
    check_src_dtype(dtype, f"mask of the {role}")
    if not dtype_holds(valid, dtype):
        raise GridrError(
            f"The valid value {valid} of the mask of the {role} cannot occur in "
            f"its band {index} of type {dtype}. Give the value of valid pixels."
        )
