"""Goals, and whether the figures reach them."""

from __future__ import annotations

from collections.abc import Iterator

from .jobs import ARRAY2, FLOOR, OURS2, Case, Match
from .results import Times, cases_with, growth, median, ratios

OVERLAP = 1.25
"""Most that job a may take of the array call and the I/O floor together."""
GROWTH = 1.3
"""Most that a pixel of a large output may take of the fastest."""
SHARES = (0.6, 1.0)
"""Least and most of the estimate that a run should take."""
LEAST_ESTIMATE = 64
"""MiB from which on it should."""

Row = tuple[str, str, str, str, str]
"""Job's code, what is compared, value, goal, verdict."""


def goals(cases: list[Case], results: dict) -> list[Row]:
    """Return a row for each goal of which there are figures."""
    return [
        *of_times(cases, results),
        *of_overlap(cases, results),
        *of_growth(cases, results),
        *of_memory(cases, results),
    ]


def of_times(cases: list[Case], results: dict) -> Iterator[Row]:
    """Yield the goals of calls and of whole processes."""
    for kind, called in (("calls", "call"), ("whole", "process")):
        for case, times in cases_with(kind, cases, results):
            for match, ratio in ratios(matches(case, kind), times):
                if match.goal is not None:
                    what = f"{called}: {match.peer} / {match.ours}"
                    good = ratio >= match.goal
                    yield row(case.name, what, ratio, f"at least {match.goal}", good)


def matches(case: Case, kind: str) -> tuple[Match, ...]:
    """Return who is compared in calls, or in whole processes."""
    return case.matches if kind == "calls" else case.processes


def of_overlap(cases: list[Case], results: dict) -> Iterator[Row]:
    """Yield the goal of input and output beside computing."""
    for case, times in cases_with("calls", cases, results):
        share = overlap(times)
        if share is not None:
            what = "call / (array call + I/O floor)"
            good = share <= OVERLAP
            yield row(case.name, what, share, f"at most {OVERLAP}", good)


def overlap(times: Times) -> float | None:
    """Return the share of ours in array call and I/O floor, where all are known."""
    if not {str(ARRAY2), str(FLOOR), str(OURS2)} <= set(times):
        return None
    ours, array, floor = (median(times[str(e)]) for e in (OURS2, ARRAY2, FLOOR))
    return ours / (array + floor)


def of_growth(cases: list[Case], results: dict) -> Iterator[Row]:
    """Yield the goal of growing outputs, from 2k on."""
    times = [found["ours"] for found in growth(cases, results)[1:]]
    if times:
        worst = max(times) / min(times)
        what = "a pixel from 2k on / of the fastest size"
        yield row("f", what, worst, f"at most {GROWTH}", worst <= GROWTH)


def of_memory(cases: list[Case], results: dict) -> Iterator[Row]:
    """Yield the goals of memory: the extremes, and each that is missed."""
    judged = [
        (case.name, name, peak["measured"] / peak["estimate"], peak)
        for case, peaks in cases_with("memory", cases, results)
        for name, peak in peaks.items()
        if peak.get("estimate", 0) >= LEAST_ESTIMATE
    ]
    goal = f"{SHARES[0]} to {SHARES[1]}"
    for code, name, share, peak in judged:
        within = peak["estimate"] <= peak["limit"]
        if not (SHARES[0] <= share <= SHARES[1] and within):
            yield row(code, f"memory / estimate: {name}", share, goal, good=False)
    for extreme in (min, max) if judged else ():
        code, name, share, _ = extreme(judged, key=lambda found: found[2])
        what = f"memory / estimate, {extreme.__name__}imum: {name}"
        yield row(code, what, share, goal, SHARES[0] <= share <= SHARES[1])


def row(code: str, what: str, value: float, goal: str, good: bool) -> Row:
    """Return what the table shows of one goal."""
    return code, what, f"{value:.2f}", goal, "reached" if good else "missed"
