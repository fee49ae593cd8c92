"""QGIS with the provider, and small rasters to work on."""

import numpy as np
import pytest
import rasterio
from gridr_qgis import classFactory
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback
from rasterio.transform import Affine


@pytest.fixture(scope="module")
def provider(qgis_app, qgis_processing):
    """Our provider, registered as QGIS does it."""
    plugin = classFactory(None)
    plugin.initProcessing()
    yield plugin.provider
    plugin.unload()


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
def scene(tmp_path):
    """Path of a source: 3 bands, 30 x 40, with a nodata hole in the first."""
    pixels = np.random.default_rng(2).integers(1, 4000, (3, 30, 40)).astype("uint16")
    pixels[0, 10:12, 20:23] = 0
    return write(tmp_path / "scene.tif", pixels, nodata=0)


@pytest.fixture
def grid(tmp_path):
    """Path of a grid: 6 x 7 nodes turned by 10 degrees, resolution 4 x 5 by tags."""
    rows, cols = np.mgrid[0:21:4, 0:31:5].astype("float64")
    turned = [5 + 0.98 * rows - 0.17 * cols, 3 + 0.17 * rows + 0.98 * cols]
    tags = {"GRID_RESOLUTION_ROW": 4, "GRID_RESOLUTION_COL": 5}
    return write(
        tmp_path / "grid.tif",
        np.stack(turned),
        tags,
        transform=Affine(50, 0, 500_000, 0, -40, 4_600_000),
        crs="EPSG:32631",
    )


def write(path, pixels, tags=None, **profile):
    """Write a GeoTIFF and return its path as text."""
    bands, height, width = pixels.shape
    profile.update(count=bands, height=height, width=width, dtype=pixels.dtype)
    with rasterio.open(path, "w", driver="GTiff", **profile) as dataset:
        dataset.write(pixels)
        dataset.update_tags(**(tags or {}))
    return str(path)
