"""Picture the plugin as QGIS shows it, without a display: docs/pictures/*.png.

Run with QGIS's Python, after tools/demo.py: `python3 tools/screenshots.py`. It makes
the pictures of every language that i18n/ has, each in a QGIS of its own.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from checkout import ROOT
from in_qgis import provider
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsLayerTree,
    QgsLayerTreeModel,
    QgsProcessingParameterDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.gui import QgsLayerTreeView, QgsMapCanvas, QgsProcessingToolboxTreeView
from qgis.PyQt.QtGui import QPainter, QPixmap
from qgis.PyQt.QtWidgets import QGroupBox, QLabel, QMainWindow, QScrollArea, QSplitter

PICTURES = ROOT / "docs" / "pictures"
OUT = ROOT / "out"
CRS = "EPSG:32631"
FORM_WIDTH, HELP_WIDTH, LEAST_HEIGHT = 600, 560, 620
LEGEND_WIDTH = 360
COLUMN_HEIGHT = 850
"""About the highest a picture of advanced parameters gets."""
LAYERS = {
    "INPUT": "scene",
    "TEMPLATE": "scene",
    "GRID": "grid",
    "VALID_POLYGONS": "areas",
}
"""Parameter -> layer chosen in the pictures, where it is not folded away."""
ON_MAP = {"TEMPLATE": None, "TARGET_CRS": "EPSG:4326"}
VALUES = {
    **dict.fromkeys(["gridfromtransform", "gridfrompoints"], ON_MAP),
    **dict.fromkeys(["gridfromgeolocation", "swathtomap"], ON_MAP),
    **dict.fromkeys(["orthorectification", "registration"], ON_MAP),
    "gridconvert": {"INPUT": "grid"},
}
"""Algorithm -> what else is chosen in its pictures, or not."""
SAMPLE = dict.fromkeys(("OUTPUT", "OUTPUT_GRID", "OUTPUT_POLYGONS"), "TEMPORARY_OUTPUT")
ADVANCED = QgsProcessingParameterDefinition.Flag.FlagAdvanced


class Pictures:
    """Makes the pictures of one language."""

    def __init__(self, locale: str):
        self.suffix = "" if locale == "en" else f"_{locale}"

    def path(self, name: str) -> str:
        """Return the file of a picture."""
        return str(PICTURES / f"{name}{self.suffix}.png")

    def save(self, widget, name: str) -> None:
        """Write a picture of a widget that is shown."""
        QgsApplication.processEvents()
        widget.grab().save(self.path(name))

    def dialog(self, algorithm) -> None:
        """Write the dialog of an algorithm, and its advanced parameters."""
        from processing.gui.AlgorithmDialog import AlgorithmDialog

        name = algorithm.name()
        window = QMainWindow()
        dialog = AlgorithmDialog(algorithm.create(), False, window)
        shown = [
            d for d in algorithm.parameterDefinitions() if not d.flags() & ADVANCED
        ]
        names = [definition.name() for definition in shown]
        chosen = {n: LAYERS[n] for n in names if n in LAYERS}
        dialog.setParameters({**chosen, **VALUES.get(name, {})})
        dialog.show()
        dialog.findChild(QSplitter).setSizes([FORM_WIDTH, HELP_WIDTH])
        group = dialog.findChild(QGroupBox, "grpAdvanced")
        has_advanced = group.isVisible()
        group.setProperty("collapsed", True)
        fit(dialog)
        self.save(dialog, name)
        if has_advanced:
            group.setProperty("collapsed", False)
            fit(dialog)
            QgsApplication.processEvents()
            in_columns(group).save(self.path(f"{name}_advanced"))
        dialog.close()

    def toolbox(self) -> None:
        """Write the toolbox with our group unfolded."""
        window = QMainWindow()
        tree = QgsProcessingToolboxTreeView(window)
        tree.setRegistry(QgsApplication.processingRegistry())
        tree.setHeaderHidden(True)
        window.setCentralWidget(tree)
        window.resize(500, 500)
        window.show()
        model = tree.model()
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            if model.data(index) == "GridR":
                tree.expandRecursively(index)
                tree.scrollTo(index, tree.ScrollHint.PositionAtTop)
        self.save(window, "toolbox")

    def canvas(self) -> None:
        """Write a map of the demo's result under its mask, with the layers' legend."""
        import processing

        if not (OUT / "world.tif").exists():
            sys.exit("The map needs out/world.tif and out/grid.tif: run `make demo`.")
        project = QgsProject.instance()
        project.clear()
        source = QgsRasterLayer(str(OUT / "world.tif"), "world")
        project.addMapLayer(source)
        outputs = dict.fromkeys(("OUTPUT", "OUTPUT_MASK"), "TEMPORARY_OUTPUT")
        given = {"INPUT": source, "GRID": str(OUT / "grid.tif"), **outputs}
        processing.runAndLoadResults("gridr:gridresampling", given)
        results = [lyr for lyr in project.mapLayers().values() if lyr is not source]
        # the mask above
        results.sort(key=lambda layer: layer.renderer().type() != "paletted")
        self.map("canvas", results, [*results, source], (1100, 500))

    def sample(self) -> None:
        """Write maps of the sample as it is loaded, and of what comes of it."""
        import processing

        project = QgsProject.instance()
        project.clear()
        processing.runAndLoadResults("gridr:sampledata", SAMPLE)
        clouds, grid, scene = sorted(project.mapLayers().values(), key=bands_of)
        layers = [clouds, scene, grid]
        self.map("sample_scene", [clouds, scene], layers, (1000, 560))
        given = {"INPUT": scene, "GRID": grid, "INVALID_POLYGONS": clouds}
        given["OUTPUT"] = "TEMPORARY_OUTPUT"
        processing.runAndLoadResults("gridr:gridresampling", given)
        found = [lyr for lyr in project.mapLayers().values() if lyr not in layers]
        self.map("sample_map", found, [*found, *layers], (1000, 560))

    def map(self, name: str, shown: list, layers: list, size: tuple[int, int]) -> None:
        """Write a map of the layers that are shown beside a legend of all."""
        root = QgsLayerTree()
        for layer in layers:
            root.addLayer(layer).setItemVisibilityChecked(layer in shown)
        tree, model = QgsLayerTreeView(), QgsLayerTreeModel(root)
        tree.setModel(model)
        canvas = QgsMapCanvas()
        canvas.setDestinationCrs(shown[0].crs())
        canvas.setLayers(shown)
        window = QSplitter()
        window.addWidget(tree)
        window.addWidget(canvas)
        window.setSizes([LEGEND_WIDTH, size[0] - LEGEND_WIDTH])
        window.resize(*size)
        window.show()
        canvas.zoomToFullExtent()
        canvas.waitWhileRendering()
        tree.expandAll()
        tree.clearSelection()
        self.save(window, name)


def bands_of(layer) -> int:
    """Return how many bands a layer has; 0 of vectors."""
    return layer.bandCount() if isinstance(layer, QgsRasterLayer) else 0


def fit(dialog) -> None:
    """Make a dialog as high as its form."""
    for _ in range(8):  # the form folds and unfolds in steps
        QgsApplication.processEvents()
        areas = dialog.findChildren(QScrollArea, "scrollArea")  # one in the other
        more = max(
            area.widget().sizeHint().height() - area.viewport().height()
            for area in areas
        )
        height = max(dialog.height() + more, LEAST_HEIGHT)
        dialog.resize(FORM_WIDTH + HELP_WIDTH, height)


def in_columns(group: QGroupBox) -> QPixmap:
    """Return a picture of a group of parameters, cut between them into columns."""
    picture = group.grab()
    count = -(-picture.height() // COLUMN_HEIGHT)
    labels = [child for child in group.findChildren(QLabel) if child.parent() is group]
    tops = [label.y() - 4 for label in labels]
    wanted = [picture.height() * n / count for n in range(1, count)]
    cuts = [min(tops, key=lambda top: abs(top - height)) for height in wanted]
    starts, stops = [0, *cuts], [*cuts, picture.height()]
    rows = max(stop - start for start, stop in zip(starts, stops))
    columns = QPixmap(count * picture.width(), rows)
    columns.fill(group.palette().window().color())
    painter = QPainter(columns)
    for number, (start, stop) in enumerate(zip(starts, stops)):
        part = picture.copy(0, start, picture.width(), stop - start)
        painter.drawPixmap(number * picture.width(), 0, part)
    painter.end()
    return columns


def add_layer(folder, name, bands):
    """Add a raster to the project, for the form's lists to show something."""
    path = str(Path(folder) / f"{name}.tif")
    driver = gdal.GetDriverByName("GTiff")
    dataset = driver.Create(path, 4, 4, len(bands))
    dataset.SetGeoTransform((500_000, 10, 0, 4_600_000, 0, -10))
    dataset.SetProjection(QgsCoordinateReferenceSystem(CRS).toWkt())
    for index, band in enumerate(bands, start=1):
        dataset.GetRasterBand(index).SetDescription(band)
    dataset = None
    options = QgsRasterLayer.LayerOptions(loadDefaultStyle=False)
    QgsProject.instance().addMapLayer(QgsRasterLayer(path, name, "gdal", options))


def add_layers(folder):
    """Fill the project with `LAYERS`."""
    add_layer(folder, "scene", ["red", "green", "blue"])
    add_layer(folder, "grid", ["row", "column"])
    areas = QgsVectorLayer(f"Polygon?crs={CRS}", "areas", "memory")
    QgsProject.instance().addMapLayer(areas)


def picture_all(locale: str) -> None:
    """Make the pictures of a language."""
    PICTURES.mkdir(exist_ok=True)
    pictures = Pictures(locale)
    with provider(locale) as found, tempfile.TemporaryDirectory() as folder:
        add_layers(folder)
        for algorithm in found.algorithms():
            pictures.dialog(algorithm)
        pictures.toolbox()
        pictures.canvas()
        pictures.sample()


def run_in_fresh_qgis(script: str, locale: str) -> None:
    """Run a script of this folder in a QGIS without settings that speaks a language."""
    with tempfile.TemporaryDirectory() as profile:
        environment = {
            **os.environ,
            "LC_ALL": f"{locale}.UTF-8",  # the plugin and Qt's numbers follow this
            "QGIS_CUSTOM_CONFIG_PATH": profile,
        }
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        command = [sys.executable, script, "--locale", locale]
        subprocess.run(command, env=environment, check=True)


def locales() -> list[str]:
    """Return English and the languages that the plugin has been translated to."""
    translations = (ROOT / "i18n").glob("*.qm")
    return ["en", *sorted(path.stem.rpartition("_")[2] for path in translations)]


def main(work: Callable[[str], None], script: str, languages: list[str]) -> None:
    """Do the work of a script in each language, in a process of its own."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--locale", help="such as fr; by default one after the other")
    locale = parser.parse_args().locale
    if locale is not None:
        work(locale)
        return
    for each in languages:
        run_in_fresh_qgis(script, each)


if __name__ == "__main__":
    main(picture_all, __file__, locales())
