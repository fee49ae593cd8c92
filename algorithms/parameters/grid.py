"""The grid: its raster, which of its nodes are valid, and how it counts pixels."""

from __future__ import annotations

from collections.abc import Iterator

from .. import names
from ..values import CONVENTIONS
from .kinds import advanced, band, choice, number, raster, tr, whole_number
from .masks import mask


def grid() -> Iterator:
    """Yield the raster, its bands, column raster and resolution."""
    yield raster(
        names.GRID,
        tr("Grid raster"),
        tr(
            "Raster of nodes: one band with source rows and one with source columns, "
            "in pixels from the centre of the first pixel."
        ),
    )
    yield from map(advanced, _coordinates())
    yield whole_number(
        names.RESOLUTION_ROW,
        tr("Grid resolution, rows (output pixels)"),
        tr(
            "Output pixels from one row of nodes to the next. Empty: the grid's tag "
            "GRID_RESOLUTION_ROW, else 1."
        ),
    )
    yield whole_number(
        names.RESOLUTION_COL,
        tr("Grid resolution, columns (output pixels)"),
        tr(
            "Output pixels from one column of nodes to the next. Empty: the grid's tag "
            "GRID_RESOLUTION_COL, else 1."
        ),
    )
    yield from map(advanced, _validity())
    yield from map(advanced, _counting())


def _coordinates() -> Iterator:
    yield band(
        names.GRID_ROW_BAND,
        tr("Grid band with source rows"),
        tr(
            "Empty: the band whose description says so, else 1 (2 if band 1 holds the "
            "columns)."
        ),
        names.GRID,
    )
    yield band(
        names.GRID_COL_BAND,
        tr("Grid band with source columns"),
        tr(
            "In the separate raster if there is one. Empty: the band whose description "
            "says so, else 2 (1 of a separate raster, or if band 2 holds the rows)."
        ),
        names.GRID,
    )
    yield raster(
        names.GRID_COL,
        tr("Separate raster with source columns"),
        tr("Raster of the same size as the grid raster, which then holds rows only."),
        optional=True,
    )


def _validity() -> Iterator:
    yield number(
        names.GRID_NODATA,
        tr("Grid nodata value"),
        tr(
            "Nodes with this row or this column are invalid. Empty: the nodata value "
            "of the grid's bands. Nodes that are not finite are invalid in any case."
        ),
    )
    yield from mask(
        names.GRID_MASK,
        names.GRID_MASK_BAND,
        names.GRID_MASK_VALID,
        tr("Grid mask"),
        tr("Raster of as many rows and columns as the grid raster has nodes."),
    )


def _counting() -> Iterator:
    yield choice(
        names.CONVENTION,
        tr("Pixel convention of the grid"),
        tr(
            "What the grid calls the centre of the first source pixel. center0: row 0, "
            "column 0. center05: row 0.5, column 0.5 (0 is the pixel's corner, as "
            "in GDAL). one_based: row 1, column 1."
        ),
        CONVENTIONS,
        next(iter(CONVENTIONS)),
    )
    yield number(
        names.SHIFT_ROW,
        tr("Shift of the grid, rows (source pixels)"),
        tr("Added to the source rows that the grid holds, besides the convention."),
        default=0.0,
    )
    yield number(
        names.SHIFT_COL,
        tr("Shift of the grid, columns (source pixels)"),
        tr("Added to the source columns that the grid holds, besides the convention."),
        default=0.0,
    )
