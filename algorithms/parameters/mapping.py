"""What places a source on the map, and the target that a grid is made for."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import (
    QgsProcessingParameterCoordinateOperation,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterExtent,
)

from ...core.grid_options import DemHeights, GridFit, GridJob, GridMethod
from ..texts import tr
from . import names, words
from .kinds import band, choice, crs, helped, number, raster, whole_number

TARGET_FIELDS = {
    names.INPUT: "src",
    names.TEMPLATE: "template",
    names.TARGET_CRS: "dst_crs",
    names.TARGET_EXTENT: "extent",
    names.PIXEL_SIZE: "pixel_size",
    names.RESOLUTION_ROW: "row_step",
    names.RESOLUTION_COL: "col_step",
    names.TOLERANCE: "tolerance",
    names.OPERATION: "operation",
    names.OUTPUT: "dst",
    names.OUTPUT_MASK: "dst_mask",
}
"""Parameter -> field of `TargetJob`, for all forms that make grids."""


def target(by_gdal: bool = True) -> Iterator[QgsProcessingParameterDefinition]:
    """Yield the target: a template, or coordinate system, extent and pixel size.

    What of these is not set is GDAL's suggestion, or ours in its spirit.
    """
    extent, size = _of_gdal() if by_gdal else _of_ours()
    yield crs(
        names.TARGET_CRS,
        tr("Target: coordinate system"),
        tr(
            "Coordinate system that the source is brought to. Not set: that of its "
            "georeference, points or arrays; of RPCs it is EPSG:4326."
        ),
    )
    yield helped(
        QgsProcessingParameterExtent(
            names.TARGET_EXTENT, tr("Target: extent on the map"), optional=True
        ),
        extent,
    )
    yield number(
        names.PIXEL_SIZE,
        tr("Target: pixel size [units of its system]"),
        size,
        decimals=10,
    )
    yield raster(
        names.TEMPLATE,
        tr("Target: template raster"),
        tr(
            "Raster whose coordinate system, pixels and size the target takes; its "
            "values do not matter. Give it or the three above, not both. Not set: "
            "these are used."
        ),
        optional=True,
    )


def _of_gdal() -> tuple[str, str]:
    """Return the helps of extent and pixel size where GDAL suggests them."""
    return (
        tr(
            "What the target covers, from its upper left corner on; given in any "
            "coordinate system. Not set: all of the source, as gdalwarp takes it."
        ),
        tr(
            "Width and height of the target's pixels: metres in most projected "
            "systems, degrees in geographic ones. Not set: as fine as the source, as "
            "gdalwarp takes it."
        ),
    )


def _of_ours() -> tuple[str, str]:
    """Return the helps of extent and pixel size where GDAL suggests nothing."""
    return (
        tr(
            "What the target covers, from its upper left corner on; given in any "
            "coordinate system. Not set: all places of the source."
        ),
        tr(
            "Width and height of the target's pixels: metres in most projected "
            "systems, degrees in geographic ones. Not set: that of a square as large "
            "as the source's pixels are in median."
        ),
    )


def dem() -> QgsProcessingParameterDefinition:
    """Return the raster of heights."""
    return raster(
        names.DEM,
        tr("Heights (DEM)"),
        tr(
            "Raster of heights in metres, for a source with RPCs. Between its pixels "
            "heights are linear; where it has none, the grid has no position. Not "
            "set: one height everywhere."
        ),
        optional=True,
    )


def place() -> Iterator[QgsProcessingParameterDefinition]:
    """Yield what places the source."""
    yield choice(
        names.METHOD,
        tr("Source: placed by"),
        tr(
            "What places the source on the map. auto: the first that it has of a "
            "geotransform with a coordinate system, RPCs, control points, geolocation "
            "arrays. geotransform: its geotransform. gcp: its control points. rpc: its "
            "rational polynomials. geolocation: the arrays that its tags name."
        ),
        [method.value for method in GridMethod],
        GridJob.method.value,
        words.method(),
    )
    yield crs(
        names.SOURCE_CRS,
        tr("Source: coordinate system"),
        tr(
            "Coordinate system of the geotransform, of the control points or of the "
            "arrays; RPCs always have longitude and latitude. Not set: the source's "
            "own."
        ),
    )
    yield choice(
        names.FIT,
        tr("Control points: fit"),
        tr(
            "How control points become positions everywhere. auto: polynomial2 from "
            "six points on, else polynomial1, as GDAL does. polynomial1, polynomial2, "
            "polynomial3: of that order, from 3, 6 and 10 points on. tps: thin plates "
            "through all points. projective: as a camera sees a plane, from 4 points "
            "on. linear: a scale and a shift of each axis, from 2 on. helmert: a turn, "
            "one scale and a shift, from 2 on."
        ),
        [fit.value for fit in GridFit],
        GridJob.fit.value,
        words.fit(),
    )
    yield number(
        names.HEIGHT,
        tr("RPCs: height everywhere [m]"),
        tr(
            "Height above the ellipsoid, for a source with RPCs. Not together with a "
            "DEM. Not set: the mean height of the RPCs, with which QGIS draws it."
        ),
    )


def dem_details() -> Iterator[QgsProcessingParameterDefinition]:
    """Yield the band of the heights, and what these mean."""
    yield band(
        names.DEM_BAND,
        tr("DEM: band"),
        tr("Band with the heights. Not set: 1."),
        names.DEM,
    )
    yield choice(
        names.DEM_HEIGHTS,
        tr("DEM: heights count from"),
        tr(
            "RPCs take heights above the ellipsoid, most DEMs have them above sea "
            "level. from_crs: what the DEM's coordinate system says, else the "
            "ellipsoid. ellipsoid: WGS 84. egm96: the geoid EGM96, as SRTM. egm2008: "
            "the geoid EGM2008, as Copernicus DEM. A geoid needs its file among "
            "PROJ's data."
        ),
        [heights.value for heights in DemHeights],
        GridJob.dem_heights.value,
        words.heights(),
    )
    yield number(
        names.DEM_OFFSET,
        tr("DEM: offset [m]"),
        tr("Added to the heights of the DEM."),
        default=GridJob.dem_offset,
    )


def nodes(source: str = names.INPUT) -> Iterator[QgsProcessingParameterDefinition]:
    """Yield how far apart nodes are, and by which way points go.

    Parameters
    ----------
    source : str
        Parameter whose coordinate system they go from.
    """
    yield from steps()
    yield operation(
        source,
        tr(
            "Way from the source's coordinate system to the target's, as a PROJ "
            "pipeline. Not set: the best that PROJ has; the log tells which, how exact "
            "it is, and which file is missing for a better one."
        ),
    )


def steps() -> Iterator[QgsProcessingParameterDefinition]:
    """Yield how far apart nodes are."""
    yield whole_number(
        names.RESOLUTION_ROW,
        tr("Resolution in rows [target pixels]"),
        tr(
            "Target pixels from one row of nodes to the next. Not set: the largest "
            "power of two up to 256 that keeps the tolerance."
        ),
    )
    yield whole_number(
        names.RESOLUTION_COL,
        tr("Resolution in columns [target pixels]"),
        tr(
            "Target pixels from one column of nodes to the next. Not set: the largest "
            "power of two up to 256 that keeps the tolerance."
        ),
    )
    yield number(
        names.TOLERANCE,
        tr("Tolerance [source pixels]"),
        tr(
            "How far positions between nodes may be off where the resolution is "
            "automatic. A smaller one takes more nodes."
        ),
        default=GridJob.tolerance,
    )


def operation(source: str, text: str) -> QgsProcessingParameterDefinition:
    """Return the way that points go to the target's coordinate system.

    Parameters
    ----------
    source : str
        Parameter of the raster or of the coordinate system that they come from.
    text : str
        Its help.
    """
    return helped(
        QgsProcessingParameterCoordinateOperation(
            names.OPERATION,
            tr("Coordinate operation"),
            optional=True,
            sourceCrsParameterName=source,
            destinationCrsParameterName=names.TARGET_CRS,
        ),
        text,
    )
