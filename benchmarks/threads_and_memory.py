"""GridR's defects B17 and B18, by measurement: threads, and memory of far grids.

    python benchmarks/threads_and_memory.py

Runs GridR's chain (`pip install gridr==0.7.0`) and ours, each call in a process of its
own, alternating, kernels compiled before. B17: a grid turned by 30 degrees, on one
thread and on two; wall time of the call, medians and ratios. B18: a grid that reads all
over a large source; peak memory of the process above one that reads nothing.
"""

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import rasterio

PAIRS = 3
IMPORTS = {
    "gridr": "gridr.chain.grid_resampling_chain",
    "ours": "gridr_qgis.core.gridr",
}


def write(path, bands):
    """Write (bands, rows, cols) as a tiled GeoTIFF."""
    profile = {"driver": "GTiff", "count": len(bands), "dtype": bands.dtype}
    profile.update(height=bands.shape[1], width=bands.shape[2], tiled=True)
    with rasterio.open(path, "w", **profile) as dataset:
        dataset.write(bands)


def make_inputs(folder):
    """Write the sources and grids of both jobs."""
    random = np.random.default_rng(0)
    size = 10000
    write(folder / "src.tif", random.integers(0, 60000, (1, size, size), "uint16"))
    write(folder / "small.tif", random.integers(0, 60000, (1, 50, 50), "uint16"))
    # not 3001: GridR crashes where its tiles leave a single column (B1)
    i, j = np.mgrid[0:2991:10, 0:2991:10] - 1500.0
    cos, sin = np.cos(np.radians(30)), np.sin(np.radians(30))
    turned = np.stack([5000 + cos * i - sin * j, 5000 + sin * i + cos * j])
    write(folder / "turned.tif", turned)
    write(folder / "scattered.tif", random.uniform(0, size - 1, (2, 400, 400)))


def call(library, folder, source, grid, step, ncpu):
    """Run one call in this process; print its seconds and peak memory as JSON."""
    module = __import__(IMPORTS[library], fromlist=["basic_grid_resampling_chain"])
    chain = module.basic_grid_resampling_chain
    folder = Path(folder)
    # twice: the first call loads the kernels
    for _ in range(2):
        with ExitStack() as stack:
            opened = [
                stack.enter_context(rasterio.open(folder / f"{name}.tif"))
                for name in (grid, source)
            ]
            rows, cols = ((n - 1) * step + 1 for n in opened[0].shape)
            profile = {"driver": "GTiff", "count": 1, "height": rows, "width": cols}
            out = rasterio.open(
                folder / f"{library}.tif", "w", dtype="float32", **profile
            )
            stack.enter_context(out)
            start = time.perf_counter()
            steps = step, step
            chain(opened[0], 1, 2, steps, opened[1], 1, out, "cubic", 0, ncpu=ncpu)
            seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak": peak}))


def measured(*arguments):
    """Run `call` in a process of its own; return what it printed."""
    command = [sys.executable, __file__, "call", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def main():
    """Measure both and print a table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_inputs(folder)
        jobs = [("gridr", 1), ("ours", 1), ("ours", 2)]
        seconds = {job: [] for job in jobs}
        for turn in range(PAIRS + 1):  # the first compiles and warms the caches
            for library, ncpu in jobs:
                got = measured(library, folder, "src", "turned", 10, ncpu)["seconds"]
                if turn:
                    seconds[library, ncpu].append(got)
        medians = {job: statistics.median(values) for job, values in seconds.items()}
        print("B17: cubic, 2991 x 2991, turned by 30 degrees")
        for job, median in medians.items():
            ratio = medians["gridr", 1] / median
            print(f"  {job[0]:6} ncpu {job[1]}: {median:6.2f} s, {ratio:5.2f} x GridR")
        print("B18: cubic, 400 x 400 positions all over 10000 x 10000 pixels")
        for library in IMPORTS:
            idle = measured(library, folder, "small", "scattered", 1, 1)["peak"]
            got = measured(library, folder, "src", "scattered", 1, 1)
            peak = got["peak"] - idle
            print(f"  {library:6}: {peak:5.0f} MiB above idle, {got['seconds']:.1f} s")


if __name__ == "__main__":
    if sys.argv[1:2] == ["call"]:
        library, folder, source, grid, step, ncpu = sys.argv[2:]
        call(library, folder, source, grid, int(step), int(ncpu))
    else:
        main()
