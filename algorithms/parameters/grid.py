"""The grid: its raster, how it counts pixels, and which of its nodes are valid."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import (
    QgsProcessingParameterDefinition,
    QgsProcessingParameterRasterLayer,
)

from ..texts import tr
from . import names, words
from .kinds import band, choice, number, raster, whole_number
from .masks import mask
from .values import CONVENTIONS


def grid() -> QgsProcessingParameterRasterLayer:
    """Return the raster."""
    return raster(
        names.GRID,
        tr("Grid raster"),
        tr(
            "Raster of nodes: one band with source rows and one with source columns, "
            "in pixels from the centre of the first pixel."
        ),
    )


def details() -> Iterator[QgsProcessingParameterDefinition]:
    """Yield its bands, resolution, convention, nodata and mask."""
    yield from coordinates(names.GRID)
    yield from _resolution()
    yield from _counting()
    yield from validity()


def validity() -> Iterator[QgsProcessingParameterDefinition]:
    """Yield its nodata and mask."""
    yield number(
        names.GRID_NODATA,
        tr("Grid: nodata value"),
        tr(
            "Nodes with this row or this column are invalid. Not set: the nodata value "
            "of the grid's bands. Nodes that are not finite are invalid in any case."
        ),
    )
    yield from mask(
        names.GRID_MASK,
        names.GRID_MASK_BAND,
        names.GRID_MASK_VALID,
        tr("Grid mask"),
        tr(
            "Raster of as many rows and columns as the grid raster, that says which "
            "nodes are valid. Not set: those that are not nodata; an alpha band or a "
            "mask file of the grid's own does not count."
        ),
    )


def coordinates(parent: str) -> Iterator[QgsProcessingParameterDefinition]:
    """Yield the bands of rows and columns of the raster of the parameter `parent`."""
    yield band(
        names.GRID_ROW_BAND,
        tr("Grid: band of source rows"),
        tr(
            "Not set: the band whose description says so (row, line), else 1, or 2 if "
            "band 1 holds the columns."
        ),
        parent,
    )
    yield band(
        names.GRID_COL_BAND,
        tr("Grid: band of source columns"),
        tr(
            "Of the separate raster if there is one. Not set: the band whose "
            "description says so (col, column, sample), else 2, or 1 of a separate "
            "raster or if band 2 holds the rows."
        ),
        parent,
    )
    yield raster(
        names.GRID_COL,
        tr("Grid: separate raster of source columns"),
        tr(
            "Raster of the same size as the grid raster, which then holds the rows. "
            "Not set: the grid raster holds both."
        ),
        optional=True,
    )


def _resolution() -> Iterator[QgsProcessingParameterDefinition]:
    yield whole_number(
        names.RESOLUTION_ROW,
        tr("Grid: resolution in rows [output pixels]"),
        tr(
            "Output pixels from one row of nodes to the next. Not set: the grid's tag "
            "GRID_RESOLUTION_ROW, else 1."
        ),
    )
    yield whole_number(
        names.RESOLUTION_COL,
        tr("Grid: resolution in columns [output pixels]"),
        tr(
            "Output pixels from one column of nodes to the next. Not set: the grid's "
            "tag GRID_RESOLUTION_COL, else 1."
        ),
    )


def _counting() -> Iterator[QgsProcessingParameterDefinition]:
    yield choice(
        names.CONVENTION,
        tr("Grid: pixel convention"),
        tr(
            "What the grid calls the centre of the first source pixel. center0: row 0, "
            "column 0. center05: row 0.5, column 0.5 (0 is the pixel's corner, as "
            "in GDAL). one_based: row 1, column 1."
        ),
        CONVENTIONS,
        next(iter(CONVENTIONS)),
        words.counting(),
    )
    yield number(
        names.SHIFT_ROW,
        tr("Grid: shift of rows [source pixels]"),
        tr("Added to the source rows that the grid holds, besides the convention."),
        default=0.0,
    )
    yield number(
        names.SHIFT_COL,
        tr("Grid: shift of columns [source pixels]"),
        tr("Added to the source columns that the grid holds, besides the convention."),
        default=0.0,
    )
