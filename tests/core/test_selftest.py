from functools import partial

import pytest
from gridr_qgis.core import selftest
from gridr_qgis.core.errors import Cancelled
from gridr_qgis.core.feedback import Feedback
from gridr_qgis.core.options import Interpolation


def faults():
    return [result.fault for result in selftest.self_test(Feedback())]


def test_every_interpolation_passes():
    results = list(selftest.self_test(Feedback()))
    assert [result.name for result in results] == [m.value for m in Interpolation]
    assert {result.fault for result in results} == {""}


def test_wrong_places_are_noticed(monkeypatch):
    monkeypatch.setattr(selftest, "Job", partial(selftest.Job, shift=(0.6, 0.0)))
    assert all(fault.startswith("values about 1000 are wrong by") for fault in faults())


def test_missing_pixels_are_noticed(monkeypatch):
    monkeypatch.setattr(selftest, "Job", partial(selftest.Job, shift=(60, 0.0)))
    assert all(fault.endswith("that must be valid are not") for fault in faults())


def test_arrays_are_compared_with_files(monkeypatch):
    right = selftest.resample_array
    wrong = partial(right, dst_dtype="float64")
    monkeypatch.setattr(selftest, "resample_array", wrong)
    assert set(faults()) == {"", "arrays give other values than files"}


def test_failing_library_is_named_with_its_error(monkeypatch):
    def fail(*arguments, **options):
        raise SystemError("initialization of _internal failed")

    monkeypatch.setattr(selftest.rasterio, "open", fail)
    assert set(faults()) == {"SystemError: initialization of _internal failed"}


def test_progress_goes_from_start_to_end_and_may_cancel():
    class Seen(Feedback):
        shares = []

        def progress(self, fraction):
            self.shares.append(fraction)
            return fraction < 0.5

    results = []
    with pytest.raises(Cancelled):
        results.extend(selftest.self_test(Seen()))
    assert Seen.shares == sorted(Seen.shares)
    assert 0 <= Seen.shares[0] <= 1 / 8
    assert 0.5 <= Seen.shares[-1] <= 5 / 8
