import numpy as np
import pytest
from gridr_qgis.core.kernels.compiled.survey import survey_nodes
from gridr_qgis.core.kernels.values import SURVEY_SAMPLE, Own, plain
from helpers.data import turned_grid

STEP, SHAPE, LIMITS = (4, 3), (30, 40), (1.5, 8.0, 0.125)


def look(nodes, step=STEP, shape=SHAPE, own=None):
    """Return the counts and sums of all nodes, or of `own` ones."""
    whole = 0, nodes.shape[1], 0, nodes.shape[2], 0, 0
    return survey_nodes(*nodes, plain(Own(*(own or whole))), step, shape, *LIMITS)


def by_numpy(nodes, step=STEP, shape=SHAPE, limits=LIMITS):
    """Return the same counts and sums of all nodes, by the formulas."""
    steep, apart, close = limits
    rows, cols = nodes
    outside = (rows < -0.5) | (rows > shape[0] - 0.5)
    outside |= (cols < -0.5) | (cols > shape[1] - 0.5)
    down = (nodes[:, 1:] - nodes[:, :-1])[:, :, :-1]
    right = (nodes[:, :, 1:] - nodes[:, :, :-1])[:, :-1]
    area = down[0] * right[1] - down[1] * right[0]
    sizes = np.hypot(*down) / step[0], np.hypot(*right) / step[1]
    whole = np.isfinite(sizes).all(axis=0)
    longer, shorter = np.maximum(*sizes)[whole], np.minimum(*sizes)[whole]
    counts = (
        rows.size,
        np.isnan(rows).sum(),
        outside.sum(),
        whole.sum(),
        (area[whole] > 0).sum(),
        (area[whole] < 0).sum(),
        (longer > steep).sum(),
        (longer >= apart).sum(),
        ((shorter <= close) & (shorter > 0)).sum(),
    )
    return counts, tuple(size[whole].sum() for size in sizes)


@pytest.mark.parametrize("shape", [(9, 11), (1, 11), (9, 1), (1, 1)])
@pytest.mark.parametrize("spread", [0, 0.1, 3, 30])
def test_counts_are_those_of_numpy(shape, spread):
    random = np.random.default_rng(3)
    nodes = turned_grid(shape, STEP, 33, (15, 20))
    nodes += random.normal(0, spread, nodes.shape) if spread else 0
    nodes[:, random.random(shape) < 0.1] = np.nan
    counts, sums = look(nodes)
    expected, expected_sums = by_numpy(nodes)
    assert counts == expected
    assert sums == pytest.approx(expected_sums, rel=1e-12)


@pytest.mark.parametrize(
    ("scale", "expected"),
    [(1, (0, 0, 0)), (1.6, (6, 0, 0)), (8.1, (6, 6, 0)), (0.12, (0, 0, 6))],
)
def test_cells_by_their_size(scale, expected):
    nodes = scale * turned_grid((3, 4), STEP, 70)
    counts, sums = look(nodes)
    assert counts[6:] == expected
    assert sums == pytest.approx((6 * scale, 6 * scale))


def test_a_cell_counts_by_its_longer_and_by_its_shorter_edge():
    nodes = np.mgrid[0:3, 0:4] * np.array([8.0, 0.1]).reshape(2, 1, 1)
    counts, _ = look(nodes, (1, 1))
    assert counts[6:] == (6, 6, 6)


def test_repeated_nodes_are_not_fine():
    counts, _ = look(np.ones((2, 3, 4)))
    assert counts[3:] == (6, 0, 0, 0, 0, 0)


def test_turns():
    nodes = turned_grid((3, 4), STEP, 70)
    assert look(nodes)[0][3:6] == (6, 6, 0)
    assert look(nodes[::-1])[0][3:6] == (6, 0, 6)
    nodes[:, 0, 0] = np.nan
    assert look(nodes)[0][3:6] == (5, 5, 0)


@pytest.mark.filterwarnings("ignore:overflow")
def test_nodes_too_far_for_a_size_count_for_nothing():
    nodes = 1e200 * turned_grid((3, 4), STEP, 20)
    assert look(nodes)[0][3:] == (0,) * 6


def test_a_large_tile_is_sampled_by_rows():
    side = int(2.5 * SURVEY_SAMPLE**0.5)
    nodes = turned_grid((side, side), (1, 1), 10, (100, 100))
    nodes[1] += np.linspace(0, 200, side)
    counts, sums = look(nodes, (1, 1), (200, 200))
    expected, expected_sums = by_numpy(nodes, (1, 1), (200, 200))
    assert counts[0] == -(-side // 7) * side
    np.testing.assert_allclose(
        np.array(counts) / counts[3], np.array(expected) / expected[3], atol=0.02
    )
    np.testing.assert_allclose(
        np.array(sums) / counts[3], np.array(expected_sums) / expected[3], rtol=0.02
    )


def test_only_its_own_nodes_and_cells_count():
    nodes = turned_grid((9, 11), STEP, 33, (15, 20))
    nodes[:, ::3, ::2] = np.nan
    counts, sums = look(nodes, own=(1, 7, 2, 11, 3, 4))
    expected, _ = by_numpy(nodes[:, 1:7, 2:])
    of_cells, expected_sums = by_numpy(nodes[:, 3:, 4:])
    assert counts == expected[:3] + of_cells[3:]
    assert sums == pytest.approx(expected_sums, rel=1e-12)
