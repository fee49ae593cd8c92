"""Memory and threads that run out: a sentence, and nothing is left behind."""

import dataclasses
import json
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from gridr_qgis.core.chains.mask import build_mask_dataset
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.errors import NO_THREAD, GridrError
from gridr_qgis.core.options import MaskJob
from gridr_qgis.core.resample import resample_array
from helpers.data import noise

SHORT_OF_MEMORY = """
import json, re, resource, sys

sys.path.insert(0, TESTS)
from helpers import checkout

checkout.load()  # by the name that compiled kernels are kept for
import numpy as np
from gridr_qgis.core import GridrError, Job, resample_array, resample_dataset

FREE = 512 * 2**20
LARGE = {"row_step": 2400, "col_step": 2400, "strip_size": 0, "memory_limit": 2**20}
TYPE = {"dst_dtype": "float32"}


def of_array(step):
    src, nodes = np.ones((40, 50), np.uint8), np.indices((5, 6)) * 1.0
    resample_array(src, *nodes, step=(step, step), **TYPE)


def sentence(action, *arguments):
    try:
        action(*arguments)
    except GridrError as error:
        return str(error)
    return "nothing"


small = Job(**JOB, **TYPE, row_step=4, col_step=4)
first = [sentence(resample_dataset, small), sentence(of_array, 4)]
with open("/proc/self/status") as status:
    now = int(re.search(r"VmSize:\\s+(\\d+)", status.read()).group(1)) * 1024
resource.setrlimit(resource.RLIMIT_AS, (now + FREE, now + FREE))
short = [sentence(resample_dataset, Job(**JOB, **TYPE, **LARGE))]
short.append(sentence(of_array, 2400))
again = [sentence(resample_dataset, small), sentence(of_array, 4)]
print(json.dumps([first, short, again]))
"""


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.skipif(sys.platform != "linux", reason="limits and /proc are of Linux")
def test_memory_that_the_system_refuses(plain_job, tmp_path, fresh_python):
    job = {"src": plain_job.src, "grid": plain_job.grid, "dst": plain_job.dst}
    tests = str(Path(__file__).parents[1])
    program = f"JOB = {job!r}\nTESTS = {tests!r}\n{SHORT_OF_MEMORY}"
    first, short, again = json.loads(fresh_python(program))
    assert first == again == ["nothing", "nothing"]
    for sentence in short:
        assert sentence.startswith("The system lets this process take 51")
    assert sorted(contents(tmp_path)) == ["dst.tif", "grid.tif", "src.tif"]


SHORT_FROM_THE_START = """
import re, resource, sys

sys.path.insert(0, TESTS)
from helpers import checkout

checkout.load()
from gridr_qgis.core import GridrError, Job, resample_dataset

with open("/proc/self/status") as status:
    now = int(re.search(r"VmSize:\\s+(\\d+)", status.read()).group(1)) * 1024
resource.setrlimit(resource.RLIMIT_AS, (now + FREE, now + FREE))
try:
    resample_dataset(Job(**JOB))
except GridrError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits and /proc are of Linux")
@pytest.mark.parametrize("free", [24, 96])
def test_a_limit_that_would_end_the_process(plain_job, tmp_path, fresh_python, free):
    """GDAL ends it where 24 MiB are left, and OpenBLAS never begins with 96."""
    job = {"src": plain_job.src, "grid": plain_job.grid, "dst": plain_job.dst}
    tests = str(Path(__file__).parents[1])
    names = f"JOB = {job!r}\nTESTS = {tests!r}\nFREE = {free * 2**20}\n"
    told = fresh_python(names + SHORT_FROM_THE_START)
    assert told.startswith("The system lets this process take ")
    assert sorted(contents(tmp_path)) == ["grid.tif", "src.tif"]


@pytest.fixture
def no_threads(monkeypatch):
    """The system gives no thread any more."""

    def start(thread):
        raise RuntimeError(NO_THREAD)

    monkeypatch.setattr(threading.Thread, "start", start)


def of_files(job):
    resample_dataset(job)


def of_mask(job):
    build_mask_dataset(MaskJob(job.dst, template=job.grid))


def of_array(job):
    resample_array(noise((9, 9)), *np.indices((5, 6)))


def of_small_tiles(job):
    resample_dataset(dataclasses.replace(job, strip_size=1, tile_shape=(2, 2)))


@pytest.mark.parametrize("run", [of_files, of_small_tiles, of_mask, of_array])
def test_threads_that_the_system_refuses(plain_job, tmp_path, no_threads, run):
    Path(plain_job.dst).write_text("old")
    before = contents(tmp_path)
    with pytest.raises(GridrError, match="gives no more threads. Ask for fewer"):
        run(plain_job)
    assert contents(tmp_path) == before
