"""Positions in a swath, beside closed forms, GDAL, and themselves in parts."""

import numpy as np
import pytest
from affine import Affine
from gridr_qgis.core.errors import Cancelled
from gridr_qgis.core.mapping import swath as module
from gridr_qgis.core.mapping.crs import crs_of, operation_of
from gridr_qgis.core.mapping.footprint import suggested_over
from gridr_qgis.core.mapping.swath import Swath
from gridr_qgis.core.mapping.template import Template
from helpers.affines import chained
from helpers.swaths import Scanner

LONLAT = crs_of("EPSG:4326", "")
SCENES = {
    "smooth": (Scanner(), "EPSG:4326"),
    "bow-tie": (Scanner(height=10), "EPSG:4326"),
    "bow-tie on a map": (Scanner(height=10), "EPSG:32632"),
    "antimeridian": (Scanner(height=10, lon=179.0), "EPSG:4326"),
    "pole": (Scanner(height=10, lat=88.0), "EPSG:3413"),
    "descending": (Scanner(heading=168.0, height=4), "EPSG:3035"),
}


def swath_of(scanner, **changed):
    lon, lat = scanner.arrays
    given = {"start": (0.0, 0.0), "step": (1.0, 1.0), "scan": (scanner.height, 0)}
    return Swath(LONLAT, lon, lat, **{**given, **changed})


def mapping_of(scanner, crs, template=None, **changed):
    swath, crs = swath_of(scanner, **changed), crs_of(crs, "")
    template = template or suggested_over(swath, crs)
    return swath.onto(template, operation_of(template.crs, LONLAT))


def lattice(shape):
    return np.meshgrid(*(np.arange(float(size)) for size in shape), indexing="ij")


def places(mapping, rows, cols):
    """Return longitude and latitude of a lattice of the target."""
    return mapping.operation.moved(*mapping.template.places(rows, cols))


def check(scanner, mapping, most=0.1, margin=0.0, left_out=None):
    """Compare all positions of a target with the closed form: no hole, no error."""
    rows, cols = lattice(mapping.template.shape)
    lon, lat = places(mapping, rows, cols)
    found = mapping.positions(rows, cols)
    exact = scanner.positions(lon, lat)
    # the closed form has places on the other side of the globe, too
    here = abs(lat - scanner.lat) < 40
    last = np.array(scanner.shape)[:, None, None] - 1
    inside = here & ((exact >= -margin) & (exact <= last + margin)).all(axis=0)
    if left_out is not None:
        inside &= ~left_out(lon, lat)
    assert inside.sum() > 1000
    assert np.isfinite(found[0][inside]).all()
    own = scanner.positions(lon, lat, np.where(inside, found[0], 0))
    assert np.hypot(*(found - own))[inside].max() <= most
    # of scans that overlap it is the one with the nearest middle
    off = scanner.off(found[0]) - scanner.off(exact[0])
    assert not scanner.height or off[inside].max() <= most


@pytest.mark.parametrize("name", SCENES)
def test_positions_are_those_of_the_closed_form(name):
    scanner, crs = SCENES[name]
    check(scanner, mapping_of(scanner, crs), most=0.015)


@pytest.mark.parametrize("name", SCENES)
def test_half_a_pixel_around_is_not_lost(name):
    scanner, crs = SCENES[name]
    mapping = mapping_of(scanner, crs)
    found = mapping.positions(*lattice(mapping.template.shape))
    shape = np.array(scanner.shape)[:, None]
    known = found[:, np.isfinite(found[0])]
    assert (known >= -0.5).all()
    assert (known <= shape - 0.5).all()
    for axis in range(2):
        assert known[axis].min() < -0.4
        assert known[axis].max() > shape[axis] - 0.6
    # straight on: as exact as the growth of pixels lets it be
    check(scanner, mapping, most=0.06, margin=0.4)


def test_a_pole_in_longitudes_and_latitudes_loses_one_cell():
    scanner = Scanner(lat=89.0)
    mapping = mapping_of(scanner, "EPSG:4326")
    check(scanner, mapping, most=0.1, left_out=lambda _, lat: lat > 89.7)


@pytest.mark.parametrize("height", [0, 10])
def test_beside_fill_values_nothing_is_lost(height):
    scanner = Scanner(height=height)
    swath = swath_of(scanner)
    swath.x[80:90, 30:50] = np.nan
    swath.y[80:90, 30:50] = np.nan
    template = suggested_over(swath, LONLAT)

    def near(lon, lat):
        rows, cols = scanner.positions(lon, lat)
        return (rows > 78) & (rows < 91) & (cols > 28) & (cols < 51)

    mapping = swath.onto(template, operation_of(LONLAT, LONLAT))
    check(scanner, mapping, most=0.015, left_out=near)
    rows, cols = scanner.positions(*places(mapping, *lattice(template.shape)))
    hole = (rows > 80) & (rows < 89) & (cols > 30.5) & (cols < 48.5)
    found = mapping.positions(*lattice(template.shape))
    if not height:  # else other scans may reach there
        assert hole.sum() > 100
        assert np.isnan(found[0][hole]).all()


@pytest.mark.parametrize("name", SCENES)
@pytest.mark.parametrize("count", [1, 7])
def test_strips_do_not_matter(name, count):
    scanner, crs = SCENES[name]
    mapping = mapping_of(scanner, crs)
    rows, cols = lattice(mapping.template.shape)
    whole = mapping.positions(rows, cols)
    for start in range(0, len(rows), count * 9):
        some = slice(start, start + count)
        np.testing.assert_array_equal(
            mapping.positions(rows[some], cols[some]), whole[:, some]
        )
    some = slice(3, None, 4), slice(5, None, 3)
    np.testing.assert_array_equal(
        mapping.positions(rows[some], cols[some]), whole[(slice(None), *some)]
    )


@pytest.mark.parametrize("at_once", [1, 1000])
def test_parts_of_the_projection_do_not_matter(at_once, monkeypatch):
    scanner, crs = SCENES["bow-tie on a map"]
    whole = mapping_of(scanner, crs)
    rows, cols = lattice((50, 60))
    expected = whole.positions(rows + 60, cols + 60)
    monkeypatch.setattr(module, "AT_ONCE", at_once)
    again = mapping_of(scanner, crs).positions(rows + 60, cols + 60)
    np.testing.assert_array_equal(again, expected)


@pytest.mark.parametrize("west", [-185, 175])
@pytest.mark.parametrize("turned", [0, 20])
def test_a_target_may_begin_at_any_turn_and_be_turned(west, turned):
    scanner = SCENES["antimeridian"][0]
    place = chained(Affine(0.15, 0, west, 0, -0.15, 45), Affine.rotation(-turned))
    template = Template((70, 65), place, LONLAT)
    check(scanner, mapping_of(scanner, "EPSG:4326", template), most=0.015)


def test_longitudes_up_to_360_are_the_same():
    scanner, crs = SCENES["antimeridian"]
    plain, other = mapping_of(scanner, crs), swath_of(scanner)
    other.x[:] = other.x % 360
    again = other.onto(plain.template, plain.operation)
    rows, cols = lattice(plain.template.shape)
    np.testing.assert_allclose(
        again.positions(rows, cols), plain.positions(rows, cols), atol=1e-8
    )


def test_array_positions_become_those_of_the_source():
    scanner = Scanner()
    plain = mapping_of(scanner, "EPSG:4326")
    moved = mapping_of(scanner, "EPSG:4326", start=(1.5, -2.0), step=(4.0, 5.0))
    rows, cols = lattice((40, 50))
    rows, cols = rows + 60, cols + 80
    expected = plain.positions(rows, cols) * [[[4.0]], [[5.0]]] + [[[1.5]], [[-2.0]]]
    moved = moved.swath.onto(plain.template, plain.operation)
    np.testing.assert_array_equal(moved.positions(rows, cols), expected)


def test_it_can_be_stopped_and_tells_its_progress(monkeypatch):
    monkeypatch.setattr(module, "AT_ONCE", 5000)
    mapping = mapping_of(Scanner(), "EPSG:4326")
    with pytest.raises(Cancelled):
        mapping.prepare(lambda share: share < 0.5)
    shares = []
    mapping.prepare(lambda share: shares.append(share) or True)
    assert shares == sorted(shares)
    assert shares[-1] == 1
    mapping.prepare(lambda share: False)  # once is enough
    assert not mapping.at_once


def test_whether_the_swath_ends_in_the_target():
    scanner = Scanner()
    assert mapping_of(scanner, "EPSG:4326").ends_inside()
    inside = Template((40, 50), Affine(0.1, 0, 8, 0, -0.1, 42), LONLAT)
    assert not mapping_of(scanner, "EPSG:4326", inside).ends_inside()
    elsewhere = Template((40, 50), Affine(0.1, 0, 80, 0, -0.1, 42), LONLAT)
    assert not mapping_of(scanner, "EPSG:4326", elsewhere).ends_inside()
