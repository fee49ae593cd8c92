"""A cluster as users start it: from the command line, with QGIS as its client."""

import json
import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
from gridr_qgis.core.options import Job
from helpers.cluster import a_scheduler, a_worker
from helpers.data import noise, read_raster, turned_grid, write_raster

pytest.importorskip("distributed")
ID = "gridr:gridresampling"


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory, worker_environment):
    """The file of a scheduler with two workers, from the command line."""
    folder = tmp_path_factory.mktemp("cluster")
    file = folder / "scheduler.json"
    with (
        a_scheduler(file),
        a_worker(file, folder, "--name", "one", **worker_environment),
        a_worker(file, folder, "--name", "other", **worker_environment),
    ):
        yield str(file)


@pytest.fixture
def job(tmp_path):
    """A job of four parts."""
    tags = {"GRID_RESOLUTION_ROW": 100, "GRID_RESOLUTION_COL": 100}
    nodes = turned_grid((22, 22), (100, 100), 20, (700, 750))
    return Job(
        src=write_raster(tmp_path / "src.tif", noise((1400, 1500), "uint8")),
        grid=write_raster(tmp_path / "grid.tif", nodes, tags=tags),
        dst=str(tmp_path / "dst.vrt"),
        dst_mask=str(tmp_path / "mask.tif"),
        interpolation="linear",
    )


def parameters(job, scheduler):
    return {
        "INPUT": job.src,
        "GRID": job.grid,
        "INTERPOLATION": job.interpolation.value,
        "OUTPUT": job.dst,
        "OUTPUT_MASK": job.dst_mask,
        "SCHEDULER": scheduler,
    }


def expected_of(job, folder):
    from gridr_qgis.core.chains.resample import resample_dataset

    names = {"dst": folder / "expected.tif", "dst_mask": folder / "its_mask.tif"}
    expected = replace(job, **{name: str(path) for name, path in names.items()})
    return expected, resample_dataset(expected)


def assert_made(job, folder, results):
    expected, summary = expected_of(job, folder)
    for path, its in ((job.dst, expected.dst), (job.dst_mask, expected.dst_mask)):
        np.testing.assert_array_equal(read_raster(path), read_raster(its))
    assert results["VALID_PIXELS"] == summary.valid_pixels > 0
    assert (results["ROWS"], results["COLS"]) == (2101, 2101)


def test_qgis_process_is_a_client(qgis_process, scheduler, job, tmp_path):
    given = [f"--{n}={value}" for n, value in parameters(job, scheduler).items()]
    done = qgis_process("--json", "run", ID, *given)
    assert done.returncode == 0, done.stdout + done.stderr
    assert_made(job, tmp_path, json.loads(done.stdout)["results"])
    assert len(list(tmp_path.glob("dst.vrt.parts/*/r*.tif"))) == 4
    assert "Traceback" not in done.stdout + done.stderr


def test_the_toolbox_is_a_client(run, scheduler, job, tmp_path, feedback):
    job = replace(job, dst=str(tmp_path / "dst.tif"))
    assert_made(job, tmp_path, run(parameters(job, scheduler)))
    assert any("4 part(s)" in line and "2 worker(s)" in line for line in feedback.infos)
    assert not feedback.warnings
    assert not feedback.errors
    assert not list(tmp_path.glob("*.parts"))


def test_the_scheduler_of_the_options(run, scheduler, job, feedback, monkeypatch):
    from gridr_qgis.gridr_plugin import settings

    user = settings.Settings(scheduler=scheduler)
    monkeypatch.setattr(settings.Settings, "read", lambda: user)
    run(parameters(job, None))
    assert any("2 worker(s)" in line for line in feedback.infos)
    with rasterio.open(job.dst) as dataset:
        assert dataset.driver == "VRT"
    here = replace(job, dst=f"{job.dst}.tif")
    feedback.infos.clear()
    run(parameters(here, "local"))
    assert not any("worker(s)" in line for line in feedback.infos)


def test_a_layer_as_input_and_the_result_as_a_layer(
    run, scheduler, job, context, qgis_app
):
    from qgis.core import QgsProject, QgsRasterLayer

    layer = QgsRasterLayer(job.src, "scene")
    QgsProject.instance().addMapLayer(layer)
    try:
        results = run({**parameters(job, scheduler), "INPUT": layer}, context=context)
        shown = QgsRasterLayer(results["OUTPUT"], "result")
        assert shown.isValid()
        assert (shown.height(), shown.width()) == (2101, 2101)
    finally:
        QgsProject.instance().clear()


def refused(run, parameters, feedback):
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException) as told:
        run(parameters)
    assert not Path(parameters["OUTPUT"]).exists()
    return str(told.value)


def test_a_worker_without_the_package(run, scheduler, job, tmp_path, feedback):
    empty = {"PYTHONPATH": str(tmp_path), "PYTHONSAFEPATH": "1"}
    with a_worker(scheduler, tmp_path, "--name", "bare", **empty):
        said = refused(run, parameters(job, scheduler), feedback)
    assert "Worker tcp://" in said
    assert "does not find the package gridr_qgis" in said
    assert not list(tmp_path.glob("*.parts"))


def test_what_is_no_scheduler(run, job, feedback):
    said = refused(run, parameters(job, "somewhere.json"), feedback)
    assert "is no file that a scheduler has written" in said


def test_a_mosaic_needs_a_scheduler(run, job, feedback):
    said = refused(run, parameters(job, None), feedback)
    assert "A .vrt joins parts that a cluster makes: give a scheduler" in said


def test_without_dask_it_is_told_what_to_install(run, job, feedback, monkeypatch):
    from gridr_qgis.gridr_plugin import dependencies

    monkeypatch.setattr(dependencies, "CLUSTER", {"distributed": (9999, 1)})
    said = refused(run, parameters(job, "tcp://localhost:8786"), feedback)
    assert "GridR needs distributed 9999.1 or newer (found 20" in said
    monkeypatch.setattr(dependencies, "CLUSTER", {"lacks": (1, 0)})
    assert "Then restart QGIS" in refused(run, parameters(job, "a:1"), feedback)


def test_cancelling_in_qgis(algorithm, scheduler, job, context, tmp_path, feedback):
    before = set(tmp_path.iterdir())
    feedback.cancel()
    results, ok = algorithm.run(parameters(job, scheduler), context, feedback)
    assert results == {}
    assert any("Cancelled." in line for line in feedback.infos)
    assert set(tmp_path.iterdir()) == before
    assert os.path.exists(job.src)
