"""Models of sources: from places on the map to positions in the source.

A model has a `crs`, and gives for x and y there rows and columns of the source [pixel
centres]. Positions outside of the source stay finite, as borders need them; NaN is
where there is no position at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
import pyproj
from affine import Affine

from ..window import Shape
from .crs import period_of, unwrapped


class Model(Protocol):
    """What places a source on the map."""

    @property
    def crs(self) -> pyproj.CRS:
        """Return the coordinate system of its places."""

    def positions(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Return rows and columns of places, float64 (2, *shape of x)."""

    def plain_seconds(self, count: int) -> float:
        """Return how long NumPy takes for the kernels of so many places; 0 for none."""


class WithoutKernels:
    """A model that no kernel computes."""

    def plain_seconds(self, count: int) -> float:  # noqa: ARG002
        """Return 0: there is nothing to load."""
        return 0.0


@dataclass(frozen=True)
class Georeferenced(WithoutKernels):
    """A source that lies on the map by its geotransform."""

    crs: pyproj.CRS
    """Of the geotransform."""
    transform: Affine
    """Pixel corner -> CRS."""
    shape: Shape
    """Of the source, whose middle is where longitudes are counted from."""

    def positions(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Return rows and columns of places."""
        a, b, c, *_ = self.transform[:6]
        rows, cols = self.shape
        middle = a * cols / 2 + b * rows / 2 + c
        return pixels_of(self.transform, unwrapped(x, middle, period_of(self.crs)), y)


def pixels_of(transform: Affine, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return rows and columns [pixel centres] of places, float64 (2, *shape of x).

    Parameters
    ----------
    transform : Affine
        Pixel corner -> map.
    x, y : ndarray of float64
        On the map.
    """
    a, b, c, d, e, f = transform[:6]
    # from the corner first: the inverse's own offsets are large and inexact
    x, y, area = x - c, y - f, a * e - b * d
    return np.stack([(a * y - d * x) / area, (e * x - b * y) / area]) - 0.5
