"""Files under temporary names, and how they take their final ones together.

Temporary names lie in the folder of the final one. They carry host and process, so that
what a killed run left behind is recognised and removed by the next run for the same
output.
"""

from __future__ import annotations

import errno
import itertools
import os
import socket
from contextlib import suppress
from pathlib import Path

from ..errors import GridrError

PART, OLD = ".gridr-part", ".gridr-old"
SIDE_FILES = (".aux.xml", ".ovr", ".msk")
"""What GDAL and QGIS keep beside a raster; those of a replaced one would lie."""
_numbers = itertools.count()


def check_writable(path: Path, part: Path) -> None:
    """Refuse a folder or an existing output that cannot be written."""
    try:
        if path.is_dir():  # which could be renamed as a file is
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
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


def temporary(path: Path, kind: str) -> Path:
    """Return a new hidden name beside a path; its last suffix stays."""
    owner = f"{socket.gethostname()}-{os.getpid()}-{next(_numbers)}"
    return path.with_name(f".{path.stem}.{owner}{kind}{path.suffix}")


def side_files(path: Path) -> list[Path]:
    """Return the files GDAL may keep beside a raster."""
    return [path.with_name(path.name + suffix) for suffix in SIDE_FILES]


def remove_leftovers(path: Path) -> None:
    """Remove what a killed run for the same output on this machine left behind."""
    host = f".{path.stem}.{socket.gethostname()}-"
    for left in path.parent.glob(f"{_escaped(host)}*"):
        kind = next((kind for kind in (PART, OLD) if kind in left.name), None)
        process = left.name[len(host) :].split("-")[0]
        if kind is None or not process.isdigit() or _is_running(int(process)):
            continue
        with suppress(OSError):
            if kind == OLD and left.suffix != path.suffix:
                continue  # of another output, which is a.tiff where this one is a.tif
            if kind == OLD and not path.exists():
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


def replace_together(parts: dict[Path, Path]) -> None:
    """Rename every part to its final name; undo all of it if one fails."""
    old: dict[Path, Path] = {}
    new: list[Path] = []
    try:
        for path in parts:
            for each in (path, *side_files(path)):
                if each.exists():
                    backup = temporary(each, OLD)
                    os.replace(each, backup)
                    old[each] = backup
        for path, part in parts.items():
            # GDAL keeps beside the file what does not fit into it, such as some CRS
            sides = zip(side_files(part), side_files(path))
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
