"""What a client is told of its cluster, and by it."""

import dataclasses
import os
import time
from pathlib import Path
from queue import SimpleQueue
from types import SimpleNamespace

import numpy as np
import pytest
from gridr_qgis.core.chains.cluster import resample_on_cluster
from gridr_qgis.core.errors import Cancelled, GridrError
from gridr_qgis.core.run import client as module
from gridr_qgis.core.run.client import Cluster
from gridr_qgis.core.run.cluster import make_part
from gridr_qgis.core.run.needs import OTHER_VERSION
from gridr_qgis.core.run.whole import Whole
from helpers.cluster import a_scheduler, a_worker
from helpers.data import write_raster
from helpers.recording import Log

HERE = Path("/proc/self/cwd")
"""The folder that a process stands in: a place that each worker sees otherwise."""
needs_proc = pytest.mark.skipif(not HERE.exists(), reason="no /proc")


@pytest.fixture
def own(job, tmp_path, monkeypatch):
    """A job over files that the client alone sees by their names."""
    monkeypatch.chdir(tmp_path)
    return job


def refused(job, client, log=None):
    """Return what is said of a job, of which nothing is left."""
    before = set(Path(job.src).parent.rglob("*"))
    with pytest.raises(GridrError) as told:
        resample_on_cluster(job, client, log)
    assert set(Path(job.src).parent.rglob("*")) == before
    workers = list(client.nthreads())
    assert any(f"Worker {worker} " in str(told.value) for worker in workers)
    return str(told.value)


@needs_proc
def test_an_input_that_a_worker_cannot_open(own, client):
    job = dataclasses.replace(own, src=str(HERE / "src.tif"))
    assert f"cannot open an input: '{HERE}/src.tif' cannot be read" in refused(
        job, client
    )


@needs_proc
def test_an_input_that_a_worker_sees_otherwise(own, client, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "src.tif").write_bytes(Path(own.src).read_bytes())
    os.utime(other / "src.tif", (10**9, 10**9))
    before = client.run(os.getcwd)
    client.run(os.chdir, str(other))
    try:
        job = dataclasses.replace(own, src=str(HERE / "src.tif"))
        assert f"sees '{HERE}/src.tif' with" in refused(job, client)
    finally:
        for worker, folder in before.items():
            client.run(os.chdir, folder, workers=[worker])


@needs_proc
def test_a_folder_that_a_worker_cannot_write(own, client):
    job = dataclasses.replace(own, dst=str(HERE / "dst.vrt"))
    assert f"cannot write to '{HERE}/dst.vrt.parts/" in refused(job, client)


def test_a_worker_with_another_version(own, client, monkeypatch):
    of = Whole.of

    def newer(*arguments):
        whole = of(*arguments)
        return whole._replace(needs=whole.needs._replace(version="newer"))

    monkeypatch.setattr(Whole, "of", newer)
    assert refused(own, client).endswith(OTHER_VERSION)


def test_a_worker_without_the_package_or_a_library():
    needed = SimpleNamespace(version="1")
    lacks = ModuleNotFoundError("No module named 'gridr_qgis'", name="gridr_qgis")
    assert "does not find the package gridr_qgis. Inst" in module._fault_of(
        lacks, needed
    )
    lacks = ModuleNotFoundError("No module named 'rasterio'", name="rasterio")
    assert "cannot load gridr_qgis (No module named 'rasterio')" in module._fault_of(
        lacks, needed
    )
    name = "gridr_qgis.core.run.needs"
    older = ModuleNotFoundError(f"No module named {name!r}", name=name)
    for answer in (older, AttributeError("VERSION"), "2", None):
        assert module._fault_of(answer, needed) == OTHER_VERSION
    assert module._fault_of("1", needed) is None


def test_no_workers(job, worker_environment, tmp_path):
    distributed = pytest.importorskip("distributed")
    from helpers.cluster import local_cluster

    with (
        local_cluster(worker_environment, tmp_path, n_workers=0) as cluster,
        distributed.Client(cluster, set_as_default=False) as client,
        pytest.raises(
            GridrError, match=r"has no workers. Start some \(dask worker tcp"
        ),
    ):
        resample_on_cluster(job, client)


def test_other_versions_of_dask_are_told(job, client, monkeypatch):
    told = client.get_versions()
    told["client"] = {"packages": {"distributed": "0.1"}}
    monkeypatch.setattr(client, "get_versions", lambda: told)
    log = Log()
    Cluster(client, log)._compare_dask()
    (warning,) = log.warnings
    assert "this machine 0.1: they may misunderstand each other (3 such)" in warning


def test_a_lost_scheduler_is_told(job, worker_environment, tmp_path, monkeypatch):
    distributed = pytest.importorskip("distributed")
    monkeypatch.setattr(module, "LOST", 1)
    nodes = np.indices((80, 80)) * 100.0
    job = dataclasses.replace(
        job,
        src=write_raster(tmp_path / "big.tif", np.zeros((8000, 8000), "uint8")),
        grid=write_raster(tmp_path / "nodes.tif", nodes),
        row_step=100,
        col_step=100,
        interpolation="bspline9",
    )
    file = tmp_path / "scheduler.json"

    class Killing(Log):
        def progress(self, fraction):
            if fraction > 0:
                scheduler.kill()
            return super().progress(fraction)

    with (
        a_scheduler(file) as scheduler,
        a_worker(file, tmp_path, **worker_environment),
        distributed.Client(scheduler_file=str(file), set_as_default=False) as client,
    ):
        start = time.monotonic()
        with pytest.raises(GridrError, match=r"was lost, or has dropped the run"):
            resample_on_cluster(job, client, Killing())
        assert time.monotonic() - start < 15
    assert not Path(job.dst).exists()


def test_a_run_without_any_worker_left_says_that_it_waits(monkeypatch):
    monkeypatch.setattr(module, "NEWS", 0)
    client = SimpleNamespace(submit=None, status="running", nthreads=dict)
    log = Log(stop_after=5)
    with pytest.raises(Cancelled):
        Cluster(client, log)._finished(SimpleQueue())
    assert log.warnings[0].startswith("No worker is left: the run waits until one com")


def test_a_cluster_that_does_not_answer_is_told(monkeypatch):
    monkeypatch.setattr(module, "ANSWER", 0.1)
    scheduler = SimpleNamespace(address="tcp://1.2.3.4:5")
    client = SimpleNamespace(
        submit=None, scheduler=scheduler, nthreads=lambda: time.sleep(2)
    )
    with pytest.raises(GridrError, match="cluster of tcp://1.2.3.4:5 does not answer"):
        Cluster(client, Log())._ask(client.nthreads, module.ANSWER)


def test_errors_of_dask_in_words():
    class KilledWorker(Exception):  # noqa: N818 - as Dask calls it
        last_worker = SimpleNamespace(address="tcp://1.2.3.4:5")

    said = module._in_words(KilledWorker())
    assert said.startswith("Worker tcp://1.2.3.4:5, and others before it, ended while")
    assert module._in_words(OSError()) is None

    class FutureCancelledError(Exception):
        pass

    assert module._in_words(FutureCancelledError()) == ""


LOADS = """
import pickle, sys
sys.modules["gridr_qgis"] = None
with open("call", "rb") as file:
    call = pickle.load(file)
try:
    call(b"", pickle.dumps(()))
except ImportError as error:
    print(error)
"""


def test_a_scheduler_without_our_package_loads_a_call(fresh_python, tmp_path):
    dumps = pytest.importorskip("distributed.protocol.pickle").dumps
    (tmp_path / "call").write_bytes(dumps(module._named(make_part)))
    assert "gridr_qgis" in fresh_python(LOADS)  # which a worker must have
