"""What a machine of a cluster must find to take part in a run."""

from __future__ import annotations

import os
import time
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from ..errors import GridrError
from ..raster.changes import Stamp, essence_of, stamp_of
from ..raster.header import Header, read_header
from .fingerprint import engine_version

VERSION = engine_version()
"""What a client compares with its own."""
OTHER_VERSION = (
    "has another version of gridr_qgis than this machine. Install the same one on "
    "both, and restart the worker."
)
SAME_TIME = 2 * 10**9
"""Nanoseconds by which a file's time may differ between machines, whose file systems
store it more or less exactly."""


class Needs(NamedTuple):
    """What a worker must find on its machine."""

    version: str
    """That of the client's engine."""
    headers: tuple[Header, ...]
    """Of all rasters to read, as the client sees them."""
    stamps: dict[str, Stamp | None]
    """Size and time of their files."""
    folders: tuple[Path, ...]
    """Where it must be able to write."""

    def fault(self) -> str | None:
        """Return what this machine lacks, to follow the name of the worker."""
        if self.version != VERSION:
            return OTHER_VERSION
        try:
            self._check_inputs()
            for folder in self.folders:
                _try_to_write(folder)
        except GridrError as error:
            return str(error)
        return None

    def _check_inputs(self) -> None:
        """Refuse inputs that are not here, or not the same."""
        for header in self.headers:
            try:
                found = read_header(header.name)
            except GridrError as error:
                raise GridrError(
                    f"cannot open an input: {error} All machines must see it by this "
                    "name: put it on a shared disk, or give a /vsi name."
                ) from error
            if essence_of(found) != essence_of(header):
                raise GridrError(
                    f"finds another raster at {header.name!r} than this machine. All "
                    "must see the same one: put it on a shared disk."
                )
        for file, known in self.stamps.items():
            seen = stamp_of(file)
            if not _are_alike(seen, known):
                raise GridrError(
                    f"sees {file!r} with {_words(seen)}, and this machine sees it with "
                    f"{_words(known)}. Copy it anew with its time, or put it on a "
                    "shared disk."
                )


def _are_alike(one: Stamp | None, other: Stamp | None) -> bool:
    """Tell whether two machines may see the same file."""
    if one is None or other is None:
        return one is other
    return one[0] == other[0] and abs(one[1] - other[1]) <= SAME_TIME


def _words(stamp: Stamp | None) -> str:
    """Return size and time of a file in words."""
    if stamp is None:
        return "nothing in it"
    time_of = datetime.fromtimestamp(stamp[1] / 1e9).astimezone()
    return f"{stamp[0]} bytes of {time_of:%Y-%m-%d %H:%M:%S %z}"


def _try_to_write(folder: Path) -> None:
    """Refuse a folder in which no file can be made."""
    probe = folder / f"probe-{os.getpid()}-{time.monotonic_ns()}"
    try:
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise GridrError(
            f"cannot write to {str(folder)!r} ({error.strerror}). All machines must "
            "see this folder and may write to it: put the output on a shared disk."
        ) from error
