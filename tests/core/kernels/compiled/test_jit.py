"""Compiling: where its results are kept, what is loaded, and whose turn it is."""

import ast
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from gridr_qgis.core.kernels.compiled import jit, supports
from helpers.data import noise, turned_grid, write_raster
from helpers.disk import needs_limits
from numba.core import config

RUN = """
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.errors import Cancelled
from gridr_qgis.core.feedback import Feedback
from gridr_qgis.core.options import Job

def run(interpolation="linear", feedback=None):
    job = Job("src.tif", "grid.tif", "dst.tif", row_step=4, col_step=4, threads=2,
              interpolation=interpolation)
    resample_dataset(job, feedback)
"""
CANCEL = """
import os

class Impatient(Feedback):
    def progress(self, fraction):
        return False

try:
    run(feedback=Impatient())
except Cancelled:
    print(sorted(os.listdir(".")))
run()
"""


@pytest.fixture
def rasters(tmp_path):
    """A source and a grid, where the fresh process supports."""
    pixels = noise((1, 40, 50), "uint8")
    place = {"crs": "EPSG:32631", "transform": (10, 0, 0, 0, -10, 0)}
    write_raster(tmp_path / "src.tif", pixels, **place)
    write_raster(tmp_path / "grid.tif", turned_grid((5, 6), (4, 4)), **place)


def test_numbas_folder_is_left_to_other_plugins(monkeypatch):
    monkeypatch.setattr(config, "CACHE_DIR", "theirs")
    jit.kernel(lambda number: number)
    assert config.CACHE_DIR == "theirs"


def test_cache_that_cannot_be_written_makes_no_noise(fresh_python, rasters, tmp_path):
    (tmp_path / "cache").write_text("in the way", encoding="utf-8")
    fresh_python(f"{RUN}run()", NUMBA_CACHE_DIR=str(tmp_path / "cache"))
    assert (tmp_path / "dst.tif").stat().st_size > 100


def test_cache_may_be_cleared_while_kernels_are_in_use(fresh_python, rasters, tmp_path):
    program = """
from gridr_qgis.core.kernels import cache as kernel_cache
print(kernel_cache.size() > 0, end=" ")
kernel_cache.clear()
run()
print(kernel_cache.size(), end=" ")
run("nearest")
print(kernel_cache.size() > 0)
"""
    cache = {"NUMBA_CACHE_DIR": str(tmp_path / "cache")}
    assert fresh_python(f"{RUN}run(){program}", **cache) == "True 0 True"


def test_processes_that_compile_at_once_keep_their_kernels_apart(
    fresh_python, rasters, tmp_path
):
    cache = {"NUMBA_CACHE_DIR": str(tmp_path / "cache")}
    fresh_python(RUN + "run('nearest')", **cache)
    kept = {path: path.read_bytes() for path in tmp_path.rglob("*.nbc")}
    assert kept
    # the other process read the indexes before this one wrote them
    for index in tmp_path.rglob("*.nbi"):
        index.unlink()
    fresh_python(RUN + "run('linear')", **cache)
    assert len(list(tmp_path.rglob("*.nbc"))) > len(kept)
    assert {path: path.read_bytes() for path in kept} == kept


KEPT = """
import hashlib, logging, sys, tempfile
from pathlib import Path
import numpy as np
from gridr_qgis.core import Interpolation, MaskJob, build_mask_dataset, resample_array
from gridr_qgis.core import selftest
from gridr_qgis.core.kernels import tiers

logging.disable()  # nothing is valid in some of these
METHODS = ("nearest", "bspline3")
tiers.use(tiers.Tier.NUMBA)
found = hashlib.sha256()
with tempfile.TemporaryDirectory() as folder:
    for method in map(Interpolation, METHODS):
        selftest._run_usual(method, "float32", Path(folder))
        for path in sorted(Path(folder).glob("*.tif")):
            found.update(path.read_bytes())
build_mask_dataset(MaskJob("mask.tif", "src.tif", 3, 3, mask="src.tif", mask_valid=7))
found.update(Path("mask.tif").read_bytes())
image = np.arange(400.0).reshape(20, 20)
image[3, 4] = np.nan
rows, cols = np.mgrid[2:17:5, 1:18:5] * 1.0
rows[1, 2] = np.nan
data, valid = resample_array(
    image, rows, cols, step=(5, 5), boundary="reflect", src_valid=image % 7 != 0,
    trust_padding=True,
)
found.update(data.tobytes() + valid.tobytes())
compiling = [f"numba.np.{name}" in sys.modules for name in ("npyimpl", "arraymath")]
print(found.hexdigest(), *compiling)
"""


def test_what_is_kept_needs_nothing_that_compiles(fresh_python, rasters):
    first = fresh_python(KEPT).split()
    second = fresh_python(KEPT).split()
    assert second == [first[0], "False", "False"]


@pytest.mark.parametrize("kind", ["nbi", "nbc"])
@pytest.mark.parametrize("left", [0, 40])
def test_damaged_files_are_replaced(fresh_python, tmp_path, kind, left):
    program = """
import numpy as np
from gridr_qgis.core.kernels.compiled import validity
pixels = np.zeros((1, 2, 2), "float32")
print(validity.all_finite(pixels), *validity.all_finite.stats.cache_hits.values())
"""
    cache = {"NUMBA_CACHE_DIR": str(tmp_path / "cache")}
    assert fresh_python(program, **cache) == "True"
    (path,) = (tmp_path / "cache").rglob(f"*all_finite*.{kind}")
    path.write_bytes(path.read_bytes()[:left])
    told = [fresh_python(program, **cache) for _ in range(2)]
    assert told == ["True", "True 1"]


@needs_limits
@pytest.mark.parametrize("is_damaged", [False, True])
def test_a_disk_that_takes_no_more_stops_no_run(fresh_python, tmp_path, is_damaged):
    program = """
import numpy as np
from gridr_qgis.core.kernels.compiled import validity
pixels = np.zeros((1, 2, 2), "float32")
"""
    call = "print(validity.all_finite(pixels))"
    full = """
import resource
_, most = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (0, most))
"""
    cache = {"NUMBA_CACHE_DIR": str(tmp_path / "cache")}
    if is_damaged:
        assert fresh_python(program + call, **cache) == "True"
        (path,) = (tmp_path / "cache").rglob("*all_finite*.nbi")
        path.write_bytes(path.read_bytes()[:9])
    assert fresh_python(program + full + call, **cache) == "True"


def test_cancel_while_compiling_ends_the_run(fresh_python, rasters, tmp_path):
    (tmp_path / "dst.tif").write_text("from before", encoding="utf-8")
    before = sorted([*(path.name for path in tmp_path.iterdir()), "cache"])
    cache = {"NUMBA_CACHE_DIR": str(tmp_path / "cache")}
    assert ast.literal_eval(fresh_python(RUN + CANCEL, **cache)) == before
    assert (tmp_path / "dst.tif").stat().st_size > 100


@pytest.mark.parametrize(("compiler", "counted"), [("kernel", True), ("helper", False)])
def test_helpers_count_no_references(compiler, counted, monkeypatch):
    monkeypatch.setattr(jit, "CACHE", None)  # numba shows what it compiled anew only
    compiled = getattr(jit, compiler)(supports.place.py_func)
    span = supports.SPAN
    corners, shares = np.empty((2, span), np.int32), np.empty((2, span))
    positions = np.full((2, span), 3.25)
    block = np.zeros((1, 9, 9))
    given = (0, 1), positions, 0, 0.0, (1, 0), block, corners, shares
    jit.load(compiled, given)
    (code,) = compiled.inspect_llvm().values()
    assert ("call void @NRT_incref" in code) is counted
    compiled(*given)  # a helper as Python
    assert corners.tolist() == [[2] * span, [3] * span]


def test_no_two_first_calls_overlap(monkeypatch):
    """Numba looks new types up in Python, where two threads must not meet."""
    inside, most = [], []

    def look_up(dispatcher, value, original=jit.CPUDispatcher.typeof_pyval):
        inside.append(value)
        most.append(len(inside))
        time.sleep(0.02)  # any other thread that may come in does
        inside.pop()
        return original(dispatcher, value)

    monkeypatch.setattr(jit.OneFirst, "typeof_pyval", look_up, raising=False)
    kernels = [jit.kernel(lambda argument: 1) for _ in range(2)]
    # types that no other test has
    argument = (np.zeros((2, 2, 2, 2), "i1"), (1, (2.0, (1j, (True, 5)))))
    start = threading.Barrier(6)

    def call(kernel):
        start.wait()
        kernel(argument)

    threads = [threading.Thread(target=call, args=[k]) for k in kernels * 3]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most
    assert max(most) == 1
    count = len(most)
    kernels[0](argument)
    assert len(most) == count


def test_later_calls_do_not_wait_for_the_first_of_others():
    kernel = jit.kernel(lambda number: number + 1)
    assert kernel(1) == 2
    with ThreadPoolExecutor(1) as other, jit.FIRST_CALLS:
        assert other.submit(kernel, 2).result(timeout=10) == 3


def test_what_is_loaded_is_called_without_compiling():
    kernel = jit.kernel(lambda number: number + 1)
    assert not kernel.is_loaded((1,))
    jit.load(kernel, (5,))
    assert kernel.is_loaded((1,))
    assert not kernel.is_loaded((1.0,))
    kernel.disable_compile()
    assert kernel(1) == 2


def test_only_what_is_on_the_disk_is_kept(monkeypatch):
    from gridr_qgis.core.kernels.compiled.validity import all_finite

    given = (np.zeros((2, 2, 2), "float32"),)
    all_finite(*given)
    assert jit.is_kept(all_finite, given)
    assert not jit.is_kept(all_finite, (np.zeros((2, 2, 2), "complex64"),))
    monkeypatch.setattr(jit, "CACHE", None)
    assert not jit.is_kept(all_finite, given)
