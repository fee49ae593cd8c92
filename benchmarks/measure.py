"""Times of calls: contenders in turns, each in a process of its own."""

from __future__ import annotations

import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import numpy as np

from .agreement import difference, largest_error
from .contenders import CONTENDERS, Contender, Entry, is_installed
from .inputs import Files, write_scene
from .jobs import Case
from .results import Times

_prepared: Contender | None = None  # of a worker process


def build(case: Case, entry: Entry, files: Files, folder: Path, **more) -> Contender:
    """Return a contender, ready to run, with a folder of its own."""
    own = folder / f"{case.name}-{entry}".replace(", ", "-").replace("/", "")
    made = CONTENDERS[entry.library]
    more["tier"] = entry.tier
    return made(case.scene, case.method, entry.threads, files, own, **more)


def fresh_process() -> ProcessPoolExecutor:
    """Return a process that has imported nothing of any contender yet."""
    return ProcessPoolExecutor(1, multiprocessing.get_context("spawn"))


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


def saved() -> tuple[Path, Path]:
    """Save the last result of this process's contender as arrays."""
    return save(_prepared)


def save(contender: Contender) -> tuple[Path, Path]:
    """Save the last result of a contender as arrays, without a mask that it lacks."""
    data, valid = contender.result()
    names = contender.folder / "data.npy", contender.folder / "valid.npy"
    np.save(names[0], data)
    if valid is not None:
        np.save(names[1], valid)
    return names


def call(case: Case, pairs: int, folder: Path) -> tuple[Times, dict[str, dict]]:
    """Return the times of all contenders, and how their results differ from ours."""
    files = write_scene(case.scene, folder)
    entries = [entry for entry in case.entries if is_installed(entry)]
    with ExitStack() as stack:
        workers = {}
        for entry in entries:
            workers[entry] = stack.enter_context(fresh_process())
            workers[entry].submit(prepare, case, entry, files, folder).result()
        times = {str(entry): [] for entry in entries}
        for turn in range(pairs):
            # there and back: nobody always follows the same one
            for entry in entries if turn % 2 else reversed(entries):
                times[str(entry)].append(workers[entry].submit(timed).result())
        results = {
            entry: workers[entry].submit(saved).result()
            for entry in entries
            if entry.library != "I/O floor"
        }
    return times, agreement(case, files, results)


def agreement(case: Case, files: Files, results: dict) -> dict[str, dict]:
    """Return by contender how its results differ from ours, and from exact values."""
    ours = case.matches[0].ours
    found = {}
    for entry, names in results.items():
        # OpenCV's cubic kernel is another one
        same_kernel = entry.library != "cv2" or case.method == "linear"
        row = difference(names, results[ours]) if same_kernel else {}
        if any(other.library == "cv2" for other in results):
            data = np.load(names[0], mmap_mode="r")
            row |= largest_error(case.scene, case.method, entry.library, files, data)
        found[str(entry)] = row
    for names in results.values():
        for name in names:
            name.unlink(missing_ok=True)
    return found
