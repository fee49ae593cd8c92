"""The same job on a Dask cluster: parts are computed by workers, then made one."""

from __future__ import annotations

import os
import pickle  # nosec B403 - dumps only
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rasterio.windows import Window

from ..errors import GridrError, telling_shortages
from ..feedback import Feedback, tell_notes
from ..message import Message
from ..options import Job
from ..plan.kinds import OF_JOB, job_of
from ..plan.outputs import resampling_outputs
from ..plan.oversampling import needed_oversampling
from ..plan.parts import part_windows
from ..plan.plan import Plan, make_plan
from ..plan.resolved import ResolvedJob
from ..plan.rules import resolve
from ..raster.changes import Watch
from ..raster.claim import claimed
from ..raster.destination import MOSAIC, SUFFIXES, Destination, is_mosaic
from ..raster.files import files_behind
from ..raster.output import Output
from ..raster.space import check_space_of_parts
from ..run.client import Cluster
from ..run.cluster import join_parts, make_part
from ..run.connect import connected
from ..run.join import join
from ..run.log_cluster import pieces_lines
from ..run.log_outcome import tell_outcome
from ..run.log_plan import tell_plan
from ..run.progress import Paced
from ..run.readers import Readers
from ..run.tally import Summary, Tally
from ..run.tile import settled
from ..run.whole import Whole
from ..window import Shape, window_ranges

if TYPE_CHECKING:
    from distributed import Client

JOINED = 0.9
"""Share of a run's progress from which on parts are copied into one file."""
RASTERS = ("src", "grid", "grid_col", "grid_mask", "src_mask", "dst", "dst_mask")
"""Fields of a job that name files."""


@telling_shortages()
def resample_on_cluster(
    job: Job, client: Client, feedback: Feedback | None = None
) -> Summary:
    """Resample a raster through a grid on the workers of a Dask cluster.

    The same pixels as `resample_dataset` gives, and the same summary. Each worker must
    find this package, the inputs by the names in the job, and the folder of the output.
    Where `dst` ends in .vrt the parts stay, in a folder beside it, and it shows them as
    one raster; where it ends in .tif a worker copies them into one file. A run that is
    stopped leaves whole parts, and the next one for the same job begins with these.

    Parameters
    ----------
    job : Job
        What to do. Threads are those of the workers; its memory limit holds for each
        part, beside the worker's own.
    client : dask.distributed.Client
        Connected to a scheduler with workers.
    feedback : Feedback
        Takes progress, log and the wish to stop; default logs only.

    Returns
    -------
    Summary
        Shape and valid pixels of the output.

    Raises
    ------
    GridrError
        If the job cannot be done, with the address of the worker that cannot; or if
        another client makes one of its outputs. They are as they were before.
    Cancelled
        If the feedback said so; outputs are as they were before.
    """
    feedback = feedback or Feedback()
    start = time.perf_counter()
    resolved = resolve(_absolute(job_of(job, Job, OF_JOB)))
    watch = Watch(resolved.inputs)
    resolved = settled(resolved)
    tell_notes(resolved.notes, feedback)
    plan = make_plan(replace(resolved, job=replace(resolved.job, memory_limit=None)))
    outputs = resampling_outputs(plan)
    both = (*SUFFIXES, MOSAIC)
    Destination(outputs, resolved.inputs, resolved.window, both)
    paced = Paced(feedback, plan.layout.pixels)
    cluster = Cluster(client, paced)
    threads = cluster.threads()
    whole = Whole.of(resolved, watch.stamps, sum(threads.values()))
    with claimed(folder.output for folder in whole.folders) as claims:
        for folder in whole.folders:
            folder.check()
        _check_inputs(whole)
        windows = _windows(whole, sum(threads.values()))
        ready = dict(_ready(whole, windows))
        run = _Run(whole, pickle.dumps(whole), outputs, windows, ready)
        _check_space(plan, run)
        lines = pieces_lines(windows, len(ready), threads, cluster.address)
        tell_plan(plan, outputs, feedback, lines)
        try:
            for folder in whole.folders:
                folder.begin(windows)
            cluster.check(whole.needs)
            tally = _compute(cluster, run)
            watch.check()
            claims.check()
            _join(cluster, run, plan.layout.strip_rows)
        except BaseException:
            if claims.are_held:
                _leave(run, feedback)
            raise
        if claims.are_held:
            _tidy(run)
    seconds, needed = time.perf_counter() - start, partial(_needed, resolved)
    tell_outcome(resolved, tally, seconds, feedback, needed)
    return Summary(*plan.layout.shape, tally.valid)


class _Run(NamedTuple):
    """What is to be done."""

    whole: Whole
    """What all parts have in common."""
    packed: bytes
    """The same, pickled once: polygons may be many."""
    outputs: list[Output]
    """The data, and the mask if there is one."""
    windows: list[Window]
    """The parts."""
    ready: dict[int, Tally]
    """What was counted in those that are there already."""

    @property
    def is_copied(self) -> bool:
        """Tell whether any output becomes one file."""
        return not all(is_mosaic(output.path) for output in self.outputs)


def resample_by_scheduler(
    job: Job, scheduler: str, feedback: Feedback | None = None
) -> Summary:
    """Do the same on the cluster of a scheduler.

    Parameters
    ----------
    job, feedback
        As `resample_on_cluster` takes them.
    scheduler : str
        Its address, such as tcp://192.168.1.7:8786, or the file that it has written.

    Returns
    -------
    Summary
        Shape and valid pixels of the output.

    Raises
    ------
    GridrError
        If there is no such scheduler, or the job cannot be done.
    Cancelled
        If the feedback said so; outputs are as they were before.
    """
    feedback = feedback or Feedback()
    with connected(scheduler, lambda: feedback.progress(0.0)) as client:
        return resample_on_cluster(job, client, feedback)


def _needed(resolved: ResolvedJob) -> Shape:
    """Return the oversampling that an anti-alias filter would take."""
    with Readers(resolved) as readers:
        return needed_oversampling(readers.grid, resolved.grid_row.shape)


def _absolute(job: Job) -> Job:
    """Return a job whose files workers find, wherever they stand."""
    names = {field: getattr(job, field) for field in RASTERS}
    found = {
        field: os.path.abspath(name)
        for field, name in names.items()
        if name is not None and (field.startswith("dst") or os.path.exists(name))
    }
    return replace(job, **found)


def _check_inputs(whole: Whole) -> None:
    """Refuse inputs among the parts of an output, which will be replaced."""
    roots = [os.path.realpath(folder.root) for folder in whole.folders]
    for file in files_behind(whole.resolved.inputs):
        if any(Path(root) in Path(os.path.realpath(file)).parents for root in roots):
            raise GridrError(
                "The input {file!r} is a part of an older output of this name, which "
                "this run replaces. Give the output another name.",
                file=str(file),
            )


def _windows(whole: Whole, threads: int) -> list[Window]:
    """Return the parts of a run: those of an earlier one, or new ones."""
    windows = whole.data.windows()
    if windows is None:
        with Readers(whole.resolved) as readers:
            windows = part_windows(whole.resolved, readers.grid, threads)
    return windows


def _ready(whole: Whole, windows: list[Window]) -> Iterator[tuple[int, Tally]]:
    """Yield number and counts of the parts that an earlier run has left."""
    for number, window in enumerate(windows):
        tally = whole.counted(window)
        if tally is not None:
            yield number, tally


def _check_space(plan: Plan, run: _Run) -> None:
    """Refuse to start where there is no room for the parts, and a copy of them."""
    options = run.whole.options
    job = replace(plan.resolved.job, creation_options=options)
    resolved = replace(plan.resolved, job=job)
    parts = resampling_outputs(replace(plan, resolved=resolved))
    lacking = [w for n, w in enumerate(run.windows) if n not in run.ready]
    share = sum(w.height * w.width for w in lacking) / plan.layout.pixels
    joined = [output for output in run.outputs if not is_mosaic(output.path)]
    check_space_of_parts(parts, share, joined)


def _compute(cluster: Cluster, run: _Run) -> Tally:
    """Have the parts computed that are not there; return what was counted in all."""
    windows, ready = run.windows, run.ready
    lacking = [n for n in range(len(windows)) if n not in ready]
    there = sum(windows[n].height * windows[n].width for n in ready)
    cluster.share = 0.0, JOINED if run.is_copied else 1.0
    wanted = [windows[n] for n in lacking]
    computed = cluster.compute(make_part, run.packed, wanted, there)
    tallies = {**ready, **dict(zip(lacking, computed))}
    total = Tally()
    for number in range(len(windows)):  # in this order: sums of floats depend on it
        total = total.plus(tallies[number])
    return total


def _join(cluster: Cluster, run: _Run, strip_rows: int) -> None:
    """Make the outputs of the parts; pixels are copied by a worker."""
    if run.is_copied:
        cluster.share = JOINED, 1 - JOINED
        ranges = list(map(window_ranges, run.windows))
        cluster.join(join_parts, run.packed, run.outputs, ranges, strip_rows)
    else:
        join(run.whole, run.outputs, run.windows, strip_rows, cluster.feedback)
    cluster.feedback.progress(1.0)


def _leave(run: _Run, feedback: Feedback) -> None:
    """Tell what a run that ended early has left, and remove folders without parts."""
    count = sum(1 for _ in _ready(run.whole, run.windows))
    if count:
        feedback.info(
            Message(
                "{count} of {total} parts are whole, and stay in {path!r}: the same "
                "job goes on from there.",
                count=count,
                total=len(run.windows),
                path=str(run.whole.data.path),
            )
        )
    for folder in run.whole.folders:
        folder.leave()


def _tidy(run: _Run) -> None:
    """Remove what is not a part of an output any more."""
    for folder in run.whole.folders:
        if is_mosaic(folder.output):
            folder.remove_others(run.windows)
        else:
            folder.remove()
