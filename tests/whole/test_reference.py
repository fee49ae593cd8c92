"""The independent model gives what GridR gave where GridR is right."""

import json

import numpy as np
import pytest
from helpers.golden_cases import load_job
from helpers.reference.job import Job
from helpers.reference.model import literal, model, resample, snapped
from helpers.reference.tolerance import agree
from scipy.ndimage import map_coordinates


@pytest.fixture(scope="module")
def conforming(golden):
    """The files that GridR computed rightly."""
    index = json.loads((golden / "index.json").read_text(encoding="utf-8"))
    return [golden / case["file"] for case in index if case["category"] == "conform"]


@pytest.mark.parametrize("rounded", [literal, snapped])
@pytest.mark.parametrize("place", range(82))
def test_golden_case(conforming, place, rounded):
    job, data, mask = load_job(conforming[place])
    got, valid = model(job, rounded)
    assert (valid == mask).all()
    assert got.dtype == data.dtype
    same = agree(
        job, got, data, valid, lambda: resample(job)[0], rounding=rounded is snapped
    )
    assert same.all()
    assert np.array_equal(got[:, valid == 0], data[:, valid == 0], equal_nan=True)


def spline_job(order, src, **changes):
    kwargs = {"epsilon": 1e-12, "mask_influence_threshold": 1.0}
    nodes = np.random.default_rng(1).uniform(0, 19, (2, 8, 9))
    method = {"interp": f"bspline{order}", "interp_kwargs": kwargs}
    return Job(src=src, grid=nodes, **method, **changes)


@pytest.mark.parametrize("order", [3, 5])
def test_splines_are_those_of_scipy(order):
    src = np.random.default_rng(0).normal(0, 1, (1, 20, 20))
    job = spline_job(order, src, boundary="reflect", trust=True)
    expected = map_coordinates(src[0], job.grid, order=order, mode="mirror")
    np.testing.assert_allclose(model(job)[0][0], expected, rtol=0, atol=1e-11)


@pytest.mark.parametrize("order", [3, 11])
@pytest.mark.parametrize("hole", [np.nan, np.inf, -1.0])
def test_holes_do_not_disturb_splines(order, hole):
    src = np.full((1, 20, 20), 7.0)
    src[0, 3:6, 4] = src[0, :, 9] = src[0, 12, 2:8] = hole
    job = spline_job(order, src, boundary="edge", trust=True, src_nodata=-1)
    data, mask = model(job)
    assert 0 < mask.sum() < mask.size
    np.testing.assert_allclose(data[0][mask > 0], 7, rtol=1e-12)


@pytest.mark.parametrize("number", range(83, 89))
def test_exhibit_differs_from_the_model(golden, number):
    (path,) = golden.glob(f"{number}_X_*.npz")
    job, data, mask = load_job(path)
    got, valid = model(job)
    assert (valid != mask).any() or not np.allclose(got, data, equal_nan=True)


def test_exhibit_of_a_tile_that_sees_no_masked_pixel(golden):
    job, data, mask = load_job(golden / "89_X_constant_trust_with_mask_linear.npz")
    got, valid = model(job)  # GridR would mask its first row if it ran as one tile
    assert (valid == mask).all()
    np.testing.assert_allclose(got, data, rtol=1e-12)
