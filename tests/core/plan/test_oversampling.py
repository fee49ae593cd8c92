import numpy as np
import pytest
from gridr_qgis.core.grid.grid import Grid
from gridr_qgis.core.plan import oversampling
from gridr_qgis.core.plan.oversampling import needed_oversampling, usable_oversampling
from helpers.data import turned_grid


def needed(nodes, step=(1, 1)):
    return needed_oversampling(Grid.of_arrays(*nodes, step), nodes.shape[1:])


def scaled(down, right, shape=(30, 40), angle=0.0):
    """Return nodes so many source pixels apart."""
    i, j = np.indices(shape) * np.reshape([down, right], (2, 1, 1))
    c, s = np.cos(np.radians(angle)), np.sin(np.radians(angle))
    return np.stack([c * i + s * j, c * j - s * i])


@pytest.mark.parametrize("step", [(1, 1), (4, 3)])
@pytest.mark.parametrize("angle", [0, 30, 45, 200])
def test_scales_are_rounded_up_on_each_axis(step, angle):
    for sizes, fine in [((3, 1), (3, 1)), ((2.2, 3.5), (3, 4)), ((0.1, 0.5), (1, 1)),
                        ((15.5, 40), (16, 16))]:  # fmt: skip
        nodes = scaled(sizes[0] * step[0], sizes[1] * step[1], angle=angle)
        assert needed(nodes, step) == fine


def test_a_little_more_than_a_whole_number_is_let_pass():
    assert needed(scaled(3.04, 1.0400)) == (3, 1)
    assert needed(scaled(3.06, 1.06)) == (4, 2)
    assert needed(turned_grid((30, 40), (10, 10), 33, (0, 0)), (10, 10)) == (1, 1)


def test_the_steepest_hundredth_does_not_count():
    nodes = scaled(2, 1, (1001, 11))
    steep = nodes.copy()
    steep[0, 991:] += np.arange(10)[:, None] * 5  # 10 of 1000
    assert needed(steep) == (2, 1)
    steep[0, 980:] += np.arange(21)[:, None] * 5
    assert needed(steep) == (7, 1)


def test_masked_nodes_have_no_cells():
    nodes = scaled(2, 1)
    nodes[:, np.indices(nodes.shape[1:]).sum(axis=0) % 2 == 0] = np.nan
    assert needed(nodes) == (1, 1)
    nodes[:, 0, 0:2] = [[0, 0], [0, 3]]
    assert needed(nodes) == (2, 3)
    assert needed(np.full((2, 5, 6), np.nan)) == (1, 1)
    assert needed(np.full((2, 5, 6), 1e308) * [[[1], [-1]] * 2 + [[1]]]) == (1, 1)


@pytest.mark.parametrize("shape", [(1, 9), (9, 1), (1, 1), (2, 2)])
def test_an_axis_of_one_node_has_no_scale(shape):
    expected = tuple(1 if n == 1 else 3 for n in shape)
    assert needed(scaled(3, 3, shape)) == expected
    assert usable_oversampling((None, None), (3, 3), shape) == expected
    assert usable_oversampling((5, 6), (3, 3), shape) == tuple(
        1 if n == 1 else own for n, own in zip(shape, (5, 6))
    )


def test_what_is_asked_for_counts():
    assert usable_oversampling((None, 2), (4, 5), (9, 9)) == (4, 2)


@pytest.mark.parametrize("shape", [(100, 7), (3, 900), (64, 64)])
@pytest.mark.parametrize("at_once", [1, 100, 10**6])
def test_each_cell_is_looked_at_once(shape, at_once, monkeypatch):
    monkeypatch.setattr(oversampling, "AT_ONCE", at_once)
    nodes = np.cumsum(np.random.default_rng(1).uniform(0, 9, (2, *shape)), axis=1)
    found = list(oversampling._looked_at(Grid.of_arrays(*nodes, (2, 3)), shape))
    rows = [row for part in found for row in part.rows[:-1, 0]]
    assert rows == nodes[0, :-1, 0].tolist()
    assert all(part.rows.shape[1] == shape[1] for part in found)


def test_of_many_nodes_lines_at_places_are_looked_at(monkeypatch):
    monkeypatch.setattr(oversampling, "LOOKED_AT", 3200)
    shape = (1000, 20)
    nodes = scaled(2, 1, shape)
    found = list(oversampling._looked_at(Grid.of_arrays(*nodes, (1, 1)), shape))
    assert len(found) == oversampling.PLACES
    assert found[0].origin == (0, 0)
    assert found[-1].origin[0] + len(found[-1].rows) == 1000
    assert sum(part.rows.size for part in found) < 3600
    assert needed(nodes) == (2, 1)
