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
from .window import Shape, window_shape

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


@dataclass
class Strip:
    """One strip of the output while its tiles are computed into it."""

    window: Window
    """Its place in the full output."""
    data: np.ndarray
    """Shape (bands, rows, cols), in the output's type."""
    valid: np.ndarray
    """bool, shape (rows, cols)."""
    tiles_left: int = 0
    """Tiles that are not done yet."""


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


Compute = Callable[[Window, Strip, Callable[[], bool]], Tally]
"""``compute(tile, strip, goes_on)`` fills a tile's part of its strip; it raises
`Cancelled` if not goes_on()."""
Write = Callable[[Window, np.ndarray, np.ndarray], None]
"""``write(strip, data, valid)`` stores (bands, rows, cols) and bool (rows, cols)."""


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
            in_flight: deque[Strip] = deque()
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


def _write(run: _Run, strip: Strip, write: Write) -> None:
    """Write a strip once its tiles are done, while workers are at the next one."""
    while strip.tiles_left:
        run.collect()
    write(strip.window, strip.data, strip.valid)
    run.spare.append(strip)


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
        self.finished: SimpleQueue[tuple[Strip, Future]] = SimpleQueue()
        self.spare: list[Strip] = []
        self.tally = Tally()
        self.pixels = layout.shape[0] * layout.shape[1]
        self.pixels_done = 0

    def start(self, window: Window) -> Strip:
        """Give the tiles of a strip to the workers."""
        strip = Strip(window, *self._room(window_shape(window)))
        for tile in self.layout.tiles(window):
            strip.tiles_left += 1
            future = self.workers.submit(self._compute, tile, strip)
            future.add_done_callback(lambda done: self.finished.put((strip, done)))
        return strip

    def _room(self, shape: Shape) -> tuple[np.ndarray, np.ndarray]:
        """Return arrays for a strip: those of a written one, if they fit.

        Memory that the system hands out anew costs 0.2 - 1.5 ns a byte.
        """
        if self.spare and self.spare[0].valid.shape == shape:
            strip = self.spare.pop()
            return strip.data, strip.valid
        self.spare.clear()  # the last strip has another shape
        data = np.empty((self.layout.bands, *shape), self.layout.dtype)
        return data, np.empty(shape, bool)

    def _compute(self, tile: Window, strip: Strip) -> tuple[int, Tally]:
        """Compute a tile into its strip, on a worker; return its size and tally."""
        # one Env for all of rasterio's calls: each makes its own otherwise, and 500
        # polygons took three times as long
        with rasterio.Env():
            tally = self.compute(tile, strip, lambda: not self.stopping.is_set())
        return tile.width * tile.height, tally

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
