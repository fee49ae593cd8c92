"""Fits of control points beside those of QGIS's Georeferencer itself."""

import numpy as np
import pytest
from gridr_qgis.core.grid_options import GridFit
from gridr_qgis.core.mapping.control_points import ControlPoints, fit_points
from gridr_qgis.core.mapping.crs import crs_of
from helpers.points import control
from qgis.core import QgsPointXY

UTM = crs_of("EPSG:32632", "")
METHODS = {
    "linear": "Linear",
    "helmert": "Helmert",
    "polynomial1": "PolynomialOrder1",
    "polynomial2": "PolynomialOrder2",
    "polynomial3": "PolynomialOrder3",
    "projective": "Projective",
    "tps": "ThinPlateSpline",
}
"""Fit -> what QGIS calls it."""
CLOSE = {"helmert": 1e-5}
"""Pixels that QGIS's own sums, about the origin of the map, are off."""


def georeferencer(method, pixels, places):
    """Return QGIS's function from places to rows and columns, fitted to points."""
    analysis = pytest.importorskip("qgis.analysis")
    interface = analysis.QgsGcpTransformerInterface
    fit = interface.create(getattr(interface.TransformMethod, method))
    # from the corner, y upwards
    source = [QgsPointXY(col + 0.5, -row - 0.5) for row, col in pixels.tolist()]
    target = [QgsPointXY(x, y) for x, y in places.tolist()]
    # from GDAL 3.8 on it inverts the splines that lead to the map: so they lead back
    is_turned = method == "ThinPlateSpline"
    points = (target, source) if is_turned else (source, target)
    assert fit.updateParametersFromGcps(*points, False)

    def back(x, y):
        there = zip(x.tolist(), y.tolist())
        found = [fit.transform(*place, not is_turned) for place in there]
        assert all(ok for ok, *_ in found)
        return np.transpose([place for _, *place in found])

    # on its way back the Helmert fit forgets which way y goes (3.22)
    _, upwards = back(*places.T)
    turn = np.sign(upwards @ -pixels[:, 0])

    def positions(x, y):
        cols, upwards = back(x, y)
        return np.stack([-turn * upwards, cols]) - 0.5

    return positions


@pytest.mark.parametrize("bend", [0.0, 3.0])
@pytest.mark.parametrize("count", [12, 40])
@pytest.mark.parametrize("fit", METHODS)
def test_positions_are_those_of_the_georeferencer(fit, count, bend):
    points = control(count, bend=bend)
    pixels = points[:, :2]
    # as metres of a map, at usual coordinates
    places = (points[:, 2:] - (10, 50)) * (70_000, 110_000) + (500_000, 5_500_000)
    x, y = np.random.default_rng(0).uniform((5e5, 5.478e6), (5.2e5, 5.5e6), (200, 2)).T
    expected = georeferencer(METHODS[fit], pixels, places)(x, y)
    found = fit_points(ControlPoints(places, pixels), GridFit.of(fit), UTM)
    within = CLOSE.get(fit, 1e-6)
    np.testing.assert_allclose(found.positions(x, y), expected, rtol=0, atol=within)
