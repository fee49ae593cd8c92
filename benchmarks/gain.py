"""What a user gains, in a sentence made of the figures."""

from __future__ import annotations

from .jobs import FIRST, GRIDR, OURS2, Case
from .results import cases_with, median, ratios


def gain(cases: list[Case], results: dict) -> str:
    """Return the first sentence of the report, of what was measured."""
    parts = [*speed(cases, results), *start(cases, results), *memory(cases, results)]
    return f"Beside GridR {'; '.join(parts)}." if parts else "Nothing is measured yet."


def speed(cases: list[Case], results: dict) -> list[str]:
    """Return how much faster large jobs are, by whatever interpolation."""
    rows = [row for row in cases_with("calls", cases, results) if is_of(row[0], "a")]
    found = [
        ratio
        for case, times in rows
        for match, ratio in ratios(case.matches, times)
        if (match.peer, match.ours) == (GRIDR, OURS2)
    ]
    if not found:
        return []
    size = rows[0][0].scene.dst_size
    return [
        f"a job of {megapixels(size)} takes {min(found):.1f} to {max(found):.1f} times "
        "less time on two processors, once its kernels are compiled"
    ]


def start(cases: list[Case], results: dict) -> list[str]:
    """Return what the first job ever takes, as a whole process."""
    return [
        f"the first job ever, {case.method} of {megapixels(case.scene.dst_size)}, "
        f"takes {median(times[str(FIRST)]):.1f} s from the start of Python to its end "
        f"instead of {median(times[str(GRIDR)]):.1f} s"
        for case, times in cases_with("whole", cases, results)
        if case.name == "first-cubic"
    ]


def memory(cases: list[Case], results: dict) -> list[str]:
    """Return what the largest job takes."""
    rows = [row for row in cases_with("memory", cases, results) if is_of(row[0], "f")]
    return [
        f"a job of {megapixels(case.scene.dst_size)} takes "
        f"{peaks['ours, default']['measured']:.0f} MiB of memory instead of "
        f"{peaks['GridR']['measured']:.0f} MiB"
        for case, peaks in rows[-1:]
    ]


def is_of(case: Case, group: str) -> bool:
    """Tell whether a case belongs to a group."""
    return case.name.split("-")[0] == group


def megapixels(size: int) -> str:
    """Return how large an output of so many rows and columns is."""
    return f"{size * size / 1e6:.0f} Mpx"
