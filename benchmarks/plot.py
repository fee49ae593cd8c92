"""The picture of the report: ratios beside their goals, and growth."""

from __future__ import annotations

from pathlib import Path

import matplotlib

matplotlib.use("Agg")

# after the choice of what draws
import matplotlib.pyplot as plt  # noqa: E402
from matplotlib.ticker import FixedLocator  # noqa: E402

from .jobs import Case  # noqa: E402
from .results import cases_with, growth, ratios  # noqa: E402

REACHED, MISSED, PEER = "#2a7f62", "#c8553d", "#7a7a7a"


def plot(cases: list[Case], results: dict, path: Path) -> None:
    """Draw all figures of calls, and of growth."""
    figure = plt.figure(figsize=(12, 8), layout="constrained")
    left, right = figure.subfigures(1, 2, width_ratios=(3, 2))
    draw_ratios(left.subplots(), cases, results)
    draw_growth(*right.subplots(2, 1, sharex=True), growth(cases, results))
    figure.savefig(path, dpi=110)
    plt.close(figure)


def draw_ratios(axes: plt.Axes, cases: list[Case], results: dict) -> None:
    """Draw a bar for each ratio that has a goal, and the goal as a line."""
    bars = [
        (f"{case.name} / {match.peer.library}, {match.ours.threads}", ratio, match.goal)
        for case, times in cases_with("calls", cases, results)
        for match, ratio in ratios(case.matches, times)
        if match.goal is not None
    ]
    for place, (_, ratio, goal) in enumerate(bars):
        axes.barh(place, ratio, color=REACHED if ratio >= goal else MISSED)
        axes.plot([goal, goal], [place - 0.45, place + 0.45], color="black", lw=2)
        axes.text(ratio, place, f" {ratio:.1f}", va="center", fontsize=8)
    axes.set_yticks(range(len(bars)), [name for name, *_ in bars], fontsize=8)
    axes.invert_yaxis()
    axes.set_xscale("log")
    axes.xaxis.set_major_locator(FixedLocator([0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50]))
    axes.xaxis.set_major_formatter("{x:g}")
    axes.minorticks_off()
    axes.margins(x=0.1)
    axes.set_xlabel("times as fast as the peer; black: goal")
    axes.set_title("Calls: job / peer, our threads")


def draw_growth(time: plt.Axes, memory: plt.Axes, rows: list[dict[str, float]]) -> None:
    """Draw time per pixel and peak memory over the size of the output."""
    sizes = [row["size"] for row in rows]
    for name, color in (("ours", REACHED), ("GridR", PEER)):
        time.plot(sizes, [row[name] for row in rows], "o-", color=color, label=name)
    time.set_ylabel("ns per output pixel")
    time.set_title("Growth: cubic, two threads (GridR: one)")
    names = {name for row in rows for name in row if name.endswith(" MiB")}
    for name, style in zip(sorted(names), ("s-", "o-", "o--")):
        color = PEER if name.startswith("GridR") else REACHED
        label = name.removesuffix(" MiB").replace(", ", ", limit ")
        peaks = [row.get(name, float("nan")) for row in rows]
        memory.plot(sizes, peaks, style, color=color, label=label)
    memory.set_ylabel("MiB above idle")
    memory.set_xlabel("rows and columns of the output")
    memory.set_xscale("log", base=2)
    memory.set_xticks(sizes, sizes)
    time.set_ylim(bottom=0)
    memory.set_yscale("log")
    for axes in (time, memory):
        axes.grid(alpha=0.3)
        axes.legend()
