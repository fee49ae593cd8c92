"""What a run on a cluster says before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from rasterio.windows import Window

from ..plan.parts import shape_of


def pieces_lines(
    windows: list[Window], ready: int, threads: dict[str, int], scheduler: str
) -> Iterator[str]:
    """Yield the parts of a run, and who computes them.

    Parameters
    ----------
    windows : list of Window
        All parts.
    ready : int
        How many of them an earlier run has left.
    threads : dict
        Threads of each worker, by its address.
    scheduler : str
        Address of the scheduler.
    """
    rows, cols = shape_of(windows)
    yield (
        f"Plan: {len(windows)} part(s) of up to {rows} x {cols} pixels, on "
        f"{len(threads)} worker(s) with {sum(threads.values())} thread(s) of the "
        f"scheduler {scheduler}."
    )
    if ready:
        yield (
            f"Parts: {ready} of {len(windows)} are there from an earlier run and are "
            "not computed again."
        )
