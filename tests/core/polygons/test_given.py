import numpy as np
import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.polygons.given import areas, as_polygons
from helpers.polygons import BOX, OTHER, some_polygons
from helpers.reference.polygons import crossings
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import (
    GeometryCollection,
    LinearRing,
    LineString,
    MultiPoint,
    MultiPolygon,
    Point,
    Polygon,
    box,
    mapping,
)

BOW_TIE = Polygon([(2, 2), (10, 10), (10, 2), (2, 10)])


@pytest.mark.parametrize(
    "geometry",
    [
        Point(1, 1),
        LineString([(0, 0), (1, 1)]),
        LinearRing([(0, 0), (1, 1), (1, 0)]),
        MultiPoint([(0, 0)]),
        GeometryCollection([BOX]),
        "POLYGON ((0 0, 1 1, 1 0, 0 0))",
        mapping(BOX),
        3,
        [BOX, None],
        [BOX, Point(1, 1)],
    ],
)
def test_other_types_are_refused(geometry):
    with pytest.raises(
        GridrError, match="invalid polygons must be polygons, got .* Giv"
    ):
        as_polygons(geometry, "invalid polygons")


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_coordinates_that_are_not_finite_are_refused(bad):
    with np.errstate(invalid="ignore"):
        polygon = Polygon([(0, 0), (bad, 4), (4, 0)])
    with pytest.raises(GridrError, match="valid polygons have a vertex .* not finite"):
        as_polygons([BOX, polygon], "valid polygons")


def test_none_is_no_list():
    assert as_polygons(None, "valid polygons") is None
    assert as_polygons([], "valid polygons") == []


def test_repair_keeps_areas_only():
    spike = Polygon([(3, 4), (8, 4), (12, 4), (8, 4), (8, 6), (3, 6)])
    (kept,) = as_polygons(spike, "valid polygons")
    assert kept.geom_type == "Polygon"
    assert kept.equals(BOX)
    line = Polygon([(0, 0), (3, 3), (0, 0), (0, 0)])
    assert as_polygons(line, "valid polygons") == []


def test_both_lobes_of_a_bow_tie_are_polygons():
    lobes = as_polygons(BOW_TIE, "valid polygons")
    assert len(lobes) == 2
    assert sum(lobe.area for lobe in lobes) == pytest.approx(2 * 8 * 4 / 2)


def nestings(geometry):
    """Draw a geometry, or lists and tuples of it to any depth."""
    return st.recursive(
        geometry,
        lambda inner: st.lists(inner, max_size=3) | st.lists(inner).map(tuple),
        max_leaves=8,
    )


def flat(geometry):
    if isinstance(geometry, (list, tuple)):
        return [leaf for member in geometry for leaf in flat(member)]
    return [geometry]


@given(nestings(st.integers(1, 9).map(lambda size: box(0, 0, size, size))))
def test_lists_are_flattened_in_their_order(geometry):
    got = as_polygons(geometry, "valid polygons")
    assert [part.area for part in got] == [part.area for part in flat(geometry)]


def test_valid_polygons_are_not_copied():
    united = as_polygons([BOX, MultiPolygon([BOX, OTHER])], "valid polygons")
    assert united[0] is BOX
    assert [part.area for part in united] == [10, 10, 2]


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("seed", range(8))
def test_repaired_polygons_hold_what_an_odd_number_of_contours_surrounds(seed, whole):
    x, y = np.random.default_rng(seed).uniform(-2, 15, (2, 300))
    for polygon in some_polygons(seed, whole):
        parts = as_polygons(polygon, "valid polygons")
        assert all(part.is_valid and not part.is_empty for part in parts)
        rings = [polygon.exterior, *polygon.interiors]
        odd = np.logical_xor.reduce([crossings(ring, x, y) for ring in rings])
        held = [any(part.contains(Point(*at)) for part in parts) for at in zip(x, y)]
        assert (held == odd).all()


def test_a_hole_that_is_not_finite_is_refused():
    with np.errstate(invalid="ignore"):
        holed = Polygon(BOX.exterior.coords, [[(4, 5), (5, np.nan), (6, 5)]])
    with pytest.raises(GridrError, match="The holes have a vertex .* leave that poly"):
        as_polygons(holed, "holes")


def test_areas_of_a_mixed_collection_are_its_polygons():
    inner = GeometryCollection([MultiPolygon([BOX, OTHER]), Point(1, 1), Polygon()])
    mixed = GeometryCollection([LineString([(0, 0), (1, 1)]), inner])
    assert [part.area for part in areas(mixed)] == [10, 2]
    assert areas(Polygon()) == areas(Point(1, 1)) == []
