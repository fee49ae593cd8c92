"""Files in, files out: run a plan."""

from __future__ import annotations

import time
from typing import NamedTuple

from .dataset import gdal_cache
from .destination import Destination
from .feedback import Feedback
from .nodes import source_need
from .options import Job
from .outputs import resampling_outputs
from .plan import Plan, make_plan
from .readers import Readers
from .report import report, tell_place, tell_polygons
from .run import Tally, Write, run_tiles
from .task import decide
from .tile import fill_tile


class Summary(NamedTuple):
    """What a run made."""

    rows: int
    """Rows of the output."""
    cols: int
    """Columns of the output."""
    valid_pixels: int
    """Valid pixels of the output."""

    @property
    def valid_percent(self) -> float:
        """Return the share of valid pixels, 0 to 100."""
        return 100 * self.valid_pixels / (self.rows * self.cols)


def resample_dataset(job: Job, feedback: Feedback | None = None) -> Summary:
    """Resample a raster through a grid into a GeoTIFF: ``src[grid] -> dst``.

    Parameters
    ----------
    job : Job
        What to do.
    feedback : Feedback
        Takes progress, log and the wish to stop; default logs only.

    Raises
    ------
    GridrError
        If the job cannot be done; nothing is read or written then.
    Cancelled
        If the feedback said so; outputs are as they were before.
    """
    feedback = feedback or Feedback()
    start = time.perf_counter()
    task = decide(job, feedback)
    plan = make_plan(task)
    outputs = resampling_outputs(plan, feedback)
    dst = Destination(outputs, task.inputs, task.window)
    with Readers(task) as readers:
        # all is checked: now the grid may be read, for a closer plan
        plan = make_plan(task, source_need(task, readers))
        for line in plan.describe():
            feedback.info(line)
        tell_place(task.grid_row, task.step, task.window, task.src, feedback)
        tell_polygons(task.polygons, task.src.shape, "source", feedback)
        with gdal_cache(plan.memory.cache), dst:
            tally = resample_plan(plan, readers, dst.write, feedback)
            dst.commit()
    report(task, tally, time.perf_counter() - start, feedback)
    return Summary(*plan.shape, tally.valid)


def resample_plan(
    plan: Plan, readers: Readers, write: Write, feedback: Feedback
) -> Tally:
    """Compute the tiles of a plan and hand its strips to `write`."""

    def compute(tile, strip, goes_on):
        return fill_tile(plan, tile, readers, strip, goes_on)

    return run_tiles(plan, compute, write, feedback)
