"""Points, lines and outlines of grids: against a look at every node."""

import numpy as np
import pytest
from gridr_qgis.core.errors import Cancelled
from gridr_qgis.core.grid import vectors
from gridr_qgis.core.grid.grid import Grid
from gridr_qgis.core.grid.vectors import INSIDE, MASKED, OUTSIDE
from helpers.data import turned_grid

SOURCE = 60, 80


def nodes_of(shape=(37, 51), masked=True):
    """Return nodes of which a corner is outside and a disc has no position."""
    nodes = turned_grid(shape, (2, 2), 25, (30, 30))
    if masked:
        i, j = np.indices(shape)
        nodes[:, np.hypot(i - shape[0] / 2, j - shape[1] / 2) < 8] = np.nan
    return nodes


def drawn(nodes, density=100, everywhere=False, source=SOURCE):
    grid = Grid.of_arrays(*nodes, (1, 1))
    progress = lambda share: True  # noqa: E731
    shape = nodes.shape[1:]
    return vectors.draw(grid, shape, source, density, everywhere, progress)


def kinds(nodes):
    """Return the kind of every node, by its definition."""
    rows, cols = nodes
    inside = (rows >= -0.5) & (rows <= 59.5) & (cols >= -0.5) & (cols <= 79.5)
    return np.where(np.isnan(rows), MASKED, np.where(inside, INSIDE, OUTSIDE))


def beside(kinds):
    """Return which nodes have a neighbour of another kind in their row, or column."""
    padded = np.pad(kinds, 1, mode="edge")
    own = padded[1:-1, 1:-1]
    in_row = (own != padded[1:-1, :-2]) | (own != padded[1:-1, 2:])
    in_col = (own != padded[:-2, 1:-1]) | (own != padded[2:, 1:-1])
    return in_row, in_col


def marked(found, shape):
    """Return kept nodes as a mask; none is kept twice."""
    mask = np.zeros(shape, int)
    np.add.at(mask, (found.node_rows, found.node_cols), 1)
    assert mask.max() <= 1
    return mask == 1


@pytest.mark.parametrize("density", [4, 5, 30, 100, 1887, 9999])
@pytest.mark.parametrize("shape", [(37, 51), (2, 2), (1, 500), (300, 1), (1, 1)])
def test_a_lattice_has_about_as_many_nodes_as_are_asked_for(shape, density):
    found = vectors.lattice_of(shape, density)
    for lines, size in zip(found[1:], shape):
        assert (lines[0], lines[-1]) == (0, size - 1)
        steps = np.diff(lines)
        assert (steps[:-1] == found.stride).all()
        assert (steps <= found.stride).all()
        assert (steps > 0).all()

    def off(stride):
        counts = [-(-(size - 1) // stride) + 1 for size in shape]
        return abs(np.log(counts[0] * counts[1] / density))

    offs = [off(stride) for stride in range(1, max(*shape, 2))]
    assert off(found.stride) == pytest.approx(min(offs))


def test_kinds_are_those_of_pixels():
    rows = np.array([-0.51, -0.5, 59.5, 59.51, np.nan, 3, 3, 1e300])
    cols = np.array([3, 3, 3, 3, 3, -0.51, 79.5, 3])
    found = vectors.kinds_of(rows, cols, SOURCE)
    assert found.tolist() == [1, 2, 2, 1, 0, 1, 2, 1]
    assert [vectors.KINDS[kind] for kind in found[[0, 1, 4]]] == [
        "outside",
        "inside",
        "masked",
    ]


def test_kept_are_the_lattice_and_all_borders():
    nodes = nodes_of()
    found, expected = drawn(nodes), kinds(nodes)
    in_row, in_col = beside(expected)
    lattice = np.zeros(expected.shape, bool)
    lattice[np.ix_(found.lattice.rows, found.lattice.cols)] = True
    kept = marked(found.nodes, expected.shape)
    np.testing.assert_array_equal(kept, lattice | in_row | in_col)
    places = found.nodes.node_rows, found.nodes.node_cols
    np.testing.assert_array_equal(found.nodes.kinds, expected[places])
    np.testing.assert_array_equal(found.nodes.rows, nodes[0][places])
    np.testing.assert_array_equal(found.nodes.cols, nodes[1][places])
    assert found.counts == tuple(np.bincount(expected.ravel(), minlength=3))
    assert min(found.counts) > 100


@pytest.mark.parametrize("everywhere", [False, True])
def test_lines_are_whole_but_where_no_place_is(everywhere):
    nodes = nodes_of()
    found, of = drawn(nodes, everywhere=everywhere), kinds(nodes)
    rows, cols = found.lattice.rows, found.lattice.cols
    for is_row, lines, length in ((True, rows, 51), (False, cols, 37)):
        pieces = [e for e in found.lines(everywhere) if e.is_row is is_row]
        assert sorted({piece.number for piece in pieces}) == lines.tolist()
        for number in lines:
            line = of[number] if is_row else of[:, number]
            placed = np.full(length, True) if everywhere else line != MASKED
            seen = np.zeros(length, int)
            for piece in pieces:
                if piece.number == number:
                    along = piece.nodes.node_cols if is_row else piece.nodes.node_rows
                    assert (np.diff(along) > 0).all()
                    seen[along[0] : along[-1] + 1] += 1
            # a node alone makes no line
            alone = placed & ~np.append(False, placed[:-1]) & ~np.append(placed[1:], 0)
            np.testing.assert_array_equal(seen, placed & ~alone)


def test_lines_keep_both_sides_of_each_border():
    nodes = nodes_of()
    found = drawn(nodes)
    in_row, _ = beside(kinds(nodes))
    for line in found.lines(everywhere=False):
        if line.is_row:
            first, last = line.nodes.node_cols[[0, -1]]
            wanted = np.flatnonzero(in_row[line.number])
            wanted = wanted[(first <= wanted) & (wanted <= last)]
            assert set(wanted) <= set(line.nodes.node_cols)


@pytest.mark.parametrize("at_once", [1, 60, 400])
@pytest.mark.parametrize("density", [4, 20, 100])
def test_nothing_depends_on_strips(monkeypatch, at_once, density):
    nodes = nodes_of()
    nodes[:, 20:, 40] = np.nan
    whole = drawn(nodes, density)
    monkeypatch.setattr(vectors, "AT_ONCE", at_once)
    cut = drawn(nodes, density)
    assert (cut.counts, cut.why) == (whole.counts, whole.why)
    for one, other in ((cut.nodes, whole.nodes), (cut.ring, whole.ring)):
        for mine, its in zip(one, other):
            np.testing.assert_array_equal(mine, its)


def test_borders_that_take_too_much_go_first_between_lines_then_on_them():
    nodes = np.random.default_rng(0).uniform(-60, 120, (2, 60, 60))
    found = drawn(nodes, 500)
    in_row, in_col = beside(kinds(nodes))
    assert found.why == vectors.BESIDE
    assert marked(found.nodes, (60, 60))[in_row | in_col].all()
    found = drawn(nodes, 100)
    assert found.why == vectors.ON_LINE
    on_line = np.zeros((60, 60), bool)
    on_line[found.lattice.rows] = in_row[found.lattice.rows]
    on_line[:, found.lattice.cols] |= in_col[:, found.lattice.cols]
    on_line[np.ix_(found.lattice.rows, found.lattice.cols)] = True
    np.testing.assert_array_equal(marked(found.nodes, (60, 60)), on_line)
    found = drawn(nodes, 9)
    assert found.why == vectors.ON_LATTICE
    assert len(found.nodes.rows) == 9


def test_the_outline_is_a_ring_around_all_of_a_grid():
    ring = drawn(nodes_of(masked=False)).ring
    places = np.stack(ring[:2], axis=1)
    assert places[0].tolist() == places[-1].tolist() == [0, 0]
    corners = {(0, 0), (0, 50), (36, 50), (36, 0)}
    assert corners <= set(map(tuple, places.tolist()))
    on_rim = np.isin(places[:, 0], (0, 36)) | np.isin(places[:, 1], (0, 50))
    assert on_rim.all()
    assert len(np.unique(places, axis=0)) == len(places) - 1


def test_the_outline_follows_the_ends_of_rows():
    nodes = nodes_of(masked=False)
    i, j = np.indices(nodes.shape[1:])
    nodes[:, np.hypot(i - 18, j - 25) > 15.5] = np.nan
    ring = drawn(nodes).ring
    # by Pick's and Gauss's formulas it holds all nodes of the disc
    row, col = ring[:2]
    area = abs(np.sum(col[:-1] * row[1:] - col[1:] * row[:-1])) / 2
    rim = np.gcd(np.abs(np.diff(row)), np.abs(np.diff(col))).sum()
    assert area + rim / 2 + 1 == np.isfinite(nodes[0]).sum()
    assert np.isfinite(ring.rows).all()


@pytest.mark.parametrize("shape", [(1, 9), (9, 1), (1, 1)])
def test_what_has_no_area_has_no_outline(shape):
    found = drawn(nodes_of(shape, masked=False))
    assert found.ring is None
    assert len(list(found.lines(False))) == (max(shape) > 1)


def test_a_grid_without_positions_has_nodes_in_the_target_only():
    nodes = np.full((2, 9, 9), np.nan)
    found = drawn(nodes, 16)
    assert (found.ring, list(found.lines(False))) == (None, [])
    assert found.counts == (81, 0, 0)
    assert len(found.nodes.rows) == 16
    assert drawn(nodes, everywhere=True).ring is not None


def test_it_can_be_stopped():
    grid = Grid.of_arrays(*nodes_of(), (1, 1))
    with pytest.raises(Cancelled):
        vectors.draw(grid, (37, 51), SOURCE, 100, False, lambda share: False)
