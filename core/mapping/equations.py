"""The equations by which control points become fits, and their solutions.

Points are scaled: they lie about 0 and reach to about 1.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from ..errors import GridrError
from ..grid_options import GridFit

ORDERS = {
    GridFit.POLYNOMIAL1: 1,
    GridFit.POLYNOMIAL2: 2,
    GridFit.POLYNOMIAL3: 3,
    GridFit.LINEAR: 1,
    GridFit.HELMERT: 1,
}
"""Fit by polynomials -> their order."""
MOST_PLATES = 5000
"""Points of thin plates, whose equations take 200 MB then."""
FLAT = 1e-9
"""Singular value, of points of size 1, below which a fit does not hold them."""


def solver_of(fit: GridFit) -> Callable[[np.ndarray, np.ndarray], np.ndarray]:
    """Return what makes the coefficients of a fit of scaled places and pixels."""
    others = {
        GridFit.TPS: _solve_plates,
        GridFit.PROJECTIVE: _solve_projective,
        GridFit.LINEAR: _solve_linear,
        GridFit.HELMERT: _solve_helmert,
    }
    return others[fit] if fit in others else partial(_solve_polynomial, ORDERS[fit])


def terms_of(scaled: np.ndarray, order: int) -> np.ndarray:
    """Return the products of x and y up to an order, float64 (n, terms)."""
    x, y = scaled.T
    powers = [(i, n - i) for n in range(order + 1) for i in range(n, -1, -1)]
    return np.stack([x**i * y**j for i, j in powers], axis=1)


def summed(terms: np.ndarray, coefficients: np.ndarray) -> np.ndarray:
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
    if len(scaled) > MOST_PLATES:
        raise GridrError(
            "Thin plates (tps) take at most {most} points, {count} are there. Use a "
            "polynomial, or fewer points.",
            most=MOST_PLATES,
            count=len(scaled),
        )
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


def contradiction(places: np.ndarray, pixels: np.ndarray) -> tuple[int, int] | None:
    """Return two points at one place but at different pixels, the earlier first.

    None if there are none; both arrays are of shape (n, 2).
    """
    seen: dict[tuple[float, ...], int] = {}
    for later, place in enumerate(map(tuple, places.tolist())):
        first = seen.setdefault(place, later)
        if (pixels[first] != pixels[later]).any():
            return first, later
    return None


def _check_twice(scaled: np.ndarray, pixels: np.ndarray) -> None:
    """Refuse two points at one place of the map but at different pixels."""
    found = contradiction(scaled, pixels)
    if found is not None:
        raise GridrError(
            "The control points {first} and {other} are at the same place of the map "
            "but at different pixels. Use a polynomial, or remove one of them.",
            first=found[0] + 1,
            other=found[1] + 1,
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
    """Return the matrix of a projective fit from the pixel to the map, inverted.

    Direct linear transform, normalised as of R. Hartley, In defense of the eight-point
    algorithm (1997): the least squares depend on the scale, and QGIS takes this one.
    """
    of_pixels, of_places = _normalised(pixels), _normalised(scaled)
    u, v = (pixels * of_pixels[0, 0] + of_pixels[:2, 2]).T
    x, y = (scaled * of_places[0, 0] + of_places[:2, 2]).T
    zero, one = np.zeros_like(u), np.ones_like(u)
    first = [u, v, one, zero, zero, zero, -x * u, -x * v, -x]
    second = [zero, zero, zero, u, v, one, -y * u, -y * v, -y]
    system = np.vstack([np.transpose(first), np.transpose(second)])
    if len(system) < 9:
        system = np.vstack([system, np.zeros(9)])
    # of the triangle alone, which has the same singular values and vectors
    _, sizes, vectors = np.linalg.svd(np.linalg.qr(system, mode="r"))
    if sizes[7] < FLAT:
        raise _undetermined()
    forth = np.linalg.inv(of_places) @ vectors[-1].reshape(3, 3) @ of_pixels
    matrix = np.linalg.inv(forth)
    side = matrix[2] @ [*scaled.mean(axis=0), 1]
    return np.asarray(matrix if side > 0 else -matrix)


def _normalised(points: np.ndarray) -> np.ndarray:
    """Return the matrix that moves points about 0, sqrt(2) from it in the mean."""
    middle = points.mean(axis=0)
    scale = np.sqrt(2) / np.hypot(*(points - middle).T).mean()
    return np.array([[scale, 0, -scale * middle[0]], [0, scale, -scale * middle[1]],
                     [0, 0, 1]])  # fmt: skip


def projected(matrix: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Return points through a projective matrix; NaN beyond its horizon."""
    terms = np.column_stack([points, np.ones(len(points))])
    moved = summed(terms, matrix.T)
    moved[moved[:, 2] <= 0] = np.nan
    return np.asarray(moved[:, :2] / moved[:, 2:])
