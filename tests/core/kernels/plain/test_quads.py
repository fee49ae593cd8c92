"""NumPy makes the bits that the compiled kernels make."""

import numpy as np
from gridr_qgis.core.kernels.values import Quads
from helpers.kernel_arguments import seeds
from helpers.tiers import same
from hypothesis import given


def random_quads(rng):
    """Return quads, some without a corner, some torn, twisted, or over a seam."""
    n, m = (int(size) for size in rng.integers(2, 80, 2))
    i, j = np.mgrid[0.0:n, 0.0:m]
    turn = rng.uniform(0, 6.3)
    size = rng.choice([0.3, 1.0, 4.0])
    x = size * (np.cos(turn) * j - np.sin(turn) * i)
    y = size * (np.sin(turn) * j + np.cos(turn) * i)
    x, y = (values + rng.normal(0, rng.choice([0, 0.3]), (n, m)) for values in (x, y))
    x[rng.random((n, m)) < rng.choice([0, 0.05])] = np.nan
    torn = np.zeros((0, 0), np.uint8)
    if rng.random() < 0.3:
        torn = (rng.random((n - 1, m - 1)) < 0.1).astype(np.uint8)
    period = float(rng.choice([0, 0, 20]))
    if period:
        x -= period * np.round(x / period)
    middle = np.empty(0)
    if rng.random() < 0.5:
        middle = np.floor(np.arange(n - 1.0) / 4) * 4 + 1.5
        middle[3::4] = -1e9
    frame = tuple(float(value) for value in rng.uniform(-2, 2, 6))
    if rng.random() < 0.5:
        frame = 0.0, 10.0, 0.0, -1.0, 1.0, 0.0
    down, aside = np.arange(float(n)) - 0.5, np.arange(float(m))
    return Quads(x, y, down, aside, middle, torn, frame, period)


@given(seeds)
def test_inverted_quads(seed):
    rng = np.random.default_rng(seed)
    quads = random_quads(rng)
    blocks = np.array([(i, j) for i in (64, 0, 32) for j in (0, 64)])
    n, m = quads.x.shape
    blocks = blocks[(blocks[:, 0] < n - 1) & (blocks[:, 1] < m - 1)]
    rows, cols = (
        np.arange(int(rng.integers(1, 40))) * rng.choice([1.0, 0.25, 3.0])
        + rng.choice([0.0, -20.0, 3.5])
        for _ in range(2)
    )
    out = np.full((3, rows.size, cols.size), np.nan)
    out[2] = np.inf
    same("invert_quads", quads, blocks, rows, cols, out)
