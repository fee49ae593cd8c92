import dataclasses
import os
from pathlib import Path

import pytest
from gridr_qgis.core.plan.rules import resolve
from gridr_qgis.core.raster.changes import Watch
from gridr_qgis.core.run.needs import OTHER_VERSION, VERSION, Needs
from helpers.data import noise, write_raster


@pytest.fixture
def needs(job, tmp_path):
    """What is needed for a job, all of it there."""
    inputs = resolve(job).inputs
    return Needs(VERSION, tuple(inputs), Watch(inputs).stamps, (tmp_path,))


def test_nothing_lacks(needs, tmp_path):
    before = set(tmp_path.iterdir())
    assert needs.fault() is None
    assert set(tmp_path.iterdir()) == before


def test_another_version(needs):
    assert needs._replace(version="1").fault() == OTHER_VERSION


def test_an_input_that_is_not_here(needs, job):
    Path(job.src).rename(f"{job.src}.away")
    said = needs.fault()
    assert said.startswith(f"cannot open an input: '{job.src}' cannot be read as a")
    assert said.endswith("put it on a shared disk, or give a /vsi name.")


def test_another_raster_of_this_name(needs, job):
    write_raster(job.src, noise((2, 70, 91), "int16"))
    assert "finds another raster at" in needs.fault()


@pytest.mark.parametrize("far", [-3, 3, 5000])
def test_an_input_of_another_time(needs, job, far):
    status = os.stat(job.grid)
    times = status.st_atime_ns, status.st_mtime_ns + far * 10**9
    os.utime(job.grid, ns=times)
    said = needs.fault()
    assert f"sees '{job.grid}' with {status.st_size} bytes of 20" in said
    assert f"and this machine sees it with {status.st_size} bytes of 20" in said


@pytest.mark.parametrize("far", [-1_900_000_000, 1, 1_900_000_000])
def test_times_that_file_systems_round(needs, job, far):
    status = os.stat(job.grid)
    os.utime(job.grid, ns=(status.st_atime_ns, status.st_mtime_ns + far))
    assert needs.fault() is None


def test_an_input_of_another_size(needs, job):
    status = os.stat(job.src)
    with open(job.src, "ab") as file:
        file.write(b"x")
    os.utime(job.src, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert f"with {status.st_size + 1} bytes" in needs.fault()


def test_a_file_that_only_one_of_them_has(needs):
    stamps = {**needs.stamps, "/nowhere/file": (1, 2)}
    said = needs._replace(stamps=stamps).fault()
    assert said.startswith("sees '/nowhere/file' with nothing in it, and this machine")
    assert needs._replace(stamps={"/nowhere": None}).fault() is None


def test_a_folder_that_is_not_here(needs, tmp_path):
    folders = (tmp_path, tmp_path / "lacks")
    said = needs._replace(folders=folders).fault()
    assert said.startswith(f"cannot write to '{tmp_path / 'lacks'}' (No such file")
    assert said.endswith("put the output on a shared disk.")


def test_headers_of_a_virtual_file_are_compared(needs):
    header = dataclasses.replace(needs.headers[0], shape=(1, 2))
    assert "finds another raster" in needs._replace(headers=(header,)).fault()
