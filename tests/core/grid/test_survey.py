import numpy as np
import pytest
from gridr_qgis.core.grid.geometry import node_window
from gridr_qgis.core.grid.nodes import NOWHERE, Nodes
from gridr_qgis.core.grid.survey import Survey, meets, meets_exchanged, survey
from gridr_qgis.core.window import strips, tiles, window_of, window_shape, window_slices
from helpers.data import turned_grid
from hypothesis import given
from hypothesis import strategies as st

SHAPE, NODES = (30, 40), (9, 11)


def some_nodes(step=(4, 3)):
    nodes = turned_grid(NODES, step, 33, (15, 20))
    nodes[:, 2, 3] = np.nan
    return nodes


def look(nodes, step, tile, window, any_valid=False):
    """Return the survey of a tile of a window of the output."""
    seen = node_window(tile, step)
    part = nodes[(slice(None), *window_slices(seen))]
    some = Nodes(*part.copy(), step, (seen.row_off, seen.col_off))
    return survey(some, tile, window, SHAPE, any_valid)


def look_at_all(nodes, step=(4, 3), any_valid=False):
    whole = window_of(tuple((0, (n - 1) * by + 1) for n, by in zip(NODES, step)))
    return look(nodes, step, whole, whole, any_valid)


def test_bounds_are_looked_for_where_nothing_is_valid():
    nodes = some_nodes()
    assert look_at_all(nodes, any_valid=True).bounds == NOWHERE
    bounds = look_at_all(nodes).bounds
    assert bounds[0::2] == tuple(np.nanmin(nodes, axis=(1, 2)))
    assert bounds[1::2] == tuple(np.nanmax(nodes, axis=(1, 2)))
    assert look_at_all(nodes * np.nan).bounds == NOWHERE


def test_plus_nothing_changes_nothing():
    seen = look_at_all(some_nodes())
    assert seen.plus(Survey()) == Survey().plus(seen) == seen


@given(
    st.tuples(st.integers(1, 5), st.integers(1, 5)),
    st.tuples(st.integers(1, 50), st.integers(1, 60)),
    st.tuples(*4 * [st.floats(0, 1)]),
)
def test_tiles_see_each_node_and_cell_once(step, tile_shape, ends):
    nodes = some_nodes(step)
    sizes = [(n - 1) * by + 1 for n, by in zip(NODES, step)]
    rows, cols = (
        sorted(round(end * (size - 1)) for end in pair)
        for size, pair in zip(sizes, (ends[:2], ends[2:]))
    )
    window = window_of(((rows[0], rows[1] + 1), (cols[0], cols[1] + 1)))
    expected = look(nodes, step, window, window)
    assert expected.nodes == np.prod(window_shape(node_window(window, step)))
    total = Survey()
    for strip in strips(window, tile_shape[0]):
        for tile in tiles(strip, tile_shape):
            total = total.plus(look(nodes, step, tile, window))
    assert total[:3] == expected[:3]
    assert total.bounds == expected.bounds
    if min(step) > 1:
        assert total[3:9] == expected[3:9]
        assert (total.down, total.right) == pytest.approx(
            (expected.down, expected.right)
        )


def test_what_is_odd_is_decided_here():
    plain = Survey(nodes=2000, cells=2000, straight=2000)
    odd = "mirrors", "folds", "is_far_off", "aliases"
    cases = {
        "": {},
        "mirrors": {"straight": 0, "turned": 2000},
        "folds": {"straight": 1997, "turned": 3},
        "is_far_off": {"fine": 1001},
        "aliases": {"aliased": 101},
    }
    for name, changed in cases.items():
        seen = plain._replace(**changed)
        assert [key for key in odd if getattr(seen, key)] == ([name] if name else [])
    least = plain._replace(straight=1998, turned=2, fine=1000, aliased=100)
    assert not any(getattr(least, key) for key in odd)
    assert not any(getattr(Survey(), key) for key in odd)


def test_bounds_meet_the_outermost_pixels():
    assert meets((-9, -0.5, 5, 5), (10, 20))
    assert meets((9.5, 9.5, 19.5, 30), (10, 20))
    assert not meets((-9, -0.6, 5, 5), (10, 20))
    assert not meets((5, 5, 19.6, 30), (10, 20))
    assert not meets(NOWHERE, (10, 20))
    assert meets_exchanged((15, 16, 5, 6), (10, 20))
    assert not meets((15, 16, 5, 6), (10, 20))


def test_shares_are_those_of_all_nodes_however_large_tiles_are():
    # of each tile about as many rows are looked at, however many it has
    nodes = np.stack(np.mgrid[:900, :700]).astype(float)
    nodes[:, 600:] = np.nan
    whole = window_of(((0, 900), (0, 700)))
    cut = [window_of((rows, (0, 700))) for rows in ((0, 100), (100, 600), (600, 900))]
    seen = [look(nodes, (1, 1), tile, whole, any_valid=True) for tile in cut]
    masked, count = (
        sum(getattr(one, name) for one in seen) for name in ("masked", "nodes")
    )
    assert masked / count == pytest.approx(1 / 3, abs=0.01)
    assert count == pytest.approx(900 * 700, rel=0.05)
