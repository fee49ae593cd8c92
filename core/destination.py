"""Output rasters that appear whole or not at all.

Each is written under a temporary name in the folder of its final one; at the end all
are renamed together. Temporary names carry host and process, so that what a killed
run left behind is recognised and removed by the next run for the same output.
"""

from __future__ import annotations

import itertools
import math
import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import numpy as np
import rasterio
from rasterio.windows import Window

from .creation import is_sparse
from .dataset import Header
from .errors import GridrError
from .outputs import Output
from .window import window_relative

SUFFIXES = (".tif", ".tiff")
PART, OLD = ".gridr-part", ".gridr-old"
SIDE_FILES = (".aux.xml", ".ovr", ".msk")
"""What GDAL and QGIS keep beside a raster; those of a replaced one would lie."""
_numbers = itertools.count()


class Destination:
    """The open outputs of one run.

    Parameters
    ----------
    outputs
        Files to write.
    inputs
        Rasters that are read, which must not be among them.
    window
        The place of the outputs in the full output, as strips are counted.
    """

    def __init__(self, outputs: list[Output], inputs: list[Header], window: Window):
        self.outputs = outputs
        self.window = window
        paths = [output.path for output in outputs]
        _check_paths(paths, inputs)
        _check_space(outputs)
        self.parts = {path: _temporary(path, PART) for path in paths}
        for path, part in self.parts.items():
            _remove_leftovers(path)
            _check_writable(path, part)
        self.datasets: list[rasterio.io.DatasetWriter] = []

    def __enter__(self) -> Destination:
        """Create the outputs under their temporary names."""
        try:
            for part, output in zip(self.parts.values(), self.outputs):
                self.datasets.append(rasterio.open(part, "w", **output.profile))
                output.describe(self.datasets[-1])
        except BaseException:
            self._discard()
            raise
        return self

    def __exit__(self, *exception) -> None:
        """Remove whatever `commit` did not bring to its final name."""
        self._discard()

    def write(self, strip: Window, data: np.ndarray, valid: np.ndarray) -> None:
        """Write a strip: `data` (bands, rows, cols) and bool `valid` (rows, cols)."""
        window = window_relative(strip, self.window)
        for output, dataset in zip(self.outputs, self.datasets):
            pixels = valid.view(np.uint8)[None] if output.is_mask else data
            dataset.write(pixels, window=window)

    def commit(self) -> None:
        """Close the outputs and give all of them their final names, or none.

        Raises
        ------
        GridrError
            If the disk took less than was written, or a file cannot be replaced.
        """
        for dataset in self.datasets:
            dataset.close()
        for part, output in zip(self.parts.values(), self.outputs):
            _check_complete(part, output)
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


def _check_paths(paths: list[Path], inputs: list[Header]) -> None:
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
    files = {Path(file).resolve() for header in inputs for file in header.files}
    for path in paths:
        if path.resolve() in files:
            raise GridrError(
                f"The output {str(path)!r} is also an input of this run. Give the "
                "output another name."
            )


def _check_space(outputs: list[Output]) -> None:
    """Refuse to start where the disk cannot take the outputs."""
    needed = sum(output.bytes_on_disk() for output in outputs)
    folder = outputs[0].path.parent
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise GridrError(
            f"The outputs need about {needed / 2**20:.0f} MiB, and only "
            f"{free / 2**20:.0f} MiB are free in {str(folder)!r}. Free some "
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


def _check_complete(part: Path, output: Output) -> None:
    """Refuse an output that lacks blocks: the disk was full.

    GDAL writes its last blocks while closing, where rasterio reports no error.
    """
    try:
        with rasterio.open(part) as dataset:
            complete = _last_end(dataset, output) <= part.stat().st_size
    except rasterio.errors.RasterioIOError:
        complete = False
    if not complete:
        raise GridrError(
            f"The output could not be written completely to {str(part.parent)!r}. "
            "Free some space there, or choose another folder."
        )


def _last_end(dataset: rasterio.DatasetReader, output: Output) -> float:
    """Return the place in the file where its last block ends; infinity if one lacks."""
    lacking = 0 if is_sparse(output.profile) else math.inf
    start, band, block = max(_block_starts(dataset, lacking))
    if start == lacking:
        return lacking
    return start + int(dataset.get_tag_item(f"BLOCK_SIZE_{block}", "TIFF", bidx=band))


def _block_starts(
    dataset: rasterio.DatasetReader, lacking: float
) -> Iterator[tuple[float, int, str]]:
    """Yield the place in the file, band and name of each block.

    2 us per block: 40 ms for 20 000. Windows of blocks and their sizes took 6.
    """
    rows, cols = (
        range(-(-size // block))
        for size, block in zip(dataset.shape, dataset.block_shapes[0])
    )
    for band, row, col in itertools.product(dataset.indexes, rows, cols):
        block = f"{col}_{row}"
        start = dataset.get_tag_item(f"BLOCK_OFFSET_{block}", "TIFF", bidx=band)
        yield lacking if start is None else int(start), band, block


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
            # GDAL keeps beside the file what does not fit into it, such as some CRS
            sides = zip(_side_files(part), _side_files(path))
            for made, final in ((part, path), *sides):
                if made.exists():
                    os.replace(made, final)
                    new.append(final)
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
