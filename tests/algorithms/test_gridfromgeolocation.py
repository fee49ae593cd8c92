"""The form that makes grids of geolocation arrays: mapping, running, refusing."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from gridr_qgis.core.chains.grid import make_grid_dataset
from gridr_qgis.core.grid_options import ArraysJob
from helpers.data import noise, read_raster, write_raster
from helpers.swaths import Scanner, write_lookup, write_swath
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
)
from qgis.PyQt.QtCore import QVariant

EMPTY = [
    *("X_RASTER", "Y_RASTER", "GLT_RASTER", "TARGET_CRS", "TARGET_EXTENT"),
    *("PIXEL_SIZE", "TEMPLATE", "X_BAND", "Y_BAND", "ARRAY_CRS", "ARRAY_CONVENTION"),
    *("LINE_OFFSET", "LINE_STEP", "PIXEL_OFFSET", "PIXEL_STEP", "SCAN_ROWS"),
    *("FILL_VALUE", "RESOLUTION_ROW", "RESOLUTION_COL", "TOLERANCE", "OPERATION"),
    "OUTPUT_MASK",
]
SCANNER = Scanner(height=10)


@pytest.fixture
def algorithm(provider):
    registry = QgsApplication.processingRegistry()
    return registry.createAlgorithmById("gridr:gridfromgeolocation")


@pytest.fixture
def swath(tmp_path):
    """Names of a source and of its arrays."""
    return write_swath(tmp_path, SCANNER)


@pytest.fixture
def given(swath, tmp_path):
    """Only what is required."""
    return {"INPUT": swath[0], "OUTPUT": str(tmp_path / "grid.tif")}


@pytest.fixture
def minimal(given):
    """What the engine gets for `given`."""
    return ArraysJob(given["INPUT"], given["OUTPUT"])


def test_least_parameters(job_of, given, minimal):
    assert job_of(given) == minimal


@pytest.mark.parametrize("nothing", [None, "", QVariant()])
def test_empty_parameters_count_as_not_given(job_of, given, minimal, nothing):
    assert job_of({**given, **dict.fromkeys(EMPTY, nothing)}) == minimal


def test_all_parameters(job_of, given, minimal, swath, tmp_path):
    mask = str(tmp_path / "mask.tif")
    parameters = {
        "X_RASTER": swath[1],
        "X_BAND": 1,
        "Y_RASTER": swath[2],
        "Y_BAND": 1,
        "ARRAY_CRS": "EPSG:4258",
        "ARRAY_CONVENTION": "corner",
        "LINE_OFFSET": 0.5,
        "LINE_STEP": 1.001,
        "PIXEL_OFFSET": -0.5,
        "PIXEL_STEP": 1,
        "SCAN_ROWS": 0,
        "FILL_VALUE": -999,
        "TARGET_CRS": "EPSG:4326",
        "TARGET_EXTENT": "3,13,35,45 [EPSG:4326]",
        "PIXEL_SIZE": 0.1,
        "RESOLUTION_ROW": 4,
        "RESOLUTION_COL": 5,
        "TOLERANCE": 0.01,
        "OUTPUT_MASK": mask,
    }
    assert job_of({**given, **parameters}) == replace(
        minimal,
        x_raster=swath[1],
        x_index=1,
        y_raster=swath[2],
        y_index=1,
        array_crs="EPSG:4258",
        array_convention="corner",
        line_offset=0.5,
        line_step=1.001,
        pixel_offset=-0.5,
        pixel_step=1,
        scan_rows=0,
        fill_value=-999,
        dst_crs="EPSG:4326",
        extent=(3, 35, 13, 45),
        pixel_size=0.1,
        row_step=4,
        col_step=5,
        tolerance=0.01,
        dst_mask=mask,
    )
    glt = {"GLT_RASTER": swath[1], "TEMPLATE": swath[2]}
    assert job_of({**given, **glt}) == replace(minimal, glt=swath[1], template=swath[2])


def test_an_extent_is_taken_to_the_system_of_the_target(job_of, given):
    web = QgsCoordinateReferenceSystem("EPSG:3857")
    rectangle = QgsRectangle(0, 4e6, 1e6, 5e6)
    extent = QgsReferencedRectangle(rectangle, web)
    # without a target's system it is longitude and latitude
    x_min, y_min, x_max, y_max = job_of({**given, "TARGET_EXTENT": extent}).extent
    assert (x_min, x_max) == pytest.approx((0, 8.98), abs=0.01)
    assert (y_min, y_max) == pytest.approx((33.79, 40.91), abs=0.01)
    own = {"TARGET_EXTENT": extent, "ARRAY_CRS": "EPSG:3857"}
    assert job_of({**given, **own}).extent == pytest.approx((0, 4e6, 1e6, 5e6))


def test_layers_are_taken_for_their_files(job_of, given, swath):
    layers = {
        name: QgsRasterLayer(path, name)
        for name, path in zip(("INPUT", "X_RASTER", "Y_RASTER"), swath)
    }
    job = job_of({**given, **layers})
    assert (job.src, job.x_raster, job.y_raster) == swath


def test_the_results_are_the_engines(run, given, minimal, tmp_path):
    mask = str(tmp_path / "mask.tif")
    results = run({**given, "OUTPUT_MASK": mask})
    again = str(tmp_path / "again.tif")
    summary = make_grid_dataset(replace(minimal, dst=again))
    np.testing.assert_array_equal(read_raster(given["OUTPUT"]), read_raster(again))
    assert results == {
        "OUTPUT": given["OUTPUT"],
        "OUTPUT_MASK": mask,
        "RESOLUTION_ROW": 1,
        "RESOLUTION_COL": 1,
        "ERROR_MAX": 0,
        "ERROR_99": 0,
        "NODES": summary.nodes,
        "MASKED_NODES": summary.masked_nodes,
        "INSIDE_PERCENT": summary.inside_percent,
    }


def test_a_swath_comes_to_the_map_through_both_forms(given, tmp_path, qgis_processing):
    import processing

    lon, lat = SCANNER.arrays
    src, *_ = write_swath(tmp_path, SCANNER, np.stack([lon, lat]).astype("float32"))
    made = processing.run("gridr:gridfromgeolocation", {**given, "INPUT": src})
    parameters = {
        "INPUT": src,
        "GRID": made["OUTPUT"],
        "INTERPOLATION": "nearest",
        "OUTPUT": str(tmp_path / "map.tif"),
    }
    processing.run("gridr:gridresampling", parameters)
    with rasterio.open(parameters["OUTPUT"]) as dataset:
        values, place = dataset.read(masked=True), dataset.transform
        assert dataset.crs.to_epsg() == 4326
    rows, cols = np.mgrid[: values.shape[1], : values.shape[2]]
    x, y = place.c + place.a * (cols + 0.5), place.f + place.e * (rows + 0.5)
    # each pixel shows a place that is within a source pixel, at the sides a large one
    assert np.abs(values[1] - y).max() < 0.4
    assert np.ma.median(np.abs(values[0] - x)) < 0.1
    exact = SCANNER.positions(x, y)
    last = np.array(SCANNER.shape)[:, None, None] - 1
    inside = ((exact >= 0) & (exact <= last)).all(axis=0)
    assert inside.sum() > 20_000
    assert not np.ma.getmaskarray(values)[0][inside].any()


def test_a_glt_is_a_grid(run, given, tmp_path):
    rows, cols = np.mgrid[0:40, 0:50]
    place = Affine(0.1, 0, 5, 0, -0.1, 50)
    glt = write_lookup(tmp_path / "glt.tif", rows[::-1], cols, place)
    results = run({**given, "GLT_RASTER": glt})
    assert (results["RESOLUTION_ROW"], results["MASKED_NODES"]) == (1, 0)
    np.testing.assert_array_equal(read_raster(given["OUTPUT"]), [rows[::-1], cols])


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"INPUT": "nothing.tif"}, "Source raster (INPUT) cannot be read as a raster"),
        ({"X_RASTER": "n.tif"}, "Array of x or longitude (X_RASTER) cannot be read"),
        ({"LINE_STEP": 5}, "do not fit the source"),
        ({"LINE_STEP": 0}, "The line step must be above 0, got 0"),
        ({"SCAN_ROWS": 1}, "A scan must have 2 rows at least, or 0 for none, got 1"),
        ({"SCAN_ROWS": -1}, "(SCAN_ROWS) must be a whole number of at least 0"),
        ({"ARRAY_CONVENTION": "magic"}, "must be one of auto, center, corner"),
        ({"ARRAY_CRS": "rubbish"}, "Arrays: coordinate system (ARRAY_CRS) is no coord"),
        ({"X_BAND": 3}, "The array of x has no band 3"),
        ({"TOLERANCE": 0}, "The tolerance must be above 0"),
        ({"TARGET_EXTENT": "90,99,0,9 [EPSG:4326]"}, "No node lies in the source: the"),
        ({"PIXEL_SIZE": 1e-7}, "more than 1000000. Give a larger pixel size"),
    ],
)
def test_what_cannot_be_is_refused_before_a_file_is_made(
    refusal, given, tmp_path, parameters, sentence
):
    assert sentence in refusal({**given, **parameters})
    assert not (tmp_path / "grid.tif").exists()


def test_arrays_that_do_not_belong_together_are_refused(
    refusal, given, swath, tmp_path
):
    assert "none of y. Give both" in refusal({**given, "X_RASTER": swath[1]})
    both = {"X_RASTER": swath[1], "Y_RASTER": swath[2], "GLT_RASTER": swath[1]}
    assert "A GLT is given, and for arrays besides" in refusal({**given, **both})
    bare = write_raster(tmp_path / "bare.tif", noise((20, 30), "uint8"))
    sentence = refusal({**given, "INPUT": bare})
    assert "No geolocation arrays are given, and the source" in sentence
    both.pop("GLT_RASTER")
    assert "do not fit the source" in refusal({**given, **both, "INPUT": bare})


def test_results_are_named_after_the_source(algorithm, given, context, feedback):
    algorithm.prepare(given, context, feedback)
    named = algorithm.presentations(None)
    assert named["OUTPUT"].name == "swath grid"
    assert named["OUTPUT_MASK"].name == "swath grid mask"


def test_the_dialog_left_as_it_is_gives_the_same_job(untouched, job_of, given, minimal):
    parameters = {**untouched(given), "OUTPUT": given["OUTPUT"]}
    assert job_of(parameters) == minimal


def test_it_runs_in_a_terminal(qgis_process, given):
    arguments = [f"--{name}={value}" for name, value in given.items()]
    done = qgis_process("run", "gridr:gridfromgeolocation", *arguments)
    assert done.returncode == 0, done.stderr
    assert "Scans of 10 rows (as the arrays show)" in done.stdout
    assert Path(given["OUTPUT"]).is_file()
