"""The form that gives something to try: a scene, its grid, its clouds."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from qgis.core import (
    QgsGeometry,
    QgsProcessing,
    QgsProcessingParameterDefinition,
    QgsWkbTypes,
)

from ..core.feedback import Feedback
from ..core.message import Message
from .base import GridrAlgorithm
from .parameters import names, output
from .parameters.values import Value, Values
from .results.layers import Kind
from .results.presentation import Presentation
from .results.stack import Level
from .results.styles import QgisStyle
from .results.vector_styles import AreaStyle
from .texts import tag_list, tr

FOLDER = Path(__file__).resolve().parent.parent / "sample"
"""Made by tools/sample_scene.py."""
SCENE, GRID, CLOUDS = (FOLDER / n for n in ("scene.tif", "grid.tif", "clouds.csv"))
CLOUD = Kind(QgsWkbTypes.Type.Polygon, {"number": int})


class Places(NamedTuple):
    """Where the rasters shall be."""

    scene: str
    grid: str


class SampleData(GridrAlgorithm):
    """Nothing -> a scene, its grid, its clouds."""

    def displayName(self) -> str:
        return tr("Load sample data")

    def shortDescription(self) -> str:
        return tr("Puts a small scene, its grid and its clouds into the project.")

    def about(self) -> str:
        return "".join(self._about())

    def _about(self) -> Iterator[str]:
        yield tr(
            "<p>Puts all that is needed to try GridR into the project: a small "
            "<b>scene</b>, the <b>grid</b> that brings it to the map, and the outlines "
            "of its <b>clouds</b>. The scene is as a satellite sees it that is turned, "
            "shakes, and looks at a hill from the side: straight roads are bent in it, "
            "and it lies nowhere on the map: <i>Zoom to Layer</i>, on a right click on "
            "its layer, shows it.</p>"
        )
        yield tr(
            "<p>Then open <i>Resample raster through a grid</i>, choose <i>Sample "
            "scene</i> as its source and <i>Sample grid</i> as its grid, and run it. "
            "The result lies near Toulouse, and its roads are straight. With <i>Sample "
            "clouds</i> as polygons of invalid pixels, among the advanced parameters, "
            "the clouds are left out.</p>"
        )
        yield tr("<h3>Limits</h3>")
        yield tr(
            "<p>The landscape is made up: there is no such place. Its licence is that "
            "of the plugin.</p>"
        )

    def group(self) -> str:
        return tr("Tools")

    def groupId(self) -> str:
        return "tools"

    def tags(self) -> list[str]:
        return tag_list(
            tr("sample,example,demo,data,try,test,first steps,tutorial,learn")
        )

    def definitions(self) -> Iterator[QgsProcessingParameterDefinition]:
        yield output.destination(
            names.OUTPUT,
            tr("Scene"),
            tr("GeoTIFF with red, green and blue, without a place on the map."),
        )
        yield output.destination(
            names.OUTPUT_GRID,
            tr("Grid"),
            tr(
                "GeoTIFF with two bands: row and column of the scene for every eighth "
                "pixel of a map of 2 m."
            ),
        )
        yield output.layer(
            names.OUTPUT_POLYGONS,
            tr("Clouds"),
            tr("Polygons around the clouds, where QGIS draws the scene."),
            QgsProcessing.SourceType.TypeVectorPolygon,
        )

    def arguments(self, values: Values) -> Places:
        given = (values.get(name, "") for name in (names.OUTPUT, names.OUTPUT_GRID))
        return Places(*map(str, given))

    def compute(self, arguments: Places, feedback: Feedback) -> Values:
        from ..core.raster.copies import copy_rasters

        copy_rasters([(arguments.scene, str(SCENE)), (arguments.grid, str(GRID))])
        self.sinks.write(names.OUTPUT_POLYGONS, CLOUD, None, _clouds())
        feedback.info(
            Message(
                "The scene lies nowhere on the map: in QGIS, right-click its layer "
                "and choose Zoom to Layer to see it."
            )
        )
        feedback.info(
            Message(
                "Next: Resample raster through a grid (gridr:gridresampling) with the "
                "scene as source raster (INPUT) and the grid as grid raster (GRID); "
                "with the clouds as polygons of invalid pixels (INVALID_POLYGONS) they "
                "are left out."
            )
        )
        return {
            names.OUTPUT: arguments.scene,
            names.OUTPUT_GRID: arguments.grid,
            **self.sinks.made,
        }

    def presentations(self, arguments: Places) -> dict[str, Presentation]:
        clouds = Presentation(tr("Sample clouds"), AreaStyle(), Level.OUTLINE)
        return {
            names.OUTPUT: Presentation(tr("Sample scene"), QgisStyle(), Level.IMAGE),
            names.OUTPUT_GRID: Presentation(tr("Sample grid"), QgisStyle(), Level.GRID),
            names.OUTPUT_POLYGONS: clouds,
        }


def _clouds() -> Iterator[tuple[QgsGeometry, list[Value]]]:
    """Yield the outlines and their numbers."""
    with CLOUDS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield QgsGeometry.fromWkt(row["wkt"]), [int(row["number"])]
