"""Dask clusters on this machine: one for all tests of a module, and others."""

import os
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest

from .checkout import PACKAGE, ROOT


@pytest.fixture(scope="session")
def package_path(tmp_path_factory):
    """A folder that makes the checkout importable as other machines import it."""
    folder = tmp_path_factory.mktemp("package")
    (folder / PACKAGE).symlink_to(ROOT)
    return str(folder)


@pytest.fixture(scope="session")
def worker_environment(package_path):
    """Variables of workers: they find the checkout, and need not load numba."""
    return {"PYTHONPATH": package_path, "GRIDR_KERNELS": "numpy"}


@contextmanager
def local_cluster(environment, folder, **settings):
    """A cluster of processes; its own client is not connected."""
    pytest.importorskip("distributed")
    from distributed import LocalCluster

    chosen = {
        "n_workers": 2,
        "threads_per_worker": 1,
        "memory_limit": "1GiB",
        **settings,
    }
    # older nannies set variables only when Python has looked at its path
    preload = folder / "path.py"
    preload.write_text(f"import sys; sys.path.insert(0, {environment['PYTHONPATH']!r})")
    with LocalCluster(
        processes=True,
        preload=[str(preload)],
        dashboard_address=":0",
        env=environment,
        local_directory=str(folder),
        silence_logs=50,
        **chosen,
    ) as cluster:
        yield cluster


# its threads would allocate while other tests measure memory
@pytest.fixture(scope="module")
def client(worker_environment, tmp_path_factory):
    """The client of a cluster of two workers with a thread each."""
    pytest.importorskip("distributed")
    from distributed import Client

    folder = tmp_path_factory.mktemp("dask")
    with (
        local_cluster(worker_environment, folder) as cluster,
        Client(cluster, set_as_default=False) as client,
    ):
        yield client


@pytest.fixture
def small_parts(monkeypatch):
    """Outputs are cut into parts however small they are."""
    from gridr_qgis.core.plan import parts

    monkeypatch.setattr(parts, "LEAST_PIXELS", 1)


@contextmanager
def started(*command, until, **variables):
    """A process of this Python that has said some words, and is ended at last."""
    process = subprocess.Popen(
        [sys.executable, "-m", *command],
        env={**os.environ, **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        lines = []
        for line in process.stdout:
            lines.append(line)
            if until in line:
                break
        else:
            raise AssertionError("".join(lines))
        yield process
    finally:
        process.kill()  # it would look for the others, which are ended as well
        process.wait()
        process.stdout.close()


def a_scheduler(file):
    """A scheduler as the command line starts it, which writes a file."""
    options = ["--host", "127.0.0.1", "--port", "0", "--dashboard-address", ":0"]
    command = ["distributed.cli.dask_scheduler", *options]
    return started(*command, "--scheduler-file", str(file), until="Scheduler at:")


def a_worker(file, folder, *options, **variables):
    """A worker of a thread, as the command line starts it."""
    command = ["distributed.cli.dask_worker", "--scheduler-file", str(file)]
    usual = ["--nthreads", "1", "--dashboard-address", ":0", "--no-nanny"]
    place = ["--local-directory", str(folder)]
    return started(
        *command, *usual, *place, *options, until="Registered to", **variables
    )


def wait_until(holds, seconds=20.0):
    """Wait until something holds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)
