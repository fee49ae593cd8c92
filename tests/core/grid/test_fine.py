import numpy as np
import pytest
from gridr_qgis.core.grid.fine import fine_mesh, fine_nodes, own_nodes
from gridr_qgis.core.grid.geometry import full_shape
from gridr_qgis.core.grid.grid import Grid
from gridr_qgis.core.grid.lattice import Lattice
from gridr_qgis.core.interpolation.antialias import fine_weights
from gridr_qgis.core.kernels.table import fill_shifted
from gridr_qgis.core.kernels.values import Filter
from gridr_qgis.core.options import Antialias
from gridr_qgis.core.window import window_of, window_ranges
from helpers.data import turned_grid
from helpers.reference.antialias import bilinear, fine_places
from hypothesis import given, settings
from hypothesis import strategies as st

NODES = (7, 6)
steps = st.tuples(st.sampled_from([1, 3]), st.sampled_from([1, 4]))
fines = st.tuples(st.integers(1, 5), st.integers(1, 5))
ends = st.tuples(*4 * [st.floats(0, 1)])


def lattice_of(step, fine, kind=Antialias.LANCZOS):
    filtering = Filter(fine, *(fine_weights(kind, n) for n in fine))
    return Lattice(full_shape(NODES, step), filtering)


def some_nodes(step):
    nodes = turned_grid(NODES, step, 33, (15, 20)) + 0.1
    nodes += np.random.default_rng(2).uniform(-1, 1, nodes.shape)
    nodes[:, 2, 3] = nodes[:, 0, 5] = np.nan
    return nodes


def window_at(shape, ends):
    """Return a window between shares of the sides of an output."""
    ranges = []
    for size, pair in zip(shape, (ends[:2], ends[2:])):
        low, high = sorted(int(end * (size - 1)) for end in pair)
        ranges.append((low, high + 1))
    return window_of(tuple(ranges))


@given(steps, fines, ends, st.sampled_from([Antialias.LANCZOS, Antialias.AVERAGE]))
@settings(max_examples=60)
def test_fine_pixels_lie_where_their_definition_says(step, fine, ends, kind):
    nodes, lattice = some_nodes(step), lattice_of(step, fine, kind)
    grid, window = Grid.of_arrays(*nodes, step), window_at(lattice.full, ends)
    if np.prod(step) * np.prod(fine) == 1:
        return  # no fine pixels
    its_nodes = fine_nodes(grid, window, lattice)
    mesh, shift, frame, shape = fine_mesh(its_nodes, window, lattice)
    found = np.empty((2, *shape))
    if mesh.step == (1, 1):
        return
    fill_shifted(mesh, shift, 0, found)
    places = [fine_places(*of_axis) for of_axis in zip(lattice.full, fine)]
    whole = np.stack([bilinear(axis, step, *places) for axis in nodes])
    some = []
    for (start, stop), m, k, size in zip(
        window_ranges(window), lattice.margin, fine, lattice.full
    ):
        some.append(slice(k * max(start - m, 0), k * min(stop + m, size)))
    np.testing.assert_allclose(found, whole[(slice(None), *some)], rtol=0, atol=1e-11)
    assert frame == (
        some[0].start - fine[0] * (window.row_off - lattice.margin[0]),
        fine[0] * (window.row_off + window.height + lattice.margin[0]) - some[0].stop,
        some[1].start - fine[1] * (window.col_off - lattice.margin[1]),
        fine[1] * (window.col_off + window.width + lattice.margin[1]) - some[1].stop,
    )


@given(steps, fines, ends)
def test_a_windows_own_nodes_are_those_that_it_reads_alone(step, fine, ends):
    lattice = lattice_of(step, fine)
    grid, window = (
        Grid.of_arrays(*some_nodes(step), step),
        window_at(lattice.full, ends),
    )
    own, alone = own_nodes(fine_nodes(grid, window, lattice), window), grid.read(window)
    assert own.origin == alone.origin
    for one, other in zip(own[:2], alone[:2]):
        np.testing.assert_array_equal(one, other)
        assert one.flags.c_contiguous


def test_without_a_filter_nodes_are_those_of_the_window():
    step = (3, 4)
    grid, lattice = Grid.of_arrays(*some_nodes(step), step), Lattice((19, 21))
    window = window_of(((4, 9), (0, 21)))
    nodes, alone = fine_nodes(grid, window, lattice), grid.read(window)
    assert own_nodes(nodes, window) is nodes
    np.testing.assert_array_equal(nodes.rows, alone.rows)
    assert nodes[2:] == alone[2:]


@pytest.mark.parametrize("huge", [1e300, -1e308])
def test_positions_far_away_are_continued_without_a_warning(huge):
    rows, cols = np.full((2, *NODES), huge)
    rows[0] = -huge
    nodes = fine_nodes(Grid.of_arrays(rows, cols, (1, 1)), window_of(((0, 7), (0, 6))),
                       lattice_of((1, 1), (2, 2)))  # fmt: skip
    assert nodes.rows.shape == (9, 8)
    assert nodes.origin == (-1, -1)
