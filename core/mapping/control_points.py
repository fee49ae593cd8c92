"""Fits of control points, with the results of GDAL's, and of QGIS's for projective.

Polynomials and thin plates go from the map to the pixel, as the resampling needs it.
The projective one is fitted from the pixel to the map, and inverted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pyproj

from ..errors import GridrError
from ..grid_options import GridFit
from .crs import period_of, unwrapped

NEEDED = {
    GridFit.POLYNOMIAL1: 3,
    GridFit.POLYNOMIAL2: 6,
    GridFit.POLYNOMIAL3: 10,
    GridFit.TPS: 3,
    GridFit.PROJECTIVE: 4,
}
"""Fit -> points that it needs at least."""
ORDERS = {GridFit.POLYNOMIAL1: 1, GridFit.POLYNOMIAL2: 2, GridFit.POLYNOMIAL3: 3}
"""Polynomial -> its order."""
FLAT = 1e-9
"""Singular value, of points of size 1, below which a fit does not hold them."""
AT_ONCE = 2**22
"""Distances from points to control points that are computed together."""


class ControlPoints(NamedTuple):
    """Places of the map whose pixels are known."""

    places: np.ndarray
    """x and y, float64 (n, 2)."""
    pixels: np.ndarray
    """Rows and columns [pixel centres], float64 (n, 2)."""

    def without_seam(self, crs: pyproj.CRS) -> ControlPoints:
        """Return them with longitudes that do not jump at the antimeridian."""
        if not len(self.places):
            return self
        x = self.places[:, 0]
        x = unwrapped(x, x[0], period_of(crs))
        return self._replace(places=np.stack([x, self.places[:, 1]], axis=1))


def auto_fit(count: int) -> GridFit:
    """Return the fit that GDAL takes for so many points by itself."""
    return GridFit.POLYNOMIAL2 if count >= 6 else GridFit.POLYNOMIAL1


class Scale(NamedTuple):
    """Points moved and scaled, so that they lie about 0 and reach to about 1."""

    middle: np.ndarray
    """Of the points, float64 (2,)."""
    size: float
    """How far they reach from there."""

    @classmethod
    def of(cls, points: np.ndarray) -> Scale:
        """Return the scale of points, float64 (n, 2)."""
        middle = points.mean(axis=0)
        return cls(middle, float(np.abs(points - middle).max()) or 1.0)

    def to(self, points: np.ndarray) -> np.ndarray:
        """Return points scaled, float64 (n, 2)."""
        return np.asarray((points - self.middle) / self.size)

    def back(self, points: np.ndarray) -> np.ndarray:
        """Return scaled points as they were."""
        return np.asarray(points * self.size + self.middle)


@dataclass(frozen=True)
class Fitted:
    """A source that lies on the map by control points."""

    crs: pyproj.CRS
    """Of the points' places."""
    fit: GridFit
    """Which fit."""
    coefficients: np.ndarray
    """Of the fit, in scaled places and pixels."""
    nodes: np.ndarray
    """Scaled places that thin plates bend at, float64 (n, 2)."""
    places: Scale
    """Of the places."""
    pixels: Scale
    """Of the pixels."""

    def positions(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Return rows and columns of places."""
        x = unwrapped(x, self.places.middle[0], period_of(self.crs))
        scaled = self.places.to(np.stack([x.ravel(), y.ravel()], axis=1))
        with np.errstate(invalid="ignore", over="ignore", divide="ignore"):
            found = self.pixels.back(self._moved(scaled))
        return np.asarray(found.T.reshape(2, *x.shape))

    def _moved(self, scaled: np.ndarray) -> np.ndarray:
        """Return scaled pixels of scaled places, float64 (n, 2)."""
        if self.fit is GridFit.PROJECTIVE:
            return _projected(self.coefficients, scaled)
        if self.fit is GridFit.TPS:
            return self._bent(scaled)
        return np.asarray(_terms(scaled, ORDERS[self.fit]) @ self.coefficients)

    def _bent(self, scaled: np.ndarray) -> np.ndarray:
        """Return what thin plates make of scaled places."""
        out = np.empty_like(scaled)
        count = max(1, AT_ONCE // len(self.nodes))
        for start in range(0, len(scaled), count):
            some = slice(start, start + count)
            out[some] = _plates(scaled[some], self.nodes) @ self.coefficients
        return out


def fit_points(points: ControlPoints, fit: GridFit, crs: pyproj.CRS) -> Fitted:
    """Fit control points.

    Parameters
    ----------
    points : ControlPoints
    fit : GridFit
        `GridFit.AUTO`: GDAL's choice.
    crs : CRS
        Of their places.

    Raises
    ------
    GridrError
        If they are too few, lie on a line, or contradict each other.
    """
    fit = auto_fit(len(points.places)) if fit is GridFit.AUTO else fit
    _check_count(len(points.places), fit)
    points = points.without_seam(crs)
    places, pixels = Scale.of(points.places), Scale.of(points.pixels)
    scaled = places.to(points.places)
    _check_line(scaled)
    _check_line(pixels.to(points.pixels))
    solve = {GridFit.TPS: _solve_plates, GridFit.PROJECTIVE: _solve_projective}.get(fit)
    if solve is None:
        found = _least_squares(_terms(scaled, ORDERS[fit]), pixels.to(points.pixels))
    else:
        found = solve(scaled, pixels.to(points.pixels))
    return Fitted(crs, fit, found, scaled, places, pixels)


def _check_count(count: int, fit: GridFit) -> None:
    """Refuse fewer points than a fit needs."""
    if count < NEEDED[fit]:
        fewer = [one.value for one, needed in NEEDED.items() if needed <= count]
        instead = f"Use {fewer[0]}, or add points" if fewer else "Add points"
        raise GridrError(
            f"The fit {fit.value} needs {NEEDED[fit]} control points, there are "
            f"{count}. {instead}."
        )


def _check_line(scaled: np.ndarray) -> None:
    """Refuse points that all lie on a line."""
    if np.linalg.svd(scaled - scaled.mean(axis=0), compute_uv=False)[-1] < FLAT:
        raise GridrError("The control points lie on one line. Add one beside it.")


def _terms(scaled: np.ndarray, order: int) -> np.ndarray:
    """Return the products of x and y up to an order, float64 (n, terms)."""
    x, y = scaled.T
    powers = [(i, n - i) for n in range(order + 1) for i in range(n, -1, -1)]
    return np.stack([x**i * y**j for i, j in powers], axis=1)


def _least_squares(terms: np.ndarray, values: np.ndarray) -> np.ndarray:
    """Return the coefficients that bring terms nearest to values."""
    found, _, rank, _ = np.linalg.lstsq(terms, values, rcond=FLAT)
    if rank < terms.shape[1]:
        raise _undetermined()
    return np.asarray(found)


def _undetermined() -> GridrError:
    """Return what to say of points that leave a fit open."""
    return GridrError(
        "The control points lie so that they do not determine the fit, for example on "
        "two lines. Use a lower polynomial, or add points elsewhere."
    )


def _plates(scaled: np.ndarray, nodes: np.ndarray) -> np.ndarray:
    """Return what thin plates and a plane are at places, float64 (n, m + 3)."""
    out = np.empty((len(scaled), len(nodes) + 3))
    square = out[:, :-3]
    np.subtract(scaled[:, :1], nodes[:, 0], out=square)
    square *= square
    square += (scaled[:, 1:] - nodes[:, 1]) ** 2
    # r^2 log r^2, which is 0 at 0
    square *= np.log(np.maximum(square, np.finfo(float).tiny))
    out[:, -3], out[:, -2:] = 1, scaled
    return out


def _solve_plates(scaled: np.ndarray, pixels: np.ndarray) -> np.ndarray:
    """Return the weights of thin plates through all points, and of the plane."""
    _check_twice(scaled, pixels)
    scaled, kept = np.unique(scaled, axis=0, return_inverse=True)
    first = np.array([np.argmax(kept.ravel() == i) for i in range(len(scaled))])
    count = len(scaled)
    matrix = np.zeros((count + 3, count + 3))
    matrix[:count] = _plates(scaled, scaled)
    matrix[count:, :count] = matrix[:count, count:].T
    try:
        found = np.linalg.solve(matrix, np.vstack([pixels[first], np.zeros((3, 2))]))
    except np.linalg.LinAlgError as error:
        raise _undetermined() from error
    # back in the order of the points; a place that is given twice counts once
    weights = np.zeros((len(pixels) + 3, 2))
    weights[first], weights[-3:] = found[:count], found[count:]
    return weights


def _check_twice(scaled: np.ndarray, pixels: np.ndarray) -> None:
    """Refuse two points at one place of the map but at different pixels."""
    for later in range(1, len(scaled)):
        same = np.flatnonzero((scaled[:later] == scaled[later]).all(axis=1))
        for first in same:
            if (pixels[first] != pixels[later]).any():
                raise GridrError(
                    f"The control points {first + 1} and {later + 1} are at the same "
                    "place of the map but at different pixels. Use a polynomial, or "
                    "remove one of them."
                )


def _solve_projective(scaled: np.ndarray, pixels: np.ndarray) -> np.ndarray:
    """Return the matrix of a projective fit from the pixel to the map, inverted."""
    (u, v), (x, y) = pixels.T, scaled.T
    zero, one = np.zeros_like(u), np.ones_like(u)
    first = [u, v, one, zero, zero, zero, -x * u, -x * v, -x]
    second = [zero, zero, zero, u, v, one, -y * u, -y * v, -y]
    system = np.vstack([np.transpose(first), np.transpose(second)])
    _, sizes, vectors = np.linalg.svd(system)
    if sizes[7] < FLAT:
        raise _undetermined()
    matrix = np.linalg.inv(vectors[-1].reshape(3, 3))
    side = matrix[2] @ [*scaled.mean(axis=0), 1]
    return np.asarray(matrix if side > 0 else -matrix)


def _projected(matrix: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Return points through a projective matrix; NaN beyond its horizon."""
    moved = np.column_stack([points, np.ones(len(points))]) @ matrix.T
    moved[moved[:, 2] <= 0] = np.nan
    return np.asarray(moved[:, :2] / moved[:, 2:])
