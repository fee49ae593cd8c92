"""How a run talks to whoever started it."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import NamedTuple

from .message import Message

logger = logging.getLogger("gridr_qgis")


class Feedback:
    """Progress, log and cancelling of a run; this one writes to `logging` only.

    A front end passes a subclass. All methods are called from the thread that
    started the run, never from a worker.
    """

    def progress(self, fraction: float) -> bool:
        """Take the done share of the run (0 to 1); return False to stop the run."""
        return True

    def info(self, message: Message) -> None:
        """Take a sentence about the run, such as a line of its plan."""
        logger.info(message)

    def warning(self, message: Message) -> None:
        """Take a sentence about something odd that does not stop the run."""
        logger.warning(message)


class Note(NamedTuple):
    """A sentence that a rule leaves for the log: rules decide, they do not talk."""

    text: Message
    """What was decided, or seen."""
    is_odd: bool = False
    """Whether it deserves a warning."""


def tell_notes(notes: Iterable[Note], feedback: Feedback) -> None:
    """Log what rules have noted."""
    for note in notes:
        if note.is_odd:
            feedback.warning(note.text)
        else:
            feedback.info(note.text)
