"""NumPy goes over tiles by some lines at a time: the plan counts no copy of them."""

import tracemalloc

import numpy as np
import pytest
from gridr_qgis.core.kernels import table
from gridr_qgis.core.kernels.plain.validity import LINES
from gridr_qgis.core.kernels.tiers import Tier
from helpers.tiers import same, served

ROWS, COLS = 32 * LINES + 5, 100
RNG = np.random.default_rng(0)
CALLS = {
    "mask_nodes": (*RNG.integers(0, 9, (2, ROWS, COLS)).astype(float), 7.0, 8.0, 0.5),
    "oversample": (
        RNG.random((ROWS // 10 + 2, COLS // 10 + 2)) < 0.7,
        (10, 10),
        (3, 4),
        0.5,
        np.empty((ROWS, COLS), bool),
    ),
    "all_finite": (RNG.random((2, ROWS, COLS)),),
    "invalidate_by_value": (
        RNG.random((2, ROWS, COLS)).round(1),
        np.array([0.5, 0.6]),
        np.array([True, True]),
        False,
        RNG.random((ROWS, COLS)) < 0.9,
    ),
}


@pytest.mark.parametrize("name", CALLS)
def test_many_lines_take_little_memory(name):
    arguments = same(name, *CALLS[name])[1]
    with served(lambda: Tier.NUMPY):
        tracemalloc.start()
        getattr(table, name)(*arguments)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert peak < 3 * ROWS * COLS
