"""Names of files that are no UTF-8, which rasterio cannot pass to GDAL."""

from __future__ import annotations

import os
import threading
from typing import ClassVar

from ..errors import GridrError

HANDLES = "/proc/self/fd"
"""Where Linux shows what the process has open, by plain numbers."""


class _Folders:
    """Folders whose names are no UTF-8, open until the process ends."""

    lock = threading.Lock()
    handles: ClassVar[dict[tuple[int, int], int]] = {}


def openable(name: str) -> str:
    """Return a name that rasterio can open: the same, or one through its open folder.

    Python shows bytes of names that are no UTF-8 as surrogates, which rasterio does
    not encode again.

    Raises
    ------
    GridrError
        If there is no way to name the file to rasterio.
    """
    if isinstance(name, os.PathLike):
        name = os.fspath(name)
    if not isinstance(name, str) or _is_utf8(name):
        return name
    folder, base = os.path.split(name)
    if _is_utf8(base):
        try:
            return f"{HANDLES}/{_handle(folder)}/{base}"
        except OSError:
            pass
    raise GridrError(
        "The name {name!r} is no UTF-8 text, and cannot be passed on to GDAL. Rename "
        "the file, or check that its folder exists.",
        name=name,
    )


def by_their_names(files: list[str]) -> tuple[str, ...]:
    """Return the files of a raster by their own names where `openable` gave others."""
    mine = f"{HANDLES}/"
    return tuple(os.path.realpath(f) if f.startswith(mine) else f for f in files)


def _is_utf8(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _handle(folder: str) -> int:
    """Return the number of an open folder; the same for the same one."""
    os.stat(HANDLES)  # where that is missing, as outside of Linux, there is no way
    status = os.stat(folder)
    key = status.st_dev, status.st_ino
    with _Folders.lock:
        if key not in _Folders.handles:
            _Folders.handles[key] = os.open(folder, os.O_RDONLY)
        return _Folders.handles[key]
