"""Turns between processes: one at a time in a folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Let all other processes that ask for the same folder wait.

    The system opens the lock of a process that is killed. Windows has none for folders,
    nor have some network drives: there nobody waits.
    """
    with ExitStack() as stack:
        if sys.platform != "win32":
            import fcntl

            with suppress(OSError):
                handle = os.open(folder, os.O_RDONLY)
                stack.callback(os.close, handle)
                fcntl.flock(handle, fcntl.LOCK_EX)
                # closing is not enough where another thread forks meanwhile
                stack.callback(fcntl.flock, handle, fcntl.LOCK_UN)
        yield
