import json
import socket
import sys
import time

import pytest
from gridr_qgis.core.errors import Cancelled, GridrError
from gridr_qgis.core.run import connect
from gridr_qgis.core.run.connect import address_of, connected


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("tcp://127.0.0.1:8786", "tcp://127.0.0.1:8786"),
        ("127.0.0.1:1234", "tcp://127.0.0.1:1234"),
        ("localhost", "tcp://localhost:8786"),
        ("tls://localhost/", "tls://localhost:8786"),
        ("tcp://[::1]:8786", "tcp://[::1]:8786"),
    ],
)
def test_addresses(given, address):
    assert address_of(given) == address


@pytest.mark.parametrize("given", ["", "tcp://", "http://localhost:80", "a:b:c", "x:y"])
def test_what_is_no_address(given):
    with pytest.raises(GridrError, match="is no address of a scheduler. Give its addr"):
        address_of(given)


def test_an_unknown_machine():
    with pytest.raises(GridrError, match="on a machine that is not known here"):
        address_of("tcp://no-such-machine.invalid:8786")


def test_the_file_of_a_scheduler(tmp_path):
    file = tmp_path / "scheduler.json"
    with pytest.raises(GridrError, match="no file that a scheduler has written"):
        address_of(str(file))
    for text in ("", "[]", "{}", "\0"):
        file.write_text(text)
        with pytest.raises(GridrError, match="no file that a scheduler has written"):
            address_of(str(file))
    file.write_text(json.dumps({"address": "tcp://127.0.0.1:4567"}))
    assert address_of(str(file)) == "tcp://127.0.0.1:4567"
    other = file.rename(tmp_path / "scheduler")
    assert address_of(str(other)) == "tcp://127.0.0.1:4567"


def test_a_client_of_a_scheduler(client):
    with connected(client.scheduler.address, lambda: True) as other:
        assert other.nthreads() == client.nthreads()
    assert other.status == "closed"


@pytest.fixture
def silent():
    """The address of who accepts connections, and never says a word."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield f"tcp://127.0.0.1:{server.getsockname()[1]}"


def test_a_scheduler_that_does_not_answer(silent, monkeypatch):
    pytest.importorskip("distributed")
    assert connect.TIMEOUT == 10
    monkeypatch.setattr(connect, "TIMEOUT", 1)
    start = time.monotonic()
    with (
        pytest.raises(GridrError, match=rf"'{silent}' does not answer within 1 s"),
        connected(silent, lambda: True),
    ):
        pass
    assert time.monotonic() - start < 5


def test_nobody_listens(monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr(connect, "TIMEOUT", 1)
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{server.getsockname()[1]}"
    with (
        pytest.raises(GridrError, match=r"does not answer .* \(firewall\)"),
        connected(address, lambda: True),
    ):
        pass


def test_cancelling_while_nobody_answers(silent):
    pytest.importorskip("distributed")
    start = time.monotonic()
    with pytest.raises(Cancelled), connected(silent, lambda: False):
        pass
    assert time.monotonic() - start < 2


def test_without_dask_it_is_told_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(
            GridrError, match=r"Install it \(pip install .dask\[distributed\]"
        ),
        connected("tcp://127.0.0.1:8786", lambda: True),
    ):
        pass
