"""The one place that spells numba's options and says where kernels are cached."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from pathlib import Path

import numba
from numba.core import config


def cache_root() -> Path:
    """Return the folder of this user's kernel caches.

    `NUMBA_CACHE_DIR` wins; else the cache folder of the operating system.
    """
    home = Path.home()
    if "NUMBA_CACHE_DIR" in os.environ:
        return Path(os.environ["NUMBA_CACHE_DIR"]) / "gridr_qgis"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", home)) / "gridr_qgis" / "kernels"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "gridr_qgis"
    return Path(os.environ.get("XDG_CACHE_HOME", home / ".cache")) / "gridr_qgis"


def cache_key() -> str:
    """Return a name that changes with the kernels' sources and with numba.

    numba looks at the file of the called kernel only: after a change in a helper of
    another file it would go on with the old machine code.
    """
    digest = hashlib.sha256(numba.__version__.encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def writable_cache() -> str | None:
    """Return the cache folder, made if need be; None where it cannot be written."""
    try:
        folder = cache_root() / cache_key()
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return str(folder)
    except (OSError, RuntimeError):
        return None


_CACHE = writable_cache()


def kernel(function):
    """Compile a function for each set of types it is called with, when it is.

    nogil: tiles run on Python threads; `parallel` stays off because two runs that
    meet in numba's workqueue layer kill the process (numba issue 8563). Division
    by zero follows numpy, since no kernel may raise.
    """
    # the cache folder is looked up while decorating; other plugins share `config`
    before, config.CACHE_DIR = config.CACHE_DIR, _CACHE or config.CACHE_DIR
    try:
        compiled = numba.njit(
            nogil=True, cache=_CACHE is not None, error_model="numpy", boundscheck=False
        )
        return compiled(function)
    finally:
        config.CACHE_DIR = before
