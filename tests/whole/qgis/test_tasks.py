"""Several runs at once as tasks of QGIS, which the toolbox starts in the background."""

import time

import pytest
from helpers.data import read_raster
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
)
from rasterio._env import get_gdal_config

PATIENCE = 120  # s, for the slowest machine
ROUNDS = 3
POINTS = """#CRS: EPSG:32631
mapX,mapY,sourceX,sourceY,enable
500000,4600000,0,0,1
500400,4600000,40,0,1
500000,4599700,0,-30,1
500400,4599700,40,-30,1
"""
METHODS = ("nearest", "linear", "cubic", "bspline5")


@pytest.fixture
def run_at_once(algorithm):
    """Function: parameters of several runs -> whether each task of QGIS did well.

    The form is the main one if none is given.
    """

    def run_at_once(all_parameters, form=algorithm):
        ended, kept = [], []
        for parameters in all_parameters:
            context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
            task = QgsProcessingAlgRunnerTask(
                form.create(), parameters, context, feedback
            )
            task.executed.connect(lambda done, _: ended.append(done))
            kept.append((task, context, feedback))
        for task, _, _ in kept:
            QgsApplication.taskManager().addTask(task)
        deadline = time.monotonic() + PATIENCE
        while len(ended) < len(kept) and time.monotonic() < deadline:
            QgsApplication.processEvents()
        return ended

    return run_at_once


def test_tasks_at_once(run, run_at_once, scene, grid, tmp_path):
    def parameters(method, name):
        outputs = {"OUTPUT": str(tmp_path / f"{name}.tif")}
        outputs["OUTPUT_MASK"] = str(tmp_path / f"{name}_mask.tif")
        inputs = {"INPUT": scene, "GRID": grid, "INTERPOLATION": method}
        return {**inputs, **outputs, "THREADS": 2, "STRIP_SIZE": 1}

    def pixels(name):
        names = name, f"{name}_mask"
        return [read_raster(tmp_path / f"{each}.tif").tobytes() for each in names]

    caches = gdal.GetCacheMax(), get_gdal_config("GDAL_CACHEMAX")
    for method in METHODS:
        run(parameters(method, method))
    for number in range(ROUNDS):
        names = {method: f"{method}{number}" for method in METHODS}
        done = run_at_once([parameters(*each) for each in names.items()])
        assert done == [True] * len(METHODS)
        for method, name in names.items():
            assert pixels(name) == pixels(method)
    assert (gdal.GetCacheMax(), get_gdal_config("GDAL_CACHEMAX")) == caches


def test_a_thread_makes_one_grid_after_the_other(
    provider, run_at_once, scene, tmp_path
):
    """With pyproj 3.7 QGIS died of the second one: see `dependencies.load`."""
    form = provider.algorithm("gridfrompoints")
    points = tmp_path / "scene.points"
    points.write_text(POINTS, encoding="utf-8")
    for number in range(4):
        given = {"INPUT": scene, "POINTS": str(points)}
        given["OUTPUT"] = str(tmp_path / f"grid{number}.tif")
        assert run_at_once([given], form) == [True]
