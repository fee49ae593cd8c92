"""Nodes of a grid, strip by strip."""

import numpy as np
import pytest
from gridr_qgis.core.grid import make
from gridr_qgis.core.grid.make import NodeTally, node_strips, strip_rows_of


def positions(rows, cols):
    found = np.stack([rows + 0.25 * cols, 2 * cols - 3])
    found[:, rows + cols > 60] = np.nan
    return found


def made(nodes=(9, 12), step=(4, 5), src_shape=(30, 40)):
    parts = list(node_strips(positions, nodes, step, src_shape))
    tally = NodeTally()
    for _, _, counted in parts:
        tally = tally.plus(counted)
    return parts, np.concatenate([part for _, part, _ in parts], axis=1), tally


@pytest.mark.parametrize("count", [1, 30, 10**6])
def test_nodes_are_those_of_the_formula_in_any_strips(monkeypatch, count):
    monkeypatch.setattr(make, "AT_ONCE", count)
    parts, nodes, tally = made()
    i, j = np.mgrid[0:9, 0:12].astype(float)
    expected = positions(4 * i, 5 * j)
    np.testing.assert_array_equal(nodes, expected)
    assert [strip.row_off for strip, _, _ in parts] == list(
        range(0, 9, strip_rows_of((9, 12)))
    )
    rows, cols = expected
    inside = (rows >= -0.5) & (rows <= 29.5) & (cols >= -0.5) & (cols <= 39.5)
    assert tally.masked == np.isnan(rows).sum() > 0
    assert tally.inside == inside.sum() > 0
    extremes = [(v[np.isfinite(v)].min(), v[np.isfinite(v)].max()) for v in expected]
    assert tally.bounds == (*extremes[0], *extremes[1])


def test_strips_hold_whole_tiles_where_they_can():
    assert strip_rows_of((10**5, 1000)) % 16 == 0
    assert strip_rows_of((10**5, 10**5)) == 2
    assert strip_rows_of((10, 10**7)) == 1
