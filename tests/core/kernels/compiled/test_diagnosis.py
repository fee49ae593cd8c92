"""What is added up is what others have told, and what `survey_nodes` would say."""

import numpy as np
import pytest
from gridr_qgis.core.grid.diagnosis import angles
from gridr_qgis.core.kernels.compiled.diagnosis import diagnose
from gridr_qgis.core.kernels.compiled.survey import survey_nodes
from gridr_qgis.core.kernels.values import Frame, Own, plain
from helpers.data import turned_grid
from helpers.diagnosis import nothing_told

STEP, SHAPE, LIMITS = (4, 3), (30, 40), (1.5, 8.0, 0.125)


def told_of(nodes, own=None, first=0, told=None, every=1):
    """Return what nodes tell, besides what was told."""
    rows, cols = nodes
    told = told or nothing_told((80, 80), levels=2, places=3)
    frame = Frame(first, own or len(rows), STEP, SHAPE, every, 4.0, LIMITS)
    diagnose(rows, cols, plain(frame), plain(angles()), plain(told))
    return told


@pytest.mark.parametrize("shape", [(9, 11), (1, 11), (9, 1), (1, 1)])
@pytest.mark.parametrize("spread", [0, 0.1, 3, 30])
def test_nodes_and_cells_are_counted_as_in_the_log(shape, spread):
    random = np.random.default_rng(3)
    nodes = turned_grid(shape, STEP, 33, (15, 20))
    nodes += random.normal(0, spread, nodes.shape) if spread else 0
    nodes[:, random.random(shape) < 0.1] = np.nan
    own = plain(Own(0, shape[0], 0, shape[1], 0, 0))
    counts, sums = survey_nodes(*nodes, own, STEP, SHAPE, *LIMITS)
    told = told_of(nodes)
    assert tuple(told.counts) == counts
    assert tuple(told.sums) == sums


def test_the_row_that_follows_counts_for_its_cells_only():
    nodes = turned_grid((9, 11), STEP, 33, (15, 20))
    one = told_of(nodes)
    two = told_of(nodes[:, 4:], first=4, told=told_of(nodes[:, :5], own=4))
    for mine, its in zip(one, two):
        np.testing.assert_array_equal(mine, its)
    assert one.counts[0] == 99
    assert one.counts[3] == 80


def test_places_are_the_first_ones():
    nodes = turned_grid((3, 4), STEP, 0)
    nodes[0, 1] = -20
    told = told_of(nodes, first=64)
    assert told.counts[4:6].tolist() == [3, 3]
    assert told.places[1].tolist() == [[64, 0], [64, 1], [64, 2]]
    assert told.places[0].tolist() == [[65, 0], [65, 1], [65, 2]]
    told_of(nodes, first=70, told=told)
    assert told.places[1].tolist() == [[64, 0], [64, 1], [64, 2]]
    assert told.turn_map[1].nonzero()[0].tolist() == [64] * 3 + [70] * 3


def test_cells_of_no_size_have_no_turn():
    told = told_of(np.ones((2, 3, 4)))
    assert told.counts[3:6].tolist() == [6, 0, 0]
    assert told.turns.sum() == 0
    assert told.scales[:, 0].tolist() == [6, 6]
