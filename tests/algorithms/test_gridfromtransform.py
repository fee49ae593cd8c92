"""The form that makes grids: mapping, running, and what goes wrong."""

from dataclasses import replace

import numpy as np
import pytest
import rasterio
from affine import Affine
from gridr_qgis.core.chains.grid import make_grid_dataset
from gridr_qgis.core.grid_options import GridJob
from helpers.data import noise, read_raster, write_raster
from helpers.places import write_dem, write_with_rpc
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
)
from qgis.PyQt.QtCore import QVariant

EMPTY = [
    "TARGET_CRS",
    "TARGET_EXTENT",
    "PIXEL_SIZE",
    "TEMPLATE",
    "DEM",
    "METHOD",
    "SOURCE_CRS",
    "FIT",
    "HEIGHT",
    "DEM_BAND",
    "DEM_HEIGHTS",
    "DEM_OFFSET",
    "RESOLUTION_ROW",
    "RESOLUTION_COL",
    "TOLERANCE",
    "OPERATION",
    "OUTPUT_MASK",
]
PLACE = {"transform": Affine(300, 0, 500000, 0, -300, 5500000), "crs": "EPSG:32631"}
PIPELINE = (
    "+proj=pipeline +step +inv +proj=utm +zone=31 +ellps=WGS84 "
    "+step +proj=unitconvert +xy_in=rad +xy_out=deg"
)


@pytest.fixture
def algorithm(provider):
    registry = QgsApplication.processingRegistry()
    return registry.createAlgorithmById("gridr:gridfromtransform")


@pytest.fixture
def source(tmp_path):
    """Path of a raster with a geotransform."""
    return write_raster(tmp_path / "source.tif", noise((40, 50), "uint8"), **PLACE)


@pytest.fixture
def given(source, tmp_path):
    """Only what is required."""
    return {"INPUT": source, "OUTPUT": str(tmp_path / "grid.tif")}


@pytest.fixture
def minimal(given):
    """What the engine gets for `given`."""
    return GridJob(given["INPUT"], given["OUTPUT"])


def test_least_parameters(job_of, given, minimal):
    assert job_of(given) == minimal


@pytest.mark.parametrize("nothing", [None, "", QVariant()])
def test_empty_parameters_count_as_not_given(job_of, given, minimal, nothing):
    assert job_of({**given, **dict.fromkeys(EMPTY, nothing)}) == minimal


def test_all_parameters(job_of, given, minimal, tmp_path):
    dem, mask = write_dem(tmp_path / "dem.tif"), str(tmp_path / "mask.tif")
    parameters = {
        "METHOD": "geotransform",
        "SOURCE_CRS": "EPSG:32630",
        "FIT": "tps",
        "DEM": dem,
        "DEM_BAND": 1,
        "DEM_HEIGHTS": "egm96",
        "DEM_OFFSET": 3.5,
        "TARGET_CRS": "EPSG:4326",
        "TARGET_EXTENT": "3,3.1,49.5,49.6 [EPSG:4326]",
        "PIXEL_SIZE": 0.001,
        "RESOLUTION_ROW": 4,
        "RESOLUTION_COL": 5,
        "TOLERANCE": 0.01,
        "OPERATION": PIPELINE,
        "OUTPUT_MASK": mask,
    }
    assert job_of({**given, **parameters}) == replace(
        minimal,
        method="geotransform",
        src_crs="EPSG:32630",
        fit="tps",
        dem=dem,
        dem_index=1,
        dem_heights="egm96",
        dem_offset=3.5,
        dst_crs="EPSG:4326",
        extent=(3, 49.5, 3.1, 49.6),
        pixel_size=0.001,
        row_step=4,
        col_step=5,
        tolerance=0.01,
        operation=PIPELINE,
        dst_mask=mask,
    )
    assert job_of({**given, "HEIGHT": -3, "TEMPLATE": dem}) == replace(
        minimal, height=-3, template=dem
    )


def test_systems_are_taken_in_any_form(job_of, given, tmp_path):
    codes = ["EPSG:4326", QgsCoordinateReferenceSystem("EPSG:4326")]
    for value in codes:
        assert job_of({**given, "TARGET_CRS": value}).dst_crs == "EPSG:4326"
    own = "+proj=laea +lat_0=50 +lon_0=3 +type=crs"
    crs = QgsCoordinateReferenceSystem.fromProj(own)
    text = job_of({**given, "TARGET_CRS": crs}).dst_crs
    assert text.startswith("PROJCRS[")
    assert "Lambert Azimuthal" in text


def test_a_system_that_is_none_is_refused(refusal, given):
    sentence = refusal({**given, "TARGET_CRS": "rubbish"})
    assert "Target: coordinate system (TARGET_CRS) is no coordinate system" in sentence
    assert "rubbish. Give a code such as" in sentence


def test_an_extent_is_taken_to_the_system_of_the_target(job_of, given):
    rectangle = QgsRectangle(3.0, 49.5, 3.1, 49.6)
    system = QgsCoordinateReferenceSystem("EPSG:4326")
    extent = QgsReferencedRectangle(rectangle, system)
    assert job_of(
        {**given, "TARGET_EXTENT": extent, "TARGET_CRS": system}
    ).extent == pytest.approx((3.0, 49.5, 3.1, 49.6))
    # without a target's system it is the source's
    x_min, y_min, x_max, y_max = job_of({**given, "TARGET_EXTENT": extent}).extent
    assert 499_000 < x_min < 501_000
    assert 5_480_000 < y_min < y_max < 5_500_000
    assert 506_000 < x_max < 508_000
    x_min, *_ = job_of(
        {**given, "TARGET_EXTENT": extent, "SOURCE_CRS": "EPSG:32630"}
    ).extent
    assert x_min > 900_000


def test_a_layer_is_taken_for_its_file(job_of, given, source):
    layer = QgsRasterLayer(source, "scene")
    assert job_of({**given, "INPUT": layer}).src == source


def test_the_results_are_the_engines(run, given, minimal, tmp_path):
    mask = str(tmp_path / "mask.tif")
    results = run({**given, "TARGET_CRS": "EPSG:4326", "OUTPUT_MASK": mask})
    found = read_raster(given["OUTPUT"])
    summary = make_grid_dataset(
        replace(minimal, dst=str(tmp_path / "again.tif"), dst_crs="EPSG:4326")
    )
    np.testing.assert_array_equal(found, read_raster(tmp_path / "again.tif"))
    assert results == {
        "OUTPUT": given["OUTPUT"],
        "OUTPUT_MASK": mask,
        "RESOLUTION_ROW": summary.row_step,
        "RESOLUTION_COL": summary.col_step,
        "ERROR_MAX": summary.error_max,
        "ERROR_99": summary.error_99,
        "NODES": summary.nodes,
        "MASKED_NODES": 0,
        "INSIDE_PERCENT": summary.inside_percent,
    }


def test_an_operation_of_qgis_leads_where_projs_own_does(run, given):
    run({**given, "TARGET_CRS": "EPSG:4326"})
    plain = read_raster(given["OUTPUT"])
    run({**given, "TARGET_CRS": "EPSG:4326", "OPERATION": PIPELINE})
    np.testing.assert_allclose(read_raster(given["OUTPUT"]), plain, rtol=0, atol=1e-6)


def test_grid_and_resampling_together_orthorectify(run, given, tmp_path, context):
    import processing

    source, dem = write_with_rpc(tmp_path / "rpc.tif"), write_dem(tmp_path / "dem.tif")
    run({**given, "INPUT": source, "DEM": dem, "TARGET_CRS": "EPSG:32631"})
    output = str(tmp_path / "ortho.tif")
    parameters = {"INPUT": source, "GRID": given["OUTPUT"], "OUTPUT": output}
    results = processing.run("gridr:gridresampling", parameters)
    with rasterio.open(given["OUTPUT"]) as grid, rasterio.open(output) as ortho:
        tags = grid.tags()
        assert ortho.crs.to_epsg() == 32631
    size = int(tags["GRID_ROWS"]), int(tags["GRID_COLS"])
    assert (results["ROWS"], results["COLS"]) == size
    assert results["VALID_PERCENT"] > 50


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"INPUT": "nothing.tif"}, "Source raster (INPUT) cannot be read as a raster"),
        ({"METHOD": "magic"}, "(METHOD) must be one of auto, geotransform, gcp, rpc"),
        ({"METHOD": "rpc"}, "has no RPCs: it has a geotransform"),
        ({"FIT": "magic"}, "(FIT) must be one of auto, polynomial1"),
        ({"PIXEL_SIZE": 0}, "The pixel size must be above 0, got 0"),
        ({"PIXEL_SIZE": 1e-4}, "more than 1000000. Give a larger pixel size"),
        ({"PIXEL_SIZE": "many"}, "(PIXEL_SIZE) must be a number or empty"),
        ({"TOLERANCE": 0}, "The tolerance must be above 0"),
        (
            {"RESOLUTION_ROW": 0},
            "(RESOLUTION_ROW) must be a whole number of at least",
        ),
        ({"TARGET_EXTENT": "1,2,3"}, "(TARGET_EXTENT) must be x_min,x_max,y_min,y_max"),
        ({"TARGET_EXTENT": "0,9,0,9 [EPSG:32631]"}, "No node lies in the source: "),
        ({"OPERATION": "rubbish"}, "The operation rubbish cannot be used"),
        ({"DEM_OFFSET": 3}, "An offset of the DEM is given, and no DEM"),
    ],
)
def test_what_cannot_be_is_refused_before_a_file_is_made(
    refusal, given, tmp_path, parameters, sentence
):
    assert sentence in refusal({**given, **parameters})
    assert not (tmp_path / "grid.tif").exists()


def test_a_template_with_more_is_refused(refusal, given, source):
    parameters = {"TEMPLATE": source, "PIXEL_SIZE": 3}
    assert "A template is given, and" in refusal({**given, **parameters})


def test_results_are_named_after_the_source(algorithm, given, context, feedback):
    algorithm.prepare(given, context, feedback)
    named = algorithm.presentations(None)
    assert named["OUTPUT"].name == "source grid"
    assert named["OUTPUT_MASK"].name == "source grid mask"


def test_the_dialog_left_as_it_is_gives_the_same_job(untouched, job_of, given, minimal):
    parameters = {**untouched(given), "OUTPUT": given["OUTPUT"]}
    assert job_of(parameters) == minimal


def test_it_runs_in_a_terminal(qgis_process, given):
    arguments = [f"--{name}={value}" for name, value in given.items()]
    done = qgis_process(
        "run", "gridr:gridfromtransform", *arguments, "--TARGET_CRS=EPSG:4326"
    )
    assert done.returncode == 0, done.stderr
    assert "ERROR_MAX:" in done.stdout
    with rasterio.open(given["OUTPUT"]) as grid:
        assert grid.descriptions == ("row", "col")
