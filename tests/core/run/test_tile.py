import dataclasses
import pickle

import numpy as np
import pytest
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.errors import Cancelled
from gridr_qgis.core.feedback import Feedback
from gridr_qgis.core.kernels.loading import plain_seconds
from gridr_qgis.core.plan.layout import MINIMAL_TILE
from gridr_qgis.core.plan.memory import (
    GATHER_SHARE,
    gather_pixel_bytes,
    src_pixel_bytes,
)
from gridr_qgis.core.plan.plan import make_plan
from gridr_qgis.core.plan.rules import resolve
from gridr_qgis.core.run import tile as tile_module
from gridr_qgis.core.run.readers import Readers
from gridr_qgis.core.run.strip import Strip
from gridr_qgis.core.run.tile import compute_tile, fill_tile, pieces, run_plan
from gridr_qgis.core.window import window_shape
from helpers.data import dense_positions, read_raster, turned_grid, write_raster
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rasterio.windows import Window
from scipy import ndimage

quiet = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def plan(job):
    """A plan of the turned job, in tiles of 20 x 30 pixels."""
    return make_plan(resolve(dataclasses.replace(job, tile_shape=(20, 30), threads=2)))


@pytest.fixture
def big_plan(job, tmp_path):
    """A plan of a turned grid that gives 300 x 400 pixels."""
    grid = turned_grid((300, 400), (1 / 6, 1 / 6), 30, (35, 45))
    job = dataclasses.replace(
        job, grid=write_raster(tmp_path / "b.tif", grid), row_step=1, col_step=1
    )
    return make_plan(resolve(job))


def with_source_bytes(plan, size):
    return dataclasses.replace(plan, memory=plan.memory._replace(source=size))


def pieces_of(plan, window):
    with Readers(plan.resolved) as readers:
        nodes = readers.grid.read(window)
        return list(pieces(plan, readers.source, nodes, window))


def covered(parts, shape):
    """Return how many of some windows hold each pixel."""
    times = np.zeros(shape, int)
    for part in parts:
        times[part.window.toslices()] += 1
    return times


@quiet
@given(
    st.integers(0, 200), st.integers(0, 300), st.integers(1, 100), st.integers(1, 100),
    st.floats(0, 17),
)  # fmt: skip
def test_pieces_hold_a_window_once_within_the_memory(big_plan, row, col, rows, cols,
                                                     magnitude):  # fmt: skip
    plan = with_source_bytes(big_plan, int(2**magnitude))
    window = Window(col, row, cols, rows)
    parts = pieces_of(plan, window)
    times = covered(parts, (300, 400))
    assert times[window.toslices()].min() == 1
    assert times.sum() == rows * cols
    for part in parts:
        if part.src_window is not None:
            height, width = window_shape(part.src_window)
            size = height * width * src_pixel_bytes(plan.resolved)
            assert size <= plan.memory.source


def test_what_fits_the_memory_is_one_piece(big_plan):
    window = Window(10, 20, 300, 200)
    (piece,) = pieces_of(with_source_bytes(big_plan, 10**9), window)
    assert piece.window == window
    assert not piece.scattered
    assert piece.src_window is not None


def test_neighbours_are_cut_and_scattered_pixels_gathered(big_plan, job, tmp_path):
    window = Window(0, 0, 200, 200)
    cut = pieces_of(with_source_bytes(big_plan, 10_000), window)
    assert len(cut) > 1
    assert not any(piece.scattered for piece in cut)
    nodes = np.random.default_rng(0).uniform(0, 69, (2, 200, 200))
    grid = write_raster(tmp_path / "scattered.tif", nodes)
    one = dataclasses.replace(job, grid=grid, row_step=1, col_step=1)
    plan = with_source_bytes(make_plan(resolve(one)), 10_000)
    parts = pieces_of(plan, window)
    most = GATHER_SHARE * 10_000 / gather_pixel_bytes(plan.resolved)
    assert (covered(parts, (200, 200)) == 1).all()
    for piece in parts:
        assert piece.scattered
        assert piece.src_window is None
        rows, cols = window_shape(piece.window)
        assert rows * cols <= max(most, MINIMAL_TILE**2)


def test_a_tile_beside_the_source_reads_nothing(job):
    far = resolve(dataclasses.replace(job, shift=(1000.0, 0.0)))
    plan = make_plan(far)
    (piece,) = pieces_of(plan, Window(0, 0, 9, 9))
    assert piece.src_window is None
    assert not piece.scattered
    result = compute_tile(plan, Window(3, 4, 5, 6))
    assert not result.valid.any()
    assert (result.data == -9999).all()
    assert result.tally.valid == 0
    assert result.tally.survey.bounds[0] > 900


def test_a_tile_is_what_scipy_makes_of_its_positions(job):
    plan = make_plan(resolve(dataclasses.replace(job, interpolation="linear",
                                                 dst_dtype="float64")))  # fmt: skip
    tile = Window(12, 20, 30, 40)
    result = compute_tile(plan, tile)
    rows, cols = tile.toslices()
    positions = dense_positions(read_raster(job.grid), (7, 5))[:, rows, cols]
    assert result.data.shape == (2, 40, 30)
    assert result.valid.any()
    assert result.tally.valid == result.valid.sum()
    for band, got in zip(read_raster(job.src).astype(float), result.data):
        expected = ndimage.map_coordinates(band, positions[:, result.valid], order=1)
        np.testing.assert_allclose(got[result.valid], expected, rtol=0, atol=1e-6)


def test_a_tile_fills_its_part_of_the_strip_alone(plan):
    strip = Strip.of(plan.layout, Window(0, 10, 66, 50))
    strip.data[:], strip.valid[:] = 77, True
    tile = Window(20, 15, 30, 20)
    with Readers(plan.resolved) as readers:
        tally = fill_tile(plan, tile, readers, strip, lambda: True)
    alone = compute_tile(plan, tile)
    here = np.s_[5:25, 20:50]
    assert tally == alone.tally
    assert (strip.data[(slice(None), *here)] == alone.data).all()
    assert (strip.valid[here] == alone.valid).all()
    strip.data[(slice(None), *here)] = 77
    strip.valid[here] = True
    assert (strip.data == 77).all()
    assert strip.valid.all()


def test_a_tile_that_shall_not_go_on_reads_no_pixel(plan, monkeypatch):
    tile = Window(20, 15, 30, 20)
    with Readers(plan.resolved) as readers:
        monkeypatch.setattr(readers.source.reader, "read", None)
        strip = Strip.of(plan.layout, tile)
        with pytest.raises(Cancelled):
            fill_tile(plan, tile, readers, strip, lambda: False)


def asked(plan, tile):
    """Return how often a tile asks whether to go on."""
    answers = []
    with Readers(plan.resolved) as readers:
        strip = Strip.of(plan.layout, tile)
        fill_tile(plan, tile, readers, strip, lambda: not answers.append(1))
    return len(answers)


def test_what_numpy_takes_long_for_is_cut(plan, job, monkeypatch):
    tile = Window(20, 15, 30, 20)
    assert asked(plan, tile) == 2
    seconds = plain_seconds(30, 2, plan.resolved.method.support)
    monkeypatch.setattr(tile_module, "LONGEST_CALL", 5.5 * seconds)
    whole = compute_tile(plan, tile)
    assert asked(plan, tile) == 1 + 4
    spline = dataclasses.replace(job, interpolation="bspline3", tile_shape=(20, 30))
    assert asked(make_plan(resolve(spline)), tile) > 1 + 4 + 2
    monkeypatch.setattr(tile_module, "LONGEST_CALL", 0.0)
    assert asked(plan, tile) == 1 + 20
    assert (compute_tile(plan, tile).data == whole.data).all()


def test_a_plan_is_run_strip_by_strip_and_its_tiles_are_counted(plan):
    plan = dataclasses.replace(
        plan, layout=dataclasses.replace(plan.layout, strip_rows=20)
    )
    data, valid, rows = np.zeros((2, 71, 66)), np.zeros((71, 66), bool), []

    def write(strip, its_data, its_valid):
        rows.append(strip.row_off)
        data[(slice(None), *strip.toslices())] = its_data
        valid[strip.toslices()] = its_valid

    with Readers(plan.resolved) as readers:
        tally = run_plan(plan, readers, write, Feedback())
    assert rows == [0, 20, 40, 60]
    whole = compute_tile(plan, plan.layout.window)
    assert (data == whole.data).all()
    assert (valid == whole.valid).all()
    assert tally.valid == valid.sum() == whole.tally.valid
    assert tally.survey[:9] == whole.tally.survey[:9]


def run(job):
    resample_dataset(job)
    return read_raster(job.dst), read_raster(job.dst_mask)[0].astype(bool)


def test_a_job_travels(job):
    data, valid = run(job)
    plan = pickle.loads(pickle.dumps(make_plan(resolve(job))))
    for strip in plan.layout.strips():
        for window in plan.layout.tiles(strip):
            result = pickle.loads(pickle.dumps(compute_tile(plan, window)))
            rows, cols = window.toslices()
            assert (result.data == data[:, rows, cols]).all()
            assert (result.valid == valid[rows, cols]).all()
