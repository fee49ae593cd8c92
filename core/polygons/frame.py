"""Frames of polygons: from what their coordinates mean to pixels.

Pixels here are x = column, y = row with the centre of the first pixel at (0, 0), as
`outlines` takes them.
"""

from __future__ import annotations

import numpy as np
from affine import Affine

from ..errors import GridrError


def pixel_frame(origin: tuple[float, float]) -> Affine:
    """Return the way to pixels from a frame in which they are the unit.

    Parameters
    ----------
    origin : (row, col)
        The centre of the first pixel in the frame: pixel (row, col) is at
        ``x = col + origin[1], y = row + origin[0]``.

    Raises
    ------
    GridrError
        If the origin is not two finite numbers.
    """
    if np.shape(origin) != (2,) or not np.isfinite(origin).all():
        raise GridrError(
            "The origin of the polygons must be two finite numbers, got {origin}. "
            "Give (row, column) of the first pixel's centre in their frame.",
            origin=origin,
        )
    return Affine(1, 0, -origin[1], 0, 1, -origin[0])


def map_frame(transform: Affine | None) -> Affine:
    """Return the way to pixels from the map.

    Parameters
    ----------
    transform : Affine or None
        Pixel corner -> map, of the raster that the polygons restrict; None without
        georeference: the map is then x = column, y = -row of the corners, where QGIS
        draws it.

    Raises
    ------
    GridrError
        If the transform has no inverse.
    """
    transform = Affine(1, 0, 0, 0, -1, 0) if transform is None else transform
    if transform.is_degenerate:
        raise GridrError(
            "The raster that the polygons restrict has pixels without an area on the "
            "map, so polygons on the map cannot be found in it. Mend its "
            "georeference, or give them in pixels."
        )
    a, b, c, d, e, f = (~transform)[:6]
    return Affine(a, b, c - 0.5, d, e, f - 0.5)
