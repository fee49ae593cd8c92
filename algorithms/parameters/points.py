"""Control points in a file: what they are, and how they are fitted."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputDefinition,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
)

from ...core.grid_options import GridFit, PointsJob, SourceFrame
from ..texts import tr
from . import names, words
from .kinds import choice, crs, file
from .mapping import operation
from .output import layer, report

FITS = (
    GridFit.LINEAR,
    GridFit.HELMERT,
    GridFit.POLYNOMIAL1,
    GridFit.POLYNOMIAL2,
    GridFit.POLYNOMIAL3,
    GridFit.PROJECTIVE,
    GridFit.TPS,
)
"""Fits in the order of QGIS's Georeferencer."""


def points() -> QgsProcessingParameterDefinition:
    """Return the file."""
    return file(
        names.POINTS,
        tr("Control points (file)"),
        tr(
            "File of points that QGIS's Georeferencer saves (.points), or a table "
            "(.csv) with the columns row, col, x and y (or lon and lat), whose rows "
            "and columns count from the centre of the first pixel."
        ),
        tr("Control points (*.points *.csv *.txt);;All files (*)"),
    )


def fit() -> QgsProcessingParameterDefinition:
    """Return the fit."""
    return choice(
        names.FIT,
        tr("Fit"),
        tr(
            "How points become positions everywhere. linear: a scale and a shift of "
            "each axis, from 2 points on. helmert: a turn, one scale and a shift, from "
            "2 on. polynomial1, polynomial2, polynomial3: of that order, from 3, 6 and "
            "10 on. projective: as a camera sees a plane, from 4 on. tps: thin plates "
            "through all points, from 3 on."
        ),
        [one.value for one in FITS],
        PointsJob.fit.value,
        words.fit(),
    )


def details() -> Iterator[QgsProcessingParameterDefinition]:
    """Yield what the points' coordinates are, and by which way they go."""
    yield crs(
        names.POINTS_CRS,
        tr("Points: coordinate system"),
        tr(
            "Coordinate system of the points on the map. Not set: what the file says "
            "in its first line, as QGIS writes it; tables have none, so give it."
        ),
    )
    yield choice(
        names.SOURCE_FRAME,
        tr("Points: coordinates in the source"),
        tr(
            "What the columns sourceX and sourceY (or pixelX, pixelY) are. pixel: "
            "pixels from the corner of the first one, y negative downwards. map: "
            "coordinates of the source's own geotransform, as newer QGIS saves them "
            "for a source that has one. auto: those by which more points lie in the "
            "source; the log tells which."
        ),
        [frame.value for frame in SourceFrame],
        PointsJob.source_frame.value,
        words.source_frame(),
    )


def way() -> QgsProcessingParameterDefinition:
    """Return the operation that brings points to the target's coordinate system."""
    return operation(
        names.POINTS_CRS,
        tr(
            "Way from the points' coordinate system to the target's, where they are "
            "fitted, as a PROJ pipeline. Not set: the best that PROJ has; the log "
            "tells which, how exact it is, and which file is missing for a better one."
        ),
    )


def destinations() -> Iterator[QgsProcessingParameterDefinition]:
    """Yield the table of residuals and the report."""
    yield layer(
        names.OUTPUT_RESIDUALS,
        tr("Residuals (table)"),
        tr(
            "Layer of the points in the target's coordinate system, with residuals in "
            "source pixels: of the fit, and of a fit of all others (left out)."
        ),
        QgsProcessing.SourceType.TypeVectorPoint,
        optional=True,
    )
    yield report(
        names.OUTPUT_HTML,
        tr("Report on the control points"),
        tr(
            "One HTML file: how well the points fit, which are odd, a picture of the "
            "residuals, and a table."
        ),
        optional=True,
    )


def results() -> Iterator[QgsProcessingOutputDefinition]:
    """Yield the numbers that tell how well points fit."""
    for name, label in (
        (names.RMS, tr("Residuals, root mean square [source pixels]")),
        (names.RMS_LEFT_OUT, tr("Left-out residuals, root mean square")),
        (names.WORST_POINT, tr("Number of the point that is farthest off")),
    ):
        yield QgsProcessingOutputNumber(name, label)
