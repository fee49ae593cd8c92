"""NumPy makes the bits that the compiled kernel makes."""

import numpy as np
from gridr_qgis.core.kernels.plain import spline
from helpers.kernel_arguments import seeds
from helpers.tiers import same
from hypothesis import given


@given(seeds)
def test_thin_plates(seed):
    rng = np.random.default_rng(seed)
    many, count = rng.integers(1, 30), rng.integers(0, 400)
    nodes = rng.uniform(-1, 1, (many, 2))
    weights = rng.normal(0, 10.0 ** rng.integers(-3, 6), (many + 3, 2))
    x, y = rng.uniform(-1, 1, (2, count)) * 10.0 ** rng.integers(-9, 9)
    # at a node, near one, and nowhere
    for some, moved in ((0.1, 0.0), (0.1, 1e-160), (0.05, np.nan), (0.02, np.inf)):
        there = rng.random(count) < some
        x[there], y[there] = (nodes[rng.integers(many, size=there.sum())] + moved).T
    same("bend_plates", x, y, nodes, weights, np.empty((2, count)))


def test_they_do_not_depend_on_how_places_are_cut():
    rng = np.random.default_rng(2)
    x, y = rng.uniform(-1, 1, (2, spline.SPAN + 300))
    nodes, weights = rng.uniform(-1, 1, (9, 2)), rng.normal(0, 1, (12, 2))
    ((*_, whole),) = same("bend_plates", x, y, nodes, weights, np.empty((2, x.size)))[
        1:
    ]
    cut = np.empty_like(whole)
    for start in range(0, x.size, 77):
        some = slice(start, start + 77)
        spline.bend_plates(x[some], y[some], nodes, weights, cut[:, some])
    np.testing.assert_array_equal(cut, whole)
