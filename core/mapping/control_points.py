"""Fits of control points, with the results of GDAL's, and of QGIS's where it has none.

Polynomials and thin plates go from the map to the pixel, as the resampling needs it.
The linear, the Helmert and the projective one are fitted from the pixel to the map,
and inverted, as QGIS's Georeferencer does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

import numpy as np
import pyproj

from ..errors import GridrError
from ..grid_options import GridFit
from ..kernels.table import bend_plates
from .crs import period_of, unwrapped

NEEDED = {
    GridFit.POLYNOMIAL1: 3,
    GridFit.POLYNOMIAL2: 6,
    GridFit.POLYNOMIAL3: 10,
    GridFit.TPS: 3,
    GridFit.PROJECTIVE: 4,
    GridFit.LINEAR: 2,
    GridFit.HELMERT: 2,
}
"""Fit -> points that it needs at least."""
ORDERS = {
    GridFit.POLYNOMIAL1: 1,
    GridFit.POLYNOMIAL2: 2,
    GridFit.POLYNOMIAL3: 3,
    GridFit.LINEAR: 1,
    GridFit.HELMERT: 1,
}
"""Fit by polynomials -> their order."""
WORDS = {
    GridFit.POLYNOMIAL1: "polynomial 1",
    GridFit.POLYNOMIAL2: "polynomial 2",
    GridFit.POLYNOMIAL3: "polynomial 3",
    GridFit.TPS: "thin plates (tps)",
    GridFit.PROJECTIVE: "projective",
    GridFit.LINEAR: "linear",
    GridFit.HELMERT: "Helmert",
}
"""Fit -> what to call it."""
PLAIN_SECONDS = 2e-8
"""Seconds that NumPy takes for one place and one bend of thin plates."""
FLAT = 1e-9
"""Singular value, of points of size 1, below which a fit does not hold them."""


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

    def places_at(self, pixels: np.ndarray) -> np.ndarray:
        """Return the places of rows and columns, both float64 (n, 2).

        Of those fits only that are made of lines: linear, Helmert, polynomial 1 and
        projective. NaN beyond a horizon.
        """
        if self.fit is GridFit.PROJECTIVE:
            matrix = np.linalg.inv(self.coefficients)
        else:
            assert ORDERS[self.fit] == 1
            constant, *slopes = self.coefficients
            whole = np.column_stack([np.transpose(slopes), constant])
            matrix = np.linalg.inv(np.vstack([whole, [0, 0, 1]]))
        with np.errstate(invalid="ignore", divide="ignore"):
            found = _projected(matrix, self.pixels.to(pixels))
        return self.places.back(found)

    def plain_seconds(self, count: int) -> float:
        """Return how long NumPy takes for so many places; 0 where that is nothing."""
        is_bent = self.fit is GridFit.TPS
        return PLAIN_SECONDS * count * len(self.nodes) * is_bent

    def _moved(self, scaled: np.ndarray) -> np.ndarray:
        """Return scaled pixels of scaled places, float64 (n, 2)."""
        if self.fit is GridFit.PROJECTIVE:
            return _projected(self.coefficients, scaled)
        if self.fit is GridFit.TPS:
            out = np.empty(scaled.T.shape)
            bend_plates(*scaled.T.copy(), self.nodes, self.coefficients, out)
            return out.T
        return _summed(terms_of(scaled, ORDERS[self.fit]), self.coefficients)


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
    check_count(len(points.places), fit, "there")
    points = points.without_seam(crs)
    places, pixels = Scale.of(points.places), Scale.of(points.pixels)
    scaled, wanted = places.to(points.places), pixels.to(points.pixels)
    if NEEDED[fit] > 2:
        _check_line(scaled)
        _check_line(wanted)
    found = _solve(fit)(scaled, wanted)
    return Fitted(crs, fit, found, scaled, places, pixels)


def _solve(fit: GridFit) -> Callable[[np.ndarray, np.ndarray], np.ndarray]:
    """Return what makes the coefficients of a fit of scaled places and pixels."""
    others = {
        GridFit.TPS: _solve_plates,
        GridFit.PROJECTIVE: _solve_projective,
        GridFit.LINEAR: _solve_linear,
        GridFit.HELMERT: _solve_helmert,
    }
    return others[fit] if fit in others else partial(_solve_polynomial, ORDERS[fit])


def check_count(count: int, fit: GridFit, state: str) -> None:
    """Refuse fewer points than a fit needs.

    Parameters
    ----------
    count : int
        Of the points.
    fit : GridFit
    state : str
        What they are, such as "enabled".

    Raises
    ------
    GridrError
        If so.
    """
    if count < NEEDED[fit]:
        fewer = [WORDS[one] for one, needed in NEEDED.items() if needed <= count]
        instead = f"Use {fewer[0]}, or add points" if fewer else "Add points"
        name = WORDS[fit][0].upper() + WORDS[fit][1:]
        needs = "need" if fit is GridFit.TPS else "needs"
        found = f"{count} is" if count == 1 else f"{count} are"
        raise GridrError(
            f"{name} {needs} {NEEDED[fit]} points, {found} {state}. {instead}."
        )


def _check_line(scaled: np.ndarray) -> None:
    """Refuse points that all lie on a line."""
    if np.linalg.svd(scaled - scaled.mean(axis=0), compute_uv=False)[-1] < FLAT:
        raise GridrError("The points lie on one line. Add one beside it.")


def terms_of(scaled: np.ndarray, order: int) -> np.ndarray:
    """Return the products of x and y up to an order, float64 (n, terms)."""
    x, y = scaled.T
    powers = [(i, n - i) for n in range(order + 1) for i in range(n, -1, -1)]
    return np.stack([x**i * y**j for i, j in powers], axis=1)


def _summed(terms: np.ndarray, coefficients: np.ndarray) -> np.ndarray:
    """Return ``terms @ coefficients``, in the same bits for a point wherever it stands.

    BLAS takes another order of the sum for the first and last points of an array.
    """
    total = terms[:, :1] * coefficients[0]
    for k in range(1, len(coefficients)):
        total += terms[:, k : k + 1] * coefficients[k]
    return np.asarray(total)


def _solve_polynomial(order: int, scaled: np.ndarray, pixels: np.ndarray) -> np.ndarray:
    """Return the coefficients of polynomials nearest to the pixels."""
    terms = terms_of(scaled, order)
    found, _, rank, _ = np.linalg.lstsq(terms, pixels, rcond=FLAT)
    if rank < terms.shape[1]:
        raise _undetermined()
    return np.asarray(found)


def _undetermined() -> GridrError:
    """Return what to say of points that leave a fit open."""
    return GridrError(
        "The control points lie so that they do not determine the fit, for example on "
        "two lines. Use a lower polynomial, or add points elsewhere."
    )


def plates_of(scaled: np.ndarray, nodes: np.ndarray) -> np.ndarray:
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
    matrix, first = plates_matrix(scaled)
    count = len(first)
    try:
        found = np.linalg.solve(matrix, np.vstack([pixels[first], np.zeros((3, 2))]))
    except np.linalg.LinAlgError as error:
        raise _undetermined() from error
    # back in the order of the points; a place that is given twice counts once
    weights = np.zeros((len(pixels) + 3, 2))
    weights[first], weights[-3:] = found[:count], found[count:]
    return weights


def plates_matrix(scaled: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the matrix of the equations for thin plates, and which points are in it.

    A place that is given twice counts once.

    Returns
    -------
    matrix : ndarray of float64, shape (m + 3, m + 3)
    first : ndarray of int, shape (m,)
        The point of each line of the matrix.
    """
    scaled, first = np.unique(scaled, axis=0, return_index=True)
    count = len(scaled)
    matrix = np.zeros((count + 3, count + 3))
    matrix[:count] = plates_of(scaled, scaled)
    matrix[count:, :count] = matrix[:count, count:].T
    return matrix, first


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


def _solve_linear(scaled: np.ndarray, pixels: np.ndarray) -> np.ndarray:
    """Return a scale and a shift of each axis from the pixel to the map, inverted.

    Least squares of x over the column and of y over the row; signs are free.
    """
    found = np.zeros((3, 2))
    for of_place, of_pixel in ((0, 1), (1, 0)):
        place, pixel = scaled[:, of_place], pixels[:, of_pixel]
        middle, off = pixel.mean(), pixel - pixel.mean()
        if min(np.abs(off).max(), np.ptp(place)) < FLAT:
            raise GridrError(
                "The points lie in one row or one column. Add one beside it."
            )
        slope = (off @ place) / (off @ off)
        if abs(slope) < FLAT:
            raise _undetermined()
        found[0, of_pixel] = middle - place.mean() / slope
        found[1 + of_place, of_pixel] = 1 / slope
    return found


def _solve_helmert(scaled: np.ndarray, pixels: np.ndarray) -> np.ndarray:
    """Return a turn, a scale and a shift from the pixel to the map, inverted.

    Least squares of a complex line: rows go down where y goes up, so that a turn
    mirrors nothing.
    """
    row, col = pixels.T
    pixel, place = col - 1j * row, scaled[:, 0] + 1j * scaled[:, 1]
    off = pixel - pixel.mean()
    size = (np.conj(off) @ off).real
    turn = (np.conj(off) @ place) / size if size > FLAT**2 else 0
    if abs(turn) < FLAT:
        raise _undetermined()
    back = 1 / turn
    start = pixel.mean() - place.mean() * back
    cols = [start.real, back.real, -back.imag]
    rows = [-start.imag, -back.imag, -back.real]
    return np.transpose([rows, cols])


def _solve_projective(scaled: np.ndarray, pixels: np.ndarray) -> np.ndarray:
    """Return the matrix of a projective fit from the pixel to the map, inverted."""
    (u, v), (x, y) = pixels.T, scaled.T
    zero, one = np.zeros_like(u), np.ones_like(u)
    first = [u, v, one, zero, zero, zero, -x * u, -x * v, -x]
    second = [zero, zero, zero, u, v, one, -y * u, -y * v, -y]
    system = np.vstack([np.transpose(first), np.transpose(second)])
    if len(system) < 9:
        system = np.vstack([system, np.zeros(9)])
    _, sizes, vectors = np.linalg.svd(system, full_matrices=False)
    if sizes[7] < FLAT:
        raise _undetermined()
    matrix = np.linalg.inv(vectors[-1].reshape(3, 3))
    side = matrix[2] @ [*scaled.mean(axis=0), 1]
    return np.asarray(matrix if side > 0 else -matrix)


def _projected(matrix: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Return points through a projective matrix; NaN beyond its horizon."""
    terms = np.column_stack([points, np.ones(len(points))])
    moved = _summed(terms, matrix.T)
    moved[moved[:, 2] <= 0] = np.nan
    return np.asarray(moved[:, :2] / moved[:, 2:])
