"""Residuals of control points as the features of a layer."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from qgis.core import QgsGeometry, QgsPointXY, QgsWkbTypes

from .layers import Kind
from .points_report import note_of

if TYPE_CHECKING:
    from ...core.mapping.residuals import JudgedPoints

RESIDUALS = Kind(
    QgsWkbTypes.Type.Point,
    {
        "id": int,
        "row": float,
        "col": float,
        "x": float,
        "y": float,
        "residual_row": float,
        "residual_col": float,
        "residual": float,
        "left_out": float,
        "enabled": int,
        "note": str,
    },
)
"""What the layer holds; pixels count from the centre of the first one."""


def residual_features(
    points: JudgedPoints,
) -> Iterator[tuple[QgsGeometry, list[Any]]]:
    """Yield each point with its attributes; None for residuals that there are not."""
    for i, (x, y) in enumerate(points.places.tolist()):
        error, left_out = points.errors[i].tolist(), points.left_out[i].tolist()
        numbers = [
            *points.pixels[i].tolist(),
            x,
            y,
            *error,
            math.hypot(*error),
            math.hypot(*left_out),
        ]
        known = [value if math.isfinite(value) else None for value in numbers]
        geometry = QgsGeometry.fromPointXY(QgsPointXY(x, y))
        yield geometry, [i + 1, *known, int(points.enabled[i]), note_of(points, i)]
