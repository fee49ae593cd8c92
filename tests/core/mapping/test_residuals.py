"""How well control points fit: beside fits that were made again, and formulas."""

import numpy as np
import pytest
from gridr_qgis.core.grid_options import GridFit
from gridr_qgis.core.mapping import residuals
from gridr_qgis.core.mapping.control_points import (
    NEEDED,
    ControlPoints,
    fit_points,
)
from gridr_qgis.core.mapping.crs import crs_of
from gridr_qgis.core.mapping.residuals import (
    Flag,
    judge_points,
    left_out_errors,
)
from helpers.points import control

LONLAT = crs_of("EPSG:4326", "")
FITS = [fit for fit in GridFit if fit is not GridFit.AUTO]
SHAPE = (200, 300)


def points_of(table):
    return ControlPoints(table[:, 2:].copy(), table[:, :2].copy())


def judged(points, fit=GridFit.POLYNOMIAL1, enabled=None):
    enabled = np.ones(len(points.places), bool) if enabled is None else enabled
    model = fit_points(ControlPoints(*(part[enabled] for part in points)), fit, LONLAT)
    return judge_points(model, points, enabled, SHAPE)


def without(points, i):
    return ControlPoints(*(np.delete(part, i, axis=0) for part in points))


@pytest.mark.parametrize("count", [11, 40])
@pytest.mark.parametrize("fit", FITS)
def test_left_out_errors_are_those_of_fits_without_each_point(fit, count):
    points = points_of(control(count))
    model = fit_points(points, fit, LONLAT)
    found = left_out_errors(model, points)
    for i in range(count):
        other = fit_points(without(points, i), fit, LONLAT)
        expected = other.positions(*points.places[i : i + 1].T)[:, 0]
        expected = expected - points.pixels[i]
        np.testing.assert_allclose(found[i], expected, rtol=0, atol=1e-7)


@pytest.mark.parametrize("fit", FITS)
def test_residuals_are_fitted_minus_given(fit):
    points = points_of(control(15))
    found = judged(points, fit)
    expected = fit_points(points, fit, LONLAT).positions(*points.places.T).T
    np.testing.assert_array_equal(found.errors, expected - points.pixels)
    squares = (found.errors**2).sum(axis=1)
    assert found.rms == pytest.approx(np.sqrt(squares.mean()))
    squares = (found.left_out**2).sum(axis=1)
    assert found.rms_left_out == pytest.approx(np.sqrt(squares.mean()))
    assert found.worst == np.argmax(squares) + 1
    if fit is GridFit.TPS:
        assert found.rms < 1e-9 < found.rms_left_out


@pytest.mark.parametrize("fit", FITS)
def test_of_the_least_points_none_can_be_left_out(fit):
    # from the far corner on: the first two are in one row
    points = points_of(control(13)[3 : 3 + NEEDED[fit]])
    found = judged(points, fit)
    assert np.isnan(found.left_out).all()
    assert np.isnan(found.rms_left_out)
    assert 1 <= found.worst <= NEEDED[fit]
    assert found.numbers(Flag.SUSPECT) == []


def test_many_points_are_not_fitted_again(monkeypatch):
    monkeypatch.setattr(residuals, "MOST_AGAIN", 11)
    points = points_of(control(12))
    assert np.isnan(judged(points, GridFit.PROJECTIVE).left_out).all()
    assert np.isfinite(judged(points, GridFit.POLYNOMIAL2).left_out).all()


def test_a_point_without_which_there_is_no_fit_has_no_left_out_error():
    table = control(9)
    table[:8, 0] = table[:8, 1] / 2  # eight on a line, one beside it
    table[8, :2] = 150, 20
    table[:, 2:] = 10 + 0.001 * table[:, 1::-1]
    for fit in (GridFit.POLYNOMIAL1, GridFit.TPS):
        left_out = judged(points_of(table), fit).left_out
        assert np.isnan(left_out[8]).all()
        np.testing.assert_allclose(left_out[:8], 0, atol=1e-6)


@pytest.mark.parametrize("fit", [fit for fit in FITS if fit is not GridFit.LINEAR])
def test_a_wrong_point_is_suspect(fit):
    points = points_of(control(60, bend=0.0))
    points.pixels[:] += np.random.default_rng(5).normal(0, 0.3, (60, 2))
    points.pixels[6] += (30, 40)
    found = judged(points, fit)
    assert 7 in found.numbers(Flag.SUSPECT)
    assert len(found.numbers(Flag.SUSPECT)) < 20  # it pulls its neighbours with it
    if fit is not GridFit.TPS:
        assert found.numbers(Flag.SUSPECT)[0] == found.worst == 7


def test_the_limit_is_three_robust_deviations():
    points = points_of(control(20))
    points.pixels[3:5] += 9, 7
    found = judged(points)
    lengths = np.hypot(*found.left_out.T)
    limit = 3 * 1.4826 * np.median(np.abs(found.left_out))
    expected = (np.flatnonzero(lengths > limit) + 1).tolist()
    assert expected
    assert sorted(found.numbers(Flag.SUSPECT)) == expected
    assert found.numbers(Flag.SUSPECT)[0] == found.worst


def test_rounding_is_not_suspect():
    assert judged(points_of(control(20, bend=0.0))).numbers(Flag.SUSPECT) == []


def test_disabled_points_are_judged_and_do_not_count():
    points = points_of(control(12))
    points.pixels[4] += 30
    enabled = np.arange(12) != 4
    found = judged(points, enabled=enabled)
    plain = judged(without(points, 4))
    assert found.rms == plain.rms
    assert found.rms_left_out == plain.rms_left_out
    np.testing.assert_array_equal(found.errors[enabled], plain.errors)
    np.testing.assert_array_equal(found.left_out[4], found.errors[4])
    assert np.hypot(*found.errors[4]) > 35
    assert found.worst != 5
    assert found.numbers(Flag.DISABLED) == [5]
    assert found.flags[4] == (Flag.DISABLED,)


@pytest.mark.parametrize("fit", [GridFit.POLYNOMIAL1, GridFit.TPS])
def test_repeated_points_are_named(fit):
    table = control(12)
    table[7] = table[2]
    table[9, :2] = table[3, :2]
    found = judged(points_of(table), fit)
    assert found.numbers(Flag.TWICE) == [8]
    assert found.numbers(Flag.SAME_PIXEL) == [10]
    if fit is GridFit.TPS:  # the other one holds it
        np.testing.assert_array_equal(found.left_out[[2, 7]], 0)


def test_points_outside_of_the_source_are_named():
    table = control(12)
    table[3:7, :2] = (-17, 5), (5, 316), (-16, -16), (215, 315)
    assert judged(points_of(table)).numbers(Flag.OUTSIDE) == [4, 5]
