"""Results in the project: their names, styles and metadata, and who keeps them."""

import gc
import re
from pathlib import Path

import numpy as np
import pytest
from gridr_qgis.algorithms.texts import version
from helpers.data import write_raster
from qgis.core import (
    QgsApplication,
    QgsColorRampShader,
    QgsContrastEnhancement,
    QgsPalettedRasterRenderer,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
    QgsRasterShader,
    QgsSingleBandGrayRenderer,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtGui import QColor

STRETCH = QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum


@pytest.fixture
def project(context):
    project = QgsProject()
    context.setProject(project)
    return project


@pytest.fixture
def opened(provider, project, context, feedback):
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
        layers = load(context, feedback)
        return {output: layers[results[output]] for output in outputs}

    return opened


def load(context, feedback):
    """Make the layers that QGIS would make after a run, by path."""
    layers = {}
    for path, details in context.layersToLoadOnCompletion().items():
        layers[path] = QgsProcessingUtils.mapLayerFromString(path, context)
        details.setOutputLayerName(layers[path])
        details.postProcessor().postProcessLayer(layers[path], context, feedback)
    return layers


@pytest.fixture
def pan(tmp_path):
    """Path of a source of one band, values 500 to 3500 in a frame of nodata."""
    pixels = np.zeros((30, 40), "uint16")
    pixels[2:-2, 2:-2] = np.linspace(500, 3500, 26 * 36).reshape(26, 36)
    return write_raster(tmp_path / "pan.tif", pixels, nodata=0)


def in_project(project, path, renderer=None):
    """Return the name of a layer of a file in the project."""
    layer = QgsRasterLayer(path, "my picture")
    if renderer is not None:
        layer.setRenderer(renderer(layer.dataProvider()))
    project.addMapLayer(layer)
    return layer.name()


def grey(band, least, greatest):
    """Return a function: provider -> renderer of a band in grey."""

    def grey(provider):
        renderer = QgsSingleBandGrayRenderer(provider, band)
        enhancement = QgsContrastEnhancement(provider.dataType(band))
        enhancement.setMinimumValue(least)
        enhancement.setMaximumValue(greatest)
        enhancement.setContrastEnhancementAlgorithm(STRETCH)
        renderer.setContrastEnhancement(enhancement)
        return renderer

    return grey


def limits(layer):
    enhancement = layer.renderer().contrastEnhancement()
    return enhancement.minimumValue(), enhancement.maximumValue()


def labels(layer):
    return {each.value: each.label for each in layer.renderer().classes()}


def test_names_come_from_the_source(opened, project, scene, grid):
    layers = opened("gridresampling", {"INPUT": scene, "GRID": grid})
    assert layers["OUTPUT"].name() == "scene resampled"
    assert layers["OUTPUT_MASK"].name() == "scene validity mask"
    name = in_project(project, scene)
    layers = opened("gridresampling", {"INPUT": name, "GRID": grid})
    assert layers["OUTPUT"].name() == "my picture resampled"


def test_names_tell_the_bands_that_were_chosen(opened, scene, grid):
    given = {"INPUT": scene, "GRID": grid, "BANDS": [3, 1]}
    layers = opened("gridresampling", given)
    assert layers["OUTPUT"].name() == "scene resampled [3, 1]"


@pytest.mark.parametrize("parameter", ["TEMPLATE", "MASK"])
def test_the_mask_that_is_built_is_named_after_its_raster(opened, scene, parameter):
    assert opened("buildmask", {parameter: scene})["OUTPUT"].name() == "scene mask"


def test_names_that_only_gdal_knows_are_shortened(opened, scene, grid):
    source = {"INPUT": f"GTIFF_DIR:1:{scene}", "GRID": grid}
    assert opened("gridresampling", source)["OUTPUT"].name() == "scene resampled"


def test_a_name_that_a_model_gives_stays(opened, scene, grid):
    layers = opened("gridresampling", {"INPUT": scene, "GRID": grid}, OUTPUT="Quick")
    assert layers["OUTPUT"].name() == "Quick"
    assert layers["OUTPUT"].renderer().type() == "multibandcolor"


@pytest.mark.parametrize("name", ["gridresampling", "buildmask"])
def test_masks_have_two_classes(opened, scene, grid, name):
    given = {"gridresampling": {"INPUT": scene, "GRID": grid}}
    layers = opened(name, given.get(name, {"TEMPLATE": scene}))
    renderer = layers[
        "OUTPUT_MASK" if name == "gridresampling" else "OUTPUT"
    ].renderer()
    classes = [(each.value, each.label) for each in renderer.classes()]
    assert classes == [(0, "invalid"), (1, "valid")]
    invalid, valid = (each.color for each in renderer.classes())
    assert invalid.alpha() > 100 > valid.alpha()


def test_one_band_is_stretched_as_the_project_stretches_the_source(
    opened, project, pan, grid
):
    name = in_project(project, pan, grey(1, 700, 1234))
    assert limits(
        opened("gridresampling", {"INPUT": name, "GRID": grid})["OUTPUT"]
    ) == (
        700,
        1234,
    )


def test_one_band_of_another_source_is_stretched_over_its_values(opened, pan, grid):
    layers = opened("gridresampling", {"INPUT": pan, "GRID": grid})
    assert limits(layers["OUTPUT"]) == (500, 3500)
    assert not Path(pan + ".aux.xml").exists()


def test_one_of_many_bands_is_stretched_over_its_values(opened, tmp_path, grid):
    pixels = np.stack([np.full((30, 40), 7), np.arange(1200).reshape(30, 40)])
    path = write_raster(tmp_path / "two.tif", pixels.astype("uint16"))
    given = {"INPUT": path, "GRID": grid, "BANDS": [2]}
    assert limits(opened("gridresampling", given)["OUTPUT"]) == (0, 1199)


def test_a_source_without_valid_pixels_gets_qgis_own_style(opened, tmp_path, grid):
    path = write_raster(tmp_path / "empty.tif", np.zeros((30, 40), "uint8"), nodata=0)
    layers = opened("gridresampling", {"INPUT": path, "GRID": grid})
    assert layers["OUTPUT"].renderer().type() == "singlebandgray"


def test_the_channel_of_the_band_gives_the_stretch(opened, project, scene, grid):
    name = in_project(project, scene)
    (layer,) = project.mapLayers().values()
    green = layer.renderer().greenContrastEnhancement()
    given = {"INPUT": name, "GRID": grid, "BANDS": [2]}
    assert limits(opened("gridresampling", given)["OUTPUT"]) == (
        green.minimumValue(),
        green.maximumValue(),
    )


def test_bands_of_the_style_follow_to_their_new_places(opened, project, scene, grid):
    name = in_project(project, scene)
    (layer,) = project.mapLayers().values()
    given = {"INPUT": name, "GRID": grid, "BANDS": [3, 1, 2]}
    renderer = opened("gridresampling", given)["OUTPUT"].renderer()
    bands = renderer.redBand(), renderer.greenBand(), renderer.blueBand()
    assert bands == (2, 3, 1)
    red = layer.renderer().redContrastEnhancement().maximumValue()
    assert renderer.redContrastEnhancement().maximumValue() == red


def test_colours_of_values_come_along(opened, project, pan, grid):
    def coloured(provider):
        ramp = QgsColorRampShader(500, 3500)
        red = QgsColorRampShader.ColorRampItem(3500, QColor("red"), "high")
        ramp.setColorRampItemList([red])
        shader = QgsRasterShader()
        shader.setRasterShaderFunction(ramp)
        return QgsSingleBandPseudoColorRenderer(provider, 1, shader)

    given = {"INPUT": in_project(project, pan, coloured), "GRID": grid}
    renderer = opened("gridresampling", given)["OUTPUT"].renderer()
    (item,) = renderer.shader().rasterShaderFunction().colorRampItemList()
    assert (item.value, item.color.name()) == (3500, "#ff0000")


def test_classes_come_along(opened, project, scene, grid):
    def classes(provider):
        found = [QgsPalettedRasterRenderer.Class(7, QColor("red"), "seven")]
        return QgsPalettedRasterRenderer(provider, 3, found)

    name = in_project(project, scene, classes)
    given = {"INPUT": name, "GRID": grid, "BANDS": [2, 3]}
    renderer = opened("gridresampling", given)["OUTPUT"].renderer()
    assert [each.label for each in renderer.classes()] == ["seven"]
    assert renderer.usesBands() == [2]


def test_a_style_of_bands_that_are_not_in_the_result_is_left(
    opened, project, scene, grid
):
    name = in_project(project, scene, grey(3, 1, 2))
    given = {"INPUT": name, "GRID": grid, "BANDS": [1, 2]}
    renderer = opened("gridresampling", given)["OUTPUT"].renderer()
    assert renderer.type() == "multibandcolor"


def test_a_style_that_the_user_has_chosen_for_the_output_stays(
    opened, scene, grid, monkeypatch, qgis_processing
):
    from processing.gui.RenderingStyles import RenderingStyles

    chosen = {("gridr:gridresampling", "OUTPUT_MASK"): "mine.qml"}
    monkeypatch.setattr(
        RenderingStyles, "getStyle", lambda *asked: chosen.get(asked, None)
    )
    layers = opened("gridresampling", {"INPUT": scene, "GRID": grid})
    assert labels(layers["OUTPUT_MASK"]) == {0: "0", 1: "1"}
    assert layers["OUTPUT_MASK"].metadata().abstract()


def test_the_abstract_tells_how_it_was_made(
    opened, scene, grid, polygon_layer, monkeypatch
):
    given = {
        "INPUT": scene,
        "GRID": grid,
        "BANDS": [3, 1],
        "INVALID_POLYGONS": polygon_layer("Polygon ((0 0, 2 0, 2 -2, 0 0))"),
        "SHIFT_ROW": 0,
        "SHIFT_COL": 0.25,
        "CREATION_OPTIONS": "COMPRESS=LZW",
    }
    for layer in opened("gridresampling", given).values():
        metadata = layer.metadata()
        assert metadata.title() == layer.name()
        first, *lines = metadata.abstract().splitlines()
        title = re.escape("Resample raster through a grid (gridr:gridresampling), ")
        when = r"20\d\d-\d\d-\d\d \d\d:\d\d:\d\d[+-]\d\d:\d\d"
        assert re.fullmatch(f"{title}GridR for QGIS {version()}, {when}\\.", first)
        assert lines == [
            f"Source raster: {scene}",
            f"Grid raster: {grid}",
            "Interpolation: cubic",
            "Grid: shift of columns [source pixels]: 0.25",
            "Source: bands: 3, 1",
            "Polygons of invalid pixels: areas",
            "Output: creation options: COMPRESS=LZW",
        ]


def test_results_of_the_background_are_dressed_after_all_is_forgotten(
    provider, project, context, feedback, pan, grid
):
    algorithm = provider.algorithm("gridresampling").create()
    outputs = {
        name: QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", project)
        for name in ("OUTPUT", "OUTPUT_MASK")
    }
    given = {"INPUT": pan, "GRID": grid, **outputs}
    results = []
    task = QgsProcessingAlgRunnerTask(algorithm, given, context, feedback)
    task.executed.connect(lambda ok, values: results.append(values))
    QgsApplication.taskManager().addTask(task)
    task.waitForFinished(60_000)
    QgsApplication.processEvents()
    del algorithm, task
    gc.collect()
    layers = load(context, feedback)
    assert limits(layers[results[0]["OUTPUT"]]) == (500, 3500)
    assert labels(layers[results[0]["OUTPUT_MASK"]]) == {0: "invalid", 1: "valid"}


@pytest.mark.parametrize("why", ["wrong", "cancelled"])
def test_results_that_were_not_written_are_not_opened(
    algorithm, project, context, feedback, scene, grid, why
):
    outputs = {
        name: QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", project)
        for name in ("OUTPUT", "OUTPUT_MASK")
    }
    given = {"INPUT": scene, "GRID": grid, **outputs}
    other = QgsProcessingContext.LayerDetails("of another step", project)
    context.addLayerToLoadOnCompletion("other.tif", other)
    if why == "cancelled":
        feedback.cancel()
    else:
        given["WINDOW"] = "900,999,0,4"
    _, ok = algorithm.run(given, context, feedback)
    assert ok is (why == "cancelled")
    assert set(context.layersToLoadOnCompletion()) == {"other.tif"}


def test_results_that_are_not_opened_are_left_alone(run, context, scene, grid):
    run({"INPUT": scene, "GRID": grid, "OUTPUT": "TEMPORARY_OUTPUT"}, context=context)
    assert context.layersToLoadOnCompletion() == {}
