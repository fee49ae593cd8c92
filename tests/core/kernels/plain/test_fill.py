"""NumPy makes the bits that the compiled kernels make."""

import numpy as np
import pytest
from gridr_qgis.core.kernels.compiled.fill import DRIVERS
from gridr_qgis.core.kernels.plain import fill
from helpers.kernel_arguments import canvas_of, mesh_of, patch_of, seeds
from helpers.tiers import same
from hypothesis import given, settings


@pytest.fixture(scope="module", autouse=True)
def short_passes():
    """Passes of a few lines, of which windows of a test have several."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fill, "PASS_PIXELS", 40)
        yield


@pytest.mark.parametrize("method", DRIVERS)
@given(seeds)
@settings(max_examples=40)
def test_windows(method, seed):
    rng = np.random.default_rng(seed)
    mesh, shape = mesh_of(rng)
    patch = patch_of(rng, method)
    same(
        "fill_window", method, shape, mesh, patch, canvas_of(rng, len(patch[0]), shape)
    )
