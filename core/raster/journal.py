"""Files that take the names of others, all or none, though the run is killed.

What will be moved is written down first, in a journal beside each output. The first of
these has two names: under the one a later run undoes what it finds, under the other it
ends it. It is renamed once, when all can be undone; that decides.

An old file stays under its name until the new one takes it, in one step. What is needed
to undo that is a second name of the old file (a hard link), not a copy.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

UNDO, COMMIT = ".gridr-undo", ".gridr-commit"

Stamp = tuple[int, int]


class Move(NamedTuple):
    """One name that gets another file, or none."""

    final: Path
    """The name."""
    part: Path | None = None
    """What takes it; None: the old file goes."""
    backup: Path | None = None
    """A second name for the old file, to undo the move."""
    old: Stamp | None = None
    """Stamp of the old file."""
    new: Stamp | None = None
    """Stamp of the new file."""


class Journal(NamedTuple):
    """What is moved, and where that is written down."""

    paths: tuple[Path, ...]
    """The journals, under the names that let it be undone; the first one decides."""
    moves: tuple[Move, ...]
    """In their order: what goes, then what comes."""

    @property
    def decision(self) -> Path:
        """The name of the first journal once all shall be ended."""
        first = self.paths[0]
        return first.with_name(first.name.replace(UNDO, COMMIT))

    def commit(self) -> None:
        """Move all; an OSError leaves what `undo` or a later run can undo."""
        for path in self.paths:
            path.write_text(_to_text(self, path.parent), encoding="ascii")
        for move in self.moves:
            _keep(move)
        os.replace(self.paths[0], self.decision)
        for move in self.moves:
            _do(move)

    def undo(self) -> None:
        """Give all old files their names again, and remove the new ones."""
        with suppress(FileNotFoundError):
            os.replace(self.decision, self.paths[0])
        for move in reversed(self.moves):
            _undo(move)
        self._close()

    def end(self) -> None:
        """Remove the old files, after `commit`; the names go on standing for them."""
        for move in self.moves:
            if move.backup is not None:
                _remove(move.backup)
        self._close()

    def recover(self) -> None:
        """Undo or end what a killed run began, as it had decided."""
        if not self.decision.exists():
            self.undo()
            return
        # what goes has gone before the first new file came
        if any(move.part and os.path.lexists(move.part) for move in self.moves):
            for move in self.moves:
                with suppress(FileNotFoundError):  # another run does the same
                    _do_again(move)
        self.end()

    def _close(self) -> None:
        """Remove the journals, that which decides last."""
        for path in reversed(self.paths):
            _remove(path)
        _remove(self.decision)


def stamp(path: Path) -> Stamp | None:
    """Return size and time of a file, None if there is none.

    In steps of 2 s, which is what file systems such as FAT keep.
    """
    try:
        status = os.lstat(path)
    except FileNotFoundError:
        return None
    return status.st_size, int(status.st_mtime) // 2


def read_journal(path: Path) -> Journal | None:
    """Return the journal of a file; None if it was not written to its end.

    Nothing has been moved in that case.
    """
    try:
        known = json.loads(path.read_text(encoding="ascii"))
        paths = tuple(path.parent / name for name in known["paths"])
        return Journal(paths, tuple(_move(path.parent, **m) for m in known["moves"]))
    except (ValueError, KeyError, TypeError):
        return None


def _to_text(journal: Journal, folder: Path) -> str:
    """Return a journal as text; names in its own folder stay true if that is moved."""

    def name(path: Path) -> str:
        return path.name if path.parent == folder else str(path)

    moves = [move._asdict() for move in journal.moves]
    return json.dumps({"paths": journal.paths, "moves": moves}, default=name)


def _move(folder: Path, final: str, part: str | None, backup: str | None,
          old: list[int] | None, new: list[int] | None) -> Move:  # fmt: skip
    """Return a move as a journal of a folder tells it."""

    def path(name: str | None) -> Path | None:
        return None if name is None else folder / name

    def known(values: list[int] | None) -> Stamp | None:
        return None if values is None else (values[0], values[1])

    return Move(folder / final, path(part), path(backup), known(old), known(new))


def _keep(move: Move) -> None:
    """Give the old file a second name, where the file system has such."""
    if move.part is not None and move.backup is not None:
        with suppress(OSError, NotImplementedError):  # `_do` renames it instead
            os.link(move.final, move.backup)


def _do(move: Move) -> None:
    """Let the old file go, or the new one take its name."""
    if move.backup is not None and not os.path.lexists(move.backup):
        with suppress(FileNotFoundError):
            os.replace(move.final, move.backup)
    if move.part is not None:
        os.replace(move.part, move.final)


def _do_again(move: Move) -> None:
    """Do what a killed run did not come to; keep what somebody has put there since."""
    found = stamp(move.final)
    if found is not None and found != move.old:
        if move.part is not None:
            _remove(move.part)
    elif move.part is None or os.path.lexists(move.part):
        _do(move)


def _undo(move: Move) -> None:
    """Undo what was done, if it was; keep what somebody has put there since."""
    found = stamp(move.final)
    if move.backup is not None and os.path.lexists(move.backup):
        is_ours = found in (None, move.old, move.new)
        if not is_ours or (found and os.path.samefile(move.final, move.backup)):
            _remove(move.backup)
        else:
            os.replace(move.backup, move.final)
    elif move.old is None and _has_come(move) and found == move.new:
        _remove(move.final)
    if move.part is not None:
        _remove(move.part)


def _has_come(move: Move) -> bool:
    """Tell whether a new file is no longer under its first name."""
    return move.part is not None and not os.path.lexists(move.part)


def _remove(path: Path) -> None:
    """Remove a file, if it is there."""
    with suppress(FileNotFoundError):
        os.unlink(path)
