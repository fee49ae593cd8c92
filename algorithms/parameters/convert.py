"""From what a grid is converted, and to what."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterEnum

from ...core.grid_options import ConvertJob, GridConvention, OtbCoordinates
from ..texts import tr
from . import grid, names, words
from .kinds import choice, helped, raster, text_line, whole_number


def conventions() -> Iterator[QgsProcessingParameterEnum]:
    """Yield what the grid holds, and what the output shall hold."""
    options = [convention.value for convention in GridConvention]
    yield choice(
        names.FROM,
        tr("From: what the grid holds"),
        tr(
            "absolute: row and column of the source, where (0, 0) is the centre of the "
            "first pixel. center05: the same where that is (0.5, 0.5). one_based: "
            "where it is (1, 1). displacement: row and column less those of the node's "
            "output pixel. otb_loc: x and y in the source, OTB's localisation grid. "
            "otb_def: x and y in the source less x and y of the node, OTB's "
            "deformation grid, as its stereo rectification makes them."
        ),
        options,
        ConvertJob.convention_from.value,
        words.convention(),
    )
    yield choice(
        names.TO,
        tr("To: what the output shall hold"),
        tr(
            "absolute: what Resample raster through a grid reads. center05, one_based: "
            "the same, counted otherwise. displacement: row - i x R and column - j x C "
            "for node (i, j) at resolution R x C, in source pixels, as if source and "
            "output had one frame. otb_def: for OTB, the most exact; otb_loc: for OTB, "
            "less exact; both in pixels, and the command comes with them."
        ),
        options,
        ConvertJob.convention_to.value,
        words.convention(),
    )


def source() -> QgsProcessingParameterDefinition:
    """Return the raster that the grid is for."""
    return raster(
        names.SOURCE,
        tr("Source raster"),
        tr(
            "Raster that is read through the grid; its values do not matter. Needed "
            "for OTB, whose command names it, and for coordinates of the map. Not set: "
            "neither is wanted."
        ),
        optional=True,
    )


def details() -> Iterator[QgsProcessingParameterDefinition]:
    """Yield how the grid counts, and the resolution of the output."""
    yield choice(
        names.COORDINATES,
        tr("From OTB: coordinates"),
        tr(
            "What x and y of a grid of OTB's mean. pixel: columns and rows, where "
            "(0.5, 0.5) is the centre of the first pixel, as for images that OTB reads "
            "without a place on the map. map: places on the map by the geotransform of "
            "the source."
        ),
        [coordinates.value for coordinates in OtbCoordinates],
        ConvertJob.coordinates.value,
        words.frame(),
    )
    yield text_line(
        names.SPACING,
        tr("From: spacing of the nodes [output pixels]"),
        tr(
            "Output pixels from node to node: one whole number, or one for rows and "
            "one for columns such as 4,8. Not set: the grid's tags GRID_RESOLUTION_ROW "
            "and GRID_RESOLUTION_COL, else for grids of OTB's their geotransform, "
            "else 1."
        ),
    )
    yield whole_number(
        names.RESOLUTION_ROW,
        tr("To: resolution in rows [output pixels]"),
        tr(
            "Output pixels from one row of nodes to the next. A finer one interpolates "
            "nodes, which changes no pixel; a coarser one, a multiple, drops nodes, "
            "and the log tells the error there. Not set: as it is."
        ),
    )
    yield whole_number(
        names.RESOLUTION_COL,
        tr("To: resolution in columns [output pixels]"),
        tr(
            "Output pixels from one column of nodes to the next; finer or coarser as "
            "with rows. Not set: as it is."
        ),
    )


def nodes() -> Iterator[QgsProcessingParameterDefinition]:
    """Yield the grid's bands, nodata and mask."""
    texts = {
        names.GRID_ROW_BAND: tr(
            "For grids of OTB the band of y. Not set: the band whose description says "
            "so (row, line), else 1, or 2 if band 1 holds the columns; for grids of "
            "OTB 2."
        ),
        names.GRID_COL_BAND: tr(
            "For grids of OTB the band of x. Of the separate raster if there is one. "
            "Not set: the band whose description says so (col, column, sample), else "
            "2, or 1 of a separate raster or if band 2 holds the rows; for grids of "
            "OTB 1."
        ),
    }
    for definition in grid.coordinates(names.INPUT):
        text = texts.get(definition.name(), definition.help())
        yield helped(definition, text)
    yield from grid.validity()
