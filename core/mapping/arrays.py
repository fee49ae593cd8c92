"""Geolocation arrays: read, and what does not fit about them."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import pyproj

from ..errors import GridrError
from ..message import Message, listed
from ..raster.dtypes import check_src_dtype
from ..raster.header import Header, check_band, read_header
from ..raster.reader import Reader
from ..window import LINES, Shape, strips, window_of, window_slices

AT_ONCE = 2**20
"""Places that are read together."""
LOOSE = 2.0
"""Steps by which arrays may begin or end beside the source."""


class ArrayBand(NamedTuple):
    """One array: a band of a raster."""

    header: Header
    """The raster."""
    number: int
    """The band, 1-based."""
    role: str
    """What sentences call it."""

    @property
    def dtype(self) -> str:
        """Return the type that holds its places: float32 if they are of that."""
        at = self.number - 1
        packed = (self.header.scales[at], self.header.offsets[at]) != (1.0, 0.0)
        is_short = self.header.dtypes[at] == "float32" and not packed
        return "float32" if is_short else "float64"


def array_band(name: str, index: int, axis: str) -> ArrayBand:
    """Return a band of a raster as the array of x or y.

    Raises
    ------
    GridrError
        If there is no such band, or it holds no real numbers.
    """
    header, role = read_header(name), Message("array of {axis}", axis=axis)
    check_band(header, index, role)
    check_src_dtype(header.dtypes[index - 1], role)
    return ArrayBand(header, index, role)


def check_shapes(x: ArrayBand, y: ArrayBand) -> None:
    """Refuse arrays of different shapes, or without a cell.

    Raises
    ------
    GridrError
        If they are.
    """
    if x.header.shape != y.header.shape:
        words = listed(
            Message(
                "{name!r} has {rows} rows x {cols} columns",
                name=one.header.name,
                rows=one.header.shape[0],
                cols=one.header.shape[1],
            )
            for one in (x, y)
        )
        raise GridrError(
            "The arrays of x and y have different shapes: {words}. Give two arrays "
            "that hold x and y of the same pixels.",
            words=words,
        )
    if min(x.header.shape) < 2:
        raise GridrError(
            "Geolocation arrays need 2 rows and 2 columns at least, {x_name!r} has "
            "{rows} and {cols}. Give two-dimensional ones.",
            x_name=x.header.name,
            rows=x.header.shape[0],
            cols=x.header.shape[1],
        )


def check_apart(x: ArrayBand, y: ArrayBand) -> None:
    """Refuse one band as both arrays.

    Raises
    ------
    GridrError
        If it is.
    """
    if (x.header.name, x.number) == (y.header.name, y.number):
        raise GridrError(
            "The arrays of x and y are both band {number} of {x_name!r}. Give the "
            "band of one of them as X_BAND or Y_BAND (x_index, y_index), or another "
            "raster.",
            number=x.number,
            x_name=x.header.name,
        )


def check_fit(
    shape: Shape,
    offset: tuple[float, float],
    step: tuple[float, float],
    src: Header,
) -> None:
    """Refuse arrays that are not of the pixels of a source.

    Parameters
    ----------
    shape : (int, int)
        Of the arrays.
    offset, step : (float, float)
        As of `Geolocation`.
    src : Header

    Raises
    ------
    GridrError
        If they begin or end more than `LOOSE` steps beside it.
    """
    for axis, word, name in ((0, LINES[0], "LINE"), (1, LINES[1], "PIXEL")):
        if not step[axis] > 0:
            raise GridrError(
                "The {word} step must be above 0, got {step:g}. Give the source "
                "{axis} from one of the arrays' {axis} to the next.",
                word=name.lower(),
                step=step[axis],
                axis=word,
            )
        ends = offset[axis], offset[axis] + (shape[axis] - 1) * step[axis]
        beside = max(abs(ends[0]), abs(ends[1] - (src.shape[axis] - 1)))
        if beside > LOOSE * step[axis]:
            raise GridrError(
                "The geolocation arrays do not fit the source {name!r}: with the "
                "offset {offset:g} and the step {step:g} their {count} {axis} are its "
                "{axis} {first:g} to {last:g}, and it has {axis} 0 to {end}. Give "
                "{tag}_OFFSET and {tag}_STEP ({word}_offset, {word}_step), or the "
                "arrays of this source.",
                name=src.name,
                offset=offset[axis],
                step=step[axis],
                count=shape[axis],
                axis=word,
                first=ends[0],
                last=ends[1],
                end=src.shape[axis] - 1,
                tag=name,
                word=name.lower(),
            )


def read_arrays(
    x: ArrayBand, y: ArrayBand, fill: float | None, crs: pyproj.CRS
) -> tuple[np.ndarray, np.ndarray]:
    """Return the places, both NaN where there is none.

    None is what is nodata or a fill value in either, not finite, or no longitude and
    latitude where the system has these.

    Parameters
    ----------
    x, y : ArrayBand
        The arrays.
    fill : float or None
        A value that is no place, besides nodata.
    crs : CRS
        Of the places.

    Returns
    -------
    ndarray of float32 or float64, shape (rows, cols)
        x, and y alike.

    Raises
    ------
    GridrError
        If they cannot be read, or hold no place at all.
    """
    shape = x.header.shape
    found = np.empty(shape, x.dtype), np.empty(shape, y.dtype)
    whole = window_of(((0, shape[0]), (0, shape[1])))
    readers = [Reader(band.header.name) for band in (x, y)]
    try:
        for strip in strips(whole, max(1, AT_ONCE // shape[1])):
            at = window_slices(strip)
            for band, reader, values in zip((x, y), readers, found):
                read = reader.read((band.number,), strip, band.dtype)[0]
                values[at] = _unpacked(read, band, fill)
            _drop(found[0][at], found[1][at], crs)
    finally:
        for reader in readers:
            reader.close()
    if not np.isfinite(found[0]).any():
        raise GridrError(
            "The geolocation arrays {x_name!r} and {y_name!r} hold no place: all of "
            "their values are fill values, or outside of the coordinate system. Give "
            "other arrays or bands, or check the fill value and ARRAY_CRS (array_crs).",
            x_name=x.header.name,
            y_name=y.header.name,
        )
    return found


def _unpacked(values: np.ndarray, band: ArrayBand, fill: float | None) -> np.ndarray:
    """Return the places that values stored are; NaN for nodata and the fill value."""
    header, at = band.header, band.number - 1
    for none in (header.nodata[at], fill):
        if none is not None:
            with np.errstate(over="ignore"):  # then it is infinite, as it was stored
                value = np.asarray(none).astype(values.dtype)
            values[values == value] = np.nan
    if (header.scales[at], header.offsets[at]) != (1.0, 0.0):
        values = values * header.scales[at] + header.offsets[at]
    return values


def _drop(x: np.ndarray, y: np.ndarray, crs: pyproj.CRS) -> None:
    """Make both coordinates NaN where one of them is no place."""
    with np.errstate(invalid="ignore"):
        good = np.isfinite(x) & np.isfinite(y)
        if crs.is_geographic:
            quarter = math.pi / 2 / crs.axis_info[0].unit_conversion_factor
            good &= (np.abs(y) <= quarter * (1 + 1e-6)) & (np.abs(x) <= 8 * quarter)
    x[~good] = np.nan
    y[~good] = np.nan
