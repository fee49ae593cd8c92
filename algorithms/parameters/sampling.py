"""How a value is made of source pixels, and what lies beyond the source's border."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterEnum

from ...core.options import Antialias, Boundary, Interpolation, Job
from ..texts import tr
from . import names, words
from .kinds import choice, flag, number, whole_number


def interpolation() -> QgsProcessingParameterEnum:
    """Return the interpolation."""
    return choice(
        names.INTERPOLATION,
        tr("Interpolation"),
        tr(
            "How a value between source pixels is found. nearest: the nearest one, "
            "which keeps values (classes, codes). linear: from 2 x 2 pixels. cubic: "
            "from 4 x 4, sharper. bspline3, bspline5, bspline7, bspline9, bspline11: "
            "B-splines of that order, the most faithful; they need valid pixels "
            "farther around and take longer."
        ),
        [method.value for method in Interpolation],
        Job.interpolation.value,
        words.interpolation(),
    )


def bspline() -> Iterator[QgsProcessingParameterDefinition]:
    """Yield the settings of B-splines."""
    yield number(
        names.BSPLINE_EPSILON,
        tr("B-splines: precision [share of the source's range]"),
        tr(
            "Error that the B-splines may have, as a share of the range of the "
            "source's values. A smaller one takes a little longer."
        ),
        default=Job.bspline_epsilon,
        decimals=12,
    )
    yield number(
        names.BSPLINE_MASK_INFLUENCE,
        tr("B-splines: influence of invalid pixels [share]"),
        tr(
            "In a B-spline every source pixel has some influence on all others; an "
            "output pixel is invalid where that of an invalid one exceeds this "
            "share. 1: only invalid pixels that enter it directly count."
        ),
        default=Job.bspline_mask_influence,
    )


def antialias() -> Iterator[QgsProcessingParameterDefinition]:
    """Yield the anti-alias filter and its fine pixels."""
    yield choice(
        names.ANTIALIAS,
        tr("Anti-alias: filter"),
        tr(
            "Keeps fine detail from making false patterns where the output is coarser "
            "than the source: the grid is resampled at finer pixels, and these are put "
            "together. lanczos: smooth and sharp, for images. average: the mean of the "
            "output pixel's cell; with nearest interpolation, of whole source pixels. "
            "majority: the most frequent value of the cell, the smallest of several, "
            "for classes; with nearest interpolation only. none: no filter."
        ),
        [filtering.value for filtering in Antialias],
        Job.antialias.value,
        words.antialias(),
    )
    text = tr(
        "Fine pixels per output pixel on this axis, 1 to 16, for the filter. Not set: "
        "as many as there are source pixels per output pixel in the whole grid (in 99 "
        "of 100 of its cells, rounded up); 1 where the output is not coarser."
    )
    for name, title in (
        (names.OVERSAMPLING_ROW, tr("Anti-alias: oversampling of rows")),
        (names.OVERSAMPLING_COL, tr("Anti-alias: oversampling of columns")),
    ):
        yield whole_number(name, title, text)


def border() -> Iterator[QgsProcessingParameterDefinition]:
    """Yield what lies beyond the source's border, and whether it is valid."""
    yield choice(
        names.BOUNDARY,
        tr("Border: padding beyond the source"),
        tr(
            "What interpolation finds there. none: nothing. constant: 0. edge: the "
            "last pixel. reflect: the mirror image about the last pixel. symmetric: "
            "the mirror image about the border. wrap: the source's other end. Only "
            "with the next parameter can it make output pixels valid; B-splines "
            "differ a little without it, too. It is a narrow rim, with all of them: "
            "valid pixels end 1.5 (nearest) or 1 (linear, cubic) source pixels beyond "
            "the centres of the outermost pixels, with B-splines at these centres. "
            "What lies further out is invalid; wrap does not repeat the source."
        ),
        [boundary.value for boundary in Boundary],
        Job.boundary.value,
        words.boundary(),
    )
    yield flag(
        names.TRUST_PADDING,
        tr("Border: output pixels made of padding are valid"),
        tr(
            "If not, an output pixel is invalid as soon as any pixel beyond the "
            "source's border enters it."
        ),
        Job.trust_padding,
    )
