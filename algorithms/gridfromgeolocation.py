"""The form that makes a grid of geolocation arrays, or of a GLT."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from qgis.core import (
    QgsProcessingOutputDefinition,
    QgsProcessingParameterDefinition,
)

from ..core.feedback import Feedback
from ..core.grid_options import ArraysJob
from .base import GridrAlgorithm
from .parameters import arrays, mapping, names, output
from .parameters.kinds import advanced, raster
from .parameters.values import Values
from .results.presentation import Presentation, grid_presentations
from .texts import tag_list, tr


class GridFromGeolocation(GridrAlgorithm):
    """Source with a place for each of its pixels, and a target -> grid."""

    CRS_OF: ClassVar[dict[str, tuple[str, ...]]] = {
        names.TARGET_EXTENT: (
            names.TARGET_CRS,
            names.ARRAY_CRS,
            names.GLT_RASTER,
            "EPSG:4326",
        ),
    }
    FIELDS: ClassVar[dict[str, str]] = {
        **mapping.TARGET_FIELDS,
        names.X_RASTER: "x_raster",
        names.X_BAND: "x_index",
        names.Y_RASTER: "y_raster",
        names.Y_BAND: "y_index",
        names.GLT_RASTER: "glt",
        names.ARRAY_CRS: "array_crs",
        names.ARRAY_CONVENTION: "array_convention",
        names.LINE_OFFSET: "line_offset",
        names.LINE_STEP: "line_step",
        names.PIXEL_OFFSET: "pixel_offset",
        names.PIXEL_STEP: "pixel_step",
        names.SCAN_ROWS: "scan_rows",
        names.FILL_VALUE: "fill_value",
    }
    """Parameter -> field of `ArraysJob` that takes its value as it is."""

    def displayName(self) -> str:
        return tr("Grid from geolocation arrays")

    def shortDescription(self) -> str:
        return tr(
            "Makes the grid that brings a swath to a map, by the place of each pixel."
        )

    def about(self) -> str:
        return "".join((*self._what(), *self._exactness(), *self._limits()))

    def _what(self) -> Iterator[str]:
        yield tr(
            "<p>Makes the <b>grid</b> with which <i>Resample raster through a grid</i> "
            "brings a swath to a map. Its pixels have their places in two "
            "<b>geolocation arrays</b> of longitude and latitude, as in most netCDF "
            "and HDF files of satellites (MODIS, VIIRS, Sentinel-3). The source's tags "
            "name them, or they are given here.</p>"
        )
        yield tr(
            "<p>Instead, a <b>GLT</b> may say for each pixel of a map which one of the "
            "source belongs there, as EMIT's does. Its target is the GLT's own raster, "
            "and the output has exactly the source's values whatever the "
            "interpolation, but not through B-splines.</p>"
        )
        yield tr(
            "<p>The <b>target</b> is a template raster, or a coordinate system with an "
            "extent and a pixel size. Not set, it holds all places, in square pixels "
            "as large as those of the source are in median.</p>"
        )

    def _exactness(self) -> Iterator[str]:
        yield tr("<h3>How exact it is</h3>")
        yield tr(
            "<p>Between the places of four neighbours positions are bilinear, and "
            "every target pixel within has one: there are no holes, neither where "
            "scans overlap (<b>bow-tie</b>) nor at the antimeridian. Of scans that "
            "overlap the one counts in whose middle a place lies. Around the outermost "
            "pixel centres half a cell goes straight on.</p>"
        )
        yield tr(
            "<p>Where places end or jump the automatic resolution is 1: each target "
            "pixel becomes a node. Nodes without a position are nodata (NaN), and 0 in "
            "the mask.</p>"
        )

    def _limits(self) -> Iterator[str]:
        yield tr("<h3>Limits</h3>")
        yield tr(
            "<p>Use <i>nearest</i> where scans overlap: other interpolations mix two "
            "scans at their edges. Pixels beside fill values have no half cell around "
            "them. In longitudes and latitudes the cell that holds a pole is left out; "
            "take a polar system there. A map that ends at the antimeridian, such as "
            "EPSG:3857, loses the cells that lie over its end. The arrays are held in "
            "memory: some 30 bytes for each of their pixels.</p>"
        )

    def group(self) -> str:
        return tr("Grids")

    def groupId(self) -> str:
        return "grids"

    def tags(self) -> list[str]:
        return tag_list(
            tr(
                "grid,make,swath,geolocation,geolocation array,longitude,latitude,"
                "array,netCDF,HDF,MODIS,VIIRS,Sentinel-3,EMIT,GLT,"
                "geographic lookup table,bow-tie,scan,orbit,georeference,"
                "georeferencing,reproject,reprojection,warp,location grid,CNES"
            )
        )

    def definitions(self) -> Iterator[QgsProcessingParameterDefinition]:
        yield raster(
            names.INPUT,
            tr("Source raster"),
            tr("Raster as the sensor saw it; its values do not matter."),
        )
        yield from arrays.arrays()
        yield from mapping.target(by_gdal=False)
        yield from map(advanced, self._details())
        yield from output.grids()

    def _details(self) -> Iterator[QgsProcessingParameterDefinition]:
        yield from arrays.details()
        yield from mapping.nodes(names.ARRAY_CRS)

    def results(self) -> Iterator[QgsProcessingOutputDefinition]:
        yield from output.grid_summary()

    def arguments(self, values: Values) -> ArraysJob:
        fields = self._fields(values)
        return ArraysJob(**fields)

    def compute(self, arguments: ArraysJob, feedback: Feedback) -> Values:
        from ..core.chains.grid import make_grid_dataset

        summary = make_grid_dataset(arguments, feedback)
        return output.grid_values(arguments, summary)

    def presentations(self, arguments: ArraysJob) -> dict[str, Presentation]:
        return grid_presentations(self.origins[names.INPUT].name)
