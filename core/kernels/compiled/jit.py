"""The one place that spells numba's options, and loads what it compiles."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import numba
from numba._dispatcher import compute_fingerprint
from numba.core import config
from numba.core.compiler_lock import global_compiler_lock
from numba.core.options import DefaultOptions
from numba.core.registry import CPUDispatcher
from numba.core.runtime import rtsys

from .. import cache as kernel_cache
from ..signatures import signature_of

CACHE = kernel_cache.folder_for(kernel_cache.key())
"""Where kernels are kept; None: nowhere, each process compiles its own."""
FIRST_CALLS = threading.RLock()
"""Held while a kernel is called for the first time with some types, by whatever run."""
UNCOUNTED = {"_nrt": False} if "_nrt" in vars(DefaultOptions) else {}
"""numba's option, not documented, for functions without its reference counts."""
INTERNAL = {"no_cpython_wrapper": True, "no_cfunc_wrapper": True}
"""numba's options for functions that neither Python nor C calls."""


def kernel(function: Callable[..., Any]) -> Any:
    """Compile a function for each set of types it is called with, when it is.

    nogil: tiles run on Python threads; `parallel` stays off because two runs that
    meet in numba's workqueue layer kill the process (numba issue 8563). Division
    by zero follows numpy, since no kernel may raise.
    """
    return _compiled(OneFirst, function)


def helper(function: Callable[..., Any]) -> Any:
    """Compile a function that kernels call only, and that makes no array.

    It does not count the references to its arrays, which its callers hold: numba
    counts each slice by two locked instructions, a tenth of the time of cubic. Nor has
    it what Python calls functions by: cubic is compiled in 5.4 s so, 6.6 with it. When
    Python calls it, it is Python.
    """
    return _compiled(Helper, function, **UNCOUNTED, **INTERNAL)


def _compiled(kind: type, function: Callable[..., Any], **options: bool) -> Any:
    """Compile a function with the options that all share, and more, as a dispatcher."""
    # the cache folder is looked up while decorating; other plugins share `config`
    before, config.CACHE_DIR = config.CACHE_DIR, str(CACHE or "")
    try:
        compiled = numba.njit(
            nogil=True,
            cache=CACHE is not None,
            error_model="numpy",
            boundscheck=False,
            **options,
        )
        return _of_kind(kind, _mended(_named_apart(compiled(function))))
    finally:
        config.CACHE_DIR = before


class Helper(CPUDispatcher):
    """What only kernels call compiled."""

    def __call__(self, *arguments: Any) -> Any:
        """Call it as Python: numba's own call would end the process."""
        return self.py_func(*arguments)


class OneFirst(CPUDispatcher):
    """A kernel whose first call with each set of types is made by one thread alone.

    Numba keeps a table of the types it has met, by their fingerprints, and looks new
    ones up in Python: two threads that meet there with the same new types both enter
    them, which aborts builds with assertions (Debian's, signal 6). Afterwards a call
    costs a look into a set more.
    """

    def __call__(self, *arguments: Any) -> Any:
        """Call the kernel."""
        types = compute_fingerprint(arguments)
        if types not in self.known:
            with FIRST_CALLS:
                if types not in self.known:
                    result = super().__call__(*arguments)
                    self.known.add(types)
                    return result
        return super().__call__(*arguments)

    def is_loaded(self, arguments: tuple[Any, ...]) -> bool:
        """Tell whether the machine code for a call was loaded.

        By our own words for its types: numba 0.56 forgets the beginning of its texts
        of many types, and had no two alike for one call.
        """
        return signature_of(arguments) in self.loaded


def load(function: OneFirst, arguments: tuple[Any, ...]) -> None:
    """Bring the machine code for a call into memory, compiled if it is not kept.

    Parameters
    ----------
    function : OneFirst
        What is called.
    arguments : tuple
        Values of the types that it is called with.
    """
    function.compile(tuple(map(numba.typeof, arguments)))
    function.loaded.add(signature_of(arguments))


def is_kept(function: OneFirst, arguments: tuple[Any, ...]) -> bool:
    """Tell whether the machine code for a call can be loaded from the disk."""
    if CACHE is None:
        return False
    types = tuple(map(numba.typeof, arguments))
    with global_compiler_lock:
        return function._cache.load_overload(types, function.targetctx) is not None


def _of_kind(kind: type, compiled: Any) -> Any:
    """Return what numba made of a function as a `Helper` or a `OneFirst`."""
    if isinstance(compiled, CPUDispatcher):  # else NUMBA_DISABLE_JIT leaves it Python
        compiled.__class__ = kind
        compiled.known = set()  # types of arguments that it was called with
        compiled.loaded = set()  # signatures that it could be called with
    return compiled


def _mended(compiled: Any) -> Any:
    """Return a kernel that is loaded quickly, whatever its files and their disk are at.

    Before it loads machine code numba imports all that it may need to compile, 0.2 s of
    0.25 and scipy among it. What was compiled needs no more than its own runtime; a
    compilation imports that for itself.

    Files are damaged where a machine lost its power: numba raises what pickle does, in
    each run. Where the disk takes no more, it raises that: the machine code is there
    all the same.
    """
    with suppress(AttributeError):  # where a later numba has other names
        kept = compiled._cache
        load_kept, forget, keep = kept._load_overload, kept.flush, kept.save_overload

        def load_or_forget(types: Any, context: Any) -> Any:
            try:
                rtsys.initialize(context)
                with kept._guard_against_spurious_io_errors():
                    return load_kept(types, context)
            except Exception:
                with suppress(OSError):
                    forget()
                return None

        def keep_if_possible(types: Any, data: Any) -> None:
            with suppress(Exception):  # it reads a damaged file that is still there
                keep(types, data)

        kept.load_overload, kept.save_overload = load_or_forget, keep_if_possible
    return compiled


def _named_apart(compiled: Any) -> Any:
    """Return a kernel whose machine code is kept under names that no other takes.

    Numba numbers them by the index that it has just read. Two processes that compile at
    the same time took the same number, and one ran the other's code from then on:
    "size mismatch for tuple", seen with two runs of the tests side by side (its issue
    10128 tells of the same with files of gufuncs).
    """
    # names of its own; where a later numba has others, it goes on by its numbers
    with suppress(AttributeError):
        kept = compiled._cache._cache_file
        base = kept._data_name_pattern.partition("{")[0]
        kept._data_name = lambda number: f"{base}{number}-{uuid.uuid4().hex}.nbc"
    return compiled
