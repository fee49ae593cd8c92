"""Arrays as callers give them, made plain; nothing that is given is modified."""

from __future__ import annotations

import numpy as np

from ..errors import GridrError
from ..message import Message
from .dtypes import check_src_dtype, nodata_in

REAL = "biuf"
"""Kinds of numpy's types that hold real numbers, bool among them."""
IN_NUMPY = Message("for example to float64 or int32 with its astype")
"""How the type of an array is changed."""


def as_array(given: object, role: str) -> np.ndarray:
    """Return an array or nested lists as an array; numpy's masked ones keep their mask.

    Raises
    ------
    GridrError
        If there is no such array, as of lists of unequal length.
    """
    if isinstance(given, np.ma.MaskedArray):
        return given
    try:
        return np.asarray(given)
    except (TypeError, ValueError) as error:
        raise GridrError(
            "The {role} must be an array of numbers, or lists of equal length: "
            "{reason}",
            role=role,
            reason=str(error),
        ) from error


def pixels_of(given: object) -> tuple[np.ndarray, str]:
    """Return a source in memory as kernels take it, and its own type.

    Parameters
    ----------
    given : array_like, shape (rows, cols) or (bands, rows, cols)
        Masked elements become NaN, of integers in float64: they are invalid then, and
        what they hold does not ring through a prefilter.

    Returns
    -------
    pixels : ndarray, shape (bands, rows, cols)
        In one piece and the machine's byte order; float16 as float32. `given` itself
        where it is so.
    dtype : str
        numpy name of the type given, uint8 for bool; nodata is a value of that.

    Raises
    ------
    GridrError
        If the shape or the type is of no image.
    """
    array = as_array(given, Message("source"))
    if array.ndim not in (2, 3) or array.size == 0:
        raise GridrError(
            "The source must have the shape (rows, cols) or (bands, rows, cols) with "
            "at least one pixel, got {shape}.",
            shape=array.shape,
        )
    if array.dtype == bool:
        array = array.view(np.uint8)
    check_src_dtype(array.dtype, remedy=IN_NUMPY)
    own = array.dtype.name
    array = array.reshape(-1, *array.shape[-2:])
    dtype = "float32" if own == "float16" else own
    if np.ma.is_masked(array):
        dtype = dtype if array.dtype.kind == "f" else "float64"
        array = np.ma.filled(array.astype(dtype), np.nan)
    return np.ascontiguousarray(array, dtype), own


def coordinates_of(given: object, role: str) -> np.ndarray:
    """Return rows or columns of nodes as numbers; masked ones are NaN.

    Raises
    ------
    GridrError
        If they are no real numbers, such as times.
    """
    array = as_array(given, role)
    if array.dtype.kind not in "iuf":
        raise GridrError(
            "The {role} must be real numbers, the source positions of the nodes, got "
            "the type {dtype}.",
            role=role,
            dtype=str(array.dtype),
        )
    if np.ma.is_masked(array):
        return np.asarray(np.ma.filled(array.astype(np.float64), np.nan))
    return np.asarray(array)


def flags_of(given: object, role: str, valid: float | None = None) -> np.ndarray:
    """Return where a mask in memory is true, or equals a value: bool, its shape.

    NaN and the masked elements of a masked array are False.

    Raises
    ------
    GridrError
        If it holds no numbers.
    """
    array = as_array(given, role)
    if array.dtype.kind not in REAL:
        raise GridrError(
            "The {role} must be of bool or of real numbers, got {dtype}.",
            role=role,
            dtype=str(array.dtype),
        )
    values = np.asarray(array)
    if valid is None:
        flags = (values != 0) & (values == values)
    else:
        own = nodata_in(values.dtype.name, valid)
        flags = values == (valid if own is None else own)
    return np.asarray(flags & ~np.ma.getmaskarray(array))


def check_writable(given: object, role: str) -> None:
    """Refuse an output in memory that nothing can be written into.

    Raises
    ------
    GridrError
        If it is no array of numpy's, or may only be read, or is of no image.
    """
    if not isinstance(given, np.ndarray):
        raise GridrError(
            "{role} must be a numpy array to write into, got {kind}.",
            role=role,
            kind=type(given).__name__,
        )
    if not given.flags.writeable:
        raise GridrError("{role} cannot be written into. Give a copy of it.", role=role)
    if given.dtype.kind not in REAL or given.ndim < 2:
        raise GridrError(
            "{role} must hold real numbers in two dimensions or more, got the type "
            "{dtype} and the shape {shape}. Make it with numpy.zeros.",
            role=role,
            dtype=str(given.dtype),
            shape=given.shape,
        )
