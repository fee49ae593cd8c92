"""Results as QGIS opens them after a run."""

import gc

import numpy as np
import pytest
from helpers.data import write_raster
from qgis.core import (
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
)


@pytest.fixture
def project(context):
    project = QgsProject()
    context.setProject(project)
    return project


@pytest.fixture
def load(context, feedback):
    """Function: make the layers that QGIS would make after a run, by path."""

    def load():
        layers = {}
        for path, details in context.layersToLoadOnCompletion().items():
            layers[path] = QgsProcessingUtils.mapLayerFromString(path, context)
            details.setOutputLayerName(layers[path])
            presenter = details.postProcessor()
            presenter.postProcessLayer(layers[path], context, feedback)
        return layers

    return load


@pytest.fixture
def opened(provider, project, context, feedback, load):
    """Function: id, parameters -> layers of the results by parameter, as QGIS's."""

    def opened(name, parameters, **names):
        algorithm = provider.algorithm(name)
        outputs = [d.name() for d in algorithm.destinationParameterDefinitions()]
        for output in outputs:
            value = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", project)
            if output in names:
                value.destinationName = names[output]
            parameters = {**parameters, output: value}
        results, ok = algorithm.run(parameters, context, feedback)
        assert ok, feedback.errors
        gc.collect()
        layers = load()
        return {output: layers[results[output]] for output in outputs}

    return opened


@pytest.fixture
def pan(tmp_path):
    """Path of a source of one band, values 500 to 3500 in a frame of nodata."""
    pixels = np.zeros((30, 40), "uint16")
    pixels[2:-2, 2:-2] = np.linspace(500, 3500, 26 * 36).reshape(26, 36)
    return write_raster(tmp_path / "pan.tif", pixels, nodata=0)


@pytest.fixture
def in_project(project):
    """Function: path, renderer -> name of a layer of the file in the project.

    The renderer is made by a function of the layer's provider.
    """

    def in_project(path, renderer=None):
        layer = QgsRasterLayer(path, "my picture")
        if renderer is not None:
            layer.setRenderer(renderer(layer.dataProvider()))
        project.addMapLayer(layer)
        return layer.name()

    return in_project
