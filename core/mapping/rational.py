"""Rational polynomials (RPC): pixels of a sensor from longitude, latitude, height."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyproj

from ..message import Message
from .crs import WGS84, crs_of, unwrapped
from .heights import Heights
from .models import WithoutKernels

FARTHEST = 1.5
"""Scaled longitude or latitude beyond which a model that holds to 1 tells nothing: it
has places all over the globe that seem to lie in the image."""
DEGREES = 360.0
"""Around the globe."""
AT_ONCE = 2**16
"""Places whose 20 terms are computed together, which fits the processor's cache."""


@dataclass(frozen=True)
class Rational(WithoutKernels):
    """A source that lies on the map by an RPC."""

    rpc: Any
    """`rasterio.rpc.RPC`."""
    heights: Heights
    """Of places, above the ellipsoid."""

    @property
    def crs(self) -> pyproj.CRS:
        """Return longitude and latitude."""
        return crs_of(WGS84, Message("The RPC's coordinate system"))

    def positions(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Return rows and columns of places."""
        lon, lat = x.ravel(), y.ravel()
        rpc = self.rpc
        lon = unwrapped(lon, rpc.long_off, DEGREES)
        with np.errstate(invalid="ignore"):
            u = (lon - rpc.long_off) / rpc.long_scale
            v = (lat - rpc.lat_off) / rpc.lat_scale
            near = np.flatnonzero(np.maximum(np.abs(u), np.abs(v)) <= FARTHEST)
        out = np.full((2, lon.size), np.nan)
        heights = self.heights.at(lon[near], lat[near])
        h = (heights - rpc.height_off) / rpc.height_scale
        for start in range(0, near.size, AT_ONCE):
            some = near[start : start + AT_ONCE]
            terms = _terms(u[some], v[some], h[start : start + AT_ONCE])
            out[:, some] = self._image(terms)
        return out.reshape(2, *x.shape)

    def _image(self, terms: np.ndarray) -> np.ndarray:
        """Return rows and columns from the terms of some places."""
        rpc = self.rpc
        with np.errstate(invalid="ignore", divide="ignore"):
            row = (rpc.line_num_coeff @ terms) / (rpc.line_den_coeff @ terms)
            col = (rpc.samp_num_coeff @ terms) / (rpc.samp_den_coeff @ terms)
        # the image's (0, 0) is the centre of the first pixel, as here
        rows, cols = row * rpc.line_scale, col * rpc.samp_scale
        return np.stack([rows + rpc.line_off, cols + rpc.samp_off])


def _terms(u: np.ndarray, v: np.ndarray, h: np.ndarray) -> np.ndarray:
    """Return the 20 products of scaled longitude, latitude, height (RPC00B)."""
    uu, vv, hh = u * u, v * v, h * h
    terms = (
        *(u, v, h, u * v, u * h, v * h, uu, vv, hh),
        *(u * v * h, uu * u, u * vv, u * hh, uu * v),
        *(vv * v, v * hh, uu * h, vv * h, hh * h),
    )
    return np.stack([np.ones_like(u), *terms])
