"""Fits of control points, with the results of GDAL's, and of QGIS's where it has none.

Polynomials and thin plates go from the map to the pixel, as the resampling needs it.
The linear, the Helmert and the projective one are fitted from the pixel to the map,
and inverted, as QGIS's Georeferencer does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pyproj

from ..errors import GridrError
from ..grid_options import GridFit
from ..kernels.table import bend_plates
from ..message import Message
from .crs import period_of, unwrapped
from .equations import FLAT, ORDERS, projected, solver_of, summed, terms_of

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
WORDS = {
    GridFit.POLYNOMIAL1: Message("polynomial 1"),
    GridFit.POLYNOMIAL2: Message("polynomial 2"),
    GridFit.POLYNOMIAL3: Message("polynomial 3"),
    GridFit.TPS: Message("thin plates (tps)"),
    GridFit.PROJECTIVE: Message("projective"),
    GridFit.LINEAR: Message("linear"),
    GridFit.HELMERT: Message("Helmert"),
}
"""Fit -> what to call it."""
NEEDS = {
    GridFit.POLYNOMIAL1: Message("Polynomial 1 needs"),
    GridFit.POLYNOMIAL2: Message("Polynomial 2 needs"),
    GridFit.POLYNOMIAL3: Message("Polynomial 3 needs"),
    GridFit.TPS: Message("Thin plates (tps) need"),
    GridFit.PROJECTIVE: Message("Projective needs"),
    GridFit.LINEAR: Message("Linear needs"),
    GridFit.HELMERT: Message("Helmert needs"),
}
"""The beginning of the sentence about too few points."""
SIMPLER = (GridFit.POLYNOMIAL2, GridFit.POLYNOMIAL1, GridFit.LINEAR)
"""Fits to take where points are too few, the first that is possible."""
PLAIN_SECONDS = 2e-8
"""Seconds that NumPy takes for one place and one bend of thin plates."""


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
            constant, *slopes = self.coefficients
            whole = np.column_stack([np.transpose(slopes), constant])
            matrix = np.linalg.inv(np.vstack([whole, [0, 0, 1]]))
        with np.errstate(invalid="ignore", divide="ignore"):
            found = projected(matrix, self.pixels.to(pixels))
        return self.places.back(found)

    def plain_seconds(self, count: int) -> float:
        """Return how long NumPy takes for so many places; 0 where that is nothing."""
        is_bent = self.fit is GridFit.TPS
        return PLAIN_SECONDS * count * len(self.nodes) * is_bent

    def _moved(self, scaled: np.ndarray) -> np.ndarray:
        """Return scaled pixels of scaled places, float64 (n, 2)."""
        if self.fit is GridFit.PROJECTIVE:
            return projected(self.coefficients, scaled)
        if self.fit is GridFit.TPS:
            out = np.empty(scaled.T.shape)
            bend_plates(*scaled.T.copy(), self.nodes, self.coefficients, out)
            return out.T
        return summed(terms_of(scaled, ORDERS[self.fit]), self.coefficients)


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
    check_count(len(points.places), fit, Message("there"))
    points = points.without_seam(crs)
    places, pixels = Scale.of(points.places), Scale.of(points.pixels)
    scaled, wanted = places.to(points.places), pixels.to(points.pixels)
    if NEEDED[fit] > 2:
        _check_line(scaled)
        _check_line(wanted)
    found = solver_of(fit)(scaled, wanted)
    return Fitted(crs, fit, found, scaled, places, pixels)


def check_count(count: int, fit: GridFit, state: Message) -> None:
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
        fewer = [WORDS[one] for one in SIMPLER if NEEDED[one] <= count]
        instead = (
            Message("Use {fewer}, or add points", fewer=fewer[0])
            if fewer
            else Message("Add points")
        )
        found = (
            Message("{count} is", count=count)
            if count == 1
            else Message("{count} are", count=count)
        )
        raise GridrError(
            "{fit_needs} {needed} points, {found} {state}. {instead}.",
            fit_needs=NEEDS[fit],
            needed=NEEDED[fit],
            found=found,
            state=state,
            instead=instead,
        )


def _check_line(scaled: np.ndarray) -> None:
    """Refuse points that all lie on a line."""
    if np.linalg.svd(scaled - scaled.mean(axis=0), compute_uv=False)[-1] < FLAT:
        raise GridrError("The points lie on one line. Add one beside it.")
