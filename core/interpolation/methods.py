"""What there is to know about each interpolation: one table."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from rasterio.windows import Window

from ..kernels.bspline import (
    sample_bspline3,
    sample_bspline5,
    sample_bspline7,
    sample_bspline9,
    sample_bspline11,
)
from ..kernels.fill import DRIVERS
from ..kernels.sample import sample_cubic, sample_linear, sample_nearest
from ..options import Interpolation
from ..window import Shape, window_of, window_pad
from . import bspline


class Prefilter(NamedTuple):
    """How pixels become B-spline coefficients."""

    poles: np.ndarray
    """float64: of the recursive filter."""
    lengths: np.ndarray
    """int64: terms of the truncated sums, per pole."""
    margin: int
    """Pixels that a coefficient depends on, on each side."""
    reach: int
    """Distance at which a pixel's weight in a coefficient is below epsilon."""
    radius: float
    """Manhattan distance up to which an invalid pixel spoils coefficients."""


class Method(NamedTuple):
    """One way to interpolate."""

    pick: tuple
    """Stands for the kernel in `kernels.window.DRIVERS`."""
    support: int
    """Rows and columns of pixels that a position weighs."""
    padding: int
    """Pixels beyond the border that a trusted padding has: GridR's margin, or for
    B-splines half the support."""
    prefilter: Prefilter | None = None
    """For B-splines."""

    @property
    def driver(self) -> Callable:
        """Return the kernel; its signature stands in `kernels.sample`."""
        return DRIVERS[len(self.pick)]

    @property
    def margin(self) -> int:
        """Return the source pixels to read around the positions.

        One more than the support needs, so that rounding of the positions' bounds
        cannot matter.
        """
        return self.support // 2 + 1

    def frame(self, shape: Shape, trusted: bool) -> Window:
        """Return the places about an image of a shape that a position may weigh.

        The image, and its padding where that is trusted.
        """
        image = window_of(((0, shape[0]), (0, shape[1])))
        return window_pad(image, self.padding if trusted else 0)


def _pick(driver: Callable) -> tuple:
    """Return what stands for a driver."""
    return (0,) * DRIVERS.index(driver)


_PLAIN = {
    Interpolation.NEAREST: Method(_pick(sample_nearest), 1, 1),
    Interpolation.LINEAR: Method(_pick(sample_linear), 2, 1),
    Interpolation.CUBIC: Method(_pick(sample_cubic), 4, 2),
}
_BSPLINES = {
    3: _pick(sample_bspline3),
    5: _pick(sample_bspline5),
    7: _pick(sample_bspline7),
    9: _pick(sample_bspline9),
    11: _pick(sample_bspline11),
}


def method_of(interpolation: Interpolation, epsilon: float, influence: float) -> Method:
    """Return an interpolation with its constants.

    Parameters
    ----------
    interpolation : Interpolation
        Its name.
    epsilon, influence : float
        Precision of the B-spline prefilter, and the share of a pixel in a result
        below which its invalidity does not matter; for B-splines only.
    """
    if interpolation in _PLAIN:
        return _PLAIN[interpolation]
    order = int(interpolation.value[len("bspline") :])
    half = order // 2
    margin = bspline.margin(order, epsilon)
    prefilter = Prefilter(
        np.array(bspline.POLES[order]),
        np.array(bspline.truncation_lengths(order, epsilon)),
        margin - half,
        margin,
        bspline.influence_radius(order, influence),
    )
    return Method(_BSPLINES[order], order + 1, half, prefilter)
