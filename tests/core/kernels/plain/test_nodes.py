"""NumPy makes the bits that the compiled kernels make."""

import numpy as np
from helpers.kernel_arguments import mesh_of, nodes, seeds
from helpers.tiers import same
from hypothesis import given


@given(seeds)
def test_nodes_and_positions(seed):
    rng = np.random.default_rng(seed)
    rows, cols = nodes(rng)
    rows[rng.random(rows.shape) < 0.1] = rng.choice([np.inf, -9.0])
    same("mask_nodes", rows, cols, -9.0, float(rng.choice([-7.0, np.nan])), 1e-6)
    mesh, shape = mesh_of(rng)
    same("position_bounds", mesh, shape)
    row = int(rng.integers(shape[0]))
    same("fill_positions", mesh, row, np.empty((2, shape[0] - row, shape[1])))
