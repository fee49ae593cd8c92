"""Who computes whole runs: the same bits from NumPy, machine code and both in turns."""

import dataclasses
import json
import threading
import time

import numpy as np
import pytest
import random_runs
import rasterio
import tiers as tool
from differential import attempt
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.feedback import Feedback
from gridr_qgis.core.kernels import loading, tiers
from gridr_qgis.core.kernels.compiled import entries
from gridr_qgis.core.kernels.loading import Loader
from gridr_qgis.core.kernels.signatures import example, signature_of
from gridr_qgis.core.kernels.tiers import Tier
from gridr_qgis.core.resample import resample_array
from gridr_qgis.core.run import tile
from gridr_qgis.core.run.tier_lines import SHORT
from helpers.data import noise, write_raster
from helpers.reference.random_jobs import random_job
from helpers.reference.running import layout, opened, run_ours
from helpers.tiers import by_chance, served
from numba import typeof

SEED = 20240  # that of `test_differential`, whose kernels are compiled already
JOBS = 200
BLOCK = 50


class Log(Feedback):
    def __init__(self):
        self.lines = []

    def info(self, message):
        self.lines.append(message)

    @property
    def kernels(self):
        """Lines that say who computes."""
        return [line for line in self.lines if line.startswith("Kernels: ")]


def read(job):
    with rasterio.open(job.dst) as data, rasterio.open(job.dst_mask) as mask:
        return data.read().tobytes() + mask.read().tobytes()


@pytest.mark.filterwarnings("ignore")  # jobs ask for odd things
@pytest.mark.parametrize("first", range(0, JOBS, BLOCK))
def test_random_jobs_have_the_same_bits_whoever_computes(first):
    failures, indices = [], range(first, first + BLOCK)
    counts = random_runs.tally(tool.examine, SEED, indices, failures.append)
    assert not failures, "\n".join(failures)
    assert counts["right"] > 0.9 * BLOCK


@pytest.fixture
def automatic(monkeypatch):
    """A loader of its own, which nothing has been loaded by yet."""
    monkeypatch.setattr(tiers, "_chosen", Tier.AUTO)
    loader = Loader()
    for module in (loading, tile):
        monkeypatch.setattr(module, "LOADER", loader)
    monkeypatch.setattr("gridr_qgis.core.run.threads.LOADER", loader)
    return loader


def test_a_short_run_says_that_numpy_computes(plain_job, automatic):
    log = Log()
    resample_dataset(plain_job, log)
    assert log.kernels == [SHORT]


def test_machine_code_takes_over_in_mid_run(plain_job, automatic, monkeypatch):
    monkeypatch.setattr(tiers, "_chosen", Tier.NUMBA)
    resample_dataset(plain_job)  # so that all is kept
    expected, automatic.entries = read(plain_job), None
    monkeypatch.setattr(tiers, "_chosen", Tier.AUTO)
    monkeypatch.setattr(loading, "WORTH_LOADING", 0.0)
    first_tile, load = threading.Event(), automatic.import_entries
    monkeypatch.setattr(
        automatic, "import_entries", lambda: first_tile.wait() and load()
    )

    class Patient(Log):
        """Lets the run go on only when machine code is there, after the first tile."""

        def progress(self, fraction):
            if 0 < fraction < 1:
                first_tile.set()
                deadline = time.monotonic() + 30
                while not automatic.entries or automatic._wanted:
                    assert time.monotonic() < deadline
                    time.sleep(0.01)
            return True

    log = Patient()
    job = dataclasses.replace(plain_job, tile_shape=(2, 3), threads=1, strip_size=2)
    resample_dataset(job, log)
    assert read(job) == expected
    assert len(log.kernels) == 2
    assert log.kernels[0] == "Kernels: NumPy until compiled ones are loaded."
    assert log.kernels[1].startswith("Kernels: compiled ones from here on (")


@pytest.mark.parametrize("interpolation", ["cubic", "bspline3"])
@pytest.mark.parametrize("scattered", [False, True])
def test_after_loading_nothing_is_compiled_nor_computed_by_numpy(
    plain_job, automatic, monkeypatch, tmp_path, interpolation, scattered
):
    pixels = noise((2, 40, 50), "uint8") | 1
    pixels[:, 7:9, 11:30] = 0
    holes = write_raster(tmp_path / "holes.tif", pixels, nodata=0)
    if scattered:
        monkeypatch.setattr(tile, "SCATTERED", 0.0)
        monkeypatch.setattr(tile, "_read_bytes", lambda *_: 2**40)
    job = dataclasses.replace(plain_job, src=holes, interpolation=interpolation)
    with loading.recording() as wanted:
        resample_dataset(job)
    expected = read(job)
    automatic.import_entries()
    assert ("sample" in {name for name, _ in wanted}) is scattered
    for one in wanted:
        entries.compile_one(*one)
    monkeypatch.setattr(type(entries.FUNCTIONS["finish"]), "compile", None)
    log = Log()
    resample_dataset(job, log)
    assert log.kernels == []
    assert not automatic._wanted
    assert read(job) == expected


@pytest.mark.filterwarnings("ignore")  # jobs ask for odd things
def test_what_is_loaded_has_the_types_of_the_calls(monkeypatch):
    compiled_call, others = loading.compiled_call, {}

    def types(name, arguments):
        function, given = entries.call_of(name, arguments)
        return function, tuple(map(typeof, given))

    def call(name, arguments):
        wanted = name, signature_of(arguments)
        own, loaded = types(name, arguments), types(name, example(wanted[1]))
        others[wanted] = others.get(wanted, False) or own != loaded
        return compiled_call(name, arguments)

    monkeypatch.setattr(loading, "compiled_call", call)
    monkeypatch.setattr(tiers, "_chosen", Tier.NUMPY)
    for index in range(BLOCK):
        job = random_job(SEED, index)
        with opened(job) as arguments:
            attempt(run_ours, job, arguments, layout(np.random.default_rng(index)))
    nodes = np.mgrid[0:20.0:0.5, 0:20.0:0.5]
    fixed = noise((2, 20, 20), "float64")
    fixed.flags.writeable = False
    for src in (fixed, fixed[:, ::-1], fixed.transpose(0, 2, 1), fixed[0]):
        resample_array(src, *nodes)
        resample_array(src, *nodes.transpose(0, 2, 1))
    assert len(others) > BLOCK / 2
    assert not any(others.values())


def test_the_log_tells_the_same_of_a_run_whoever_computes(plain_job):
    told = []
    for choose in (lambda: Tier.NUMBA, lambda: Tier.NUMPY, by_chance(3)):
        log = Log()
        with served(choose):
            summary = resample_dataset(plain_job, log)
        lines = [
            line for line in log.lines if not line.startswith(("Kernels", "Valid"))
        ]
        told.append((lines, summary))
    assert told[0] == told[1] == told[2]


ALONE = """
import json, sys, time
BEFORE
from gridr_qgis.core import Job, resample_dataset
from gridr_qgis.core.feedback import Feedback
from gridr_qgis.core.kernels import loading
loading.WORTH_LOADING = 0.0
lines = []
class Log(Feedback):
    def info(self, message):
        lines.append(message)
    warning = info
    def progress(self, fraction):
        DURING
        return True
resample_dataset(Job(**JOB), Log())
print(json.dumps([line for line in lines if line.startswith("Kernels")]))
"""


@pytest.fixture
def alone(plain_job, fresh_python, tmp_path):
    """Function: code before and during a run in a process of its own -> lines."""
    job = {"src": plain_job.src, "grid": plain_job.grid, "dst": plain_job.dst}
    job |= {"dst_mask": plain_job.dst_mask, "row_step": 4, "col_step": 4, "threads": 2}
    job |= {"tile_shape": (2, 2), "interpolation": "nearest"}

    def run(before="pass", during="pass", **variables):
        program = ALONE.replace("BEFORE", before).replace("DURING", during)
        program = program.replace("**JOB", f"**{job!r}")
        cache = {"GRIDR_KERNELS": "auto", "NUMBA_CACHE_DIR": str(tmp_path / "cache")}
        return json.loads(fresh_python(program, **{**cache, **variables}))

    return run


def nearest(job):
    """Return what NumPy makes of the job of `alone`."""
    other = dataclasses.replace(job, interpolation="nearest", tile_shape=None)
    with served(lambda: Tier.NUMPY):
        resample_dataset(other)
    return read(other)


def test_a_first_run_compiles_beside_itself(alone, plain_job):
    waits = "if 0 < fraction < 1: time.sleep(0.2)"
    expected = nearest(plain_job)
    lines = alone(during=waits, NUMBA_CACHE_DIR="")
    assert "Kernels: NumPy" in lines[0]
    assert read(plain_job) == expected


CHILD = "from gridr_qgis.core.kernels import child; child."
KILLED = """
import subprocess
class Killed(subprocess.Popen):
    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.kill()
subprocess.Popen = Killed
"""
FULL = "from gridr_qgis.core.kernels import cache; cache.LEAST_SPACE = 2**62"


@pytest.mark.parametrize(
    "before",
    [
        "sys.modules['numba'] = None",
        "import numba; numba.njit = None",
        f"{CHILD}START = 'raise SystemExit(1)'",
        f"{CHILD}python = lambda: None",
        KILLED,
        FULL,
        "open('cache', 'w').close()",
    ],
    ids=[
        "no numba",
        "broken numba",
        "child fails",
        "no Python",
        "child is killed",
        "disk is full",
        "cache is a file",
    ],
)
def test_numpy_goes_on_where_nothing_can_be_compiled(alone, plain_job, before):
    expected = nearest(plain_job)
    lines = alone(before, "time.sleep(0.05)")
    assert lines
    assert all(line.startswith("Kernels: NumPy") for line in lines)
    assert read(plain_job) == expected


def test_a_run_by_both_in_turns_has_numpys_bits(plain_job):
    job = dataclasses.replace(plain_job, tile_shape=(3, 4), threads=2)
    results = []
    for choose in (lambda: Tier.NUMPY, *(by_chance(seed) for seed in range(5))):
        with served(choose):
            resample_dataset(job)
        results.append(read(job))
    assert len(set(results)) == 1
    assert np.frombuffer(results[0], np.uint8).any()
