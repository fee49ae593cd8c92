import numpy as np
import pytest
from gridr_qgis.core.kernels.compiled.validity import (
    all_finite,
    invalidate_by_value,
    mark_whole,
)


def run(block, nodata, tagged, all_bands=False):
    block = np.asarray(block)[:, None, :]
    valid = np.ones(block.shape[1:], bool)
    nodata = np.array(nodata, block.dtype)
    count = invalidate_by_value(block, nodata, np.array(tagged), all_bands, valid)
    assert count == (~valid).sum()
    return valid[0].tolist()


@pytest.mark.parametrize(
    ("all_bands", "expected"), [(False, [0, 0, 0, 1]), (True, [0, 1, 1, 1])]
)
def test_any_or_all_bands(all_bands, expected):
    block = np.array([[7, 7, 1, 1], [9, 1, 9, 1]], "uint8")
    assert run(block, [7, 9], [True, True], all_bands) == [bool(v) for v in expected]


def test_untagged_bands_have_no_nodata():
    block = np.array([[0, 1], [0, 0]], "uint8")
    assert run(block, [0, 0], [True, False]) == [False, True]
    assert run(block, [0, 0], [False, False]) == [True, True]


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_one_value_that_is_not_finite_is_seen_wherever_it_is(value):
    block = np.full((2, 3, 21), np.finfo("float32").max, "float32")
    assert all_finite(block)
    for place in np.ndindex(block.shape):
        spoilt = block.copy()
        spoilt[place] = value
        assert not all_finite(spoilt)


@pytest.mark.parametrize("all_bands", [False, True])
def test_non_finite_values_always_invalidate(all_bands):
    block = np.array([[np.nan, 1, np.inf, 1], [1, 1, 1, -np.inf]], "float32")
    got = run(block, [0, 0], [False, False], all_bands)
    assert got == [False, True, False, False]


@pytest.mark.parametrize("size", [1, 2, 4, 12])
@pytest.mark.parametrize("shape", [(30, 70), (3, 40), (40, 3), (12, 12)])
def test_whole_supports_are_marked(size, shape):
    usable = np.random.default_rng(size).random(shape) > 0.02
    expected = usable.astype("uint8")
    if min(shape) >= size:
        supports = np.lib.stride_tricks.sliding_window_view(usable, (size, size))
        whole = supports.all(axis=(2, 3))
        expected[: whole.shape[0], : whole.shape[1]] += whole
    marked = usable.astype("uint8")
    mark_whole(marked, size)
    assert (marked == expected).all()
