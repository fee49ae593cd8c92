"""What there is to know about each interpolation: one table."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from . import bspline
from .kernels import bspline as bspline_kernels
from .kernels import sample
from .options import Interpolation


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

    driver: Callable
    """The kernel; its signature stands in `kernels.sample`."""
    taps: int
    """Rows and columns of the support."""
    padding: int
    """Pixels beyond the border that a trusted padding has: GridR's margin, or for
    B-splines half the support."""
    prefilter: Prefilter | None = None
    """For B-splines."""

    @property
    def margin(self) -> int:
        """Return the source pixels to read around the positions.

        One more than the support needs, so that rounding of the positions' bounds
        cannot matter.
        """
        return self.taps // 2 + 1


_PLAIN = {
    Interpolation.NEAREST: Method(sample.sample_nearest, 1, 1),
    Interpolation.LINEAR: Method(sample.sample_linear, 2, 1),
    Interpolation.CUBIC: Method(sample.sample_cubic, 4, 2),
}
_DRIVERS = {
    3: bspline_kernels.sample_bspline3,
    5: bspline_kernels.sample_bspline5,
    7: bspline_kernels.sample_bspline7,
    9: bspline_kernels.sample_bspline9,
    11: bspline_kernels.sample_bspline11,
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
    return Method(_DRIVERS[order], order + 1, half, prefilter)
