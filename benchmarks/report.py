"""Turn the figures of a run into docs/benchmarks.md and docs/benchmarks.png."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from . import ROOT
from . import results as figures
from .gain import gain
from .goals import LEAST_ESTIMATE, goals, matches, overlap
from .jobs import ARRAY2, FLOOR, OURS2, Case, all_cases
from .results import cases_with, median, ratios

HALF = 0.5 + 1e-6
"""Units in the last place that rounding changes at most."""

COMPARED = ("job", "peer", "ours", "peer [s]", "ours [s]", "ratio")
"""Columns of the tables of times."""
HOW = """\
Each contender of a job lives in a process of its own. They take turns, there and back,
and the first call of each is not counted. The clock runs around the call alone: of
files, from names to closed outputs; of arrays, from arrays in memory to arrays. All
chains write the same kind of file, tiled, and a 1-bit mask.

- GridR runs with its own strips and tiles of 1000, its default; its `ncpu` changes
  nothing. Large jobs are 4991 wide, for it crashes at 5001.
- OTB is its command, a process each time, with 2048 MB, and writes no mask.
- cv2 takes float32 and positions in float32. Those of a full-resolution grid are given,
  those of a coarse grid it makes with numpy within the time.
- scipy is given the positions of all pixels, and filters within the time, as ours does.

The large job is a source of 6000 x 6000 in tiles of 256, turned by 5 degrees with waves
of 3 pixels, and a node every 10 pixels. Others differ from it as they say. Ours is
computed by compiled kernels, or, where that is said, by NumPy; "auto" is what users
have: NumPy, until compiled kernels are loaded, which short runs do not wait for. "First
ever" finds no kernels compiled."""
"""How it is measured."""


WHY = """\
- **OTB** asks for 0.18 s. Input and output alone take 0.14 s of one processor and the
  call on arrays 0.23 s of two: 0.30 s of two, if they overlap without a gap.
- **cv2.** OpenCV's `remap` has become twice as fast since these goals: 4.10 takes
  11.4 ns per pixel of a full-resolution grid here, 4.14 takes 6.6 and 5.0 takes 7.1.
  It computes in float32, as its errors above show. Of ours a third goes into the rows
  of the supports, as sums are float64, a sixth into columns and pixels, a fifth into
  weights and places, a sixth into reading positions of 16 bytes, a tenth into new
  memory for output and mask, a twentieth into looking for pixels that are not finite.
  Two runs of these rows alone gave 0.65 and 0.66. Fused multiplications gained nothing
  that could be told from noise, nor did asking for the next line's positions early.
  Where the grid is coarse, most of cv2's time goes into new memory for its maps, and
  differs by a factor of 3 within a run: so does the ratio.
- **Growth.** The job of 2k takes 59 ms when it is repeated alone: 6 until the first
  tile (a look at headers and grid, new files, threads), 42 for tiles and the first
  strip, 4 for writing the last one, 5 for the mask's last blocks, the check of both
  files and their names. In turns with others, whose data fill the processor's caches,
  it takes a quarter more. Memory that the system hands out for the first time costs up
  to 1.5 ns a byte; small outputs do not use it twice. Tried without gain: lower strips,
  other tiles, another GDAL cache, closing both files at once (rasterio holds Python's
  lock meanwhile).
- Ratios differ by a tenth from one run to the next on this machine: nearest has been
  5.7 and 6.1 times as fast as GridR, and the full grid 0.58 and 0.66 of cv2."""
"""What is missed and why, from profiles; to be read again when the figures change."""


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
    from .plot import plot  # matplotlib, which the tests do without

    plot(cases, results, asked.docs / "benchmarks.png")
    print(path)


def lines(cases: list[Case], results: dict) -> Iterator[str]:
    """Yield the lines of the report."""
    where = results["environment"]
    versions = ", ".join(f"{name} {of}" for name, of in where["versions"].items())
    runs = ", ".join(sorted(set(results["runs"].values())))
    yield "# Benchmarks"
    yield ""
    yield gain(cases, results)
    yield ""
    yield "Made by `make bench`, which measures all of this anew; do not edit."
    yield ""
    yield f"- measured: {runs}"
    yield f"- on: {where['processors']} x {where['processor']}, {where['memory']}"
    yield f"- with: {where['system']}, {versions}"
    yield ""
    yield from HOW.splitlines()
    yield ""
    yield "![Ratios to peers, and growth](benchmarks.png)"
    for title, text, columns, rows in (
        calls(cases, results),
        checks(cases, results),
        agreement(cases, results),
        whole(cases, results),
        memory(cases, results),
        growth(cases, results),
        reached(cases, results),
        codes(cases),
    ):
        yield from ("", f"## {title}", "", text, "")
        yield from table(columns, rows)
    yield from ("", "## Why goals are missed", "", *WHY.splitlines())


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
    return "Calls", text, COMPARED, compared("calls", cases, results)


def compared(kind: str, cases: list[Case], results: dict) -> list[tuple]:
    """Return the rows of all matches of a kind."""
    rows = []
    for case, times in cases_with(kind, cases, results):
        for match, ratio in ratios(matches(case, kind), times):
            seconds = (f"{median(times[str(e)]):.3f}" for e in (match.peer, match.ours))
            rows.append((case, match.peer, match.ours, *seconds, f"{ratio:.2f}"))
    return rows


def checks(cases: list[Case], results: dict) -> tuple:
    """Return the section on overlap and on input and output alone."""
    text = (
        "Reading, computing and writing overlap: the whole job beside the call on "
        "arrays that hold the same data, and beside reading the same source pixels "
        "and writing the same outputs alone."
    )
    columns = ("job", "ours [s]", "array call [s]", "I/O floor [s]", "share of both")
    rows = []
    for case, times in cases_with("calls", cases, results):
        if str(FLOOR) not in times:
            continue
        ours, floor = median(times[str(OURS2)]), median(times[str(FLOOR)])
        array = median(times[str(ARRAY2)]) if str(ARRAY2) in times else None
        share = "" if array is None else f"{overlap(times):.2f}"
        shown = "" if array is None else f"{array:.3f}"
        rows.append((case, f"{ours:.3f}", shown, f"{floor:.3f}", share))
    return "Input and output", text, columns, rows


def agreement(cases: list[Case], results: dict) -> tuple:
    """Return the section on equal results."""
    text = (
        "Largest difference from our result where both are valid, share of pixels "
        "with the same validity, and largest error against exact float64 values of "
        "each library's own kernel (cv2's cubic one differs from all others') over a "
        "sample; rounded once says that no value is further from the exact one than "
        "rounding to float32 takes it. Sources are noise: uint16 from 0 to 32766, "
        "float32 with a standard deviation of 50. OTB cuts decimals off where others "
        "round."
    )
    columns = (
        "job",
        "contender",
        "difference",
        "same validity",
        "error",
        "rounded once",
    )
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
                    "yes" if row.get("ulps", 1) <= HALF else "",
                )
            )
    return "Results", text, columns, rows


def whole(cases: list[Case], results: dict) -> tuple:
    """Return the section on whole processes."""
    text = (
        "From the start of a fresh Python, with all imports, to its end; medians of "
        f"{results['environment']['runs']} runs, in turns. One that is not the first "
        "ever finds its kernels compiled by an earlier one."
    )
    return "Whole processes", text, COMPARED, compared("whole", cases, results)


def memory(cases: list[Case], results: dict) -> tuple:
    """Return the section on peak memory."""
    text = (
        "Peak above that of the same process after the same job on next to no "
        "pixels; two threads. What libraries take when they are imported is not in it."
    )
    columns = (
        "job",
        "kernels",
        "limit [MiB]",
        "estimated",
        "measured",
        "share",
        "GridR",
    )
    rows = []
    for case, entries in cases_with("memory", cases, results):
        peer = f"{entries['GridR']['measured']:.0f}" if "GridR" in entries else ""
        for name, row in entries.items():
            kernels = "NumPy" if "NumPy" in name else "compiled"
            if "refused" in row:
                cells = (name.split(", ")[1], row["refused"], "", "")
                rows.append((case, kernels, *cells, peer))
            elif "estimate" in row:
                rows.append((case, kernels, *memory_cells(row), peer))
    return "Memory", text, columns, rows


def memory_cells(row: dict) -> tuple[str, ...]:
    """Return what the table of memory shows of one run of ours."""
    sizes = (f"{row[name]:.0f}" for name in ("limit", "estimate", "measured"))
    return (*sizes, f"{row['measured'] / row['estimate']:.2f}")


def growth(cases: list[Case], results: dict) -> tuple:
    """Return the section on growing outputs."""
    text = (
        "The large job, cubic, two threads, with sources and outputs from 1k to 16k; "
        "time of a pixel and peak memory above idle, by limit."
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


def reached(cases: list[Case], results: dict) -> tuple:
    """Return the section on goals."""
    text = (
        "A ratio is the peer's time to ours. Of memory the share of measured in "
        f"estimated is judged where the estimate is {LEAST_ESTIMATE} MiB or more, and "
        "the estimate must be within the limit."
    )
    columns = ("code", "what", "value", "goal", "")
    return "Goals", text, columns, goals(cases, results)


def codes(cases: list[Case]) -> tuple:
    """Return the section on what jobs are called where they are chosen."""
    text = "What `--only` takes, and the table of goals names."
    return "Codes of jobs", text, ("code", "job"), [(c.name, c) for c in cases]


if __name__ == "__main__":
    main()
