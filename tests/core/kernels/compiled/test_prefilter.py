import numpy as np
import pytest
from gridr_qgis.core.interpolation.bspline import (
    POLES,
    influence_radius,
    truncation_lengths,
)
from gridr_qgis.core.kernels.compiled import bspline
from gridr_qgis.core.kernels.compiled.prefilter import (
    LANES,
    dilate,
    fill_holes,
    prefilter,
)
from gridr_qgis.core.kernels.values import Patch, plain
from scipy import ndimage

ORDERS = (3, 5, 7, 9, 11)
# Semantics, table of 2.6: largest error / 255 on white noise with mirrored borders.
ERRORS = {
    1e-2: (1.3e-5, 8.8e-8, 9.8e-10, 9.8e-12, 1.4e-13),
    1e-3: (1.1e-6, 3.2e-9, 1.5e-11, 2.2e-13, 1.1e-13),
    1e-4: (6.3e-8, 2.4e-10, 6.8e-13, 7e-14, 1.4e-13),
    1e-6: (1.3e-9, 7.2e-13, 6e-14, 7e-14, 1.4e-13),
    1e-8: (6.2e-12, 3.4e-14, 6e-14, 7e-14, 1.9e-13),
    1e-12: (1.9e-14, 6e-14, 6e-14, 7e-14, 1.9e-13),
}


def noise(shape, seed=0):
    return np.random.default_rng(seed).uniform(0, 255, shape)


def filtered(image, order, epsilon):
    """Return the coefficients of an image; its rim of sum(lengths) is meaningless."""
    out = image.copy()
    lengths = truncation_lengths(order, epsilon)
    prefilter(out, np.array(POLES[order]), np.array(lengths))
    return out


def interpolate(image, positions, order, epsilon):
    """Return an image at positions by a B-spline, its borders mirrored."""
    far = order // 2 + sum(truncation_lengths(order, epsilon)) + 1
    block = filtered(np.pad(image, far, "reflect"), order, epsilon)[None]
    values = np.empty((1, positions.shape[1]))
    done = np.empty(positions.shape[1], bool)
    driver = getattr(bspline, f"sample_bspline{order}")
    patch = plain(Patch(block, np.zeros((0, 0), "u1"), (-far, -far)))
    driver(positions, patch, values, done)
    assert done.all()
    return values[0]


@pytest.mark.parametrize("epsilon", ERRORS)
@pytest.mark.parametrize("order", [3, 5])
def test_against_scipy(order, epsilon):
    image = noise((40, 90))
    positions = np.random.default_rng(1).uniform(0, 1, (2, 2000)) * [[39], [89]]
    got = interpolate(image, positions, order, epsilon)
    expected = ndimage.map_coordinates(image, positions, order=order, mode="mirror")
    allowed = 255 * ERRORS[epsilon][ORDERS.index(order)]
    assert np.abs(got - expected).max() <= allowed


@pytest.mark.parametrize("epsilon", ERRORS)
@pytest.mark.parametrize("order", ORDERS)
def test_the_spline_passes_through_the_pixels(order, epsilon):
    image = noise((17, 12))
    positions = np.indices(image.shape).reshape(2, -1).astype(float)
    got = interpolate(image, positions, order, epsilon)
    allowed = 255 * ERRORS[epsilon][ORDERS.index(order)]
    assert np.abs(got - image.ravel()).max() <= allowed


@pytest.mark.parametrize("order", ORDERS)
def test_a_constant_is_its_own_coefficients(order):
    inset = sum(truncation_lengths(order, 1e-6))
    image = np.full((2 * inset + 5, 2 * inset + 3), 100.0)
    got = filtered(image, order, 1e-6)[inset:-inset, inset:-inset]
    np.testing.assert_allclose(got, 100, rtol=1e-6)


def plain_filter(signal, order, lengths):
    """Filter the columns of a signal by the formulas of semantics, 2.4."""
    p = signal.copy()
    for pole, n in zip(POLES[order], lengths):
        s = p.copy()
        end = len(s) - 1 - n
        powers = (pole ** np.arange(n + 1))[:, None]
        p[n] = (powers * s[n::-1]).sum(axis=0)
        for i in range(n + 1, end + 1):
            p[i] = s[i] + pole * p[i - 1]
        q = p.copy()
        tail = (powers[1:] * s[end + 1 :]).sum(axis=0)
        q[end] = pole / (pole**2 - 1) * (p[end] + tail)
        for i in range(end - 1, n - 1, -1):
            q[i] = pole * (q[i + 1] - p[i])
        p = q[n : end + 1] * (1 - pole) * (1 - 1 / pole)
    return p


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("size", [1, 2, LANES + 3])
def test_against_the_formulas(order, size):
    lengths = truncation_lengths(order, 1e-2)
    inset = sum(lengths)
    image = noise((2 * inset + size, 2 * inset + 4))
    expected = plain_filter(plain_filter(image, order, lengths).T, order, lengths).T
    got = filtered(image, order, 1e-2)[inset:-inset, inset:-inset]
    np.testing.assert_allclose(got, expected, rtol=0, atol=1e-12 * expected.max())


def test_rows_beside_the_coefficients_are_filtered_along_themselves_only():
    """As in GridR: they count in no result."""
    inset = sum(truncation_lengths(3, 1e-4))
    image = noise((2 * inset + 3, 2 * inset + 5))
    got = filtered(image, 3, 1e-4)
    other = image.copy()
    other[:, :inset] = 0
    changed = filtered(other, 3, 1e-4)
    assert (got[:inset, inset:] == changed[:inset, inset:]).all()
    assert (got[inset:-inset, inset:] != changed[inset:-inset, inset:]).any()


@pytest.mark.parametrize("order", [3, 11])
def test_windows_agree_within_epsilon(order):
    image = noise((2 * 105 + 60, 2 * 105 + 30))
    inset = sum(truncation_lengths(order, 1e-6))
    whole = filtered(image, order, 1e-6)
    part = filtered(image[20:, 10:-5].copy(), order, 1e-6)
    core = np.s_[inset:-inset, inset:-inset]
    difference = part[core] - whole[20:, 10:-5][core]
    assert np.abs(difference).max() <= 1e-6 * 255
    moved = filtered(np.roll(image, 7, axis=1), order, 1e-6)  # other lanes
    same = np.s_[inset:-inset, inset : -inset - 7]
    bound = 1e-6 * 255
    assert np.abs(moved[:, 7:] - whole[:, :-7])[same].max() <= bound


def brute_dilate(valid, radius):
    rows, cols = np.indices(valid.shape)
    out = valid.copy()
    if radius > 0:
        for r, c in np.argwhere(~valid):
            out &= abs(rows - r) + abs(cols - c) > radius
    return out


@pytest.mark.parametrize("radius", [0.99, 1, 1.5, 3.4, 5.245, 8.2, 70, 1e9, np.inf])
@pytest.mark.parametrize("holes", [0, 1, 4, 30])
@pytest.mark.parametrize("shape", [(20, 31), (1, 12), (12, 1)])
def test_dilate(radius, holes, shape):
    random = np.random.default_rng(holes)
    valid = np.ones(shape, bool)
    valid[tuple(random.integers(0, n, holes) for n in shape)] = False
    expected = brute_dilate(valid, radius)
    dilate(valid, radius)
    assert (valid == expected).all()


@pytest.mark.parametrize("radius", [0, -0.0, -3.5, -np.inf])
def test_dilate_by_nothing(radius):
    valid = np.random.default_rng(0).random((9, 8)) > 0.3
    before = valid.copy()
    dilate(valid, radius)
    assert (valid == before).all()


@pytest.mark.parametrize("threshold", [1e-1, 1e-2, 1e-3])
def test_beyond_the_influence_radius_a_pixel_weighs_less_than_the_threshold(threshold):
    image = noise((81, 85))
    other = image.copy()
    other[40, 42] += 1
    valid = np.ones(image.shape, bool)
    valid[40, 42] = False
    dilate(valid, influence_radius(3, threshold))
    change = np.abs(filtered(other, 3, 1e-12) - filtered(image, 3, 1e-12))
    core = np.s_[24:-24, 24:-24]
    share = change[core] / change[40, 42]
    assert share[valid[core]].max() < threshold
    assert share[~valid[core]].min() >= threshold * (1 - 1e-9)


def brute_fill(image, hole, reach):
    out, left = image.copy(), hole.copy()
    for source, bad, turn in ((image, hole, np.asarray), (out, left, np.transpose)):
        values, missing = turn(source).copy(), turn(bad).copy()
        for r, c in np.argwhere(missing):
            near = np.flatnonzero(~missing[:, c])
            near = near[abs(near - r) <= reach]
            if near.size:
                nearest = near[abs(near - r).argmin()]  # the first of two
                turn(out)[r, c] = values[nearest, c]
                turn(left)[r, c] = False
    out[left] = 0
    return out


@pytest.mark.parametrize("reach", [0, 1, 2, 5, 40])
@pytest.mark.parametrize("share", [0.0, 0.3, 0.9, 0.99, 1.0])
def test_fill_holes(reach, share):
    image = noise((23, 31))
    hole = np.random.default_rng(5).random(image.shape) < share
    hole[4:15, 7:20] |= share > 0
    image[hole] = np.nan
    got, kept = image.copy(), hole.copy()
    fill_holes(got, hole, reach)
    assert (hole == kept).all()
    assert np.array_equal(got, brute_fill(image, hole, reach))


def test_fill_holes_prefers_the_column_and_of_two_as_near_the_first():
    image = np.array([[1.0, 2, 3], [4, 0, 6], [7, 8, 9]])
    hole = np.zeros((3, 3), bool)
    hole[1, 1] = True
    fill_holes(image, hole, 1)
    assert image[1].tolist() == [4, 2, 6]
    hole[:, 1] = True
    fill_holes(image, hole, 1)
    assert image.tolist() == [[1, 1, 3], [4, 4, 6], [7, 7, 9]]


@pytest.mark.parametrize("reach", [1, 4])
def test_fill_holes_sees_no_farther_than_its_reach(reach):
    image = noise((50, 40))
    hole = np.random.default_rng(2).random(image.shape) < 0.8
    whole = image.copy()
    fill_holes(whole, hole, reach)
    part = image[11:37, 9:33].copy()
    fill_holes(part, hole[11:37, 9:33].copy(), reach)
    core = np.s_[reach:-reach, reach:-reach]
    assert (part[core] == whole[11:37, 9:33][core]).all()


@pytest.mark.parametrize("order", ORDERS)
def test_a_constant_with_holes_stays_that_constant(order):
    far = order // 2 + sum(truncation_lengths(order, 1e-6))
    inset = sum(truncation_lengths(order, 1e-6))
    image = np.full((2 * inset + 30, 2 * inset + 20), 42.0)
    hole = np.random.default_rng(0).random(image.shape) < 0.5
    hole[inset : inset + 8, inset + 3 : inset + 12] = True
    image[hole] = np.nan
    fill_holes(image, hole, far)
    assert (image == 42).all()
    got = filtered(image, order, 1e-6)[inset:-inset, inset:-inset]
    np.testing.assert_allclose(got, 42, rtol=1e-6)
