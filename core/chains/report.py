"""A grid and its source in, a report out."""

from __future__ import annotations

import time
from contextlib import closing
from itertools import islice

from ..errors import Cancelled, telling_shortages
from ..feedback import Feedback, tell_notes
from ..grid_options import ReportJob
from ..plan.oversampling import needed_oversampling
from ..plan.plan import Plan
from ..plan.report_rules import resolve_report
from ..raster.changes import Watch
from ..raster.quick_look import quick_look
from ..raster.reader import Reader
from ..run.log_plan import plan_lines
from ..run.log_report import tell_report
from ..run.readers import Readers
from ..run.report import (
    GoesOn,
    GridReport,
    Reads,
    diagnose_grid,
    look_indexes,
)
from ..run.tile import opened, pieces

LOOK_SIZE = 800
"""Most rows and columns of the source's quick look."""
MOST_TILES = 500
"""Tiles of the run that are looked at."""
SHARES = (0.0, 0.6, 0.8, 1.0)
"""Of the progress, where nodes, the look ahead and the quick look begin and end."""


@telling_shortages()
def report_grid_dataset(job: ReportJob, feedback: Feedback | None = None) -> GridReport:
    """Look at all nodes of a grid, and ahead to a run with it. Nothing is written.

    Parameters
    ----------
    job : ReportJob
        The grid, and the run.
    feedback : Feedback
        Takes progress, log and the wish to stop; default logs only.

    Returns
    -------
    GridReport
        Counts, scales, turns, errors, a map of the scales, what the run would read.

    Raises
    ------
    GridrError
        If a raster cannot be read, or the run could not be done.
    Cancelled
        If the feedback said so.
    """
    feedback = feedback or Feedback()
    start = time.perf_counter()
    resolved = resolve_report(job)
    watch = Watch(resolved.inputs)
    # the others are of what the run would write
    tell_notes([note for note in resolved.notes if note.is_odd], feedback)

    def part(number: int) -> GoesOn:
        first, last = SHARES[number : number + 2]
        return lambda share: feedback.progress(first + (last - first) * min(share, 1))

    with opened(resolved) as (plan, readers), closing(Reader(resolved.src.name)) as src:
        for line in plan_lines(plan):
            feedback.info(line)
        diagnosis = diagnose_grid(resolved, readers.grid, part(0))
        reads = look_ahead(plan, readers, part(1))
        indexes = look_indexes(resolved)
        look = quick_look(src, resolved.src, indexes, LOOK_SIZE, part(2))
        fine = needed_oversampling(readers.grid, resolved.grid_row.shape)
        watch.check()
    ahead = plan.layout, plan.memory, diagnosis, reads, look
    report = GridReport(resolved, *ahead, job.tolerance, fine)
    tell_report(report, time.perf_counter() - start, feedback)
    return report


def look_ahead(plan: Plan, readers: Readers, goes_on: GoesOn) -> Reads:
    """Return what a run would read of its source; no pixel of it is read.

    Raises
    ------
    Cancelled
        If `goes_on` said so.
    """
    layout, source = plan.layout, readers.source
    tiles = sum(1 for strip in layout.strips() for _ in layout.tiles(strip))
    every = -(-tiles // MOST_TILES)
    some = (tile for strip in layout.strips() for tile in layout.tiles(strip))
    windows, gathered, pixels, looked = [], 0, 0, 0
    for tile in islice(some, 0, None, every):
        for piece in pieces(plan, source, readers.grid.read(tile), tile):
            gathered += piece.scattered
            if piece.src_window is not None:
                windows.append(piece.src_window)
                height, width = source.read_shape(piece.src_window)
                pixels += height * width
        looked += 1
        if not goes_on(looked * every / tiles):
            raise Cancelled
    return Reads(tiles, looked, tuple(windows), gathered, pixels * tiles // looked)
