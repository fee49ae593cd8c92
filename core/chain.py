"""Files in, files out: run a plan."""

from __future__ import annotations

import time
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Event
from typing import NamedTuple

import numpy as np
from rasterio.windows import Window

from .dataset import gdal_cache
from .destination import Destination
from .errors import Cancelled
from .feedback import Feedback
from .memory import STRIPS_IN_FLIGHT
from .options import Job
from .plan import Plan, make_plan
from .readers import Readers
from .task import Task, decide
from .tile import Tally, compute_tile
from .window import window_relative, window_shape, window_slices

POLL = 0.1
"""Seconds between two looks at whether the user cancelled."""
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
    plan = make_plan(decide(job, feedback))
    for line in plan.describe():
        feedback.info(line)
    with gdal_cache(plan.memory.cache), Destination(plan) as destination:
        with Readers(plan.task) as readers:
            tally = _run(plan, readers, destination, feedback)
        destination.commit()
    _report(plan.task, tally, time.perf_counter() - start, feedback)
    return Summary(*window_shape(plan.task.window), tally.valid)


@dataclass
class _Strip:
    """One strip while its tiles are computed."""

    window: Window
    data: np.ndarray
    valid: np.ndarray
    tiles_left: int = 0


def _run(
    plan: Plan, readers: Readers, destination: Destination, feedback: Feedback
) -> Tally:
    """Compute all tiles, write all strips in order; return what was counted."""
    with ThreadPoolExecutor(plan.task.threads, "gridr") as workers:
        run = _Run(plan, readers, feedback, workers)
        try:
            in_flight: deque[_Strip] = deque()
            for window in plan.strips():
                in_flight.append(run.start(window))
                if len(in_flight) == STRIPS_IN_FLIGHT:
                    _write(run, in_flight.popleft(), destination)
            while in_flight:
                _write(run, in_flight.popleft(), destination)
        except BaseException:
            run.stop()
            raise
    return run.tally


def _write(run: _Run, strip: _Strip, destination: Destination) -> None:
    """Write a strip once its tiles are done, while workers are at the next one."""
    while strip.tiles_left:
        run.collect()
    destination.write(strip.window, strip.data, strip.valid)


class _Run:
    """The tiles of a run on their worker threads, and what became of them."""

    def __init__(
        self,
        plan: Plan,
        readers: Readers,
        feedback: Feedback,
        workers: ThreadPoolExecutor,
    ):
        self.plan = plan
        self.readers = readers
        self.feedback = feedback
        self.workers = workers
        self.stopping = Event()
        # a queue, because `wait` takes time for each future that is not done yet
        self.finished: SimpleQueue[tuple[_Strip, Future]] = SimpleQueue()
        self.tally = Tally()
        self.pixels = plan.task.window.height * plan.task.window.width
        self.pixels_done = 0

    def start(self, window: Window) -> _Strip:
        """Give the tiles of a strip to the workers."""
        task = self.plan.task
        shape = window_shape(window)
        data = np.empty((len(task.src_indexes), *shape), task.dst_dtype)
        strip = _Strip(window, data, np.empty(shape, bool))
        for tile in self.plan.tiles(window):
            strip.tiles_left += 1
            future = self.workers.submit(self._compute, tile, strip)
            future.add_done_callback(lambda done: self.finished.put((strip, done)))
        return strip

    def _compute(self, tile: Window, strip: _Strip) -> tuple[int, Tally]:
        """Compute a tile into its strip, on a worker; return its size and tally."""
        result = compute_tile(
            self.plan, tile, self.readers, lambda: not self.stopping.is_set()
        )
        rows, cols = window_slices(window_relative(tile, strip.window))
        strip.data[:, rows, cols] = result.data
        strip.valid[rows, cols] = result.valid
        return result.valid.size, result.tally

    def collect(self) -> None:
        """Wait a moment for a tile, count it, report progress.

        Raises
        ------
        Cancelled
            If the user wishes to stop.
        """
        with suppress(Empty):
            strip, tile = self.finished.get(timeout=POLL)
            pixels, tally = tile.result()
            strip.tiles_left -= 1
            self.pixels_done += pixels
            self.tally = self.tally.plus(tally)
        if not self.feedback.progress(self.pixels_done / self.pixels):
            raise Cancelled

    def stop(self) -> None:
        """Let the workers come to an end early."""
        self.stopping.set()
        self.workers.shutdown(wait=False, cancel_futures=True)


def _report(task: Task, tally: Tally, seconds: float, feedback: Feedback) -> None:
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
