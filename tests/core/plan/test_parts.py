import time
import tracemalloc

import numpy as np
import pytest
from gridr_qgis.core.grid.grid import Grid
from gridr_qgis.core.plan import parts
from gridr_qgis.core.plan.parts import costs_of, part_windows, shape_of
from gridr_qgis.core.window import window_of, window_ranges
from helpers.headers import header, resolved


def case(shape, step=100, scale=1.0, first=(0.0, 0.0), **asked):
    """Return a job over a source of a shape, and a grid that reads it straight."""
    nodes = [-(-size // step) + 1 for size in shape]
    rows, cols = np.indices(nodes) * step * scale
    grid = header("grid", tuple(nodes), "float64", "float64")
    job = resolved(
        header("src", shape, "uint8"), grid, row_step=step, col_step=step, **asked
    )
    return job, Grid.of_arrays(rows + first[0], cols + first[1], (step, step))


@pytest.mark.parametrize("threads", [1, 3, 16])
@pytest.mark.parametrize("window", [None, ((130, 5000), (1, 4097))])
def test_parts_hold_each_pixel_once(monkeypatch, threads, window):
    monkeypatch.setattr(parts, "LEAST_PIXELS", 1)
    job, grid = case((6000, 5000), window=window)
    windows = part_windows(job, grid, threads)
    seen = np.zeros((6101, 5101), int)
    for part in windows:
        (top, bottom), (left, right) = window_ranges(part)
        seen[top:bottom, left:right] += 1
        # whole blocks, but for the end
        (row, row_stop), (col, col_stop) = window_ranges(job.window)
        assert (top - row) % 256 == (left - col) % 256 == 0
        assert bottom == row_stop or (bottom - row) % 256 == 0
        assert right == col_stop or (right - col) % 256 == 0
    (row, row_stop), (col, col_stop) = window_ranges(job.window)
    assert (seen[row:row_stop, col:col_stop] == 1).all()
    assert seen.sum() == (row_stop - row) * (col_stop - col)
    assert len(windows) == 4 * threads
    assert windows == sorted(windows, key=lambda part: (part.row_off, part.col_off))
    rows, cols = shape_of(windows)
    assert rows == max(part.height for part in windows)
    assert cols == max(part.width for part in windows)


def test_small_outputs_have_few_parts():
    assert len(part_windows(*case((400, 400)), 8)) == 1
    assert len(part_windows(*case((2048, 2048)), 8)) == 4


def test_a_block_is_not_cut(monkeypatch):
    monkeypatch.setattr(parts, "LEAST_PIXELS", 1)
    assert len(part_windows(*case((400, 400)), 50)) == 4


def test_large_outputs_have_parts_of_a_limited_cost():
    job, grid = case((60_000, 60_000), 1000)
    windows = part_windows(job, grid, 1)
    costs = costs_of(job, grid)
    assert len(windows) > 4
    assert max(map(costs.of, windows)) < 1.2 * parts.MOST_COST
    splines, _ = case((60_000, 60_000), 1000, interpolation="bspline11")
    assert len(part_windows(splines, grid, 1)) > 1.5 * len(windows)


def test_costs_add_up_and_follow_what_is_read():
    # the right half of the output lies beside the source
    job, grid = case((8000, 8000), first=(0, 4000))
    costs = costs_of(job, grid)
    whole = costs.of(job.window)
    left, right = (
        costs.of(window_of(((0, 8001), cols))) for cols in ((0, 4000), (4000, 8001))
    )
    assert left + right == pytest.approx(whole)
    assert left > 4 * right
    inner = costs.of(window_of(((100, 133), (7, 2000))))
    halves = [
        costs.of(window_of(((100, 133), cols))) for cols in ((7, 991), (991, 2000))
    ]
    assert sum(halves) == pytest.approx(inner)
    shrunk, its = case((8000, 8000), scale=3.0)
    assert costs_of(shrunk, its).of(window_of(((0, 500), (0, 500)))) > 2 * costs.of(
        window_of(((0, 500), (0, 500)))
    )


def test_parts_that_read_nothing_are_larger():
    job, grid = case((8000, 8000), first=(0, 4000))
    windows = part_windows(job, grid, 4)
    beside = [part.height * part.width for part in windows if part.col_off >= 4096]
    inside = [part.height * part.width for part in windows if part.col_off < 3800]
    assert min(beside) > 2 * max(inside)
    costs = costs_of(job, grid)
    shares = [costs.of(part) for part in windows]
    assert max(shares) < 2.5 * min(shares)


def test_parts_of_a_giant_take_little_time_and_memory():
    job, grid = case((200_000, 200_000), 2000)
    tracemalloc.start()
    start = time.perf_counter()
    windows = part_windows(job, grid, 64)
    seconds = time.perf_counter() - start
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(windows) >= 256
    assert seconds < 2
    assert peak < 100 * 2**20
