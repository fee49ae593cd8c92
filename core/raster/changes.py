"""Whether rasters change while they are read."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress

from ..errors import GridrError
from .files import files_behind
from .header import Header, read_header

BESIDE = (".aux.xml", ".ovr")
"""Files that others write beside a raster when they show it; no pixel is in them."""

Stamp = tuple[int, int]
"""Size and time of the last change of a file [bytes, ns]."""


class Watch:
    """What rasters were like when a run began.

    Parameters
    ----------
    headers
        Of the rasters that are read.

    Attributes
    ----------
    stamps : dict
        File of the disk -> its size and the time of its last change.
    """

    def __init__(self, headers: Iterable[Header]) -> None:
        self._headers = {header.name: header for header in headers}
        files = {str(file) for file in files_behind(self._headers.values())}
        self.stamps = {f: stamp_of(f) for f in files if not f.endswith(BESIDE)}

    def check(self) -> None:
        """Refuse results of rasters that are no longer what they were.

        Raises
        ------
        GridrError
            If a file has another size or time, or a raster another shape or meaning.
        """
        self.check_files()
        for name, before in self._headers.items():
            if essence_of(read_header(name)) != essence_of(before):
                raise _changed(name)

    def check_files(self) -> None:
        """Refuse results of files that have another size or time.

        Raises
        ------
        GridrError
            If one has, or is gone.
        """
        for file, stamp in self.stamps.items():
            if stamp_of(file) != stamp:
                raise _changed(file)


def _changed(name: str) -> GridrError:
    """Return the sentence about what is no longer as it was."""
    return GridrError(
        "{name!r} was changed while it was read, and what came out of it is no "
        "result. Run again when nothing writes to it any more.",
        name=name,
    )


def stamp_of(file: str) -> Stamp | None:
    """Return size and time of a file [bytes, ns]; None for what is no file."""
    with suppress(OSError, ValueError):
        status = os.stat(file)
        return status.st_size, status.st_mtime_ns
    return None


def essence_of(header: Header) -> tuple[object, ...]:
    """Return what pixels, their validity and their place depend on."""
    # as text: NaN is nodata like any other, and equals itself there
    meaning = str((header.nodata, header.scales, header.offsets))
    return (header.shape, header.dtypes, meaning, header.transform, header.crs_wkt)
