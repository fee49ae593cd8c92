"""Where GridR 0.7.0 is wrong or stricter than need be: one test per row of B1 to B23.

Expected is what an independent model in plain NumPy gives, or a value known by itself.
"""

import time
from dataclasses import replace

import numpy as np
import pytest
import rasterio
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.gridr import (
    array_grid_resampling,
    basic_grid_resampling_chain,
    build_mask,
    build_mask_chain,
)
from helpers.data import noise, turned_grid, write_raster
from helpers.reference.job import Job
from helpers.reference.model import model, resample
from helpers.reference.running import opened, run
from helpers.reference.tolerance import agree
from shapely.geometry import LineString, Point, Polygon, box

GDAL = tuple(map(int, rasterio.__gdal_version__.split(".")[:2]))
SIGNED = "int8" if GDAL >= (3, 7) else "int16"  # older GDAL writes no int8 GeoTIFF
SPLINE = {"epsilon": 1e-6, "mask_influence_threshold": 1e-3}
BOW_TIE = Polygon([(2, 2), (10, 10), (10, 2), (2, 10)])
METHODS = ["nearest", "linear", "cubic", "bspline3"]


def method(interp):
    return {"interp": interp, "interp_kwargs": SPLINE if interp[0] == "b" else None}


def identity(rows, cols, shift=(0.0, 0.0)):
    """Return the grid (2, rows, cols) that reads each pixel itself, shifted."""
    return np.indices((rows, cols)).astype(float) + np.reshape(shift, (2, 1, 1))


def source(shape=(1, 40, 44)):
    return noise(shape, "float64", seed=1)


def turned(shape=(5, 6), step=(4, 3), **kwargs):
    return turned_grid(shape, step, **kwargs)


def chain(job, **options):
    """Return data (bands, rows, cols) and mask of our chain."""
    with opened(job) as arguments:
        return run(basic_grid_resampling_chain, job, arguments, **options)


def check(job, **options):
    """Compare our chain with the model; return its data and mask."""
    extra = {"grid_nodata": job.grid_nodata, "array_src_nodata": job.src_nodata}
    options.update((name, value) for name, value in extra.items() if value is not None)
    data, mask = chain(job, **options)
    expected, valid = model(job)
    assert (mask == valid).all()
    values = resample(job)[0]
    assert agree(job, data, expected, valid, lambda: values, rounding=False).all()
    return data, mask


def array_call(job, **changes):
    """Return data and mask of our array call, for a job of one band."""
    arguments = {
        "interp": job.interp,
        "array_in": job.src[0],
        "grid_row": job.grid[0],
        "grid_col": job.grid[1],
        "grid_resolution": job.resolution,
        "array_out": None,
        "interp_kwargs": job.interp_kwargs,
        "boundary_condition": job.boundary,
        "trust_padding": job.trust,
        "array_out_mask": True,
        **changes,
    }
    return array_grid_resampling(**arguments)


@pytest.mark.parametrize("tile", [(1, 1), (20, 7), (7, 4), (3, 15), (100, 100)])
def test_b1_tiles_one_pixel_wide_on_the_last_node_column(tile):
    check(Job(source(), turned(), resolution=(4, 3)), tile_shape=tile)


@pytest.mark.parametrize("resolution", [(4, 1), (1, 3), (4, 3), (1, 1)])
@pytest.mark.parametrize("col", ["first", "last"])
def test_b1_window_of_one_column(resolution, col):
    job = Job(source(), turned(), resolution=resolution)
    place = 0 if col == "first" else job.full_shape[1] - 1
    check(replace(job, win=((0, job.full_shape[0] - 1), (place, place))))


def test_b1_grid_of_one_column():
    check(Job(source(), turned((6, 1)), resolution=(4, 1)))


def test_b1_default_tiles_of_a_width_of_1001():
    grid = turned((101, 101), (0.3, 0.3))
    job = Job(source(), grid, resolution=(10, 10))
    data, mask = chain(job)
    expected, valid = array_call(job)
    assert mask.shape == (1001, 1001)
    assert (mask == valid).all()
    assert (data[0] == expected).all()


@pytest.mark.parametrize("interp", ["linear", "cubic"])
@pytest.mark.parametrize("tile", [None, (1, 1), (1, 3), (3, 1), (2, 2)])
@pytest.mark.parametrize("shape", [(1, 3, 20), (1, 2, 2), (1, 1, 1), (1, 20, 3)])
def test_b2_no_pixel_without_its_whole_support_is_valid(interp, tile, shape):
    rows, cols = np.linspace(-1, shape[1], 13), np.linspace(-1, shape[2], 9)
    grid = np.stack(np.meshgrid(rows, cols, indexing="ij"))
    check(Job(source(shape), grid, interp), tile_shape=tile)


PLACES = [(0, 0), (0, 2), (2, 3), (4, 5), (2, 0), (2, 5), slice(None), (4,), (0,)]


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("axis", [0, 1])
@pytest.mark.parametrize("interp", METHODS)
def test_b3_node_that_is_not_finite_is_masked(interp, axis, bad):
    for place in PLACES:
        grid, finite = turned(), turned()
        grid[(axis, *np.atleast_1d(place))] = bad
        taken = np.isfinite(grid).all(axis=0)
        job = Job(source((1, 60, 60)), grid, resolution=(4, 3), **method(interp))
        data, mask = check(job)
        masked = {"grid_mask": taken[None].astype(np.uint8), "grid_mask_value": 1}
        other, other_mask = chain(replace(job, grid=finite, **masked))
        assert (mask == other_mask).all()
        assert (data == other).all()


@pytest.mark.parametrize("bad", [np.nan, np.inf])
@pytest.mark.parametrize("resolution", [(4, 3), (1, 3), (4, 1)])
def test_b4_masked_node_that_is_not_finite_leaves_its_neighbours_alone(resolution, bad):
    mask = np.ones((1, 5, 6), np.uint8)
    mask[0, 2, 3] = mask[0, 0, 0] = 0
    grid, finite = turned(), turned()
    grid[:, mask[0] == 0] = bad
    job = Job(source(), grid, "cubic", resolution, grid_mask=mask, grid_mask_value=1)
    data, valid = check(job)
    expected, same = chain(replace(job, grid=finite))
    assert (valid == same).all()
    assert (data == expected).all()
    assert 0 < valid.sum() < valid.size


@pytest.mark.parametrize("bad", [np.nan, np.inf])
@pytest.mark.parametrize("masked", [False, True])
@pytest.mark.parametrize("interp", METHODS)
def test_b5_source_pixel_that_is_not_finite_is_invalid_and_stays_alone(
    interp, masked, bad
):
    src = source((1, 30, 30))
    src[0, 12, 15] = bad
    job = Job(src, identity(30, 30), nodata_out=-1, **method(interp))
    if masked:
        valid = np.isfinite(src).astype(np.uint8)
        job = replace(job, src_mask=valid, src_mask_pair=(1, 0))
    data, mask = check(job)
    assert np.isfinite(data).all()
    if job.order is None:
        assert (mask == np.isfinite(src[0])).all()
        assert (data[0][mask == 1] == src[0][mask == 1]).all()
    else:
        assert 0 < mask.sum() < mask.size
    data, _ = check(replace(job, grid=identity(30, 30, (0.5, 0.25))))
    assert np.isfinite(data).all()


@pytest.mark.parametrize("interp", METHODS)
@pytest.mark.parametrize("tile", [None, (1, 1), (2, 3)])
def test_b6_trusted_constant_padding_is_valid_beside_a_mask(interp, tile):
    mask = np.ones((1, 40, 44), np.uint8)
    mask[0, 3:6, 3:6] = 0
    grid = identity(9, 9, (-0.75, -0.5))
    job = Job(source(), grid, boundary="constant", trust=True, **method(interp))
    job = replace(job, src_mask=mask, src_mask_pair=(1, 0))
    _, valid = check(job, tile_shape=tile)
    if job.order is None:
        assert valid[0].any()


@pytest.mark.parametrize("tile", [None, (1, 1), (2, 5), (10, 3)])
@pytest.mark.parametrize("interp", METHODS)
def test_b7_wrap_goes_around_the_image(interp, tile):
    src = source((1, 12, 14))
    grid = identity(14, 16, (-1, -1))
    job = Job(src, grid, boundary="wrap", trust=True, **method(interp))
    data, mask = check(job, tile_shape=tile, io_strip_size=3)
    if job.order is None:
        assert mask.all()
        assert (data[0] == np.pad(src[0], 1, mode="wrap")).all()
    check(replace(job, grid=grid * 1.01), tile_shape=tile)


@pytest.mark.parametrize("pair", [(1, 0), (1, 7), (7, 0), (0, 1)])
@pytest.mark.parametrize("interp", METHODS[:3])
def test_b8_masks_are_compared_for_equality(interp, pair):
    values = np.random.default_rng(0).choice([0, 1, 3, 7], (1, 20, 21))
    values[0, 4:7, 4:7] = [[3, 3, 3], [0, 0, 0], [0, 0, 0]]  # their sum is nine
    job = Job(source((1, 20, 21)), identity(20, 21), **method(interp))
    for dtype in ("uint8", "uint16", "int32"):
        masked = {"src_mask": values.astype(dtype), "src_mask_pair": pair}
        _, mask = check(replace(job, **masked))
        assert (mask == (values[0] == pair[0])).all()


@pytest.mark.parametrize("interp", METHODS)
@pytest.mark.parametrize("boundary", [None, "reflect"])
def test_b9_arrays_of_the_caller_stay_as_they_are(interp, boundary):
    grid, src = turned(), source((1, 60, 60))
    src[0, 20, 20] = np.nan
    job = Job(src, grid, resolution=(4, 3), boundary=boundary, **method(interp))
    given = {
        "array_in": src[0],
        "grid_row": grid[0],
        "grid_col": grid[1],
        "array_in_mask": (noise((60, 60), "uint8") > 10).astype(np.uint8),
        "grid_mask": np.eye(5, 6, dtype=np.uint8),
        "grid_mask_valid_value": 0,
    }
    copies = {name: np.copy(value) for name, value in given.items()}
    for array in given.values():
        if isinstance(array, np.ndarray):
            array.setflags(write=False)
    array_call(job, **given)
    for name, copy in copies.items():
        np.testing.assert_array_equal(given[name], copy)


@pytest.mark.parametrize("tile", [None, (1, 3), (1, 1), (3, 3)])
@pytest.mark.parametrize("first", [-0.5, -0.3, 39.3])
def test_b10_validity_does_not_depend_on_tiles(tile, first):
    grid = identity(3, 3, (first, 4))
    grid[0] = first
    _, mask = check(Job(source(), grid, "nearest"), tile_shape=tile)
    assert mask.all()


def test_b10_trusted_padding_in_tiles_of_its_own():
    grid = identity(4, 4, (-1, -1))
    grid[0] = -1
    job = Job(source(), grid, "linear", boundary="edge", trust=True)
    data, mask = check(job, tile_shape=(1, 1))
    assert mask.all()
    assert (data[0, :, 1:] == job.src[0, 0, :3]).all()


@pytest.mark.parametrize("valid", [1, -6])
@pytest.mark.parametrize("shift", [None, (0.5, -0.25)])
def test_b11_signed_grid_mask_with_a_shift_and_negative_values(valid, shift):
    mask = np.full((1, 5, 6), valid, SIGNED)
    mask[0, 2, 3] = 0
    job = Job(source(), turned(), "cubic", (4, 3), shift=shift)
    _, got = check(replace(job, grid_mask=mask, grid_mask_value=valid))
    assert 0 < got.sum() < got.size


@pytest.mark.parametrize("dtype", ["float32", "int16", "uint16", "int32"])
def test_b12_grids_of_any_type(dtype):
    grid = np.rint(turned((12, 13), (2, 2)) * 1.5).clip(0).astype(dtype)
    check(Job(source((1, 60, 60)), grid, "cubic", (4, 3)))


@pytest.mark.parametrize("dtype", ["float32", "uint8", "int16", "uint32", "bool"])
@pytest.mark.parametrize("interp", METHODS)
def test_b12_sources_and_grids_of_any_type_in_memory(interp, dtype):
    src = noise((60, 60), "uint8").astype(dtype)
    grid = turned((12, 13), (2, 2)).astype("float32")
    job = Job(src[None].astype(float), grid.astype(float), **method(interp))
    expected, valid = array_call(job)
    data, mask = array_call(job, array_in=src, grid_row=grid[0], grid_col=grid[1])
    assert data.dtype == "float64"
    np.testing.assert_array_equal(mask, valid)
    np.testing.assert_array_equal(data, expected)
    strided = {"array_in": src.T.copy().T, "grid_row": grid[0].T.copy().T}
    np.testing.assert_array_equal(
        array_call(job, grid_col=grid[1], **strided)[0], expected
    )


def test_b13_empty_geometries():
    job = Job(source((1, 12, 14)), identity(12, 14))
    for empty in ([], (), Polygon()):
        assert not chain(replace(job, geometry_pair=(empty, None)))[1].any()
        assert chain(replace(job, geometry_pair=(None, empty)))[1].all()
    assert chain(replace(job, geometry_pair=(None, None)))[1].all()


@pytest.mark.parametrize(
    "pair",
    [
        (Point(1, 1), None),
        (None, [LineString([(0, 0), (5, 5)])]),
        box(0, 0, 5, 5),
        (),
        (box(0, 0, 5, 5),),
        (box(0, 0, 5, 5), None, None),
        "polygon",
    ],
)
def test_b13_no_polygons_or_no_pair(pair):
    job = Job(source((1, 12, 14)), identity(12, 14), geometry_pair=pair)
    with pytest.raises(GridrError, match=r"polygons"):
        chain(job)


def test_b13_bow_tie_keeps_both_lobes():
    _, mask = check(
        Job(source((1, 12, 14)), identity(12, 14), geometry_pair=(BOW_TIE, None))
    )
    assert mask[6, 3] == mask[6, 9] == 1
    assert mask[3, 6] == mask[9, 6] == 0


B14 = {
    "must have 12 rows, 14 columns": {"size": (13, 14)},
    "12 rows, 14 columns and 1 band": {"size": (12, 13)},
    "and 1 band.s., got 12, 14 and 2": {"bands": 2},
    "no Boundary 'mirror'": {"boundary_condition": "mirror"},
    "epsilon must lie between 0 and 1": {
        "interp": "bspline3",
        "interp_kwargs": {**SPLINE, "epsilon": 2.0},
    },
    "threshold must be above 0": {
        "interp": "bspline3",
        "interp_kwargs": {**SPLINE, "mask_influence_threshold": -1.0},
    },
}


@pytest.mark.parametrize("message", B14)
def test_b14_refused_before_a_pixel_is_written(tmp_path, message):
    changes = dict(B14[message])
    rows, cols = changes.pop("size", (12, 14))
    bands = changes.pop("bands", 1)
    before = np.full((bands, rows, cols), 77.0)
    out = write_raster(tmp_path / "out.tif", before)
    job = Job(source((1, 12, 14)), identity(12, 14))
    with opened(job) as arguments, rasterio.open(out, "r+") as dst:
        with pytest.raises(GridrError, match=message):
            basic_grid_resampling_chain(
                **{"array_out_ds": dst, **arguments, **changes}, io_strip_size=2
            )
        assert (dst.read() == 77).all()


@pytest.mark.parametrize("dtype", ["int64", "uint64", "complex64"])
def test_b15_output_types_that_are_refused(dtype):
    if dtype != "complex64" and GDAL < (3, 5):
        pytest.skip("this GDAL has no 64-bit integers")
    with pytest.raises(GridrError, match=f"cannot have the type {dtype}"):
        chain(Job(source(), turned(), out_dtype=dtype))


@pytest.mark.parametrize(
    ("dtype", "nodata"),
    [("uint8", -9999), ("uint8", 300), ("int16", 2.5), ("int16", None)],
)
def test_b15_nodata_that_the_output_cannot_hold_is_refused(dtype, nodata):
    job = Job(source(), turned(), out_dtype=dtype, nodata_out=nodata)
    with pytest.raises(GridrError, match="cannot be stored in an output of type"):
        chain(job)


@pytest.mark.parametrize("dtype", ["uint8", "int16", "int32", "uint32", "float32"])
def test_b15_values_are_rounded_and_clipped_and_never_undefined(dtype):
    src = np.array([[[np.nan, np.inf, -np.inf, 1e300, -1e300, 0.5, 1.5, 2.5, -3.7]]])
    job = Job(src, identity(1, 9), "nearest", out_dtype=dtype, nodata_out=7)
    data, mask = check(job)
    assert (mask[0] == [0, 0, 0, 1, 1, 1, 1, 1, 1]).all()
    assert (data[0, 0, :3] == 7).all()
    integer = np.dtype(dtype).kind in "iu"
    limits = np.iinfo(dtype) if integer else np.finfo(dtype)
    low = limits.min
    assert data[0, 0, 3] == limits.max
    assert data[0, 0, 4] == low
    expected = [0, 2, 2, max(low, -4)] if integer else [0.5, 1.5, 2.5, -3.7]
    assert (data[0, 0, 5:] == np.array(expected, dtype)).all()


@pytest.mark.parametrize("interp", METHODS)
def test_b16_nodata_of_source_and_grid(interp):
    src = source((2, 40, 44))
    src[0, 20, 21] = src[1, 5:8, 20] = -9999
    grid = turned((8, 9), (4, 3), angle=5)
    grid[0, 2, 3] = grid[1, 5, 5] = -999
    job = Job(src, grid, resolution=(4, 3), bands=(1, 2), **method(interp))
    _, plain = check(job)
    _, mask = check(replace(job, src_nodata=-9999, grid_nodata=-999))
    assert 0 < mask.sum() < plain.sum()
    assert not mask[2 * 4, 3 * 3]
    assert not mask[5 * 4, 5 * 3]


def test_b16_nodata_tags_count_for_nothing_by_themselves():
    job = Job(noise((1, 20, 20), "uint8"), turned(centre=(10, 10)), "nearest")
    data, mask = check(job)
    tagged, same = chain(replace(job, tags=True))
    assert (tagged == data).all()
    assert (mask == same).all()


@pytest.mark.parametrize("axis", [0, 1])
def test_b16_grid_nodata_of_the_array_call_in_rows_or_columns(axis):
    grid = turned()
    grid[axis, 2, 3] = -999 + 0.9e-5
    grid[axis, 1, 1] = -999 + 1.1e-5
    job = Job(source((1, 60, 60)), grid)
    _, mask = array_call(job, grid_nodata=-999, boundary_condition=None)
    expected = model(replace(job, grid_nodata=-999))[1]
    assert (mask == expected).all()
    assert not mask[2, 3]
    assert (chain(job, grid_nodata=-999)[1] == expected).all()


@pytest.mark.parametrize("interp", METHODS)
def test_b17_threads_change_nothing(interp):
    grid = turned((9, 9), (4, 3), angle=5)
    job = Job(source(), grid, resolution=(4, 3), **method(interp))
    data, mask = check(job, tile_shape=(5, 6))
    for ncpu in (2, np.int64(3), 8):
        again = chain(job, tile_shape=(5, 6), ncpu=ncpu)
        assert (again[0] == data).all()
        assert (again[1] == mask).all()


def test_b18_far_nodes_do_not_disturb():
    grid = turned((9, 9), (4, 3), angle=5)
    grid[:, 4, 4], grid[:, 1, 7] = 1e18, -1e15
    check(Job(source(), grid, "cubic", resolution=(4, 3)), ncpu=2)


def test_b19_threshold_zero_is_refused():
    spline = {"epsilon": 1e-6, "mask_influence_threshold": 0}
    with pytest.raises(GridrError, match="mask influence threshold must be above 0"):
        chain(Job(source(), turned(), "bspline3", interp_kwargs=spline))


def test_b19_tiny_threshold_is_quick():
    src, mask = source((1, 700, 700)), np.ones((1, 700, 700), np.uint8)
    mask[0, ::37, ::41] = 0
    spline = {"epsilon": 1e-6, "mask_influence_threshold": 1e-300}
    job = Job(src, identity(20, 20, (300, 300)), "bspline3", interp_kwargs=spline)
    job = replace(job, src_mask=mask, src_mask_pair=(1, 0))
    chain(job)
    start = time.perf_counter()
    _, valid = chain(job)
    assert time.perf_counter() - start < 5
    assert not valid.any()


@pytest.mark.parametrize("threshold", [1e-12, 1.0])
def test_b19_threshold_with_a_single_invalid_pixel(threshold):
    mask = np.ones((1, 60, 60), np.uint8)
    mask[0, 10, 12] = 0
    spline = {"epsilon": 1e-6, "mask_influence_threshold": threshold}
    job = Job(source((1, 60, 60)), identity(60, 60), "bspline3", interp_kwargs=spline)
    check(replace(job, src_mask=mask, src_mask_pair=(1, 0)))


@pytest.mark.parametrize(
    ("win", "out_win", "message"),
    [
        ([[0, 3], [0, 3]], [[0, 2], [0, 3]], "array_out_win has .3, 4. rows"),
        ([[0, 3], [0, 3]], [[0, 3], [0, 5]], "the result has .4, 4."),
        (None, [[0, 3], [0, 3]], "array_out_win has"),
        ([[0, 3], [0, 3]], [[18, 21], [0, 3]], "has no room"),
        ([[0, 3], [0, 3]], [[-1, 2], [0, 3]], "has no room"),
        ([[0, 17], [0, 3]], None, "leave the output"),
        ([[-1, 3], [0, 3]], None, "leave the output"),
        ([[5, 3], [0, 3]], None, "comes after its last"),
    ],
)
def test_b20_windows_of_the_array_call_are_checked(win, out_win, message):
    out, mask = np.full((20, 20), 77.0), np.full((20, 20), 7, np.uint8)
    job = Job(source((1, 60, 60)), turned(), resolution=(4, 3))
    given = {"win": win, "array_out_win": out_win, "array_out": out}
    with pytest.raises(GridrError, match=message):
        array_call(job, array_out_mask=mask, **given)
    assert (out == 77).all()
    assert (mask == 7).all()


def mask_chain(tmp_path, pair, shape=(12, 14), resolution=(1, 1), **options):
    """Return the mask that `build_mask_chain` writes for polygons alone."""
    rows, cols = ((n - 1) * step + 1 for n, step in zip(shape, resolution))
    path = write_raster(tmp_path / "mask.tif", np.full((rows, cols), 9, np.uint8))
    origin = options.pop("geometry_origin", None)
    with rasterio.open(path, "r+") as out:
        build_mask_chain(
            *(shape, resolution, out, np.uint8, None, None, None, np.float64),
            *(origin, pair),
            **options,
        )
        return out.read(1)


@pytest.mark.parametrize(
    "kwargs", [None, {}, {"alg": 1}, {"alg": 2}, {"kwargs_alg": None}]
)
def test_b21_polygons_with_default_rasterize_kwargs(tmp_path, kwargs):
    expected = np.zeros((12, 14), np.uint8)
    expected[4:7, 3:9] = 1
    pair = (box(3, 4, 8, 6), None)
    got = mask_chain(tmp_path, pair, rasterize_kwargs=kwargs)
    assert (got == expected).all()
    got = build_mask((12, 14), (1, 1), None, None, pair, rasterize_kwargs=kwargs)
    assert (got == expected).all()


def test_b21_contains_leaves_the_contour_out(tmp_path):
    expected = np.zeros((12, 14), np.uint8)
    expected[5:6, 4:8] = 1
    pair = (box(3, 4, 8, 6), None)
    kwargs = {"alg": 2, "kwargs_alg": {"shapely_predicate": 2}}
    assert (mask_chain(tmp_path, pair, rasterize_kwargs=kwargs) == expected).all()


def test_b21_origin_none_without_polygons(tmp_path):
    assert (mask_chain(tmp_path, None) == 1).all()
    assert (mask_chain(tmp_path, (None, None)) == 1).all()


def test_b23_strip_size_none():
    check(Job(source(), turned(), resolution=(4, 3)), io_strip_size=None)
    check(
        Job(source(), turned(), resolution=(4, 3)), io_strip_size=None, tile_shape=None
    )


@pytest.mark.parametrize("kind", [list, tuple, np.array, "int32", "uint8"])
def test_b23_window_as_any_sequence(kind):
    win = ((2, 9), (3, 3))
    job = Job(source(), turned(), resolution=(4, 3), win=win)
    given = np.array(win, kind) if isinstance(kind, str) else kind(win)
    with opened(job) as arguments:
        data, mask = run(basic_grid_resampling_chain, job, {**arguments, "win": given})
    expected, valid = model(job)
    assert (mask == valid).all()
    np.testing.assert_allclose(data, expected, rtol=1e-12)
    assert (array_call(job, win=given)[1] == valid).all()


@pytest.mark.parametrize(
    "bands", [np.int64(2), np.uint8(2), [np.int16(2)], np.array([2]), np.array(2)]
)
def test_b23_band_numbers_of_numpy(bands):
    job = Job(source((2, 40, 44)), turned(), resolution=(4, 3), bands=2)
    with opened(job) as arguments:
        data, mask = run(
            basic_grid_resampling_chain, job, {**arguments, "array_src_bands": bands}
        )
    expected, valid = model(job)
    assert (mask == valid).all()
    np.testing.assert_allclose(data, expected, rtol=1e-12)
