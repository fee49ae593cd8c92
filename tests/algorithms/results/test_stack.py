"""Which results lie above which, as QGIS opens them."""

from types import SimpleNamespace

import pytest
import qgis.utils
from gridr_qgis.algorithms.results.stack import Level, Stack
from qgis.core import (
    QgsLayerTreeModel,
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import QgsLayerTreeView


@pytest.fixture
def names():
    """Function: project -> names of its layers from the top down."""

    def names(project):
        order = project.layerTreeRoot().layerOrder()
        return [layer.name() for layer in order]

    return names


@pytest.fixture
def window(project, without_window, monkeypatch):
    """What QGIS's window knows of its layers."""
    from processing.gui import Postprocessing

    tree, model = QgsLayerTreeView(), QgsLayerTreeModel(project.layerTreeRoot())
    tree.setModel(model)
    window = SimpleNamespace(
        model=model,
        layerTreeView=lambda: tree,
        activeLayer=tree.currentLayer,
        setActiveLayer=tree.setCurrentLayer,
    )
    for module in (Postprocessing, qgis.utils):
        monkeypatch.setattr(module, "iface", window, raising=False)
    return window


@pytest.fixture
def shown(project, feedback, names, without_window):
    """Function: algorithm, parameters -> names of what it opened, top down."""
    from processing.gui import Postprocessing

    def shown(algorithm, parameters, *, clear=True):
        if clear:
            project.clear()
        # from QGIS 3.38 on a context knows which steps of a model it has done
        context = QgsProcessingContext()
        context.setProject(project)
        outputs = {
            definition.name(): QgsProcessingOutputLayerDefinition(
                "TEMPORARY_OUTPUT", project
            )
            for definition in algorithm.destinationParameterDefinitions()
            if definition.type() != "fileDestination"
        }
        given = {**parameters, **outputs}
        _, ok = algorithm.create().run(given, context, feedback)
        assert ok, feedback.errors
        assert Postprocessing.handleAlgorithmResults(algorithm, context, feedback)
        return names(project)

    return shown


def test_mask_lies_above_its_result_each_time(shown, algorithm, scene, grid):
    """The names of temporary files are random, and QGIS 3.22 goes by them."""
    given = {"INPUT": scene, "GRID": grid, "INTERPOLATION": "nearest"}
    orders = [shown(algorithm, given) for _ in range(6)]
    assert orders == [["scene validity mask", "scene resampled"]] * 6


def test_mask_lies_above_its_result_over_a_chosen_layer(
    shown, algorithm, scene, grid, project, window
):
    """QGIS 3.38 and newer put each result just above that layer."""
    given = {"INPUT": scene, "GRID": grid, "INTERPOLATION": "nearest"}
    for _ in range(6):
        project.clear()
        before = [add(project, name) for name in ("under", "chosen")]
        window.setActiveLayer(before[1])
        order = shown(algorithm, given, clear=False)
        assert order[:2] == ["scene validity mask", "scene resampled"]
        assert sorted(order[2:]) == ["chosen", "under"]
        assert window.activeLayer() is not None


def test_results_of_the_steps_of_a_model_lie_in_order(
    shown, provider, scene, grid, polygon_layer
):
    areas = polygon_layer("Polygon ((4 -3, 30 -5, 25 -26, 4 -3))")
    given = {"INPUT": scene, "GRID": grid, "VALID_POLYGONS": areas}
    given["INTERPOLATION"] = "nearest"
    orders = [shown(provider.algorithm("polygonresampling"), given) for _ in range(3)]
    for mask, resampled, source_mask in orders:
        assert (mask, resampled) == ("scene validity mask", "scene resampled")
        # newer QGIS gives it the words of the model
        assert source_mask in ("scene mask", "Source mask")


def test_layers_come_in_any_order_and_others_stay(qgis_app, names):
    for coming in ([0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]):
        project, stack = QgsProject(), Stack()
        add(project, "old")
        for number in coming:
            stack.add(add(project, Level(number).name), Level(number))
        stack.add(add(project, "another GRID"), Level.GRID)
        wanted = ["MASK_OF_IMAGE", "IMAGE", "MASK_OF_GRID", "GRID", "another GRID"]
        assert sorted(names(project)[3:5]) == sorted(wanted[3:])
        assert names(project)[:3] == wanted[:3]
        assert names(project)[5:] == ["old"]


def test_layer_that_is_in_no_project_is_left_alone(qgis_app):
    layer = QgsVectorLayer("Point", "alone", "memory")
    Stack().add(layer, Level.POINTS)
    project = QgsProject()
    project.addMapLayer(layer, False)
    Stack().add(layer, Level.POINTS)
    assert project.layerTreeRoot().children() == []


def add(project, name):
    """Return a layer that is added to a project as QGIS does it."""
    layer = QgsVectorLayer("Point", name, "memory")
    assert project.addMapLayer(layer) is layer
    return layer
