import math
from functools import partial

import pytest
from gridr_qgis.core import selftest
from gridr_qgis.core.errors import Cancelled
from gridr_qgis.core.feedback import Feedback
from gridr_qgis.core.kernels import tiers
from gridr_qgis.core.kernels.loading import LOADER
from gridr_qgis.core.kernels.tiers import Tier
from gridr_qgis.core.options import Interpolation


@pytest.fixture(autouse=True)
def choice():
    """The tier is as it was before."""
    before = tiers.chosen()
    yield
    assert tiers.chosen() is before


def faults():
    return [result.fault for result in selftest.self_test(Feedback())]


def test_every_interpolation_passes_in_both_tiers(monkeypatch):
    monkeypatch.setattr(selftest, "_is_kept", lambda method, folder: True)
    results = list(selftest.self_test(Feedback()))
    assert [result.name for result in results] == [
        f"{method.value} by {tier}"
        for tier in ("NumPy", "numba")
        for method in Interpolation
    ]
    assert {result.fault for result in results} == {""}


def test_what_is_not_compiled_is_not_waited_for(monkeypatch, tmp_path):
    monkeypatch.setattr(LOADER, "load", lambda wanted: not wanted)
    results = list(selftest.self_test(Feedback()))
    assert {result.fault for result in results} == {""}
    by_numba = [result for result in results if result.name.endswith("numba")]
    assert all(math.isnan(result.seconds) for result in by_numba)


def test_asking_what_is_compiled_compiles_nothing(monkeypatch, tmp_path):
    monkeypatch.setattr(LOADER, "kept_entries", lambda: pytest.fail("would compile"))
    monkeypatch.setattr(LOADER, "load", lambda wanted: False)
    tiers.use(Tier.NUMBA)
    try:
        for method in Interpolation:
            assert not selftest._is_kept(method, tmp_path)
    finally:
        tiers.use(None)


def test_without_numba_numpy_is_tested(monkeypatch):
    monkeypatch.setattr(tiers, "has_numba", lambda: False)
    names = [result.name for result in selftest.self_test(Feedback())]
    assert names == [f"{method.value} by NumPy" for method in Interpolation]


def test_all_that_is_usual_is_compiled_and_may_be_cancelled(monkeypatch):
    ordered = []

    def compile_kernels(wanted, waited_for, goes_on):
        ordered.extend(wanted)
        return all(goes_on(count) for count in range(1, len(wanted) + 1))

    monkeypatch.setattr(selftest, "compile_kernels", compile_kernels)

    class Seen(Feedback):
        most, shares = 1.0, []

        def progress(self, fraction):
            self.shares.append(fraction)
            return fraction <= self.most

    assert selftest.compile_all(Seen())
    windows = [signature for name, signature in ordered if name == "fill_window"]
    assert len(windows) == len(Interpolation) * len(selftest.DTYPES)
    assert {name for name, _ in ordered} == {
        "all_finite",
        "diagnose",
        "dilate",
        "fill_holes",
        "fill_window",
        "invalidate_by_value",
        "mark_whole",
        "mask_nodes",
        "position_bounds",
        "prefilter",
        "survey_nodes",
    }
    assert Seen.shares[-1] == 1.0
    Seen.most = 0.5
    with pytest.raises(Cancelled):
        selftest.compile_all(Seen())


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
    assert 0 <= Seen.shares[0] <= 1 / 16
    assert 0.5 <= Seen.shares[-1] <= 9 / 16
