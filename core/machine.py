"""What this machine has for a run, and what a run takes of it by default.

Imports nothing but the standard library.
"""

from __future__ import annotations

import os

MIB = 2**20
DEFAULT_LIMITS = (256, 2048)
"""Least and most MiB of the default limit, else a quarter of the machine's memory."""
MOST_THREADS = 1024
"""Threads beyond which there is no machine to use them, but systems that refuse."""


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
