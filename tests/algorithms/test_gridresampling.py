"""The form of the main job: mapping, running, and what goes wrong."""

import math
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import rasterio
from gridr_qgis.core.options import (
    Antialias,
    Boundary,
    Interpolation,
    Job,
    SourceValidity,
    StripTarget,
)
from helpers.data import write_raster
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QVariant

ID = "gridr:gridresampling"
EMPTY = [
    "BANDS",
    "GRID_ROW_BAND",
    "GRID_COL_BAND",
    "GRID_COL",
    "RESOLUTION_ROW",
    "RESOLUTION_COL",
    "GRID_NODATA",
    "GRID_MASK",
    "GRID_MASK_BAND",
    "GRID_MASK_VALID",
    "CONVENTION",
    "SHIFT_ROW",
    "SHIFT_COL",
    "INTERPOLATION",
    "ANTIALIAS",
    "OVERSAMPLING_ROW",
    "OVERSAMPLING_COL",
    "BOUNDARY",
    "TRUST_PADDING",
    "BSPLINE_EPSILON",
    "BSPLINE_MASK_INFLUENCE",
    "SOURCE_VALIDITY",
    "SOURCE_MASK",
    "SOURCE_MASK_BAND",
    "SOURCE_MASK_VALID",
    "VALID_POLYGONS",
    "INVALID_POLYGONS",
    "POLYGON_FRAME",
    "NODATA",
    "WINDOW",
    "WINDOW_EXTENT",
    "DATA_TYPE",
    "CREATION_OPTIONS",
    "MEMORY",
    "THREADS",
    "STRIP_ROWS",
    "TILE_ROWS",
    "TILE_COLS",
    "SCHEDULER",
    "OUTPUT_MASK",
]


@pytest.fixture
def given(scene, grid, tmp_path):
    """Only what is required."""
    out = tmp_path / "out"
    out.mkdir()
    return {"INPUT": scene, "GRID": grid, "OUTPUT": str(out / "dst.tif")}


@pytest.fixture
def minimal(given):
    """What the engine gets for `given`."""
    return Job(given["INPUT"], given["GRID"], given["OUTPUT"], polygon_frame="map")


def engine(job):
    """Return what the engine makes of a job, without QGIS."""
    from gridr_qgis.core.chains.resample import resample_dataset

    return resample_dataset(job)


def read(path):
    """Return everything of a raster that must agree."""
    with rasterio.open(path) as dataset:
        return SimpleNamespace(
            pixels=dataset.read(),
            profile=(dataset.transform, dataset.crs, dataset.dtypes, dataset.shape),
            nodata=dataset.nodata,
        )


def assert_same(path, expected):
    got, expected = read(path), read(expected)
    np.testing.assert_array_equal(got.pixels, expected.pixels)
    assert got.profile == expected.profile
    np.testing.assert_equal(got.nodata, expected.nodata)


# Parameters -> Job


def test_required_parameters_are_enough(job_of, given, minimal):
    assert job_of(given) == minimal


@pytest.mark.parametrize("name", EMPTY)
@pytest.mark.parametrize("empty", [None, "", QVariant()], ids=["None", "text", "NULL"])
def test_empty_optional_parameter_is_as_if_not_given(
    job_of, given, minimal, name, empty
):
    assert job_of({**given, name: empty}) == minimal


def test_a_scheduler_goes_with_the_job(job_of, given, minimal):
    from gridr_qgis.algorithms.gridresampling import OnCluster

    scheduler = "tcp://192.168.1.7:8786"
    asked = job_of({**given, "SCHEDULER": f" {scheduler} "})
    assert asked == OnCluster(minimal, scheduler)
    # this machine, whatever the Processing options say
    assert job_of({**given, "SCHEDULER": "Local"}) == minimal


def test_every_parameter_reaches_the_job(job_of, given, tmp_path):
    options = {
        "BANDS": [3, 1, 1],
        "GRID_ROW_BAND": 2,
        "GRID_COL_BAND": 1,
        "GRID_COL": given["GRID"],
        "RESOLUTION_ROW": 8,
        "RESOLUTION_COL": 9,
        "INTERPOLATION": "nearest",
        "ANTIALIAS": "majority",
        "OVERSAMPLING_ROW": 4,
        "OVERSAMPLING_COL": 5,
        "SOURCE_VALIDITY": "dataset_mask",
        "NODATA": -1.5,
        "WINDOW": "2,10,0,4",
        "DATA_TYPE": "Float32",
        "CREATION_OPTIONS": "COMPRESS=DEFLATE|predictor = 2",
        "MEMORY": 256,
        "THREADS": 3,
        "OUTPUT_MASK": str(tmp_path / "mask.tif"),
        "GRID_NODATA": -9999,
        "GRID_MASK": given["GRID"],
        "GRID_MASK_BAND": 2,
        "GRID_MASK_VALID": -6,
        "CONVENTION": "one_based",
        "SHIFT_ROW": 0.25,
        "SHIFT_COL": -2,
        "BOUNDARY": "symmetric",
        "TRUST_PADDING": True,
        "BSPLINE_EPSILON": 1e-9,
        "BSPLINE_MASK_INFLUENCE": 0.01,
        "SOURCE_MASK": given["INPUT"],
        "SOURCE_MASK_BAND": 3,
        "SOURCE_MASK_VALID": 255,
        "POLYGON_FRAME": "pixel",
        "STRIP_ROWS": 7,
        "TILE_ROWS": 5,
        "TILE_COLS": 6,
    }
    assert job_of({**given, **options}) == Job(
        src=given["INPUT"],
        grid=given["GRID"],
        dst=given["OUTPUT"],
        dst_mask=str(tmp_path / "mask.tif"),
        src_indexes=(3, 1, 1),
        grid_col=given["GRID"],
        row_index=2,
        col_index=1,
        row_step=8,
        col_step=9,
        interpolation=Interpolation.NEAREST,
        antialias=Antialias.MAJORITY,
        oversampling_row=4,
        oversampling_col=5,
        src_validity=SourceValidity.DATASET_MASK,
        dst_nodata=-1.5,
        dst_dtype="float32",
        creation_options={"COMPRESS": "DEFLATE", "PREDICTOR": "2"},
        window=((2, 11), (0, 5)),
        memory_limit=256,
        threads=3,
        grid_nodata=-9999.0,
        grid_mask=given["GRID"],
        grid_mask_index=2,
        grid_mask_valid=-6,
        shift=(-0.75, -3.0),
        boundary=Boundary.SYMMETRIC,
        trust_padding=True,
        bspline_epsilon=1e-9,
        bspline_mask_influence=0.01,
        src_mask=given["INPUT"],
        src_mask_index=3,
        src_mask_valid=255,
        strip_size=7,
        strip_target=StripTarget.OUTPUT,
        tile_shape=(5, 6),
    )


def test_text_values_read_as_the_command_line_gives_them(job_of, given, minimal):
    values = {"BANDS": ["2", "1"], "NODATA": "-7", "THREADS": "2", "GRID_ROW_BAND": "1"}
    assert job_of({**given, **values}) == replace(
        minimal, src_indexes=(2, 1), dst_nodata=-7.0, threads=2, row_index=1
    )


def test_values_of_numpy_and_paths_read_as_plain_ones(run, given, minimal, tmp_path):
    steps = {"RESOLUTION_ROW": np.int64(2), "NODATA": np.float32(7)}
    paths = {name: Path(path) for name, path in given.items()}
    run({**paths, **steps, "BANDS": np.array([3, 1])})
    expected = replace(minimal, dst=str(tmp_path / "expected.tif"), row_step=2)
    engine(replace(expected, src_indexes=(3, 1), dst_nodata=7.0))
    assert_same(given["OUTPUT"], expected.dst)


@pytest.mark.parametrize("method", Interpolation)
def test_every_interpolation_can_be_chosen(job_of, given, method):
    assert job_of({**given, "INTERPOLATION": method.value}).interpolation is method


@pytest.mark.parametrize("boundary", Boundary)
def test_every_boundary_can_be_chosen(job_of, given, boundary):
    assert job_of({**given, "BOUNDARY": boundary.value}).boundary is boundary


def test_no_strip_height_is_one_strip(job_of, given):
    job = job_of({**given, "STRIP_ROWS": 0})
    assert (job.strip_size, job.strip_target) == (0, StripTarget.OUTPUT)


@pytest.mark.parametrize(("text", "value"), [("true", True), ("false", False)])
def test_flag_reads_as_the_command_line_gives_it(job_of, given, text, value):
    assert job_of({**given, "TRUST_PADDING": text}).trust_padding is value


@pytest.mark.parametrize("nan", [math.nan, "nan"])
def test_nodata_may_be_nan(job_of, given, nan):
    assert math.isnan(job_of({**given, "NODATA": nan}).dst_nodata)


def test_untouched_form_asks_for_the_minimal_job(job_of, given, minimal, untouched):
    form = untouched({"INPUT": given["INPUT"], "GRID": given["GRID"]})
    assert set(EMPTY) - {"OUTPUT_MASK"} <= set(form)
    assert job_of({**form, "OUTPUT": given["OUTPUT"]}) == minimal


def test_layer_of_the_project_is_read_by_its_source(job_of, given, minimal, context):
    project = QgsProject()
    layer = QgsRasterLayer(given["INPUT"], "the scene")
    project.addMapLayer(layer)
    context.setProject(project)
    for value in (layer, layer.id(), "the scene"):
        assert job_of({**given, "INPUT": value}) == minimal


@pytest.mark.parametrize("name", ["GTIFF_DIR:1:{}", "/vsisubfile/0,{}"])
def test_names_that_only_gdal_knows_pass_through(job_of, given, name):
    name = name.format(given["INPUT"])
    assert job_of({**given, "INPUT": name}).src == name


# Running


def test_run_equals_the_engine(run, given, minimal, tmp_path):
    mask = str(tmp_path / "out" / "mask.tif")
    results = run({**given, "OUTPUT_MASK": mask})
    job = replace(
        minimal, dst=str(tmp_path / "dst.tif"), dst_mask=str(tmp_path / "mask.tif")
    )
    summary = engine(job)
    assert_same(given["OUTPUT"], job.dst)
    assert_same(mask, job.dst_mask)
    assert results == {
        "OUTPUT": given["OUTPUT"],
        "OUTPUT_MASK": mask,
        "ROWS": 21,
        "COLS": 31,
        "VALID_PIXELS": summary.valid_pixels,
        "VALID_PERCENT": summary.valid_percent,
    }
    assert 0 < results["VALID_PIXELS"] == read(mask).pixels.sum() < 21 * 31


def test_run_declares_all_its_outputs(run, given, algorithm, tmp_path):
    results = run({**given, "OUTPUT_MASK": str(tmp_path / "mask.tif")})
    assert set(results) == {o.name() for o in algorithm.outputDefinitions()}


def test_run_without_mask_writes_none(run, given):
    results = run(given)
    assert results["OUTPUT_MASK"] is None
    assert list_outputs(given) == ["dst.tif"]


def test_run_to_temporary_outputs(run, given):
    temporary = {"OUTPUT": "TEMPORARY_OUTPUT", "OUTPUT_MASK": "TEMPORARY_OUTPUT"}
    results = run({**given, **temporary})
    assert results["OUTPUT"].endswith("OUTPUT.tif")
    assert read(results["OUTPUT_MASK"]).pixels.shape == (1, 21, 31)


def test_run_logs_its_plan_and_moves_the_bar(run, given, feedback):
    progress = []
    feedback.progressChanged.connect(progress.append)
    run(given)
    assert feedback.infos
    assert progress[-1] == 100


def test_run_in_the_background_shows_its_outputs(algorithm, given, context, feedback):
    project, results = QgsProject(), []
    outputs = {
        name: QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", project)
        for name in ("OUTPUT", "OUTPUT_MASK")
    }
    task = QgsProcessingAlgRunnerTask(
        algorithm, {**given, **outputs}, context, feedback
    )
    task.executed.connect(lambda ok, values: results.append((ok, values)))
    QgsApplication.taskManager().addTask(task)
    task.waitForFinished(60_000)
    QgsApplication.processEvents()
    ((ok, values),) = results
    assert ok, feedback.errors
    assert set(context.layersToLoadOnCompletion()) == {
        values["OUTPUT"],
        values["OUTPUT_MASK"],
    }


@pytest.mark.parametrize(
    ("convention", "first"), [("center0", 0), ("center05", 0.5), ("one_based", 1)]
)
def test_convention_equals_a_shifted_grid(run, given, tmp_path, convention, first):
    with rasterio.open(given["GRID"]) as dataset:
        nodes, profile, tags = dataset.read(), dataset.profile, dataset.tags()
    shifted = str(tmp_path / "shifted.tif")
    with rasterio.open(shifted, "w", **profile) as dataset:
        dataset.write(nodes + np.array([first - 1.25, first + 0.5]).reshape(2, 1, 1))
        dataset.update_tags(**tags)
    shift = {"CONVENTION": convention, "SHIFT_ROW": 1.25, "SHIFT_COL": -0.5}
    run({**given, "GRID": shifted, **shift, "OUTPUT": str(tmp_path / "other.tif")})
    run(given)
    assert_same(given["OUTPUT"], str(tmp_path / "other.tif"))


def test_run_with_all_settings_of_the_sampling_equals_the_engine(
    run, given, minimal, tmp_path
):
    settings = {
        "INTERPOLATION": "bspline5",
        "BOUNDARY": "reflect",
        "TRUST_PADDING": True,
        "BSPLINE_EPSILON": 1e-4,
        "BSPLINE_MASK_INFLUENCE": 0.05,
        "SHIFT_COL": -6,
        "STRIP_ROWS": 4,
        "TILE_ROWS": 3,
        "TILE_COLS": 11,
    }
    run({**given, **settings})
    job = replace(
        minimal,
        dst=str(tmp_path / "dst.tif"),
        interpolation="bspline5",
        boundary="reflect",
        trust_padding=True,
        bspline_epsilon=1e-4,
        bspline_mask_influence=0.05,
        shift=(0, -6),
        strip_size=4,
        strip_target=StripTarget.OUTPUT,
        tile_shape=(3, 11),
    )
    engine(job)
    assert_same(given["OUTPUT"], job.dst)


@pytest.mark.parametrize(
    ("filtering", "interpolation"),
    [("lanczos", "cubic"), ("average", "nearest"), ("majority", "nearest")],
)
def test_run_with_a_filter_equals_the_engine(
    run, given, minimal, tmp_path, filtering, interpolation
):
    settings = {"ANTIALIAS": filtering, "OVERSAMPLING_COL": 3}
    run({**given, **settings, "INTERPOLATION": interpolation})
    job = replace(minimal, dst=str(tmp_path / "dst.tif"), antialias=filtering)
    job = replace(job, oversampling_col=3, interpolation=interpolation)
    engine(job)
    assert_same(given["OUTPUT"], job.dst)


def test_a_filter_is_used_in_a_terminal(qgis_process, given, minimal, tmp_path):
    settings = {"ANTIALIAS": "lanczos", "OVERSAMPLING_ROW": 2}
    arguments = [f"--{name}={value}" for name, value in {**given, **settings}.items()]
    done = qgis_process("run", ID, *arguments)
    assert done.returncode == 0, done.stderr
    assert "Anti-alias: lanczos of 2 x " in done.stdout + done.stderr
    job = replace(minimal, dst=str(tmp_path / "dst.tif"), antialias="lanczos")
    engine(replace(job, oversampling_row=2))
    assert_same(given["OUTPUT"], job.dst)


def test_a_filter_is_used_in_a_model(given, minimal, context, feedback, tmp_path):
    model, child = QgsProcessingModelAlgorithm(), QgsProcessingModelChildAlgorithm(ID)
    child.setChildId("scene")
    settings = {"ANTIALIAS": "average", "OVERSAMPLING_ROW": 2, "OVERSAMPLING_COL": 3}
    for name, value in {**given, **settings}.items():
        if name != "OUTPUT":
            source = QgsProcessingModelChildParameterSource.fromStaticValue(value)
            child.addParameterSources(name, [source])
    output = QgsProcessingModelOutput("OUTPUT", "OUTPUT")
    output.setChildId("scene")
    output.setChildOutputName("OUTPUT")
    child.setModelOutputs({"OUTPUT": output})
    model.addChildAlgorithm(child)
    _, ok = model.run({"scene:OUTPUT": given["OUTPUT"]}, context, feedback)
    assert ok, feedback.errors
    job = replace(minimal, dst=str(tmp_path / "dst.tif"), antialias="average")
    engine(replace(job, oversampling_row=2, oversampling_col=3))
    assert_same(given["OUTPUT"], job.dst)


def list_outputs(given):
    return sorted(path.name for path in Path(given["OUTPUT"]).parent.iterdir())


@pytest.mark.parametrize("when", ["before", "during"])
def test_cancelled_run_leaves_nothing_behind(run, given, feedback, when):
    if when == "before":
        feedback.cancel()
    feedback.progressChanged.connect(feedback.cancel)
    assert run(given) == {}
    assert list_outputs(given) == []


def test_cancelled_run_says_so(run, given, feedback):
    feedback.progressChanged.connect(feedback.cancel)
    run(given)
    assert "Cancelled. Older results are as they were." in feedback.infos


def test_cancelled_run_keeps_the_older_output(run, given, feedback):
    run(given)
    before = Path(given["OUTPUT"]).read_bytes()
    feedback.setProgress(0)
    feedback.progressChanged.connect(feedback.cancel)
    run({**given, "INTERPOLATION": "nearest"})
    assert Path(given["OUTPUT"]).read_bytes() == before
    assert list_outputs(given) == ["dst.tif"]


# Bad input


def test_file_that_is_no_raster_is_refused(refusal, given, tmp_path):
    text = tmp_path / "note.txt"
    text.write_text("no raster", encoding="utf-8")
    for name in (str(text), str(tmp_path / "nowhere.tif")):
        sentence = refusal({**given, "INPUT": name})
        assert f"Source raster (INPUT) cannot be read as a raster: {name}." in sentence
        assert "Give a raster file" in sentence


def test_vector_layer_is_refused(refusal, given):
    points = QgsVectorLayer("Point?crs=EPSG:4326", "points", "memory")
    sentence = refusal({**given, "GRID": points})
    assert "Grid raster (GRID) cannot be read as a raster" in sentence


def test_layer_of_another_provider_is_refused(refusal, given):
    tiles = QgsRasterLayer("type=xyz&url=file:///{z}/{x}/{y}.png", "tiles", "wms")
    sentence = refusal({**given, "INPUT": tiles})
    assert "is a layer of type wms, but only raster files" in sentence
    assert "Save it as a GeoTIFF first" in sentence


def test_layer_with_open_options_is_refused(refusal, given):
    source = f"{given['INPUT']}|option:NUM_THREADS=1"
    sentence = refusal({**given, "INPUT": QgsRasterLayer(source, "options")})
    assert "opened with options of its own" in sentence


WRONG = [
    ("INPUT", None, "Source raster (INPUT) is not given."),
    ("GRID", "", "Grid raster (GRID) is not given."),
    ("OUTPUT", None, "Resampled raster (OUTPUT) is not given."),
    ("INPUT", "nowhere.tif", "(INPUT) cannot be read as a raster: nowhere.tif."),
    ("GRID", "nowhere.tif", "(GRID) cannot be read as a raster: nowhere.tif."),
    ("GRID_COL", "nowhere.tif", "(GRID_COL) cannot be read as a raster"),
    ("GRID_MASK", "nowhere.tif", "Grid mask (GRID_MASK) cannot be read as a raster"),
    ("SOURCE_MASK", "nowhere.tif", "(SOURCE_MASK) cannot be read as a raster"),
    ("INTERPOLATION", "sinc", "(INTERPOLATION) must be one of nearest, linear, cubic"),
    ("GRID_ROW_BAND", "1;2", "(GRID_ROW_BAND) must be one band number or empty"),
    ("GRID_COL_BAND", 0, "(GRID_COL_BAND) must be one band number or empty, got 0."),
    ("RESOLUTION_ROW", 0, "(RESOLUTION_ROW) must be a whole number of at least"),
    ("RESOLUTION_COL", 2.5, "(RESOLUTION_COL) must be a whole number of at least"),
    ("CONVENTION", "corner", "(CONVENTION) must be one of center0, center05, one_"),
    ("SHIFT_ROW", "half", "(SHIFT_ROW) must be a number, got 'half'."),
    ("SHIFT_COL", "1,5", "(SHIFT_COL) must be a number, got '1,5'."),
    ("GRID_NODATA", "none", "(GRID_NODATA) must be a number or empty, got 'none'."),
    ("GRID_MASK_BAND", "first", "(GRID_MASK_BAND) must be one band number"),
    ("GRID_MASK_VALID", 0.5, "(GRID_MASK_VALID) must be a whole number, got 0.5."),
    ("BANDS", "red", "(BANDS) must be band numbers from 1 up (such as 3;1) or empty"),
    ("SOURCE_VALIDITY", "some", "(SOURCE_VALIDITY) must be one of none, any_band"),
    ("SOURCE_MASK_BAND", 0, "(SOURCE_MASK_BAND) must be one band number"),
    ("SOURCE_MASK_VALID", "yes", "(SOURCE_MASK_VALID) must be a whole number"),
    ("ANTIALIAS", "box", "(ANTIALIAS) must be one of none, lanczos, average, majority"),
    ("OVERSAMPLING_ROW", 0, "(OVERSAMPLING_ROW) must be a whole number of at least"),
    (
        "OVERSAMPLING_COL",
        1.5,
        "(OVERSAMPLING_COL) must be a whole number of at least",
    ),
    ("BSPLINE_EPSILON", "fine", "(BSPLINE_EPSILON) must be a number, got 'fine'."),
    ("BSPLINE_MASK_INFLUENCE", [1], "(BSPLINE_MASK_INFLUENCE) must be a number"),
    ("BOUNDARY", "mirror", "(BOUNDARY) must be one of none, constant, edge, reflect"),
    ("TRUST_PADDING", "maybe", "(TRUST_PADDING) must be true or false"),
    ("VALID_POLYGONS", "nowhere.gpkg", "(VALID_POLYGONS) cannot be read as a polygon"),
    ("INVALID_POLYGONS", "nowhere.gpkg", "(INVALID_POLYGONS) cannot be read as a pol"),
    ("POLYGON_FRAME", "screen", "(POLYGON_FRAME) must be one of map, pixel"),
    ("WINDOW_EXTENT", "1,2,3", "(WINDOW_EXTENT) must be x_min,x_max,y_min,y_max"),
    ("WINDOW", "1,2,3", "(WINDOW) must be four whole numbers"),
    ("DATA_TYPE", "CFloat32", "(DATA_TYPE) must be one of Byte"),
    ("NODATA", "1,5", "(NODATA) must be a number or empty, got '1,5'."),
    ("CREATION_OPTIONS", "COMPRESS", "NAME=VALUE pairs between |, such as COMPRESS=D"),
    ("MEMORY", 0, "(MEMORY) must be a whole number of at least 1 or empty, got 0."),
    ("THREADS", "all", "(THREADS) must be a whole number of at least 1 or empty"),
    ("STRIP_ROWS", -1, "(STRIP_ROWS) must be a whole number of at least 0"),
    ("TILE_ROWS", 5, "(TILE_COLS) go together"),
    ("TILE_COLS", 5, "(TILE_COLS) go together"),
    ("SCHEDULER", "my cluster", "(SCHEDULER) must be an address such as tcp://192.168"),
]


@pytest.mark.parametrize(("name", "value", "sentence"), WRONG)
def test_wrong_value_is_refused_on_run_before_anything_is_read(
    algorithm, context, given, name, value, sentence, monkeypatch
):
    monkeypatch.setattr(rasterio, "open", None)
    ok, said = algorithm.checkParameterValues({**given, name: value}, context)
    assert not ok
    assert sentence in said


def test_every_parameter_has_a_wrong_value_that_is_refused(algorithm):
    names = {definition.name() for definition in algorithm.parameterDefinitions()}
    assert names - {name for name, *_ in WRONG} == {"OUTPUT_MASK"}


def test_two_windows_are_refused_on_run(algorithm, context, given):
    both = {"WINDOW": "0,9,0,9", "WINDOW_EXTENT": "0,1,0,1"}
    ok, said = algorithm.checkParameterValues({**given, **both}, context)
    assert not ok
    assert "Window: extent on the map (WINDOW_EXTENT) and Window: r0,r1,c0,c1" in said


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("WINDOW", "5,2,0,4", "first row 5 comes after its last 2"),
        ("WINDOW", "0,21,0,4", "rows are 0 to 20"),
        ("NODATA", -1, "cannot be stored in an output of type uint16"),
        ("BANDS", [4], "4"),
        ("MEMORY", 1, "MiB"),
        ("OUTPUT", "/dst.png", "gdal:translate"),
        ("OUTPUT_MASK", "/mask.png", "gdal:translate"),
        ("INTERPOLATION", "sinc", "(INTERPOLATION) must be one of"),
        ("CREATION_OPTIONS", "COMPRES=LZW", "does not support creation option COMPRES"),
    ],
)
def test_bad_value_ends_with_a_sentence(refusal, given, name, value, sentence):
    assert sentence in refusal({**given, name: value})
    assert list_outputs(given) == []


def test_grid_of_one_band_is_refused(refusal, given, tmp_path):
    with rasterio.open(given["GRID"]) as dataset:
        rows = dataset.read(1)
    single = write_raster(tmp_path / "rows.tif", rows)
    sentence = refusal({**given, "GRID": single})
    assert "has one band. A grid has two, the rows and the columns" in sentence


def test_bspline_that_means_nothing_is_refused(refusal, given):
    method = {"INTERPOLATION": "bspline3", "BSPLINE_EPSILON": -1}
    assert "epsilon" in refusal({**given, **method})


def test_one_band_for_rows_and_columns_is_refused(refusal, given):
    bands = {"GRID_ROW_BAND": 2, "GRID_COL_BAND": 2}
    assert "both read from band 2" in refusal({**given, **bands})


def test_output_over_an_input_is_refused(refusal, given):
    before = Path(given["INPUT"]).read_bytes()
    assert "input" in refusal({**given, "OUTPUT": given["INPUT"]}).lower()
    assert Path(given["INPUT"]).read_bytes() == before


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"ANTIALIAS": "lanczos", "INTERPOLATION": "nearest"}, "does not go with near"),
        ({"ANTIALIAS": "majority"}, "Choose nearest interpolation"),
        ({"OVERSAMPLING_ROW": 2}, "Choose lanczos, average or majority, or give no"),
        ({"ANTIALIAS": "lanczos", "OVERSAMPLING_COL": 17}, "must be 1 to 16 fine pix"),
    ],
)
def test_filters_that_do_not_fit_are_refused(refusal, given, settings, sentence):
    assert sentence in refusal({**given, **settings})
    assert list_outputs(given) == []
