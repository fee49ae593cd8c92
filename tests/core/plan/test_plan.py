import dataclasses
import pickle
import re

import numpy as np
import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.machine import MIB
from gridr_qgis.core.options import StripTarget
from gridr_qgis.core.plan.memory import STRIPS_IN_FLIGHT
from gridr_qgis.core.plan.plan import make_plan
from gridr_qgis.core.plan.rules import resolve
from helpers.data import noise, turned_grid, write_raster
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rasterio.windows import Window
from shapely.geometry import Polygon

quiet = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="session")
def resolved(tmp_path_factory):
    """A resolved job with an output of 20001 x 20001 pixels."""
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
    return resolve(job)


def change(resolved, window=None, **options):
    job = dataclasses.replace(resolved.job, **options)
    changed = dataclasses.replace(resolved, job=job)
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
def test_a_plan_keeps_the_limit(resolved, row, col, rows, cols, limit, threads):
    window = Window(col, row, cols, rows)
    plan = make_plan(change(resolved, window, memory_limit=limit + 8 * threads,
                            threads=threads))  # fmt: skip
    assert plan.layout.window == window
    memory = plan.memory
    assert memory.estimate <= memory.limit
    assert memory.source > 0
    held = min(STRIPS_IN_FLIGHT * plan.layout.strip_rows, rows)
    assert memory.strips == held * cols * 3


def test_automatic_strips_are_whole_blocks_of_the_output(resolved):
    plan = make_plan(resolved)
    assert plan.layout.strip_rows == 512
    assert plan.layout.tile_shape == (512, 1001)
    assert make_plan(change(resolved, memory_limit=60)).layout.strip_rows == 64


@pytest.mark.parametrize(
    ("size", "target", "rows"),
    [
        (0, StripTarget.INPUT, 20001),
        (2, StripTarget.INPUT, 2000),
        (2, StripTarget.OUTPUT, 2),
        (99, StripTarget.INPUT, 20001),
    ],
)
def test_strips_as_asked(resolved, size, target, rows):
    asked = {"strip_size": size, "strip_target": target, "memory_limit": 4000}
    assert make_plan(change(resolved, **asked)).layout.strip_rows == rows


def test_strips_of_grid_rows_have_the_pixels_of_rows(resolved):
    changed = change(resolved, strip_size=2, memory_limit=4000)
    changed = dataclasses.replace(changed, step=(500, 1000))
    assert make_plan(changed).layout.strip_rows == 1000


def test_a_limit_that_grows_is_twice_what_is_needed(resolved):
    with pytest.raises(GridrError, match="needs at least") as caught:
        make_plan(change(resolved, memory_limit=1))
    needed = int(re.search(r"at least (\d+) MiB", str(caught.value))[1])
    plan = make_plan(change(resolved, memory_limit=1, memory_limit_grows=True))
    assert 2 * (needed - 1) < plan.memory.limit / MIB <= 2 * needed
    assert plan.memory.estimate <= plan.memory.limit


def test_tiles_as_asked_stay_in_the_strip(resolved):
    asked = {"strip_size": 7, "strip_target": StripTarget.OUTPUT, "memory_limit": 4000}
    plan = make_plan(change(resolved, tile_shape=(50, 60), **asked))
    assert plan.layout.tile_shape == (7, 60)


def test_small_outputs_give_every_thread_work(resolved):
    plan = make_plan(change(resolved, Window(0, 0, 1001, 1001)))
    assert (
        sum(1 for strip in plan.layout.strips() for _ in plan.layout.tiles(strip)) >= 8
    )


def test_a_plan_travels_with_its_polygons_once(resolved):
    turns = np.linspace(0, 2 * np.pi, 300)
    circles = [
        Polygon(np.stack([x + np.cos(turns), 3 + np.sin(turns)], axis=1))
        for x in range(200)
    ]
    plan = make_plan(resolve(dataclasses.replace(resolved.job, valid_polygons=circles)))
    held = plan.resolved.polygons.nbytes()
    assert held > 200 * 300 * 16
    assert len(pickle.dumps(plan)) < 1.1 * held
