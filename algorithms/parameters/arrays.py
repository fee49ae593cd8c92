"""Geolocation arrays: where they are, and which pixels of the source they are of."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import QgsProcessingParameterDefinition

from ...core.grid_options import ArrayConvention, ArraysJob
from ..texts import tr
from . import names, words
from .kinds import band, choice, crs, number, raster, whole_number


def arrays() -> Iterator[QgsProcessingParameterDefinition]:
    """Yield the rasters of x and y, and the one that replaces them."""
    yield raster(
        names.X_RASTER,
        tr("Array of x or longitude"),
        tr(
            "Raster with the x or longitude of pixels of the source, together with "
            "one of y. Not set: what the source's tags name (domain GEOLOCATION), as "
            "those of many netCDF and HDF files do."
        ),
        optional=True,
    )
    yield raster(
        names.Y_RASTER,
        tr("Array of y or latitude"),
        tr(
            "Raster with the y or latitude of the same pixels; it may be the one of "
            "x, with another band. Not set: what the source's tags name."
        ),
        optional=True,
    )
    yield raster(
        names.GLT_RASTER,
        tr("Lookup table on the map (GLT)"),
        tr(
            "Instead of both arrays: raster on the map whose first two bands hold "
            "column and row of a pixel of the source, counted from 1, and 0 where "
            "there is none, as for EMIT. Each output pixel is then one of the source. "
            "Not set: the arrays are used."
        ),
        optional=True,
    )


def details() -> Iterator[QgsProcessingParameterDefinition]:
    """Yield bands, coordinate system, and which pixels places are of."""
    yield band(
        names.X_BAND,
        tr("Array of x: band"),
        tr("Band with x or longitude. Not set: that of the tags, else 1."),
        names.X_RASTER,
    )
    yield band(
        names.Y_BAND,
        tr("Array of y: band"),
        tr("Band with y or latitude. Not set: that of the tags, else 1."),
        names.Y_RASTER,
    )
    yield crs(
        names.ARRAY_CRS,
        tr("Arrays: coordinate system"),
        tr(
            "Coordinate system of the places. Not set: that of the tags or of the "
            "GLT, else EPSG:4326, longitude and latitude."
        ),
    )
    yield choice(
        names.ARRAY_CONVENTION,
        tr("Arrays: places are those of"),
        tr(
            "Point of a source pixel that has the place. auto: what the tags say, "
            "else the centre. center: its centre, as in netCDF. corner: its upper "
            "left corner, which GDAL assumes where tags do not say it; half a pixel "
            "is between them."
        ),
        [convention.value for convention in ArrayConvention],
        ArraysJob.array_convention.value,
        words.point_of_pixel(),
    )
    yield from _lines()
    yield whole_number(
        names.SCAN_ROWS,
        tr("Arrays: rows of a scan"),
        tr(
            "Rows that a scanner sees at a time, where scans overlap (bow-tie), such "
            "as 10 for MODIS at 1 km; 0 for none. Not set: what the arrays show at "
            "their edges, where places go backwards from scan to scan."
        ),
        least=0,
    )
    yield number(
        names.FILL_VALUE,
        tr("Arrays: fill value"),
        tr(
            "Value that is no place, such as -999. Nodata, values that are not finite "
            "and those that are no longitude or latitude are none in any case. Not "
            "set: only these."
        ),
    )


def _lines() -> Iterator[QgsProcessingParameterDefinition]:
    """Yield which rows and columns of the source the arrays have places of."""
    yield number(
        names.LINE_OFFSET,
        tr("Arrays: first row [source pixels]"),
        tr(
            "Row of the source that the first row of the arrays is of, counted from "
            "0. Not set: that of the tags, else 0."
        ),
    )
    yield number(
        names.LINE_STEP,
        tr("Arrays: step in rows [source pixels]"),
        tr(
            "Rows of the source from one row of the arrays to the next. Not set: that "
            "of the tags, else 1."
        ),
    )
    yield number(
        names.PIXEL_OFFSET,
        tr("Arrays: first column [source pixels]"),
        tr(
            "Column of the source that the first column of the arrays is of, counted "
            "from 0. Not set: that of the tags, else 0."
        ),
    )
    yield number(
        names.PIXEL_STEP,
        tr("Arrays: step in columns [source pixels]"),
        tr(
            "Columns of the source from one column of the arrays to the next. Not "
            "set: that of the tags, else 1."
        ),
    )
