"""Which source pixels polygons leave usable, window by window."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from affine import Affine
from rasterio.windows import Window

from ..message import Message
from ..window import Shape, window_is_empty, window_shape
from .given import Polygons, as_polygons
from .outlines import BATCH, Outlines, outlines_of
from .paint import STEPS, paint

PIXEL_BYTES, VERTEX_BYTES, STEP_BYTES = 2, 400, 100
"""Measured: a mask and GDAL's copy of it, 344 with lists and GDAL's polygons, 90."""


@dataclass(frozen=True, eq=False)
class PolygonMask:
    """Polygons that restrict a source.

    Holds arrays only: it may be pickled, and any number of threads may ask it.
    """

    inside: Outlines | None
    """A pixel must be inside one of these; None: no such restriction."""
    outside: Outlines
    """It must be inside none of these."""

    @classmethod
    def of(
        cls, valid: Polygons | None, invalid: Polygons | None, to_pixels: Affine
    ) -> PolygonMask:
        """Return the mask of polygons that `as_polygons` returned.

        Parameters
        ----------
        valid : list of Polygon, or None
            Only pixels inside one of them are valid; of an empty list, none is.
        invalid : list of Polygon, or None
            Pixels inside one of them are not valid.
        to_pixels : Affine
            From the frame of the polygons to pixels, as `frame` returns it.
        """
        return cls(
            None if valid is None else outlines_of(valid, to_pixels),
            outlines_of(invalid or [], to_pixels),
        )

    def nbytes(self) -> int:
        """Return the bytes that the mask holds, whatever is asked of it."""
        held = self.inside.nbytes() if self.inside is not None else 0
        return held + self.outside.nbytes()

    def window_bytes(self, shape: Shape) -> int:
        """Return the bytes that `valid` of a window of a shape needs at most."""
        sides = [side for side in (self.inside, self.outside) if side is not None]
        vertices = max(min(len(s.points), BATCH + s.largest()) for s in sides)
        pixels = shape[0] * shape[1] * PIXEL_BYTES
        return pixels + vertices * VERTEX_BYTES + STEPS * STEP_BYTES

    def valid(self, window: Window) -> np.ndarray | None:
        """Return which pixels of a window the polygons leave valid.

        Parameters
        ----------
        window : Window
            Part of the source, which may leave it on any side.

        Returns
        -------
        ndarray of bool, shape (rows, cols), or None
            None where no pixel is invalid.
        """
        outside = self.outside.meeting(window)
        if window_is_empty(window) or (self.inside is None and not outside.size):
            return None
        pixels = np.full(window_shape(window), self.inside is None, np.uint8)
        if self.inside is not None:
            paint(pixels, 1, self.inside, self.inside.meeting(window), window)
        if outside.size:
            paint(pixels, 0, self.outside, outside, window)
        valid = pixels.view(bool)
        return None if valid.all() else valid


def polygon_mask(
    valid: object, invalid: object, to_pixels: Affine
) -> PolygonMask | None:
    """Return the mask of what a caller gave as polygons, None for no restriction.

    Parameters
    ----------
    valid, invalid : Polygon, MultiPolygon, (nested) list of them, or None
        Of pixels that are valid, and that are not.
    to_pixels : Affine
        From the frame of the polygons to pixels, as `frame` returns it.

    Raises
    ------
    GridrError
        For anything but (lists of) polygons with finite coordinates.
    """
    if valid is None and invalid is None:
        return None
    return PolygonMask.of(
        as_polygons(valid, Message("valid polygons")),
        as_polygons(invalid, Message("invalid polygons")),
        to_pixels,
    )
