"""Swaths beside GDAL's geolocation transformer: `python -m benchmarks.swath`.

Ours makes the grid, and resamples through it by nearest, in this process; gdalwarp does
both at once, in one of its own, to the same target and without its approximation. They
take turns, so that a ratio holds whatever else the machine does. Holes are counted
beside the closed form of the swath.
"""

from __future__ import annotations

import argparse
import logging
import statistics
import subprocess
import time
from pathlib import Path

import numpy as np
import rasterio
from helpers.swaths import Scanner, write_swath

from . import ROOT

SCENES = {
    "smooth": (Scanner((2000, 1350), 1.0), "EPSG:4326"),
    "bow-tie": (Scanner((2000, 1350), 1.0, height=10), "EPSG:4326"),
    "bow-tie to UTM": (Scanner((2000, 1350), 1.0, height=10), "EPSG:32632"),
    "antimeridian": (Scanner((2000, 1350), 1.0, lon=179.0), "EPSG:4326"),
    "pole": (Scanner((2000, 1350), 1.0, lat=88.0), "EPSG:3413"),
}
"""Name -> swath, and the coordinate system that it is brought to."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser("python -m benchmarks.swath", description=__doc__)
    parser.add_argument("--only", nargs="+", default=list(SCENES), choices=SCENES)
    parser.add_argument("--runs", type=int, default=5, help="runs of each, in turns")
    parser.add_argument("--folder", type=Path, default=ROOT / "out" / "benchmarks")
    asked = parser.parse_args()
    for name in asked.only:
        folder = asked.folder / "swath"
        folder.mkdir(parents=True, exist_ok=True)
        print("\n".join([name, *lines(*SCENES[name], folder, asked.runs)]), flush=True)


def lines(scanner: Scanner, crs: str, folder: Path, runs: int) -> list[str]:
    """Return what becomes of a swath, by whom, in which time."""
    from gridr_qgis.core import ArraysJob, Job, make_grid_dataset, resample_dataset
    from gridr_qgis.core.kernels import tiers

    tiers.use(tiers.Tier.NUMBA)
    logging.getLogger("gridr_qgis").setLevel(logging.ERROR)  # grids are mirrored
    src, *_ = write_swath(folder, scanner, np.full(scanner.shape, 1, "uint8"))
    grid, ours, gdal = (str(folder / f"{n}.tif") for n in ("grid", "ours", "gdal"))

    def make() -> None:
        make_grid_dataset(ArraysJob(src, grid, dst_crs=crs))

    def resample() -> None:
        resample_dataset(Job(src, grid, dst=ours, interpolation="nearest"))

    def warp() -> None:
        with rasterio.open(ours) as made:
            extent, shape = map(str, made.bounds), map(str, (made.width, made.height))
        target = ["-te", *extent, "-ts", *shape, "-t_srs", crs, "-overwrite"]
        command = ["gdalwarp", "-q", "-geoloc", "-et", "0", "-r", "near", *target]
        subprocess.run([*command, src, gdal], check=True)

    steps = {"grid": make, "resampling": resample, "gdalwarp": warp}
    seconds: dict[str, list[float]] = {step: [] for step in steps}
    for turn in range(runs + 1):
        for step, call in steps.items():
            start = time.perf_counter()
            call()
            if turn:  # the first one may compile
                seconds[step].append(time.perf_counter() - start)
    found = {step: statistics.median(times) for step, times in seconds.items()}
    text = [f"  {step:12} {median:6.2f} s" for step, median in found.items()]
    both = found["grid"] + found["resampling"]
    text.append(f"  gdalwarp / grid: {found['gdalwarp'] / found['grid']:.2f}")
    text.append(f"  gdalwarp / both: {found['gdalwarp'] / both:.2f}")
    return [*text, *(f"  holes of {n}: {holes(n, scanner)}" for n in (ours, gdal))]


def holes(name: str, scanner: Scanner) -> int:
    """Return how many pixels in a swath show nothing, half a pixel from its edge."""
    from gridr_qgis.core.mapping.crs import crs_of, operation_of

    with rasterio.open(name) as dataset:
        pixels, place = dataset.read(1), dataset.transform
        crs = crs_of(dataset.crs.to_wkt(), "")
    rows, cols = np.mgrid[: pixels.shape[0], : pixels.shape[1]] + 0.5
    x, y = place.c + place.a * cols, place.f + place.e * rows
    lon, lat = operation_of(crs, crs_of("EPSG:4326", "")).moved(x, y)
    found = scanner.positions(lon, lat)
    last = np.array(scanner.shape)[:, None, None] - 1
    inside = ((found >= 0) & (found <= last)).all(axis=0)
    inside &= np.abs(lat - scanner.lat) < 40  # not on the other side of the globe
    return int((inside & (pixels == 0)).sum())


if __name__ == "__main__":
    main()
