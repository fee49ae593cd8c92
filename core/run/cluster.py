"""The workers' side of a run on a cluster: a part is a job with a window.

`dask.distributed` starts these functions in the threads of its workers. Each part takes
one thread, and its share of the worker's memory; how many are computed at a time is
Dask's business. Nothing here is imported by a run on one machine.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from rasterio.windows import Window

from ..errors import Cancelled, GridrError, telling_shortages
from ..feedback import Feedback
from ..kernels.loading import LOADER
from ..machine import MIB, memory
from ..message import Message
from ..options import Ranges
from ..plan.outputs import resampling_outputs
from ..plan.plan import make_plan
from ..raster.destination import Destination
from ..raster.output import Output
from ..window import window_of
from .join import join, rows_within
from .needs import Needs
from .tally import Tally
from .tile import opened, run_plan
from .whole import Whole

SHARE = 0.5
"""Part of a worker's memory that our arrays may take: Dask stops it at 0.8."""
MOST_MEMORY = 2048 * MIB
"""Memory of a part at most, as of a run for which none is asked."""
_met: list[Needs] = []
"""What was looked for, and found, last."""
NEWS = 0.5
"""Seconds between two messages of a worker about how far it is."""


def make_part(whole: Whole, ranges: Ranges, topic: str) -> Tally | None:
    """Compute a part, unless it is there already; None if nobody wants it any more.

    Parameters
    ----------
    whole : Whole
        The run.
    ranges : Ranges
        The part's window of the full output.
    topic : str
        Where to tell how far it is.

    Raises
    ------
    GridrError
        If it cannot be done, with the worker's name.
    """
    window = window_of(ranges)
    with _named() as task, telling_shortages():
        task.check(whole.needs)
        counted = whole.counted(window)
        if counted is not None:
            return counted
        try:
            return _compute(whole, window, _News(task, topic, ranges))
        except Cancelled:
            return None
    return None


def _compute(whole: Whole, window: Window, feedback: Feedback) -> Tally:
    """Compute a part into its files."""
    resolved = whole.part(window, memory_limit(whole.resolved.job.memory_limit))
    outputs = resampling_outputs(make_plan(resolved))
    destination = Destination(outputs, resolved.inputs, window)
    with LOADER.beside(whole.seconds), opened(resolved) as (plan, readers):
        # nodes at the rim of a part are counted as in the midst of the whole
        of_whole = replace(plan, resolved=whole.resolved)
        with destination:
            tally = run_plan(of_whole, readers, destination.write, feedback)
            destination.tag(whole.data.tag(tally))
            destination.commit()
    return tally


def join_parts(
    whole: Whole,
    outputs: list[Output],
    listed: list[Ranges],
    strip_rows: int,
    topic: str,
) -> bool:
    """Make the outputs of all parts, as `join` does.

    Returns
    -------
    bool
        Whether it was done; else nobody wants it any more.

    Raises
    ------
    GridrError
        If it cannot be done, with the worker's name.
    """
    with _named() as task, telling_shortages():
        try:
            limit = memory_limit(whole.resolved.job.memory_limit)
            rows = rows_within(limit, strip_rows, outputs[0])
            news = _News(task, topic, None)
            join(whole, outputs, list(map(window_of, listed)), rows, news)
            return True
        except Cancelled:
            return False
    return False


def memory_limit(asked: int | None) -> int:
    """Return the memory limit of one part [MiB], by that of the worker."""
    worker = _worker()
    limit = None if worker is None else worker.memory_manager.memory_limit
    threads = 1 if worker is None else worker.state.nthreads
    machine = memory()
    if limit is None and machine is not None:
        limit = machine * MIB
    share = MOST_MEMORY
    if limit is not None:
        share = min(share, int(limit * SHARE / threads))
    share = max(share // MIB, 1)
    return share if asked is None else min(asked, share)


def _worker() -> Any:  # noqa: ANN401 - Dask has no types, and need not be there
    """Return Dask's worker that this thread belongs to; None for none."""
    from distributed import get_worker

    try:
        return get_worker()
    except ValueError:
        return None


class _Task:
    """What Dask has given this thread to do."""

    def __init__(self) -> None:
        self.worker = _worker()
        self.key = None if self.worker is None else self.worker.get_current_task()

    def is_wanted(self) -> bool:
        """Tell whether anyone still waits for the result."""
        if self.worker is None:
            return True
        state = self.worker.state.tasks.get(self.key)
        return state is not None and state.state not in ("cancelled", "released")

    def check(self, needs: Needs) -> None:
        """Refuse to compute on a machine that lacks something, asked once.

        The client asks those that are there when it begins; others may come later.
        """
        if self.worker is None or needs in _met:
            return
        fault = needs.fault()
        if fault is not None:
            raise _FaultError(
                Message(
                    "Worker {worker} {fault}", worker=self.worker.address, fault=fault
                )
            )
        _met[:] = [needs]


class _FaultError(GridrError):
    """It bears the name of the worker already."""


@contextmanager
def _named() -> Iterator[_Task]:
    """Put the name of the worker before whatever goes wrong on it."""
    task = _Task()
    try:
        yield task
    except _FaultError as error:
        raise GridrError(error.message) from error
    except GridrError as error:
        name = (
            Message("here")
            if task.worker is None
            else Message("on worker {worker}", worker=task.worker.address)
        )
        raise GridrError(
            "Failed {where}: {reason}", where=name, reason=error.message
        ) from error


class _News(Feedback):
    """Tells the client now and then how far a task is; stops what nobody wants."""

    def __init__(self, task: _Task, topic: str, ranges: Ranges | None) -> None:
        self._task, self._topic, self._ranges = task, topic, ranges
        self._told = time.monotonic()

    def progress(self, fraction: float) -> bool:
        """Take the done share of the task."""
        now = time.monotonic()
        if self._task.worker is not None and now - self._told >= NEWS:
            self._told = now
            self._task.worker.log_event(self._topic, (self._ranges, fraction))
        return self._task.is_wanted()

    def info(self, message: str) -> None:
        """Say nothing: the client tells of the whole."""

    def warning(self, message: str) -> None:
        """Say nothing: the client tells of the whole."""
