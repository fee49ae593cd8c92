import time

import pytest
from gridr_qgis.core.errors import Cancelled
from gridr_qgis.core.run.patience import patiently


def test_an_answer_is_returned():
    assert patiently(lambda: 7, lambda: False, 0) == 7


def test_an_error_is_raised():
    class OddError(BaseException):
        pass

    def call():
        raise OddError

    with pytest.raises(OddError):
        patiently(call, lambda: True, 5)


def test_nobody_waits_longer_than_wanted():
    start = time.monotonic()
    with pytest.raises(TimeoutError):
        patiently(lambda: time.sleep(2), lambda: True, 0.2)
    assert 0.2 <= time.monotonic() - start < 1.5


def test_who_cancels_does_not_wait():
    start = time.monotonic()
    with pytest.raises(Cancelled):
        patiently(lambda: time.sleep(2), lambda: False, 50)
    assert time.monotonic() - start < 1.5
