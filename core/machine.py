"""What this machine has for a run, and what a run takes of it by default.

Imports nothing but the standard library.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path
from typing import ClassVar

MIB = 2**20
DEFAULT_LIMITS = (256, 2048)
"""Least and most MiB of the default limit, else a quarter of the machine's memory."""
MOST_THREADS = 1024
"""Threads beyond which there is no machine to use them, but systems that refuse."""

MARGIN = 32 * MIB
"""Address space that GDAL's and LLVM's small allocations must find: where they do not,
they end the process (signal 6 with 16 to 64 MiB left, tried)."""
LIBRARIES = 256 * MIB
"""Address space of what the first run loads: 127 MiB, more where it compiles. OpenBLAS,
which numba loads for it, waits for ever where there is less."""
THREAD_SPACE = 72 * MIB
"""Address space of each thread of glibc's: 8 of its stack, 64 of its heap."""

FREED = 4 * MIB
"""Largest block that is kept for others when it is freed; twice that is kept in all."""


class _Space:
    """What runs leave in the address space, for later ones to use again [bytes]."""

    kept: ClassVar[int] = 0


def address_space() -> int | None:
    """Return the bytes that this process may map besides; None where nothing is set."""
    if sys.platform == "win32":
        return None
    import resource

    limit, _ = resource.getrlimit(resource.RLIMIT_AS)
    if limit == resource.RLIM_INFINITY:
        return None
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            pages = int(file.read().split()[0])
    except OSError:
        return None
    return int(max(limit - pages * resource.getpagesize(), 0))


def run_space(threads: int) -> int:
    """Return the address space that a run takes besides its arrays [bytes]."""
    return MARGIN + max(LIBRARIES + threads * THREAD_SPACE - _Space.kept, 0)


def keep_space(threads: int) -> None:
    """Note that a run has loaded its libraries, and what its threads leave behind."""
    _Space.kept = max(_Space.kept, LIBRARIES + threads * THREAD_SPACE)


@cache
def keep_freed() -> None:
    """Let the C library keep what arrays free for the next ones.

    glibc gives blocks beyond 128 KiB back to the system until it has seen larger ones
    freed (mallopt(3), M_MMAP_THRESHOLD): of 28 000 pages that NumPy took for cubic of
    1000 x 1000, the system had to clear 22 000 more than once, which took 35 ms of 166.
    """
    bytes(FREED)


def memory() -> int | None:
    """Return all memory [MiB]; None where the system does not say."""
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // MIB
    except (AttributeError, ValueError, OSError):
        # Windows has no sysconf
        return None


def default_memory_limit() -> int:
    """Return the memory limit of a run for which none is asked [MiB]."""
    least, most = DEFAULT_LIMITS
    total = memory()
    return 2 * least if total is None else min(max(total // 4, least), most)


def default_threads() -> int:
    """Return the threads of a run for which none are asked: the usable processors."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def python() -> str | None:
    """Return the program of this Python; None if it is not found, as in some bundles.

    `sys.executable` may be QGIS itself or, where QGIS has looked for a Python on the
    PATH, one of another version that pyenv or conda has put there.
    """
    folder, program = Path(sys.exec_prefix), Path(sys.executable or "nothing")
    own = [program] if folder in (program.parent, program.parent.parent) else []
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    places = [
        *own,
        folder / "python.exe",
        folder / "bin" / version,
        folder / "bin" / "python3",
        program,
        program.parent / "python3",
        program.parent / "bin" / "python3",
        program.parent / "python",
    ]
    for place in places:
        if place.name.lower().startswith("python") and place.is_file():
            return str(place)
    return None
