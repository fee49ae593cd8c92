"""A source that lies on the map by a GLT: a raster there that names its pixels.

A geographic lookup table holds column and row of the source, counted from 1, and 0
where there is nothing. In ENVI's a negative number is of a pixel taken from beside.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyproj
from affine import Affine

from ..errors import GridrError
from ..raster.header import Header
from ..raster.pixels import PixelReader
from ..window import Shape, strips, window_of
from .crs import crs_name, period_of, unwrapped
from .models import WithoutKernels

AT_ONCE = 2**20
"""Pixels that are read together."""
BANDS = (2, 1)
"""Bands of the row and of the column."""


@dataclass(frozen=True)
class Lookup(WithoutKernels):
    """A source that lies on the map by a GLT."""

    crs: pyproj.CRS
    """Of the GLT."""
    transform: Affine
    """Pixel corner of the GLT -> CRS."""
    header: Header
    """What the GLT says of itself."""
    reader: PixelReader
    """Reads it."""

    def positions(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Return rows and columns of the source's pixels at places, whole numbers."""
        a, b, c, d, e, f = self.transform[:6]
        rows, cols = self.header.shape
        x = unwrapped(x, a * cols / 2 + b * rows / 2 + c, period_of(self.crs))
        x, y, area = x - c, y - f, a * e - b * d
        with np.errstate(invalid="ignore"):
            row = np.floor((a * y - d * x) / area).ravel()
            col = np.floor((e * x - b * y) / area).ravel()
            inside = (row >= 0) & (row < rows) & (col >= 0) & (col < cols)
        out = np.full((2, row.size), np.nan)
        self._fill(row, col, np.flatnonzero(inside), out)
        return out.reshape(2, *x.shape)

    def _fill(
        self, row: np.ndarray, col: np.ndarray, places: np.ndarray, out: np.ndarray
    ) -> None:
        """Look some places up, in parts that lie near each other."""
        if not places.size:
            return
        rows, cols = row[places].astype(int), col[places].astype(int)
        top, left = int(rows.min()), int(cols.min())
        bottom, right = int(rows.max()) + 1, int(cols.max()) + 1
        if (bottom - top) * (right - left) > AT_ONCE and places.size > 1:
            for part in np.array_split(places, 2):
                self._fill(row, col, part, out)
            return
        pixels = self.read(((top, bottom), (left, right)))
        out[:, places] = pixels[:, rows - top, cols - left]

    def read(self, ranges: tuple[Shape, Shape]) -> np.ndarray:
        """Return rows and columns of a part, float64 (2, n, m); NaN for nothing."""
        window = window_of(ranges)
        pixels = self.reader.read(BANDS, window, "float64").copy()
        nothing = ~np.isfinite(pixels).all(axis=0)
        for band, index in zip(pixels, BANDS):
            nodata = self.header.nodata[index - 1]
            nothing |= band == 0
            if nodata is not None:
                nothing |= band == nodata
        pixels[:, nothing] = np.nan
        return np.asarray(np.abs(pixels) - 1)


def check_lookup(lookup: Lookup, src: Header) -> None:
    """Refuse a GLT that names no pixel, or some that a source does not have.

    Raises
    ------
    GridrError
        If it does.
    """
    rows, cols = lookup.header.shape
    most = np.full(2, -1.0)
    for strip in strips(window_of(((0, rows), (0, cols))), max(1, AT_ONCE // cols)):
        ends = strip.row_off, strip.row_off + strip.height
        pixels = lookup.read((ends, (0, cols)))
        found = pixels[:, np.isfinite(pixels[0])]
        most = np.maximum(most, found.max(axis=1, initial=-1.0))
    name = lookup.header.name
    if most[0] < 0:
        raise GridrError(
            "The GLT {name!r} ({crs}) names no pixel: all of it is 0 or nodata. Give "
            "the one of this source; its first two bands hold column and row, counted "
            "from 1.",
            name=name,
            crs=crs_name(lookup.crs),
        )
    if most[0] >= src.shape[0] or most[1] >= src.shape[1]:
        raise GridrError(
            "The GLT {name!r} is of another scene: it names rows up to {rows:.0f} and "
            "columns up to {cols:.0f}, and the source {src_name!r} has {own_rows} "
            "rows and {own_cols} columns. Give the one of this source; its first two "
            "bands hold column and row.",
            name=name,
            rows=most[0] + 1,
            cols=most[1] + 1,
            src_name=src.name,
            own_rows=src.shape[0],
            own_cols=src.shape[1],
        )
