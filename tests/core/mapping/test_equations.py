"""Equations of fits: exact for what they describe, and refused where they are open."""

import numpy as np
import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.grid_options import GridFit
from gridr_qgis.core.mapping import equations
from gridr_qgis.core.mapping.equations import (
    ORDERS,
    contradiction,
    plates_matrix,
    plates_of,
    projected,
    solver_of,
    summed,
    terms_of,
)
from helpers.points import control

PLACES = np.random.default_rng(0).uniform(-1, 1, (15, 2))


@pytest.mark.parametrize("order", [1, 2, 3])
def test_polynomials_are_solved_by_their_terms(order):
    terms = terms_of(PLACES, order)
    assert terms.shape == (15, (order + 1) * (order + 2) // 2)
    x, y = PLACES.T
    np.testing.assert_array_equal(terms[:, :3], np.stack([x**0, x, y], axis=1))
    wanted = np.random.default_rng(1).normal(0, 1, (terms.shape[1], 2))
    fit = next(fit for fit in ORDERS if fit.value == f"polynomial{order}")
    found = solver_of(fit)(PLACES, terms @ wanted)
    np.testing.assert_allclose(found, wanted, atol=1e-11)


def test_sums_are_the_same_wherever_a_place_stands():
    terms = terms_of(np.random.default_rng(3).uniform(-1, 1, (999, 2)), 3)
    coefficients = np.random.default_rng(4).normal(0, 1, (10, 2))
    whole = summed(terms, coefficients)
    np.testing.assert_allclose(whole, terms @ coefficients, atol=1e-13)
    cut = [summed(terms[i : i + 1], coefficients) for i in range(999)]
    np.testing.assert_array_equal(np.concatenate(cut), whole)


def test_thin_plates_hold_all_points():
    pixels = np.random.default_rng(2).normal(0, 1, (15, 2))
    weights = solver_of(GridFit.TPS)(PLACES, pixels)
    np.testing.assert_allclose(plates_of(PLACES, PLACES) @ weights, pixels, atol=1e-9)
    # neither moves nor turns what is far away
    np.testing.assert_allclose(terms_of(PLACES, 1).T @ weights[:-3], 0, atol=1e-9)


def test_thin_plates_bend_by_the_square_of_the_distance_and_its_logarithm():
    found = plates_of(np.array([(0.0, 0), (3, 4)]), np.array([(0.0, 0)]))
    expected = [[0, 1, 0, 0], [25 * np.log(25), 1, 3, 4]]
    np.testing.assert_allclose(found, expected, rtol=1e-15)


def test_a_place_given_twice_is_one_line_of_the_equations():
    twice = np.concatenate([PLACES, PLACES[3:5]])
    matrix, first = plates_matrix(twice)
    assert matrix.shape == (18, 18)
    assert sorted(first.tolist()) == list(range(15))
    pixels = np.arange(34.0).reshape(17, 2)
    pixels[15:] = pixels[3:5]
    weights = solver_of(GridFit.TPS)(twice, pixels)
    np.testing.assert_array_equal(weights[15:17], 0)
    np.testing.assert_allclose(plates_of(twice, twice) @ weights, pixels, atol=1e-9)


@pytest.mark.parametrize("turn", [0.0, 2.0])
def test_a_turn_is_found_and_nothing_is_mirrored(turn):
    back = np.exp(-1j * turn) / 3 * (PLACES[:, 0] + 1j * PLACES[:, 1]) + 0.5j
    pixels = np.stack([-back.imag, back.real], axis=1)
    found = solver_of(GridFit.HELMERT)(PLACES, pixels)
    np.testing.assert_allclose(terms_of(PLACES, 1) @ found, pixels, atol=1e-14)
    mirrored = solver_of(GridFit.HELMERT)(PLACES, pixels * (-1, 1))
    assert not np.allclose(terms_of(PLACES, 1) @ mirrored, pixels * (-1, 1), atol=0.01)


def test_a_projective_matrix_sees_nothing_behind_the_camera():
    matrix = np.array([[1, 0, 0], [0, 1, 0], [0, 1.0, 1]])
    places = np.array([(2.0, 1.0), (2, -1), (2, -3)])
    np.testing.assert_array_equal(
        projected(matrix, places), [[1, 0.5], [np.nan, np.nan], [np.nan, np.nan]]
    )


def test_points_on_two_lines_do_not_determine_a_polynomial():
    places = np.array([(x, y) for x in np.arange(5) / 5 for y in (0.0, 1)])
    with pytest.raises(GridrError, match="two lines. Use a lower polynomial"):
        solver_of(GridFit.POLYNOMIAL2)(places, places)


def test_too_many_thin_plates_are_refused(monkeypatch):
    monkeypatch.setattr(equations, "MOST_PLATES", 14)
    with pytest.raises(GridrError, match="take at most 14 points, 15 are there. Use a"):
        solver_of(GridFit.TPS)(PLACES, PLACES)


def test_contradictions_are_found():
    points = control(12)
    places, pixels = points[:, 2:], points[:, :2]
    assert contradiction(places, pixels) is None
    points[6] = points[1]
    assert contradiction(places, pixels) is None
    points[[8, 9], 2:] = points[1, 2:]
    assert contradiction(places, pixels) == (1, 8)
    assert contradiction(places[:0], pixels[:0]) is None
