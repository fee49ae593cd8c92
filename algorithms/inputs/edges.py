"""Edges that are straight in one coordinate system, in another, where they bend.

Needs numpy, so it is imported by what runs, not by what QGIS loads at its start.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from qgis.core import QgsCoordinateTransform, QgsGeometry, QgsLineString

from ...core.message import Message

MOST_HALVINGS = 16
"""An edge of 1000 km bends by kilometres; a tenth of a pixel of 1 m takes 10."""
MOST_VERTICES = 100_000
"""Of a ring, beyond which its edges are not halved further."""


def follow(
    line: Sequence[Sequence[float]], to_raster: QgsCoordinateTransform, within: float
) -> np.ndarray:
    """Return a line as (n, 2) in another CRS, with what it needs to follow its edges.

    An edge is halved until its middle and its third lie within a distance of the
    straight line between its ends there.
    """
    line = np.array(line)[:, :2]
    for _ in range(MOST_HALVINGS):
        there = _moved(line, to_raster)
        bent = np.zeros(len(line) - 1, bool)
        for share in (1 / 2, 1 / 3):
            between = line[:-1] + share * (line[1:] - line[:-1])
            straight = there[:-1] + share * (there[1:] - there[:-1])
            off = _moved(between, to_raster) - straight
            bent |= np.hypot(*off.T) > within
        if not bent.any() or len(line) > MOST_VERTICES:
            return there
        middles = (line[:-1] + line[1:])[bent] / 2
        line = np.insert(line, np.flatnonzero(bent) + 1, middles, axis=0)
    return _moved(line, to_raster)


def _moved(points: np.ndarray, to_raster: QgsCoordinateTransform) -> np.ndarray:
    """Return points (n, 2) in another CRS."""
    line = QgsGeometry(QgsLineString(points[:, 0].tolist(), points[:, 1].tolist()))
    line.transform(to_raster)
    moved = np.array([(point.x(), point.y()) for point in line.vertices()])
    if not np.isfinite(moved).all():
        raise ValueError(Message("it would have points at infinity"))
    return moved.reshape(-1, 2)
