"""Times: calls of contenders in turns, each in a process of its own."""

from __future__ import annotations

import multiprocessing
import statistics
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from pathlib import Path

from .contenders import CONTENDERS, Contender, Entry, is_installed
from .inputs import Files, write_scene
from .jobs import Case

_prepared: Contender | None = None  # of a worker process


def build(case: Case, entry: Entry, files: Files, folder: Path) -> Contender:
    """Return a contender, ready to run."""
    made = CONTENDERS[entry.library]
    own = folder / str(entry).replace(", ", "-").replace(" ", "-").replace("/", "")
    return made(case.scene, case.method, entry.threads, files, own)


def prepare(case: Case, entry: Entry, files: Files, folder: Path) -> None:
    """Make this process the contender's; run once, which compiles and warms caches."""
    global _prepared
    _prepared = build(case, entry, files, folder)
    timed()


def timed() -> float:
    """Run this process's contender once; return the seconds of the call."""
    _prepared.clear()
    start = time.perf_counter()
    _prepared.run()
    return time.perf_counter() - start


def call_times(case: Case, pairs: int, folder: Path) -> dict[str, list[float]]:
    """Return the seconds of each call of each contender, which take turns."""
    files = write_scene(case.scene, folder)
    entries = [entry for entry in case.entries if is_installed(entry)]
    spawn = multiprocessing.get_context("spawn")
    with ExitStack() as stack:
        workers = {}
        for entry in entries:
            pool = ProcessPoolExecutor(1, spawn)
            workers[entry] = stack.enter_context(pool)
            pool.submit(prepare, case, entry, files, folder / case.name).result()
        times = {entry: [] for entry in entries}
        for turn in range(pairs):
            # there and back: nobody always follows the same one
            for entry in entries if turn % 2 else reversed(entries):
                times[entry].append(workers[entry].submit(timed).result())
    return {str(entry): seconds for entry, seconds in times.items()}


def median(seconds: list[float]) -> float:
    """Return the median of some times [s]."""
    return statistics.median(seconds)
