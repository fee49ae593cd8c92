"""What results take from a source layer, as values that outlive it."""

import gc

import pytest
from gridr_qgis.algorithms.inputs.origin import Origin, origin_of
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtXml import QDomDocument


@pytest.fixture
def layer(qgis_app, scene):
    return QgsRasterLayer(scene, "my picture")


def test_layer_of_no_project_has_a_name_and_no_style(layer, scene, context):
    assert origin_of(layer, context) == Origin("my picture", scene, None)


def test_layer_of_another_project_has_no_style(layer, scene, context):
    project = QgsProject()
    context.setProject(project)
    assert origin_of(layer, context) == Origin("my picture", scene, None)


def test_layer_of_the_project_has_its_style(layer, scene, context):
    project = QgsProject()
    project.addMapLayer(layer)
    context.setProject(project)
    name, source, style = origin_of(layer, context)
    assert (name, source) == ("my picture", scene)
    document = QDomDocument()
    assert document.setContent(style)[0]
    renderer = document.elementsByTagName("rasterrenderer").item(0).toElement()
    bands = [renderer.attribute(f"{name}Band") for name in ("red", "green", "blue")]
    assert bands == ["1", "2", "3"]


def test_style_is_what_pixels_look_like_and_no_more(layer, context):
    project = QgsProject()
    layer.setCustomProperty("mine", "secret")
    project.addMapLayer(layer)
    context.setProject(project)
    assert "secret" not in origin_of(layer, context).style


def test_values_outlive_the_layer(scene, context):
    project = QgsProject()
    project.addMapLayer(QgsRasterLayer(scene, "gone"))
    context.setProject(project)
    (layer,) = project.mapLayers().values()
    origin = origin_of(layer, context)
    del layer
    project.clear()
    gc.collect()
    assert [type(value) for value in origin] == [str, str, str]
