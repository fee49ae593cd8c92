"""The form that makes grids from control points: mapping, running, what goes wrong."""

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
from gridr_qgis.core.chains.points import make_points_grid
from gridr_qgis.core.errors import Cancelled
from gridr_qgis.core.grid_options import PointsJob
from helpers.data import noise, read_raster, write_raster
from helpers.points import control, write_points, write_rows
from qgis.core import (
    QgsApplication,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingOutputLayerDefinition,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QVariant

EMPTY = [
    "FIT",
    "TARGET_CRS",
    "TARGET_EXTENT",
    "PIXEL_SIZE",
    "TEMPLATE",
    "POINTS_CRS",
    "SOURCE_FRAME",
    "RESOLUTION_ROW",
    "RESOLUTION_COL",
    "TOLERANCE",
    "OPERATION",
    "OUTPUT_MASK",
    "OUTPUT_RESIDUALS",
    "OUTPUT_HTML",
]
PIPELINE = (
    "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad "
    "+step +proj=utm +zone=32 +ellps=WGS84"
)


@pytest.fixture
def algorithm(provider):
    registry = QgsApplication.processingRegistry()
    return registry.createAlgorithmById("gridr:gridfrompoints")


@pytest.fixture
def scan(tmp_path):
    """Path of a raster without a georeference."""
    return write_raster(tmp_path / "scan.tif", noise((200, 300), "uint8"))


@pytest.fixture
def given(scan, tmp_path):
    """Only what is required."""
    points = write_points(tmp_path / "scan.points", control(10))
    return {"INPUT": scan, "POINTS": points, "OUTPUT": str(tmp_path / "grid.tif")}


@pytest.fixture
def minimal(given):
    """What the engine gets for `given`."""
    return PointsJob(given["INPUT"], given["OUTPUT"], points=given["POINTS"])


def test_least_parameters(job_of, given, minimal):
    assert job_of(given).job == minimal
    assert job_of(given).html is None


@pytest.mark.parametrize("nothing", [None, "", QVariant()])
def test_empty_parameters_count_as_not_given(job_of, given, minimal, nothing):
    assert job_of({**given, **dict.fromkeys(EMPTY, nothing)}).job == minimal


def test_all_parameters(job_of, given, minimal, scan, tmp_path):
    mask, html = str(tmp_path / "mask.tif"), str(tmp_path / "report.html")
    parameters = {
        "FIT": "helmert",
        "POINTS_CRS": "EPSG:4258",
        "SOURCE_FRAME": "pixel",
        "TARGET_CRS": "EPSG:32632",
        "TARGET_EXTENT": "10,10.3,49.8,50 [EPSG:4326]",
        "PIXEL_SIZE": 50,
        "RESOLUTION_ROW": 4,
        "RESOLUTION_COL": 5,
        "TOLERANCE": 0.01,
        "OPERATION": PIPELINE,
        "OUTPUT_MASK": mask,
        "OUTPUT_HTML": html,
    }
    found = job_of({**given, **parameters})
    assert found.html == html
    extent = found.job.extent
    assert found.job == replace(
        minimal,
        fit="helmert",
        points_crs="EPSG:4258",
        source_frame="pixel",
        dst_crs="EPSG:32632",
        extent=extent,
        pixel_size=50,
        row_step=4,
        col_step=5,
        tolerance=0.01,
        operation=PIPELINE,
        dst_mask=mask,
    )
    assert 570_000 < extent[0] < 572_000
    assert job_of({**given, "TEMPLATE": scan}).job == replace(minimal, template=scan)


def test_an_extent_is_taken_to_the_system_of_the_file(job_of, given, tmp_path):
    points = control(10)
    given["POINTS"] = write_points(tmp_path / "utm.points", points, "EPSG:32632")
    asked = {**given, "TARGET_EXTENT": "10,10.3,49.8,50 [EPSG:4326]"}
    assert 570_000 < job_of(asked).job.extent[0] < 572_000
    extent = job_of({**asked, "POINTS_CRS": "EPSG:32631"}).job.extent
    assert extent[0] > 900_000
    # a table says no system: it is given
    rows = write_rows(tmp_path / "rows.csv", points)
    extent = job_of({**asked, "POINTS": rows, "POINTS_CRS": "EPSG:4326"}).job.extent
    assert extent == pytest.approx((10, 49.8, 10.3, 50))


def test_a_layer_is_taken_for_its_file(job_of, given, scan):
    layer = QgsRasterLayer(scan, "scene")
    assert job_of({**given, "INPUT": layer}).job.src == scan


def test_the_results_are_the_engines(run, given, minimal, tmp_path):
    mask = str(tmp_path / "mask.tif")
    asked = {"FIT": "tps", "TARGET_CRS": "EPSG:32632", "OUTPUT_MASK": mask}
    results = run({**given, **asked})
    found = read_raster(given["OUTPUT"])
    again = str(tmp_path / "again.tif")
    summary, points = make_points_grid(
        replace(minimal, dst=again, fit="tps", dst_crs="EPSG:32632")
    )
    np.testing.assert_array_equal(found, read_raster(again))
    assert results == {
        "OUTPUT": given["OUTPUT"],
        "OUTPUT_MASK": mask,
        "OUTPUT_RESIDUALS": None,
        "OUTPUT_HTML": None,
        "RESOLUTION_ROW": summary.row_step,
        "RESOLUTION_COL": summary.col_step,
        "ERROR_MAX": summary.error_max,
        "ERROR_99": summary.error_99,
        "NODES": summary.nodes,
        "MASKED_NODES": 0,
        "INSIDE_PERCENT": summary.inside_percent,
        "RMS": points.rms,
        "RMS_LEFT_OUT": points.rms_left_out,
        "WORST_POINT": points.worst,
    }


def test_of_too_few_points_none_is_left_out(run, given, tmp_path):
    write_points(Path(given["POINTS"]), control(3))
    assert run(given)["RMS_LEFT_OUT"] is None


def test_the_residuals_are_a_layer(run, given, minimal, tmp_path):
    enabled = [1] * 9 + [0]
    write_points(Path(given["POINTS"]), control(10), enabled=enabled)
    table = str(tmp_path / "residuals.gpkg")
    asked = {"TARGET_CRS": "EPSG:32632", "OUTPUT_RESIDUALS": table}
    assert run({**given, **asked})["OUTPUT_RESIDUALS"] == table
    _, points = make_points_grid(replace(minimal, dst_crs="EPSG:32632"))
    layer = QgsVectorLayer(table, "residuals", "ogr")
    assert layer.crs().authid() == "EPSG:32632"
    features = list(layer.getFeatures())
    for i, feature in enumerate(features):
        assert feature["id"] == i + 1
        assert (feature["row"], feature["col"]) == tuple(points.pixels[i])
        assert (feature["x"], feature["y"]) == tuple(points.places[i])
        place = feature.geometry().asPoint()
        assert (place.x(), place.y()) == tuple(points.places[i])
        error = feature["residual_row"], feature["residual_col"]
        assert error == tuple(points.errors[i])
        assert feature["residual"] == pytest.approx(np.hypot(*error))
        assert feature["left_out"] == pytest.approx(np.hypot(*points.left_out[i]))
    assert [feature["enabled"] for feature in features] == enabled
    assert features[9]["note"] == "disabled"


def test_the_table_may_be_a_temporary_layer_or_csv(run, given, tmp_path, context):
    asked = {**given, "OUTPUT_RESIDUALS": "TEMPORARY_OUTPUT"}
    layer = run(asked, context=context)["OUTPUT_RESIDUALS"]
    assert layer.featureCount() == 10
    table = tmp_path / "residuals.csv"
    run({**given, "OUTPUT_RESIDUALS": str(table)})
    with table.open() as file:
        rows = list(csv.DictReader(file))
    assert [row["id"] for row in rows] == [str(number) for number in range(1, 11)]


def test_the_report_tells_what_is_odd(run, given, tmp_path):
    points = control(10)
    points[4, 1] += 25
    write_points(Path(given["POINTS"]), points, enabled=[1] * 9 + [0])
    html = tmp_path / "report.html"
    results = run({**given, "OUTPUT_HTML": str(html)})
    assert results["OUTPUT_HTML"] == str(html)
    text = html.read_text(encoding="utf-8")
    assert "Control points of scan" in text
    assert "9 of 10 points, fit polynomial 1" in text
    assert f"The worst is point {results['WORST_POINT']}." in text
    assert "data:image/png;base64," in text
    assert "scan.points" in text
    assert "disabled" in text
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "grid.tif",
        "report.html",
        "scan.points",
        "scan.tif",
    ]


def test_grid_and_resampling_together_bring_a_scan_to_the_map(run, given, tmp_path):
    import processing

    run({**given, "TARGET_CRS": "EPSG:32632", "FIT": "polynomial2"})
    output = str(tmp_path / "map.tif")
    parameters = {"INPUT": given["INPUT"], "GRID": given["OUTPUT"], "OUTPUT": output}
    results = processing.run("gridr:gridresampling", parameters)
    assert results["VALID_PERCENT"] > 70
    with rasterio.open(output) as found:
        assert found.crs.to_epsg() == 32632


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"INPUT": "nothing.tif"}, "Source raster (INPUT) cannot be read as a raster"),
        ({"POINTS": "nothing.points"}, "'nothing.points' cannot be read (No such file"),
        ({"POINTS": None}, "Control points (file) (POINTS) is not given"),
        ({"FIT": "magic"}, "(FIT) must be one of linear, helmert, polynomial1"),
        ({"FIT": "auto"}, "(FIT) must be one of linear"),
        ({"SOURCE_FRAME": "map"}, "has no geotransform. Choose the frame pixel"),
        ({"SOURCE_FRAME": "other"}, "(SOURCE_FRAME) must be one of auto, pixel, map"),
        ({"POINTS_CRS": "rubbish"}, "(POINTS_CRS) is no coordinate system"),
        ({"PIXEL_SIZE": 0}, "The pixel size must be above 0, got 0"),
        ({"TOLERANCE": 0}, "The tolerance must be above 0"),
        ({"OPERATION": "rubbish"}, "The operation rubbish cannot be used"),
        ({"TARGET_EXTENT": "0,1,0,1 [EPSG:4326]"}, "No node lies in the source: "),
        ({"OUTPUT_HTML": "report.pdf"}, "must end in .html or .htm"),
        ({"OUTPUT_HTML": "/nowhere/report.html"}, "/nowhere"),
    ],
)
def test_what_cannot_be_is_refused_before_a_file_is_made(
    refusal, given, tmp_path, parameters, sentence
):
    before = sorted(tmp_path.iterdir())
    assert sentence in refusal({**given, **parameters})
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("mapX,mapY\n1,2", "has no column sourceX, sourceY"),
        ("row,col,x,y\n1,2,3,4\n1,2,here,4", "Line 3 of the points file"),
        ("row,col,x,y\n1,2,3,4", "does not say its coordinate system"),
        ("#CRS: EPSG:4326\nrow,col,x,y\n1,2,3,4", "needs 3 points, 1 is enabled."),
        (
            "#CRS: EPSG:4326\nrow,col,x,y\n1,2,3,4\n2,3,4,5\n3,4,5,6",
            "The points lie on one line. Add one beside it.",
        ),
    ],
)
def test_files_that_cannot_be_are_refused(refusal, given, tmp_path, text, sentence):
    Path(given["POINTS"]).write_text(text)
    assert sentence in refusal(given)
    assert not (tmp_path / "grid.tif").exists()


@pytest.mark.parametrize("kind", [str, QgsProcessingOutputLayerDefinition])
def test_the_table_must_not_replace_the_points(refusal, given, tmp_path, kind):
    name = write_rows(tmp_path / "rows.csv", control(10))
    asked = {"POINTS": name, "POINTS_CRS": "EPSG:4326", "OUTPUT_RESIDUALS": kind(name)}
    assert "rows.csv' is also an input of this run. Give" in refusal({**given, **asked})
    assert Path(name).read_text().startswith("row,col")


def test_a_report_that_fails_leaves_an_older_one(run, given, tmp_path):
    html = tmp_path / "report.html"
    html.write_text("before")
    write_points(Path(given["POINTS"]), control(2))
    with pytest.raises(Exception, match="needs 3 points"):
        run({**given, "OUTPUT_HTML": str(html)})
    assert html.read_text() == "before"


def test_a_cancelled_run_writes_nothing(
    algorithm, given, context, tmp_path, monkeypatch
):
    def cancelled(*_):
        raise Cancelled

    monkeypatch.setattr("gridr_qgis.core.chains.points.make_points_grid", cancelled)
    before = sorted(tmp_path.iterdir())
    asked = {
        **given,
        "OUTPUT_HTML": str(tmp_path / "a.html"),
        "OUTPUT_RESIDUALS": str(tmp_path / "a.gpkg"),
    }
    results, ok = algorithm.run(asked, context, QgsProcessingFeedback())
    assert ok
    assert "RMS" not in results
    assert sorted(tmp_path.iterdir()) == before


def test_results_are_named_after_the_source(algorithm, given, context, feedback):
    algorithm.prepare(given, context, feedback)
    named = algorithm.presentations(None)
    assert named["OUTPUT"].name == "scan grid"
    assert named["OUTPUT_MASK"].name == "scan grid mask"
    assert named["OUTPUT_RESIDUALS"].name == "scan residuals"


def test_the_dialog_left_as_it_is_gives_the_same_job(untouched, job_of, given, minimal):
    parameters = {**untouched(given), "OUTPUT": given["OUTPUT"]}
    assert job_of(parameters).job == minimal


def test_it_is_a_step_of_a_model(given, context, provider, feedback, tmp_path):
    model = QgsProcessingModelAlgorithm("m", "m")
    source = QgsProcessingModelChildParameterSource.fromStaticValue
    grid = QgsProcessingModelChildAlgorithm("gridr:gridfrompoints")
    grid.setChildId("grid")
    for name in ("INPUT", "POINTS"):
        grid.addParameterSources(name, [source(given[name])])
    model.addChildAlgorithm(grid)
    step = QgsProcessingModelChildAlgorithm("gridr:gridresampling")
    step.setChildId("step")
    step.addParameterSources("INPUT", [source(given["INPUT"])])
    output = QgsProcessingModelChildParameterSource.fromChildOutput("grid", "OUTPUT")
    step.addParameterSources("GRID", [output])
    model.addChildAlgorithm(step)
    _, ok = model.run({}, context, feedback)
    assert ok, feedback.errors


def test_it_runs_in_a_terminal(qgis_process, given, tmp_path):
    asked = {
        **given,
        "FIT": "tps",
        "OUTPUT_HTML": str(tmp_path / "report.html"),
        "OUTPUT_RESIDUALS": str(tmp_path / "residuals.gpkg"),
    }
    arguments = [f"--{name}={value}" for name, value in asked.items()]
    done = qgis_process("run", "gridr:gridfrompoints", *arguments)
    assert done.returncode == 0, done.stderr
    assert "RMS_LEFT_OUT:" in done.stdout
    with rasterio.open(given["OUTPUT"]) as grid:
        assert grid.descriptions == ("row", "col")
    assert "<img" in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert QgsVectorLayer(asked["OUTPUT_RESIDUALS"], "a", "ogr").featureCount() == 10
