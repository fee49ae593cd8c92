"""What this machine has for a run. Imports nothing but the standard library."""

from __future__ import annotations

import os


def memory() -> int | None:
    """Return all memory [MiB]; None where the system does not say."""
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2**20
    except (AttributeError, ValueError, OSError):
        # Windows has no sysconf
        return None


def processors() -> int:
    """Return the processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
