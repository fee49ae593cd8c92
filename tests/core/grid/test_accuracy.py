"""How exact positions between nodes are, and which step is chosen for that."""

import numpy as np
import pytest
from gridr_qgis.core.errors import Cancelled
from gridr_qgis.core.grid import accuracy as module
from gridr_qgis.core.grid.accuracy import (
    MARGIN,
    Accuracy,
    Comparison,
    choose_step,
    steps_to_try,
)
from gridr_qgis.core.grid.geometry import node_shape
from helpers.data import dense_positions

SHAPE, SRC = (150, 210), (150, 210)


def bent(rows, cols):
    """Return positions that bend, as a projection's do."""
    down = rows + 2 * np.sin(rows / 70) * np.cos(cols / 90)
    return np.stack([down, cols + 1e-4 * (cols - 100) ** 2])


def limb(rows, cols):
    """Return positions that end at a circle."""
    found = bent(rows, cols)
    found[:, np.hypot(rows - 70, cols - 100) > 65.3] = np.nan
    return found


def dem(rows, cols):
    """Return positions over rough ground."""
    return np.stack([rows + 3 * np.abs(np.sin(rows / 5) * np.cos(cols / 7)), cols])


def compared(positions, step, shape=SHAPE, src_shape=SRC):
    total = Accuracy()
    for _, told in Comparison(positions, shape, src_shape, step).strips():
        total = total.plus(told)
    return total


def errors(positions, step, shape=SHAPE):
    """Return the error of each pixel, NaN where one of both has no place."""
    n, m = node_shape(shape, step)
    nodes = positions(*np.mgrid[0:n, 0:m] * np.reshape(step, (2, 1, 1)).astype(float))
    between = dense_positions(nodes, step)[:, : shape[0], : shape[1]]
    exact = positions(*np.mgrid[0 : shape[0], 0 : shape[1]].astype(float))
    return np.hypot(*(exact - between))


@pytest.mark.parametrize("positions", [bent, dem])
@pytest.mark.parametrize("step", [(2, 2), (3, 4), (4, 1), (1, 2)])
def test_up_to_four_all_pixels_are_looked_at(positions, step):
    found, expected = compared(positions, step), errors(positions, step)
    assert found.margin == 1
    assert found.lost == 0
    # the lattice goes on to the end of the last cells
    assert expected.max() <= found.error_max + 1e-12
    whole = compared(positions, step, tuple(149 // s * s + 1 for s in step))
    exact = errors(positions, step, tuple(149 // s * s + 1 for s in step)).max()
    np.testing.assert_allclose(whole.error_max, exact, rtol=0, atol=1e-12)


@pytest.mark.parametrize("step", [(5, 7), (16, 16), (64, 32), (128, 1), (200, 256)])
def test_of_a_smooth_mapping_no_pixel_is_worse(step):
    found, expected = compared(bent, step), errors(bent, step)
    assert found.margin == MARGIN
    assert expected.max() <= found.error_max <= 1.3 * expected.max()


def test_the_error_of_99_of_100_is_between_the_bins_around_it():
    found = compared(bent, (3, 3), (148, 208))
    expected = np.percentile(errors(bent, (3, 3), (148, 208)), 99)
    assert expected <= found.error_99 <= 1.03 * expected
    assert compared(lambda r, c: np.stack([r, c]), (4, 4)).error_99 == 0


def test_only_places_near_the_source_count():
    far = compared(bent, (32, 32), src_shape=(40, 40))
    assert 0 < far.compared < compared(bent, (32, 32)).compared
    assert far.worst < compared(bent, (32, 32)).worst
    assert compared(lambda r, c: bent(r, c) + 1000, (32, 32)).compared == 0
    assert far.bounds == compared(bent, (32, 32)).bounds


def test_places_at_a_limb_are_lost_and_beyond_it_invented():
    assert compared(bent, (4, 4)).lost == 0
    assert compared(limb, (4, 4)).lost > 0

    def hole(rows, cols):
        found = bent(rows, cols)
        found[:, (np.abs(rows - 70) < 2) & (np.abs(cols - 102) < 2)] = np.nan
        return found

    assert compared(hole, (8, 8)).lost > 0  # no node is in the hole


@pytest.mark.parametrize("size", range(30, 50))
@pytest.mark.parametrize("axis", [0, 1])
def test_the_last_pixels_are_known_to_be_lost_where_a_model_ends_with_them(size, axis):
    shape = (size, 60)[:: 1 if axis == 0 else -1]

    def ending(rows, cols):
        found = np.stack([rows, cols])
        found[:, found[axis] > size - 0.5] = np.nan
        return found

    for step in ((16, 16), (6, 6), (3, 3)):
        one = [1, 1]
        one[axis] = step[axis]
        is_lost = np.isnan(errors(ending, tuple(one), shape)).any()
        told = compared(ending, tuple(one), shape, shape)
        assert (told.lost > 0) == is_lost


@pytest.mark.parametrize("count", [1, 50, 5000])
def test_nothing_depends_on_strips(monkeypatch, count):
    whole = compared(limb, (8, 4))
    monkeypatch.setattr(module, "AT_ONCE", count)
    cut = compared(limb, (8, 4))
    assert (cut.worst, cut.bounds) == (whole.worst, whole.bounds)
    # places between two strips are in both
    assert cut.compared >= whole.compared


@pytest.mark.parametrize(
    ("shape", "asked", "steps"),
    [
        ((5, 5), (None, None), [(4, 4), (2, 2), (1, 1)]),
        ((1, 9), (None, None), [(1, 8), (1, 4), (1, 2), (1, 1)]),
        ((1, 1), (None, None), [(1, 1)]),
        ((2, 4), (None, None), [(1, 2), (1, 1)]),
        ((9, 9), (3, None), [(3, 8), (3, 4), (3, 2), (3, 1)]),
        ((9, 9), (3, 5), [(3, 5)]),
        ((9, 9), (1, 1), [(1, 1)]),
    ],
)
def test_steps_are_halved_from_the_output_down(shape, asked, steps):
    assert steps_to_try(shape, asked) == steps


def test_the_coarsest_step_has_a_limit():
    assert steps_to_try((10**6, 10**6), (None, None))[0] == (256, 256)
    assert steps_to_try((10**6, 10**6), (None, None), 4)[0] == (4, 4)
    assert steps_to_try((10**6, 10**6), (None, 7), 1) == [(1, 7)]


def test_a_smooth_map_has_no_step_above_the_coarsest_allowed():
    told = choose_step(
        bent, SHAPE, SRC, (None, None), 0.5, lambda share: True, coarsest=2
    )
    assert told[0] == (2, 2)
    assert told[1].error_max < 0.05


def chosen(positions, tolerance=0.05, asked=(None, None), shape=SHAPE, src=SRC):
    told = []

    def progress(share):
        told.append(share)
        return True

    step, found = choose_step(positions, shape, src, asked, tolerance, progress)
    assert told == sorted(told)
    assert all(0 < share <= 1 for share in told)
    return step, found


@pytest.mark.parametrize("tolerance", [0.5, 0.05, 0.005, 1e-5])
@pytest.mark.parametrize("positions", [bent, dem])
def test_the_largest_step_within_the_tolerance_is_chosen(positions, tolerance):
    step, found = chosen(positions, tolerance)
    assert found.error_max <= tolerance
    assert np.nanmax(errors(positions, step)) <= found.error_max
    coarser = 2 * step[0], 2 * step[1]
    assert compared(positions, coarser).error_max > tolerance


def test_a_limb_takes_a_step_of_one():
    step, found = chosen(limb)
    assert (step, found.error_max) == ((1, 1), 0)


def test_steps_asked_for_are_taken_as_they_are():
    step, found = chosen(bent, 1e-9, (50, 50))
    assert step == (50, 50)
    assert found.error_max == compared(bent, (50, 50)).error_max > 1e-9
    step, found = chosen(limb, asked=(5, None))
    assert step == (5, 1)
    assert found.lost == compared(limb, (5, 1)).lost > 0


def test_a_source_that_few_places_lie_near_is_not_taken_for_exact():
    def steep(rows, cols):
        return bent(rows, cols) * 40 - 3000

    step, found = chosen(steep, 5.0, src=(10, 10))
    assert max(step) <= 4
    assert found.compared >= module.ENOUGH or step == (1, 1)


def test_the_search_stops_when_it_is_told_to():
    with pytest.raises(Cancelled):
        choose_step(bent, SHAPE, SRC, (None, None), 0.05, lambda share: share < 0.2)
