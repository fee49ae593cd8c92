import numpy as np
import pytest
from gridr_qgis.core.kernels.compiled.spline import SPAN, bend_plates


def by_numpy(x, y, nodes, weights):
    """Return both sums by the formula."""
    square = (x[:, None] - nodes[:, 0]) ** 2 + (y[:, None] - nodes[:, 1]) ** 2
    with np.errstate(divide="ignore", invalid="ignore"):
        bent = np.where(square == 0, 0, square * np.log(square))
    plane = np.stack([np.ones_like(x), x, y], axis=1)
    return (np.concatenate([bent, plane], axis=1) @ weights).T


@pytest.mark.parametrize("count", [0, 1, SPAN, 3 * SPAN + 5])
@pytest.mark.parametrize("many", [1, 40])
def test_sums_are_those_of_the_formula(many, count):
    rng = np.random.default_rng(many)
    nodes, weights = rng.uniform(-1, 1, (many, 2)), rng.normal(0, 1, (many + 3, 2))
    x, y = rng.uniform(-2, 2, (2, count))
    x[:3], y[:3] = np.resize(nodes, (3, 2))[: x[:3].size].T
    out = np.full((2, count), 7.0)
    bend_plates(x, y, nodes, weights, out)
    np.testing.assert_allclose(out, by_numpy(x, y, nodes, weights), rtol=0, atol=1e-12)


def test_no_place_has_no_sum():
    x, y = np.array([0.5, np.nan, 0.5]), np.array([np.nan, 0.5, 0.5])
    out = np.empty((2, 3))
    bend_plates(x, y, np.zeros((1, 2)), np.ones((4, 2)), out)
    assert np.isnan(out[:, :2]).all()
    assert np.isfinite(out[:, 2]).all()
