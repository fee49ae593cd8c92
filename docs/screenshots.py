"""Grab the algorithms' dialogs to PNG files beside this script, without a display.

Run with QGIS's Python: `QT_QPA_PLATFORM=offscreen python3 docs/screenshots.py`.
"""

import importlib.util
import sys
import tempfile
from pathlib import Path

from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtWidgets import QGroupBox, QMainWindow, QSplitter

DOCS = Path(__file__).resolve().parent
PACKAGE = "gridr_qgis"
CRS = "EPSG:32631"


def load_plugin():
    """Return the checkout as QGIS would load it, whatever its folder is called."""
    root = DOCS.parent
    spec = importlib.util.spec_from_file_location(
        PACKAGE, root / "__init__.py", submodule_search_locations=[str(root)]
    )
    sys.modules[PACKAGE] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.classFactory(None)


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


def grab(name, values, size, columns):
    """Write a picture of the dialog of one algorithm, advanced parameters folded."""
    from processing.gui.AlgorithmDialog import AlgorithmDialog

    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"gridr:{name}")
    window = QMainWindow()
    dialog = AlgorithmDialog(algorithm, False, window)
    dialog.setParameters(values)
    dialog.show()
    dialog.findChild(QGroupBox, "grpAdvanced").setProperty("collapsed", True)
    dialog.resize(*size)
    dialog.findChild(QSplitter).setSizes(columns)
    QgsApplication.processEvents()
    dialog.grab().save(str(DOCS / f"{name}.png"))
    dialog.close()


def main():
    """Start QGIS without its window and grab every dialog."""
    application = QgsApplication([], True)
    application.initQgis()
    sys.path.append(str(Path(application.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing

    Processing.initialize()
    plugin = load_plugin()
    plugin.initProcessing()
    with tempfile.TemporaryDirectory() as folder:
        add_layer(folder, "scene", ["red", "green", "blue"])
        add_layer(folder, "grid", ["row", "column"])
        areas = QgsVectorLayer(f"Polygon?crs={CRS}", "areas", "memory")
        QgsProject.instance().addMapLayer(areas)
        values = {"INPUT": "scene", "GRID": "grid"}
        grab("gridresampling", values, (1180, 1070), [560, 600])
        values = {"TEMPLATE": "scene", "VALID_POLYGONS": "areas"}
        grab("buildmask", values, (1180, 790), [560, 600])
        QgsProject.instance().clear()
    plugin.unload()
    application.exitQgis()


if __name__ == "__main__":
    main()
