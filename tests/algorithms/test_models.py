"""The models that the plugin ships: what they promise, and what they give."""

import json
from pathlib import Path

import numpy as np
import pytest
from gridr_qgis.core import make_grid_dataset
from gridr_qgis.core.chains.mask import build_mask_dataset
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.grid_options import GridJob, PointsJob
from gridr_qgis.core.options import Job, MaskJob
from helpers.data import noise, read_raster, write_raster
from helpers.places import write_dem, write_with_rpc
from helpers.points import control, write_points
from helpers.swaths import Scanner, write_swath
from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingAlgRunnerTask,
    QgsProcessingException,
    QgsProcessingModelAlgorithm,
    QgsProcessingParameterDefinition,
)
from shapely import wkt
from shapely.affinity import scale

import models as script

NAMES = {
    "orthorectification": """
        INPUT DEM DEM_HEIGHTS TARGET_CRS TARGET_EXTENT PIXEL_SIZE TEMPLATE INTERPOLATION
        grid:GRID scene:OUTPUT scene:OUTPUT_MASK""",
    "registration": """
        INPUT POINTS FIT POINTS_CRS TARGET_CRS TARGET_EXTENT PIXEL_SIZE TEMPLATE
        INTERPOLATION grid:GRID grid:REPORT scene:OUTPUT scene:OUTPUT_MASK""",
    "swathtomap": """
        INPUT X_RASTER Y_RASTER ARRAY_CRS TARGET_CRS TARGET_EXTENT PIXEL_SIZE TEMPLATE
        INTERPOLATION grid:GRID scene:OUTPUT scene:OUTPUT_MASK""",
    "polygonresampling": """
        INPUT GRID VALID_POLYGONS INVALID_POLYGONS INTERPOLATION RESOLUTION_ROW
        RESOLUTION_COL mask:SOURCE_MASK scene:OUTPUT scene:OUTPUT_MASK""",
    "quicklookresampling": """
        INPUT GRID INTERPOLATION MINIMUM RESOLUTION_ROW RESOLUTION_COL
        quicklook:QUICK_LOOK scene:OUTPUT scene:OUTPUT_MASK""",
}
"""They live in other models and in scripts, as those of the forms do."""

VALID = "Polygon ((4 -3, 30 -5, 25 -26, 6 -20, 4 -3))"
INVALID = "Polygon ((14 -8, 18 -8, 18 -12, 14 -12, 14 -8))"
QUICK = {"row_step": 1, "col_step": 1, "interpolation": "nearest"}
"""What the engine is asked for a quick look."""


@pytest.fixture
def scene(tmp_path):
    """Path of a source without values in its right third."""
    pixels = noise((3, 30, 40), "uint8")
    pixels[:, :, 25:] = 0
    return write_raster(tmp_path / "scene.tif", pixels, nodata=0)


@pytest.fixture(params=NAMES)
def model(request, provider):
    return provider.algorithm(request.param)


@pytest.fixture
def run(provider, qgis_processing, feedback):
    """Function: name of a model, parameters -> its results."""
    import processing

    def run(name, *parameters):
        given = {key: value for some in parameters for key, value in some.items()}
        return processing.run(f"gridr:{name}", given, feedback=feedback)

    return run


@pytest.fixture
def outputs(tmp_path):
    """Where results of both models go."""
    return {
        "mask:SOURCE_MASK": str(tmp_path / "source_mask.tif"),
        "quicklook:QUICK_LOOK": str(tmp_path / "quick_look.tif"),
        "scene:OUTPUT": str(tmp_path / "output.tif"),
        "scene:OUTPUT_MASK": str(tmp_path / "output_mask.tif"),
    }


@pytest.fixture
def inputs(scene, grid):
    return {"INPUT": scene, "GRID": grid}


@pytest.fixture
def expect(scene, grid, tmp_path):
    """Function: settings -> pixels, mask and summary that the engine gives for them."""

    def expect(**settings):
        dst, mask = str(tmp_path / "wanted.tif"), str(tmp_path / "wanted_mask.tif")
        summary = resample_dataset(Job(scene, grid, dst, mask, **settings))
        return read_raster(dst), read_raster(mask), summary

    return expect


def test_every_model_is_in_the_toolbox(provider, root):
    models = [a for a in provider.algorithms() if a.group() == "Models"]
    assert {model.name() for model in models} == set(NAMES)
    assert {path.stem for path in (root / "models").glob("*.model3")} == set(NAMES)


def test_model_has_its_texts_and_can_run(model):
    assert isinstance(model, QgsProcessingModelAlgorithm)
    assert model.id() == f"gridr:{model.name()}"
    assert model.displayName()
    assert model.tags()
    assert model.shortDescription()
    assert (model.group(), model.groupId()) == ("Models", "models")
    assert model.helpUrl().startswith("https://")
    assert not model.icon().pixmap(24, 24).toImage().isNull()
    assert model.canExecute() == (True, "")
    assert model.validate() == (True, [])


def test_names_are_those_of_the_released_model(model):
    found = [definition.name() for definition in model.parameterDefinitions()]
    assert sorted(found) == sorted(NAMES[model.name()].split())
    results = {definition.name() for definition in model.outputDefinitions()}
    assert results == {name for name in found if ":" in name}


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


def test_designer_opens_each_step_and_keeps_what_it_takes(
    model, qgis_processing, without_window
):
    from processing.modeler.ModelerParametersDialog import ModelerParametersDialog

    # copies live as QGIS's own models
    own = QgsProcessingModelAlgorithm()
    assert own.fromFile(model.sourceFilePath())
    for name, step in own.childAlgorithms().items():
        if step.algorithmId().startswith("gridr:"):
            dialog = ModelerParametersDialog(step.algorithm(), own, name)
            kept = dialog.createAlgorithm().parameterSources()
            dialog.close()
            for parameter, sources in step.parameterSources().items():
                assert kept[parameter] == sources


def test_file_is_what_the_script_makes(model, tmp_path):
    assert set(script.MODELS) == set(NAMES)
    script.MODELS[model.name()]().toFile(str(tmp_path / "new.model3"))
    shipped, new = QgsProcessingModelAlgorithm(), QgsProcessingModelAlgorithm()
    assert shipped.fromFile(model.sourceFilePath())
    assert new.fromFile(str(tmp_path / "new.model3"))
    # else `make models` renews it
    assert content(shipped) == content(new)


def content(model):
    """Return what a model says, but for the way that its QGIS names results."""
    said = model.toVariant()
    said.pop("internal_version", None)
    definitions = said.pop("parameterDefinitions")
    for definition in definitions.values():
        definition.pop("help", None)  # of the help content, with the words of lists
    return said, {name: definitions[name] for name in said["parameters"]}


def test_polygons_become_a_mask_and_the_scene_keeps_to_it(
    run, expect, inputs, outputs, polygon_layer, tmp_path
):
    areas = {"VALID_POLYGONS": polygon_layer(VALID)}
    areas["INVALID_POLYGONS"] = polygon_layer(INVALID)
    del outputs["quicklook:QUICK_LOOK"]
    method = {"INTERPOLATION": "linear"}
    result = run("polygonresampling", inputs, areas, method, outputs)
    assert {name: result[name] for name in outputs} == outputs
    # QGIS draws from the corner of the first pixel, upwards
    polygons = {
        "valid_polygons": flipped(VALID),
        "invalid_polygons": flipped(INVALID),
        "polygon_origin": (0.5, 0.5),
    }
    pixels, mask, summary = expect(interpolation="linear", **polygons)
    np.testing.assert_array_equal(read_raster(result["scene:OUTPUT"]), pixels)
    np.testing.assert_array_equal(read_raster(result["scene:OUTPUT_MASK"]), mask)
    assert 0 < summary.valid_percent < 60
    job = MaskJob(str(tmp_path / "wanted_mask.tif"), inputs["INPUT"], **polygons)
    assert 0 < build_mask_dataset(job).valid_percent < 60
    found = read_raster(result["mask:SOURCE_MASK"])
    np.testing.assert_array_equal(found, read_raster(job.dst))


def flipped(text):
    """Return a polygon of x = column, y = -row as x = column, y = row."""
    return scale(wkt.loads(text), 1, -1, origin=(0, 0))


@pytest.fixture
def quick(run, inputs, outputs):
    """Function: minimum -> results of the model with the quick look."""
    del outputs["mask:SOURCE_MASK"]
    name = "quicklookresampling"
    return lambda minimum: run(name, inputs, outputs, {"MINIMUM": minimum})


def test_scene_follows_a_good_quick_look(quick, expect, feedback):
    result = quick(50)
    pixels, _, summary = expect(**QUICK)
    found = read_raster(result["quicklook:QUICK_LOOK"])
    np.testing.assert_array_equal(found, pixels)
    assert 50 < summary.valid_percent < 100
    assert pixels.shape[1:] == (6, 7)
    pixels, mask, _ = expect()
    np.testing.assert_array_equal(read_raster(result["scene:OUTPUT"]), pixels)
    np.testing.assert_array_equal(read_raster(result["scene:OUTPUT_MASK"]), mask)
    assert pixels.shape[1:] == (21, 31)
    assert feedback.warnings == []


def test_scene_is_left_out_after_a_bad_quick_look(quick, expect, feedback, outputs):
    result = quick(100)
    pixels, _, summary = expect(**QUICK)
    found = read_raster(result["quicklook:QUICK_LOOK"])
    np.testing.assert_array_equal(found, pixels)
    for name in ("scene:OUTPUT", "scene:OUTPUT_MASK"):
        assert name not in result
        assert not Path(outputs[name]).exists()
    assert feedback.warnings + feedback.errors == []
    assert f"Valid: {summary.valid_pixels} of" in "".join(feedback.infos)
    assert "Condition too little is valid: the scene is left out passed" in (
        feedback.infos
    )


def test_scene_follows_where_scripts_do_not_say_what_is_enough(run, inputs, outputs):
    del outputs["mask:SOURCE_MASK"]
    result = run("quicklookresampling", inputs, outputs)
    assert Path(result["scene:OUTPUT"]).exists()


def test_quick_look_that_is_just_good_enough_passes(quick, expect):
    summary = expect(**QUICK)[2]
    assert "scene:OUTPUT" in quick(summary.valid_percent)


def test_resolution_of_a_grid_can_be_given(run, expect, inputs, outputs):
    del outputs["mask:SOURCE_MASK"], outputs["scene:OUTPUT_MASK"]
    steps = {"RESOLUTION_ROW": 2, "RESOLUTION_COL": 3, "MINIMUM": 0}
    result = run("quicklookresampling", inputs, steps, outputs)
    pixels, _, _ = expect(row_step=2, col_step=3)
    np.testing.assert_array_equal(read_raster(result["scene:OUTPUT"]), pixels)
    assert read_raster(result["quicklook:QUICK_LOOK"]).shape == (3, 6, 7)


@pytest.fixture
def fast(inputs, outputs):
    """Parameters of the model with the quick look that need little compiling."""
    del outputs["mask:SOURCE_MASK"], outputs["scene:OUTPUT_MASK"]
    return {**inputs, **outputs, "MINIMUM": 10, "INTERPOLATION": "nearest"}


def test_model_runs_in_the_background(provider, context, feedback, fast):
    model = provider.algorithm("quicklookresampling").create()
    done = []
    task = QgsProcessingAlgRunnerTask(model, fast, context, feedback)
    task.executed.connect(lambda ok, results: done.append((ok, results)))
    QgsApplication.taskManager().addTask(task)
    while not done:
        QgsApplication.processEvents()
    assert done[0][0], feedback.errors
    assert read_raster(fast["scene:OUTPUT"]).shape == (3, 21, 31)


def test_terminal_runs_a_model(qgis_process, fast):
    options = [f"--{name}={value}" for name, value in fast.items()]
    done = qgis_process("--json", "run", "gridr:quicklookresampling", *options)
    assert done.returncode == 0, done.stdout + done.stderr
    results = json.loads(done.stdout)["results"]
    assert results["scene:OUTPUT"] == fast["scene:OUTPUT"]
    assert read_raster(fast["scene:OUTPUT"]).shape == (3, 21, 31)


def test_nothing_that_must_be_given_is_folded_away(model):
    flag = QgsProcessingParameterDefinition.Flag
    for definition in model.parameterDefinitions():
        if definition.flags() & flag.FlagAdvanced:
            assert definition.flags() & flag.FlagOptional, definition.name()


@pytest.fixture
def on_map(tmp_path):
    """Where the results of models go that bring a source to the map."""
    names = {"grid:GRID": "grid", "scene:OUTPUT": "out", "scene:OUTPUT_MASK": "mask"}
    return {name: str(tmp_path / f"{stem}.tif") for name, stem in names.items()}


def test_an_image_with_rpcs_is_brought_to_the_map_over_a_dem(run, on_map, tmp_path):
    source, dem = write_with_rpc(tmp_path / "rpc.tif"), write_dem(tmp_path / "dem.tif")
    given = {"INPUT": source, "DEM": dem, "TARGET_CRS": "EPSG:32631"}
    result = run("orthorectification", given, on_map)
    job = GridJob(
        source, str(tmp_path / "g.tif"), dem=dem, dst_crs="EPSG:32631", method="rpc"
    )
    made = make_grid_dataset(job)
    assert same(on_map["grid:GRID"], job.dst)
    dst, mask = str(tmp_path / "o.tif"), str(tmp_path / "m.tif")
    summary = resample_dataset(Job(source, job.dst, dst, mask))
    assert same(result["scene:OUTPUT"], dst)
    assert same(result["scene:OUTPUT_MASK"], mask)
    assert summary.valid_percent > 50
    assert made.error_max <= 0.05


def test_rpcs_are_asked_for_by_name(run, on_map, scene, feedback):
    with pytest.raises(QgsProcessingException) as caught:
        run("orthorectification", {"INPUT": scene}, on_map)
    # the error itself tells it from QGIS 3.44 on
    said = [*feedback.errors, str(caught.value)]
    assert any("has no RPCs" in line for line in said)


def test_a_scan_is_registered_and_its_points_are_reported(run, on_map, tmp_path):
    scan = write_raster(tmp_path / "scan.tif", noise((200, 300), "uint8"))
    points = write_points(tmp_path / "scan.points", control(10))
    report = str(tmp_path / "report.html")
    given = {"INPUT": scan, "POINTS": points, "FIT": "polynomial2"}
    given.update({"TARGET_CRS": "EPSG:32632", "grid:REPORT": report})
    result = run("registration", given, on_map)
    job = PointsJob(
        scan,
        str(tmp_path / "g.tif"),
        points=points,
        fit="polynomial2",
        dst_crs="EPSG:32632",
    )
    make_grid_dataset(job)
    assert same(on_map["grid:GRID"], job.dst)
    assert read_raster(result["scene:OUTPUT"]).any()
    assert "Residual" in Path(report).read_text("utf-8")


def test_a_swath_is_brought_to_the_map_by_nearest(run, on_map, tmp_path):
    source, lon, lat = write_swath(tmp_path, Scanner())
    given = {"INPUT": source, "X_RASTER": lon, "Y_RASTER": lat}
    result = run("swathtomap", given, on_map)
    found, mask = (read_raster(result[name]) for name in [*on_map][1:])
    values = np.unique(read_raster(source))
    assert np.isin(found[mask == 1], values).all()
    assert mask.mean() > 0.5
    run("swathtomap", {**given, "INTERPOLATION": "linear"}, on_map)
    assert not np.array_equal(read_raster(result["scene:OUTPUT"]), found)


def same(one, other):
    """Tell whether two rasters have the same pixels."""
    return np.array_equal(read_raster(one), read_raster(other), equal_nan=True)


@pytest.mark.parametrize("number", [0, "0"])
def test_options_may_be_given_by_their_number(run, inputs, outputs, expect, number):
    run("quicklookresampling", inputs, outputs, {"INTERPOLATION": number, "MINIMUM": 0})
    pixels, _, _ = expect(interpolation="nearest")
    np.testing.assert_array_equal(read_raster(outputs["scene:OUTPUT"]), pixels)


@pytest.fixture
def exported(provider, qgis_processing, context, feedback):
    """Function: name of a model -> runs the script that QGIS makes of it."""
    kind = QgsProcessing.PythonOutputType.PythonQgsProcessingAlgorithmSubclass

    def exported(name, parameters):
        program = {}
        exec("\n".join(provider.algorithm(name).asPythonCode(kind, 4)), program)
        (form,) = (
            thing
            for thing in program.values()
            if isinstance(thing, type) and thing.__module__ == "builtins"
            if issubclass(thing, QgsProcessingAlgorithm)
        )
        script = form()
        script.initAlgorithm()
        names = [d.name() for d in script.destinationParameterDefinitions()]
        given = {**parameters, **dict.fromkeys(names[:1], "TEMPORARY_OUTPUT")}
        skipped = {n: None for d in script.parameterDefinitions() for n in [d.name()]}
        results, ok = script.create().run({**skipped, **given}, context, feedback)
        assert ok, feedback.errors
        return results

    return exported


def test_script_made_of_a_model_runs_when_results_are_skipped(
    exported, inputs, polygon_layer, outputs
):
    scene = {"VALID_POLYGONS": polygon_layer(VALID), "INTERPOLATION": "nearest"}
    scene["ResampledRaster"] = outputs["scene:OUTPUT"]
    results = exported("polygonresampling", {**inputs, **scene})
    assert results["ResampledRaster"] == outputs["scene:OUTPUT"]
    assert results["ValidityMask"] is None
