"""How a value is made of source pixels, and what lies beyond the source's border."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.options import Boundary, Interpolation, Job
from .. import names
from .kinds import advanced, choice, flag, number, tr


def sampling() -> Iterator:
    """Yield the interpolation and its settings."""
    yield choice(
        names.INTERPOLATION,
        tr("Interpolation"),
        tr(
            "How a value between source pixels is found: nearest keeps values "
            "(classes, codes), linear uses 2 x 2 pixels, cubic 4 x 4 and is sharper. "
            "The B-splines bspline3 to bspline11 (order 3 to 11) are the most "
            "faithful, need valid pixels farther around, and take longer."
        ),
        [method.value for method in Interpolation],
        Job.interpolation.value,
    )
    yield from map(advanced, _border())
    yield from map(advanced, _bspline())


def _border() -> Iterator:
    yield choice(
        names.BOUNDARY,
        tr("Padding beyond the source's border"),
        tr(
            "What interpolation finds there. none: nothing. constant: 0. edge: the "
            "last pixel. reflect: the mirror image about the last pixel. symmetric: "
            "the mirror image about the border. wrap: the source's other end. Only "
            "with the next parameter can it make output pixels valid; B-splines "
            "differ a little without it, too."
        ),
        [boundary.value for boundary in Boundary],
        Job.boundary.value,
    )
    yield flag(
        names.TRUST_PADDING,
        tr("Output pixels made of padding are valid"),
        tr(
            "If not, an output pixel is invalid as soon as any pixel beyond the "
            "source's border enters it."
        ),
        Job.trust_padding,
    )


def _bspline() -> Iterator:
    yield number(
        names.BSPLINE_EPSILON,
        tr("B-splines: precision"),
        tr(
            "Error that the B-splines may have, as a share of the range of the "
            "source's values. A smaller one takes a little longer."
        ),
        default=Job.bspline_epsilon,
        decimals=12,
    )
    yield number(
        names.BSPLINE_MASK_INFLUENCE,
        tr("B-splines: influence of invalid pixels"),
        tr(
            "In a B-spline every source pixel has some influence on all others; an "
            "output pixel is invalid where that of an invalid one exceeds this "
            "share. 1: only invalid pixels that enter it directly count."
        ),
        default=Job.bspline_mask_influence,
    )
