"""Machine code for the kernels: loaded beside a run that NumPy computes meanwhile.

Importing numba takes 1.1 s, compiling a set of kernels 10 - 20. A run waits for
neither: a thread imports, a process of its own compiles, and each call is computed by
machine code as soon as that is loaded.
"""

from __future__ import annotations

import importlib
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import Enum
from types import ModuleType
from typing import TYPE_CHECKING, Any

from . import cache, tiers
from .child import ENTRIES, Wanted, compile_kernels
from .signatures import signature_of
from .tiers import Tier

if TYPE_CHECKING:
    import subprocess

WORTH_LOADING = 2.0
"""Seconds that NumPy would take from which on kernels that are not kept are compiled
beside it: that takes 6 s of another processor."""
WORTH_WAITING = 0.18
"""Seconds that NumPy would take from which on a run waits for kernels that are kept:
0.2 s, most of it numba's import. Runs on two threads, waiting and by NumPy: cubic of
2000 x 2000 (0.12 s by this) 0.30 and 0.25 s, of 4000 x 4000 (0.5) 0.40 and 0.97. Both
at once want Python's lock."""
WORTH_COMPILING_HERE = 60.0
"""Seconds from which on a thread of ours compiles, where no other process can: Python's
lock is not free for the run meanwhile."""
COSTS = (30.0, 2.0)
"""Nanoseconds that NumPy takes per pixel and thread, and per band and pixel of the
support besides: 37 for nearest and 67 for cubic of 4000 x 4000, files and all."""
DECISIVE = ("fill_window", "fill_filtered", "sample", "oversample")
"""The kernels that take the most time of a run: who computes them computes it."""
PAUSE = 0.1
"""Seconds between two looks for new types of arguments."""


class State(Enum):
    """What the loader is at."""

    NOTHING = "nothing"
    LOADING = "loading"
    COMPILING = "compiling"
    BROKEN = "broken"


def plain_seconds(pixels: int, bands: int, support: int, threads: int = 1) -> float:
    """Return how long NumPy takes for pixels of an output, about."""
    fixed, tap = COSTS
    return 1e-9 * pixels * (fixed + tap * bands * support * support) / threads


class Loader:
    """What brings machine code into memory."""

    def __init__(self) -> None:
        self.state = State.NOTHING
        self.entries: ModuleType | None = None
        self._wanted: dict[Wanted, None] = {}  # in the order of their calls
        self._failed: set[Wanted] = set()
        self._awaited = 0  # runs that wait for what is kept
        self._imported = threading.Event()
        self._seconds = 0.0
        self._runs = 0
        self._turn = threading.Lock()
        self._ending = threading.Event()
        self._thread: threading.Thread | None = None
        self._child: subprocess.Popen[str] | None = None

    @property
    def failed(self) -> bool:
        """Tell whether something could not be compiled since the runs began."""
        return bool(self._failed)

    def want(self, name: str, arguments: tuple[Any, ...]) -> None:
        """Note what a call needs."""
        wanted = name, signature_of(arguments)
        if wanted not in self._failed:
            self._wanted.setdefault(wanted)

    @contextmanager
    def beside(self, seconds: float) -> Iterator[None]:
        """Load what a run wants for which NumPy would take so long."""
        with self._turn:
            self._runs += 1
            if self._runs == 1:
                # what failed before may do now, as on a disk with space
                self._seconds = 0.0
                self._failed.clear()
            self._seconds = max(self._seconds, seconds)
        kept = seconds >= WORTH_WAITING and cache.holds_kernels()
        if (kept or seconds >= WORTH_LOADING) and self._start():
            self._awaited += kept
        try:
            yield
        finally:
            with self._turn:
                self._runs -= 1
                self._awaited = min(self._awaited, self._runs)
            if tiers.ends_abruptly() and not self._runs:
                self.stop()
            elif tiers.lives_on() and self._wanted:
                self._start()

    def kept_entries(self) -> ModuleType | None:
        """Return the kernels, waiting for their import if a run is to; else None."""
        if self._awaited and self.entries is None:
            self._imported.wait()
        return self.entries

    def import_entries(self) -> ModuleType:
        """Import numba and the kernels."""
        # set when all of it is imported, which `sys.modules` does not tell
        self.entries = importlib.import_module(ENTRIES)
        return self.entries

    def load(self, wanted: Iterable[Wanted]) -> bool:
        """Load what is kept of this, waiting for it; return whether all is."""
        entries = self.import_entries()
        return all([entries.load_kept(*one) for one in wanted])

    def take_kept(self, name: str, arguments: tuple[Any, ...]) -> bool:
        """Load a kernel at once, for runs that wait for what is kept, if it is kept."""
        wanted = name, signature_of(arguments)
        looked_for = wanted in self._wanted or wanted in self._failed
        if not self._awaited or self.entries is None or looked_for:
            return False
        return bool(self.entries.load_kept(*wanted))

    def _start(self) -> bool:
        """Load what is wanted, and what will be while there are runs.

        Returns whether it is or will be loaded.
        """
        with self._turn:
            if tiers.asked() is not Tier.AUTO or not tiers.has_numba():
                return False
            if self.state is not State.NOTHING:
                return self.state is not State.BROKEN
            self.state = State.LOADING
            self._ending.clear()
            # a daemon: Python calls `stop`, and would wait for others before
            self._thread = threading.Thread(
                target=self._work, name="gridr-kernels", daemon=True
            )
            self._thread.start()
            return True

    def stop(self) -> None:
        """Load no more, and wait for what cannot be left: numba's import, 0.2 s.

        Processes that end while a thread is in the middle of it crash.
        """
        self._ending.set()
        thread, child = self._thread, self._child
        if child is not None:
            child.kill()
        if thread is not None:
            thread.join()

    def _work(self) -> None:
        """Load until nothing is wanted any more and no run is left to want it."""
        try:
            try:
                entries = self.import_entries()
            finally:
                self._imported.set()
            while self._goes_on():
                self._load(entries, list(self._wanted))
                self._ending.wait(PAUSE)
        # whatever a numba can raise that does not fit this system: NumPy goes on
        except Exception:
            self.state = State.BROKEN

    def _goes_on(self) -> bool:
        """Tell whether there is something to load, or may be; else the thread ends."""
        with self._turn:
            useful = bool(self._wanted or self._runs) and not self._ending.is_set()
            if not useful:
                self.state = State.NOTHING
            return useful

    def _load(self, entries: ModuleType, wanted: list[Wanted]) -> None:
        """Load what is kept; let the rest be compiled, and load it."""
        missing = [one for one in wanted if not self._take(entries, one)]
        if missing and not self._ending.is_set():
            self._compile(entries, missing)
            missing = [one for one in missing if not self._take(entries, one)]
        if self._ending.is_set():
            return
        if self._seconds >= WORTH_COMPILING_HERE:
            for one in missing:
                if not self._ending.is_set():
                    entries.compile_one(*one)
        else:
            self._failed.update(missing)
        for one in missing:
            self._wanted.pop(one)
        self.state = State.LOADING

    def _compile(self, entries: ModuleType, missing: list[Wanted]) -> None:
        """Let another process compile, and load each kernel when it is ready."""
        self.state = State.COMPILING
        missing = sorted(missing, key=lambda one: one[0] not in DECISIVE)

        def started(child: subprocess.Popen[str]) -> None:
            self._child = child
            if self._ending.is_set():
                child.kill()

        def take(ready: int) -> bool:
            return self._take(entries, missing[ready - 1]) or True

        compile_kernels(missing, self._runs > 0, take, started)
        self._child = None

    def _take(self, entries: ModuleType, one: Wanted) -> bool:
        """Load what is wanted if it is kept; return whether it is loaded."""
        if self._ending.is_set():
            return False
        if one in self._wanted and entries.load_kept(*one):
            self._wanted.pop(one)
        return one not in self._wanted


LOADER = Loader()
"""The one of this process."""
tiers.at_end(LOADER.stop)
_recorded: ContextVar[dict[Wanted, None] | None] = ContextVar("recorded", default=None)
_served = threading.local()


def compiled_call(
    name: str, arguments: tuple[Any, ...]
) -> tuple[Callable[..., Any], tuple[Any, ...]] | None:
    """Return the machine code for a call and its arguments; None while there is none.

    That is noted then, for the loader and for `plain_calls`.
    """
    recorded = _recorded.get()
    if recorded is not None:
        recorded.setdefault((name, signature_of(arguments)))
    tier = tiers.asked()
    if recorded is None and tier is not Tier.NUMPY:
        entries = LOADER.kept_entries()
        if entries is None and tier is Tier.NUMBA:
            entries = LOADER.import_entries()
        if entries is not None:
            function, given = entries.call_of(name, arguments)
            loaded = tier is Tier.NUMBA or function.is_loaded(given)
            if loaded or LOADER.take_kept(name, arguments):
                return function, given
        LOADER.want(name, arguments)
    if name in DECISIVE:
        _served.plain = plain_calls() + 1
    return None


@contextmanager
def recording() -> Iterator[dict[Wanted, None]]:
    """Let NumPy compute, in this context, and collect what machine code would need."""
    wanted: dict[Wanted, None] = {}
    token = _recorded.set(wanted)
    try:
        yield wanted
    finally:
        _recorded.reset(token)


def plain_calls() -> int:
    """Return how many of the decisive calls of this thread NumPy has computed."""
    return getattr(_served, "plain", 0)
