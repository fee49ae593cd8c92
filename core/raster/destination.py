"""Output rasters that appear whole or not at all.

Each is written under a temporary name in the folder of its final one; at the end all
are renamed together.
"""

from __future__ import annotations

import itertools
import math
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import numpy as np
import rasterio
from rasterio.windows import Window

from ..errors import GridrError
from ..window import window_relative
from .creation import is_sparse
from .header import Header
from .names import openable
from .output import Output
from .replace import (
    PART,
    check_writable,
    remove_leftovers,
    replace_together,
    side_files,
    temporary,
)

SUFFIXES = (".tif", ".tiff")


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

    def __init__(
        self, outputs: list[Output], inputs: list[Header], window: Window
    ) -> None:
        self.outputs = outputs
        self.window = window
        paths = [output.path for output in outputs]
        _check_paths(paths, inputs)
        _check_space(outputs)
        self.parts = {path: temporary(path, PART) for path in paths}
        for path, part in self.parts.items():
            remove_leftovers(path)
            check_writable(path, part)
        self.datasets: list[rasterio.io.DatasetWriter] = []

    def __enter__(self) -> Destination:
        """Create the outputs under their temporary names."""
        try:
            for part, output in zip(self.parts.values(), self.outputs):
                name = openable(str(part))
                self.datasets.append(rasterio.open(name, "w", **output.profile))
                output.write_meaning(self.datasets[-1])
        except BaseException:
            self._discard()
            raise
        return self

    def __exit__(self, *exception: object) -> None:
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
        replace_together(self.parts)

    def _discard(self) -> None:
        """Close the outputs and remove their temporary files."""
        for dataset in self.datasets:
            with suppress(OSError):
                dataset.close()
        for part in self.parts.values():
            for path in (part, *side_files(part)):
                with suppress(OSError):
                    path.unlink()


def _check_paths(paths: list[Path], inputs: list[Header]) -> None:
    """Refuse outputs of another format, twice the same, or in place of an input."""
    for path in paths:
        openable(str(path))
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


def _check_complete(part: Path, output: Output) -> None:
    """Refuse an output that lacks blocks: the disk was full.

    GDAL writes its last blocks while closing, where rasterio reports no error.
    """
    try:
        with rasterio.open(openable(str(part))) as dataset:
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
