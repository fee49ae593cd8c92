"""The form that makes a grid of what places a source on the map."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from qgis.core import (
    QgsProcessingOutputDefinition,
    QgsProcessingParameterDefinition,
)

from ..core.feedback import Feedback
from ..core.grid_options import GridJob
from .base import GridrAlgorithm
from .parameters import mapping, names, output
from .parameters.kinds import advanced, raster
from .parameters.values import Values
from .results.presentation import Presentation, grid_presentations
from .texts import tag_list, tr


class GridFromTransform(GridrAlgorithm):
    """Source with geotransform, control points or RPCs, and a target -> grid."""

    CRS_OF: ClassVar[dict[str, tuple[str, ...]]] = {
        names.TARGET_EXTENT: (names.TARGET_CRS, names.SOURCE_CRS, names.INPUT),
    }
    FIELDS: ClassVar[dict[str, str]] = {
        **mapping.TARGET_FIELDS,
        names.METHOD: "method",
        names.SOURCE_CRS: "src_crs",
        names.FIT: "fit",
        names.HEIGHT: "height",
        names.DEM: "dem",
        names.DEM_BAND: "dem_index",
        names.DEM_HEIGHTS: "dem_heights",
        names.DEM_OFFSET: "dem_offset",
    }
    """Parameter -> field of `GridJob` that takes its value as it is."""

    def displayName(self) -> str:
        return tr("Grid from georeference, control points or RPCs")

    def shortDescription(self) -> str:
        return tr(
            "Makes the grid that brings a raster to a map or onto another raster."
        )

    def about(self) -> str:
        return "".join((*self._what(), *self._exactness(), *self._limits()))

    def _what(self) -> Iterator[str]:
        yield tr(
            "<p>Makes the <b>grid</b> with which <i>Resample raster through a grid</i> "
            "brings a raster to a coordinate system, or onto the pixels of another "
            "raster. The source lies on the map by its geotransform, by control "
            "points, or by rational polynomials (RPCs) as satellite images have them; "
            "with a DEM these make an orthoimage.</p>"
        )
        yield tr(
            "<p>The <b>target</b> is a template raster, or a coordinate system with an "
            "extent and a pixel size. What of these is not set is taken as gdalwarp "
            "takes it, to the last digit. The grid covers the target exactly: its tags "
            "tell the resampling the resolution and the size of the output.</p>"
        )

    def _exactness(self) -> Iterator[str]:
        yield tr("<h3>How exact it is</h3>")
        yield tr(
            "<p>Nodes have the exact position. Between them it is interpolated, so the "
            "<b>resolution</b> is chosen: the coarsest one where no position is off by "
            "more than the tolerance, which is checked all over the target. Where "
            "positions end (a horizon, the border of a DEM) each pixel becomes a node, "
            "and none is lost. <i>Largest error between nodes</i> tells what was "
            "found.</p>"
        )
        yield tr(
            "<p>Nodes that have no position are nodata (NaN), and 0 in the mask. "
            "Positions outside the source are kept, as borders need them.</p>"
        )

    def _limits(self) -> Iterator[str]:
        yield tr("<h3>Limits</h3>")
        yield tr(
            "<p>Control points are fitted in their own coordinate system, as gdalwarp "
            "does. Heights are above the ellipsoid: look at <i>DEM: heights count "
            "from</i>. A grid over rough ground has about as many nodes as the target "
            "has pixels.</p>"
        )

    def group(self) -> str:
        return tr("Grids")

    def groupId(self) -> str:
        return "grids"

    def tags(self) -> list[str]:
        return tag_list(
            tr(
                "grid,make,reproject,reprojection,projection,warp,orthorectify,"
                "orthorectification,orthoimage,rational polynomial,RPC,DEM,DTM,DSM,"
                "elevation,terrain,ground control points,GCP,georeference,"
                "georeferencing,geolocation,register,registration,location grid,"
                "coordinate system,template,CNES,Pleiades,SPOT"
            )
        )

    def definitions(self) -> Iterator[QgsProcessingParameterDefinition]:
        yield raster(
            names.INPUT,
            tr("Source raster"),
            tr(
                "Raster that lies on the map by a geotransform, control points or "
                "RPCs; its values do not matter."
            ),
        )
        yield from mapping.target()
        yield mapping.dem()
        yield from map(advanced, self._details())
        yield from output.grids()

    def _details(self) -> Iterator[QgsProcessingParameterDefinition]:
        yield from mapping.place()
        yield from mapping.dem_details()
        yield from mapping.nodes()

    def results(self) -> Iterator[QgsProcessingOutputDefinition]:
        yield from output.grid_summary()

    def arguments(self, values: Values) -> GridJob:
        fields = self._fields(values)
        return GridJob(**fields)

    def compute(self, arguments: GridJob, feedback: Feedback) -> Values:
        from ..core.chains.grid import make_grid_dataset

        summary = make_grid_dataset(arguments, feedback)
        return output.grid_values(arguments, summary)

    def presentations(self, arguments: GridJob) -> dict[str, Presentation]:
        return grid_presentations(self.origins[names.INPUT].name)
