"""Times of whole processes: a fresh one per run, from its start to its end."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from . import ROOT
from .contenders import Entry, is_installed
from .inputs import write_scene
from .jobs import FIRST_EVER, FLOOR, OURS2, Case, chosen
from .measure import build
from .results import Times


def whole(case: Case, share: float, runs: int, folder: Path) -> Times:
    """Return the seconds of each process of each contender, which take turns.

    Ours also once with no compiled kernels.
    """
    write_scene(case.scene, folder)
    entries = [e for e in case.entries if is_installed(e) and e != FLOOR]
    entries = [e for e in entries if "array" not in e.library]
    times = {str(entry): [] for entry in entries}
    for turn in range(runs + 1):  # the first warms the caches
        for entry in entries:
            seconds = process(case, entry, share, folder)
            if turn:
                times[str(entry)].append(seconds)
    with tempfile.TemporaryDirectory() as empty:
        seconds = process(case, OURS2, share, folder, NUMBA_CACHE_DIR=empty)
    times[FIRST_EVER] = [seconds]
    return times


def process(
    case: Case, entry: Entry, share: float, folder: Path, **environment: str
) -> float:
    """Return the seconds of one process that runs a contender once."""
    if entry.library == "OTB":
        # is a process of its own anyway
        otb = build(case, entry, write_scene(case.scene, folder), folder)
        otb.clear()
        start = time.perf_counter()
        otb.run()
        return time.perf_counter() - start
    command = [sys.executable, "-m", __name__, case.name, entry.library]
    command += [str(entry.threads), str(share), str(folder)]
    environment = {**os.environ, **environment}
    start = time.perf_counter()
    subprocess.run(command, check=True, cwd=ROOT, env=environment)
    return time.perf_counter() - start


def main() -> None:
    """Run a contender once in this process: what `process` starts."""
    name, library, threads, share, folder = sys.argv[1:]
    case = chosen([name])[0].scaled(float(share))
    files = write_scene(case.scene, Path(folder))
    contender = build(case, Entry(library, int(threads)), files, Path(folder))
    contender.clear()
    contender.run()


if __name__ == "__main__":
    main()
