import json
from fractions import Fraction
from math import comb, factorial

import numpy as np
import pytest
from gridr_qgis.core.interpolation.bspline import (
    POLES,
    influence_radius,
    truncation_lengths,
)
from gridr_qgis.core.kernels.compiled import bspline
from gridr_qgis.core.kernels.compiled.prefilter import dilate, prefilter
from gridr_qgis.core.kernels.compiled.validity import mark_whole
from gridr_qgis.core.kernels.values import Patch, plain
from helpers.data import dense_positions
from scipy import ndimage

ALL = np.zeros((0, 0), bool)
ORDERS = (3, 5, 7, 9, 11)
PIECES = {order: getattr(bspline, f"PIECES{order}") for order in ORDERS}
DRIVERS = {order: getattr(bspline, f"sample_bspline{order}") for order in ORDERS}


def run(order, positions, block, valid=ALL, origin=(0, 0)):
    values = np.full((block.shape[0], positions.shape[1]), np.nan)
    done = np.empty(positions.shape[1], bool)
    usable = valid.astype("uint8")
    mark_whole(usable, order + 1)
    DRIVERS[order](positions, plain(Patch(block, usable, origin)), values, done)
    return values, done


def coefficients(shape, seed=0):
    return np.random.default_rng(seed).normal(100, 50, shape)


def exact_spline(order, t):
    """Return the centred B-spline at a fraction, by its definition."""
    total = sum(
        (-1) ** k
        * comb(order + 1, k)
        * max(Fraction(order + 1, 2) - abs(t) - k, 0) ** order
        for k in range(order + 1)
    )
    return total / factorial(order)


def exact_weights(order, share):
    """Return the weights of the taps -(order // 2) to order // 2 + 1 of a share."""
    reach = order // 2
    share = Fraction(share)
    return [exact_spline(order, share - k) for k in range(-reach, reach + 2)]


@pytest.mark.parametrize("order", ORDERS)
def test_weights_are_exact(order):
    shares = np.r_[np.random.default_rng(0).random(60), 1e-12, 1e-3, 0.5, 1 - 1e-9]
    weights = np.empty((order + 1, shares.size))
    bspline.fill_weights(PIECES[order], shares, weights)
    for share, got in zip(shares, weights.T):
        for value, expected in zip(got, exact_weights(order, share)):
            assert abs(Fraction(value) - expected) <= Fraction(1e-14) * expected


@pytest.mark.parametrize("order", ORDERS)
def test_weights_at_whole_positions(order):
    weights = np.empty((order + 1, 2))
    bspline.fill_weights(PIECES[order], np.array([0.0, 1.0]), weights)
    assert weights[-1, 0] == 0
    assert weights[0, 1] == 0
    assert (weights[:-1, 0] > 0).all()
    np.testing.assert_allclose(weights[1:, 1], weights[:-1, 0], rtol=1e-15)
    np.testing.assert_allclose(weights.sum(axis=0), 1, rtol=1e-15)


@pytest.mark.parametrize("order", ORDERS)
def test_values_are_exact(order):
    block = np.random.default_rng(0).integers(1, 255, (1, 14, 14)).astype(float)
    positions = np.random.default_rng(1).uniform(5, 8, (2, 20))
    values, done = run(order, positions, block)
    assert done.all()
    for (row, col), got in zip(positions.T, values[0]):
        r, c = int(row), int(col)
        v, w = exact_weights(order, row - r), exact_weights(order, col - c)
        first = order // 2
        expected = sum(
            v[k] * w[m] * int(block[0, r - first + k, c - first + m])
            for k in range(order + 1)
            for m in range(order + 1)
        )
        assert abs(Fraction(got) - expected) <= Fraction(1e-14) * expected


@pytest.mark.parametrize("order", [3, 5])
def test_against_scipy(order):
    block = coefficients((2, 40, 40))
    positions = np.random.default_rng(1).uniform(3, 35, (2, 1000))
    values, done = run(order, positions, block)
    assert done.all()
    for band, got in zip(block, values):
        expected = ndimage.map_coordinates(
            band, positions, order=order, prefilter=False
        )
        np.testing.assert_allclose(got, expected, rtol=0, atol=1e-12 * band.max())


@pytest.mark.parametrize("order", ORDERS)
def test_fast_and_careful_paths_give_the_same_bits(order):
    block = coefficients((2, 50, 50))
    valid = np.ones((50, 50), bool)
    positions = np.random.default_rng(3).uniform(7, 42, (2, 1000))
    positions[:, ::7] = np.rint(positions[:, ::7])
    fast, done = run(order, positions, block)
    assert done.all()
    by_mask, done = run(order, positions, block, valid)
    assert done.all()
    assert (fast == by_mask).all()
    positions[:, ::50] = np.nan  # a run with one such position is not fast
    careful, done = run(order, positions, block, valid)
    assert (done == (np.arange(1000) % 50 > 0)).all()
    assert (fast[:, done] == careful[:, done]).all()


def test_scattered_positions_give_the_same_bits():
    block = coefficients((1, 300, 400))
    positions = np.random.default_rng(3).uniform(2, 297, (2, 300))
    fast, _ = run(3, positions, block)
    by_mask, done = run(3, positions, block, np.ones((300, 400), bool))
    assert done.all()
    assert (fast == by_mask).all()


@pytest.mark.parametrize("order", ORDERS)
def test_a_part_of_the_source_gives_the_same_bits(order):
    block = coefficients((1, 60, 60))
    positions = np.random.default_rng(3).uniform(20, 36, (2, 1000))
    whole, _ = run(order, positions, block)
    part = np.ascontiguousarray(block[:, 14:43, 13:43])
    some, done = run(order, positions, part, origin=(14, 13))
    assert done.all()
    assert (whole == some).all()


@pytest.mark.filterwarnings("ignore:invalid value")  # inf - inf, as plain Python
@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf, 1e18, -1e300])
def test_positions_that_lead_nowhere(order, bad):
    positions = np.array([[9.0, bad, 9.2], [bad, 9.0, 9.2]])
    _, done = run(order, positions, coefficients((1, 20, 20)))
    assert done.tolist() == [False, False, True]


def usable(order, positions, valid):
    """Tell which positions have all pixels of non-zero weight inside and valid."""
    reach = order // 2
    outside = reach + 2
    padded = np.pad(valid, outside)
    out = []
    for row, col in positions.T:
        rows, cols = (
            np.arange(np.floor(x) - reach, np.ceil(x) + reach + 1) for x in (row, col)
        )
        indices = np.meshgrid(rows.astype(int), cols.astype(int), indexing="ij")
        clipped = np.clip(indices, -outside, valid.shape[0] + outside - 1)
        out.append(padded[tuple(clipped + outside)].all())
    return np.array(out)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("invalid", [0, 1, 20])
def test_validity_is_that_of_the_pixels_of_non_zero_weight(order, invalid):
    random = np.random.default_rng(invalid)
    valid = np.ones((30, 30), bool)
    valid[tuple(random.integers(0, 30, (2, invalid)))] = False
    positions = random.uniform(-3, 33, (2, 1500))
    positions[0, ::3] = np.rint(positions[0, ::3])
    positions[1, ::4] = np.rint(positions[1, ::4])
    block = coefficients((1, 30, 30))
    block[0, ~valid] = np.nan
    values, done = run(order, positions, block, valid if invalid else ALL)
    assert (done == usable(order, positions, valid)).all()
    assert np.isfinite(values[0, done]).all()
    assert np.isnan(values[0, ~done]).all()


@pytest.mark.parametrize("order", ORDERS)
def test_a_run_beside_an_invalid_pixel_that_it_does_not_weigh(order):
    valid = np.ones((20, 40), bool)
    reach = order // 2
    valid[10 + reach + 1] = False
    positions = np.stack([np.full(128, 10.0), np.linspace(10, 30, 128)])
    _, done = run(order, positions, coefficients((1, 20, 40)), valid)
    assert done.all()
    positions[0] += 0.25
    _, done = run(order, positions, coefficients((1, 20, 40)), valid)
    assert not done.any()


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("shape", [(1, 1), (1, 40), (40, 1), (2, 2)])
def test_blocks_smaller_than_the_support(order, shape):
    positions = np.indices(shape).reshape(2, -1).astype(float)
    _, done = run(order, positions, coefficients((1, *shape)))
    assert not done.any()


# GridR's own results: single tiles, so that its window is the one of the whole grid.
GOLDEN = [
    *(f"{4 + k:02d}_interior_res1_bspline{n}" for k, n in enumerate(ORDERS)),
    *(f"{12 + k}_borders_bcNone_res4x3_bspline{n}" for k, n in enumerate(ORDERS)),
    *(
        f"{20 + k}_borders_reflect_trust_res2x5_bspline{n}"
        for k, n in enumerate(ORDERS)
    ),
    "30_bspline3_edge_untrusted",
    "31_bspline5_wrap_trust",
    "38_probe_rows_bcNone_bspline3",
    "39_probe_cols_edge_trust_bspline3",
    "43_ties_srcmask_bspline3",
    "48_bspline3_influence_0.1",
    "49_bspline3_influence_0.001",
    "50_bspline3_influence_1",
    "51_bspline7_eps1e-3_influence",
    "72_bands_all_bspline3",
]


def read_padded(case, asked, positions, reach):
    """Return GridR's buffer of a single tile, its validity, and its first pixel."""
    shape = case["src"].shape[1:]
    inner = [
        np.clip([np.floor(x.min()), np.ceil(x.max())], 0, n - 1).astype(int)
        for x, n in zip(positions.reshape(2, -1), shape)
    ]
    first = [low - reach for low, _ in inner]
    read = [
        slice(max(low - reach, 0), min(high + reach + 1, n))
        for (low, high), n in zip(inner, shape)
    ]
    pads = [
        (max(reach - low, 0), max(high + reach + 1 - n, 0))
        for (low, high), n in zip(inner, shape)
    ]
    valid = np.ones(shape, bool)
    if "src_mask" in case:
        valid = case["src_mask"] == asked["src_mask_validity_pair"][0]
    mode = asked["boundary_condition"] or "constant"
    trusted = asked["boundary_condition"] and asked["trust_padding"]
    bands = np.atleast_1d(asked["bands"]) - 1
    pixels = case["src"][bands][(slice(None), *read)].astype(float)
    pixels = np.pad(pixels, [(0, 0), *pads], mode)
    valid = np.pad(valid[tuple(read)], pads, mode if trusted else "constant")
    return pixels, valid, tuple(first)


def resample(case, asked):
    """Return what a B-spline case gives by the plain rules, and where."""
    order = int(asked["interp"][len("bspline") :])
    options = asked["interp_kwargs"]
    nodes = np.stack([case["grid_row"], case["grid_col"]])
    positions = dense_positions(nodes, asked["grid_resolution"])
    lengths = truncation_lengths(order, options["epsilon"])
    far = order // 2 + sum(truncation_lengths(order, options["epsilon"]))
    block, valid, first = read_padded(case, asked, positions, far)
    for band in block:
        prefilter(band, np.array(POLES[order]), np.array(lengths))
    dilate(valid, influence_radius(order, options["mask_influence_threshold"]))
    inner = np.zeros_like(valid)
    inset = sum(lengths)
    inner[inset:-inset, inset:-inset] = True
    shape = positions.shape[1:]
    flat = positions.reshape(2, -1) - np.reshape(first, (2, 1))
    flat = np.floor(1e12 * flat + 0.5) / 1e12  # GridR's rounding: semantics 1.5
    values, done = run(order, flat, block, valid & inner)
    return values.reshape(-1, *shape), done.reshape(shape)


@pytest.mark.parametrize("name", GOLDEN)
def test_golden(golden, name):
    case = np.load(golden / f"{name}.npz")
    asked = json.loads(str(case["params"]))
    data, done = resample(case, asked)
    expected = case["mask"].astype(bool)
    assert (done == expected).all()
    tolerance = 1e-12 * np.abs(case["src"]).max()
    np.testing.assert_allclose(
        data[:, done], case["out"][:, done], rtol=0, atol=tolerance
    )
