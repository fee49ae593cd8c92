"""How a run talks to whoever started it."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

logger = logging.getLogger("gridr_qgis")

PAUSE = 10.0
"""Seconds at least between two lines about how far a run is."""
LONG_PAUSE = 60.0
"""Seconds at most."""
SHARE = 0.1
"""Share of the run that is worth a line before that."""


class Feedback:
    """Progress, log and cancelling of a run; this one writes to `logging` only.

    A front end passes a subclass. All methods are called from the thread that
    started the run, never from a worker.
    """

    def progress(self, fraction: float) -> bool:
        """Take the done share of the run (0 to 1); return False to stop the run."""
        return True

    def info(self, message: str) -> None:
        """Take a sentence about the run, such as a line of its plan."""
        logger.info(message)

    def warning(self, message: str) -> None:
        """Take a sentence about something odd that does not stop the run."""
        logger.warning(message)


class Paced(Feedback):
    """Passes all on to another feedback, and logs now and then how far a run is.

    Parameters
    ----------
    feedback
        Takes everything.
    pixels : int
        Output pixels of the run.
    clock
        Returns seconds.
    """

    def __init__(
        self,
        feedback: Feedback,
        pixels: int,
        clock: Callable[[], float] = time.monotonic,
    ):
        self.feedback = feedback
        self.pixels = pixels
        self.clock = clock
        self.begin: tuple[float, float] | None = None
        self.told = 0.0, 0.0

    def progress(self, fraction: float) -> bool:
        """Pass the done share on, with a line where one is due."""
        now = self.clock(), fraction
        if self.begin is None:
            # from the first tile on: before it kernels may be compiled for seconds
            if fraction > 0:
                self.begin = self.told = now
        elif self._is_due(*now):
            self.told = now
            self.feedback.info(self._line(*now))
        return self.feedback.progress(fraction)

    def info(self, message: str) -> None:
        """Pass it on."""
        self.feedback.info(message)

    def warning(self, message: str) -> None:
        """Pass it on."""
        self.feedback.warning(message)

    def _is_due(self, now: float, fraction: float) -> bool:
        """Tell whether the last line is old enough, and this one brings news."""
        pause, news = now - self.told[0], fraction - self.told[1]
        moves = self.begin[1] < fraction < 1
        return moves and (pause >= LONG_PAUSE or (pause >= PAUSE and news >= SHARE))

    def _line(self, now: float, fraction: float) -> str:
        """Return share, rate and time left."""
        per_second = (fraction - self.begin[1]) / (now - self.begin[0])
        return (
            f"{100 * fraction:.0f} %, {megapixels(per_second * self.pixels)}, "
            f"{duration((1 - fraction) / per_second)} left."
        )


def megapixels(per_second: float) -> str:
    """Return a rate in pixels per second in words."""
    return f"{per_second / 1e6:.3g} million pixels/s"


def duration(seconds: float) -> str:
    """Return a time in words, such as 0.42 s, 25 s, 3 min 20 s or 1 h 5 min."""
    if seconds < 9.95:
        return f"{seconds:.2g} s"
    if seconds < 99.5:
        return f"{seconds:.0f} s"
    minutes = round(seconds) // 60
    if minutes < 60:
        return f"{minutes} min {round(seconds) % 60} s"
    return f"{minutes // 60} h {minutes % 60} min"
