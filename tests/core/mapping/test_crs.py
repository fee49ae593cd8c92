"""Coordinate systems, and the ways between them."""

import numpy as np
import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.mapping.crs import (
    Operation,
    crs_name,
    crs_of,
    given_operation,
    horizontal_of,
    operation_of,
    period_of,
    unwrapped,
)

UTM, LONLAT = crs_of("EPSG:32618", ""), crs_of("EPSG:4326", "")
PIPELINE = (
    "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad "
    "+step +proj=utm +zone=18 +ellps=WGS84"
)


def test_a_system_has_its_code_or_its_name():
    assert crs_name(crs_of(UTM.to_wkt(), "")) == "EPSG:32618"
    custom = crs_of("+proj=laea +lat_0=50 +type=crs", "")
    assert crs_name(custom) == (
        "a custom coordinate system (Lambert Azimuthal Equal Area)"
    )
    custom = crs_of("+proj=longlat +R=6371000 +type=crs", "")
    assert crs_name(custom) == "a custom coordinate system (longitude and latitude)"
    assert crs_name(crs_of(custom.to_wkt().replace("unknown", "Mine", 1), "")) == "Mine"


def test_a_system_that_nobody_knows_is_refused():
    with pytest.raises(GridrError, match="The target's EPSG:1 is none that PROJ know"):
        crs_of("EPSG:1", "The target's")
    with pytest.raises(GridrError, match=r"The target's x{80}\.\.\. is none"):
        crs_of("x" * 500, "The target's")


def test_only_horizontal_parts_are_taken():
    assert horizontal_of(crs_of("EPSG:32618+5773", ""), "") == UTM
    assert horizontal_of(UTM, "") == UTM
    for code in ("EPSG:5773", "EPSG:4978"):
        with pytest.raises(GridrError, match=f"It {code} is neither geographic nor"):
            horizontal_of(crs_of(code, ""), "It")


def test_longitudes_repeat_after_a_turn_in_any_unit():
    assert period_of(UTM) is None
    assert period_of(LONLAT) == pytest.approx(360, abs=1e-9)
    assert period_of(crs_of("EPSG:4807", "")) == pytest.approx(400, abs=1e-9)  # grads


def test_longitudes_are_taken_near_their_middle():
    x = np.array([-181.0, 1, 179, 181, 541, np.nan])
    np.testing.assert_allclose(unwrapped(x, 180, 360), [179, 1, 179, 181, 181, np.nan])
    assert unwrapped(x, 180, None) is x


def test_points_go_x_before_y_and_one_by_one():
    way = operation_of(LONLAT, UTM)
    x, y = way.moved(np.array([-75.0, np.nan, 15.0]), np.array([0.0, 0.0, 0.0]))
    np.testing.assert_allclose([x[0], y[0]], [500000, 0], atol=1e-6)
    assert not np.isfinite(x[1:]).any()


def test_the_operation_is_told():
    (note,) = operation_of(LONLAT, UTM).notes()
    assert note.text.startswith("From EPSG:4326 to EPSG:32618: ")
    assert "UTM zone 18N" in note.text
    assert not note.is_odd


def test_of_no_way_at_all_there_is_nothing_to_tell():
    assert [*operation_of(UTM, UTM).notes()] == []


def test_an_operation_of_unknown_accuracy_is_told():
    datum = crs_of("+proj=longlat +ellps=bessel +type=crs", "")
    _, note = operation_of(datum, LONLAT).notes()
    assert "no exact way between the datums" in note.text
    assert note.is_odd


def test_missing_files_of_a_better_operation_are_told():
    way = Operation("Helmert", 2.0, None, lacking=("a.tif", "b.tif"), ends=("A", "B"))
    _, note = way.notes()
    assert note.text.startswith("From A to B the best operation needs a.tif, b.tif, ")
    assert "positions are good to 2 m" in note.text
    assert note.is_odd


def test_files_that_are_missing_here_are_named():
    bounds = (-3.0, 51.0, -1.0, 53.0)
    way = operation_of(crs_of("EPSG:4277", ""), LONLAT, bounds)
    if not way.lacking:
        pytest.skip("PROJ has the grid of the British datum here")
    assert way.lacking == ("uk_os_OSTN15_NTv2_OSGBtoETRS.tif",)
    assert 1 <= way.accuracy <= 35


def test_without_a_way_there_is_a_sentence():
    moon = crs_of("+proj=longlat +R=1737400 +type=crs", "")
    with pytest.raises(
        GridrError, match="PROJ knows no way from a custom coordinate system"
    ):
        operation_of(moon, LONLAT)


def test_a_given_operation_is_gone_backwards():
    way = given_operation(PIPELINE, LONLAT, UTM)
    x, y = way.moved(np.array([500000.0]), np.array([0.0]))
    np.testing.assert_allclose([x[0], y[0]], [-75, 0], atol=1e-9)
    (note,) = way.notes()
    assert note.text == "From EPSG:32618 to EPSG:4326: the operation that is given."


@pytest.mark.parametrize(
    "text", ["nonsense", "+proj=pipeline +step +proj=nowhere", "+proj=airy"]
)
def test_an_operation_that_cannot_be_gone_is_refused(text):
    with pytest.raises(GridrError, match=r"The operation .* cannot be used \("):
        given_operation(text, LONLAT, UTM)


@pytest.mark.parametrize("shape", [(), (1,), (1, 1), (2, 3), (0,)])
@pytest.mark.parametrize("count", [2, 3])
def test_places_keep_the_shape_that_they_have(shape, count):
    way = operation_of(crs_of("EPSG:4326", ""), crs_of("EPSG:32631", ""))
    found = way.moved(*[np.full(shape, float(n)) for n in range(count)])
    assert [values.shape for values in found] == [shape] * count
