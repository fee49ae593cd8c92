"""Heights of places, from a raster (DEM) or one for all of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import pyproj
from affine import Affine
from pyproj.exceptions import ProjError
from rasterio.windows import Window

from ..errors import GridrError
from ..grid_options import DemHeights
from ..message import Message
from ..raster.dtypes import check_src_dtype
from ..raster.header import Header, check_band
from ..raster.pixels import PixelReader
from ..window import window_clip, window_of
from .crs import (
    WGS84,
    Operation,
    crs_of,
    horizontal_of,
    operation_of,
    period_of,
    unwrapped,
)

PIXELS_AT_ONCE = 2**22
"""Pixels of a DEM that are read together: 32 MiB."""
GEOIDS = {
    DemHeights.EGM96: ("EPSG:4326+5773", "EGM96", "us_nga_egm96_15.tif"),
    DemHeights.EGM2008: ("EPSG:4326+3855", "EGM2008", "us_nga_egm08_25.tif"),
}
"""What heights count from -> its system, its name, PROJ's file of it."""
ELLIPSOID = "EPSG:4979"
"""Longitude, latitude and height above the ellipsoid."""


class Heights(Protocol):
    """Heights above the ellipsoid [m]."""

    def at(self, lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
        """Return the height of places, float64 (n,) as they are; NaN for none."""


@dataclass(frozen=True)
class SameHeight:
    """One height everywhere."""

    height: float
    """Metres above the ellipsoid."""

    def at(self, lon: np.ndarray, lat: np.ndarray) -> np.ndarray:  # noqa: ARG002
        """Return the height for each place."""
        return np.full(lon.shape, self.height)


@dataclass(frozen=True)
class Dem:
    """Heights of a raster, linear between its pixels' centres."""

    reader: PixelReader
    """Reads it."""
    header: Header
    """What it says of itself."""
    index: int
    """Band, 1-based."""
    transform: Affine
    """Pixel corner -> its CRS."""
    crs: pyproj.CRS
    """Its horizontal coordinate system."""
    there: Operation
    """From longitude and latitude to that."""
    lift: Operation | None = None
    """From its heights to those above the ellipsoid; None where they are those."""
    lift_from_map: bool = False
    """Whether that takes places of its own system, not longitude and latitude."""
    offset: float = 0.0
    """Added to its heights [m]."""
    period: float | None = field(default=None)
    """Of its longitudes."""

    def at(self, lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
        """Return the height of places; NaN where a pixel around one has none."""
        x, y = self.there.moved(lon, lat)
        found = self._sampled(x, y) + self.offset
        if self.lift is not None:
            base = (x, y) if self.lift_from_map else (lon, lat)
            found = self.lift.moved(*base, found)[2]
        return np.where(np.isfinite(found), found, np.nan)

    def _sampled(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Return its values at places of its own system."""
        inverse, (rows, cols) = ~self.transform, self.header.shape
        middle = self.transform.a * cols / 2 + self.transform.b * rows / 2
        x = unwrapped(x, middle + self.transform.c, self.period)
        col = inverse.a * x + inverse.b * y + inverse.c - 0.5
        row = inverse.d * x + inverse.e * y + inverse.f - 0.5
        out = np.full(x.size, np.nan)
        with np.errstate(invalid="ignore"):
            inside = (row >= 0) & (row <= rows - 1) & (col >= 0) & (col <= cols - 1)
        places = np.flatnonzero(inside.ravel())
        self._fill(row.ravel(), col.ravel(), places, out)
        return out.reshape(x.shape)

    def _fill(
        self, row: np.ndarray, col: np.ndarray, places: np.ndarray, out: np.ndarray
    ) -> None:
        """Sample some places, in parts that lie near each other."""
        if not places.size:
            return
        rows, cols = row[places], col[places]
        window = window_of(
            (
                (int(rows.min()), int(rows.max()) + 2),
                (int(cols.min()), int(cols.max()) + 2),
            )
        )
        whole = window_of(((0, self.header.shape[0]), (0, self.header.shape[1])))
        window = window_clip(window, whole)
        if window.height * window.width > PIXELS_AT_ONCE and places.size > 1:
            for part in np.array_split(places, 2):
                self._fill(row, col, part, out)
            return
        pixels = self._read(window)
        out[places] = _linear(pixels, rows - window.row_off, cols - window.col_off)

    def _read(self, window: Window) -> np.ndarray:
        """Return heights of a window; NaN where the DEM has none."""
        pixels = self.reader.read((self.index,), window, "float64")[0]
        nodata = self.header.nodata[self.index - 1]
        if nodata is not None:
            dtype = self.header.dtypes[self.index - 1]
            pixels[pixels == np.float64(np.asarray(nodata).astype(dtype))] = np.nan
        scale = self.header.scales[self.index - 1]
        return np.asarray(pixels * scale + self.header.offsets[self.index - 1])


def _linear(pixels: np.ndarray, rows: np.ndarray, cols: np.ndarray) -> np.ndarray:
    """Return values between pixels; NaN where one that has a weight is NaN."""
    top, left = rows.astype(np.int64), cols.astype(np.int64)
    down, aside = rows - top, cols - left
    out = np.zeros(rows.shape)
    for row, weight in ((top, 1 - down), (top + 1, down)):
        for col, share in ((left, 1 - aside), (left + 1, aside)):
            part = weight * share
            used = part > 0
            out[used] += part[used] * pixels[row[used], col[used]]
    return out


def dem_of(
    header: Header,
    reader: PixelReader,
    index: int,
    counts_from: DemHeights,
    offset: float,
) -> Dem:
    """Return the heights of a raster.

    Parameters
    ----------
    header, reader
        The raster.
    index : int
        Its band.
    counts_from : DemHeights
        What its heights count from.
    offset : float
        Added to them [m].

    Raises
    ------
    GridrError
        If it does not lie on the map, or PROJ cannot take its heights to the
        ellipsoid.
    """
    check_band(header, index, Message("DEM"))
    check_src_dtype(header.dtypes[index - 1], Message("DEM"))
    if header.transform is None or header.crs_wkt is None:
        lacks = Message("coordinate system")
        if header.transform is None:
            lacks = Message("georeference")
        raise GridrError(
            "The DEM {name!r} has no {lacks}. Give it one, for example with "
            "gdal:assignprojection, or take another DEM.",
            name=header.name,
            lacks=lacks,
        )
    crs = crs_of(header.crs_wkt, Message("The DEM's coordinate system"))
    flat = horizontal_of(crs, Message("The DEM's coordinate system"))
    there = operation_of(crs_of(WGS84, ""), flat)
    by_crs = counts_from is DemHeights.FROM_CRS and crs.is_compound
    lift = None
    if by_crs:
        lift = _lift(crs, Message("the DEM's coordinate system"), Message("its geoid"))
    elif counts_from in GEOIDS:
        code, name, file = GEOIDS[counts_from]
        lift = _lift(crs_of(code, ""), name, file)
    period = period_of(flat)
    return Dem(
        reader,
        header,
        index,
        header.transform,
        flat,
        there,
        lift,
        by_crs,
        offset,
        period,
    )


def _lift(crs: pyproj.CRS, name: str, file: str) -> Operation:
    """Return the way from heights of a system to those above the ellipsoid.

    Without its file PROJ would leave them as they are, and say nothing.
    """
    try:
        found = pyproj.Transformer.from_crs(
            crs, ELLIPSOID, always_xy=True, allow_ballpark=False
        )
        x, y = _place_in(crs)
        if not np.isfinite(found.transform(x, y, 0.0)).all():
            raise ProjError("no height")
    except ProjError as error:
        raise GridrError(
            "Heights above {name} need the file {file}, which PROJ does not find "
            "here. Install PROJ's data, convert the DEM, or say that its heights "
            "count from the ellipsoid and give an offset (DEM_OFFSET).",
            name=name,
            file=file,
        ) from error
    return Operation(found.description, found.accuracy, found)


def _place_in(crs: pyproj.CRS) -> tuple[float, float]:
    """Return a place that a system is made for."""
    area = crs.area_of_use
    if area is None or crs.is_geographic or crs.sub_crs_list[0].is_geographic:
        return 0.0, 0.0
    lon, lat = (area.west + area.east) / 2, (area.south + area.north) / 2
    flat = crs.sub_crs_list[0]
    (x,), (y,) = operation_of(crs_of(WGS84, ""), flat).moved(
        np.array([lon]), np.array([lat])
    )
    return float(x), float(y)
