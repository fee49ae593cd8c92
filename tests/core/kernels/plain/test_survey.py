"""NumPy makes the bits that the compiled kernels make."""

import numpy as np
from gridr_qgis.core.kernels.values import Own
from helpers.kernel_arguments import nodes, seeds
from helpers.tiers import same
from hypothesis import given


@given(seeds)
def test_surveys(seed):
    rng = np.random.default_rng(seed)
    rows, cols = nodes(rng)
    n, m = rows.shape
    own = Own(0, n, 0, m, int(rng.integers(n)), int(rng.integers(m)))
    limits = 2.0, 1.5, 0.2
    same("survey_nodes", rows, cols, own, (2, 3), (30, 30), *limits)


def test_surveys_of_some_rows_of_a_large_tile():
    rows, cols = np.random.default_rng(1).uniform(-5, 5, (2, 300, 400)).cumsum(axis=1)
    own = Own(0, 300, 0, 400, 0, 0)
    counts, _ = same("survey_nodes", rows, cols, own, (1, 1), (9, 9), 2.0, 1.5, 0.2)[0]
    assert 0 < counts[0] < rows.size
