"""What is written in LLVM's instructions does what numpy's plain operations do."""

import numpy as np
import pytest
from gridr_qgis.core.kernels.compiled import vectors
from gridr_qgis.core.kernels.compiled.jit import kernel
from gridr_qgis.core.kernels.compiled.vectors import LANES
from hypothesis import given
from hypothesis import strategies as st

DTYPES = ["int8", "uint8", "int16", "uint16", "int32", "uint32", "float32", "float64"]
CASES = [(4, dtype) for dtype in DTYPES] + [(size, "int16") for size in (1, 2, 6, 12)]
SIZES = [1, 2, 4, 6, 12]


@kernel
def weigh_rows(taps, band, row, col, weights, n, sums):
    vectors.weigh_rows(taps, band, row, col, weights, n, sums)


@kernel
def weigh_columns(taps, weights, sums, n, values, place):
    vectors.weigh_columns(taps, weights, sums, n, values, place)


@kernel
def fill_straight(line, place, start, slope, offsets, k):
    vectors.fill_straight(line, place, start, slope, offsets, k)


@kernel
def prefetch(band, row, col):
    vectors.prefetch(band, row, col)


def in_order(products):
    """Sum along the first axis, from its start to its end."""
    return np.add.accumulate(products, axis=0)[-1]


def extremes(shape, dtype):
    """Return pixels over the whole range of a type, its ends among them."""
    kind = np.dtype(dtype)
    random = np.random.default_rng(0)
    if kind.kind == "f":
        return random.normal(0, 1e6, shape).astype(dtype)
    ends = np.iinfo(kind).min, np.iinfo(kind).max
    return random.choice([*ends, 0, 1, 100], shape).astype(dtype)


@pytest.mark.parametrize(("size", "dtype"), CASES)
def test_rows_of_a_support_are_weighed_in_order(size, dtype):
    band = extremes((20, 30), dtype)
    weights = np.random.default_rng(1).normal(size=(size, 9))
    for row, col, n in [(0, 0, 0), (20 - size, 30 - size, 8), (3, 7, 5)]:
        sums = np.full((9, size), 7.0)
        weigh_rows((0,) * size, band, row, col, weights, n, sums)
        support = band[row : row + size, col : col + size].astype(float)
        expected = np.full((9, size), 7.0)
        expected[n] = in_order(weights[:, n, None] * support)
        np.testing.assert_array_equal(sums, expected)


@pytest.mark.parametrize("size", SIZES)
def test_columns_of_neighbouring_supports_are_weighed_in_order(size):
    random = np.random.default_rng(size)
    weights, sums = random.normal(size=(size, 11)), random.normal(size=(11, size))
    for n, place in [(0, 0), (11 - LANES, 3), (2, 20 - LANES)]:
        values = np.full(20, 7.0)
        weigh_columns((0,) * size, weights, sums, n, values, place)
        lanes = slice(n, n + LANES)
        expected = np.full(20, 7.0)
        expected[place : place + LANES] = in_order(weights[:, lanes] * sums[lanes].T)
        np.testing.assert_array_equal(values, expected)


def test_both_together_are_a_product_of_matrices():
    random = np.random.default_rng(5)
    band, n = extremes((20, 30), "float32"), 3
    rows, cols = random.normal(size=(2, 6, LANES + n))
    corners = random.integers(0, 14, (LANES + n, 2))
    sums, values = np.empty((LANES + n, 6)), np.empty(LANES)
    for k, (row, col) in enumerate(corners):
        weigh_rows((0,) * 6, band, row, col, rows, k, sums)
    weigh_columns((0,) * 6, cols, sums, n, values, 0)
    for k, (row, col) in enumerate(corners[n:], n):
        support = band[row : row + 6, col : col + 6].astype(float)
        expected = rows[:, k] @ support @ cols[:, k]
        assert values[k - n] == pytest.approx(expected, rel=1e-12, abs=1e-6)


numbers = st.floats(-1e6, 1e6)


@given(numbers, numbers, st.integers(0, 5), st.integers(0, 5))
def test_a_line_is_straight(start, slope, place, k):
    offsets = np.random.default_rng(k).normal(0, 100, 5 + LANES)
    line = np.full(5 + LANES, 7.0)
    fill_straight(line, place, start, slope, offsets, k)
    expected = np.full(5 + LANES, 7.0)
    expected[place : place + LANES] = start + offsets[k : k + LANES] * slope
    np.testing.assert_array_equal(line, expected)


@pytest.mark.parametrize("kind", [int, np.int32])
def test_a_fetch_changes_nothing_wherever_it_looks(kind):
    band = extremes((20, 30), "uint16")
    before = band.copy()
    for row, col in [(0, 0), (19, 29), (-1, -1), (20, 30), (-(10**6), 10**6)]:
        prefetch(band, kind(row), kind(col))
    np.testing.assert_array_equal(band, before)
