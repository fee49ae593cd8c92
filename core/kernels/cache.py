"""Where compiled kernels are kept from one start to the next.

Imports nothing but the standard library: a front end names the folder before numba
and the kernels are loaded.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

NAME = "gridr_qgis"
"""Our folder inside a cache folder."""
KEY = re.compile("[0-9a-f]{16}")
"""Name of the folder of one version of the kernels; nothing else is ever removed."""
OF_EACH_RUN = "fill.fill_window"
"""Beginning of numba's name of what every run needs."""
ALSO = ("polynomials.py", "values.py")
"""Other files whose constants are compiled in."""
OLD = 90 * 24 * 3600
"""Seconds without use after which kernels of another version are removed."""
LEAST_SPACE = 2**26
"""Free bytes below which nothing is kept: a run must not fail on a full disk."""

_chosen: Path | None = None


def use(folder: str | None) -> None:
    """Keep kernels in a folder of ours inside `folder`; None: in the usual one.

    Kernels that are loaded already stay with the folder they know.
    """
    global _chosen
    _chosen = Path(folder) if folder else None


def key() -> str:
    """Return a name that changes with the kernels' sources and with numba.

    numba looks at the file of the called kernel only: after a change in a helper of
    another file it would go on with the old machine code.
    """
    # these take 11 ms to import, and a first small run asks for no kernels
    import hashlib
    from importlib import metadata

    try:
        version = metadata.version("numba")
    except metadata.PackageNotFoundError:  # numba itself looks at it, too
        version = ""
    digest = hashlib.sha256(version.encode())
    here = Path(__file__).parent
    compiled = [*(here / "compiled").glob("*.py"), *(here / name for name in ALSO)]
    for path in sorted(compiled):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def holds_kernels() -> bool:
    """Tell whether any run has had its kernels compiled; needs no numba."""
    try:
        return any((root() / key()).glob(f"*/{OF_EACH_RUN}*.nbi"))
    except (OSError, RuntimeError):
        return False


def root() -> Path:
    """Return the folder of all kernels: chosen, by `NUMBA_CACHE_DIR`, or the system's.

    Raises
    ------
    RuntimeError
        If there is no home folder.
    """
    if _chosen is not None:
        return _chosen / NAME
    return Path(os.environ.get("NUMBA_CACHE_DIR") or _system_folder()) / NAME


def _system_folder() -> Path:
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home())
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def folder_for(key: str) -> Path | None:
    """Return the folder of one version of the kernels, made if need be.

    None where it cannot be written. There is no other place then: a folder that
    everyone may write to, such as /tmp, could hold machine code of someone else.
    """
    try:
        folder = root() / key
        if not folder.is_dir():
            _remove([old for old in _versions() if _age(old) > OLD])
        _try_to_write(folder)
        os.utime(folder)  # its age counts from now
        return folder
    except (OSError, RuntimeError):
        return None


def writable() -> bool:
    """Return whether kernels can be kept; makes their folder."""
    try:
        _try_to_write(root())
        return True
    except (OSError, RuntimeError):
        return False


def _try_to_write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder):
        if shutil.disk_usage(folder).free < LEAST_SPACE:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))


def size() -> int:
    """Return what all kernels take on disk [bytes]."""
    found = 0
    for version in _versions():
        for folder, _, names in os.walk(version):
            for name in names:
                with suppress(OSError):  # numba has renamed or replaced it
                    found += os.stat(os.path.join(folder, name)).st_size
    return found


def clear() -> None:
    """Remove all kernels on disk, as far as that is allowed."""
    _remove(_versions())


def _versions() -> list[Path]:
    """Return our folders, one per version; none where there is no folder of ours."""
    try:
        return [path for path in root().iterdir() if KEY.fullmatch(path.name)]
    except (OSError, RuntimeError):
        return []


def _age(folder: Path) -> float:
    """Return the seconds since a folder was used; 0 if another process removed it."""
    try:
        return time.time() - folder.stat().st_mtime
    except OSError:
        return 0.0


def _remove(folders: list[Path]) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
