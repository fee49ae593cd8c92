"""Measure all jobs or some: `python -m benchmarks [--only a-cubic b] [--quick]`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from . import ROOT
from .jobs import Case, chosen
from .measure import call_times, median

QUICK = 0.2
"""Share of the sides that --quick leaves."""


def main() -> None:
    """Measure, print, and keep what was measured in the results' file."""
    parser = argparse.ArgumentParser("python -m benchmarks", description=__doc__)
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME")
    parser.add_argument("--pairs", type=int, default=7)
    parser.add_argument("--quick", action="store_true", help="small, two pairs")
    parser.add_argument("--folder", type=Path, default=ROOT / "out" / "benchmarks")
    asked = parser.parse_args()
    folder = asked.folder / "quick" if asked.quick else asked.folder
    for case in chosen(asked.only):
        case = case.scaled(QUICK) if asked.quick else case
        times = call_times(case, 2 if asked.quick else asked.pairs, folder)
        keep(folder / "results.json", "calls", case.name, times)
        print(*lines(case, times), sep="\n", flush=True)


def keep(path: Path, kind: str, name: str, found: object) -> None:
    """Put what was found of a job into the results' file."""
    results = json.loads(path.read_text()) if path.exists() else {}
    results.setdefault(kind, {})[name] = found
    path.write_text(json.dumps(results, indent=1))


def lines(case: Case, times: dict[str, list[float]]) -> list[str]:
    """Return the medians and ratios of a case as lines."""
    text = [f"{case.name}: {case}"]
    for name, seconds in times.items():
        spread = f"{min(seconds):.3f} to {max(seconds):.3f}"
        text.append(f"  {name:24} {median(seconds):8.3f} s  ({spread})")
    for match in case.matches:
        if str(match.peer) in times:
            ratio = median(times[str(match.peer)]) / median(times[str(match.ours)])
            goal = "" if match.goal is None else f", goal {match.goal}"
            text.append(f"  {match.peer} / {match.ours}: {ratio:.2f}{goal}")
    return text


if __name__ == "__main__":
    main()
