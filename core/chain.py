"""Files in, files out: run a plan."""

from __future__ import annotations

import time
from typing import NamedTuple

from .dataset import gdal_cache
from .destination import Destination
from .feedback import Feedback
from .options import Job
from .outputs import resampling_outputs
from .plan import Plan, make_plan
from .readers import Readers
from .run import Tally, Write, run_tiles
from .task import Task, decide
from .tile import compute_tile

FOLDED = 0.001
"""Share of grid cells turning the rarer way above which a grid is called folded."""


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
    for line in plan.describe():
        feedback.info(line)
    dst = Destination(resampling_outputs(plan), task.inputs, task.window)
    with gdal_cache(plan.memory.cache), dst:
        with Readers(task) as readers:
            tally = resample_plan(plan, readers, dst.write, feedback)
        dst.commit()
    report(task, tally, time.perf_counter() - start, feedback)
    return Summary(*plan.shape, tally.valid)


def resample_plan(
    plan: Plan, readers: Readers, write: Write, feedback: Feedback
) -> Tally:
    """Compute the tiles of a plan and hand its strips to `write`."""

    def compute(tile, goes_on):
        return compute_tile(plan, tile, readers, goes_on)

    return run_tiles(plan, compute, write, feedback)


def report(task: Task, tally: Tally, seconds: float, feedback: Feedback) -> None:
    """Log what came out of a run and what was odd about it."""
    pixels = task.window.height * task.window.width
    feedback.info(
        f"Valid: {tally.valid} of {pixels} pixels "
        f"({100 * tally.valid / pixels:.1f} %); {seconds:.1f} s, "
        f"{pixels / seconds / 1e6:.1f} million pixels/s."
    )
    if tally.masked_nodes:
        share = 100 * tally.masked_nodes / tally.nodes
        feedback.info(f"{share:.1f} % of the grid's nodes are masked.")
    if tally.equal_nodata:
        feedback.info(
            f"{tally.equal_nodata} valid pixels happen to equal the nodata value "
            f"{task.dst_nodata:g}: only the output mask tells them from invalid ones."
        )
    if tally.valid == 0:
        rows, cols = task.src.shape
        feedback.warning(
            "No output pixel is valid: no usable node of the grid leads to a valid "
            f"place in the source, whose rows are 0 to {rows - 1} and columns 0 to "
            f"{cols - 1}. Check the grid's bands, their order and its units (pixels)."
        )
    rarer = min(tally.cells, tally.turned_cells)
    if rarer > FOLDED * (tally.cells + tally.turned_cells):
        share = 100 * rarer / (tally.cells + tally.turned_cells)
        feedback.warning(
            f"The grid is folded: {share:.1f} % of its cells turn against the others, "
            "so parts of the source appear more than once."
        )
