"""What decides the pixels of a run, as one number."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import fields, replace
from functools import lru_cache
from pathlib import Path

from ..plan.resolved import ResolvedJob
from ..raster.changes import Stamp
from ..raster.header import Header

SETTINGS = (
    "creation_options",
    "dst",
    "dst_mask",
    "extent",
    "memory_limit",
    "memory_limit_grows",
    "strip_size",
    "strip_target",
    "threads",
    "tile_shape",
    "window",
)
"""Fields of a job that change no pixel, or are looked at besides."""
SAID = ("job", "notes", "polygons", "reasons", "threads")
"""The same of a resolved job."""


@lru_cache(maxsize=1)
def engine_version() -> str:
    """Return a name that changes with any source of the engine.

    Workers of another one would compute other pixels, or none.
    """
    core = Path(__file__).resolve().parent.parent
    digest = hashlib.sha256()
    for path in sorted(core.rglob("*.py")):
        digest.update(path.relative_to(core).as_posix().encode())
        # without a checkout's line ends, which differ between systems
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:16]


def fingerprint(
    resolved: ResolvedJob, stamps: dict[str, Stamp | None], options: dict[str, str]
) -> str:
    """Return 16 hexadecimal digits that differ where pixels may.

    Parameters
    ----------
    resolved : ResolvedJob
        The whole run.
    stamps : dict
        Size and time of each file that it reads.
    options : dict
        Creation options of what is written.
    """
    digest = hashlib.sha256(engine_version().encode())
    for text in _texts(resolved):
        digest.update(f"{text}\n".encode("utf-8", "surrogateescape"))
    both = sorted(stamps.items()), sorted(options.items())
    digest.update(repr(both).encode("utf-8", "surrogateescape"))
    for array in _polygons(resolved):
        digest.update(array)
    return digest.hexdigest()[:16]


def _texts(resolved: ResolvedJob) -> Iterator[str]:
    """Yield every value of a resolved job that pixels depend on, in words."""
    for given, left_out in ((resolved.job, SETTINGS), (resolved, SAID)):
        for field in fields(given):
            value = getattr(given, field.name)
            # whoever shows a raster may write files beside it, and changes no pixel
            value = replace(value, files=()) if isinstance(value, Header) else value
            if field.name not in left_out:
                yield f"{field.name}: {value!r}"


def _polygons(resolved: ResolvedJob) -> Iterator[bytes]:
    """Yield the polygons of a job as bytes."""
    if resolved.polygons is None:
        return
    for kind in (resolved.polygons.inside, resolved.polygons.outside):
        yield b"none" if kind is None else b"some"
        if kind is not None:
            for field in fields(kind):
                array = getattr(kind, field.name)
                yield repr((field.name, array.shape)).encode()
                yield array.tobytes()
