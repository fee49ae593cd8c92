"""Strips and tiles at work: threads compute tiles, one writes strips in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass, replace
from queue import Empty, SimpleQueue
from threading import Event
from typing import NamedTuple

import numpy as np
import rasterio
from rasterio.env import getenv, hasenv, setenv
from rasterio.windows import Window

from ..errors import Cancelled
from ..feedback import Feedback
from ..kernels.loading import LOADER, plain_calls
from ..machine import MOST_THREADS
from ..plan.layout import Layout
from ..plan.memory import STRIPS_IN_FLIGHT
from ..window import window_shape
from .progress import Paced
from .strip import Strip
from .tally import Tally
from .tier_lines import TierTeller

POLL = 0.1
"""Seconds between two looks at whether the user cancelled."""
MOST_WAITING = 8 * MOST_THREADS
"""Tiles that are given to the workers at a time: a strip can have millions."""

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
    paced = Paced(feedback, layout.pixels)
    with ThreadPoolExecutor(layout.threads, "gridr") as workers:
        run = _Run(layout, compute, paced, workers)
        try:
            in_flight: deque[_Pending] = deque()
            for window in layout.strips():
                in_flight.append(run.start(window))
                if len(in_flight) == STRIPS_IN_FLIGHT:
                    run.finish(in_flight.popleft(), write)
            while in_flight:
                run.finish(in_flight.popleft(), write)
        except BaseException:
            run.stop()
            raise
    return run.tally


@dataclass
class _Pending:
    """A strip while its tiles are computed."""

    strip: Strip
    tiles_left: int = 0


def _options() -> dict[str, object]:
    """Return GDAL's options of the calling thread's Env, but for its cache.

    Its size is that of all threads, and the end of an Env would set it back.
    """
    options = getenv() if hasenv() else {}
    return {name: options[name] for name in options if name != "GDAL_CACHEMAX"}


class _Tile(NamedTuple):
    """What became of a tile."""

    pixels: int
    tally: Tally
    by_numpy: bool
    """Whether NumPy computed something of it."""


class _Run:
    """The tiles of a run on their worker threads, and what became of them."""

    def __init__(
        self,
        layout: Layout,
        compute: Compute,
        feedback: Paced,
        workers: ThreadPoolExecutor,
    ) -> None:
        self.layout = layout
        self.compute = compute
        self.feedback = feedback
        self.workers = workers
        self.teller = TierTeller(LOADER)
        # what rasterio knows of the calling thread, for reads in the workers: options
        # of its Env, and in context variables Python objects that it opens files by
        self.options = _options()
        self.context = copy_context()
        self.stopping = Event()
        # a queue, because `wait` takes time for each future that is not done yet
        self.finished: SimpleQueue[tuple[_Pending, Future[_Tile]]]
        self.finished = SimpleQueue()
        self.spare: list[Strip] = []
        self.tally = Tally()
        self.pixels_done = 0
        self.waiting = 0

    def start(self, window: Window) -> _Pending:
        """Give the tiles of a strip to the workers."""
        pending = _Pending(self._strip(window))
        for tile in self.layout.tiles(window):
            while self.waiting == MOST_WAITING:
                self._collect()
            pending.tiles_left += 1
            self.waiting += 1
            context = self.context.copy()  # one cannot be entered twice
            future = self.workers.submit(
                context.run, self._compute, tile, pending.strip
            )
            future.add_done_callback(lambda done: self.finished.put((pending, done)))
        return pending

    def finish(self, pending: _Pending, write: Write) -> None:
        """Write a strip once its tiles are done, while workers are at the next one."""
        while pending.tiles_left:
            self._collect()
        strip = pending.strip
        write(strip.window, strip.data, strip.valid)
        self.spare.append(strip)

    def stop(self) -> None:
        """Let the workers come to an end early."""
        self.stopping.set()
        self.workers.shutdown(wait=False, cancel_futures=True)

    def _strip(self, window: Window) -> Strip:
        """Return a strip in the memory of a written one, if that fits.

        Memory that the system hands out anew costs 0.2 - 1.5 ns a byte.
        """
        if self.spare and self.spare[0].valid.shape == window_shape(window):
            return replace(self.spare.pop(), window=window)
        self.spare.clear()  # the last strip has another shape
        return Strip.of(self.layout, window)

    def _compute(self, tile: Window, strip: Strip) -> _Tile:
        """Compute a tile into its strip, on a worker."""
        before = plain_calls()
        # one Env for all of rasterio's calls: each makes its own otherwise, and 500
        # polygons took three times as long
        with rasterio.Env():
            setenv(**self.options)
            tally = self.compute(tile, strip, lambda: not self.stopping.is_set())
        by_numpy = plain_calls() > before
        return _Tile(tile.width * tile.height, tally, by_numpy)

    def _collect(self) -> None:
        """Wait a moment for a tile, count it, report progress and who computes.

        Raises
        ------
        Cancelled
            If the user wishes to stop.
        """
        try:
            pending, tile = self.finished.get(timeout=POLL)
        except Empty:
            news = self.teller.waiting_lines()
        else:
            done = tile.result()
            pending.tiles_left -= 1
            self.waiting -= 1
            self.pixels_done += done.pixels
            self.tally = self.tally.plus(done.tally)
            share = self.pixels_done / self.layout.pixels
            news = self.teller.lines(done.by_numpy, share)
        for line in news:
            self.feedback.info(line)
            self.feedback.restart()
        if not self.feedback.progress(self.pixels_done / self.layout.pixels):
            raise Cancelled
