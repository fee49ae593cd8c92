"""The form that shows grids: as points, lines and an outline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from qgis.core import (
    QgsGeometry,
    QgsLineString,
    QgsPoint,
    QgsPolygon,
    QgsProcessing,
    QgsProcessingOutputDefinition,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
    QgsWkbTypes,
)

from ..core.feedback import Feedback
from ..core.grid_options import VectorFrame, VectorsJob
from .base import GridrAlgorithm
from .parameters import grid, names, output, words
from .parameters.kinds import advanced, choice, raster, whole_number
from .parameters.values import Value, Values, grid_shift
from .results.layers import Kind
from .results.presentation import Presentation
from .results.stack import Level
from .results.vector_styles import MeshStyle, NodeStyle, OutlineStyle
from .texts import tag_list, tr

if TYPE_CHECKING:
    import numpy as np

    from ..core.chains.vectors import GridVectors

NODES = Kind(
    QgsWkbTypes.Type.Point,
    {"kind": str, "row": float, "col": float, "node_row": int, "node_col": int},
)
MESH = Kind(QgsWkbTypes.Type.LineString, {"axis": str, "number": int})
WINDOW = Kind(QgsWkbTypes.Type.Polygon, {"inside": int, "outside": int, "masked": int})


class GridToVector(GridrAlgorithm):
    """Grid and source -> points, lines and an outline."""

    FIELDS: ClassVar[dict[str, str]] = {
        names.GRID: "grid",
        names.INPUT: "src",
        names.FRAME: "frame",
        names.DENSITY: "density",
        names.GRID_ROW_BAND: "row_index",
        names.GRID_COL_BAND: "col_index",
        names.GRID_COL: "grid_col",
        names.RESOLUTION_ROW: "row_step",
        names.RESOLUTION_COL: "col_step",
        names.GRID_NODATA: "grid_nodata",
        names.GRID_MASK: "grid_mask",
        names.GRID_MASK_BAND: "grid_mask_index",
        names.GRID_MASK_VALID: "grid_mask_valid",
    }
    """Parameter -> field of `VectorsJob` that takes its value as it is."""

    def displayName(self) -> str:
        return tr("Grid to vector layers")

    def shortDescription(self) -> str:
        return tr("Shows where a grid reads the source, or where its nodes lie.")

    def about(self) -> str:
        return "".join((*self._what(), *self._limits()))

    def _what(self) -> Iterator[str]:
        yield tr(
            "<p>Shows a <b>grid</b> as vector layers: its nodes as points, its rows "
            "and columns as lines, its outline as a polygon. Over the <b>source</b> "
            "each node lies at the position that it reads: folds, shifts and exchanged "
            "rows and columns are seen at a glance. Over the <b>target</b> nodes lie "
            "where they are on the map of the output: there one sees which parts will "
            "be empty, and why.</p>"
        )
        yield tr(
            "<p>QGIS draws nodes <b>blue</b> in the source, <b>red</b> outside, and "
            "<b>orange</b> without a position (nodata, not finite, or invalid in the "
            "mask); in a file, the field <i>kind</i> tells which they are. The latter "
            "have no place over the source, and are drawn over the target only; lines "
            "over the source end there.</p>"
        )
        yield tr("<h3>Which nodes are kept</h3>")
        yield tr(
            "<p>Of a large grid, every k-th row and column is drawn, and both ends of "
            "every line; besides them all nodes at borders between colours, so that "
            "these are exact. If borders take more than ten times the density, those "
            "between lines are left out, and the log says so. The log and the results "
            "count all nodes.</p>"
        )

    def _limits(self) -> Iterator[str]:
        yield tr("<h3>Limits</h3>")
        yield tr(
            "<p>Lines are straight between the nodes that are kept. Without a "
            "georeference layers lie as QGIS draws such rasters: x = column, y = -row "
            "of the corners of pixels. The outline goes around the first and last node "
            "of each row; holes are not cut out. All of the grid is read, strip by "
            "strip, whatever its size.</p>"
        )

    def group(self) -> str:
        return tr("Grids")

    def groupId(self) -> str:
        return "grids"

    def tags(self) -> list[str]:
        return tag_list(
            tr(
                "grid,vector,points,lines,mesh,outline,footprint,nodes,show,check,"
                "displacement field,deformation field,location grid,quality,CNES"
            )
        )

    def definitions(self) -> Iterator[QgsProcessingParameterDefinition]:
        yield grid.grid()
        yield raster(
            names.INPUT,
            tr("Source raster"),
            tr(
                "Raster that is read through the grid: its size tells which nodes lie "
                "inside; its values do not matter."
            ),
        )
        yield choice(
            names.FRAME,
            tr("Frame"),
            tr(
                "Where the layers lie. source: over the source, each node at the "
                "position that it reads. target: on the map of the output, each node "
                "at its own place."
            ),
            [frame.value for frame in VectorFrame],
            VectorsJob.frame.value,
            words.side(),
        )
        yield whole_number(
            names.DENSITY,
            tr("Density [nodes]"),
            tr(
                "About how many nodes are drawn, those at borders besides. A grid of "
                "fewer is drawn whole."
            ),
            least=4,
            default=VectorsJob.density,
        )
        yield from map(advanced, grid.details())
        yield from self._layers()

    def _layers(self) -> Iterator[QgsProcessingParameterDefinition]:
        yield output.layer(
            names.OUTPUT_NODES,
            tr("Nodes"),
            tr(
                "Points with their kind (inside, outside, masked), the row and column "
                "of the source that they read, and their row and column in the grid."
            ),
            QgsProcessing.SourceType.TypeVectorPoint,
        )
        yield output.layer(
            names.OUTPUT_MESH,
            tr("Rows and columns"),
            tr("Lines along rows and columns of the grid, with their number."),
            QgsProcessing.SourceType.TypeVectorLine,
            optional=True,
        )
        yield output.layer(
            names.OUTPUT_WINDOW,
            tr("Outline"),
            tr(
                "Polygon around all nodes that have a place, with the numbers of nodes "
                "of each kind."
            ),
            QgsProcessing.SourceType.TypeVectorPolygon,
            optional=True,
        )

    def results(self) -> Iterator[QgsProcessingOutputDefinition]:
        for name, label in (
            (names.INSIDE_NODES, tr("Nodes in the source")),
            (names.OUTSIDE_NODES, tr("Nodes outside the source")),
            (names.MASKED_NODES, tr("Nodes without a position")),
        ):
            yield QgsProcessingOutputNumber(name, label)

    def arguments(self, values: Values) -> VectorsJob:
        fields = self._fields(values)
        return VectorsJob(**fields, shift=grid_shift(values))

    def compute(self, arguments: VectorsJob, feedback: Feedback) -> Values:
        from ..core.chains.vectors import draw_grid

        found = draw_grid(arguments, feedback)
        for name, kind, features in (
            (names.OUTPUT_WINDOW, WINDOW, _outline(found)),
            (names.OUTPUT_MESH, MESH, _lines(found)),
            (names.OUTPUT_NODES, NODES, _points(found)),
        ):
            self.sinks.write(name, kind, found.crs_wkt, features)
        return {
            **self.sinks.made,
            names.INSIDE_NODES: found.counts["inside"],
            names.OUTSIDE_NODES: found.counts["outside"],
            names.MASKED_NODES: found.counts["masked"],
        }

    def presentations(self, arguments: VectorsJob) -> dict[str, Presentation]:
        source = self.origins[names.GRID].name
        nodes = tr("{source} nodes").format(source=source)
        mesh = tr("{source} rows and columns").format(source=source)
        outline = tr("{source} outline").format(source=source)
        return {
            names.OUTPUT_NODES: Presentation(nodes, NodeStyle(), Level.POINTS),
            names.OUTPUT_MESH: Presentation(mesh, MeshStyle(), Level.MESH),
            names.OUTPUT_WINDOW: Presentation(outline, OutlineStyle(), Level.OUTLINE),
        }


Features = Iterator[tuple[QgsGeometry, list[Value]]]


def _points(found: GridVectors) -> Features:
    """Yield the nodes."""
    for x, y, *attributes in found.nodes():
        yield QgsGeometry(QgsPoint(x, y)), attributes


def _lines(found: GridVectors) -> Features:
    """Yield the rows and columns."""
    for axis, number, places in found.lines():
        yield QgsGeometry(_line(places)), [axis, number]


def _outline(found: GridVectors) -> Features:
    """Yield the outline, if there is one."""
    ring = found.outline()
    if ring is not None:
        counts = [found.counts[kind] for kind in WINDOW.attributes]
        yield QgsGeometry(QgsPolygon(_line(ring))), counts


def _line(places: np.ndarray) -> QgsLineString:
    """Return places (k, 2) as QGIS has them."""
    return QgsLineString(places[:, 0].tolist(), places[:, 1].tolist())
