"""What core raises on purpose."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from .message import Message, Value

NO_THREAD = "can't start new thread"
"""What Python says where the system gives it no more threads."""


class GridrError(ValueError):
    """Something the user can mend; the message is a sentence with the remedy.

    Parameters
    ----------
    template, **values
        Those of a `Message`, or one that is finished.
    """

    def __init__(self, template: str, /, **values: Value) -> None:
        finished = isinstance(template, Message)
        super().__init__(template if finished else Message(template, **values))

    @property
    def message(self) -> Message:
        """The sentence, for another one that tells of it."""
        return cast(Message, self.args[0])


class Cancelled(Exception):  # noqa: N818 - an answer to the user's wish, not an error
    """The run was stopped because `Feedback.progress` returned False."""


@contextmanager
def telling_shortages() -> Iterator[None]:
    """Say what to do where memory or threads run out.

    Raises
    ------
    GridrError
        In place of what Python and numpy raise.
    """
    try:
        yield
    except MemoryError as error:
        reason = Message(" ({error})", error=str(error)) if str(error) else ""
        raise GridrError(
            "There is not enough memory{reason}. Close other programs, lower the "
            "memory limit or the number of threads, or compute a window.",
            reason=reason,
        ) from error
    except RuntimeError as error:
        if NO_THREAD not in str(error):
            raise
        raise GridrError(
            "The system gives no more threads. Ask for fewer, or close other programs."
        ) from error
