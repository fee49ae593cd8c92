"""The form that reports on a grid: mapping, running, and what goes wrong."""

import re
from base64 import b64decode
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from gridr_qgis.core import ReportJob, report_grid_dataset
from helpers.data import write_raster
from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelParameter,
    QgsProcessingParameterRasterLayer,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QVariant
from qgis.PyQt.QtGui import QImage, QTextDocument

EMPTY = [
    "INTERPOLATION",
    "GRID_ROW_BAND",
    "GRID_COL_BAND",
    "GRID_COL",
    "RESOLUTION_ROW",
    "RESOLUTION_COL",
    "CONVENTION",
    "SHIFT_ROW",
    "SHIFT_COL",
    "GRID_NODATA",
    "GRID_MASK",
    "GRID_MASK_BAND",
    "GRID_MASK_VALID",
    "BANDS",
    "BOUNDARY",
    "TRUST_PADDING",
    "TOLERANCE",
    "MEMORY",
    "THREADS",
]


@pytest.fixture
def algorithm(provider):
    registry = QgsApplication.processingRegistry()
    return registry.createAlgorithmById("gridr:gridreport")


@pytest.fixture
def given(scene, grid, tmp_path):
    """Only what is required."""
    return {"GRID": grid, "INPUT": scene, "OUTPUT_HTML": str(tmp_path / "report.html")}


@pytest.fixture
def minimal(given):
    """What the engine gets for `given`."""
    return ReportJob(given["INPUT"], given["GRID"], given["OUTPUT_HTML"])


def page(given):
    return Path(given["OUTPUT_HTML"]).read_text(encoding="utf-8")


def test_least_parameters(job_of, given, minimal):
    assert job_of(given) == minimal


@pytest.mark.parametrize("nothing", [None, "", QVariant()])
def test_empty_parameters_count_as_not_given(job_of, given, minimal, nothing):
    assert job_of({**given, **dict.fromkeys(EMPTY, nothing)}) == minimal


def test_all_parameters(job_of, given, minimal, tmp_path):
    mask = write_raster(tmp_path / "mask.tif", np.ones((6, 7), "uint8"))
    parameters = {
        "INTERPOLATION": "bspline5",
        "GRID_ROW_BAND": 2,
        "GRID_COL_BAND": 1,
        "GRID_COL": given["GRID"],
        "RESOLUTION_ROW": 3,
        "RESOLUTION_COL": 6,
        "CONVENTION": "center05",
        "SHIFT_ROW": 0.25,
        "SHIFT_COL": 2,
        "GRID_NODATA": -5,
        "GRID_MASK": mask,
        "GRID_MASK_BAND": 1,
        "GRID_MASK_VALID": 1,
        "BANDS": "3;1",
        "BOUNDARY": "reflect",
        "TRUST_PADDING": True,
        "TOLERANCE": 0.2,
        "MEMORY": 100,
        "THREADS": 1,
    }
    assert job_of({**given, **parameters}) == replace(
        minimal,
        interpolation="bspline5",
        row_index=2,
        col_index=1,
        grid_col=given["GRID"],
        row_step=3,
        col_step=6,
        shift=(-0.25, 1.5),
        grid_nodata=-5,
        grid_mask=mask,
        grid_mask_index=1,
        grid_mask_valid=1,
        src_indexes=(3, 1),
        boundary="reflect",
        trust_padding=True,
        tolerance=0.2,
        memory_limit=100,
        threads=1,
    )


def test_a_layer_is_taken_for_its_file_and_its_name(run, given):
    layer = QgsRasterLayer(given["GRID"], "my <grid>")
    run({**given, "GRID": layer})
    assert "<h1>Report on the grid my &lt;grid&gt;</h1>" in page(given)


def test_the_numbers_are_the_engines(run, given, minimal):
    results = run(given)
    report = report_grid_dataset(minimal)
    told = report.diagnosis
    assert results == {
        "OUTPUT_HTML": given["OUTPUT_HTML"],
        "NODES": 42,
        "MASKED_NODES": 0,
        "INSIDE_PERCENT": report.inside_percent,
        "SCALE_MIN": told.scale_ends[0],
        "SCALE_MEDIAN": told.scale(1),
        "SCALE_MAX": told.scale_ends[1],
        "ROTATION": told.rotation,
        "ALIASED_PERCENT": 0,
        "FOLDED_CELLS": 0,
        "ERROR_MAX": None,
        "SUGGESTED_RESOLUTION_ROW": 4,
        "SUGGESTED_RESOLUTION_COL": 5,
        "MEMORY_NEEDED": report.memory,
    }
    assert results["ROTATION"] == pytest.approx(9.84, abs=0.06)


def test_the_page_shows_all_of_it(run, given):
    run(given)
    text = page(given)
    pictures = re.findall('data:image/png;base64,([^"]*)', text)
    images = [QImage.fromData(b64decode(picture)) for picture in pictures]
    assert len(images) == 2
    assert all(image.width() > 300 for image in images)
    document = QTextDocument()
    document.setHtml(text)
    shown = document.toPlainText()
    assert "The grid is fine: nothing in it looks like a mistake." in shown
    for heading in ("Where the grid reads", "Scale:", "Folds", "Resolution", "A run"):
        assert heading in shown
    assert "scene" in shown
    assert "gridr:gridreport" in shown


def test_what_is_not_known_is_none(run, given, tmp_path):
    one = write_raster(tmp_path / "one.tif", np.full((2, 1, 1), 5.0))
    results = run({**given, "GRID": one})
    for name in ("SCALE_MIN", "SCALE_MEDIAN", "SCALE_MAX", "ROTATION", "ERROR_MAX"):
        assert results[name] is None
    assert results["INSIDE_PERCENT"] == 100


def test_a_coarser_resolution_is_a_result(run, given, tmp_path):
    nodes = np.mgrid[:30, :30].astype(float)
    nodes[0] += 0.004 * nodes[1] ** 2
    grid = write_raster(tmp_path / "dense.tif", nodes)
    results = run({**given, "GRID": grid})
    suggested = "SUGGESTED_RESOLUTION_ROW", "SUGGESTED_RESOLUTION_COL"
    assert [results[name] for name in suggested] == [4, 4]
    assert results["ERROR_MAX"] == 0
    assert "It could be coarser: with the resolution 4 \u00d7 4" in page(given)


def test_an_older_report_is_replaced(run, given):
    Path(given["OUTPUT_HTML"]).write_text("before")
    run(given)
    assert page(given).startswith("<!DOCTYPE html>")


def test_a_temporary_report(run, given):
    results = run({**given, "OUTPUT_HTML": QgsProcessing.TEMPORARY_OUTPUT})
    assert results["OUTPUT_HTML"].endswith(".html")
    assert Path(results["OUTPUT_HTML"]).is_file()


def test_the_log_says_what_is_odd(run, given, feedback, tmp_path):
    nodes = 20 * np.mgrid[:20, :20].astype(float)
    grid = write_raster(tmp_path / "coarse.tif", nodes)
    run({**given, "GRID": grid})
    assert any("resolution looks wrong" in line for line in feedback.warnings)
    assert "The grid&#x27;s resolution looks wrong" in page(given)


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"GRID": "nothing.tif"}, "Grid raster (GRID) cannot be read as a raster"),
        ({"INPUT": "nothing.tif"}, "Source raster (INPUT) cannot be read as a raster"),
        ({"TOLERANCE": 0}, "The tolerance must be above 0"),
        ({"TOLERANCE": "much"}, "(TOLERANCE) must be a number, got 'much'"),
        ({"GRID_ROW_BAND": 9}, "has no band 9"),
        (
            {"RESOLUTION_ROW": 0},
            "(RESOLUTION_ROW) must be a whole number of at least",
        ),
        ({"INTERPOLATION": "magic"}, "(INTERPOLATION) must be one of nearest"),
        ({"MEMORY": 1}, "The memory limit of 1 MiB is too small"),
        ({"OUTPUT_HTML": "a.pdf"}, "must end in .html or .htm"),
        ({"OUTPUT_HTML": "/nowhere/a.html"}, "does not exist. Create it"),
    ],
)
def test_what_cannot_be_is_refused_before_a_file_is_made(
    refusal, given, tmp_path, parameters, sentence
):
    before = sorted(tmp_path.iterdir())
    assert sentence in refusal({**given, **parameters})
    assert sorted(tmp_path.iterdir()) == before


def test_a_cancelled_report_is_not_written(algorithm, given, context, feedback):
    feedback.cancel()
    results, ok = algorithm.run(given, context, feedback)
    assert (results, ok) == ({}, True)
    assert not Path(given["OUTPUT_HTML"]).exists()


def test_the_dialog_left_as_it_is_gives_the_same_job(untouched, job_of, given, minimal):
    parameters = {**untouched(given), "OUTPUT_HTML": given["OUTPUT_HTML"]}
    assert job_of(parameters) == minimal


def test_a_step_of_a_model_uses_the_numbers(provider, given, context, feedback):
    model = QgsProcessingModelAlgorithm("m", "m")
    for name in ("GRID", "INPUT"):
        model.addModelParameter(
            QgsProcessingParameterRasterLayer(name, name),
            QgsProcessingModelParameter(name),
        )
    child = QgsProcessingModelChildAlgorithm("gridr:gridreport")
    child.setChildId("report")
    source = QgsProcessingModelChildParameterSource
    for name in ("GRID", "INPUT"):
        child.addParameterSources(name, [source.fromModelParameter(name)])
    path = given["OUTPUT_HTML"]
    child.addParameterSources("OUTPUT_HTML", [source.fromStaticValue(path)])
    model.addChildAlgorithm(child)
    inputs = {name: given[name] for name in ("GRID", "INPUT")}
    results, ok = model.run(inputs, context, feedback)
    assert ok, feedback.errors
    assert results["CHILD_RESULTS"]["report"]["NODES"] == 42
    assert page(given)


def test_it_runs_in_a_terminal(qgis_process, given):
    arguments = [f"--{name}={value}" for name, value in given.items()]
    done = qgis_process("run", "gridr:gridreport", *arguments)
    assert done.returncode == 0, done.stderr
    assert "SUGGESTED_RESOLUTION_ROW:" in done.stdout
    assert page(given).endswith("</html>\n")
