"""What core raises on purpose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import cast

from .message import Message, Value

NO_THREAD = "can't start new thread"
"""What Python says where the system gives it no more threads."""
SHOWN = 10
"""Rasters in another one that a sentence names."""


class GridrError(ValueError):
    """Something the user can mend; the message is a sentence with the remedy.

    It is made of the sentence in the words of `str.format`, with values for its fields
    as keywords, or of a finished `Message`.
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


def no_band(name: str, subdatasets: Sequence[str]) -> Message:
    """Return what to say of a raster without a band, which may hold other rasters.

    Parameters
    ----------
    name : str
        What to call it.
    subdatasets : sequence of str
        GDAL's names of the rasters in it.
    """
    if not subdatasets:
        return Message(
            "{name} has no raster band. Give a raster that has one.", name=name
        )
    more = Message("")
    if len(subdatasets) > SHOWN:
        more = Message(", ... ({count} in all)", count=len(subdatasets))
    return Message(
        "{name} has no raster band of its own, but holds other rasters. Give one of "
        "them by its name: {first}{more}.",
        name=name,
        first=", ".join(subdatasets[:SHOWN]),
        more=more,
    )
