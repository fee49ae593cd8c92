"""The folder of the parts of an output, which a later run may take up.

``<output>.parts/<fingerprint>/`` lies beside an output and holds its parts, each a
GeoTIFF that appears whole or not at all. The fingerprint tells what decides their
pixels: parts of another one are never mixed with these, and stay while an older output
may be made of them.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import rasterio
from rasterio.errors import RasterioError
from rasterio.windows import Window

from ..errors import GridrError
from ..window import window_of, window_ranges
from .destination import last_end
from .names import openable
from .replace import PART, target_of, temporary

SUFFIX = ".parts"
"""What the name of the folder has besides that of its output."""
LIST = "parts.json"
"""File in the folder that tells which parts the output has."""
TAG = "GRIDR_PART"
"""Tag of a part: its fingerprint, and what was counted in it."""
FINGERPRINT = re.compile("[0-9a-f]{16}")
"""Name of the folder of one fingerprint."""
_OURS = re.compile(
    rf"r\d+_c\d+\.tif(\.\w+)*|\.r\d+_c\d+\..*|\.parts\..*{re.escape(PART)}\.json"
    rf"|{re.escape(LIST)}|whole\.vrt|probe-.*"
)
"""Names of files in the folder that are ours, and go with it."""


@dataclass(frozen=True)
class PartsFolder:
    """The parts of an output for one fingerprint; picklable."""

    output: Path
    """The file that they become; it may be a link."""
    fingerprint: str
    """16 hexadecimal digits: what decides the pixels of the parts."""

    @property
    def root(self) -> Path:
        """Return the folder of all parts of this output."""
        target = target_of(self.output)
        return target.with_name(target.name + SUFFIX)

    @property
    def path(self) -> Path:
        """Return the folder of these parts."""
        return self.root / self.fingerprint

    @property
    def whole(self) -> Path:
        """Return the name of the mosaic of these parts for who joins them."""
        return self.path / "whole.vrt"

    def part(self, window: Window) -> Path:
        """Return the name of a part."""
        return self.path / f"r{window.row_off:07}_c{window.col_off:07}.tif"

    def check(self) -> None:
        """Refuse a folder that holds anything but parts.

        Raises
        ------
        GridrError
            With what it holds.
        """
        if not os.path.lexists(self.root):
            return
        strange = next(self._strange(), None)
        if strange is not None:
            raise GridrError(
                "The parts of {name!r} go into the folder {folder!r}, and {strange!r} "
                "there is no part of an earlier run. Move it away, or give the output "
                "another name.",
                name=self.output.name,
                folder=str(self.root),
                strange=strange.name,
            )

    def _strange(self) -> Iterator[Path]:
        """Yield what no run of ours has left in the folder of all parts."""
        if not self.root.is_dir() or self.root.is_symlink():
            yield self.root
            return
        for entry in self.root.iterdir():
            if not (entry.is_dir() and FINGERPRINT.fullmatch(entry.name)):
                yield entry
            else:
                yield from (e for e in entry.iterdir() if not _is_ours(e))

    def windows(self) -> list[Window] | None:
        """Return the parts that an earlier run has cut the output into, if one did."""
        try:
            listed = json.loads((self.path / LIST).read_text(encoding="utf-8"))
            return [window_of(((a, b), (c, d))) for a, b, c, d in listed["windows"]]
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def begin(self, windows: list[Window]) -> None:
        """Make the folder for some parts.

        Raises
        ------
        GridrError
            If it cannot be written.
        """
        listed = [sum(window_ranges(window), ()) for window in windows]
        part = temporary(self.path / LIST, PART)
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps({"windows": listed}), encoding="utf-8")
            os.replace(part, self.path / LIST)
        except OSError as error:
            raise GridrError(
                "The folder {folder!r} for the parts of {name!r} cannot be written "
                "({reason}). Choose another folder for the output.",
                folder=str(self.path),
                name=self.output.name,
                reason=error.strerror,
            ) from error

    def tag(self, counted: object) -> dict[str, str]:
        """Return the tag of a part in which something was counted, plain values."""
        told = {"fingerprint": self.fingerprint, "counted": counted}
        return {TAG: json.dumps(told, default=lambda number: number.item())}

    def counted(self, window: Window) -> list[Any] | None:
        """Return what was counted in a part; None if that is not there, or not whole.

        Who wrote it has looked for all its blocks; a disk may have lost its end since.
        """
        path = self.part(window)
        if not path.exists():
            return None
        try:
            with rasterio.open(openable(str(path))) as dataset:
                told = json.loads(dataset.tags()[TAG])
                fits = dataset.shape == (window.height, window.width)
                fits = fits and last_end(dataset, 0) <= path.stat().st_size
            fits = fits and told["fingerprint"] == self.fingerprint
            return list(told["counted"]) if fits else None
        except (RasterioError, OSError, KeyError, ValueError, TypeError):
            return None

    def remove_others(self, windows: list[Window]) -> None:
        """Remove parts of other fingerprints, and what killed workers have left."""
        with suppress(OSError):
            for entry in self.root.iterdir():
                if entry.name != self.fingerprint:
                    _remove(entry)
        kept = {LIST, *(self.part(window).name for window in windows)}
        with suppress(OSError):
            for entry in self.path.iterdir():
                is_temporary = entry.name.startswith((".", "probe-", self.whole.name))
                if entry.name not in kept and is_temporary and _is_ours(entry):
                    entry.unlink()

    def remove(self) -> None:
        """Remove all parts of the output, as far as that is allowed."""
        with suppress(OSError):
            for entry in self.root.iterdir():
                _remove(entry)
            self.root.rmdir()

    def leave(self) -> None:
        """Remove the folder again if there is no part in it."""
        with suppress(OSError):
            entries = {entry.name for entry in self.path.iterdir()}
            if entries <= {LIST}:
                shutil.rmtree(self.path)
                self.root.rmdir()


def _is_ours(path: Path) -> bool:
    """Tell whether a run of ours has written a file."""
    return bool(_OURS.fullmatch(path.name)) and not path.is_dir()


def _remove(folder: Path) -> None:
    """Remove a folder of parts, but nothing else that lies in it."""
    with suppress(OSError):
        for entry in folder.iterdir():
            if _is_ours(entry):
                entry.unlink()
        folder.rmdir()
