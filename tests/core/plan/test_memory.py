import dataclasses
from dataclasses import replace

import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.machine import MIB, default_memory_limit, run_space
from gridr_qgis.core.options import MaskJob
from gridr_qgis.core.plan import memory
from gridr_qgis.core.plan.layout import Layout
from gridr_qgis.core.plan.memory import (
    CACHE_SIZES,
    HEAP,
    OVERHEAD,
    STRIPS_IN_FLIGHT,
    THREAD_OVERHEAD,
    check_limit,
    gather_pixel_bytes,
    job_costs,
    least_source_bytes,
    limit_bytes,
    mask_costs,
    share,
    src_pixel_bytes,
    tile_bytes,
    within_space,
)
from gridr_qgis.core.plan.resolved import ResolvedMaskJob
from gridr_qgis.core.polygons.frame import pixel_frame
from gridr_qgis.core.polygons.mask import polygon_mask
from helpers.headers import GRID, SRC, header, resolved
from hypothesis import given
from hypothesis import strategies as st
from rasterio.windows import Window
from shapely.geometry import box

BIG = replace(SRC, shape=(30_000, 40_000), nodata=(None, None))
"""Of an int16 and a byte band, read as int16."""
WIDE = replace(GRID, shape=(3001, 2001))
SPLINE = {"interpolation": "bspline3"}
shapes = st.tuples(st.integers(1, 1100), st.integers(1, 1100))


def big(**asked):
    """Return a resolved job of a large source and a large grid."""
    return resolved(src=BIG, grid=WIDE, dst_nodata=0, **asked)


def layout_of(job, rows, tile, threads):
    return Layout(job.window, rows, tile, threads, job.dst_dtype, job.order)


# A limit divided


@given(st.integers(1, 600), shapes, st.integers(1, 16), st.integers(0, 2**31),
       st.sampled_from([{}, SPLINE, {"trust_padding": True, "boundary": "edge"}]),
       st.floats(0, 100))  # fmt: skip
def test_an_estimate_keeps_its_limit_however_it_is_divided(
    rows, tile, threads, spare, asked, need
):
    job = big(**asked)
    limit = job_costs(job).least(rows, tile, threads) + spare
    plan = share(job, layout_of(job, rows, tile, threads), limit, need)
    assert plan.limit == limit
    assert plan.estimate <= limit
    assert CACHE_SIZES[0] <= plan.cache <= CACHE_SIZES[1]
    assert plan.source >= least_source_bytes(job) > 0
    assert 0 < plan.expected <= plan.source
    parts = plan.strips + plan.cache + threads * (plan.tile + plan.expected)
    assert parts < plan.estimate


@given(st.integers(0, 2**30), st.integers(0, 2**30), st.floats(0, 9), st.floats(0, 9))
def test_more_memory_or_more_need_never_leave_less_room_for_the_source(
    spare, more, need, other
):
    job = big()
    layout = layout_of(job, 256, (256, 256), 2)
    least = job_costs(job).least(256, (256, 256), 2) + spare
    plan = share(job, layout, least, min(need, other))
    assert share(job, layout, least + more, min(need, other)).source >= plan.source
    assert share(job, layout, least, max(need, other)).source >= plan.source


def test_a_small_source_is_not_expected_to_need_more_than_itself():
    job = resolved(grid=WIDE, dst_nodata=0)
    plan = share(job, layout_of(job, 64, (64, 64), 1), 2**30, 100.0)
    own = 40 * 50 * src_pixel_bytes(job)
    assert plan.expected <= least_source_bytes(job) + own
    assert plan.estimate < 2**26


# The costs of a run


def test_a_row_costs_its_pixels_in_all_strips_in_flight():
    # two bands of int16 and a byte that says whether they are valid
    assert job_costs(big()).row == STRIPS_IN_FLIGHT * 2001 * (2 * 2 + 1)
    three = big(src_indexes=(1, 2, 1), dst_dtype="float64")
    assert job_costs(three).row == STRIPS_IN_FLIGHT * 2001 * (3 * 8 + 1)


@given(st.integers(1, 999), shapes, st.integers(1, 16), st.integers(0, 99))
def test_a_run_needs_more_for_more_rows_pixels_and_threads(rows, tile, threads, more):
    costs = job_costs(big())
    least = costs.least(rows, tile, threads)
    wider = tile[0], tile[1] + more
    assert costs.least(rows + more, tile, threads) == least + more * costs.row
    assert costs.least(rows, wider, threads) >= least
    assert costs.least(rows, tile, threads + more) >= least + more * THREAD_OVERHEAD


def test_polygons_are_held_once_and_painted_per_thread():
    polygons = [box(x, 0, x + 9, 9) for x in range(500)]
    plain, given_some = big(), big(valid_polygons=polygons)
    held = given_some.polygons.nbytes()
    assert held >= 500 * 5 * 16
    assert job_costs(plain).fixed == OVERHEAD
    assert job_costs(given_some).fixed == OVERHEAD + held
    painted = job_costs(given_some).tile((9, 9)) - job_costs(plain).tile((9, 9))
    assert painted == given_some.polygons.window_bytes((0, 0)) > 0


@given(shapes)
def test_a_tile_of_a_mask_costs_its_pixels_and_those_of_polygons(shape):
    job = MaskJob("dst.tif", "grid")
    plain = ResolvedMaskJob(job, GRID, None, (4, 3), Window(0, 0, 16, 17), None, 1)
    polygons = polygon_mask(box(0, 0, 9, 9), None, pixel_frame((0, 0)))
    costs, painted = (
        mask_costs(dataclasses.replace(plain, polygons=given))
        for given in (None, polygons)
    )
    assert costs.tile(shape) == 3 * shape[0] * shape[1]
    assert painted.tile(shape) == costs.tile(shape) + polygons.window_bytes(shape)
    assert painted.fixed == costs.fixed + polygons.nbytes()
    # one byte a pixel, and no source to read
    assert (costs.row, costs.source) == (STRIPS_IN_FLIGHT * 16, 0)


@given(shapes, st.integers(1, 20), st.integers(1, 20))
def test_a_tile_holds_its_nodes_and_the_values_of_a_pass(shape, row_step, col_step):
    job = big(row_step=row_step, col_step=col_step)
    rows, cols = shape
    nodes = -(-(rows - 1) // row_step) + 1, -(-(cols - 1) // col_step) + 1
    coordinates = 2 * 8 * nodes[0] * nodes[1]
    values = 8 * 2 * min(rows * cols, max(4096, cols))
    size = tile_bytes(job, shape)
    assert coordinates + values < size
    taller = tile_bytes(job, (rows + 1, cols))
    assert size <= taller <= tile_bytes(job, (rows + 1, cols + 1))


def test_nodes_of_a_tile_are_as_far_apart_as_the_resolution_says():
    job = big(row_step=100, col_step=1)
    more_nodes = tile_bytes(job, (1, 1001)) - tile_bytes(job, (1001, 1))
    assert more_nodes > 2 * 8 * (1001 - 11)


@given(st.integers(0, 2**40), st.integers(0, 2**20))
def test_a_thread_takes_its_arrays_and_what_the_heap_keeps_of_them(arrays, more):
    thread = job_costs(big()).thread
    size = thread(arrays)
    assert arrays + THREAD_OVERHEAD <= size <= arrays + THREAD_OVERHEAD + HEAP
    assert thread(arrays + more) >= size + more


def test_the_heap_keeps_more_than_small_arrays_and_some_mib_of_large_ones():
    thread = job_costs(big()).thread
    assert thread(8 * MIB) == (8 + 10) * MIB + THREAD_OVERHEAD
    assert thread(100 * MIB) == (100 + 15) * MIB + THREAD_OVERHEAD


def test_the_heap_keeps_nothing_of_what_is_filtered():
    filtered = job_costs(big(antialias="lanczos", oversampling_row=3)).thread
    assert filtered(8 * MIB) == 8 * MIB + THREAD_OVERHEAD


# A source pixel


def mask_of(dtype):
    return None, header("mask", BIG.shape, dtype)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, 2 * 2 + 1),
        ({"src_indexes": (2, 2)}, 2 + 1),
        ({"src_validity": "dataset_mask"}, 2 * 2 + 1 + 2),
        ({"masks": mask_of("uint8")}, 2 * 2 + 1 + 1 + 1),
        ({"masks": mask_of("float32")}, 2 * 2 + 1 + 1 + 4),
        ({"valid_polygons": []}, 2 * 2 + 1 + 2),
        ({"trust_padding": True, "boundary": "edge"}, 2 * (2 * 2 + 1)),
        (SPLINE, 2 * 2 + 1 + 16 * 2),
        ({**SPLINE, "src": replace(BIG, nodata=(None, 5.0))}, 2 * (4 + 1) + 16 * 2),
        ({**SPLINE, "src": replace(BIG, dtypes=("uint8", "float32"))},
         2 * (8 + 1) + 16 * 2),
    ],
)  # fmt: skip
def test_a_source_pixel_takes_its_bands_and_its_masks(asked, expected):
    job = resolved(**{"src": BIG, "grid": WIDE, "dst_nodata": 0, **asked})
    assert src_pixel_bytes(job) == expected


def test_a_gathered_pixel_takes_its_values_twice():
    one, two = big(src_indexes=(1,)), big()
    assert gather_pixel_bytes(two) - gather_pixel_bytes(one) == 2 * 8


def test_a_spline_needs_more_of_the_source_at_least():
    sizes = [least_source_bytes(big(**asked)) for asked in ({}, SPLINE)]
    holes = resolved(src=replace(BIG, nodata=(1.0, 1.0)), grid=WIDE, **SPLINE)
    assert sizes == sorted(sizes)
    assert least_source_bytes(holes) > sizes[1]
    tiny = replace(SRC, shape=(3, 4), nodata=(None, None))
    assert least_source_bytes(resolved(src=tiny, dst_nodata=0)) < sizes[0]


# Limits


@given(st.integers(1, 2**40), st.integers(1, 2**40))
def test_a_limit_is_refused_below_what_is_needed(limit, needed):
    if limit >= needed:
        check_limit(limit, needed, 3, "fewer")
        return
    with pytest.raises(GridrError, match="is too small: this run needs at least"):
        check_limit(limit, needed, 3, "fewer")


def test_the_refusal_names_a_limit_that_is_enough():
    with pytest.raises(GridrError) as refusal:
        check_limit(20 * MIB, 29 * MIB + 1, 3, "fewer threads or smaller strips")
    assert str(refusal.value) == (
        "The memory limit of 20 MiB is too small: this run needs at least 30 MiB with "
        "3 thread(s). Raise the limit, or use fewer threads or smaller strips."
    )
    check_limit(30 * MIB, 29 * MIB + 1, 3, "fewer")


def test_a_limit_is_asked_for_in_mib_or_that_of_the_machine():
    assert limit_bytes(7) == 7 * 2**20
    assert limit_bytes(None) == default_memory_limit() * 2**20
    for asked in (0, -5):
        with pytest.raises(GridrError, match=f"at least 1 MiB, got {asked}."):
            limit_bytes(asked)


def test_a_limit_is_cut_to_what_the_system_gives(monkeypatch):
    def within(left):
        monkeypatch.setattr(memory, "address_space", lambda: left)
        return within_space(100 * MIB, 60 * MIB, 3, "fewer")

    besides = run_space(3)
    assert within(None) == within(2**40) == 100 * MIB
    assert within(besides + 70 * MIB) == 70 * MIB
    assert within(besides + 60 * MIB) == 60 * MIB
    with pytest.raises(GridrError) as error:
        within(besides + 60 * MIB - 1)
    assert str(error.value) == (
        f"The system lets this process take {besides // MIB + 59} MiB of memory more "
        f"(ulimit -v), and this run needs {besides // MIB + 60} with 3 thread(s). "
        "Raise that limit, or use fewer."
    )
