"""Files in, files out: run a plan."""

from __future__ import annotations

import time
from functools import partial

from ..errors import telling_shortages
from ..feedback import Feedback, tell_notes
from ..options import Job
from ..plan.outputs import resampling_outputs
from ..plan.oversampling import needed_oversampling
from ..plan.plan import make_plan
from ..plan.rules import resolve
from ..raster.changes import Watch
from ..raster.destination import Destination
from ..run.log_outcome import tell_outcome
from ..run.log_plan import tell_plan
from ..run.tally import Summary
from ..run.tile import opened, run_plan, settled


@telling_shortages()
def resample_dataset(job: Job, feedback: Feedback | None = None) -> Summary:
    """Resample a raster through a grid into a GeoTIFF: ``src[grid] -> dst``.

    Parameters
    ----------
    job : Job
        What to do.
    feedback : Feedback
        Takes progress, log and the wish to stop; default logs only.

    Returns
    -------
    Summary
        Shape and valid pixels of the output.

    Raises
    ------
    GridrError
        If the job cannot be done; outputs are as they were before.
    Cancelled
        If the feedback said so; outputs are as they were before.
    """
    feedback = feedback or Feedback()
    start = time.perf_counter()
    resolved = resolve(job)
    watch = Watch(resolved.inputs)
    resolved = settled(resolved)
    tell_notes(resolved.notes, feedback)
    outputs = resampling_outputs(make_plan(resolved))
    destination = Destination(outputs, resolved.inputs, resolved.window)
    # all is checked: now the grid may be read, for a closer plan
    with opened(resolved) as (plan, readers):
        tell_plan(plan, outputs, feedback)
        with destination:
            tally = run_plan(plan, readers, destination.write, feedback)
            watch.check()
            destination.commit()
        seconds, shape = time.perf_counter() - start, resolved.grid_row.shape
        needed = partial(needed_oversampling, readers.grid, shape)
        tell_outcome(resolved, tally, seconds, feedback, needed)
    return Summary(*plan.layout.shape, tally.valid)
