"""The figures that runs found: a file, and ways to look at it."""

from __future__ import annotations

import json
import statistics
from collections.abc import Iterator
from pathlib import Path

from .jobs import GRIDR, OURS2, Case, Match

Times = dict[str, list[float]]
"""Seconds of each run, by the contender's name."""


class Results:
    """The file of all figures; a run renews those it measures."""

    def __init__(self, path: Path):
        self.path = path
        self.found = json.loads(path.read_text()) if path.exists() else {}

    def keep(self, kind: str, value: object) -> None:
        """Put a value, or the items of a dict, into the file."""
        if isinstance(value, dict):
            value = {**self.found.get(kind, {}), **value}
        self.found[kind] = value
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(json.dumps(self.found, indent=1))


def median(seconds: list[float]) -> float:
    """Return the median of some times [s]."""
    return statistics.median(seconds)


def ratios(matches: tuple[Match, ...], times: Times) -> list[tuple[Match, float]]:
    """Return the ratio of the medians, peer to ours, of each match that took place."""
    return [
        (match, median(times[str(match.peer)]) / median(times[str(match.ours)]))
        for match in matches
        if {str(match.peer), str(match.ours)} <= set(times)
    ]


def cases_with(
    kind: str, cases: list[Case], results: dict
) -> Iterator[tuple[Case, dict]]:
    """Yield the cases that have figures of a kind, and these."""
    for case in cases:
        if case.name in results.get(kind, {}):
            yield case, results[kind][case.name]


def growth(cases: list[Case], results: dict) -> list[dict[str, float]]:
    """Return by size what a pixel takes [ns] and what a run takes [MiB].

    Returns
    -------
    list of dict
        `size`, rows of the output; `ours` and `GridR`, times; `ours, default MiB`
        and the like, memory.
    """
    rows = []
    for case, times in cases_with("calls", cases, results):
        if not case.name.startswith("f-"):
            continue
        size = case.scene.dst_size
        row = {"size": size}
        for name, entry in (("ours", OURS2), ("GridR", GRIDR)):
            row[name] = 1e9 * median(times[str(entry)]) / size**2
        for name, peak in results.get("memory", {}).get(case.name, {}).items():
            if "NumPy" not in name:
                row[f"{name} MiB"] = peak.get("measured", float("nan"))
        rows.append(row)
    return rows
