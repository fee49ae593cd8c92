import json
import pickle
import tracemalloc

import numpy as np
import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.polygons.frame import pixel_frame
from gridr_qgis.core.polygons.given import as_polygons
from gridr_qgis.core.polygons.mask import PolygonMask
from gridr_qgis.core.resample import resample_array
from gridr_qgis.core.window import tiles, window_relative, window_shape, window_slices
from helpers.polygons import (
    BOX,
    EVERYWHERE,
    IN_BOX,
    IN_OTHER,
    OTHER,
    WHOLE,
    block,
    coast,
    some_polygons,
    star,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.windows import Window
from shapely import wkt
from shapely.geometry import MultiPolygon, Point, Polygon, box
from shapely.prepared import prep

BOW_TIE = Polygon([(2, 2), (10, 10), (10, 2), (2, 10)])
PENTAGRAM = Polygon(
    [
        (7 + 6 * np.sin(0.8 * k * np.pi), 6 + 6 * np.cos(0.8 * k * np.pi))
        for k in range(5)
    ]
)


def mask_of(valid, invalid=None, origin=(0, 0)):
    return PolygonMask.of(
        as_polygons(valid, "valid polygons"),
        as_polygons(invalid, "invalid polygons"),
        pixel_frame(origin),
    )


def full(valid, window):
    """Return the mask of a window with None written out."""
    return np.ones(window_shape(window), bool) if valid is None else valid


def pixels(mask, window=WHOLE):
    """Return {(row, col)} of the valid pixels of a window."""
    valid = full(mask.valid(window), window)
    assert valid.dtype == bool
    assert valid.shape == window_shape(window)
    where = np.argwhere(valid) + (window.row_off, window.col_off)
    return {tuple(pixel) for pixel in where.tolist()}


def brute_force(polygons, window, origin=(0, 0)):
    """Ask shapely about every pixel centre; and how near it is to a dilated contour."""
    inside = np.zeros(window_shape(window), bool)
    gap = np.full(inside.shape, np.inf)
    for polygon in polygons:
        dilated = polygon.buffer(1e-6, 1)
        prepared = prep(dilated)
        for row, col in np.ndindex(*inside.shape):
            point = Point(
                col + window.col_off + origin[1], row + window.row_off + origin[0]
            )
            inside[row, col] |= prepared.covers(point)
            gap[row, col] = min(gap[row, col], dilated.boundary.distance(point))
    return inside, gap > 1e-9


def test_both_lobes_of_a_bow_tie_stay():
    found = pixels(mask_of(BOW_TIE))
    assert {(6, 3), (6, 9), (2, 2), (10, 10), (6, 6)} <= found
    assert not {(3, 6), (9, 6)} & found


def test_the_heart_of_a_pentagram_is_outside():
    found = pixels(mask_of(PENTAGRAM))
    assert (6, 7) not in found
    assert (11, 7) in found


def test_origin_is_the_centre_of_the_first_pixel():
    assert pixels(mask_of(box(3, 4, 9, 7), origin=(0.5, 0.5))) == IN_BOX
    assert pixels(mask_of(BOX, origin=(1, 2))) == block((3, 6), (1, 7))


@pytest.mark.parametrize("origin", [None, (0.5,), (0, np.nan), 3])
def test_malformed_origin_is_refused(origin):
    with pytest.raises(GridrError, match="origin of the polygons must be two finite"):
        mask_of(BOX, origin=origin)


@pytest.mark.parametrize("nothing", [[], (), Polygon(), [Polygon()], MultiPolygon()])
def test_nothing_as_valid_leaves_nothing(nothing):
    assert pixels(mask_of(nothing)) == set()


@pytest.mark.parametrize("nothing", [None, [], (), Polygon(), [[Polygon()]]])
def test_nothing_as_invalid_leaves_everything(nothing):
    assert mask_of(None, nothing).valid(WHOLE) is None


@pytest.mark.parametrize(
    "geometry",
    [
        MultiPolygon([BOX, OTHER]),
        [BOX, OTHER],
        (OTHER, [MultiPolygon([BOX]), Polygon()]),
    ],
)
def test_multipolygons_and_lists_are_united(geometry):
    assert pixels(mask_of(geometry)) == IN_BOX | IN_OTHER
    assert pixels(mask_of(None, geometry)) == EVERYWHERE - IN_BOX - IN_OTHER


def test_invalid_wins_over_valid():
    found = pixels(mask_of(MultiPolygon([BOX, OTHER]), box(6, 0, 11, 5)))
    assert found == (IN_BOX | IN_OTHER) - block((0, 6), (6, 12))


def test_third_coordinates_are_ignored():
    solid = Polygon([(x, y, 7.0) for x, y in BOX.exterior.coords])
    assert pixels(mask_of(solid)) == IN_BOX


def test_untouched_windows_share_one_marker():
    assert mask_of(None).valid(WHOLE) is None
    assert mask_of(box(-1, -1, 20, 20)).valid(WHOLE) is None
    assert mask_of(None, BOX).valid(Window(0, 0, 3, 12)) is None
    assert mask_of([]).valid(Window(0, 0, 0, 5)) is None


def test_windows_may_leave_the_source():
    window = Window(-3, -2, 8, 9)
    assert pixels(mask_of(box(-2, -1, 1, 0)), window) == block((-1, 1), (-2, 2))


def test_a_spike_covers_nothing():
    spike = Polygon([(3, 4), (8, 4), (12, 4), (8, 4), (8, 6), (3, 6)])
    assert pixels(mask_of(spike)) == IN_BOX


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("seed", range(8))
def test_equal_to_shapely_on_dilated_polygons(seed, whole):
    origin = (0.5, -1.0) if seed % 2 else (0, 0)
    window = Window(-2, -1, 17, 15)
    valid = as_polygons(some_polygons(seed, whole), "valid polygons")
    invalid = as_polygons(some_polygons(seed + 50, whole, 2), "invalid polygons")
    inside, sure = brute_force(valid, window, origin)
    outside, sure_too = brute_force(invalid, window, origin)
    got = full(
        PolygonMask.of(valid, invalid, pixel_frame(origin)).valid(window), window
    )
    sure &= sure_too
    assert sure.mean() > 0.99
    assert (got == (inside & ~outside))[sure].all()


@pytest.mark.parametrize("place", [(40_000, 70_000), (-5_000, 300_000)])
def test_far_from_the_first_pixel_nothing_changes(place):
    near = some_polygons(3, whole=True)
    far = [
        Polygon(
            np.array(polygon.exterior.coords) + place[::-1],
            [np.array(hole.coords) + place[::-1] for hole in polygon.interiors],
        )
        for polygon in near
    ]
    window = Window(place[1] - 2, place[0] - 1, 17, 15)
    expected = mask_of(near).valid(Window(-2, -1, 17, 15))
    assert (mask_of(far).valid(window) == expected).all()
    shifted = mask_of(near, origin=(-place[0], -place[1]))
    assert (shifted.valid(window) == expected).all()


@pytest.mark.parametrize("size", [1e6, 3e9, 1e12, 1e30])
def test_polygons_may_reach_very_far(size):
    assert mask_of(box(-size, -size, size, size)).valid(WHOLE) is None
    assert pixels(mask_of(box(-size, 4, size, 6))) == block((4, 7), (0, 14))
    assert pixels(mask_of(box(size, size, 2 * size, 2 * size))) == set()


@st.composite
def cuts(draw):
    """Draw polygons that may be a tie from pixel centres, and a tiling of a window."""
    seed = draw(st.integers(0, 10_000))
    polygons = some_polygons(seed, whole=draw(st.booleans()), count=4)
    left, top = draw(st.integers(0, 6)), draw(st.integers(0, 6))
    polygons.append(box(left + 1e-6, top - 1e-6, left + 5 - 1e-6, top + 4 + 1e-6))
    return polygons, (draw(st.integers(2, 9)), draw(st.integers(2, 9)))


@settings(max_examples=15)
@given(cuts())
def test_windows_do_not_change_a_pixel(drawn):
    polygons, shape = drawn
    mask = mask_of(polygons[1:], polygons[:1], origin=(0.25, 0.5))
    window = Window(-3, -2, 20, 17)
    expected = full(mask.valid(window), window)
    for tile in tiles(window, shape):
        part = expected[window_slices(window_relative(tile, window))]
        assert (full(mask.valid(tile), tile) == part).all()


def test_pickled_mask_is_the_same():
    mask = mask_of(some_polygons(1), some_polygons(2))
    again = pickle.loads(pickle.dumps(mask))
    assert (again.valid(WHOLE) == mask.valid(WHOLE)).all()


def test_memory_stays_within_its_figure():
    random = np.random.default_rng(0)
    stars = [star(random, random.uniform(0, 400, 2), 9, 20) for _ in range(3000)]
    mask = mask_of(stars, coast(3000))
    window = Window(0, 0, 400, 300)
    mask.valid(window)
    tracemalloc.start()
    mask.valid(window)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < mask.window_bytes(window_shape(window))
    assert 16 * (3000 * 21 + 6002) < mask.nbytes() < 32 * (3000 * 21 + 6002)


@pytest.mark.parametrize(
    "name",
    [
        "57_geom_valid_linear",
        "58_geom_both_cubic",
        "59_geom_invalid_origin05_nearest",
        "60_geom_multi_plus_srcmask_linear",
    ],
)
def test_golden_masks(golden, name):
    case = np.load(golden / f"{name}.npz")
    asked = json.loads(str(case["params"]))
    valid, invalid = (
        asked[key] and wkt.loads(asked[key])
        for key in ("geometry_valid_wkt", "geometry_invalid_wkt")
    )
    shape = case["src"].shape[1:]
    window = Window(0, 0, shape[1], shape[0])
    mask = mask_of(valid, invalid, asked["geometry_origin"] or (0, 0))
    src_valid = full(mask.valid(window), window)
    if "src_mask" in case:
        src_valid = src_valid & (case["src_mask"] == asked["src_mask_validity_pair"][0])
    data, got = resample_array(
        case["src"],
        case["grid_row"],
        case["grid_col"],
        step=asked["grid_resolution"],
        interpolation=asked["interp"],
        src_valid=src_valid,
        dst_nodata=asked["nodata_out"],
        dst_dtype=asked["out_dtype"],
    )
    assert (got == case["mask"].astype(bool)).all()
    tolerance = 1e-12 * np.abs(case["src"]).max()
    np.testing.assert_allclose(data, case["out"], rtol=0, atol=tolerance)
