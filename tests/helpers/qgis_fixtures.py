"""QGIS with the provider, and small rasters to work on: fixtures of all its tests."""

import gc
import os
import shutil
import subprocess
import sys

import numpy as np
import pytest
from gridr_qgis import classFactory
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsVectorLayer,
)
from rasterio.transform import Affine

from .data import write_raster


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item):
    # pytest would keep those of the last test until QGIS is gone, which then crashes.
    item.funcargs.clear()


@pytest.fixture(scope="module")
def provider(qgis_app, qgis_processing):
    """Our provider, registered as QGIS does it."""
    plugin = classFactory(None)
    plugin.initProcessing()
    yield plugin.provider
    plugin.unload()
    # Here, because QGIS crashes when its objects go after itself. Those of a test that
    # failed are held by what Python keeps of its error.
    for name in ("last_type", "last_value", "last_traceback", "last_exc"):
        vars(sys).pop(name, None)
    gc.collect()


@pytest.fixture
def algorithm(provider):
    """A fresh form of the main algorithm."""
    return QgsApplication.processingRegistry().createAlgorithmById(
        "gridr:gridresampling"
    )


@pytest.fixture
def context(qgis_app):
    return QgsProcessingContext()


@pytest.fixture
def feedback(qgis_app):
    return Log()


class Log(QgsProcessingFeedback):
    """Keeps what an algorithm says."""

    def __init__(self):
        super().__init__(False)
        self.infos = []
        self.warnings = []
        self.errors = []

    def pushInfo(self, info):
        self.infos.append(info)

    def pushWarning(self, warning):
        self.warnings.append(warning)

    def reportError(self, error, fatalError=False):
        self.errors.append(error)


@pytest.fixture
def run(algorithm, qgis_processing, feedback):
    """Function: parameters -> results of `processing.run`."""
    import processing

    return lambda parameters, **more: processing.run(
        algorithm.id(), parameters, **{"feedback": feedback, **more}
    )


@pytest.fixture
def without_window(qgis_processing, monkeypatch):
    """The window that pytest-qgis pretends to have is too little for the dialogs."""
    from processing.gui import BatchPanel, ParametersPanel, Postprocessing
    from processing.modeler import ModelerParametersDialog

    in_forms = BatchPanel, ParametersPanel, ModelerParametersDialog
    for module in (*in_forms, Postprocessing):
        monkeypatch.setattr(module, "iface", None, raising=False)


@pytest.fixture
def polygon_layer(qgis_app):
    """Function: geometries as WKT -> a layer of them."""

    def polygon_layer(*texts, crs="", kind="Polygon"):
        layer = QgsVectorLayer(f"{kind}?crs={crs}", "areas", "memory")
        features = [QgsFeature() for _ in texts]
        for feature, text in zip(features, texts):
            feature.setGeometry(QgsGeometry.fromWkt(text))
        assert layer.isValid()
        assert layer.dataProvider().addFeatures(features)[0]
        return layer

    return polygon_layer


@pytest.fixture(scope="session")
def profile(root, tmp_path_factory):
    """Folder of a QGIS profile of our own, with our plugin in it."""
    folder = tmp_path_factory.mktemp("config") / "profiles" / "default"
    plugins = folder / "python" / "plugins"
    plugins.mkdir(parents=True)
    (plugins / "gridr_qgis").symlink_to(root)
    return folder


@pytest.fixture(scope="session")
def qgis_process(profile):
    """Function: arguments -> finished `qgis_process`, with our plugin enabled.

    It runs in the folder `cwd` if that is given; keywords are variables of its
    environment.
    """
    # Debian's wrapper passes an option that the program of QGIS 3.22 refuses.
    program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    assert program, "QGIS is installed, but its qgis_process is not on the PATH"
    config = {"QGIS_CUSTOM_CONFIG_PATH": str(profile.parent.parent)}

    def call(*arguments, cwd=None, **variables):
        command = [program, *arguments]
        return subprocess.run(
            command,
            env={**os.environ, **config, **variables},
            cwd=cwd,
            capture_output=True,
            text=True,
        )

    enabled = call("plugins", "enable", "gridr_qgis")
    assert enabled.returncode == 0, enabled.stdout + enabled.stderr
    return call


@pytest.fixture
def scene(tmp_path):
    """Path of a source: 3 bands, 30 x 40, with a nodata hole in the first."""
    pixels = np.random.default_rng(2).integers(1, 4000, (3, 30, 40)).astype("uint16")
    pixels[0, 10:12, 20:23] = 0
    return write_raster(tmp_path / "scene.tif", pixels, nodata=0)


@pytest.fixture
def grid(tmp_path):
    """Path of a grid: 6 x 7 nodes turned by 10 degrees, resolution 4 x 5 by tags."""
    rows, cols = np.mgrid[0:21:4, 0:31:5].astype("float64")
    turned = [5 + 0.98 * rows - 0.17 * cols, 3 + 0.17 * rows + 0.98 * cols]
    tags = {"GRID_RESOLUTION_ROW": 4, "GRID_RESOLUTION_COL": 5}
    return write_raster(
        tmp_path / "grid.tif",
        np.stack(turned),
        tags=tags,
        transform=Affine(50, 0, 500_000, 0, -40, 4_600_000),
        crs="EPSG:32631",
    )
