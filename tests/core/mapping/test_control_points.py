"""Fits of control points, beside GDAL's own transformers and QGIS's formula."""

import numpy as np
import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.grid_options import GridFit
from gridr_qgis.core.kernels.tiers import Tier
from gridr_qgis.core.mapping.control_points import (
    NEEDED,
    ControlPoints,
    auto_fit,
    fit_points,
)
from gridr_qgis.core.mapping.crs import crs_of
from helpers.places import gcps, gdal_positions, write_with_gcps
from helpers.tiers import served

LONLAT = crs_of("EPSG:4326", "")
PLANE = crs_of("EPSG:32618", "")
# new GDAL takes a homography for 4 or 5 points if it is not told otherwise
POLYNOMIAL = ["-to", "SRC_METHOD=GCP_POLYNOMIAL"]
OPTIONS = {
    "polynomial1": ["-order", "1", *POLYNOMIAL],
    "polynomial2": ["-order", "2", *POLYNOMIAL],
    "polynomial3": ["-order", "3", *POLYNOMIAL],
    "tps": ["-tps"],
    "auto": POLYNOMIAL,
}
TURNS = [GridFit.LINEAR, GridFit.HELMERT]


def control_points(points):
    places = np.array([(p.x, p.y) for p in points])
    pixels = np.array([(p.row, p.col) for p in points]) - 0.5
    return ControlPoints(places, pixels)


def places(count=200, seed=1):
    """Return places in the image and around it."""
    random = np.random.default_rng(seed)
    return random.uniform((9.9, 49.7), (10.5, 50.1), (count, 2)).T


@pytest.mark.parametrize(
    ("fit", "count"),
    [
        (fit, count)
        for fit in OPTIONS
        for count in (5, 6, 9, 10, 60)
        if count >= NEEDED.get(GridFit.of(fit), 0)
    ],
)
def test_positions_are_gdals(tmp_path, fit, count):
    points = gcps(count)
    x, y = places()
    model = fit_points(control_points(points), GridFit.of(fit), LONLAT)
    src = write_with_gcps(tmp_path / "src.tif", points)
    expected = gdal_positions(src, x, y, *OPTIONS[fit])
    np.testing.assert_allclose(model.positions(x, y), expected, rtol=0, atol=1e-6)


def test_the_automatic_fit_is_gdals():
    assert [auto_fit(n) for n in (3, 5, 6, 10, 100)] == [
        GridFit.POLYNOMIAL1,
        GridFit.POLYNOMIAL1,
        *[GridFit.POLYNOMIAL2] * 3,
    ]


def test_thin_plates_hold_their_points():
    points = control_points(gcps(40))
    model = fit_points(points, GridFit.TPS, LONLAT)
    found = model.positions(*points.places.T)
    np.testing.assert_allclose(found.T, points.pixels, rtol=0, atol=1e-8)


def camera(pixels):
    """Return where a camera's pixels lie on a plane."""
    row, col = pixels.T
    depth = 1 + 1e-3 * row - 5e-4 * col
    return np.stack([(3e5 + 2 * col + row) / depth, (5e6 - 2 * row) / depth], axis=1)


def test_a_projective_fit_is_exact_for_what_a_camera_sees():
    random = np.random.default_rng(3)
    pixels = random.uniform(0, 200, (12, 2))
    points = ControlPoints(camera(pixels), pixels)
    model = fit_points(points, GridFit.PROJECTIVE, PLANE)
    others = random.uniform(0, 200, (50, 2))
    found = model.positions(*camera(others).T)
    np.testing.assert_allclose(found.T, others, rtol=0, atol=1e-6)


def test_beyond_the_horizon_there_is_no_place():
    pixels = np.array([(0.0, 0.0), (0, 100), (100, 0), (100, 100)])
    row, col = pixels.T
    # the map's y goes to infinity as the row goes to -50
    points = np.stack([col / (row + 50), 100 / (row + 50)], axis=1)
    model = fit_points(ControlPoints(points, pixels), GridFit.PROJECTIVE, PLANE)
    seen, unseen = model.positions(np.array([0.0, 0.0]), np.array([1.5, -1.5])).T
    np.testing.assert_allclose(seen, (100 / 1.5 - 50, 0), atol=1e-9)
    assert np.isnan(unseen).all()


def test_points_on_both_sides_of_the_antimeridian_fit():
    pixels = np.array([(0.0, 0.0), (0, 100), (100, 0), (100, 100)])
    lon = 179 + pixels[:, 1] / 50
    wrapped = np.stack([np.where(lon > 180, lon - 360, lon), -pixels[:, 0]], axis=1)
    model = fit_points(ControlPoints(wrapped, pixels), GridFit.AUTO, LONLAT)
    x = np.array([-180.0, 180.0, 539.0])
    found = model.positions(x, np.full(3, -50.0))
    np.testing.assert_allclose(found, [[50, 50, 50], [50, 50, 0]], atol=1e-9)


def test_positions_of_no_place_are_not_finite():
    for fit in GridFit:
        model = fit_points(control_points(gcps(12)), fit, LONLAT)
        assert np.isnan(model.positions(np.array([np.nan]), np.array([50.0]))).all()


@pytest.mark.parametrize(
    ("fit", "count", "sentence"),
    [
        ("polynomial1", 2, "^Polynomial 1 needs 3 points, 2 are there. Use linear, or"),
        ("auto", 2, "needs 3 points, 2 are there"),
        ("polynomial2", 5, "needs 6 points, 5 are there. Use polynomial 1, or add poi"),
        ("polynomial3", 9, "needs 10 points, 9 are there"),
        ("tps", 2, r"^Thin plates \(tps\) need 3"),
        ("projective", 3, "^Projective needs 4 points, 3 are there"),
        ("linear", 1, "^Linear needs 2 points, 1 is there. Add points"),
        ("helmert", 0, "^Helmert needs 2 points, 0 are there. Add points"),
    ],
)
def test_too_few_points_are_refused(fit, count, sentence):
    with pytest.raises(GridrError, match=sentence):
        fit_points(control_points(gcps(count)), GridFit.of(fit), LONLAT)


@pytest.mark.parametrize("which", ["places", "pixels"])
@pytest.mark.parametrize("fit", [fit for fit in GridFit if fit not in TURNS])
def test_points_on_a_line_are_refused(fit, which):
    points = control_points(gcps(12))
    line = np.outer(np.arange(12.0), (2, 3)) + 7
    with pytest.raises(GridrError, match="lie on one line. Add one beside it"):
        fit_points(points._replace(**{which: line}), fit, LONLAT)


def test_points_on_two_lines_do_not_determine_a_polynomial():
    row, col = np.meshgrid([0.0, 1.0], np.arange(5.0))
    pixels = np.stack([row.ravel(), col.ravel()], axis=1)
    points = ControlPoints(pixels[:, ::-1] + 40.0, pixels)
    with pytest.raises(GridrError, match="two lines. Use a lower polynomial"):
        fit_points(points, GridFit.POLYNOMIAL2, LONLAT)


def test_two_pixels_at_one_place_are_refused_by_thin_plates_only():
    points = control_points(gcps(8))
    points.places[6] = points.places[1]
    with pytest.raises(GridrError, match="points 2 and 7 are at the same place"):
        fit_points(points, GridFit.TPS, LONLAT)
    assert fit_points(points, GridFit.POLYNOMIAL1, LONLAT)


def test_a_point_given_twice_changes_no_thin_plate():
    once = control_points(gcps(8))
    twice = ControlPoints(*(np.concatenate([part, part[2:4]]) for part in once))
    x, y = places()
    expected = fit_points(once, GridFit.TPS, LONLAT).positions(x, y)
    found = fit_points(twice, GridFit.TPS, LONLAT).positions(x, y)
    np.testing.assert_allclose(found, expected, atol=1e-7)


@pytest.mark.parametrize("fit", GridFit)
@pytest.mark.parametrize("count", [1, 7, 100])
def test_positions_do_not_depend_on_how_places_are_cut(fit, count):
    model = fit_points(control_points(gcps(30)), fit, LONLAT)
    x, y = places()
    cuts = range(0, len(x), count)
    cut = [model.positions(x[i : i + count], y[i : i + count]) for i in cuts]
    np.testing.assert_array_equal(np.concatenate(cut, axis=1), model.positions(x, y))


@pytest.mark.parametrize("tier", Tier)
def test_thin_plates_are_the_same_in_both_tiers(tier):
    model = fit_points(control_points(gcps(30)), GridFit.TPS, LONLAT)
    x, y = places()
    with served(lambda: Tier.NUMPY):
        expected = model.positions(x, y)
    with served(lambda: tier):
        np.testing.assert_array_equal(model.positions(x, y), expected)


def turned(pixels, turn=0.3, scale=7.0):
    """Return where pixels lie on a map that is turned and scaled."""
    row, col = pixels.T
    place = 5e5 + 4e6j + scale * np.exp(1j * turn) * (col - 1j * row)
    return np.stack([place.real, place.imag], axis=1)


@pytest.mark.parametrize(
    ("fit", "map_of"),
    [
        ("helmert", turned),
        ("linear", lambda pixels: np.array([3e5, 5e6]) + pixels[:, ::-1] * (2, -3)),
        # mirrored: QGIS's linear fit takes the signs of its scales for granted
        ("linear", lambda pixels: np.array([3e5, 5e6]) + pixels[:, ::-1] * (-2, 3)),
        ("polynomial1", turned),
        ("projective", camera),
    ],
)
@pytest.mark.parametrize("count", [2, 12])
def test_what_fits_exactly_is_found(fit, map_of, count):
    fit = GridFit.of(fit)
    random = np.random.default_rng(3)
    pixels = random.uniform(0, 200, (max(count, NEEDED[fit]), 2))
    model = fit_points(ControlPoints(map_of(pixels), pixels), fit, PLANE)
    others = random.uniform(-50, 250, (50, 2))
    found = model.positions(*map_of(others).T)
    np.testing.assert_allclose(found.T, others, rtol=0, atol=1e-6)
    np.testing.assert_allclose(model.places_at(others), map_of(others), atol=1e-3)


@pytest.mark.parametrize("fit", TURNS)
def test_pixels_are_fitted_to_the_map(fit):
    # by the normal equations of the sums of squares on the map
    random = np.random.default_rng(4)
    pixels = random.uniform(0, 200, (9, 2))
    places = turned(pixels, 0.0) + random.normal(0, 50, (9, 2))
    model = fit_points(ControlPoints(places, pixels), fit, PLANE)
    row, col = pixels.T
    zero, one = np.zeros(9), np.ones(9)
    if fit is GridFit.LINEAR:
        terms = [[col, one, zero, zero], [zero, zero, row, one]]
    else:
        terms = [[col, row, one, zero], [-row, col, zero, one]]
    system = np.concatenate([np.transpose(part) for part in terms])
    found = np.linalg.lstsq(system, places.T.ravel(), rcond=None)[0]
    expected = (system @ found).reshape(2, 9).T
    np.testing.assert_allclose(model.places_at(pixels), expected, rtol=0, atol=1e-4)


def test_points_in_one_row_tell_no_scale_of_rows():
    pixels = np.array([(5.0, 0.0), (5, 20), (5, 50)])
    for part in (pixels, pixels + [[0], [1], [2]] * np.array([1, 0])):
        other = np.where(
            part is pixels, turned(pixels, 0.1), [[1, 2.0], [3, 2], [4, 2]]
        )
        with pytest.raises(GridrError, match="in one row or one column. Add one besi"):
            fit_points(ControlPoints(other, part), GridFit.LINEAR, PLANE)


@pytest.mark.parametrize("which", ["places", "pixels"])
def test_one_place_given_twice_is_no_turn(which):
    points = ControlPoints(np.array([(1.0, 2), (3, 4)]), np.array([(5.0, 6), (7, 8)]))
    points = points._replace(**{which: np.ones((2, 2))})
    with pytest.raises(GridrError, match="do not determine the fit"):
        fit_points(points, GridFit.HELMERT, PLANE)
