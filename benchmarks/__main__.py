"""Measure all jobs or some, and keep the figures: `make bench` runs this."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from . import ROOT
from .environment import environment
from .jobs import GRIDR, LIMITS, OURS2, PLAIN2, Case, Match, chosen
from .measure import call
from .memory import memory
from .results import Results, Times, median, ratios
from .whole import whole

QUICK = 0.2
"""Share of the sides that --quick leaves."""
KINDS = ("calls", "whole", "memory")
OURS_BY_TIER = {"ours": OURS2, "ours by NumPy": PLAIN2}
"""Whose memory is measured, and what results call them."""


def main() -> None:
    """Measure, print, and put what was found into the results' file."""
    parser = argparse.ArgumentParser("python -m benchmarks", description=__doc__)
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="jobs")
    parser.add_argument("--kinds", nargs="+", default=KINDS, choices=KINDS)
    parser.add_argument("--pairs", type=int, default=7, help="calls of each contender")
    parser.add_argument("--runs", type=int, default=5, help="whole processes of each")
    parser.add_argument("--quick", action="store_true", help="sides of a fifth")
    parser.add_argument("--folder", type=Path, default=ROOT / "out" / "benchmarks")
    asked = parser.parse_args()
    share = QUICK if asked.quick else 1.0
    folder = asked.folder / "quick" if asked.quick else asked.folder
    results = Results(folder / "results.json")
    where = environment()
    results.keep("environment", {**where, "pairs": asked.pairs, "runs": asked.runs})
    results.keep("share", share)
    for case in chosen(asked.only):
        case = case.scaled(share)
        print(f"{case.name}: {case}", flush=True)
        measured = f"{where['day']} at {where['commit']}"
        if "calls" in asked.kinds and case.matches:
            times, agreement = call(case, asked.pairs, folder)
            results.keep("calls", {case.name: times})
            results.keep("agreement", {case.name: agreement})
            results.keep("runs", {f"{case.name}, calls": measured})
            show([*time_lines(case.matches, times), *agreement_lines(agreement)])
        if "whole" in asked.kinds and case.processes:
            times = whole(case, share, asked.runs, folder)
            results.keep("whole", {case.name: times})
            results.keep("runs", {f"{case.name}, whole": measured})
            show(["whole processes:", *time_lines(case.processes, times)])
        if "memory" in asked.kinds and case.weighs:
            found = memory_of(case, folder)
            results.keep("memory", {case.name: found})
            results.keep("runs", {f"{case.name}, memory": measured})
            show(f"{name}: {peak_line(row)}" for name, row in found.items())


def memory_of(case: Case, folder: Path) -> dict[str, dict]:
    """Return what ours takes under each limit, by either tier, and GridR if it can."""
    found = {
        f"{name}, {limit or 'default'}": memory(case, entry, limit, folder)
        for name, entry in OURS_BY_TIER.items()
        for limit in LIMITS
    }
    if case.scene.antialias == "none":
        found["GridR"] = memory(case, GRIDR, None, folder)
    return found


def show(lines: Iterable[str]) -> None:
    """Print lines of a job."""
    for line in lines:
        print(f"  {line}", flush=True)


def time_lines(matches: tuple[Match, ...], times: Times) -> list[str]:
    """Return medians and spreads of all, and ratios of matches."""
    text = [
        f"{name:30} {median(seconds):8.3f} s  ({min(seconds):.3f} - {max(seconds):.3f})"
        for name, seconds in times.items()
    ]
    for match, ratio in ratios(matches, times):
        goal = "" if match.goal is None else f", goal {match.goal}"
        text.append(f"{match.peer} / {match.ours}: {ratio:.2f}{goal}")
    return text


def agreement_lines(agreement: dict[str, dict]) -> list[str]:
    """Return how results differ from ours, where they were compared."""
    return [f"{name}: differs by {row}" for name, row in agreement.items()]


def peak_line(row: dict) -> str:
    """Return a peak of memory beside its estimate."""
    if "refused" in row:
        return row["refused"]
    text = f"{row['measured']:.0f} MiB above idle"
    if "estimate" in row:
        share = row["measured"] / row["estimate"]
        text += f", {share:.2f} of the {row['estimate']:.0f} MiB estimated"
    return text


if __name__ == "__main__":
    main()
