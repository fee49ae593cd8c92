"""NumPy makes the bits that the compiled kernels make."""

import numpy as np
import pytest
from gridr_qgis.core.interpolation.bspline import POLES, truncation_lengths
from helpers.kernel_arguments import seeds
from helpers.tiers import same
from hypothesis import given


@given(seeds)
def test_holes_and_what_they_spoil(seed):
    rng = np.random.default_rng(seed)
    image = rng.random(rng.integers(1, 90, 2))
    hole = rng.random(image.shape) < rng.choice([0, 0.1, 0.5, 0.9, 1])
    same("fill_holes", image, hole, int(rng.integers(0, 9)))
    same("dilate", ~hole, float(rng.uniform(0, 7)))


@pytest.mark.parametrize("order", POLES)
def test_coefficients(order):
    image = np.random.default_rng(order).uniform(0, 255, (150, 170))
    poles, lengths = np.array(POLES[order]), np.array(truncation_lengths(order, 1e-3))
    within = slice(lengths.sum(), -lengths.sum())
    image, *_ = same("prefilter", image, poles, lengths)[1]
    assert np.isfinite(image[within, within]).all()
