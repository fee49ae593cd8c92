"""The output: which part of it, of what type, and where to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputDefinition,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterDestination,
)

from ...core.options import DST_DTYPES
from ..texts import tr
from . import names
from .kinds import choice, helped, number, raster_options, text_line
from .values import Values

if TYPE_CHECKING:
    from ...core.grid_options import TargetJob
    from ...core.run.report import GridReport
    from ...core.run.tally import ConvertSummary, GridSummary, Summary


def window() -> Iterator[QgsProcessingParameterDefinition]:
    """Yield the part to compute, by its extent or by its rows and columns."""
    yield helped(
        QgsProcessingParameterExtent(
            names.WINDOW_EXTENT, tr("Window: extent on the map"), optional=True
        ),
        tr(
            "Part of the output to compute: the smallest window with all pixels whose "
            "centre lies in this extent, the same pixels as in the whole output. Given "
            "in any coordinate system; for a grid without georeference as QGIS draws "
            "the output (x = column, y = -row). Not set: as the window in output "
            "pixels, which cannot be given together with it."
        ),
    )
    yield text_line(
        names.WINDOW,
        tr("Window: r0,r1,c0,c1 [output pixels]"),
        tr(
            "Part of the output to compute: its first row, last row, first column and "
            "last column, counted from 0, the last ones included. 0,99,200,399 gives "
            "rows 0 to 99 of columns 200 to 399, the same pixels as in the whole "
            "output. Not set: the rows and columns that the grid's tags GRID_ROWS and "
            "GRID_COLS say it was made for, else all of it. Not together with a window "
            "by extent."
        ),
    )


def values() -> Iterator[QgsProcessingParameterDefinition]:
    """Yield the type of values, the nodata value and how they are stored."""
    yield choice(
        names.DATA_TYPE,
        tr("Output: data type"),
        tr(
            "Type of the output's values. Integers are rounded, halves to the even "
            "neighbour, and clipped to the range of the type. Not set: the source's "
            "type."
        ),
        DST_DTYPES,
    )
    yield number(
        names.NODATA,
        tr("Output: nodata value"),
        tr(
            "Value of invalid output pixels (in scripts also nan). Not set: the "
            "source's nodata value if the output's data type can hold it, else NaN for "
            "Float32 and Float64, else 0 that is not declared as nodata: then use the "
            "validity mask."
        ),
    )
    yield raster_options(
        names.CREATION_OPTIONS,
        tr("Output: creation options"),
        tr(
            "How GDAL stores the resampled raster, in scripts such as "
            "COMPRESS=DEFLATE|PREDICTOR=2. Compression uses the threads of the run. "
            "The validity mask takes one bit per pixel and is stored as it is. Not "
            "set: not compressed, in tiles."
        ),
    )


def destination(
    name: str, label: str, text: str, optional: bool = False
) -> QgsProcessingParameterRasterDestination:
    """Return a raster to write; an optional one only if asked for."""
    return helped(
        QgsProcessingParameterRasterDestination(
            name, label, optional=optional, createByDefault=not optional
        ),
        text,
    )


def grids() -> Iterator[QgsProcessingParameterDefinition]:
    """Yield a grid to write, and the mask of its nodes."""
    yield destination(
        names.OUTPUT,
        tr("Grid"),
        tr(
            "GeoTIFF with two bands of Float64: row and column of the source, counted "
            "from the centre of its first pixel."
        ),
    )
    yield destination(
        names.OUTPUT_MASK,
        tr("Mask of the nodes"),
        tr("GeoTIFF with one band of one bit: 1 for nodes that have a position."),
        optional=True,
    )


def layer(
    name: str,
    label: str,
    text: str,
    kind: QgsProcessing.SourceType,
    optional: bool = False,
) -> QgsProcessingParameterFeatureSink:
    """Return a vector layer to write; an optional one only if asked for."""
    return helped(
        QgsProcessingParameterFeatureSink(
            name, label, kind, optional=optional, createByDefault=not optional
        ),
        text,
    )


def report(
    name: str,
    label: str,
    text: str,
    optional: bool = False,
    by_default: bool | None = None,
) -> QgsProcessingParameterFileDestination:
    """Return an HTML file to write, which QGIS shows among its results.

    Parameters
    ----------
    by_default : bool
        Whether the dialog asks for it by itself; None: if it is not optional.
    """
    filter_of_files = tr("HTML files (*.html)")
    return helped(
        QgsProcessingParameterFileDestination(
            name,
            label,
            filter_of_files,
            optional=optional,
            createByDefault=not optional if by_default is None else by_default,
        ),
        text,
    )


def summary() -> Iterator[QgsProcessingOutputDefinition]:
    """Yield the numbers that a run returns, by `summary_values`."""
    yield QgsProcessingOutputNumber(names.ROWS, tr("Rows of the output"))
    yield QgsProcessingOutputNumber(names.COLS, tr("Columns of the output"))
    yield QgsProcessingOutputNumber(names.VALID_PIXELS, tr("Valid pixels"))
    yield QgsProcessingOutputNumber(names.VALID_PERCENT, tr("Valid pixels (percent)"))


def summary_values(summary: Summary) -> Values:
    """Return the values of those numbers from the engine's `Summary`."""
    return {
        names.ROWS: summary.rows,
        names.COLS: summary.cols,
        names.VALID_PIXELS: summary.valid_pixels,
        names.VALID_PERCENT: summary.valid_percent,
    }


def grid_summary() -> Iterator[QgsProcessingOutputDefinition]:
    """Yield the numbers that making a grid returns, by `grid_values`."""
    for name, label in (
        (names.RESOLUTION_ROW, tr("Resolution in rows")),
        (names.RESOLUTION_COL, tr("Resolution in columns")),
        (names.ERROR_MAX, tr("Largest error between nodes [source pixels]")),
        (names.ERROR_99, tr("Error that 99 % do not exceed [source pixels]")),
        (names.NODES, tr("Nodes")),
        (names.MASKED_NODES, tr("Nodes without a position")),
        (names.INSIDE_PERCENT, tr("Nodes in the source (percent)")),
    ):
        yield QgsProcessingOutputNumber(name, label)


def grid_values(job: TargetJob, summary: GridSummary) -> Values:
    """Return the files of `grids` that were made, and the values of those numbers."""
    masks = {} if job.dst_mask is None else {names.OUTPUT_MASK: job.dst_mask}
    return {
        names.OUTPUT: job.dst,
        **masks,
        names.RESOLUTION_ROW: summary.row_step,
        names.RESOLUTION_COL: summary.col_step,
        names.ERROR_MAX: summary.error_max,
        names.ERROR_99: summary.error_99,
        names.NODES: summary.nodes,
        names.MASKED_NODES: summary.masked_nodes,
        names.INSIDE_PERCENT: summary.inside_percent,
    }


def grid_report() -> Iterator[QgsProcessingOutputDefinition]:
    """Yield the numbers that a report on a grid returns, by `grid_report_values`."""
    for name, label in (
        (names.NODES, tr("Nodes")),
        (names.MASKED_NODES, tr("Nodes without a position")),
        (names.INSIDE_PERCENT, tr("Nodes in the source (percent)")),
        (names.SCALE_MIN, tr("Scale: least [source per output pixel]")),
        (names.SCALE_MEDIAN, tr("Scale: median of the largest in each cell")),
        (names.SCALE_MAX, tr("Scale: greatest [source per output pixel]")),
        (names.ROTATION, tr("Turn, median [degrees]")),
        (names.ALIASED_PERCENT, tr("Cells with a scale above 1.5 (percent)")),
        (names.FOLDED_CELLS, tr("Folded cells")),
        (names.ERROR_MAX, tr("Largest error between nodes [source pixels]")),
        (names.SUGGESTED_RESOLUTION_ROW, tr("Suggested resolution in rows")),
        (names.SUGGESTED_RESOLUTION_COL, tr("Suggested resolution in columns")),
        (names.MEMORY_NEEDED, tr("Memory of a run, at most [MiB]")),
    ):
        yield QgsProcessingOutputNumber(name, label)


def grid_report_values(report: GridReport) -> Values:
    """Return the values of those numbers from the engine's `GridReport`."""
    told, suggested = report.diagnosis, report.suggested
    return {
        names.NODES: report.survey.nodes,
        names.MASKED_NODES: report.survey.masked,
        names.INSIDE_PERCENT: report.inside_percent,
        names.SCALE_MIN: told.scale_ends[0],
        names.SCALE_MEDIAN: told.scale(1),
        names.SCALE_MAX: told.scale_ends[1],
        names.ROTATION: told.rotation,
        names.ALIASED_PERCENT: report.aliased_percent,
        names.FOLDED_CELLS: report.survey.rarer,
        names.ERROR_MAX: report.error,
        names.SUGGESTED_RESOLUTION_ROW: suggested[0],
        names.SUGGESTED_RESOLUTION_COL: suggested[1],
        names.MEMORY_NEEDED: report.memory,
    }


def convert_summary() -> Iterator[QgsProcessingOutputDefinition]:
    """Yield what converting a grid returns, by `convert_summary_values`."""
    yield QgsProcessingOutputString(
        names.OUTPUT_COMMAND, tr("Command with which OTB resamples the source")
    )
    for name, label in (
        (names.RESOLUTION_ROW, tr("Resolution in rows")),
        (names.RESOLUTION_COL, tr("Resolution in columns")),
        (names.ERROR_MAX, tr("Largest error at dropped nodes [source pixels]")),
        (names.ERROR_99, tr("Error that 99 % do not exceed [source pixels]")),
        (names.NODES, tr("Nodes")),
        (names.DROPPED_NODES, tr("Nodes that are dropped")),
        (names.MASKED_NODES, tr("Nodes without a position")),
    ):
        yield QgsProcessingOutputNumber(name, label)


def convert_summary_values(summary: ConvertSummary) -> Values:
    """Return the values of these from the engine's `ConvertSummary`."""
    return {
        names.OUTPUT_COMMAND: summary.command,
        names.RESOLUTION_ROW: summary.row_step,
        names.RESOLUTION_COL: summary.col_step,
        names.ERROR_MAX: summary.error_max,
        names.ERROR_99: summary.error_99,
        names.NODES: summary.nodes,
        names.DROPPED_NODES: summary.dropped_nodes,
        names.MASKED_NODES: summary.masked_nodes,
    }
