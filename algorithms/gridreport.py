"""The form that reports on a grid, before it is used."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import ClassVar

from qgis.core import (
    QgsProcessingOutputDefinition,
    QgsProcessingParameterDefinition,
)

from ..core.feedback import Feedback
from ..core.grid_options import ReportJob
from .base import GridrAlgorithm
from .parameters import grid, names, output, run, sampling, source
from .parameters.kinds import advanced, number, raster
from .parameters.values import Values, grid_shift
from .results.html import SUFFIXES
from .texts import tag_list, tr, version


class GridReport(GridrAlgorithm):
    """Grid and source raster -> HTML page, and numbers."""

    FIELDS: ClassVar[dict[str, str]] = {
        names.INPUT: "src",
        names.BANDS: "src_indexes",
        names.GRID: "grid",
        names.GRID_ROW_BAND: "row_index",
        names.GRID_COL_BAND: "col_index",
        names.GRID_COL: "grid_col",
        names.RESOLUTION_ROW: "row_step",
        names.RESOLUTION_COL: "col_step",
        names.GRID_NODATA: "grid_nodata",
        names.GRID_MASK: "grid_mask",
        names.GRID_MASK_BAND: "grid_mask_index",
        names.GRID_MASK_VALID: "grid_mask_valid",
        names.INTERPOLATION: "interpolation",
        names.BOUNDARY: "boundary",
        names.TRUST_PADDING: "trust_padding",
        names.TOLERANCE: "tolerance",
        names.MEMORY: "memory_limit",
        names.THREADS: "threads",
        names.OUTPUT_HTML: "dst",
    }
    """Parameter -> field of `ReportJob` that takes its value as it is."""

    def displayName(self) -> str:
        return tr("Report on a grid")

    def shortDescription(self) -> str:
        return tr("Tells what a grid is like, and what looks like a mistake in it.")

    def about(self) -> str:
        return "".join((*self._what(), *self._meaning(), *self._limits()))

    def _what(self) -> Iterator[str]:
        yield tr(
            "<p>Looks at all nodes of a <b>grid</b> before it is used, and writes what "
            "it finds as a page that any browser shows: a verdict in words, the grid "
            "over the source, a map of its scale, tables. Use it for a grid that "
            "somebody else made, or when a result is not what you expect.</p>"
        )
        yield tr(
            "<p>It tells how many nodes lie in the source, how the grid stretches and "
            "turns it, where it is folded, how exact positions between nodes are and "
            "which resolution would be enough, and what <i>Resample raster through a "
            "grid</i> would read and need of memory. It judges as the log of that "
            "does. Nothing is resampled.</p>"
        )

    def _meaning(self) -> Iterator[str]:
        yield tr("<h3>What the numbers mean</h3>")
        yield tr(
            "<p>The <b>scale</b> is how many source pixels lie between two output "
            "pixels; it has a largest and a smallest value in each place, in two "
            "directions. Where it is above 1.5, fine detail turns into false patterns: "
            "choose an anti-alias filter; the map of the scale is striped there. A "
            "cell is <b>folded</b> if it turns against most others, so that parts of "
            "the source appear twice.</p>"
        )
        yield tr(
            "<p>The <b>suggested resolution</b> is the coarsest one, in steps of two, "
            "that keeps the tolerance and loses no position. Coarser ones are measured "
            "at the nodes that they leave out; this and finer ones are estimated from "
            "these.</p>"
        )

    def _limits(self) -> Iterator[str]:
        yield tr("<h3>Limits</h3>")
        yield tr(
            "<p>At most 64 times coarser resolutions are looked at, and the places of "
            "the first 1000 folded cells are listed. Of very many tiles of a run some "
            "are looked at. Whether the grid is right, nobody can tell by its looks: "
            "compare its result with a map.</p>"
        )

    def group(self) -> str:
        return tr("Grids")

    def groupId(self) -> str:
        return "grids"

    def tags(self) -> list[str]:
        return tag_list(
            tr(
                "grid,report,check,diagnosis,quality,scale,rotation,fold,anti-alias,"
                "aliasing,resolution,memory,HTML,deformation,location grid,CNES"
            )
        )

    def definitions(self) -> Iterator[QgsProcessingParameterDefinition]:
        yield grid.grid()
        yield raster(
            names.INPUT,
            tr("Source raster"),
            tr(
                "Raster that the grid reads: its size says which nodes lie in it, and "
                "the page shows the grid over it."
            ),
        )
        yield sampling.interpolation()
        yield from map(advanced, self._details())
        yield output.report(
            names.OUTPUT_HTML,
            tr("Report on the grid"),
            tr("HTML page with all it needs in one file; its name ends in .html."),
        )

    def _details(self) -> Iterator[QgsProcessingParameterDefinition]:
        yield from grid.details()
        yield source.bands()
        yield from sampling.border()
        yield number(
            names.TOLERANCE,
            tr("Tolerance [source pixels]"),
            tr(
                "How far positions between nodes may be off with the resolution that "
                "is suggested."
            ),
            default=ReportJob.tolerance,
        )
        yield from run.resources()

    def results(self) -> Iterator[QgsProcessingOutputDefinition]:
        yield from output.grid_report()

    def arguments(self, values: Values) -> ReportJob:
        fields = self._fields(values)
        return ReportJob(**fields, shift=grid_shift(values))

    def compute(self, arguments: ReportJob, feedback: Feedback) -> Values:
        from ..core.chains.report import report_grid_dataset
        from ..core.raster.text_file import TextFile
        from .results.grid_report import About, grid_report

        file = TextFile(arguments.dst, SUFFIXES)
        report = report_grid_dataset(arguments, feedback)
        grid, src = (self.origins[name].name for name in (names.GRID, names.INPUT))
        about = About(grid, src, self._made())
        file.write(grid_report(report, about))
        values = output.grid_report_values(report)
        known = {name: value for name, value in values.items() if not _is_nan(value)}
        return {names.OUTPUT_HTML: arguments.dst, **known}

    def _made(self) -> str:
        return tr("{algorithm} ({id}), GridR for QGIS {version}.").format(
            algorithm=self.displayName(), id=self.id(), version=version()
        )


def _is_nan(value: float) -> bool:
    """Tell whether there is no such number, as scales of a grid without a cell."""
    return isinstance(value, float) and math.isnan(value)
