"""Files under temporary names, and how they take their final ones together.

Temporary names lie in the folder of the final one. They carry host and process, so that
what a killed run left behind is recognised and removed by the next run for the same
output.
"""

from __future__ import annotations

import errno
import itertools
import os
import platform
import shutil
import stat
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from ..errors import GridrError
from ..locks import alone_in
from ..message import Message
from .beside import existing_side_files, side_files
from .journal import COMMIT, UNDO, Journal, Move, read_journal, stamp

PART, OLD = ".gridr-part", ".gridr-old"
_numbers = itertools.count()
_one_at_a_time = threading.Lock()
_not_ended: set[Path] = set()
"""Journals of this process that it could not end; the next run tries again."""


def target_of(path: Path) -> Path:
    """Return the file that a name stands for: where a symbolic link leads."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def check_writable(path: Path, part: Path) -> None:
    """Refuse a folder or an existing output that cannot be written.

    The output keeps its name all the time: whoever renames it to try may be killed
    before it is renamed back.
    """
    try:
        check_is_file(path)
        part.touch()
        part.unlink()
        if path.exists():
            _check_replaceable(path)
    except OSError as error:
        raise GridrError(
            "The output {path!r} cannot be written ({reason}). Close the programs "
            "that use it (in QGIS: remove its layer), or choose another folder or "
            "name.",
            path=str(path),
            reason=error.strerror,
        ) from error


def check_is_file(path: Path) -> None:
    """Raise an OSError where a name stands for anything but a file, or nothing."""
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, Message("Is a pipe or a device, not a file"))


def _check_replaceable(path: Path) -> None:
    """Raise an OSError if another file may not take this one's name."""
    if sys.platform == "win32":
        _open_as_renaming_does(path)
        return
    file, folder = os.stat(path), os.stat(path.parent)
    if folder.st_mode & stat.S_ISVTX and os.geteuid() not in (
        0,
        file.st_uid,
        folder.st_uid,
    ):
        raise PermissionError(errno.EPERM, Message("Only its owner may replace it"))
    try:
        os.close(os.open(path, os.O_WRONLY))
    except OSError as error:
        # chattr +i or +a; without write permission (EACCES) it can be replaced
        if error.errno == errno.EPERM:
            raise


def _open_as_renaming_does(path: Path) -> None:
    """Raise an OSError if another program holds a file, on Windows.

    Opening it with the right to delete fails where a rename would: an open GDAL dataset
    shares reading and writing, and not that.
    """
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        if not os.access(path, os.W_OK):  # read-only files are not replaced there
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        system = ctypes.WinDLL("kernel32", use_last_error=True)
        system.CreateFileW.restype = wintypes.HANDLE
        delete, share_all, open_existing = 0x00010000, 7, 3
        handle = system.CreateFileW(
            str(path), delete, share_all, None, open_existing, 0, None
        )
        if handle == wintypes.HANDLE(-1).value:
            raise ctypes.WinError(ctypes.get_last_error())
        system.CloseHandle(wintypes.HANDLE(handle))


def temporary(path: Path, kind: str, suffix: str | None = None) -> Path:
    """Return a new hidden name beside a path; its last suffix stays by default."""
    owner = f"{platform.node()}-{os.getpid()}-{next(_numbers)}"
    suffix = path.suffix if suffix is None else suffix
    return path.with_name(f".{path.stem}.{owner}{kind}{suffix}")


def create_part(path: Path, part: Path) -> None:
    """Create an empty part that nobody else can read, if its output exists already.

    That may be closed to others, and what replaces it is so from the beginning.
    """
    if path.exists():
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def take_access(path: Path, part: Path) -> None:
    """Give a part the owner, group and mode of the output that it will replace.

    Where the group cannot be had, its members get what all others have.
    """
    if os.name == "nt" or not path.exists():
        return
    old = os.stat(path)
    with suppress(OSError):
        os.chown(part, -1, old.st_gid)
    with suppress(OSError):
        os.chown(part, old.st_uid, -1)
    mode = stat.S_IMODE(old.st_mode)
    if os.stat(part).st_gid != old.st_gid:
        mode = mode & ~stat.S_IRWXG | (mode & stat.S_IRWXO) << 3
    with suppress(OSError):  # such as FAT, where all files have one
        os.chmod(part, mode)


def remove_leftovers(path: Path) -> None:
    """Undo, end and remove what a killed run for the same output left behind.

    Only of this machine.

    Raises
    ------
    GridrError
        If files that it was replacing cannot be moved now.
    """
    try:
        for left in _leftovers(path, UNDO, COMMIT):
            _end(left)
    except OSError as error:
        raise GridrError(
            "A run that replaced {path!r} was stopped half-way, and that cannot be "
            "ended now ({reason}). Close the programs that use this file (in QGIS: "
            "remove its layer) and run again.",
            path=str(path),
            reason=str(error),
        ) from error
    for left in _leftovers(path, PART, OLD):
        with suppress(OSError):
            if OLD not in left.name:
                left.unlink()
            elif left.suffix == path.suffix:  # else of a.tiff where this one is a.tif
                # without a journal: of a version that had none
                if path.exists():
                    left.unlink()
                else:
                    os.replace(left, path)


def _end(left: Path) -> None:
    """Undo or end what a journal tells of, unless another run has just done so."""
    journal = read_journal(left)
    if journal is None:
        left.unlink(missing_ok=True)
        return
    with _alone_in({move.final.parent for move in journal.moves}):
        if os.path.lexists(left):
            journal.recover()


def _leftovers(path: Path, *kinds: str) -> Iterator[Path]:
    """Yield what is left of some kinds beside an output, by runs that ended."""
    host = f".{path.stem}.{platform.node()}-"
    for left in sorted(path.parent.glob(f"{_escaped(host)}*")):
        process = left.name[len(host) :].split("-")[0]
        is_left = process.isdigit() and not is_running(int(process))
        if not is_left and left not in _not_ended:
            continue
        # one that came before may have been of several outputs, this among them
        if any(kind in left.name for kind in kinds) and os.path.lexists(left):
            yield left


def _escaped(name: str) -> str:
    """Return a name whose characters mean themselves in a glob."""
    return "".join(f"[{c}]" if c in "[*?" else c for c in name)


def is_running(process: int) -> bool:
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


class HalfWayError(GridrError):
    """Some outputs have their names; the next run ends that, with the parts there."""


def replace_together(parts: dict[Path, Path]) -> None:
    """Give every part its final name; undo all of it if one fails.

    Parameters
    ----------
    parts
        Final name -> part, which must lie in the folder of the file that is replaced.
    """
    with _alone_in({target_of(path).parent for path in parts}):
        try:
            journal = _journal(parts)
        except OSError as error:
            raise _not_named(error) from error
        try:
            journal.commit()
        except BaseException as error:
            _undo(journal)
            if isinstance(error, OSError):
                raise _not_named(error) from error
            raise
        try:
            journal.end()
        except OSError:  # Windows, while others read the old file
            _not_ended.update((*journal.paths, journal.decision))


@contextmanager
def _alone_in(folders: set[Path]) -> Iterator[None]:
    """Let all others that replace files in these folders wait.

    Two that replaced data and mask at once left the data of one and the mask of the
    other, 6 times in 100.
    """
    with _one_at_a_time, ExitStack() as stack:
        for folder in sorted(folders):
            stack.enter_context(alone_in(folder))
        yield


def _not_named(error: OSError) -> GridrError:
    """Return what to say where nothing has come of it."""
    return GridrError(
        "The outputs could not be given their names ({reason}). Nothing was changed. "
        "Close the programs that use the old files (in QGIS: remove their layers) and "
        "run again.",
        reason=str(error),
    )


def _undo(journal: Journal) -> None:
    """Undo a journal, or say that it could not be undone."""
    try:
        journal.undo()
    except OSError as error:
        _not_ended.update((*journal.paths, journal.decision))
        raise HalfWayError(
            "The outputs could not be given their names, nor the old files all of "
            "theirs ({reason}). Close the programs that use them (in QGIS: remove "
            "their layers); the next run for the same output begins by ending this.",
            reason=str(error),
        ) from error


def _journal(parts: dict[Path, Path]) -> Journal:
    """Return what is to be moved: old side files go, then parts come, then theirs."""
    goes: list[Move] = []
    comes: list[Move] = []
    beside: list[Move] = []
    for path, part in parts.items():
        target = target_of(path)
        for name in dict.fromkeys((target, path)):
            goes += [_removal(old) for old in existing_side_files(name)]
        old = stamp(target)
        backup = None if old is None else temporary(target, OLD)
        comes.append(Move(target, part, backup, old, stamp(part)))
        beside += _new_side_files(path, part)
    if len(comes) == 1 and not goes and not beside:
        # one step needs no undoing, and no second name where there are none
        comes = [comes[0]._replace(backup=None)]
    journals = tuple(temporary(move.final, UNDO, ".json") for move in comes)
    return Journal(journals, (*goes, *comes, *beside))


def _removal(old: Path) -> Move:
    """Return the move by which an old side file goes."""
    return Move(old, None, temporary(old, OLD), stamp(old))


def _new_side_files(path: Path, part: Path) -> Iterator[Move]:
    """Yield the moves of what GDAL keeps beside a part, such as some CRS.

    It is looked for beside the name that is opened: a symbolic link has its own.
    """
    target = target_of(path)
    for made, final, linked in zip(*map(side_files, (part, target, path))):
        if not made.exists():
            continue
        if linked != final:
            copy = temporary(path, PART, made.suffix)
            shutil.copyfile(made, copy)
            yield Move(linked, copy, None, None, stamp(copy))
        yield Move(final, made, None, None, stamp(made))
