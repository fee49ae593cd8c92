"""Results in the project: their names and metadata, and who keeps them."""

import gc
import re

import pytest
from gridr_qgis.algorithms.texts import version
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
)


def labels(layer):
    return {each.value: each.label for each in layer.renderer().classes()}


def test_names_come_from_the_source(opened, in_project, scene, grid):
    layers = opened("gridresampling", {"INPUT": scene, "GRID": grid})
    assert layers["OUTPUT"].name() == "scene resampled"
    assert layers["OUTPUT_MASK"].name() == "scene validity mask"
    name = in_project(scene)
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


def test_names_that_our_models_give_are_words(opened, scene, grid):
    given, built = {"INPUT": scene, "GRID": grid}, {"TEMPLATE": scene}
    mask = opened("buildmask", built, OUTPUT="SOURCE_MASK")["OUTPUT"]
    made = opened("gridresampling", given, OUTPUT="GRID")["OUTPUT"]
    quick_look = opened("gridresampling", given, OUTPUT="QUICK_LOOK")["OUTPUT"]
    names = [layer.name() for layer in (mask, made, quick_look)]
    assert names == ["scene mask", "scene resampled", "Quick look"]


def test_a_style_that_the_user_has_chosen_for_the_output_stays(
    opened, scene, grid, monkeypatch, qgis_processing
):
    from processing.gui.RenderingStyles import RenderingStyles

    chosen = {("gridr:gridresampling", "OUTPUT_MASK"): "mine.qml"}
    monkeypatch.setattr(RenderingStyles, "getStyle", lambda *asked: chosen.get(asked))
    layers = opened("gridresampling", {"INPUT": scene, "GRID": grid})
    assert labels(layers["OUTPUT_MASK"]) == {0: "0", 1: "1"}
    assert layers["OUTPUT_MASK"].metadata().abstract()


def test_the_abstract_tells_how_it_was_made(opened, scene, grid, polygon_layer):
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
            "Interpolation: Cubic (4 x 4) [cubic]",
            "Grid: shift of columns [source pixels]: 0.25",
            "Source: bands: 3, 1",
            "Polygons of invalid pixels: areas",
            "Output: creation options: COMPRESS=LZW",
        ]


def test_results_of_the_background_are_dressed_after_all_is_forgotten(
    provider, project, context, feedback, pan, grid, load
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
    layers = load()
    enhancement = layers[results[0]["OUTPUT"]].renderer().contrastEnhancement()
    assert (enhancement.minimumValue(), enhancement.maximumValue()) == (500, 3500)
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
