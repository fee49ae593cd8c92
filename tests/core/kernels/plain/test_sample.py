"""NumPy makes the bits that the compiled kernels make."""

import numpy as np
import pytest
from gridr_qgis.core.kernels.compiled.fill import DRIVERS
from gridr_qgis.core.kernels.values import Patch
from helpers.kernel_arguments import patch_of, seeds
from helpers.tiers import same
from hypothesis import given, settings


@pytest.mark.parametrize("method", DRIVERS)
@given(seeds)
@settings(max_examples=20)
def test_samples(method, seed):
    rng = np.random.default_rng(seed)
    patch = patch_of(rng, method)
    positions = np.round(rng.uniform(-5, 45, (2, 300)), rng.integers(0, 3))
    values, done = np.zeros((len(patch[0]), 300)), np.zeros(300, bool)
    same("sample", method, positions, patch, values, done)


def test_samples_of_more_positions_than_are_held_at_a_time():
    rng = np.random.default_rng(0)
    patch = Patch(rng.random((2, 30, 40)), np.zeros((0, 0), np.uint8), (0, 0))
    positions = rng.uniform(-1, 41, (2, 20_000))
    values, done = np.zeros((2, 20_000)), np.zeros(20_000, bool)
    *_, valid = same("sample", "cubic", positions, patch, values, done)[1]
    assert 0.4 < valid.mean() < 0.9
