"""Turn the figures of a run into docs/benchmarks.md and docs/benchmarks.png."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from . import ROOT
from . import results as figures
from .jobs import ARRAY2, FIRST_EVER, FLOOR, OURS2, Case, all_cases
from .plot import plot
from .results import cases_with, median, ratios

OVERLAP = 1.25
"""Most that job (a) may take of the array call and the I/O floor together."""
GROWTH = 1.3
"""Most that a pixel of a large output may take of the fastest."""
SHARES = (0.6, 1.0)
"""Least and most of the estimate that a run should take."""
LEAST_ESTIMATE = 64
"""MiB from which on it should."""


def main() -> None:
    """Write both files."""
    out = ROOT / "out" / "benchmarks"
    parser = argparse.ArgumentParser("python -m benchmarks.report", description=__doc__)
    parser.add_argument("--results", type=Path, default=out / "results.json")
    parser.add_argument("--docs", type=Path, default=ROOT / "docs")
    asked = parser.parse_args()
    results = json.loads(asked.results.read_text())
    cases = [case.scaled(results["share"]) for case in all_cases()]
    path = asked.docs / "benchmarks.md"
    path.write_text("\n".join(lines(cases, results)) + "\n", encoding="utf-8")
    plot(cases, results, asked.docs / "benchmarks.png")
    print(path)


def lines(cases: list[Case], results: dict) -> Iterator[str]:
    """Yield the lines of the report."""
    where = results["environment"]
    yield "# Benchmarks"
    yield ""
    yield "Made by `make bench`, which measures all of this anew; do not edit. What is"
    yield "measured and how is said in [benchmarks](../benchmarks)."
    yield ""
    yield f"{where['day']}, commit {where['commit']}: {where['processors']} x "
    yield f"{where['processor']}, {where['memory']}, {where['system']}."
    yield ", ".join(f"{name} {is_}" for name, is_ in where["versions"].items()) + "."
    yield ""
    yield "![Ratios to peers, and growth](benchmarks.png)"
    for title, text, columns, rows in (
        calls(cases, results),
        checks(cases, results),
        agreement(cases, results),
        whole(cases, results),
        memory(cases, results),
        growth(cases, results),
    ):
        yield from ("", f"## {title}", "", text, "")
        yield from table(columns, rows)


def table(columns: tuple[str, ...], rows: list[tuple]) -> Iterator[str]:
    """Yield a table; columns of figures are aligned to the right."""
    first = rows[0] if rows else columns
    figures = [str(cell)[:1].isdigit() for cell in first]
    yield f"| {' | '.join(columns)} |"
    yield f"| {' | '.join('---:' if it else '---' for it in figures)} |"
    for row in rows:
        yield f"| {' | '.join(map(str, row))} |"


def calls(cases: list[Case], results: dict) -> tuple:
    """Return the section on times of calls."""
    text = (
        f"Medians of {results['environment']['pairs']} calls each, in turns, kernels "
        "compiled and files in the page cache. The ratio is the peer's median to ours: "
        "more is better."
    )
    columns = ("job", "peer", "ours", "peer [s]", "ours [s]", "ratio", "goal", "")
    rows = []
    for case, times in cases_with("calls", cases, results):
        for match, ratio in ratios(case, times):
            seconds = (f"{median(times[str(e)]):.3f}" for e in (match.peer, match.ours))
            rows.append(
                (case, match.peer, match.ours, *seconds, f"{ratio:.2f}")
                + verdict(ratio, match.goal)
            )
    return "Calls", text, columns, rows


def verdict(value: float, least: float | None) -> tuple[str, str]:
    """Return a goal and whether it is reached."""
    if least is None:
        return "", ""
    return f"{least}", "reached" if value >= least else "missed"


def checks(cases: list[Case], results: dict) -> tuple:
    """Return the section on overlap and on input and output alone."""
    text = (
        "Reading, computing and writing overlap: the whole job beside the call on "
        "arrays that hold the same data, and beside reading the same source pixels "
        f"and writing the same outputs alone. The share should be at most {OVERLAP} "
        "for job (a)."
    )
    columns = ("job", "ours [s]", "array call [s]", "I/O floor [s]", "share of both")
    rows = []
    for case, times in cases_with("calls", cases, results):
        if str(FLOOR) not in times:
            continue
        ours, floor = median(times[str(OURS2)]), median(times[str(FLOOR)])
        array = median(times[str(ARRAY2)]) if str(ARRAY2) in times else None
        share = "" if array is None else f"{ours / (array + floor):.2f}"
        shown = "" if array is None else f"{array:.3f}"
        rows.append((case, f"{ours:.3f}", shown, f"{floor:.3f}", share))
    return "Input and output", text, columns, rows


def agreement(cases: list[Case], results: dict) -> tuple:
    """Return the section on equal results."""
    text = (
        "Largest difference from our result where both are valid, share of pixels "
        "with the same validity, and largest error against exact float64 values of "
        "each library's own kernel (cv2's cubic one differs from all others') over a "
        "sample, also in units of float32's last place, where 0.5 is the exact value "
        "rounded once. Sources are noise: uint16 from 0 to 32766, float32 with a "
        "standard deviation of 50. OTB cuts decimals off where others round."
    )
    columns = ("job", "contender", "difference", "same validity", "error", "[ulp]")
    rows = []
    for case, entries in cases_with("agreement", cases, results):
        for name, row in entries.items():
            if name == str(case.matches[0].ours) and "error" not in row:
                continue
            same = row.get("masks_equal")
            rows.append(
                (
                    case,
                    name,
                    f"{row['most']:.2g}" if "most" in row else "another kernel",
                    "" if same is None else f"{100 * same:.5g} %",
                    f"{row['error']:.2g}" if "error" in row else "",
                    f"{row['ulps']:.2g}" if "ulps" in row else "",
                )
            )
    return "Results", text, columns, rows


def whole(cases: list[Case], results: dict) -> tuple:
    """Return the section on whole processes."""
    text = (
        "From the start of a fresh Python, with all imports, to its end. Ours also "
        "once with no kernel compiled before, as the first time ever."
    )
    columns = ("job", "peer", "ours", "peer [s]", "ours [s]", "ratio", "first ever [s]")
    rows = []
    for case, times in cases_with("whole", cases, results):
        first = f"{times[FIRST_EVER][0]:.1f}"
        for match, ratio in ratios(case, times):
            seconds = (f"{median(times[str(e)]):.2f}" for e in (match.peer, match.ours))
            rows.append((case, match.peer, match.ours, *seconds, f"{ratio:.2f}", first))
    return "Whole processes", text, columns, rows


def memory(cases: list[Case], results: dict) -> tuple:
    """Return the section on peak memory."""
    text = (
        "Peak above that of the same process after the same job on next to no "
        "pixels; two threads. The share of measured in estimated should be "
        f"{SHARES[0]} to {SHARES[1]} where the estimate is {LEAST_ESTIMATE} MiB or "
        "more, and the estimate within the limit."
    )
    columns = ("job", "limit [MiB]", "estimated", "measured", "share", "", "GridR")
    rows = []
    for case, entries in cases_with("memory", cases, results):
        peer = f"{entries['GridR']['measured']:.0f}"
        for name, row in entries.items():
            if "refused" in row:
                rows.append(
                    (case, name.split(", ")[1], row["refused"], *[""] * 3, peer)
                )
            elif "estimate" in row:
                rows.append((case, *memory_cells(row), peer))
    return "Memory", text, columns, rows


def memory_cells(row: dict) -> tuple[str, ...]:
    """Return what the table of memory shows of one run of ours."""
    share = row["measured"] / row["estimate"]
    judged = row["estimate"] >= LEAST_ESTIMATE
    good = SHARES[0] <= share <= SHARES[1] and row["estimate"] <= row["limit"]
    said = ("reached" if good else "missed") if judged else ""
    sizes = (f"{row[name]:.0f}" for name in ("limit", "estimate", "measured"))
    return (*sizes, f"{share:.2f}", said)


def growth(cases: list[Case], results: dict) -> tuple:
    """Return the section on growing outputs."""
    text = (
        "Job (a), cubic, two threads, with sources and outputs from 1k to 16k; time of "
        "a pixel and peak memory above idle, by limit. From 2k on a pixel should take "
        f"at most {GROWTH} times that of the fastest size."
    )
    columns = ("size", "ours [ns]", "of the fastest", "GridR [ns]")
    rows = figures.growth(cases, results)
    fastest = min((row["ours"] for row in rows[1:]), default=1)
    peaks = sorted({name for row in rows for name in row if name.startswith("ours,")})
    cells = [
        (
            row["size"],
            f"{row['ours']:.2f}",
            f"{row['ours'] / fastest:.2f}",
            f"{row['GridR']:.2f}",
            *(f"{row.get(name, float('nan')):.0f}" for name in peaks),
        )
        for row in rows
    ]
    names = [name.replace("ours, ", "limit ").replace("MiB", "[MiB]") for name in peaks]
    return "Growth", text, (*columns, *names), cells


if __name__ == "__main__":
    main()
