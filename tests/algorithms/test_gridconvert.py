"""The form that converts grids: mapping, running, and what goes wrong."""

import shlex
from dataclasses import replace

import numpy as np
import pytest
import rasterio
from gridr_qgis.core.chains.convert import convert_grid_dataset
from gridr_qgis.core.grid_options import ConvertJob
from helpers.data import read_raster, write_raster
from qgis.core import QgsApplication, QgsRasterLayer
from qgis.PyQt.QtCore import QVariant

EMPTY = [
    "FROM",
    "TO",
    "COORDINATES",
    "SPACING",
    "RESOLUTION_ROW",
    "RESOLUTION_COL",
    "GRID_ROW_BAND",
    "GRID_COL_BAND",
    "GRID_COL",
    "GRID_NODATA",
    "GRID_MASK",
    "GRID_MASK_BAND",
    "GRID_MASK_VALID",
]


@pytest.fixture
def algorithm(provider):
    registry = QgsApplication.processingRegistry()
    return registry.createAlgorithmById("gridr:gridconvert")


@pytest.fixture
def given(grid, scene, tmp_path):
    """Only what is required."""
    return {"INPUT": grid, "SOURCE": scene, "OUTPUT": str(tmp_path / "otb.tif")}


@pytest.fixture
def minimal(given):
    """What the engine gets for `given`."""
    return ConvertJob(given["INPUT"], given["OUTPUT"], src=given["SOURCE"])


def test_least_parameters(job_of, given, minimal):
    assert job_of(given) == minimal


@pytest.mark.parametrize("nothing", [None, "", QVariant()])
def test_empty_parameters_count_as_not_given(job_of, given, minimal, nothing):
    assert job_of({**given, **dict.fromkeys(EMPTY, nothing)}) == minimal


def test_all_parameters(job_of, given, minimal, tmp_path):
    other = write_raster(tmp_path / "other.tif", np.ones((2, 6, 7)))
    parameters = {
        "FROM": "otb_loc",
        "TO": "one_based",
        "COORDINATES": "map",
        "SPACING": "4,5",
        "RESOLUTION_ROW": 2,
        "RESOLUTION_COL": 10,
        "GRID_ROW_BAND": 2,
        "GRID_COL_BAND": 1,
        "GRID_COL": other,
        "GRID_NODATA": -1,
        "GRID_MASK": other,
        "GRID_MASK_BAND": 2,
        "GRID_MASK_VALID": 3,
    }
    assert job_of({**given, **parameters}) == replace(
        minimal,
        convention_from="otb_loc",
        convention_to="one_based",
        coordinates="map",
        spacing=(4, 5),
        row_step=2,
        col_step=10,
        row_index=2,
        col_index=1,
        grid_col=other,
        grid_nodata=-1,
        grid_mask=other,
        grid_mask_index=2,
        grid_mask_valid=3,
    )


@pytest.mark.parametrize("spacing", ["8", 8, "8;8", " 8 , 8 "])
def test_a_spacing_may_be_one_number_or_two(job_of, given, spacing):
    assert job_of({**given, "SPACING": spacing}).spacing == (8, 8)


def test_a_layer_is_taken_for_its_file(job_of, given, grid):
    layer = QgsRasterLayer(grid, "nodes")
    assert job_of({**given, "INPUT": layer}).grid == grid


def test_the_results_are_the_engines(run, given, minimal, tmp_path, feedback):
    results = run({**given, "RESOLUTION_ROW": 20})
    again = replace(minimal, dst=str(tmp_path / "otb2.tif"), row_step=20)
    summary = convert_grid_dataset(again)
    found = read_raster(given["OUTPUT"])
    np.testing.assert_array_equal(found, read_raster(again.dst))
    assert results == {
        "OUTPUT": given["OUTPUT"],
        "OUTPUT_COMMAND": summary.command.replace("otb2", "otb"),
        "RESOLUTION_ROW": 20,
        "RESOLUTION_COL": 5,
        "ERROR_MAX": summary.error_max,
        "ERROR_99": summary.error_99,
        "NODES": 14,
        "DROPPED_NODES": 28,
        "MASKED_NODES": 0,
    }
    words = shlex.split(results["OUTPUT_COMMAND"])
    assert words[words.index("-io.in") + 1] == f"{given['SOURCE']}?&skipcarto=true"
    assert results["OUTPUT_COMMAND"] in feedback.infos[-1]


def test_a_grid_there_and_back_gives_the_same_picture(run, given, tmp_path):
    import processing

    run(given)
    back = str(tmp_path / "back.tif")
    there = {"INPUT": given["OUTPUT"], "FROM": "otb_def", "TO": "absolute"}
    run({**there, "OUTPUT": back})
    pictures = []
    for name, grid in (("a", given["INPUT"]), ("b", back)):
        parameters = {"INPUT": given["SOURCE"], "GRID": grid, "INTERPOLATION": "linear"}
        parameters["OUTPUT"] = str(tmp_path / f"{name}.tif")
        processing.run("gridr:gridresampling", parameters)
        pictures.append(read_raster(parameters["OUTPUT"]))
    assert pictures[0].shape == (3, 21, 31)
    np.testing.assert_array_equal(*pictures)


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"INPUT": "nothing.tif"}, "Grid raster (INPUT) cannot be read as a raster"),
        ({"FROM": "magic"}, "(FROM) must be one of absolute, displacement, otb_loc"),
        ({"TO": "magic"}, "(TO) must be one of absolute, displacement, otb_loc"),
        ({"SOURCE": None}, "The source is not given. A grid for OTB comes with the"),
        ({"SPACING": "0"}, "must be at least 1 output pixel per node, got 0"),
        ({"SPACING": "1,2,3"}, "(SPACING) must be one whole number such as 8, or rows"),
        ({"SPACING": "2.5"}, "as 4,8, or empty, got '2.5'."),
        ({"RESOLUTION_ROW": 3}, "Give one that divides 4, or a multiple of it."),
        (
            {"RESOLUTION_COL": 0},
            "(RESOLUTION_COL) must be a whole number of at least",
        ),
        ({"GRID_ROW_BAND": 3}, "has no band 3"),
        ({"COORDINATES": "feet"}, "(COORDINATES) must be one of pixel, map"),
        ({"FROM": "otb_loc", "COORDINATES": "map"}, "has no geotransform, by which"),
    ],
)
def test_what_cannot_be_is_refused_before_a_file_is_made(
    refusal, given, tmp_path, parameters, sentence
):
    assert sentence in refusal({**given, **parameters})
    assert not (tmp_path / "otb.tif").exists()


def test_the_result_is_named_after_the_grid(algorithm, given, context, feedback):
    algorithm.prepare(given, context, feedback)
    job = ConvertJob("a", "b", convention_to="center05")
    assert algorithm.presentations(job)["OUTPUT"].name == "grid as center05"


def test_the_dialog_left_as_it_is_gives_the_same_job(untouched, job_of, given, minimal):
    parameters = {**untouched(given), "OUTPUT": given["OUTPUT"]}
    assert job_of(parameters) == minimal


def test_it_runs_in_a_terminal(qgis_process, given):
    arguments = [f"--{name}={value}" for name, value in given.items()]
    done = qgis_process("run", "gridr:gridconvert", *arguments, "--SPACING=4,5")
    assert done.returncode == 0, done.stderr
    assert "OUTPUT_COMMAND:\totbcli_GridBasedImageResampling -io.in" in done.stdout
    with rasterio.open(given["OUTPUT"]) as grid:
        assert grid.descriptions == ("x displacement", "y displacement")
