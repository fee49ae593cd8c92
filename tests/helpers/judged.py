"""Control points with their residuals, for what shows them."""

import numpy as np
from gridr_qgis.core.grid_options import GridFit
from gridr_qgis.core.mapping.control_points import ControlPoints, fit_points
from gridr_qgis.core.mapping.crs import crs_of
from gridr_qgis.core.mapping.residuals import judge_points

from .points import control


def judged(
    count=10, fit="polynomial1", disabled=(), shape=(200, 300), crs="EPSG:4326", **wrong
):
    """Return judged points; `wrong`: point (p1, p2, ...) -> pixels that it is off."""
    table = control(count)
    for number, pixels in wrong.items():
        table[int(number[1:]) - 1, :2] += pixels
    enabled = np.array([i + 1 not in disabled for i in range(count)])
    points = ControlPoints(table[:, 2:], table[:, :2])
    fitted = ControlPoints(table[enabled, 2:], table[enabled, :2])
    model = fit_points(fitted, GridFit.of(fit), crs_of(crs, ""))
    return judge_points(model, points, enabled, shape)
