import numpy as np
import pytest
from gridr_qgis.core.kernels.compiled.nodes import (
    fill_positions,
    mask_nodes,
    position_bounds,
    snap,
)
from gridr_qgis.core.kernels.values import Mesh, plain
from helpers.data import dense_positions, turned_grid


def test_mask_nodes_by_value_and_by_finiteness():
    rows = np.array([[1.0, -9.0, np.inf, 4.0, 5.0]])
    cols = np.array([[1.0, 2.0, 3.0, -7.0, np.nan]])
    mask_nodes(rows, cols, -9.0, -7.0, 0.0)
    assert np.isnan(rows).tolist() == [[False, True, True, True, True]]
    assert np.isnan(cols).tolist() == [[False, True, True, True, True]]


def test_mask_nodes_returns_the_bounds_of_the_others():
    rows, cols = np.random.default_rng(0).uniform(-5, 5, (2, 7, 30))
    rows[2, 3], cols[4, 5], rows[6, 7] = -9.0, np.inf, 1000.0
    bounds = mask_nodes(rows, cols, -9.0, np.nan, 0.0)
    low, high = np.nanmin([rows, cols], (1, 2)), np.nanmax([rows, cols], (1, 2))
    assert bounds == (low[0], 1000.0, low[1], high[1])
    nothing = mask_nodes(np.full((2, 3), np.nan), np.ones((2, 3)), 0.0, 0.0, 0.0)
    assert nothing[0] == np.inf


def test_mask_nodes_without_nodata():
    rows, cols = np.zeros((2, 2)), np.zeros((2, 2))
    mask_nodes(rows, cols, np.nan, np.nan, 0.0)
    assert not rows.any()
    assert not cols.any()


@pytest.mark.parametrize(
    ("position", "expected"),
    [
        (2.0 + 4e-13, 2.0),
        (2.5 - 4e-13, 2.5),
        (-4e-13, 0),
        (0.25, 0.25),
        (20000.1, 20000.1),
        (-3.0, -3.0),
    ],
)
def test_snap_to_wholes_and_halves(position, expected):
    assert snap(position) == expected


@pytest.mark.parametrize("position", [0.1, -7.3, 123.456, 1e-12, 0.5 - 1e-12])
def test_snap_rounds_to_the_steps_of_the_reference(position):
    steps = np.random.default_rng(0).uniform(-3e-12, 3e-12, 50)
    for place in position + steps:
        assert snap(place) == pytest.approx(np.rint(place * 1e12) / 1e12, abs=3e-14)


@pytest.mark.parametrize("step", [(1, 1), (1, 4), (3, 1), (4, 3)])
def test_fill_positions_is_bilinear(step):
    nodes = turned_grid((4, 5), step, 33)
    out = np.empty((2, 3 * step[0] + 1, 4 * step[1] + 1))
    fill_positions(plain(Mesh(*nodes, step, (0, 0))), 0, out)
    np.testing.assert_allclose(out, dense_positions(nodes, step), rtol=0, atol=1e-12)


@pytest.mark.parametrize("step", [(1, 1), (1, 4), (3, 1), (4, 3)])
def test_a_masked_node_kills_the_pixels_that_weigh_it(step):
    nodes = turned_grid((4, 5), step, 33)
    nodes[:, 2, 1] = np.nan
    out = np.empty((2, 3 * step[0] + 1, 4 * step[1] + 1))
    fill_positions(plain(Mesh(*nodes, step, (0, 0))), 0, out)
    r, c = 2 * step[0], step[1]
    dead = np.zeros(out.shape[1:], bool)
    dead[r - step[0] + 1 : r + step[0], c - step[1] + 1 : c + step[1]] = True
    assert (np.isnan(out) == dead).all()


def test_positions_do_not_depend_on_the_window():
    step = (4, 3)
    nodes = turned_grid((4, 5), step, 33) * 1e3
    out = np.empty((2, 13, 13))
    fill_positions(plain(Mesh(*nodes, step, (0, 0))), 0, out)
    one = np.empty((2, 1, 1))
    for r in range(13):
        for c in range(13):
            fill_positions(plain(Mesh(*nodes, step, (r, c))), 0, one)
            assert (one[:, 0, 0] == out[:, r, c]).all()


def test_with_a_step_of_1_nodes_need_not_be_masked():
    nodes = turned_grid((40, 50), (1, 1), 33) * 1e3 / 7
    nodes[0, 11, 12] = np.nan
    nodes[1, 13, 14] = -np.inf
    out, expected = np.empty((2, 2, 27, 31))
    fill_positions(plain(Mesh(*nodes, (1, 1), (3, 5))), 0, out)
    mask_nodes(*nodes, np.nan, np.nan, 0.0)
    fill_positions(plain(Mesh(*nodes, (1, 1), (3, 5))), 0, expected)
    assert np.isnan(out[:, 8, 7]).all()
    assert np.isnan(out[:, 10, 9]).all()
    np.testing.assert_array_equal(out, expected)


@pytest.mark.parametrize("step", [(1, 1), (1, 4), (4, 3)])
@pytest.mark.parametrize(("first", "shape"), [((0, 0), (4, 5)), ((1, 2), (2, 3))])
def test_position_bounds(step, first, shape):
    nodes = turned_grid((5, 9), step, 200)
    nodes[:, 1, 2] = np.nan
    dense = np.empty((2, *shape))
    fill_positions(plain(Mesh(*nodes, step, first)), 0, dense)
    got = position_bounds(plain(Mesh(*nodes, step, first)), shape)
    row, col = dense
    expected = np.nanmin(row), np.nanmax(row), np.nanmin(col), np.nanmax(col)
    np.testing.assert_allclose(got, expected, rtol=0, atol=1e-12)


def test_position_bounds_without_any():
    nodes = np.full((2, 2, 2), np.nan)
    low, high, *_ = position_bounds(plain(Mesh(*nodes, (3, 3), (0, 0))), (4, 4))
    assert low == np.inf
    assert high == -np.inf
