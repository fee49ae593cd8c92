"""What there is to know about each interpolation: one table."""

from __future__ import annotations

from math import floor
from typing import NamedTuple

import numpy as np
from rasterio.windows import Window

from ..options import Interpolation
from ..window import Shape, window_of, window_pad
from . import bspline

SUPPORTS = {
    Interpolation.NEAREST: (1, 1),
    Interpolation.LINEAR: (2, 1),
    Interpolation.CUBIC: (4, 2),
}
"""Interpolation of pixels as they are -> support and padding, as in `Method`."""


class Prefilter(NamedTuple):
    """How pixels become B-spline coefficients."""

    poles: np.ndarray
    """float64, shape (n,): poles of the recursive filter, slowest to decay first."""
    lengths: np.ndarray
    """int64, shape (n,): terms of the truncated sum of each pole."""
    reach: int
    """Pixels that a coefficient depends on, on each side."""
    hole_reach: int
    """Pixels about a hole that fill it: beyond, a pixel's weight in a result is below
    epsilon."""
    radius: float
    """Manhattan distance up to which an invalid pixel spoils coefficients."""

    @property
    def around(self) -> int:
        """Return the pixels to read on each side of the coefficients that are needed.

        So far reaches the filter, or an invalid pixel that spoils one of them.
        """
        return max(self.reach, floor(self.radius))


class Method(NamedTuple):
    """One way to interpolate."""

    name: str
    """Name of the interpolation, by which kernels know it."""
    support: int
    """Rows and columns of pixels that a position weighs."""
    padding: int
    """Pixels beyond the border that a trusted padding has: GridR's margin, or for
    B-splines half the support."""
    prefilter: Prefilter | None = None
    """How pixels become what is weighed; None: they are weighed as they are."""

    @property
    def margin(self) -> int:
        """Return the source pixels to read around the positions.

        One more than the support needs, so that rounding of the positions' bounds
        cannot matter.
        """
        return self.support // 2 + 1

    def domain(self, shape: Shape, trusted: bool) -> Window:
        """Return the places about an image of a shape that a position may weigh.

        The image, and its padding where that is trusted.
        """
        image = window_of(((0, shape[0]), (0, shape[1])))
        return window_pad(image, self.padding if trusted else 0)


def method_of(interpolation: Interpolation, epsilon: float, influence: float) -> Method:
    """Return an interpolation with its constants.

    Parameters
    ----------
    interpolation : Interpolation
        Its name.
    epsilon, influence : float
        Precision of the B-spline prefilter, and the share of a pixel in a result
        below which its invalidity does not matter; for B-splines only.

    Raises
    ------
    GridrError
        If a constant of a B-spline is out of its range.
    """
    name = interpolation.value
    if interpolation in SUPPORTS:
        return Method(name, *SUPPORTS[interpolation])
    order = int(name[len("bspline") :])
    half = order // 2
    lengths = bspline.truncation_lengths(order, epsilon)
    reach = sum(lengths)
    prefilter = Prefilter(
        np.array(bspline.POLES[order]),
        np.array(lengths),
        reach,
        reach + half,
        bspline.influence_radius(order, influence),
    )
    return Method(name, order + 1, half, prefilter)
