"""What places a source on the map in, a grid out."""

from __future__ import annotations

import time
from contextlib import closing

import numpy as np

from ..errors import Cancelled, telling_shortages
from ..feedback import Feedback, tell_notes
from ..grid.accuracy import Accuracy, choose_step, steps_to_try
from ..grid.geometry import node_shape
from ..grid.make import NodeTally, node_strips
from ..grid_options import TargetJob
from ..plan.grid_checks import check_some_inside
from ..plan.grid_outputs import grid_outputs
from ..plan.grid_rules import ResolvedGridJob, resolve_grid
from ..raster.changes import Watch
from ..raster.destination import Destination
from ..run.grid_kernels import computing
from ..run.log_grid import tell_grid, tell_step
from ..run.tally import GridSummary
from ..window import Shape, window_of

PREPARATION = 0.2
"""Share of the progress that preparing a mapping takes, of those that need it."""
SEARCH = 0.5
"""Share of the progress at which the search for the step ends."""


@telling_shortages()
def make_grid_dataset(job: TargetJob, feedback: Feedback | None = None) -> GridSummary:
    """Make the grid that brings a source to the map, as a GeoTIFF.

    Parameters
    ----------
    job : TargetJob
        What to make, and of what: a `GridJob`, `PointsJob` or `ArraysJob`.
    feedback : Feedback
        Takes progress, log and the wish to stop; default logs only.

    Returns
    -------
    GridSummary
        Nodes and steps of the grid, and how exact it is.

    Raises
    ------
    GridrError
        If the job cannot be done; the output is as it was before.
    Cancelled
        If the feedback said so; the output is as it was before.
    """
    feedback = feedback or Feedback()
    with closing(resolve_grid(job)) as resolved:
        return made_grid(resolved, feedback)


def made_grid(resolved: ResolvedGridJob, feedback: Feedback) -> GridSummary:
    """Make a grid of which all is decided; else as `make_grid_dataset`."""
    start = time.perf_counter()
    watch = Watch(resolved.inputs)
    tell_notes(resolved.notes, feedback)
    template = resolved.mapping.template
    with computing(resolved.mapping):
        # the search for the step takes long: names that cannot be are refused before it
        _destination(resolved, steps_to_try(template.shape, resolved.asked_step)[0])
        step, accuracy = _step(resolved, feedback)
        nodes = node_shape(template.shape, step)
        with _destination(resolved, step) as destination:
            tally = _write(resolved, step, destination, feedback)
            seen = tally.inside, tally.bounds
            check_some_inside(template, step, resolved.src.shape, *seen)
            watch.check()
            destination.commit()
    tell_grid(nodes, tally, time.perf_counter() - start, feedback)
    errors = accuracy.error_max, accuracy.error_99
    return GridSummary(*nodes, *step, *errors, tally.masked, tally.inside)


def _destination(resolved: ResolvedGridJob, step: Shape) -> Destination:
    """Return the outputs of a grid with a step, their names checked."""
    job, template = resolved.job, resolved.mapping.template
    nodes = node_shape(template.shape, step)
    outputs = grid_outputs(job.dst, job.dst_mask, template, step)
    window = window_of(((0, nodes[0]), (0, nodes[1])))
    return Destination(outputs, [*resolved.inputs, *resolved.files], window)


def _step(resolved: ResolvedGridJob, feedback: Feedback) -> tuple[Shape, Accuracy]:
    """Return how far apart nodes will be, and how exact that is; log both."""
    mapping, tolerance = resolved.mapping, resolved.job.tolerance
    asked = resolved.asked_step
    begun = 0.0 if mapping.at_once else PREPARATION
    mapping.prepare(lambda share: feedback.progress(begun * share))
    coarsest = 1 if mapping.ends_inside() else resolved.coarsest
    step, accuracy = choose_step(
        mapping.positions,
        mapping.template.shape,
        resolved.src.shape,
        asked,
        tolerance,
        lambda share: feedback.progress(begun + (SEARCH - begun) * share),
        coarsest,
    )
    tell_step(step, None not in asked, accuracy, tolerance, feedback)
    return step, accuracy


def _write(
    resolved: ResolvedGridJob, step: Shape, to: Destination, feedback: Feedback
) -> NodeTally:
    """Make the nodes and write them, strip by strip."""
    mapping, tally = resolved.mapping, NodeTally()
    nodes = node_shape(mapping.template.shape, step)
    made = node_strips(mapping.positions, nodes, step, resolved.src.shape)
    for strip, positions, counted in made:
        to.write(strip, positions, np.isfinite(positions[0]))
        tally = tally.plus(counted)
        done = (strip.row_off + strip.height) / nodes[0]
        if not feedback.progress(SEARCH + (1 - SEARCH) * done):
            raise Cancelled
    return tally
