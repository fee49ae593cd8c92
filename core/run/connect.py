"""The way to a scheduler that a user names by an address or by its file."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ..errors import GridrError
from ..message import Message
from .patience import patiently

TIMEOUT = 10
"""Seconds in which a scheduler must answer."""
PORT = 8786
"""Port of schedulers where an address has none."""
HOW = Message(
    "Give its address, such as tcp://192.168.1.7:8786, or the file that it writes "
    "(dask scheduler --scheduler-file)."
)


@contextmanager
def connected(scheduler: str, goes_on: Callable[[], bool]) -> Iterator[Any]:
    """Connect to a scheduler; the client is closed at the end.

    Parameters
    ----------
    scheduler : str
        Its address, or the name of the file that it has written.
    goes_on : callable
        Asked meanwhile; False stops.

    Raises
    ------
    GridrError
        If Dask is not installed, or there is no such scheduler.
    Cancelled
        If `goes_on` said so.
    """
    client_of = _client_class()
    address = address_of(scheduler)
    given_up = threading.Event()

    def connect() -> Any:  # noqa: ANN401 - Dask has no types
        client = client_of(address, timeout=TIMEOUT, set_as_default=False)
        if given_up.is_set():
            client.close()
        return client

    try:
        client = patiently(connect, goes_on, 2 * TIMEOUT)
    except (OSError, ValueError) as error:  # TimeoutError is the first of them
        raise GridrError(
            "The scheduler {address!r} does not answer within {timeout} s. Check that "
            "it runs, and that this machine reaches it (firewall). {how}",
            address=address,
            timeout=TIMEOUT,
            how=HOW,
        ) from error
    except BaseException:
        given_up.set()
        raise
    try:
        yield client
    finally:
        with suppress(Exception):  # it may be gone
            client.close(timeout=2)


def _client_class() -> Any:  # noqa: ANN401
    """Return Dask's class of clients.

    Raises
    ------
    GridrError
        If it is not installed.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise GridrError(
            "A scheduler is given, and dask.distributed cannot be loaded ({reason}). "
            'Install it (pip install "dask[distributed]", on Debian and Ubuntu '
            "python3-distributed), in the version that the cluster has; or give no "
            "scheduler to compute on this machine.",
            reason=str(error),
        ) from error
    return Client


def address_of(scheduler: str) -> str:
    """Return the address of a scheduler by that or by its file.

    Raises
    ------
    GridrError
        If it is no address, or there is no such machine or file.
    """
    path = Path(scheduler)
    if path.suffix == ".json" or path.is_file():
        scheduler = _address_in(path)
    address = scheduler if "://" in scheduler else f"tcp://{scheduler}"
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port or PORT
    except ValueError:
        host, port = None, PORT
    if not host or parts.scheme not in ("tcp", "tls", "ws", "wss", "ucx"):
        raise GridrError(
            "{scheduler!r} is no address of a scheduler. {how}",
            scheduler=scheduler,
            how=HOW,
        )
    try:
        socket.getaddrinfo(host, port)
    except (OSError, UnicodeError) as error:
        raise GridrError(
            "The scheduler {scheduler!r} is on a machine that is not known here "
            "({reason}). {how}",
            scheduler=scheduler,
            reason=str(error),
            how=HOW,
        ) from error
    return address if parts.port else f"{address.rstrip('/')}:{PORT}"


def _address_in(path: Path) -> str:
    """Return the address in the file that a scheduler has written."""
    try:
        return str(json.loads(path.read_text(encoding="utf-8"))["address"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise GridrError(
            "{path!r} is no file that a scheduler has written ({reason}). {how}",
            path=str(path),
            reason=str(error),
            how=HOW,
        ) from error
