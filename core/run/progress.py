"""How far a long run is, told now and then."""

from __future__ import annotations

import time
from collections.abc import Callable

from ..feedback import Feedback
from ..message import Message
from .words import duration, megapixels

PAUSE = 10.0
"""Seconds at least between two lines about how far a run is."""
LONG_PAUSE = 60.0
"""Seconds at most."""
SHARE = 0.1
"""Share of the run that is worth a line before that."""


class Paced(Feedback):
    """Passes all on to another feedback, and logs now and then how far a run is.

    Parameters
    ----------
    feedback : Feedback
        Takes everything.
    pixels : int
        Output pixels of the run.
    clock : callable
        Returns seconds.
    """

    def __init__(
        self,
        feedback: Feedback,
        pixels: int,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.feedback = feedback
        self.pixels = pixels
        self.clock = clock
        self.begin: tuple[float, float] | None = None
        self.told = 0.0, 0.0

    def progress(self, fraction: float) -> bool:
        """Pass the done share on, with a line where one is due."""
        now = self.clock()
        if self.begin is None:
            # from the first tile on: before it the run has other things to do
            if fraction > 0:
                self.begin = self.told = now, fraction
        elif self._is_due(now, fraction, self.begin[1]):
            self.told = now, fraction
            self.feedback.info(self._line(now, fraction, self.begin))
        return self.feedback.progress(fraction)

    def restart(self) -> None:
        """Count the rate from the next look on, as from now on it is another."""
        self.begin = None

    def info(self, message: Message) -> None:
        """Pass a sentence about the run on."""
        self.feedback.info(message)

    def warning(self, message: Message) -> None:
        """Pass a sentence about something odd on."""
        self.feedback.warning(message)

    def _is_due(self, now: float, fraction: float, begin: float) -> bool:
        """Tell whether the last line is old enough, and this one brings news."""
        pause, news = now - self.told[0], fraction - self.told[1]
        moves = begin < fraction < 1
        return moves and (pause >= LONG_PAUSE or (pause >= PAUSE and news >= SHARE))

    def _line(self, now: float, fraction: float, begin: tuple[float, float]) -> Message:
        """Return share, rate and time left."""
        per_second = (fraction - begin[1]) / (now - begin[0])
        return Message(
            "{done:.0f} %, {rate}, {left} left.",
            done=100 * fraction,
            rate=megapixels(per_second * self.pixels),
            left=duration((1 - fraction) / per_second),
        )
