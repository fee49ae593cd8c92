"""The anti-alias filters: how fine pixels about an output pixel are weighed."""

from __future__ import annotations

import numpy as np

from ..errors import GridrError
from ..options import Antialias, Interpolation
from ..window import LINES

LOBES = 3
"""Output pixels that Lanczos' filter reaches to each side."""
FINEST = 16
"""Most fine pixels per output pixel and axis."""


def fine_weights(antialias: Antialias, fine: int) -> np.ndarray:
    """Return the weights of fine pixels along one axis.

    Parameters
    ----------
    antialias : Antialias
        The filter, not `NONE`.
    fine : int
        Fine pixels per output pixel; with one, it is taken as it is.

    Returns
    -------
    ndarray of float64, shape (fine * (1 + 2 * margin),)
        Of the fine pixels of an output pixel and of `margin` more on each side; they
        need not add up to 1. Lanczos: sinc(d) sinc(d / 3) at a distance of d output
        pixels (Duchon 1979, doi:10.1175/1520-0450(1979)018<1016:LFIOAT>2.0.CO;2).
        Empty for the most frequent value, which has no weights.
    """
    if antialias is Antialias.MAJORITY:
        return np.empty(0)
    if antialias is Antialias.AVERAGE or fine == 1:
        return np.ones(fine)
    size = fine * (1 + 2 * LOBES)
    # counted in halves of fine pixels, so that whole distances are exact
    halves = 2 * np.arange(size) - (size - 1)
    distances = halves / (2 * fine)
    weights = np.sinc(distances) * np.sinc(distances / LOBES)
    weights[abs(distances) >= LOBES] = 0.0
    weights[(halves % (2 * fine) == 0) & (halves != 0)] = 0.0
    return weights


def check_antialias(
    antialias: Antialias, interpolation: Interpolation, *oversampling: int | None
) -> None:
    """Refuse filters that do not fit an interpolation, and odd oversamplings.

    Parameters
    ----------
    oversampling : int
        Fine pixels per output pixel along rows and columns; None: automatic.

    Raises
    ------
    GridrError
        With what to choose instead.
    """
    nearest = interpolation is Interpolation.NEAREST
    if antialias is Antialias.LANCZOS and nearest:
        raise GridrError(
            "The anti-alias filter lanczos does not go with nearest interpolation, "
            "which keeps values that must not be mixed. Choose majority for classes, "
            "average for block means, or another interpolation."
        )
    if antialias is Antialias.MAJORITY and not nearest:
        raise GridrError(
            "The anti-alias filter majority counts values that occur in the source, "
            "and {interpolation} interpolation makes others. Choose nearest "
            "interpolation, or the filter lanczos or average.",
            interpolation=interpolation.value,
        )
    for axis, fine in zip(LINES, oversampling):
        if fine is None:
            continue
        if antialias is Antialias.NONE:
            raise GridrError(
                "An oversampling of {fine} along {axis} is given, but no anti-alias "
                "filter that it is for. Choose lanczos, average or majority, or give "
                "no oversampling.",
                fine=fine,
                axis=axis,
            )
        if not 1 <= fine <= FINEST:
            raise GridrError(
                "The oversampling along {axis} must be 1 to {finest} fine pixels per "
                "output pixel, got {fine}. Give one of these, or none for an "
                "automatic one.",
                axis=axis,
                finest=FINEST,
                fine=fine,
            )
