import platform
import sys

import pytest
from gridr_qgis.core import machine


def test_default_memory_limit_is_a_share_of_the_machine(monkeypatch):
    assert 256 <= machine.default_memory_limit() <= 2048
    for total, limit in ((None, 512), (100, 256), (4000, 1000), (24_000, 2048)):
        monkeypatch.setattr(machine, "memory", lambda total=total: total)
        assert machine.default_memory_limit() == limit


def test_default_threads_are_the_usable_processors(monkeypatch):
    assert machine.default_threads() >= 1
    monkeypatch.setattr(machine.os, "sched_getaffinity", lambda _: {3, 5, 7}, False)
    assert machine.default_threads() == 3


@pytest.mark.skipif(sys.platform != "linux", reason="limits and /proc are of Linux")
def test_the_address_space_that_a_limit_leaves(monkeypatch):
    import resource

    def left(limit):
        monkeypatch.setattr(resource, "getrlimit", lambda _: (limit, limit))
        return machine.address_space()

    assert left(resource.RLIM_INFINITY) is None
    assert left(0) == 0
    assert left(2**50) - left(2**49) == pytest.approx(2**49, rel=1e-3)
    assert 2**49 < left(2**50) < 2**50


def test_later_runs_use_the_address_space_of_earlier_ones(monkeypatch):
    monkeypatch.setattr(machine._Space, "kept", 0)
    first = machine.run_space(2)
    assert machine.run_space(5) == first + 3 * machine.THREAD_SPACE
    machine.keep_space(2)
    machine.keep_space(1)
    assert machine.run_space(1) == machine.run_space(2) == machine.MARGIN
    assert machine.run_space(3) == machine.MARGIN + machine.THREAD_SPACE


@pytest.mark.skipif(
    platform.libc_ver()[0] != "glibc", reason="only glibc's thresholds move"
)
def test_what_arrays_free_is_kept_for_the_next(fresh_python, monkeypatch):
    # which dask sets for its workers, and which fixes the thresholds
    monkeypatch.delenv("MALLOC_TRIM_THRESHOLD_", raising=False)
    program = """
import resource
import numpy as np
from gridr_qgis.core.machine import keep_freed
def cleared():
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(50):
        np.ones(2**16)
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before
keep_freed()
cleared()
print(cleared())
"""
    # 128 pages each time else
    assert int(fresh_python(program)) < 100


@pytest.mark.parametrize(
    ("executable", "files", "expected"),
    [
        ("bin/python3.11", [], "bin/python3.11"),
        ("bin/qgis-bin.exe", ["python.exe"], "python.exe"),
        ("MacOS/QGIS", ["MacOS/bin/python3"], "MacOS/bin/python3"),
        ("MacOS/QGIS", ["MacOS/python"], "MacOS/python"),
        ("bin/qgis", [], None),
    ],
)
def test_pythons_program_is_found_where_qgis_is_the_program(
    executable, files, expected, tmp_path, monkeypatch
):
    for name in (executable, *files):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    monkeypatch.setattr(sys, "executable", str(tmp_path / executable))
    monkeypatch.setattr(sys, "exec_prefix", str(tmp_path))
    assert machine.python() == (expected and str(tmp_path / expected))


@pytest.mark.parametrize("first", ["pyenv/shims/python3", "usr/local/bin/python3"])
def test_pythons_program_is_not_what_the_path_has_first(first, tmp_path, monkeypatch):
    first = tmp_path / first
    own = tmp_path / "usr" / "bin" / "python3"
    for path in (first, own):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    monkeypatch.setattr(sys, "executable", str(first))
    monkeypatch.setattr(sys, "exec_prefix", str(tmp_path / "usr"))
    assert machine.python() == str(own)
    own.unlink()
    assert machine.python() == str(first)


def test_pythons_program_of_its_own_version_goes_first(tmp_path, monkeypatch):
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    (tmp_path / "bin").mkdir()
    for name in ("python3", version):
        (tmp_path / "bin" / name).touch()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "elsewhere" / "python3"))
    monkeypatch.setattr(sys, "exec_prefix", str(tmp_path))
    assert machine.python() == str(tmp_path / "bin" / version)
