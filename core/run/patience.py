"""Calls that may not answer, from which a user may wish to be released."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from ..errors import Cancelled

Value = TypeVar("Value")
POLL = 0.1
"""Seconds between two looks at whether the user cancelled."""


def patiently(
    call: Callable[[], Value], goes_on: Callable[[], bool], seconds: float
) -> Value:
    """Return what a call returns, and ask meanwhile whether to go on.

    Raises
    ------
    Cancelled
        If not; the call goes on alone.
    TimeoutError
        If it takes longer than some seconds.
    """
    answers: SimpleQueue[tuple[Any, BaseException | None]] = SimpleQueue()

    def answer() -> None:
        try:
            answers.put((call(), None))
        except BaseException as error:  # Dask's CancelledError is no Exception
            answers.put((None, error))

    threading.Thread(target=answer, name="gridr-client", daemon=True).start()
    end = time.monotonic() + seconds
    while True:
        try:
            value, error = answers.get(timeout=POLL)
            break
        except Empty:
            if not goes_on():
                raise Cancelled from None
            if time.monotonic() > end:
                raise TimeoutError from None
    if error is not None:
        raise error
    return value  # type: ignore[no-any-return]
