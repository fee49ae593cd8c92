"""The one place that spells numba's options and where kernels are kept."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numba
from numba.core import config

from .. import kernel_cache


def cache_key() -> str:
    """Return a name that changes with the kernels' sources and with numba.

    numba looks at the file of the called kernel only: after a change in a helper of
    another file it would go on with the old machine code.
    """
    digest = hashlib.sha256(numba.__version__.encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


CACHE = kernel_cache.folder_for(cache_key())
"""Where kernels are kept; None: nowhere, each process compiles its own."""


def kernel(function):
    """Compile a function for each set of types it is called with, when it is.

    nogil: tiles run on Python threads; `parallel` stays off because two runs that
    meet in numba's workqueue layer kill the process (numba issue 8563). Division
    by zero follows numpy, since no kernel may raise.
    """
    # the cache folder is looked up while decorating; other plugins share `config`
    before, config.CACHE_DIR = config.CACHE_DIR, str(CACHE or "")
    try:
        compiled = numba.njit(
            nogil=True, cache=CACHE is not None, error_model="numpy", boundscheck=False
        )
        return compiled(function)
    finally:
        config.CACHE_DIR = before
