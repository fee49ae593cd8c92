"""The template of an output: its shape, and where its pixels lie on the map."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import cast

import numpy as np
import pyproj
from affine import Affine

from ..errors import GridrError
from ..message import Message
from ..raster.header import Header
from ..window import Shape
from .crs import Extent, crs_of

MOST = 10**6
"""Rows or columns beyond which a pixel size is taken for a mistake."""


@dataclass(frozen=True)
class Template:
    """Shape and place of an output."""

    shape: Shape
    """(rows, cols)."""
    transform: Affine
    """Pixel corner -> CRS."""
    crs: pyproj.CRS
    """The coordinate system."""

    def places(self, rows: np.ndarray, cols: np.ndarray) -> tuple[np.ndarray, ...]:
        """Return x and y of positions, pixel centres whole."""
        a, b, c, d, e, f = self.transform[:6]
        cols, rows = cols + 0.5, rows + 0.5
        return a * cols + b * rows + c, d * cols + e * rows + f

    @property
    def extent(self) -> Extent:
        """Return what its pixels cover."""
        ends = np.array([-0.5, -0.5]), np.array(self.shape) - 0.5
        rows, cols = np.meshgrid(*np.transpose(ends))
        x, y = self.places(rows, cols)
        return float(x.min()), float(y.min()), float(x.max()), float(y.max())


def template_of(header: Header) -> Template:
    """Return the template that a raster is.

    Raises
    ------
    GridrError
        If it does not lie on the map.
    """
    for what, value in (
        (Message("georeference"), header.transform),
        (Message("coordinate system (CRS)"), header.crs_wkt),
    ):
        if value is None:
            raise GridrError(
                "The template {name!r} has no {what}. Give one that lies on the map, "
                "or an extent, a pixel size and a coordinate system.",
                name=header.name,
                what=what,
            )
    crs = crs_of(str(header.crs_wkt), Message("The template's coordinate system"))
    return Template(header.shape, cast(Affine, header.transform), crs)


def template_over(
    extent: Extent, size: tuple[float, float], crs: pyproj.CRS
) -> Template:
    """Return the template of an extent, as gdalwarp makes it.

    Parameters
    ----------
    extent : Extent
        Its upper left corner stays.
    size : (float, float)
        Width and height of a pixel; the last pixels may end beside the extent.

    Raises
    ------
    GridrError
        If the extent or the size means nothing.
    """
    check_extent(extent)
    check_pixel_size(min(size))
    x_min, y_min, x_max, y_max = extent
    cols, rows = (
        max(1, math.floor(length / each + 0.5))
        for length, each in zip((x_max - x_min, y_max - y_min), size)
    )
    check_size((rows, cols), size)
    transform = Affine(size[0], 0, x_min, 0, -size[1], y_max)
    return Template((rows, cols), transform, crs)


def check_extent(extent: Extent) -> None:
    """Refuse an extent without an area.

    Raises
    ------
    GridrError
        If an end does not come after its beginning.
    """
    if not (extent[0] < extent[2] and extent[1] < extent[3]):
        raise GridrError(
            "The target's extent {extent} has no area. Give x_min < x_max and y_min < "
            "y_max.",
            extent=extent_words(extent),
        )


def check_pixel_size(size: float) -> None:
    """Refuse a pixel size that is not above 0.

    Raises
    ------
    GridrError
        If it is not.
    """
    if not 0 < size < math.inf:
        raise GridrError(
            "The pixel size must be above 0, got {size:g}. Give it in units of the "
            "target's coordinate system.",
            size=size,
        )


def check_size(shape: Shape, size: tuple[float, float]) -> None:
    """Refuse a target of more than a million rows or columns.

    Raises
    ------
    GridrError
        If the pixel size makes that many.
    """
    if max(shape) > MOST:
        raise GridrError(
            "Pixels of {size:g} make a target of {rows} rows x {cols} columns, more "
            "than {most}. Give a larger pixel size, in units of the target's "
            "coordinate system, or a smaller extent.",
            size=min(size),
            rows=shape[0],
            cols=shape[1],
            most=MOST,
        )


def extent_words(extent: Extent) -> Message:
    """Return an extent in words."""
    x_min, y_min, x_max, y_max = (f"{end:.10g}" for end in extent)
    return Message(
        "x {x_min} to {x_max}, y {y_min} to {y_max}",
        x_min=x_min,
        x_max=x_max,
        y_min=y_min,
        y_max=y_max,
    )
