"""What places a source on the map, of a file of control points."""

import re
from pathlib import Path

import numpy as np
import pyproj
import pytest
from affine import Affine
from gridr_qgis.core.grid_options import GridFit
from gridr_qgis.core.mapping.control_points import ControlPoints, fit_points
from gridr_qgis.core.mapping.crs import crs_of
from gridr_qgis.core.plan import grid_points
from helpers.data import noise, write_raster
from helpers.grid_jobs import refused, resolved, told
from helpers.points import control, write_points, write_rows

FITS = [fit for fit in GridFit if fit is not GridFit.AUTO]
UTM = "EPSG:32632"
PIPELINE = (
    "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad "
    "+step +proj=utm +zone=32 +ellps=WGS84"
)
"""From longitude and latitude to `UTM`."""


def utm(points):
    """Return points with their places in UTM."""
    way = pyproj.Transformer.from_crs("EPSG:4326", UTM, always_xy=True)
    return np.column_stack([points[:, :2], *way.transform(*points[:, 2:].T)])


def file_of(with_points, points, **options):
    """Return the name of a file with other points."""
    return write_points(Path(with_points.points), points, **options)


@pytest.mark.parametrize("fit", FITS)
@pytest.mark.parametrize("crs", [None, UTM])
def test_points_are_fitted_in_the_target_s_system(with_points, fit, crs):
    points = control(10)
    points = points if crs is None else utm(points)
    found = resolved(with_points, fit=fit, dst_crs=crs)
    system = crs_of(crs or "EPSG:4326", "")
    model = fit_points(ControlPoints(points[:, 2:], points[:, :2]), fit, system)
    assert found.points.crs == system == found.mapping.template.crs
    rows, cols = np.mgrid[0:100:7.0, 0:100:9.0]
    expected = model.positions(*found.mapping.template.places(rows, cols))
    np.testing.assert_allclose(
        found.mapping.positions(rows, cols), expected, rtol=0, atol=1e-6
    )


@pytest.mark.parametrize("fit", FITS)
def test_the_target_suggested_holds_the_source(with_points, fit):
    points = file_of(with_points, control(40))
    found = resolved(with_points, fit=fit, dst_crs=UTM, points=points)
    rows, cols = found.mapping.template.shape
    edge = np.linspace(-0.5, 1, 50)
    side = [(edge * rows, 0 * edge - 0.5), (edge * rows, 0 * edge + cols - 0.5)]
    for down, aside in [*side, (0 * edge - 0.5, edge * cols)]:
        row, col = found.mapping.positions(down, aside)
        # at the target's border the source has ended, or nearly so
        inside = (row > 3) & (row < 196) & (col > 3) & (col < 296)
        assert not inside.any()
    rows, cols = np.mgrid[0:rows:5.0, 0:cols:5.0]
    row, col = found.mapping.positions(rows, cols)
    assert ((row > -0.5) & (row < 199.5) & (col > -0.5) & (col < 299.5)).mean() > 0.4


def test_a_template_gives_the_system(with_points, tmp_path):
    place = {"transform": Affine(300, 0, 570000, 0, -300, 5540000), "crs": UTM}
    template = write_raster(tmp_path / "t.tif", noise((90, 90), "uint8"), **place)
    found = resolved(with_points, template=template)
    assert found.points.crs == crs_of(UTM, "")
    assert found.mapping.template.shape == (90, 90)
    assert [header.name for header in found.inputs] == [with_points.src, template]


def test_the_system_given_goes_before_that_of_the_file(with_points):
    found = resolved(with_points, points_crs="EPSG:4258")
    assert found.points.crs == crs_of("EPSG:4258", "")


def test_rows_and_columns_count_from_the_first_centre(with_points, tmp_path):
    points = control(10)
    rows = write_rows(tmp_path / "a.csv", points)
    found = resolved(with_points, points=rows, points_crs="EPSG:4326")
    np.testing.assert_array_equal(found.points.pixels, points[:, :2])
    np.testing.assert_allclose(
        found.points.errors, resolved(with_points).points.errors, atol=1e-9
    )
    assert "rows and columns from the centre" in told(
        with_points, points=rows, points_crs="EPSG:4326"
    )


PLACE = Affine(2, 0.1, 5000, 0.2, -3, 90000)


@pytest.fixture
def placed(with_points, tmp_path):
    """A job whose source has a geotransform, with points in its coordinates."""
    write_raster(with_points.src, noise((200, 300), "uint8"), transform=PLACE)
    points = control(10)
    row, col = points[:, :2].T + 0.5
    lines = ["mapX,mapY,sourceX,sourceY"]
    for i, (x, y) in enumerate(points[:, 2:].tolist()):
        a, b, c, d, e, f = PLACE[:6]
        source = a * col[i] + b * row[i] + c, d * col[i] + e * row[i] + f
        lines.append(",".join(map(repr, (x, y, *map(float, source)))))
    Path(tmp_path / "map.points").write_text("\n".join(lines))
    return with_points


def test_the_frame_of_the_source_is_found(placed, tmp_path):
    points = control(10)[:, :2]
    found = resolved(placed)
    np.testing.assert_allclose(found.points.pixels, points, rtol=0, atol=1e-9)
    text = told(placed)
    assert "pixels, x = column and y = -row from the corner of the first one" in text
    assert "of 10 points 10 lie in the source so, 0 as map coordinates" in text
    in_map = {"points": str(tmp_path / "map.points"), "points_crs": "EPSG:4326"}
    found = resolved(placed, **in_map)
    np.testing.assert_allclose(found.points.pixels, points, rtol=0, atol=1e-9)
    text = told(placed, **in_map)
    assert "coordinates of its own geotransform: of 10 points 10 lie in" in text
    assert "so, 0 as pixels" in text


def test_the_frame_of_the_source_may_be_given(placed, tmp_path):
    points = control(10)[:, :2]
    in_map = {"points": str(tmp_path / "map.points"), "points_crs": "EPSG:4326"}
    found = resolved(placed, **in_map, source_frame="map")
    np.testing.assert_allclose(found.points.pixels, points, rtol=0, atol=1e-9)
    found = resolved(placed, source_frame="pixel")
    np.testing.assert_allclose(found.points.pixels, points, rtol=0, atol=1e-9)
    assert "lie in the source so" not in told(placed, source_frame="pixel")


def test_points_far_outside_are_told(placed, tmp_path, with_points):
    asked = {"points_crs": "EPSG:4326", "source_frame": "pixel"}
    text = told(placed, points=str(tmp_path / "map.points"), **asked)
    assert "!Points 1, 2, 3, 4, 5, 6, 7, 8, 9 and 10 are more than 16 pixels" in text
    assert "check the frame (SOURCE_FRAME)" in text
    assert "counts y downwards as negative" in text
    assert "outside of the source" not in told(with_points)


def test_the_log_tells_how_well_points_fit(with_points):
    found = resolved(with_points).points
    text = told(with_points)
    assert "10 points of 10, fit polynomial 1 in EPSG:4326." in text
    assert (
        f"Residuals: {found.rms:.3g} source pixels (root mean square), each left out "
        f"in its turn {found.rms_left_out:.3g}; the worst is point {found.worst}."
    ) in text
    assert "!" not in text
    text = told(with_points, points=file_of(with_points, control(3)))
    assert "there are too few to leave one out" in text


def test_nothing_odd_is_dropped_silently(with_points):
    points = control(12, bend=0.02)
    points[7] = points[2]
    points[9, :2] = points[3, :2]
    enabled = [1] * 10 + [0, 0]
    text = told(with_points, points=file_of(with_points, points, enabled=enabled))
    assert "10 points of 12" in text
    assert "Disabled: points 11 and 12." in text
    assert "!Point 8 is given twice: one before has the same place and pixel" in text
    assert "!Point 10 is at the pixel of one before, but at another place" in text
    points = control(30, bend=0.0)
    points[:, :2] += np.random.default_rng(0).normal(0, 0.5, (30, 2))
    points[5, :2] += 20
    text = told(with_points, points=file_of(with_points, points))
    assert re.search(r"!Points? 6\b.* off by more than 3 robust standard devi", text)


def test_many_points_are_named_by_some(with_points):
    points = control(40)
    points[20:] = points[:20]
    text = told(with_points, points=file_of(with_points, points))
    assert "!Points 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32 and 8 more " in text


def test_an_operation_leads_from_the_points_to_the_target(with_points):
    plain = resolved(with_points, dst_crs=UTM)
    asked = {"dst_crs": UTM, "operation": PIPELINE}
    found = resolved(with_points, **asked)
    np.testing.assert_allclose(found.points.places, plain.points.places, atol=1e-6)
    assert "From EPSG:4326 to EPSG:32632" in told(with_points, **asked)
    # 300 m to the east: it is taken, and taken for the points only
    moved = PIPELINE.replace("+proj=utm", "+proj=utm +x_0=300") + " +step +proj=noop"
    moved = PIPELINE + " +step +proj=affine +xoff=300"
    found = resolved(with_points, dst_crs=UTM, operation=moved)
    np.testing.assert_allclose(
        found.points.places, plain.points.places + (300, 0), atol=1e-6
    )
    places = found.points.places
    row, col = found.mapping.model.positions(*places.T)
    np.testing.assert_allclose(row, found.points.pixels[:, 0], atol=4)
    same = found.mapping.operation.moved(*places.T)
    np.testing.assert_allclose(np.transpose(same), places, rtol=1e-15)


def test_an_operation_that_leads_elsewhere_is_left_out(with_points):
    asked = {"dst_crs": "EPSG:32631", "operation": PIPELINE}
    text = told(with_points, **asked)
    assert "is left out: it does not lead from EPSG:4326, in which the points " in text
    np.testing.assert_array_equal(
        resolved(with_points, **asked).points.places,
        resolved(with_points, dst_crs="EPSG:32631").points.places,
    )


def test_a_seam_of_longitudes_does_not_matter(with_points):
    points = control(10)
    points[:, 2] += 169.9
    points[:, 2] -= 360 * (points[:, 2] > 180)
    assert np.ptp(points[:, 2]) > 300
    found = resolved(with_points, points=file_of(with_points, points)).points
    np.testing.assert_allclose(
        found.errors, resolved(with_points).points.errors, atol=1e-9
    )


@pytest.mark.parametrize(
    ("fit", "count", "sentence"),
    [
        (
            "polynomial2",
            4,
            "^Polynomial 2 needs 6 points, 4 are enabled. Use polynomia",
        ),
        ("polynomial1", 2, "^Polynomial 1 needs 3 points, 2 are enabled. Use linear, "),
        ("tps", 1, r"^Thin plates \(tps\) need 3 points, 1 is enabled. Add points"),
        ("linear", 0, "^Linear needs 2 points, 0 are enabled. Add points"),
    ],
)
def test_too_few_points_are_refused(with_points, fit, count, sentence):
    enabled = [1] * count + [0] * (9 - count)
    points = file_of(with_points, control(9), enabled=enabled)
    refused(sentence, with_points, points=points, fit=fit)


def test_points_on_a_line_are_refused(with_points):
    points = control(9)
    points[:, 0] = points[:, 1] / 2
    points = file_of(with_points, points)
    refused(
        "^The points lie on one line. Add one beside it.", with_points, points=points
    )


@pytest.mark.parametrize("fit", FITS)
def test_a_place_with_two_pixels_is_refused(with_points, fit):
    points = control(11)
    points[4, 2:] = points[0, 2:]
    name = file_of(with_points, points)
    sentence = "^Points 5 and 1 are at the same place of the map but at different pix"
    refused(sentence, with_points, points=name, fit=fit)
    enabled = [1] * 4 + [0] + [1] * 6
    assert resolved(
        with_points, points=file_of(with_points, points, enabled=enabled), fit=fit
    )


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"points": None}, "The name of the points file must be"),
        ({"points_crs": "EPSG:999999"}, "The points' coordinate system EPSG:999999 is"),
        ({"points_crs": "EPSG:5773"}, "is neither geographic nor projected"),
        ({"dst_crs": "nothing"}, "The target's coordinate system nothing is none"),
        ({"source_frame": "map"}, "'.*scan.tif' has no geotransform. Choose the frame"),
        ({"operation": "rubbish"}, "The operation rubbish cannot be used"),
        ({"points_crs": 3}, "The points' coordinate system must be"),
    ],
)
def test_what_cannot_be_is_refused(with_points, changed, sentence):
    refused(sentence, with_points, **changed)


def test_a_file_without_a_system_needs_one(with_points):
    points = file_of(with_points, control(5), crs=None)
    sentence = "does not say its coordinate system .* Give it as POINTS_CRS"
    refused(sentence, with_points, points=points)
    assert resolved(with_points, points=points, points_crs="EPSG:4326")
    points = file_of(with_points, control(5), crs='BROKEN["x, y"]')
    refused("The points' coordinate system BROKEN", with_points, points=points)


def test_rows_and_columns_are_no_map_coordinates(with_points, tmp_path):
    rows = write_rows(tmp_path / "a.csv", control(5))
    asked = {"points": rows, "points_crs": "EPSG:4326", "source_frame": "map"}
    refused("gives rows and columns, no map coordinates", with_points, **asked)


def test_a_point_without_a_place_in_the_target_is_refused(with_points):
    points = control(5)
    points[3, 2:] = 20, 95
    points = file_of(with_points, points)
    sentence = r"^Point 4 \(x 20, y 95 in EPSG:4326\) has no place in EPSG:32632. Check"
    refused(sentence, with_points, points=points, dst_crs=UTM)


def test_a_horizon_in_the_source_leaves_the_target_to_gdal(with_points):
    pixels = np.array([(90.0, 10), (90, 290), (190, 10), (190, 290), (120, 150)])
    row, col = pixels.T
    places = np.stack([10 + (col - 150) / (row - 60) / 99, 50 + 9 / (row - 60)], axis=1)
    points = file_of(with_points, np.column_stack([pixels, places]))
    found = resolved(with_points, points=points, fit="projective")
    assert np.isnan(found.mapping.model.places_at(np.array([(5.0, 5.0)]))).all()
    assert found.mapping.template.shape[0] > 10


def test_gdal_is_told_of_lines_by_places_of_the_fit():
    assert set(grid_points.LINES) == {
        GridFit.LINEAR,
        GridFit.HELMERT,
        GridFit.PROJECTIVE,
    }
