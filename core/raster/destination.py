"""Output rasters that appear whole or not at all.

Each is written under a temporary name in the folder of its final one; at the end all
are renamed together.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np
import rasterio
from rasterio.errors import RasterioError, RasterioIOError
from rasterio.windows import Window

from ..errors import GridrError
from ..message import Message
from ..window import window_relative
from .beside import check_company, existing_side_files, side_files
from .creation import NO, is_sparse
from .files import file_id, files_behind, is_virtual
from .header import Header, words_of
from .names import openable
from .output import Output
from .replace import (
    PART,
    HalfWayError,
    check_is_file,
    check_writable,
    create_part,
    remove_leftovers,
    replace_together,
    take_access,
    target_of,
    temporary,
)
from .space import check_space

SUFFIXES = (".tif", ".tiff")
MOSAIC = ".vrt"
"""End of the name of an output that stays in parts."""
CLASSIC = 2**32
"""Bytes that a TIFF can have that is no BigTIFF."""


class Destination:
    """The open outputs of one run.

    Parameters
    ----------
    outputs
        Files to write.
    inputs
        Rasters that are read, or names of other files, which must not be among them.
    window
        The place of the outputs in the full output, as strips are counted.
    suffixes
        Ends of names that are allowed.
    """

    def __init__(
        self,
        outputs: list[Output],
        inputs: Sequence[Header | str],
        window: Window,
        suffixes: tuple[str, ...] = SUFFIXES,
    ) -> None:
        self.outputs = outputs
        self.window = window
        # the folder that the process stands in may be another one at the end
        paths = [output.path.absolute() for output in outputs]
        check_rasters(paths, suffixes)
        for name in _names(paths):
            remove_leftovers(name)
        check_inputs(paths, inputs)
        for output in outputs:
            for name in _names([output.path.absolute()]):
                check_company(output.path, name, "transform" in output.profile)
        # a mosaic is text; its parts, which may be there already, are looked at apart
        check_space([each for each in outputs if not is_mosaic(each.path)])
        self.parts = {path: temporary(target_of(path), PART) for path in paths}
        for path, part in self.parts.items():
            check_writable(target_of(path), part)
        self.datasets: list[rasterio.io.DatasetWriter] = []

    def __enter__(self) -> Destination:
        """Create the outputs under their temporary names."""
        try:
            for (path, part), output in zip(self.parts.items(), self.outputs):
                create_part(path, part)
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
        """Write a strip: `data` (bands, rows, cols) and bool `valid` (rows, cols).

        Raises
        ------
        GridrError
            If the disk or the memory is too small for it.
        """
        window = window_relative(strip, self.window)
        opened = zip(self.outputs, self.datasets, self.parts.values())
        for output, dataset, part in opened:
            pixels = valid.view(np.uint8)[None] if output.is_mask else data
            try:
                dataset.write(pixels, window=window)
            except (RasterioError, RasterioIOError) as error:  # apart in rasterio 1.3
                why = Message(" ({reason})", reason=words_of(error))
                raise _incomplete(part, output, why) from error

    def tag(self, tags: dict[str, str]) -> None:
        """Add tags to all files, of what is known only after the last strip."""
        for dataset in self.datasets:
            dataset.update_tags(**tags)

    def bring(self, path: Path, text: str) -> None:
        """Write a file of text that takes its name together with the outputs.

        Raises
        ------
        GridrError
            If it cannot be written.
        """
        part = temporary(target_of(path), PART)
        self.parts[path] = part
        try:
            create_part(path, part)
            part.write_text(text, encoding="utf-8")
        except OSError as error:
            raise GridrError(
                "The output {path!r} cannot be written ({reason}). Choose another "
                "folder or name.",
                path=str(path),
                reason=error.strerror,
            ) from error

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
        for path, part in self.parts.items():
            take_access(path, part)
        try:
            replace_together(self.parts)
        except HalfWayError:
            self.parts = {}  # the next run needs them
            raise

    def _discard(self) -> None:
        """Close the outputs and remove their temporary files."""
        for dataset in self.datasets:
            with suppress(OSError):
                dataset.close()
        for part in self.parts.values():
            for path in (part, *side_files(part)):
                with suppress(OSError):
                    path.unlink()


def is_mosaic(path: str | Path) -> bool:
    """Tell whether an output stays in parts."""
    return Path(path).suffix.lower() == MOSAIC


def check_rasters(paths: list[Path], suffixes: tuple[str, ...] = SUFFIXES) -> None:
    """Raise a GridrError of outputs of another format, twice the same, or no files."""
    for path in paths:
        openable(str(path))
        if path.suffix.lower() not in suffixes:
            hint = Message(
                "A .vrt joins parts that a cluster makes: give a scheduler for it. "
            )
            raise GridrError(
                "The output {path!r} must be a GeoTIFF whose name ends in .tif or "
                ".tiff. {hint}For another format, convert the result with "
                "gdal:translate.",
                path=str(path),
                hint=hint if is_mosaic(path) else "",
            )
        if is_virtual(path):
            raise GridrError(
                "The output {path!r} lies in a virtual file system of GDAL. Choose a "
                "folder of this machine, and copy the result from there.",
                path=str(path),
            )
        check_place(path)
    pairs = itertools.combinations(map(target_of, paths), 2)
    if any(are_one(one, other) for one, other in pairs):
        raise GridrError(
            "The output and its mask are both {path!r}. Give two names.",
            path=str(paths[0]),
        )


def check_place(path: Path) -> None:
    """Refuse an output without a folder, or whose name stands for no file.

    Raises
    ------
    GridrError
        With what to choose instead.
    """
    try:
        for place in (path, target_of(path)):
            if not place.parent.is_dir():
                raise GridrError(
                    "The folder {parent!r} of the output {name!r} does not exist. "
                    "Create it, or choose another one.",
                    parent=str(place.parent),
                    name=place.name,
                )
        check_is_file(path)
    except GridrError:
        raise
    except (OSError, ValueError) as error:  # the latter of a name with a NUL
        reason = getattr(error, "strerror", None) or str(error)
        raise GridrError(
            "The output {path!r} cannot be written ({reason}). Choose another folder "
            "or name.",
            path=str(path),
            reason=reason,
        ) from error


def are_one(one: Path, other: Path) -> bool:
    """Tell whether two names stand for one file, be it there or not."""
    return one.resolve() == other.resolve() or file_id(one) in {file_id(other)} - {None}


def check_inputs(paths: Sequence[Path], inputs: Iterable[Header | str]) -> None:
    """Refuse outputs that would replace a file that is read, or take it away.

    Whatever names they have: links, VRTs and subdatasets hide them.

    Raises
    ------
    GridrError
        With the name of that file.
    """
    names = _names(paths)
    in_danger = {
        file_id(file): file
        for name in names
        for file in (*existing_side_files(name), name)
    }
    in_danger.pop(None, None)  # of outputs that are new
    if not in_danger:
        return
    for file in files_behind(inputs):
        lost = in_danger.get(file_id(file))
        if lost in names:
            raise GridrError(
                "The output {path!r} is also an input of this run. Give the output "
                "another name.",
                path=str(lost),
            )
        if lost is not None:
            raise GridrError(
                "The file {path!r} belongs to the output, which replaces it, and is "
                "also an input of this run. Give the output another name.",
                path=str(lost),
            )


def _names(paths: Sequence[Path]) -> list[Path]:
    """Return paths and, where they are symbolic links, what these lead to."""
    return list(dict.fromkeys(n for path in paths for n in (path, target_of(path))))


def _check_complete(part: Path, output: Output) -> None:
    """Refuse an output that lacks blocks: the disk was full.

    GDAL writes its last blocks while closing, where rasterio reports no error.
    """
    try:
        with rasterio.open(openable(str(part))) as dataset:
            lacking = 0 if is_sparse(output.profile) else math.inf
            complete = last_end(dataset, lacking) <= part.stat().st_size
    except RasterioIOError:
        complete = False
    if not complete:
        raise _incomplete(part, output)


def _incomplete(part: Path, output: Output, why: str = "") -> GridrError:
    """Return what to say where an output takes no more."""
    if str(output.profile.get("BIGTIFF")).upper() in NO and _is_full(part):
        return GridrError(
            "The output {name!r} would become larger than 4 GiB, which BIGTIFF=NO "
            "forbids. Leave that creation option out.",
            name=output.path.name,
        )
    return GridrError(
        "The output could not be written completely to {parent!r}{why}. Free some "
        "space there, or choose another folder.",
        parent=str(part.parent),
        why=why,
    )


def _is_full(part: Path) -> bool:
    """Tell whether a file is about as large as a TIFF that is no BigTIFF can be."""
    try:
        return part.stat().st_size > 0.9 * CLASSIC
    except OSError:
        return False


def last_end(dataset: rasterio.DatasetReader, lacking: float) -> float:
    """Return the place in a GeoTIFF where its last block ends.

    Parameters
    ----------
    dataset
        The open file.
    lacking
        Place of blocks that are not there: 0 where they may lack, else infinity.
    """
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
