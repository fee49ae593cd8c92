"""Times of whole processes: a fresh one per run, from its start to its end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from . import ROOT
from .contenders import Entry, is_installed
from .inputs import write_scene
from .jobs import Case, chosen, players
from .measure import build
from .results import Times


def whole(case: Case, share: float, runs: int, folder: Path) -> Times:
    """Return the seconds of each process of each contender, which take turns."""
    write_scene(case.scene, folder)
    entries = [entry for entry in players(case.processes) if is_installed(entry)]
    for entry in entries:
        # warms caches; and one that waits for its kernels leaves them to the others
        process(case, entry if entry.first else warming(entry), share, folder)
    times = {str(entry): [] for entry in entries}
    for _ in range(runs):
        for entry in entries:
            times[str(entry)].append(process(case, entry, share, folder))
    return times


def warming(entry: Entry) -> Entry:
    """Return the contender of the same library that compiles all it needs."""
    return entry._replace(tier="numba")


def process(case: Case, entry: Entry, share: float, folder: Path) -> float:
    """Return the seconds of one process that runs a contender once."""
    if entry.library == "OTB":
        # is a process of its own anyway
        otb = build(case, entry, write_scene(case.scene, folder), folder)
        otb.clear()
        start = time.perf_counter()
        otb.run()
        return time.perf_counter() - start
    command = [sys.executable, "-m", __name__, case.name, json.dumps(entry)]
    command += [str(share), str(folder)]
    # a process that compiles beside a run may still write when that ends
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as empty:
        environment = {
            **os.environ,
            **({"NUMBA_CACHE_DIR": empty} if entry.first else {}),
        }
        # installed packages have their bytecode: the warming run leaves it for ours
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        start = time.perf_counter()
        subprocess.run(command, check=True, cwd=ROOT, env=environment)
        return time.perf_counter() - start


def main() -> None:
    """Run a contender once in this process: what `process` starts."""
    name, entry, share, folder = sys.argv[1:]
    case = chosen([name])[0].scaled(float(share))
    files = write_scene(case.scene, Path(folder))
    contender = build(case, Entry(*json.loads(entry)), files, Path(folder))
    contender.clear()
    contender.run()


if __name__ == "__main__":
    main()
