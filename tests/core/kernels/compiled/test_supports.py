import numpy as np
import pytest
from gridr_qgis.core.kernels.compiled.supports import (
    SPAN,
    all_usable,
    locate,
    one_usable,
    place,
    sum_span,
)
from gridr_qgis.core.kernels.compiled.validity import mark_whole
from hypothesis import given
from hypothesis import strategies as st

SIZES = [1, 2, 4, 6]
SHAPE = (14, 17)
ALL = np.zeros((0, 0), np.uint8)


@given(
    st.lists(st.floats(-1e300, 1e300) | st.floats(-40, 40), min_size=1, max_size=20),
    st.sampled_from([0.0, 0.5]),
    st.integers(-30, 30),
)
def test_a_position_is_its_clipped_corner_and_its_share(positions, offset, origin):
    positions = np.array(positions)
    corners, shares = np.full(25, 99, np.int32), np.full(25, 99.0)
    locate(positions, offset, float(origin), -6.0, 20.0, corners, shares)
    n, whole = len(positions), np.floor(positions + offset)
    assert corners[:n].tolist() == np.clip(whole - origin, -6, 20).tolist()
    assert shares[:n].tolist() == (positions - whole).tolist()
    assert (corners[n:] == 99).all()
    assert (shares[n:] == 99).all()


def test_no_position_leads_to_the_least_corner():
    corners, shares = np.empty(3, np.int32), np.empty(3)
    bad = np.array([np.nan, 1.25, np.nan])
    locate(bad, 0.0, 0.0, -4.0, 20.0, corners, shares)
    assert corners.tolist() == [-4, 1, -4]
    assert np.isnan(shares[[0, 2]]).all()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("start", [0, SPAN])
def test_supports_are_centred_about_their_positions(size, start):
    positions = np.random.default_rng(size).uniform(90, 130, (2, SPAN + 40))
    pixels, origin = np.zeros((2, *SHAPE), np.uint8), (100, 105)
    corners = np.zeros((2, SPAN), np.int32)
    shares = np.zeros((2, SPAN))
    place((0,) * size, positions, start, 0.0, origin, pixels, corners, shares)
    span = positions[:, start : start + SPAN]
    before = {1: 0, 2: 0, 4: 1, 6: 2}[size]
    first = np.floor(span) - before - np.reshape(origin, (2, 1))
    expected = np.clip(first, -size, np.reshape(SHAPE, (2, 1)))
    n = span.shape[1]
    np.testing.assert_array_equal(corners[:, :n], expected)
    np.testing.assert_array_equal(shares[:, :n], span - np.floor(span))
    # a clipped support leaves the patch as the real one does
    ends = np.reshape(SHAPE, (2, 1)) - size
    assert ((corners[:, :n] < 0) == (first < 0)).all()
    assert ((corners[:, :n] > ends) == (first > ends)).all()


def whole_supports(valid, size):
    """Return what `usable` is for a mask, and {corner: all of its support is valid}."""
    usable = valid.astype(np.uint8)
    mark_whole(usable, size)
    corners = np.ndindex(SHAPE[0] + 9, SHAPE[1] + 9)
    found = {}
    for row, col in ((r - 6, c - 6) for r, c in corners):
        inside = row >= 0 and col >= 0
        inside &= row + size <= SHAPE[0] and col + size <= SHAPE[1]
        support = valid[max(row, 0) : row + size, max(col, 0) : col + size]
        found[row, col] = bool(inside and support.all())
    return usable, found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("holes", [None, 0, 3])
def test_a_support_is_usable_where_all_of_its_pixels_are(size, holes):
    valid = np.ones(SHAPE, bool)
    valid.flat[np.random.default_rng(0).integers(0, valid.size, holes or 0)] = False
    usable, found = whole_supports(valid, size)
    usable = ALL if holes is None else usable
    for (row, col), expected in found.items():
        assert one_usable((0,) * size, row, col, SHAPE, usable) == expected
    spans = np.random.default_rng(1).choice(len(found), (300, 2))
    corners = np.array(list(found), np.int32)
    for some in spans:
        span = np.ascontiguousarray(corners[some].T)
        expected = all(found[tuple(corner)] for corner in span.T)
        assert all_usable((0,) * size, span, 2, SHAPE, usable) == expected
        first = found[tuple(span[:, 0])]
        assert all_usable((0,) * size, span, 1, SHAPE, usable) == first


def weighed(pixels, valid, corner, weights):
    """Return the sums of a support, None where a pixel that weighs cannot be used."""
    rows, cols = weights
    totals = np.zeros(len(pixels))
    for k, m in np.ndindex(len(rows), len(cols)):
        row, col = corner[0] + k, corner[1] + m
        if rows[k] == 0 or cols[m] == 0:
            continue
        if not (0 <= row < SHAPE[0] and 0 <= col < SHAPE[1] and valid[row, col]):
            return None
        totals += rows[k] * cols[m] * pixels[:, row, col]
    return totals


def some_weights(random, size, count):
    """Return weights of both axes, at whole positions all 0 but one."""
    weights = random.normal(size=(2, size, SPAN))
    for axis in range(2):
        at = np.flatnonzero(random.random(count) < 0.4)
        weights[axis, :, at] = np.eye(size)[max(0, size // 2 - 1)]
    return weights


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [SPAN, 13])
@pytest.mark.parametrize("where", ["inside", "anywhere"])
@pytest.mark.parametrize("holes", [None, 4])
def test_a_span_is_summed_as_far_as_its_pixels_allow(size, count, where, holes):
    random = np.random.default_rng(size)
    pixels, valid = random.normal(size=(2, *SHAPE)), np.ones(SHAPE, bool)
    valid.flat[random.integers(0, valid.size, holes or 0)] = False
    usable = ALL if holes is None else whole_supports(valid, size)[0]
    low, high = (-size, SHAPE) if where == "anywhere" else (0, np.subtract(SHAPE, size))
    corners = random.integers(low, np.add(high, 1), (SPAN, 2)).T.astype(np.int32)
    weights = some_weights(random, size, count)
    values, done = np.full((2, 20 + count), 7.0), np.ones(20 + count, bool)
    sum_span((0,) * size, pixels, usable, corners, weights, np.empty((SPAN, size)),
             values, done, 20)  # fmt: skip
    assert (values[:, :20] == 7).all()
    assert done[:20].all()
    for n in range(count):
        expected = weighed(pixels, valid, corners[:, n], weights[:, :, n])
        assert done[20 + n] == (expected is not None)
        left = [7, 7] if expected is None else expected
        np.testing.assert_allclose(values[:, 20 + n], left, rtol=1e-12, atol=1e-12)
