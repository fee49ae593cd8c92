"""Peak memory of a run above idle, beside what its plan said."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from .contenders import Entry
from .inputs import Files, write_scene
from .jobs import Case
from .measure import build, fresh_process

MIB = 2**20


def peak() -> float:
    """Return the largest resident memory of this process so far [MiB].

    Not `ru_maxrss`: Linux hands that on from the process that started this one.
    """
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) / 1024


def memory(case: Case, entry: Entry, limit: int | None, folder: Path) -> dict:
    """Return what a contender's run took in a fresh process.

    Parameters
    ----------
    limit : int
        Of ours [MiB]; None: its default.

    Returns
    -------
    dict
        `measured`: peak above that of the same process after the same job on next to
        no pixels; of ours also `estimate`, and `limit` as it was taken [MiB], or
        `refused`, a sentence.
    """
    tiny = replace(case, scene=case.scene.tiny())
    scenes = [(each, write_scene(each.scene, folder)) for each in (tiny, case)]
    # the first process compiles what is not kept yet
    for _ in range(2 if (entry.library, entry.tier) == ("ours", "numba") else 1):
        with fresh_process() as worker:
            found = worker.submit(run, scenes, entry, limit, folder).result()
    return found


def run(
    scenes: list[tuple[Case, Files]], entry: Entry, limit: int | None, folder: Path
) -> dict:
    """Run the tiny case and the true one in this process, and measure."""
    found, idle = {}, 0.0
    for case, files in scenes:
        idle = peak()
        contender = build(case, entry, files, folder, memory_limit=limit)
        if entry.library == "ours":
            found = planned(contender.job)
            if "refused" in found:
                return found
        contender.clear()
        contender.run()
    return {**found, "measured": peak() - idle}


def planned(job) -> dict:
    """Return what a plan of ours says of its memory [MiB], or why there is none."""
    from gridr_qgis.core.errors import GridrError
    from gridr_qgis.core.plan.rules import resolve
    from gridr_qgis.core.run.tile import opened, settled

    try:
        with opened(settled(resolve(job))) as (whole, _):
            plan = whole.memory
    except GridrError as error:
        return {"refused": str(error)}
    return {"estimate": plan.estimate / MIB, "limit": plan.limit / MIB}
