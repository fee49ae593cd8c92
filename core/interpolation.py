"""What there is to know about each interpolation: one table."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from .kernels import sample
from .options import Interpolation


class Method(NamedTuple):
    """One way to interpolate."""

    driver: Callable
    """The kernel; its signature stands in `kernels.sample`."""
    margin: int
    """Source pixels to read around the positions; at least one more than the
    support needs, so that rounding of the positions' bounds cannot matter."""


METHODS = {
    Interpolation.NEAREST: Method(sample.sample_nearest, 1),
    Interpolation.LINEAR: Method(sample.sample_linear, 2),
    Interpolation.CUBIC: Method(sample.sample_cubic, 3),
}
