"""How a run grows with workers: measured with one and two, replayed for more.

Run with the packages of the extra `cluster` and matplotlib:
`python -m benchmarks.cluster`. Figures go to `out/benchmarks/cluster.json` and the
picture to `docs/pictures/cluster.png`; `docs/cluster.md` tells them.
"""

from __future__ import annotations

import argparse
import heapq
import json
import os
import statistics
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "out" / "benchmarks"
WORKERS = (1, 2, 4, 8, 16, 32, 64)
DISKS = {"one SSD": 500e6, "10 Gbit/s": 1.2e9, "a parallel file system": 10e9}
"""What all workers read and write through together [bytes per second]."""
SLOW = "bspline11"
"""Interpolation of the run that is measured on workers: it takes about a minute."""
GIANT = 4096
"""Parts of the run that is replayed: those that were measured, over and over."""


class Part(NamedTuple):
    """One part, as it was measured alone."""

    seconds: float
    """Time that a thread takes."""
    traffic: float
    """Bytes that it reads and writes."""


def replay(parts: Iterable[Part], workers: int, bandwidth: float) -> float:
    """Return how long workers of one thread take for parts with one shared disk.

    Whoever is free takes the next part. Its bytes pass at an equal share of the disk's
    bandwidth while its thread computes: it takes as long as the slower of both.
    """
    waiting = iter(parts)
    running: dict[int, list[float]] = {}
    now = 0.0
    for number, part in zip(range(workers), waiting):
        running[number] = [part.seconds, part.traffic]
    while running:
        share = bandwidth / max(sum(left > 0 for _, left in running.values()), 1)
        # to the next moment at which anything changes
        step = min(
            min((each for each in (seconds, left / share) if each > 1e-12), default=0.0)
            for seconds, left in running.values()
        )
        now += step
        for number, (seconds, left) in list(running.items()):
            running[number] = [max(seconds - step, 0.0), max(left - step * share, 0.0)]
            if running[number][0] <= 1e-12 and running[number][1] <= 1e-3:
                del running[number]
                part = next(waiting, None)
                if part is not None:
                    running[number] = [part.seconds, part.traffic]
    return now


def ideal(parts: list[Part], workers: int) -> float:
    """Return how long workers take where the disk is no matter."""
    ends = [0.0] * workers
    for part in parts:
        heapq.heappush(ends, heapq.heappop(ends) + part.seconds)
    return max(ends)


def scene(folder: Path, size: int):
    """Write a source and a grid that turns it by 20 degrees; return the job."""
    import numpy as np
    from gridr_qgis.core import Job
    from helpers.data import noise, turned_grid, write_raster

    folder.mkdir(parents=True, exist_ok=True)
    src, nodes = folder / f"src{size}.tif", -(-size // 100) + 1
    if not src.exists():
        tile = noise((1000, 1000), "uint8")
        pixels = np.tile(tile, (-(-size // 1000),) * 2)[:size, :size]
        write_raster(src, pixels, TILED="YES")
    grid = turned_grid((nodes, nodes), (100, 100), 20, (size / 2, size / 2))
    return Job(
        src=str(src),
        grid=write_raster(folder / f"grid{size}.tif", grid),
        dst=str(folder / "dst.vrt"),
        row_step=100,
        col_step=100,
        interpolation="cubic",
    )


def remove(job) -> None:
    """Remove the output of a job with its parts."""
    from gridr_qgis.core.raster.parts import PartsFolder

    Path(job.dst).unlink(missing_ok=True)
    PartsFolder(Path(job.dst), "").remove()


def measured_parts(job, count: int) -> list[Part]:
    """Compute the parts of a job here, one after the other, as a worker does."""
    from gridr_qgis.core.plan.parts import part_windows
    from gridr_qgis.core.plan.rules import resolve
    from gridr_qgis.core.raster.changes import Watch
    from gridr_qgis.core.run.cluster import make_part
    from gridr_qgis.core.run.readers import Readers
    from gridr_qgis.core.run.whole import Whole
    from gridr_qgis.core.window import window_ranges

    resolved = resolve(job)
    whole = Whole.of(resolved, Watch(resolved.inputs).stamps, 1)
    with Readers(resolved) as readers:
        windows = part_windows(resolved, readers.grid, count)
    whole.data.begin(windows)
    found = []
    for window in windows:
        start = time.perf_counter()
        tally = make_part(whole, window_ranges(window), "")
        seconds = time.perf_counter() - start
        written = window.height * window.width
        down, right = tally.survey.size if tally.survey.cells else (0, 0)
        found.append(Part(seconds, written * (1 + 1.25 * down * right)))
    remove(job)
    return found


def on_workers(job, count: int, folder: Path) -> float:
    """Return the seconds that a run takes on workers of a thread each."""
    from distributed import Client, LocalCluster
    from gridr_qgis.core import resample_on_cluster

    with (
        LocalCluster(
            n_workers=count,
            threads_per_worker=1,
            processes=True,
            dashboard_address=":0",
            local_directory=str(folder),
        ) as cluster,
        Client(cluster) as client,
    ):
        found = len(client.nthreads())
        if found != count:
            raise RuntimeError(f"{found} workers instead of {count}")
        resample_on_cluster(small(job), client)  # imports, and kernels
        remove(job)
        start = time.perf_counter()
        resample_on_cluster(job, client)
        seconds = time.perf_counter() - start
        remove(job)
    return seconds


def small(job):
    """Return a small part of a job, from the middle."""
    import rasterio

    with rasterio.open(job.src) as source:
        middle = source.height // 2
    ranges = middle - 500, middle + 500
    return replace(job, window=(ranges, ranges))


def overhead(job, folder: Path) -> dict[str, float]:
    """Return the seconds of a small run here and on a cluster, medians of seven."""
    from distributed import Client, LocalCluster
    from gridr_qgis.core import resample_dataset, resample_on_cluster

    found: dict[str, list[float]] = {"here": [], "cluster": []}
    here = replace(small(job), dst=str(folder / "here.tif"))
    with (
        LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=":0"
        ) as cluster,
        Client(cluster) as client,
    ):
        for _ in range(8):
            start = time.perf_counter()
            resample_dataset(here)
            found["here"].append(time.perf_counter() - start)
            start = time.perf_counter()
            resample_on_cluster(small(job), client)
            found["cluster"].append(time.perf_counter() - start)
            remove(job)
    return {name: statistics.median(times[1:]) for name, times in found.items()}


def plot(results: dict, path: Path) -> None:
    """Draw speed over workers."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(figsize=(7, 4.5), dpi=110)
    axes.plot(WORKERS, WORKERS, color="0.8", label="ideal")
    for name, times in results["replayed"].items():
        speeds = [times[0] / seconds for seconds in times]
        axes.plot(WORKERS, speeds, "o-", markersize=4, label=f"replayed, {name}")
    one, two = (min(results["measured"][count]) for count in ("1", "2"))
    axes.plot(
        [1, 2], [1, one / two], "k*", markersize=10, label="measured, better of two"
    )
    axes.set_xscale("log", base=2)
    axes.set_yscale("log", base=2)
    axes.set_xticks(WORKERS, map(str, WORKERS))
    axes.set_yticks(WORKERS, map(str, WORKERS))
    axes.set_xlabel("workers of one thread")
    axes.set_ylabel("times as fast as one worker")
    axes.grid(alpha=0.3)
    axes.legend(frameon=False)
    figure.tight_layout()
    figure.savefig(path)


def main() -> None:
    """Measure, replay, draw."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--size", type=int, default=32_000, help="rows and columns")
    options.add_argument("--tier", default="numba", help="who computes")
    chosen = options.parse_args()
    os.environ["GRIDR_KERNELS"] = chosen.tier
    folder = FOLDER / "cluster"
    job = scene(folder, chosen.size)
    results: dict = {"size": chosen.size, "tier": chosen.tier}
    results["overhead"] = overhead(job, folder)
    measured_parts(small(job), 1)  # imports, and kernels
    parts = measured_parts(job, 2)
    results["parts"] = [part._asdict() for part in parts]
    runs = {1: [], 2: []}
    for _ in range(2):
        for count, times in runs.items():
            times.append(on_workers(replace(job, interpolation=SLOW), count, folder))
    results["measured"] = {str(n): times for n, times in runs.items()}
    many = [parts[n % len(parts)] for n in range(GIANT)]
    results["replayed"] = {
        name: [replay(many, n, bandwidth) for n in WORKERS]
        for name, bandwidth in DISKS.items()
    }
    (FOLDER / "cluster.json").write_text(json.dumps(results, indent=1))
    plot(results, ROOT / "docs" / "pictures" / "cluster.png")
    print(json.dumps({k: v for k, v in results.items() if k != "parts"}, indent=1))
    print(len(parts), "parts,", sum(part.seconds for part in parts), "s")


if __name__ == "__main__":
    main()
