"""How well control points fit, each beside what all give and what the others give."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
import pyproj

from ..errors import GridrError
from ..grid_options import GridFit
from .control_points import NEEDED, ControlPoints, Fitted, fit_points
from .equations import FLAT, ORDERS, plates_matrix, terms_of

LINES = (GridFit.LINEAR, GridFit.HELMERT, GridFit.PROJECTIVE)
"""Fits from the pixel to the map: points are left out by fitting again."""
MOST_AGAIN = 500
"""Points up to which they are fitted again without each: in a second or two."""
SUSPECT = 3.0
"""Standard deviations of rows and columns from which on a point is suspect: 1 to 2 % of
good ones are; a wrong one among eight is in 98 % of the cases (affine, tried)."""
OF_NORMAL = 1.4826
"""Standard deviation of normal errors over the median of their absolute values (MAD),
which a few wrong ones do not change."""
LEAST = 1e-6
"""Source pixels up to which no point is suspect: rounding."""
FAR = 16.0
"""Source pixels beyond the border from which on a point lies outside."""


class Flag(Enum):
    """What is odd about a control point."""

    DISABLED = "disabled"
    """It plays no part in the fit."""
    SUSPECT = "suspect"
    """The others put it elsewhere."""
    TWICE = "twice"
    """There is the same point before it."""
    SAME_PIXEL = "same pixel"
    """One before it is at the same pixel, but at another place."""
    OUTSIDE = "outside"
    """It lies outside of the source."""


@dataclass(frozen=True)
class JudgedPoints:
    """Control points, and how well they fit. Points count from 1, as in their file."""

    crs: pyproj.CRS
    """The coordinate system that they were fitted in."""
    fit: GridFit
    """Which fit."""
    src_shape: tuple[int, int]
    """(rows, cols) of the source."""
    places: np.ndarray
    """x and y of all points there, float64 (n, 2)."""
    pixels: np.ndarray
    """Rows and columns [pixel centres], float64 (n, 2)."""
    enabled: np.ndarray
    """Bool (n,): which were fitted."""
    errors: np.ndarray
    """Where the fit puts them, minus where they are [source pixels], float64 (n, 2)."""
    left_out: np.ndarray
    """The same of a fit of the others; NaN where these determine none."""
    flags: tuple[tuple[Flag, ...], ...]
    """What is odd about each."""

    @property
    def rms(self) -> float:
        """Return the root of the mean square of the residuals [source pixels]."""
        return _rms(self.errors[self.enabled])

    @property
    def rms_left_out(self) -> float:
        """Return that of left-out residuals, NaN if there are none [source pixels]."""
        return _rms(self.left_out[self.enabled])

    @property
    def are_many(self) -> bool:
        """Return whether the fit would have to be made again too often."""
        return self.fit in LINES and int(self.enabled.sum()) > MOST_AGAIN

    @property
    def worst(self) -> int:
        """Return the number of the enabled point that is farthest off.

        By left-out residuals if there are any, else by those of the fit.
        """
        lengths = np.hypot(*self.left_out.T)
        if not np.isfinite(lengths[self.enabled]).any():
            lengths = np.hypot(*self.errors.T)
        lengths = np.where(self.enabled & np.isfinite(lengths), lengths, -1)
        return int(np.argmax(lengths)) + 1

    def numbers(self, flag: Flag) -> list[int]:
        """Return the numbers of the points with a flag; suspect ones worst first."""
        found = [i for i, flags in enumerate(self.flags, 1) if flag in flags]
        if flag is Flag.SUSPECT:
            lengths = np.hypot(*self.left_out.T)
            found.sort(key=lambda number: -lengths[number - 1])
        return found


def _rms(errors: np.ndarray) -> float:
    """Return the root of the mean square of lengths; NaN if none is known."""
    known = errors[np.isfinite(errors).all(axis=1)]
    if not len(known):
        return float("nan")
    return float(np.sqrt((known**2).sum(axis=1).mean()))


def judge_points(
    model: Fitted, points: ControlPoints, enabled: np.ndarray, shape: tuple[int, int]
) -> JudgedPoints:
    """Return how well control points fit.

    Parameters
    ----------
    model : Fitted
        The fit of those that are enabled.
    points : ControlPoints
        All points, in its coordinate system.
    enabled : ndarray of bool, shape (n,)
    shape : (int, int)
        Of the source.
    """
    errors = model.positions(*points.places.T).T - points.pixels
    left_out = errors.copy()
    chosen = ControlPoints(points.places[enabled], points.pixels[enabled])
    left_out[enabled] = left_out_errors(model, chosen)
    flags = _flags(points, enabled, left_out, shape)
    return JudgedPoints(
        model.crs, model.fit, shape, *points, enabled, errors, left_out, flags
    )


def left_out_errors(model: Fitted, points: ControlPoints) -> np.ndarray:
    """Return where fits of all other points put each, minus where it is.

    In closed form: ``e / (1 - h)`` for polynomials, with residuals e and the diagonal h
    of the hat matrix; ``w / diagonal of inverse(A)`` for thin plates, with their
    weights w and equations A. Others are fitted again without each point.

    Parameters
    ----------
    model : Fitted
        Of these points.
    points : ControlPoints

    Returns
    -------
    ndarray of float64, shape (n, 2)
        Rows and columns [source pixels]; NaN where the others determine no fit, and
        where too many would have to be fitted again.
    """
    if model.fit in LINES:
        return _fitted_again(model, points)
    points = points.without_seam(model.crs)
    scaled = model.places.to(points.places)
    if model.fit is GridFit.TPS:
        return _without_plates(model, scaled)
    errors = model.positions(*points.places.T).T - points.pixels
    basis, _ = np.linalg.qr(terms_of(scaled, ORDERS[model.fit]))
    free = 1 - (basis**2).sum(axis=1)
    free[free < FLAT] = np.nan
    return np.asarray(errors / free[:, None])


def _fitted_again(model: Fitted, points: ControlPoints) -> np.ndarray:
    """Return the errors of each point in a fit of the others."""
    count = len(points.places)
    found = np.full((count, 2), np.nan)
    possible = NEEDED[model.fit] < count <= MOST_AGAIN
    for i in range(count if possible else 0):
        rest = ControlPoints(*(np.delete(part, i, axis=0) for part in points))
        try:
            other = fit_points(rest, model.fit, model.crs)
        except GridrError:  # these alone determine none
            continue
        place = points.places[i : i + 1]
        found[i] = other.positions(*place.T)[:, 0] - points.pixels[i]
    return found


def _without_plates(model: Fitted, scaled: np.ndarray) -> np.ndarray:
    """Return the errors of each point in thin plates through the others."""
    matrix, first = plates_matrix(scaled)
    pull = np.diagonal(np.linalg.inv(matrix))[: len(first)].copy()
    pull[np.abs(pull) < FLAT * np.abs(pull).max(initial=0)] = np.nan
    if len(first) <= NEEDED[model.fit]:
        pull[:] = np.nan
    # a point that is given twice is held by the other
    found = np.zeros((len(scaled), 2))
    found[first] = -model.coefficients[first] / pull[:, None] * model.pixels.size
    _, twin, counts = np.unique(scaled, axis=0, return_inverse=True, return_counts=True)
    found[counts[twin.ravel()] > 1] = 0
    return found


def _flags(
    points: ControlPoints,
    enabled: np.ndarray,
    left_out: np.ndarray,
    shape: tuple[int, int],
) -> tuple[tuple[Flag, ...], ...]:
    """Return what is odd about each point."""
    lengths = np.hypot(*left_out.T)
    known = enabled & np.isfinite(lengths)
    deviation = np.median(np.abs(left_out[known])) if known.any() else np.inf
    limit = SUSPECT * OF_NORMAL * deviation
    suspect = known & (lengths > max(limit, LEAST))
    last = np.array(shape) - 0.5 + FAR
    outside = ((points.pixels < -0.5 - FAR) | (points.pixels > last)).any(axis=1)
    twice, same_pixel = _repeated(points, enabled)
    given = {
        Flag.DISABLED: ~enabled,
        Flag.SUSPECT: suspect,
        Flag.TWICE: twice,
        Flag.SAME_PIXEL: same_pixel,
        Flag.OUTSIDE: outside,
    }
    count = len(enabled)
    return tuple(
        tuple(flag for flag, where in given.items() if where[i]) for i in range(count)
    )


def _repeated(
    points: ControlPoints, enabled: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return which enabled points repeat one before, and which its pixel only."""
    twice, same_pixel = np.zeros((2, len(enabled)), bool)
    seen: dict[tuple[float, ...], set[tuple[float, ...]]] = {}
    for i in np.flatnonzero(enabled).tolist():
        place, pixel = (tuple(part[i].tolist()) for part in points)
        before = seen.setdefault(pixel, set())
        twice[i] = place in before
        same_pixel[i] = bool(before) and not twice[i]
        before.add(place)
    return twice, same_pixel
