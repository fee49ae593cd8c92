"""Strips and tiles at work: threads compute tiles, one writes strips in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from queue import Empty, SimpleQueue
from threading import Event
from typing import NamedTuple, Protocol

import numpy as np
import rasterio
from rasterio.windows import Window

from .errors import Cancelled
from .feedback import Feedback, Paced
from .kernels.jit import CACHE, compiling
from .memory import STRIPS_IN_FLIGHT
from .survey import Survey
from .window import Shape, window_relative, window_shape, window_slices

POLL = 0.1
"""Seconds between two looks at whether the user cancelled."""
ONCE = "the first time only" if CACHE else "at each start, as it cannot be kept"
COMPILING = (
    f"Compiling for this interpolation and these types of data: some seconds, {ONCE}."
)


class Tally(NamedTuple):
    """What was counted in some tiles; tallies of tiles add up."""

    valid: int = 0
    """Valid output pixels."""
    equal_nodata: int = 0
    """Valid pixels that equal the output's nodata in a band."""
    survey: Survey = Survey()
    """What the nodes told."""

    def plus(self, other: Tally) -> Tally:
        """Return the sum of two tallies."""
        return Tally(
            self.valid + other.valid,
            self.equal_nodata + other.equal_nodata,
            self.survey.plus(other.survey),
        )


class TileResult(NamedTuple):
    """Output pixels of one tile."""

    data: np.ndarray
    """Shape (bands, rows, cols), in the output's type."""
    valid: np.ndarray
    """bool, shape (rows, cols)."""
    tally: Tally
    """What was counted."""


class Layout(Protocol):
    """The pieces of a run, as `plan.Plan` has them."""

    shape: Shape
    """(rows, cols) of the output."""
    bands: int
    """Bands of a tile's data; may be 0."""
    dtype: str
    """Their type."""
    threads: int
    """Worker threads."""

    def strips(self) -> Iterator[Window]:
        """Yield the strips in the order they are written."""

    def tiles(self, strip: Window) -> Iterator[Window]:
        """Yield the tiles of a strip."""


Compute = Callable[[Window, Callable[[], bool]], TileResult]
"""``compute(tile, goes_on)`` returns a tile; it raises `Cancelled` if not goes_on()."""
Write = Callable[[Window, np.ndarray, np.ndarray], None]
"""``write(strip, data, valid)`` stores (bands, rows, cols) and bool (rows, cols)."""


@dataclass
class _Strip:
    """One strip while its tiles are computed."""

    window: Window
    data: np.ndarray
    valid: np.ndarray
    tiles_left: int = 0


def run_tiles(
    layout: Layout, compute: Compute, write: Write, feedback: Feedback
) -> Tally:
    """Compute all tiles, write all strips in order; return what was counted.

    `compute` is called from worker threads, the others from the calling one.

    Raises
    ------
    Cancelled
        If the feedback said so.
    """
    feedback = Paced(feedback, layout.shape[0] * layout.shape[1])
    messages: SimpleQueue[str] = SimpleQueue()
    watch = compiling(partial(messages.put, COMPILING))
    with watch, ThreadPoolExecutor(layout.threads, "gridr") as workers:
        run = _Run(layout, compute, feedback, workers, messages)
        try:
            in_flight: deque[_Strip] = deque()
            for window in layout.strips():
                in_flight.append(run.start(window))
                if len(in_flight) == STRIPS_IN_FLIGHT:
                    _write(run, in_flight.popleft(), write)
            while in_flight:
                _write(run, in_flight.popleft(), write)
        except BaseException:
            run.stop()
            raise
    return run.tally


def _write(run: _Run, strip: _Strip, write: Write) -> None:
    """Write a strip once its tiles are done, while workers are at the next one."""
    while strip.tiles_left:
        run.collect()
    write(strip.window, strip.data, strip.valid)


class _Run:
    """The tiles of a run on their worker threads, and what became of them."""

    def __init__(
        self,
        layout: Layout,
        compute: Compute,
        feedback: Feedback,
        workers: ThreadPoolExecutor,
        messages: SimpleQueue[str],
    ):
        self.layout = layout
        self.compute = compute
        self.feedback = feedback
        self.workers = workers
        self.messages = messages  # from any thread, for the feedback
        self.stopping = Event()
        # a queue, because `wait` takes time for each future that is not done yet
        self.finished: SimpleQueue[tuple[_Strip, Future]] = SimpleQueue()
        self.tally = Tally()
        self.pixels = layout.shape[0] * layout.shape[1]
        self.pixels_done = 0

    def start(self, window: Window) -> _Strip:
        """Give the tiles of a strip to the workers."""
        shape = window_shape(window)
        data = np.empty((self.layout.bands, *shape), self.layout.dtype)
        strip = _Strip(window, data, np.empty(shape, bool))
        for tile in self.layout.tiles(window):
            strip.tiles_left += 1
            future = self.workers.submit(self._compute, tile, strip)
            future.add_done_callback(lambda done: self.finished.put((strip, done)))
        return strip

    def _compute(self, tile: Window, strip: _Strip) -> tuple[int, Tally]:
        """Compute a tile into its strip, on a worker; return its size and tally."""
        # one Env for all of rasterio's calls: each makes its own otherwise, and 500
        # polygons took three times as long
        with rasterio.Env():
            result = self.compute(tile, lambda: not self.stopping.is_set())
        rows, cols = window_slices(window_relative(tile, strip.window))
        strip.data[:, rows, cols] = result.data
        strip.valid[rows, cols] = result.valid
        return result.valid.size, result.tally

    def collect(self) -> None:
        """Wait a moment for a tile, count it, report progress and messages.

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
        while not self.messages.empty():
            self.feedback.info(self.messages.get())
        if not self.feedback.progress(self.pixels_done / self.pixels):
            raise Cancelled

    def stop(self) -> None:
        """Let the workers come to an end early."""
        self.stopping.set()
        self.workers.shutdown(wait=False, cancel_futures=True)
