"""A process beside ours compiles: what it leaves, and how it ends."""

import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from gridr_qgis.core.kernels import cache as kernel_cache
from gridr_qgis.core.kernels import child
from gridr_qgis.core.kernels.signatures import signature_of
from helpers.disk import full_disk, needs_limits

WANTED = [
    ("all_finite", signature_of((np.zeros((2, 2, 2), "int16"),))),
    ("mark_whole", signature_of((np.zeros((2, 2), "uint8"), 3))),
]


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """Folder with no kernels in it yet."""
    monkeypatch.setattr(kernel_cache, "_chosen", tmp_path / "cache")
    return tmp_path / "cache"


def kept(folder):
    return sorted(path.name.partition(".")[0] for path in folder.rglob("*.nbi"))


def test_kernels_are_compiled_into_the_folder_and_counted(cache):
    counts = []
    assert child.compile_kernels(WANTED, goes_on=lambda n: counts.append(n) or True)
    assert counts == [1, 2]
    assert "validity" in kept(cache)[0]
    written = {path: path.stat().st_mtime_ns for path in cache.rglob("*.nbc")}
    assert child.compile_kernels(WANTED)  # all kept: it only looks
    assert {path: path.stat().st_mtime_ns for path in cache.rglob("*.nbc")} == written


def test_it_stops_when_nobody_wants_more(cache):
    counts = []
    assert not child.compile_kernels(WANTED, goes_on=counts.append)
    assert counts == [1]


def test_a_kernel_that_cannot_be_compiled_is_no_success(cache):
    assert not child.compile_kernels([("all_finite", ("tuple", "int"))])


def test_a_folder_that_cannot_be_written_starts_no_process(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setattr(kernel_cache, "_chosen", tmp_path / "file")
    monkeypatch.setattr(subprocess, "Popen", None)
    assert not child.compile_kernels(WANTED)


def test_a_killed_process_is_no_success(cache):
    def kill(_):
        (process,) = children()
        os.kill(process, 9)
        return True

    assert not child.compile_kernels(WANTED, goes_on=kill)


def test_one_that_ends_before_it_has_its_order_is_no_success(cache):
    def end(process):
        process.kill()
        process.wait()

    assert not child.compile_kernels(WANTED, started=end)


@needs_limits
def test_what_the_disk_does_not_take_is_no_success(cache):
    with full_disk():
        assert not child.compile_kernels(WANTED)


def children():
    """Return the processes that this one has started and that still run."""
    listed = subprocess.run(
        ["ps", "-o", "pid=,args=", "--ppid", str(os.getpid())],
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    return [int(line.split()[0]) for line in listed if "importlib.util" in line]


@pytest.mark.skipif(sys.platform == "win32", reason="it is looked for with ps")
def test_it_ends_with_the_process_that_started_it(cache, tmp_path, fresh_python):
    program = f"""
import os, subprocess, threading, time
from gridr_qgis.core.kernels import cache, child
cache.use({str(cache)!r})
started = []
Popen = subprocess.Popen
def start(*arguments, **options):
    started.append(Popen(*arguments, **options))
    return started[0]
subprocess.Popen = start
work = lambda: child.compile_kernels({WANTED!r})
threading.Thread(target=work, daemon=True).start()
while not started:
    time.sleep(0.01)
print(started[0].pid, flush=True)
os._exit(0)
"""
    process = int(fresh_python(program))
    deadline = time.monotonic() + 30
    while Path(f"/proc/{process}/cmdline").exists() and time.monotonic() < deadline:
        if not Path(f"/proc/{process}/cmdline").read_bytes():
            break  # a zombie, which nobody waited for
        time.sleep(0.05)
    else:
        assert not Path(f"/proc/{process}").exists()
    assert kept(cache) == []
