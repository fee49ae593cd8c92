"""What a machine of a cluster must find to take part in a run."""

from __future__ import annotations

import os
import time
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from ..errors import GridrError
from ..message import Message
from ..raster.changes import Stamp, essence_of, stamp_of
from ..raster.header import Header, read_header
from .fingerprint import engine_version

VERSION = engine_version()
"""What a client compares with its own."""
OTHER_VERSION = Message(
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

    def fault(self) -> Message | None:
        """Return what this machine lacks, to follow the name of the worker."""
        if self.version != VERSION:
            return OTHER_VERSION
        try:
            self._check_inputs()
            for folder in self.folders:
                _try_to_write(folder)
        except GridrError as error:
            return error.message
        return None

    def _check_inputs(self) -> None:
        """Refuse inputs that are not here, or not the same."""
        for header in self.headers:
            try:
                found = read_header(header.name)
            except GridrError as error:
                raise GridrError(
                    "cannot open an input: {reason} All machines must see it by this "
                    "name: put it on a shared disk, or give a /vsi name.",
                    reason=error.message,
                ) from error
            if essence_of(found) != essence_of(header):
                raise GridrError(
                    "finds another raster at {name!r} than this machine. All must see "
                    "the same one: put it on a shared disk.",
                    name=header.name,
                )
        for file, known in self.stamps.items():
            seen = stamp_of(file)
            if not _are_alike(seen, known):
                raise GridrError(
                    "sees {file!r} with {seen}, and this machine sees it with "
                    "{known}. Copy it anew with its time, or put it on a shared disk.",
                    file=file,
                    seen=_words(seen),
                    known=_words(known),
                )


def _are_alike(one: Stamp | None, other: Stamp | None) -> bool:
    """Tell whether two machines may see the same file."""
    if one is None or other is None:
        return one is other
    return one[0] == other[0] and abs(one[1] - other[1]) <= SAME_TIME


def _words(stamp: Stamp | None) -> Message:
    """Return size and time of a file in words."""
    if stamp is None:
        return Message("nothing in it")
    time_of = datetime.fromtimestamp(stamp[1] / 1e9).astimezone()
    changed = f"{time_of:%Y-%m-%d %H:%M:%S %z}"
    return Message("{size} bytes of {changed}", size=stamp[0], changed=changed)


def _try_to_write(folder: Path) -> None:
    """Refuse a folder in which no file can be made."""
    probe = folder / f"probe-{os.getpid()}-{time.monotonic_ns()}"
    try:
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise GridrError(
            "cannot write to {folder!r} ({reason}). All machines must see this folder "
            "and may write to it: put the output on a shared disk.",
            folder=str(folder),
            reason=error.strerror,
        ) from error
