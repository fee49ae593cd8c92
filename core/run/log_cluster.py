"""What a run on a cluster says before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from rasterio.windows import Window

from ..message import Message
from ..plan.parts import shape_of


def pieces_lines(
    windows: list[Window], ready: int, threads: dict[str, int], scheduler: str
) -> Iterator[Message]:
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
    yield Message(
        "Plan: {count} part(s) of up to {rows} x {cols} pixels, on {workers} "
        "worker(s) with {threads} thread(s) of the scheduler {scheduler}.",
        count=len(windows),
        rows=rows,
        cols=cols,
        workers=len(threads),
        threads=sum(threads.values()),
        scheduler=scheduler,
    )
    if ready:
        yield Message(
            "Parts: {ready} of {count} are there from an earlier run and are not "
            "computed again.",
            ready=ready,
            count=len(windows),
        )
