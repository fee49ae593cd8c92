"""Many runs: at once, one after the other, with any number of threads."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.options import Job
from helpers.checkout import ROOT
from helpers.data import noise, read_raster, turned_grid, write_raster
from rasterio._env import get_gdal_config
from shapely.geometry import box

AT_ONCE = 4
ROUNDS = 3
STEP = {"row_step": 11, "col_step": 7}
KINDS = {
    "nearest": {"interpolation": "nearest", "dst_dtype": "uint16"},
    "cubic": {"interpolation": "cubic", "strip_size": 1},
    "spline": {"interpolation": "bspline5", "boundary": "reflect"},
    "polygons": {"interpolation": "linear", "invalid_polygons": [box(40, 40, 70, 90)]},
}


@pytest.fixture
def inputs(tmp_path):
    """Source and grid for outputs of many tiles."""
    nodes = turned_grid((31, 41), (5, 5), centre=(100, 120))
    nodes[:, 3, 4] = np.nan
    src = noise((2, 200, 240), "float32")
    src[0, 50:60, 70:75] = np.nan
    tiled = {"tiled": True, "blockxsize": 64, "blockysize": 64}
    return {
        "src": write_raster(tmp_path / "src.tif", src, **tiled),
        "grid": write_raster(tmp_path / "grid.tif", nodes),
    }


@pytest.fixture
def job(inputs, tmp_path):
    """Function: kind, name -> options of a job, and the folder of its outputs."""
    folder = tmp_path / "out"
    folder.mkdir()

    def job(kind, name, **changes):
        outputs = {"dst": str(folder / f"{name}.tif")}
        outputs["dst_mask"] = str(folder / f"{name}_mask.tif")
        pieces = {"tile_shape": (64, 48), "threads": 3}
        return {**inputs, **outputs, **STEP, **KINDS[kind], **pieces, **changes}

    return job, folder


def taken(folder):
    """Return the bits of the pixels of all files of a folder, and empty it.

    Of the pixels, because the order of blocks in a file is that in which GDAL's cache
    had no room for them any more.
    """
    found = {path.name: read_raster(path).tobytes() for path in folder.iterdir()}
    for name in found:
        (folder / name).unlink()
    return found


def run(options):
    resample_dataset(Job(**options))


def alone(job, folder, kind):
    """Return the bits of data and mask of a run that has the machine for itself."""
    run(job(kind, "alone"))
    found = taken(folder)
    return found["alone.tif"], found["alone_mask.tif"]


def test_runs_at_once_in_one_process(job):
    job, folder = job
    cache = get_gdal_config("GDAL_CACHEMAX")
    expected = {kind: alone(job, folder, kind) for kind in KINDS}
    jobs = [job(kind, f"{kind}{n}") for n in range(ROUNDS) for kind in KINDS]
    with ThreadPoolExecutor(AT_ONCE) as users:
        list(users.map(run, jobs))
    found = taken(folder)
    assert len(found) == 2 * len(jobs)
    for n in range(ROUNDS):
        for kind, (data, mask) in expected.items():
            assert found[f"{kind}{n}.tif"] == data
            assert found[f"{kind}{n}_mask.tif"] == mask
    assert get_gdal_config("GDAL_CACHEMAX") == cache


def test_runs_at_once_onto_the_same_output(job):
    job, folder = job
    kinds = ["cubic", "spline"]
    expected = [alone(job, folder, kind) for kind in kinds]
    for _ in range(ROUNDS):
        jobs = [job(kind, "same") for kind in kinds * (AT_ONCE // 2)]
        with ThreadPoolExecutor(AT_ONCE) as users:
            list(users.map(run, jobs))
        found = taken(folder)
        assert sorted(found) == ["same.tif", "same_mask.tif"]
        # of the run that ended last, whole
        assert (found["same.tif"], found["same_mask.tif"]) in expected


ONE_OF_SEVERAL = """
import json, sys

sys.path.insert(0, TESTS)
from helpers import checkout

checkout.load()
from gridr_qgis.core import Job, resample_dataset

jobs = [Job(**job) for job in json.loads(sys.argv[1])]
sys.stdin.read(1)  # until all are here
for job in jobs:
    resample_dataset(job)
"""


def test_runs_at_once_in_several_processes(job):
    job, folder = job
    expected = alone(job, folder, "cubic")
    program = f"TESTS = {str(ROOT / 'tests')!r}\n{ONE_OF_SEVERAL}"
    others = []
    for number in range(AT_ONCE):
        names = [f"own{number}", "same", "same"]
        jobs = [job("cubic", name) for name in names]
        command = [sys.executable, "-c", program, json.dumps(jobs)]
        others.append(subprocess.Popen(command, stdin=subprocess.PIPE))
    for other in others:
        other.stdin.write(b"1")
        other.stdin.close()
    assert [other.wait() for other in others] == [0] * AT_ONCE
    names = [*(f"own{number}" for number in range(AT_ONCE)), "same"]
    found = taken(folder)
    assert sorted(found) == sorted(
        n + end for n in names for end in (".tif", "_mask.tif")
    )
    for name in names:
        assert (found[f"{name}.tif"], found[f"{name}_mask.tif"]) == expected


@pytest.mark.parametrize("kind", KINDS)
def test_any_number_of_threads_makes_the_same_bits(job, kind):
    job, folder = job
    expected = alone(job, folder, kind)
    for threads in range(1, 17):
        run(job(kind, "some", threads=threads))
        found = taken(folder)
        assert (found["some.tif"], found["some_mask.tif"]) == expected, threads


MANY = """
import json, os, sys

sys.path.insert(0, TESTS)
from helpers import checkout

checkout.load()
from gridr_qgis.core import Job, MaskJob, build_mask_dataset, resample_dataset
from rasterio._env import get_gdal_config

KINDS = json.loads(JOBS)
CACHE = get_gdal_config("GDAL_CACHEMAX")


def now():
    with open("/proc/self/statm") as file:
        kept = int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    handles, threads = os.listdir("/proc/self/fd"), os.listdir("/proc/self/task")
    is_same = get_gdal_config("GDAL_CACHEMAX") == CACHE
    return [len(handles), len(threads), is_same, sorted(os.listdir(FOLDER))], kept


def runs(count):
    for number in range(count):
        job = KINDS[number % len(KINDS)]
        resample_dataset(Job(**job))
        build_mask_dataset(MaskJob(MASK, template=job["grid"], row_step=5, col_step=5))


runs(20)
before, first = now()
runs(100)
after, last = now()
print(json.dumps([before, after, last - first]))
"""
MOST_GROWTH = 8
"""MiB that 100 runs may add; a strip of each that stayed would add tens."""


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is of Linux")
def test_many_runs_one_after_the_other(job, fresh_python):
    job, folder = job
    kinds = [kind for kind in KINDS if kind != "polygons"]
    jobs = json.dumps([job(kind, kind) for kind in kinds])
    names = {"FOLDER": str(folder), "MASK": str(folder / "built.tif"), "JOBS": jobs}
    names["TESTS"] = str(ROOT / "tests")
    head = "".join(f"{name} = {value!r}\n" for name, value in names.items())
    before, after, growth = json.loads(fresh_python(head + MANY))
    assert after == before
    assert after[2], "GDAL's cache has another size"
    outputs = [f"{kind}{end}.tif" for kind in kinds for end in ("", "_mask")]
    assert after[-1] == sorted([*outputs, "built.tif"])
    assert growth < MOST_GROWTH
