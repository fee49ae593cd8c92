"""The form that converts grids: to other conventions, to other resolutions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from qgis.core import (
    QgsProcessingOutputDefinition,
    QgsProcessingParameterDefinition,
)

from ..core.feedback import Feedback
from ..core.grid_options import ConvertJob
from .base import GridrAlgorithm
from .parameters import convert, names, output
from .parameters.kinds import advanced, raster
from .parameters.values import Values, spacing_of
from .results.presentation import Presentation
from .results.stack import Level
from .results.styles import QgisStyle
from .texts import tag_list, tr


class GridConvert(GridrAlgorithm):
    """Grid -> the same by another convention, or at another resolution."""

    FIELDS: ClassVar[dict[str, str]] = {
        names.INPUT: "grid",
        names.FROM: "convention_from",
        names.TO: "convention_to",
        names.SOURCE: "src",
        names.COORDINATES: "coordinates",
        names.RESOLUTION_ROW: "row_step",
        names.RESOLUTION_COL: "col_step",
        names.GRID_ROW_BAND: "row_index",
        names.GRID_COL_BAND: "col_index",
        names.GRID_COL: "grid_col",
        names.GRID_NODATA: "grid_nodata",
        names.GRID_MASK: "grid_mask",
        names.GRID_MASK_BAND: "grid_mask_index",
        names.GRID_MASK_VALID: "grid_mask_valid",
        names.OUTPUT: "dst",
    }
    """Parameter -> field of `ConvertJob` that takes its value as it is."""

    def displayName(self) -> str:
        return tr("Convert a grid")

    def shortDescription(self) -> str:
        return tr("Converts grids for OTB and from OTB, and to other resolutions.")

    def about(self) -> str:
        return "".join((*self._what(), *self._otb(), *self._limits()))

    def _what(self) -> Iterator[str]:
        yield tr(
            "<p>Converts a <b>grid</b>: from what another program makes to what "
            "<i>Resample raster through a grid</i> reads, from that to what another "
            "program reads, or to another resolution. What a node stands for stays the "
            "same: a position in the source.</p>"
        )
        yield tr(
            "<p>A <b>finer</b> resolution interpolates between nodes as resampling "
            "does, so that no pixel changes. A <b>coarser</b> one must be a multiple: "
            "it keeps every k-th node, and both ends; the largest error at the nodes "
            "that are dropped is told. If neither convention nor resolution changes, "
            "the output is a copy.</p>"
        )
        yield tr(
            "<p>Place on the map and coordinate system stay, and tags tell resampling "
            "the resolution and the size of the output. Nodes without a position are "
            "NaN.</p>"
        )

    def _otb(self) -> Iterator[str]:
        yield tr("<h3>OTB</h3>")
        yield tr(
            "<p>Grids <b>for OTB</b> are in pixels, as map coordinates lose digits in "
            "OTB's 32 bits; they have no place on the map, and neither has what OTB "
            "makes. The result <i>Command</i>, which the log shows too, is the line "
            "for <code>otbcli_GridBasedImageResampling</code>: it reads the source "
            "without its place on the map. Its <code>bco</code> is our cubic, "
            "<code>linear</code> our linear; pixels are equal to 0.0004.</p>"
        )
        yield tr(
            "<p>Grids <b>from OTB</b> may be in pixels or in coordinates of the map. "
            "Output pixel (0, 0) is the first node. Those of the stereo rectification "
            "need nothing but <i>From: otb_def</i>.</p>"
        )

    def _limits(self) -> Iterator[str]:
        yield tr("<h3>Limits</h3>")
        yield tr(
            "<p>Grids of OTB must lie upright. OTB knows no nodata: what it makes "
            "around nodes without a position is no result.</p>"
        )

    def group(self) -> str:
        return tr("Grids")

    def groupId(self) -> str:
        return "grids"

    def tags(self) -> list[str]:
        return tag_list(
            tr(
                "grid,convert,conversion,OTB,Orfeo,CNES,displacement field,"
                "deformation field,"
                "location grid,localisation grid,localization,stereo,epipolar,"
                "resolution,spacing,convention,half pixel,warp,registration,"
                "coregistration"
            )
        )

    def definitions(self) -> Iterator[QgsProcessingParameterDefinition]:
        yield raster(
            names.INPUT,
            tr("Grid raster"),
            tr(
                "Raster of nodes with two bands: rows and columns, or for grids of OTB "
                "x and y, counted as From says."
            ),
        )
        yield from convert.conventions()
        yield convert.source()
        yield from map(advanced, self._details())
        yield output.destination(
            names.OUTPUT,
            tr("Converted grid"),
            tr(
                "GeoTIFF with two bands of Float64: rows and columns; for OTB, x and y."
            ),
        )

    def _details(self) -> Iterator[QgsProcessingParameterDefinition]:
        yield from convert.details()
        yield from convert.nodes()

    def results(self) -> Iterator[QgsProcessingOutputDefinition]:
        yield from output.convert_summary()

    def arguments(self, values: Values) -> ConvertJob:
        fields = self._fields(values)
        if names.SPACING in values:
            fields["spacing"] = spacing_of(values[names.SPACING])
        return ConvertJob(**fields)

    def compute(self, arguments: ConvertJob, feedback: Feedback) -> Values:
        from ..core.chains.convert import convert_grid_dataset

        summary = convert_grid_dataset(arguments, feedback)
        return {names.OUTPUT: arguments.dst, **output.convert_summary_values(summary)}

    def presentations(self, arguments: ConvertJob) -> dict[str, Presentation]:
        name = tr("{source} as {convention}").format(
            source=self.origins[names.INPUT].name,
            convention=arguments.convention_to.value,
        )
        return {names.OUTPUT: Presentation(name, QgisStyle(), Level.GRID)}
