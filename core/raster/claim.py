"""Which run makes an output whose parts many processes write: one at a time.

A file beside the output names the client, which touches it again and again. It is that
of a dead one where its process is gone, or where nobody has touched it for long; a
successor takes it over then.
"""

from __future__ import annotations

import json
import os
import platform
import threading
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from ..errors import GridrError
from ..locks import alone_in
from ..message import Message
from .replace import is_running, target_of

SUFFIX = ".gridr-run"
"""End of the hidden name of the file beside an output."""
BEAT = 10.0
"""Seconds from touch to touch."""
DEAD = 120.0
"""Seconds without a touch after which a client is taken for dead."""


class Owner(NamedTuple):
    """The client that makes an output."""

    token: str
    """No other run has it."""
    host: str
    """Name of its machine."""
    process: int
    """Its number there."""
    numbers: str
    """Whose numbers these are; "" where the system does not say."""
    since: str
    """When it began, in words."""

    @classmethod
    def new(cls) -> Owner:
        """Return this process, as of now."""
        now = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M %z")
        return cls(uuid4().hex, platform.node(), os.getpid(), _numbers(), now)

    @property
    def is_gone(self) -> bool:
        """Tell whether its process is known to be no more, which others do not show."""
        is_known = self.numbers != "" and self.numbers == _numbers()
        return is_known and not is_running(self.process)


class Claims:
    """The claims of one run; the outputs are its own until they are given back."""

    def __init__(self, owner: Owner, files: list[Path]) -> None:
        self._owner, self._files = owner, files
        self._ends = threading.Event()

    @property
    def are_held(self) -> bool:
        """Tell whether no other run has taken an output over.

        As one does after a machine that slept for minutes.
        """
        return all(owner_of(file) == self._owner for file in self._files)

    def check(self) -> None:
        """Refuse to go on where another run has taken an output over.

        Raises
        ------
        GridrError
            If one has.
        """
        if not self.are_held:
            raise GridrError(
                "Another run has taken over the output while this one did not answer, "
                "and goes on with its parts. Wait for that one."
            )

    def beat(self) -> None:
        """Touch the files until the claims end."""
        while not self._ends.wait(BEAT):
            for file in self._own():
                with suppress(OSError):
                    os.utime(file)

    def end(self) -> None:
        """Give the outputs back."""
        self._ends.set()
        for file in self._own():
            with suppress(OSError):
                file.unlink()

    def _own(self) -> Iterator[Path]:
        """Yield the files that no other run has taken over."""
        yield from (file for file in self._files if owner_of(file) == self._owner)


@contextmanager
def claimed(outputs: Iterable[Path]) -> Iterator[Claims]:
    """Keep all other clients from some outputs.

    Raises
    ------
    GridrError
        If a client that lives makes one of them, with where and since when.
    """
    owner = Owner.new()
    with ExitStack() as stack:
        files: list[Path] = []
        claims = Claims(owner, files)
        stack.callback(claims.end)
        for output in sorted(set(map(target_of, outputs))):
            with alone_in(output.parent):
                _claim(output, owner)
            files.append(file_of(output))
        threading.Thread(target=claims.beat, daemon=True).start()
        yield claims


def file_of(output: Path) -> Path:
    """Return the file that tells who makes an output."""
    return output.with_name(f".{output.name}{SUFFIX}")


def owner_of(file: Path) -> Owner | None:
    """Return whom a file names; None for nobody, or nobody yet."""
    try:
        return Owner(**json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _numbers() -> str:
    """Return a name of the numbers that processes have here.

    Containers count their own, often on machines of the same name.
    """
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii")
        return f"{boot.strip()} {os.readlink('/proc/self/ns/pid')}"
    except OSError:
        return ""


def _claim(output: Path, owner: Owner) -> None:
    """Write the file of an output, unless a living client has done so."""
    file = file_of(output)
    try:
        with suppress(FileNotFoundError):
            _check_dead(file, output, owner)
            file.unlink()
        file.touch(exist_ok=False)
        try:
            file.write_text(json.dumps(owner._asdict()), encoding="utf-8")
        except OSError:
            file.unlink()
            raise
    except FileExistsError:  # of one that was as quick, where nobody waits
        raise _taken(output, owner_of(file)) from None
    except OSError as error:
        raise GridrError(
            "The file {file!r}, which keeps others from the output, cannot be written "
            "({reason}). Choose another folder for the output.",
            file=str(file),
            reason=error.strerror,
        ) from error


def _check_dead(file: Path, output: Path, owner: Owner) -> None:
    """Refuse an output whose file a living client keeps."""
    with file.open("rb") as opened:  # a network drive looks anew when it opens one
        touched = os.fstat(opened.fileno()).st_mtime
    other = owner_of(file)
    if other is not None and other.is_gone:
        return
    if _now_beside(file, owner) - touched < DEAD:
        raise _taken(output, other)


def _now_beside(file: Path, owner: Owner) -> float:
    """Return the time by the clock of the disk, which may be another machine's."""
    probe = file.with_name(f"{file.name}-{owner.token}")
    try:
        probe.touch()
        return probe.stat().st_mtime
    finally:
        probe.unlink(missing_ok=True)


def _taken(output: Path, other: Owner | None) -> GridrError:
    """Return what to say of an output that another client makes."""
    who = Message("another client")
    if other is not None:
        who = Message(
            "process {process} on {host!r}, since {since}",
            process=other.process,
            host=other.host,
            since=other.since,
        )
    return GridrError(
        "The output {name!r} is being made on a cluster already ({who}). Wait until "
        "that has ended, or give the output another name. A client that has died is "
        "noticed within {seconds:g} seconds.",
        name=output.name,
        who=who,
        seconds=DEAD,
    )
