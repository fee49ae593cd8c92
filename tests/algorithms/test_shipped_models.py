"""The models that the plugin ships: what they promise, and what they give."""

import importlib.util
import json

import numpy as np
import pytest
from gridr_qgis.core.chain import resample_dataset
from gridr_qgis.core.full_mask import build_mask_dataset
from gridr_qgis.core.options import Job, MaskJob
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingModelAlgorithm,
)
from shapely import wkt
from synthetic import noise, read_raster, write_raster

NAMES = {
    "polygonresampling": """
        INPUT GRID VALID_POLYGONS INVALID_POLYGONS INTERPOLATION RESOLUTION_ROW
        RESOLUTION_COL SOURCE_MASK OUTPUT OUTPUT_MASK""",
    "quicklookresampling": """
        INPUT GRID INTERPOLATION MINIMUM RESOLUTION_ROW RESOLUTION_COL QUICK_LOOK
        OUTPUT OUTPUT_MASK""",
}
"""They live in other models and in scripts: a name may come, none may go or change."""

VALID = "Polygon ((4 -3, 30 -5, 25 -26, 6 -20, 4 -3))"
INVALID = "Polygon ((14 -8, 18 -8, 18 -12, 14 -12, 14 -8))"


@pytest.fixture
def scene(tmp_path):
    """Path of a source without values in its right third."""
    pixels = noise((3, 30, 40), "uint8")
    pixels[:, :, 25:] = 0
    return write_raster(tmp_path / "scene.tif", pixels, nodata=0)


@pytest.fixture(params=NAMES)
def model(request, provider):
    return provider.algorithm(request.param)


def plain(name):
    """Return a result's name: 3.22 says scene:OUTPUT where 3.40 says output."""
    return name.rpartition(":")[2].upper()


def renamed(model, parameters):
    """Return parameters with the names of results that this QGIS gives them."""
    names = {plain(d.name()): d.name() for d in model.destinationParameterDefinitions()}
    return {names.get(name, name): value for name, value in parameters.items()}


@pytest.fixture
def run(provider, qgis_processing, feedback):
    """Function: model, parameters -> results by their plain names."""
    import processing

    def run(name, **parameters):
        given = renamed(provider.algorithm(name), parameters)
        results = processing.run(f"gridr:{name}", given, feedback=feedback)
        return {plain(name): value for name, value in results.items()}

    return run


@pytest.fixture
def paths(tmp_path):
    """Where results of a model go."""
    names = ("SOURCE_MASK", "QUICK_LOOK", "OUTPUT", "OUTPUT_MASK")
    return {name: str(tmp_path / f"{name.lower()}.tif") for name in names}


@pytest.fixture
def expect(scene, grid, tmp_path):
    """Function: settings -> pixels, mask and summary that the engine gives for them."""

    def expect(**settings):
        dst, mask = str(tmp_path / "wanted.tif"), str(tmp_path / "wanted_mask.tif")
        summary = resample_dataset(Job(scene, grid, dst, mask, **settings))
        return read_raster(dst), read_raster(mask), summary

    return expect


def given(paths, *names):
    return {name: paths[name] for name in names}


def test_every_model_is_in_the_toolbox(provider, root):
    models = [a for a in provider.algorithms() if a.group() == "Models"]
    assert {model.name() for model in models} == set(NAMES)
    assert {path.stem for path in (root / "models").glob("*.model3")} == set(NAMES)


def test_model_has_its_texts_and_can_run(model):
    assert isinstance(model, QgsProcessingModelAlgorithm)
    assert model.id() == f"gridr:{model.name()}"
    assert model.displayName() and model.tags() and model.shortDescription()
    assert (model.group(), model.groupId()) == ("Models", "models")
    assert model.helpUrl().startswith("https://")
    assert not model.icon().pixmap(24, 24).toImage().isNull()
    assert model.canExecute() == (True, "")
    assert model.validate() == (True, [])


def test_names_are_those_of_the_released_model(model):
    found = [plain(definition.name()) for definition in model.parameterDefinitions()]
    assert sorted(found) == sorted(NAMES[model.name()].split())
    results = {plain(definition.name()) for definition in model.outputDefinitions()}
    assert results == set(found) & {
        "SOURCE_MASK",
        "QUICK_LOOK",
        "OUTPUT",
        "OUTPUT_MASK",
    }


def test_help_names_every_parameter(model):
    assert "\n" not in model.shortHelpString()
    for definition in model.parameterDefinitions():
        assert definition.description()
        assert definition.help().endswith("."), definition.name()
        assert definition.help() in model.shortHelpString()


def test_copy_has_all_that_the_model_has(model):
    copy = model.create()
    assert (copy.id(), copy.displayName()) == (model.id(), model.displayName())
    assert copy.toVariant() == model.toVariant()
    assert copy.shortHelpString() == model.shortHelpString()


def test_file_is_what_the_script_makes(model, root, tmp_path):
    spec = importlib.util.spec_from_file_location("make", root / "models" / "make.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert set(script.MODELS) == set(NAMES)
    script.MODELS[model.name()]().toFile(str(tmp_path / "new.model3"))
    new = QgsProcessingModelAlgorithm()
    assert new.fromFile(str(tmp_path / "new.model3"))
    # else `make models` renews it
    assert model.toVariant() == new.toVariant()


def test_polygons_become_a_mask_and_the_scene_keeps_to_it(
    run, expect, scene, grid, polygon_layer, paths, tmp_path
):
    areas = {"VALID_POLYGONS": polygon_layer(VALID)}
    areas["INVALID_POLYGONS"] = polygon_layer(INVALID)
    outputs = given(paths, "SOURCE_MASK", "OUTPUT", "OUTPUT_MASK")
    result = run(
        "polygonresampling",
        **{"INPUT": scene, "GRID": grid, "INTERPOLATION": "linear", **areas, **outputs},
    )
    assert {name: result[name] for name in outputs} == outputs
    # QGIS draws from the corner of the first pixel, upwards
    polygons = {
        "valid_polygons": flipped(VALID),
        "invalid_polygons": flipped(INVALID),
        "polygon_origin": (0.5, 0.5),
    }
    pixels, mask, summary = expect(interpolation="linear", **polygons)
    np.testing.assert_array_equal(read_raster(result["OUTPUT"]), pixels)
    np.testing.assert_array_equal(read_raster(result["OUTPUT_MASK"]), mask)
    assert 0 < summary.valid_percent < 60
    job = MaskJob(str(tmp_path / "wanted_source.tif"), scene, **polygons)
    assert 0 < build_mask_dataset(job).valid_percent < 60
    np.testing.assert_array_equal(
        read_raster(paths["SOURCE_MASK"]), read_raster(job.dst)
    )


def flipped(text):
    """Return a polygon of x = column, y = -row as x = column, y = row."""
    from shapely.affinity import scale

    return scale(wkt.loads(text), 1, -1, origin=(0, 0))


@pytest.fixture
def quick(run, scene, grid, paths):
    """Function: minimum -> results of the model with the quick look."""
    inputs = {"INPUT": scene, "GRID": grid}
    outputs = given(paths, "QUICK_LOOK", "OUTPUT", "OUTPUT_MASK")
    return lambda minimum: run(
        "quicklookresampling", **inputs, **outputs, MINIMUM=minimum
    )


def test_scene_follows_a_good_quick_look(quick, expect, feedback):
    result = quick(50)
    pixels, _, summary = expect(row_step=1, col_step=1, interpolation="nearest")
    np.testing.assert_array_equal(read_raster(result["QUICK_LOOK"]), pixels)
    assert 50 < summary.valid_percent < 100
    assert pixels.shape[1:] == (6, 7)
    pixels, mask, _ = expect()
    np.testing.assert_array_equal(read_raster(result["OUTPUT"]), pixels)
    np.testing.assert_array_equal(read_raster(result["OUTPUT_MASK"]), mask)
    assert pixels.shape[1:] == (21, 31)
    # native:raisewarning of 3.22 reports an error, though not a fatal one
    assert feedback.warnings + feedback.errors == []


def test_scene_is_left_out_after_a_bad_quick_look(quick, expect, feedback, tmp_path):
    result = quick(100)
    pixels, _, summary = expect(row_step=1, col_step=1, interpolation="nearest")
    np.testing.assert_array_equal(read_raster(result["QUICK_LOOK"]), pixels)
    assert "OUTPUT" not in result
    assert not (tmp_path / "output.tif").exists()
    assert not (tmp_path / "output_mask.tif").exists()
    # native:raisewarning of 3.22 reports an error, though not a fatal one
    assert feedback.warnings + feedback.errors == [
        f"Only {round(summary.valid_percent, 1)} % of the quick look is valid, less "
        "than 100 %: the scene is left out."
    ]


def test_quick_look_that_is_just_good_enough_passes(quick, expect):
    summary = expect(row_step=1, col_step=1, interpolation="nearest")[2]
    assert "OUTPUT" in quick(summary.valid_percent)


def test_resolution_of_a_grid_without_tags_can_be_given(
    run, expect, scene, grid, paths
):
    outputs = given(paths, "QUICK_LOOK", "OUTPUT")
    inputs = {"INPUT": scene, "GRID": grid, "MINIMUM": 0}
    steps = {"RESOLUTION_ROW": 2, "RESOLUTION_COL": 3}
    result = run("quicklookresampling", **inputs, **steps, **outputs)
    pixels, _, _ = expect(row_step=2, col_step=3)
    np.testing.assert_array_equal(read_raster(result["OUTPUT"]), pixels)
    assert read_raster(result["QUICK_LOOK"]).shape == (3, 6, 7)


def test_model_runs_in_the_background(provider, context, feedback, scene, grid, paths):
    model = provider.algorithm("quicklookresampling").create()
    given = {"INPUT": scene, "GRID": grid, "MINIMUM": 0, "INTERPOLATION": "nearest"}
    given.update(QUICK_LOOK=paths["QUICK_LOOK"], OUTPUT=paths["OUTPUT"])
    done = []
    task = QgsProcessingAlgRunnerTask(model, renamed(model, given), context, feedback)
    task.executed.connect(lambda ok, results: done.append((ok, results)))
    QgsApplication.taskManager().addTask(task)
    while not done:
        QgsApplication.processEvents()
    assert done[0][0], feedback.errors
    assert read_raster(paths["OUTPUT"]).shape == (3, 21, 31)


def test_terminal_runs_a_model(qgis_process, provider, scene, grid, paths):
    model = provider.algorithm("quicklookresampling")
    inputs = {"INPUT": scene, "GRID": grid, "INTERPOLATION": "nearest", "MINIMUM": 10}
    values = renamed(model, {**inputs, **given(paths, "QUICK_LOOK", "OUTPUT")})
    options = [f"--{name}={value}" for name, value in values.items()]
    done = qgis_process("--json", "run", model.id(), *options)
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(done.stdout)["results"]
    assert read_raster(paths["OUTPUT"]).shape == (3, 21, 31)
