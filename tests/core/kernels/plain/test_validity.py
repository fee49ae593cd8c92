"""NumPy makes the bits that the compiled kernels make."""

import numpy as np
import pytest
from helpers.kernel_arguments import DTYPES, mesh_of, seeds
from helpers.tiers import same
from hypothesis import given


@given(seeds)
def test_validity(seed):
    rng = np.random.default_rng(seed)
    shape = tuple(int(n) for n in rng.integers(1, 30, 2))
    pixels = rng.integers(0, 3, (3, *shape)).astype(rng.choice(DTYPES))
    if pixels.dtype.kind == "f":
        pixels[rng.random(pixels.shape) < 0.1] = rng.choice([np.nan, np.inf])
    same("all_finite", pixels)
    tagged, nodata = rng.random(3) < 0.5, np.ones(3, pixels.dtype)
    valid = rng.random(shape) < 0.9
    same("invalidate_by_value", pixels, nodata, tagged, bool(seed % 2), valid)


@given(seeds)
def test_masks_of_nodes(seed):
    rng = np.random.default_rng(seed)
    mesh, shape = mesh_of(rng)
    valid = rng.random(mesh.rows.shape) < 0.7
    threshold = float(rng.choice([0.3, 0.5, 0.999]))
    same("oversample", valid, mesh.step, mesh.origin, threshold, np.empty(shape, bool))


@pytest.mark.parametrize("rows", [1, 2, 3, 4, 5, 66, 67, 68, 69, 131])
@pytest.mark.parametrize("size", [1, 2, 4])
def test_whole_supports(rows, size):
    """They are looked at some lines at a time: the last of them count, too."""
    usable = (np.random.default_rng(rows).random((rows, 9)) < 0.9).astype(np.uint8)
    marked, _ = same("mark_whole", usable, size)[1]
    all_of_them = same("mark_whole", np.ones_like(usable), size)[1][0]
    assert (all_of_them == 2).sum() == max(0, rows - size + 1) * (9 - size + 1)
    assert ((marked > 0) == usable).all()
