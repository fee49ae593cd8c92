"""A grid in, the same by another convention or at another step out."""

from __future__ import annotations

import time

import numpy as np

from ..errors import Cancelled, telling_shortages
from ..feedback import Feedback, tell_notes
from ..grid.accuracy import Accuracy
from ..grid.convert import Restepped, runs
from ..grid.grid import Grid
from ..grid_options import ConvertJob
from ..plan.convert_outputs import (
    converted_output,
    new_shape,
    otb_command,
    strip_rows,
)
from ..plan.convert_rules import ResolvedConvertJob, resolve_convert
from ..raster.cache import gdal_cache
from ..raster.changes import Watch
from ..raster.destination import Destination
from ..run.given import opened_grid
from ..run.log_convert import tell_command, tell_converted, tell_dropped
from ..run.tally import ConvertSummary
from ..window import strips, window_of

CACHE = 2**28
"""Bytes of GDAL's cache: a row of blocks of a wide grid is read many times."""


@telling_shortages()
def convert_grid_dataset(
    job: ConvertJob, feedback: Feedback | None = None
) -> ConvertSummary:
    """Convert a grid to another convention, or to another step, into a GeoTIFF.

    Parameters
    ----------
    job : ConvertJob
        What to do.
    feedback : Feedback
        Takes progress, log and the wish to stop; default logs only.

    Returns
    -------
    ConvertSummary
        Nodes of the output, errors at dropped ones, OTB's command.

    Raises
    ------
    GridrError
        If the job cannot be done; the output is as it was before.
    Cancelled
        If the feedback said so; the output is as it was before.
    """
    feedback = feedback or Feedback()
    start = time.perf_counter()
    resolved = resolve_convert(job)
    watch = Watch(resolved.inputs)
    tell_notes(resolved.notes, feedback)
    shape, step = new_shape(resolved), resolved.new_step
    window = window_of(((0, shape[0]), (0, shape[1])))
    destination = Destination([converted_output(resolved)], resolved.inputs, window)
    accuracy = Accuracy()
    with opened_grid(resolved.given) as grid, gdal_cache(CACHE), destination:
        nodes = _restepped(resolved, grid)
        share = 0.5 if resolved.is_coarser else 1.0
        masked = _write(resolved, nodes, destination, share, feedback)
        if resolved.is_coarser:
            accuracy = _compare(nodes, strip_rows(resolved), share, feedback)
        watch.check()
        destination.commit()
    if resolved.is_coarser:
        tell_dropped(accuracy, feedback)
    convention, seconds = resolved.job.convention_to, time.perf_counter() - start
    tell_converted(shape, step, masked, convention, seconds, feedback)
    command = otb_command(resolved)
    tell_command(command, feedback)
    errors = accuracy.error_max, accuracy.error_99
    return ConvertSummary(*shape, *step, *errors, accuracy.compared, masked, command)


def _restepped(resolved: ResolvedConvertJob, grid: Grid) -> Restepped:
    """Return the grid's positions at the step that is written."""
    row_axis, col_axis = resolved.axes_from
    cols = np.arange(resolved.given.shape[1])

    def read(rows: np.ndarray) -> np.ndarray:
        found = np.empty((2, len(rows), len(cols)))
        for ranges, (start, stop) in runs(rows):
            nodes = grid.read(window_of((ranges, (0, len(cols)))))
            lines = np.arange(*ranges)[:, None]
            found[0, start:stop] = row_axis.positions(nodes.rows, lines)
            found[1, start:stop] = col_axis.positions(nodes.cols, cols)
        return found

    shapes = resolved.given.shape, resolved.step, resolved.new_step
    return Restepped(read, *shapes, new_shape(resolved))


def _write(
    resolved: ResolvedConvertJob,
    nodes: Restepped,
    to: Destination,
    share: float,
    feedback: Feedback,
) -> int:
    """Write the nodes strip by strip; return how many have no position."""
    masked = 0
    for strip in strips(to.window, strip_rows(resolved)):
        stop = strip.row_off + strip.height
        found = nodes.rows(strip.row_off, stop)
        valid = np.isfinite(found[0])
        masked += int(valid.size - np.count_nonzero(valid))
        to.write(strip, _stored(resolved, found, strip.row_off), valid)
        _move(share * stop / to.window.height, feedback)
    return masked


def _stored(resolved: ResolvedConvertJob, found: np.ndarray, first: int) -> np.ndarray:
    """Return what is written for positions of rows of nodes from `first` on."""
    row_axis, col_axis = resolved.axes_to
    lines = np.arange(first, first + found.shape[1])[:, None]
    rows = row_axis.stored(found[0], lines)
    cols = col_axis.stored(found[1], np.arange(found.shape[2]))
    return np.stack([cols, rows] if resolved.job.convention_to.is_otb else [rows, cols])


def _compare(
    nodes: Restepped, at_once: int, share: float, feedback: Feedback
) -> Accuracy:
    """Return how far positions at dropped nodes are off."""
    accuracy, rows = Accuracy(), nodes.shape[0]
    for start in range(0, rows, at_once):
        stop = min(start + at_once, rows)
        accuracy = accuracy.plus(nodes.compared(start, stop))
        _move(share + (1 - share) * stop / rows, feedback)
    return accuracy


def _move(fraction: float, feedback: Feedback) -> None:
    """Tell the progress."""
    if not feedback.progress(fraction):
        raise Cancelled
