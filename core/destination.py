"""Output rasters that appear whole or not at all.

Each is written under a temporary name in the folder of its final one; at the end all
are renamed together. Temporary names carry host and process, so that what a killed
run left behind is recognised and removed by the next run for the same output.
"""

from __future__ import annotations

import itertools
import os
import shutil
import socket
from contextlib import suppress
from pathlib import Path

import numpy as np
import rasterio
from rasterio.windows import Window

from .errors import GridrError
from .grid import full_transform
from .options import Interpolation
from .plan import Plan
from .task import Task
from .window import window_relative

SUFFIXES = (".tif", ".tiff")
PART, OLD = ".gridr-part", ".gridr-old"
SIDE_FILES = (".aux.xml", ".ovr", ".msk")
"""What GDAL and QGIS keep beside a raster; those of a replaced one would lie."""
_numbers = itertools.count()


def dst_profile(plan: Plan) -> dict:
    """Return how rasterio creates the output."""
    task = plan.task
    grid = task.grid_row
    profile = {
        "driver": "GTiff",
        "dtype": task.dst_dtype,
        "count": len(task.src_indexes),
        "height": task.window.height,
        "width": task.window.width,
        "crs": grid.crs_wkt,
        "nodata": task.dst_nodata if task.tag_nodata else None,
        "BIGTIFF": "IF_SAFER",
        # a strip brings each band as one run of rows: nothing is written twice
        "INTERLEAVE": "BAND",
        **_layout(plan),
    }
    if grid.transform is not None:
        profile["transform"] = full_transform(grid.transform, task.step, task.window)
    return profile


def mask_profile(plan: Plan) -> dict:
    """Return how rasterio creates the output mask."""
    changes = {"dtype": "uint8", "count": 1, "nodata": None, "NBITS": 1}
    # Tiled whatever its size: GDAL (3.6 and 3.10 tried) takes an untiled 1-bit block
    # for empty, and drops its pixels, where the width is no multiple of 8.
    return {**dst_profile(plan), **changes, **_tiled(plan)}


def _layout(plan: Plan) -> dict:
    """Return the blocks of an output: GDAL's own for small and for odd strips."""
    window = plan.task.window
    odd = plan.strip_rows < window.height and plan.strip_rows % 16
    return {} if odd or min(window.width, window.height) <= 256 else _tiled(plan)


def _tiled(plan: Plan) -> dict:
    """Return tiles that each strip holds whole ones of, where that is possible."""
    rows = plan.strip_rows
    whole = rows & -rows if rows < plan.task.window.height else 256
    return {
        "tiled": True,
        "blockxsize": 256,
        "blockysize": min(max(whole, 16), 256),
    }


class Destination:
    """The open outputs of one run."""

    def __init__(self, plan: Plan):
        self.plan = plan
        job = plan.task.job
        paths = [Path(job.dst)] + ([Path(job.dst_mask)] if job.dst_mask else [])
        _check_paths(paths, plan.task)
        _check_space(paths, plan)
        self.parts = {path: _temporary(path, PART) for path in paths}
        for path, part in self.parts.items():
            _remove_leftovers(path)
            _check_writable(path, part)
        self.datasets: list[rasterio.io.DatasetWriter] = []

    def __enter__(self) -> Destination:
        """Create the outputs under their temporary names."""
        profiles = (dst_profile(self.plan), mask_profile(self.plan))
        try:
            for part, profile in zip(self.parts.values(), profiles):
                self.datasets.append(rasterio.open(part, "w", **profile))
            _describe(self.datasets, self.plan.task)
        except BaseException:
            self._discard()
            raise
        return self

    def __exit__(self, *exception) -> None:
        """Remove whatever `commit` did not bring to its final name."""
        self._discard()

    def write(self, strip: Window, data: np.ndarray, valid: np.ndarray) -> None:
        """Write a strip: `data` (bands, rows, cols) and bool `valid` (rows, cols)."""
        window = window_relative(strip, self.plan.task.window)
        self.datasets[0].write(data, window=window)
        for dataset in self.datasets[1:]:
            dataset.write(valid.view(np.uint8), 1, window=window)

    def commit(self) -> None:
        """Close the outputs and give all of them their final names, or none.

        Raises
        ------
        GridrError
            If the disk took less than was written, or a file cannot be replaced.
        """
        for dataset in self.datasets:
            dataset.close()
        for part in self.parts.values():
            _check_complete(part)
        _replace_together(self.parts)

    def _discard(self) -> None:
        """Close the outputs and remove their temporary files."""
        for dataset in self.datasets:
            with suppress(OSError):
                dataset.close()
        for part in self.parts.values():
            for path in (part, *_side_files(part)):
                with suppress(OSError):
                    path.unlink()


def _describe(datasets: list[rasterio.io.DatasetWriter], task: Task) -> None:
    """Copy the meaning of the source's bands to the outputs."""
    dst, src = datasets[0], task.src
    for index, src_index in enumerate(task.src_indexes, 1):
        band = src_index - 1
        if src.descriptions[band]:
            dst.set_band_description(index, src.descriptions[band])
        if src.units[band]:
            dst.set_band_unit(index, src.units[band])
    bands = [index - 1 for index in task.src_indexes]
    if any((src.scales[b], src.offsets[b]) != (1.0, 0.0) for b in bands):
        dst.scales = [src.scales[b] for b in bands]
        dst.offsets = [src.offsets[b] for b in bands]
    colors = [src.colorinterp[b] for b in bands]
    is_table = src.colormap is not None
    if is_table and task.job.interpolation is Interpolation.NEAREST:
        if bands == [0] and task.dst_dtype in ("uint8", "uint16"):
            dst.write_colormap(1, src.colormap)
    elif not is_table and len(set(colors)) == len(colors):
        dst.colorinterp = colors
    for mask in datasets[1:]:
        mask.set_band_description(1, "valid")


def _check_paths(paths: list[Path], task: Task) -> None:
    """Refuse outputs of another format, twice the same, or in place of an input."""
    for path in paths:
        if path.suffix.lower() not in SUFFIXES:
            raise GridrError(
                f"The output {str(path)!r} must be a GeoTIFF whose name ends in .tif "
                "or .tiff. For another format, convert the result with gdal:translate."
            )
        if not path.parent.is_dir():
            raise GridrError(
                f"The folder {str(path.parent)!r} of the output {path.name!r} does "
                "not exist. Create it, or choose another one."
            )
    if len({path.resolve() for path in paths}) < len(paths):
        raise GridrError(
            f"The output and its mask are both {str(paths[0])!r}. Give two names."
        )
    inputs = {Path(file).resolve() for header in task.inputs for file in header.files}
    for path in paths:
        if path.resolve() in inputs:
            raise GridrError(
                f"The output {str(path)!r} is also an input of this run. Give the "
                "output another name."
            )


def dst_bytes(task: Task) -> int:
    """Return the bytes of the outputs on disk, a little more than their pixels."""
    pixels = task.window.height * task.window.width
    size = len(task.src_indexes) * np.dtype(task.dst_dtype).itemsize
    mask = pixels // 8 if task.job.dst_mask else 0
    return int((pixels * size + mask) * 1.01) + 2**16


def _check_space(paths: list[Path], plan: Plan) -> None:
    """Refuse to start where the disk cannot take the outputs."""
    needed, free = dst_bytes(plan.task), shutil.disk_usage(paths[0].parent).free
    if free < needed:
        raise GridrError(
            f"The outputs need about {needed / 2**20:.0f} MiB, and only "
            f"{free / 2**20:.0f} MiB are free in {str(paths[0].parent)!r}. Free some "
            "space, choose another folder, or compute a window."
        )


def _check_writable(path: Path, part: Path) -> None:
    """Refuse a folder or an existing output that cannot be written."""
    try:
        part.touch()
        part.unlink()
        if path.exists():
            # Windows tells only by renaming that another program holds a file
            os.rename(path, part)
            os.rename(part, path)
    except OSError as error:
        raise GridrError(
            f"The output {str(path)!r} cannot be written ({error.strerror}). Close "
            "the programs that use it, or choose another folder or name."
        ) from error


def _check_complete(part: Path) -> None:
    """Refuse an output whose file ends before its pixels: the disk was full.

    GDAL writes its last blocks while closing, where rasterio reports no error.
    """
    try:
        with rasterio.open(part) as dataset:
            rows, cols = dataset.shape
            corner = Window(cols - 1, rows - 1, 1, 1)
            dataset.read(window=corner)
            pixels = rows * cols * sum(np.dtype(t).itemsize for t in dataset.dtypes)
            bits = int(dataset.tags(1, ns="IMAGE_STRUCTURE").get("NBITS", 8))
            complete = part.stat().st_size >= pixels * bits // 8
    except rasterio.errors.RasterioIOError:
        complete = False
    if not complete:
        raise GridrError(
            f"The output could not be written completely to {str(part.parent)!r}. "
            "Free some space there, or choose another folder."
        )


def _temporary(path: Path, kind: str) -> Path:
    """Return a new hidden name beside a path; its last suffix stays."""
    owner = f"{socket.gethostname()}-{os.getpid()}-{next(_numbers)}"
    return path.with_name(f".{path.stem}.{owner}{kind}{path.suffix}")


def _side_files(path: Path) -> list[Path]:
    """Return the files GDAL may keep beside a raster."""
    return [path.with_name(path.name + suffix) for suffix in SIDE_FILES]


def _remove_leftovers(path: Path) -> None:
    """Remove what a killed run for the same output on this machine left behind."""
    host = f".{path.stem}.{socket.gethostname()}-"
    for left in path.parent.glob(f"{_escaped(host)}*"):
        kind = next((kind for kind in (PART, OLD) if kind in left.name), None)
        process = left.name[len(host) :].split("-")[0]
        if kind is None or not process.isdigit() or _is_running(int(process)):
            continue
        with suppress(OSError):
            if kind == OLD and not path.exists() and left.suffix == path.suffix:
                # it was killed between two renames: this is the user's old file
                os.replace(left, path)
            else:
                left.unlink()


def _escaped(name: str) -> str:
    """Return a name whose characters mean themselves in a glob."""
    return "".join(f"[{c}]" if c in "[*?" else c for c in name)


def _is_running(process: int) -> bool:
    """Tell whether a process of this machine may still be using its files."""
    if process == os.getpid():
        return True
    if os.name == "nt":
        # os.kill would send it a signal; open files resist removal there anyway
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _replace_together(parts: dict[Path, Path]) -> None:
    """Rename every part to its final name; undo all of it if one fails."""
    old: dict[Path, Path] = {}
    new: list[Path] = []
    try:
        for path in parts:
            for each in (path, *_side_files(path)):
                if each.exists():
                    backup = _temporary(each, OLD)
                    os.replace(each, backup)
                    old[each] = backup
        for path, part in parts.items():
            os.replace(part, path)
            new.append(path)
    except OSError as error:
        for path in new:
            path.unlink()
        for path, backup in old.items():
            os.replace(backup, path)
        raise GridrError(
            f"The outputs could not be given their names ({error}). Nothing was "
            "changed. Close the programs that use the old files and run again."
        ) from error
    for backup in old.values():
        with suppress(OSError):
            backup.unlink()
