"""GDAL's block cache, which belongs to the process."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

# rasterio.env's functions of the same name need, and change, an `Env` of the thread,
# whose end resets GDAL's cache for all threads; these do what they are told.
from rasterio._env import get_gdal_config, set_gdal_config


class _Cache:
    """The sizes that running jobs asked for: runs that overlap share the cache."""

    lock = threading.Lock()
    shares: ClassVar[list[int]] = []
    before: int = 0


@contextmanager
def gdal_cache(size: int) -> Iterator[None]:
    """Give GDAL's block cache `size` bytes, and what it had before at the end.

    Runs that overlap get the sum of their sizes; the last one restores.
    """
    # bytes: rasterio 1.3.5 takes 64 for 64 bytes where GDAL would take MiB
    with _Cache.lock:
        if not _Cache.shares:
            _Cache.before = get_gdal_config("GDAL_CACHEMAX")
        _Cache.shares.append(size)
        set_gdal_config("GDAL_CACHEMAX", sum(_Cache.shares))
    try:
        yield
    finally:
        with _Cache.lock:
            _Cache.shares.remove(size)
            set_gdal_config("GDAL_CACHEMAX", sum(_Cache.shares) or _Cache.before)
