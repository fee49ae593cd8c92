"""Grids by other conventions and at other steps: against the formulas, written out."""

import numpy as np
import pytest
from affine import Affine
from gridr_qgis.core.grid import convert
from gridr_qgis.core.grid.convert import Axis, Picks, Restepped
from helpers.data import dense_positions, turned_grid

AT_ROW, AT_COL = np.mgrid[0:6, 0:8].astype(float)
ROWS, COLS = turned_grid((6, 8), (4, 5), 20, (31, 17))


def held(axes):
    """Return what is held of the positions, and positions of that again."""
    row, col = axes
    rows, cols = row.stored(ROWS, AT_ROW), col.stored(COLS, AT_COL)
    back = row.positions(rows, AT_ROW), col.positions(cols, AT_COL)
    np.testing.assert_allclose(back, (ROWS, COLS), rtol=0, atol=1e-9)
    return rows, cols


def same(found, rows, cols, atol=1e-12):
    np.testing.assert_allclose(found, (rows, cols), rtol=0, atol=atol)


@pytest.mark.parametrize("first", [0.0, 0.5, 1.0])
def test_positions_count_from_what_they_call_the_first_centre(first):
    same(held(convert.plain_axes(first)), ROWS + first, COLS + first)


def test_displacements_are_positions_less_the_output_pixel():
    same(held(convert.displacement_axes((4, 5))), ROWS - 4 * AT_ROW, COLS - 5 * AT_COL)


def test_loc_in_pixels_is_half_a_pixel_more():
    same(held(convert.loc_axes(None)), ROWS + 0.5, COLS + 0.5)


def test_loc_on_the_map_is_what_the_geotransform_says():
    place = Affine(2, 0, 5e5, 0, -3, 5.4e6)
    x, y = place.a * (COLS + 0.5) + place.c, place.e * (ROWS + 0.5) + place.f
    same(held(convert.loc_axes(place)), y, x, 1e-8)


def test_def_in_pixels_is_exactly_the_position_less_the_node():
    rows, cols = held(convert.def_axes(None, convert.otb_transform((4, 5))))
    assert (rows == ROWS - 4 * AT_ROW).all()
    assert (cols == COLS - 5 * AT_COL).all()


def test_def_of_stereo_rectification_has_its_first_node_at_0():
    nodes = Affine(5, 0, -2.5, 0, 4, -2)
    same(
        held(convert.def_axes(None, nodes)),
        ROWS + 0.5 - 4 * AT_ROW,
        COLS + 0.5 - 5 * AT_COL,
    )


def test_def_on_the_map_is_the_place_less_that_of_the_node():
    place, nodes = Affine(2, 0, 5e5, 0, -3, 5.4e6), Affine(9, 0, 5e5, 0, -7, 5.4e6)
    x = place.a * (COLS + 0.5) + place.c - (nodes.a * (AT_COL + 0.5) + nodes.c)
    y = place.e * (ROWS + 0.5) + place.f - (nodes.e * (AT_ROW + 0.5) + nodes.f)
    same(held(convert.def_axes(place, nodes)), y, x, 1e-8)


def test_the_transform_for_otb_puts_the_first_node_on_the_first_centre():
    assert convert.otb_transform((7, 5)) == Affine(5, 0, -2, 0, 7, -3)


def test_an_axis_that_says_nothing_keeps_values():
    assert (Axis().stored(ROWS, AT_ROW) == ROWS).all()


def test_finer_nodes_lie_between_two():
    found = convert.picks(np.arange(5), 4, 2, 3)
    assert found.first.tolist() == [0, 0, 1, 1, 2]
    assert found.second.tolist() == [0, 1, 1, 2, 2]
    assert found.share.tolist() == [0, 0.5, 0, 0.5, 0]


def test_coarser_nodes_are_old_ones_and_the_last_goes_through_the_last():
    found = convert.picks(np.arange(3), 2, 6, 7)
    assert (found.first.tolist(), found.share.tolist()) == ([0, 3, 6], [0, 0, 0])
    found = convert.picks(np.arange(4), 2, 6, 8)
    assert found.first.tolist() == [0, 3, 6, 6]
    assert found.second.tolist() == [0, 3, 6, 7]
    assert found.share.tolist() == [0, 0, 0, 3]


def test_a_node_of_weight_0_does_not_matter():
    nodes = np.array([[[1.0], [np.nan], [3.0]]] * 2)
    parts = Picks(np.array([0, 2]), np.array([0, 2]), np.zeros(2))
    np.testing.assert_array_equal(
        convert.mixed(nodes, 1, parts, np.arange(3))[0], [[1], [3]]
    )


def restepped(nodes, step, new_step, size=None):
    """Return a grid at another step, as `Restepped` and as an array."""
    shape = nodes.shape[1:]
    size = size or [(n - 1) * s + 1 for n, s in zip(shape, step)]
    new = tuple(-(-(n - 1) // s) + 1 for n, s in zip(size, new_step))
    found = Restepped(lambda rows: nodes[:, rows], shape, step, new_step, new)
    return found, found.rows(0, new[0])


@pytest.mark.parametrize("new_step", [(1, 1), (2, 5), (4, 1), (1, 10), (8, 5), (2, 10)])
def test_positions_of_pixels_stay_where_nodes_are_kept_or_added(new_step):
    # it is flat: no dropped node is missed
    nodes = turned_grid((5, 7), (4, 5), 20, (31, 17))
    if new_step[0] <= 4 and new_step[1] <= 5:
        nodes[:, 2, 3] = np.nan
    _, found = restepped(nodes, (4, 5), new_step)
    expected, dense = dense_positions(nodes, (4, 5)), dense_positions(found, new_step)
    dense = dense[:, : expected.shape[1], : expected.shape[2]]
    np.testing.assert_allclose(dense, expected, rtol=0, atol=1e-12)


def test_equal_steps_keep_all_bits():
    nodes = np.random.default_rng(0).normal(size=(2, 5, 6))
    _, found = restepped(nodes, (4, 5), (4, 5))
    assert (found == nodes).all()


def test_kept_nodes_keep_all_bits_and_so_do_both_ends():
    nodes = np.random.default_rng(0).normal(size=(2, 8, 6))
    _, found = restepped(nodes, (2, 3), (6, 6))
    assert found.shape == (2, 4, 4)
    assert (found[:, :3, :3] == nodes[:, ::3, ::2]).all()
    # between the last two rows, a third of the way, is the last old one
    last = found[:, 2, :3] + (found[:, 3, :3] - found[:, 2, :3]) / 3
    np.testing.assert_allclose(last, nodes[:, 7, ::2], atol=1e-12)


def test_errors_at_dropped_nodes_are_those_of_the_bilinear_formula():
    nodes = np.random.default_rng(0).normal(size=(2, 9, 7))
    grid, found = restepped(nodes, (2, 3), (8, 6))
    dense = dense_positions(found, (8, 6))[:, ::2, ::3]
    errors = np.hypot(*(dense - nodes))
    kept = np.zeros(errors.shape, bool)
    kept[::4, ::2] = True
    told = grid.compared(0, 9)
    assert told.compared == (~kept).sum()
    assert told.error_max == pytest.approx(errors[~kept].max(), rel=1e-12)
    assert told.error_99 <= told.error_max
    assert told.lost == 0


@pytest.mark.parametrize("at_once", [1, 2, 5])
def test_comparing_does_not_depend_on_strips(at_once):
    nodes = np.random.default_rng(0).normal(size=(2, 10, 7))
    nodes[:, 3:5, 2] = np.nan
    grid, _ = restepped(nodes, (2, 3), (8, 6))
    whole = grid.compared(0, 10)
    parts = [grid.compared(s, min(s + at_once, 10)) for s in range(0, 10, at_once)]
    total = parts[0]
    for part in parts[1:]:
        total = total.plus(part)
    assert (total.worst, total.lost) == (whole.worst, whole.lost)
    assert (total.counts == whole.counts).all()
    assert whole.lost > 0


def test_nodes_beyond_the_output_are_left_out():
    nodes = np.random.default_rng(0).normal(size=(2, 4, 4))
    grid, found = restepped(nodes, (4, 4), (2, 2), size=(10, 11))
    assert found.shape == (2, 6, 6)
    assert grid.compared(0, 4).compared == 0


def test_runs_of_rows_are_read_together():
    found = convert.runs(np.array([0, 1, 2, 4, 8, 9]))
    assert found == [((0, 3), (0, 3)), ((4, 5), (3, 4)), ((8, 10), (4, 6))]
