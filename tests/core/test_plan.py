import dataclasses

import numpy as np
import pytest
from gridr_qgis.core.feedback import Feedback
from gridr_qgis.core.memory import MIB, STRIPS_IN_FLIGHT, default_limit, row_bytes
from gridr_qgis.core.options import StripTarget
from gridr_qgis.core.plan import make_plan
from gridr_qgis.core.task import decide
from gridr_qgis.core.window import window_relative, window_shape, window_slices
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rasterio.windows import Window
from synthetic import noise, turned_grid, write_raster

quiet = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="session")
def task(tmp_path_factory):
    """A task with an output of 20001 x 20001 pixels."""
    from gridr_qgis.core.options import Job

    folder = tmp_path_factory.mktemp("plan")
    job = Job(
        src=write_raster(folder / "src.tif", noise((20, 30))),
        grid=write_raster(folder / "grid.tif", turned_grid((21, 21), (1000, 1000))),
        dst=str(folder / "dst.tif"),
        row_step=1000,
        col_step=1000,
        threads=2,
        memory_limit=256,
    )
    return decide(job, Feedback())


def change(task, window=None, **options):
    job = dataclasses.replace(task.job, **options)
    changed = dataclasses.replace(task, job=job)
    if "threads" in options:
        changed = dataclasses.replace(changed, threads=options["threads"])
    return changed if window is None else dataclasses.replace(changed, window=window)


@quiet
@given(
    st.integers(0, 500),
    st.integers(0, 500),
    st.integers(1, 5000),
    st.integers(1, 5000),
    st.integers(40, 3000),
    st.integers(1, 8),
)
def test_tiles_hold_the_window_once_within_the_limit(
    task, row, col, rows, cols, limit, threads
):
    window = Window(col, row, cols, rows)
    plan = make_plan(change(task, window, memory_limit=limit + 8 * threads,
                            threads=threads))  # fmt: skip
    pixels = 0
    next_row = row
    for strip in plan.strips():
        assert (strip.row_off, strip.col_off, strip.width) == (next_row, col, cols)
        next_row += strip.height
        covered = np.zeros(window_shape(strip), np.uint8)
        for tile in plan.tiles(strip):
            covered[window_slices(window_relative(tile, strip))] += 1
        assert (covered == 1).all()
        pixels += covered.size
    assert pixels == rows * cols
    memory = plan.memory
    assert memory.estimate <= memory.limit
    assert memory.source > 0
    assert memory.strips == STRIPS_IN_FLIGHT * plan.strip_rows * cols * 3


def test_automatic_strips_are_whole_blocks_of_the_output(task):
    plan = make_plan(task)
    assert plan.strip_rows == 512
    assert plan.tile_shape == (512, 1001)
    assert make_plan(change(task, memory_limit=60)).strip_rows == 64


@pytest.mark.parametrize(
    "size, target, rows",
    [
        (0, StripTarget.INPUT, 20001),
        (2, StripTarget.INPUT, 2000),
        (2, StripTarget.OUTPUT, 2),
        (99, StripTarget.INPUT, 20001),
    ],
)
def test_strips_as_asked(task, size, target, rows):
    asked = {"strip_size": size, "strip_target": target, "memory_limit": 4000}
    assert make_plan(change(task, **asked)).strip_rows == rows


def test_tiles_as_asked_stay_in_the_strip(task):
    asked = {"strip_size": 7, "strip_target": StripTarget.OUTPUT, "memory_limit": 4000}
    plan = make_plan(change(task, tile_shape=(50, 60), **asked))
    assert plan.tile_shape == (7, 60)


def test_small_outputs_give_every_thread_work(task):
    plan = make_plan(change(task, Window(0, 0, 1001, 1001)))
    assert sum(1 for strip in plan.strips() for _ in plan.tiles(strip)) >= 8


def test_row_bytes(task):
    assert row_bytes(task) == STRIPS_IN_FLIGHT * 20001 * (2 + 1)


def test_default_limit_is_a_share_of_the_machine():
    assert 256 <= default_limit() <= 2048


def test_the_plan_can_be_read(task):
    plan = make_plan(task)
    text = "\n".join(plan.describe())
    assert "20001 rows x 20001 columns" in text
    assert "40 strip(s) of up to 512 rows with 20 tile(s)" in text
    assert f"of the {plan.memory.limit // MIB} MiB allowed" in text
