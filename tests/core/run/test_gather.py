import dataclasses

import numpy as np
import pytest
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.options import Job
from gridr_qgis.core.plan.memory import src_pixel_bytes
from gridr_qgis.core.plan.plan import make_plan
from gridr_qgis.core.plan.rules import resolve
from gridr_qgis.core.resample import resample_array
from gridr_qgis.core.run import tile
from gridr_qgis.core.run.gather import LARGEST_CELL, cell_shape, gather
from gridr_qgis.core.run.readers import Readers
from gridr_qgis.core.run.strip import Strip
from helpers.data import noise, read_raster, turned_grid, write_raster
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rasterio.windows import Window
from scipy import ndimage

METHODS = ["nearest", "linear", "cubic"]
BLOCKS = {"tiled": True, "blockxsize": 16, "blockysize": 32}
SHAPE = (100, 120)
WINDOW = Window(3, 2, 25, 17)
"""The part of the output that is gathered, of 20 x 30 pixels."""
quiet = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def scattered(tmp_path):
    """Function: nodes (2, 20, 30) -> a linear job on a noisy source with small blocks.

    Source pixels are even, output pixels without a value 1.
    """

    def scattered(nodes, **changes):
        src = noise(SHAPE, "int16") & ~1
        return Job(
            src=write_raster(tmp_path / "src.tif", src, **BLOCKS),
            grid=write_raster(tmp_path / "grid.tif", nodes),
            dst=str(tmp_path / "dst.tif"),
            interpolation="linear",
            dst_nodata=1,
            dst_dtype="float64",
            **changes,
        )

    return scattered


def anywhere(low=0.0, high=1.0):
    """Return nodes at random between shares of the source."""
    random = np.random.default_rng(5).uniform(low, high, (2, 20, 30))
    return random * (np.reshape(SHAPE, (2, 1, 1)) - 1)


def gathered(job, budget=10**4):
    """Gather the window; return the strip, the counts and the windows that are read."""
    resolved, windows = resolve(job), []
    strip = Strip.of(make_plan(resolved).layout, Window(0, 0, 30, 20))
    strip.data[:], strip.valid[:] = 77, True
    with Readers(resolved) as readers:

        def read(window):
            windows.append(window)
            return readers.source.read(window)

        nodes = readers.grid.read(WINDOW)
        counts = gather(resolved, read, nodes, WINDOW, strip, budget)
    return strip, counts, windows


def part(array):
    rows, cols = WINDOW.toslices()
    return array[..., rows, cols]


@pytest.mark.parametrize("budget", [1, 300, 10**4, 10**9])
def test_scattered_positions_give_what_scipy_gives(scattered, budget):
    nodes = anywhere()
    job = scattered(nodes)
    strip, counts, _ = gathered(job, budget)
    src = read_raster(job.src)[0].astype(float)
    expected = ndimage.map_coordinates(src, part(nodes), order=1)
    np.testing.assert_allclose(part(strip.data)[0], expected, rtol=0, atol=1e-7)
    assert part(strip.valid).all()
    assert counts[:2] == (25 * 17, 0)


def test_pixels_around_the_window_are_left_alone(scattered):
    strip, *_ = gathered(scattered(anywhere()))
    part(strip.data)[:], part(strip.valid)[:] = 77, True
    assert (strip.data == 77).all()
    assert strip.valid.all()


def test_positions_that_are_nowhere_are_invalid(scattered):
    nodes = anywhere()
    nodes[0, 4, 5], nodes[1, 6, 7] = np.nan, 1e300
    nodes[0, 8, 9] = -0.6
    strip, counts, _ = gathered(scattered(nodes))
    invalid = np.zeros((20, 30), bool)
    invalid[[4, 6, 8], [5, 7, 9]] = True
    assert (strip.valid == ~invalid).all()
    assert (strip.data[0, invalid] == 1).all()
    assert counts[:2] == (25 * 17 - 3, 0)


def test_valid_pixels_that_equal_nodata_are_counted(scattered):
    nodes = np.rint(anywhere())
    src = read_raster(scattered(nodes).src)[0]
    values = src[tuple(part(nodes).astype(int))]
    common = int(np.unique(values)[0])
    _, counts, _ = gathered(dataclasses.replace(scattered(nodes), dst_nodata=common))
    assert counts[:2] == (25 * 17, (values == common).sum())


def test_each_cell_of_the_source_is_read_once(scattered):
    nodes = anywhere()
    job = scattered(nodes)
    budget = 500 * src_pixel_bytes(resolve(job))
    cell, margin = cell_shape(resolve(job), budget), resolve(job).method.margin
    *_, windows = gathered(job, budget)
    keys = part(nodes).reshape(2, -1) // np.reshape(cell, (2, 1))
    assert len(windows) == len(np.unique(keys, axis=1).T) > 30
    for window in windows:
        assert window.height <= cell[0] + 2 * margin + 1
        assert window.width <= cell[1] + 2 * margin + 1


@pytest.mark.parametrize("nodes", [anywhere(5, 6), np.full((2, 20, 30), np.nan)])
def test_nothing_is_read_for_positions_beside_the_source(scattered, nodes):
    strip, counts, windows = gathered(scattered(nodes))
    assert windows == []
    assert counts[:2] == (0, 0)
    assert not part(strip.valid).any()
    assert (part(strip.data) == 1).all()


sizes = st.integers(1, 3000)


@quiet
@given(st.tuples(sizes, sizes), st.tuples(sizes, sizes), st.integers(1, 10**8))
def test_cells_are_blocks_of_the_source_within_the_budget(plain_job, shape, block,
                                                          budget):  # fmt: skip
    resolved = resolve(plain_job)
    header = dataclasses.replace(resolved.src, shape=shape, block_shape=block)
    resolved = dataclasses.replace(resolved, src=header)
    rows, cols = cell_shape(resolved, budget)
    assert 1 <= rows <= shape[0]
    assert 1 <= cols <= shape[1]
    assert rows * cols * src_pixel_bytes(resolved) <= budget or (rows, cols) == (1, 1)
    for cell, whole, own in zip((rows, cols), shape, block):
        assert cell <= own or cell == whole or cell % own == 0
    for size, whole, own in zip(cell_shape(resolved, 10**12), shape, block):
        assert size == whole or (size % own == 0 and size <= max(own, LARGEST_CELL))


def test_a_budget_of_one_block_gives_cells_of_one_block(plain_job):
    resolved = resolve(plain_job)
    src = dataclasses.replace(resolved.src, shape=(100, 120), block_shape=(32, 16))
    resolved = dataclasses.replace(resolved, src=src)
    assert cell_shape(resolved, 32 * 16 * src_pixel_bytes(resolved)) == (32, 16)


# In a run


def run(job, **changes):
    job = dataclasses.replace(job, **changes)
    resample_dataset(job)
    return read_raster(job.dst), read_raster(job.dst_mask)[0].astype(bool)


@pytest.mark.parametrize("angle", [0, 45, 90])
@pytest.mark.parametrize("method", METHODS)
def test_gathering_gives_the_same_bits(job, tmp_path, method, angle, monkeypatch):
    nodes = turned_grid((11, 14), (7, 5), angle, (35, 45))
    turned = write_raster(tmp_path / "turned.tif", nodes)
    job = dataclasses.replace(job, grid=turned)
    data, valid = run(job, interpolation=method)
    calls = []

    def gather(*arguments):
        calls.append(1)
        return real(*arguments)

    real = tile.gather
    monkeypatch.setattr(tile, "gather", gather)
    monkeypatch.setattr(tile, "SCATTERED", 0.0)
    monkeypatch.setattr(tile, "_read_bytes", lambda *_: 10**12)
    again, valid_again = run(job, interpolation=method)
    assert calls
    assert (valid == valid_again).all()
    assert (data == again).all()


def test_scattered_positions_are_gathered(tmp_path):
    src = noise((900, 900), "float64")
    nodes = np.random.default_rng(0).uniform(0, 899, (2, 130, 150))
    job = Job(
        src=write_raster(tmp_path / "src.tif", src, tiled=True),
        grid=write_raster(tmp_path / "grid.tif", nodes),
        dst=str(tmp_path / "dst.tif"),
        dst_mask=str(tmp_path / "mask.tif"),
        memory_limit=29,
        threads=2,
    )
    expected, expected_valid = resample_array(src, *nodes)
    data, valid = run(job)
    assert (valid == expected_valid).all()
    assert np.array_equal(data[0], expected, equal_nan=True)
