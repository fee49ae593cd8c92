"""NumPy makes the bits that the compiled kernels make."""

import numpy as np
from helpers.kernel_arguments import canvas_of, seeds
from helpers.tiers import same
from hypothesis import given


@given(seeds)
def test_results_become_pixels(seed):
    rng = np.random.default_rng(seed)
    shape = tuple(int(n) for n in rng.integers(1, 20, 2))
    values = rng.uniform(-300, 300, (2, *shape)) * rng.choice([1, 1e37, 1e305])
    values[rng.random(values.shape) < 0.1] = rng.choice([np.nan, np.inf, 0.5, -0.0])
    done = rng.random(shape) < 0.8
    canvas = same("finish", values, done, canvas_of(rng, 2, shape), 0)[1][2]
    assert not np.signbit(canvas.data[canvas.data == 0]).any()
