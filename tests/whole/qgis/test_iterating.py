"""A run for each feature of a layer, as the dialog has it."""

import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsVectorLayer,
)

AREAS = (
    "Polygon ((4 -3, 20 -5, 15 -16, 4 -3))",
    "Polygon ((20 -3, 9 -9, 25 -26, 20 -3))",
)


@pytest.fixture
def iterate(algorithm, context, feedback, without_window):
    """Function: parameters, layer -> names of the layers that QGIS opens."""
    from processing.gui import AlgorithmExecutor

    def iterate(parameters, layer):
        project = QgsProject()
        context.setProject(project)
        project.addMapLayer(layer)
        flag = QgsProcessingFeatureSourceDefinition.Flag
        each = flag.FlagCreateIndividualOutputPerInputFeature
        source = QgsProcessingFeatureSourceDefinition(layer.id(), flags=each)
        outputs = {
            name: QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", project)
            for name in ("OUTPUT", "OUTPUT_MASK")
        }
        given = {**parameters, **outputs, "VALID_POLYGONS": source}
        done = AlgorithmExecutor.executeIterating(
            algorithm, given, "VALID_POLYGONS", context, feedback
        )
        assert done, feedback.errors
        layers = project.mapLayers().values()
        return sorted(each.name() for each in layers if each is not layer)

    return iterate


def areas(*attributes, fields="field=id:integer&field=name:string"):
    """Return a layer with a feature for each list of attributes."""
    layer = QgsVectorLayer(f"Polygon?{fields}", "areas", "memory")
    features = [QgsFeature(layer.fields()) for _ in attributes]
    for feature, values, wkt in zip(features, attributes, AREAS):
        feature.setAttributes(values)
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
    assert layer.dataProvider().addFeatures(features)[0]
    return layer


def test_results_are_named_by_their_features(iterate, scene, grid):
    given = {"INPUT": scene, "GRID": grid, "INTERPOLATION": "nearest"}
    assert iterate(given, areas([7, "Blagnac"], [8, "Colomiers"])) == [
        "scene resampled - Blagnac",
        "scene resampled - Colomiers",
        "scene validity mask - Blagnac",
        "scene validity mask - Colomiers",
    ]


def test_features_without_names_have_their_number(iterate, scene, grid):
    given = {"INPUT": scene, "GRID": grid, "INTERPOLATION": "nearest"}
    layer = areas([7], [8], fields="field=id:integer")
    names = iterate(given, layer)
    assert names[:2] == ["scene resampled - 7", "scene resampled - 8"]


def test_features_of_which_nothing_is_known_are_counted(iterate, scene, grid):
    given = {"INPUT": scene, "GRID": grid, "INTERPOLATION": "nearest"}
    names = iterate(given, areas([None, None], [None, None]))
    assert names[:2] == ["scene resampled", "scene resampled (2)"]
    assert names[2:] == ["scene validity mask", "scene validity mask (2)"]
