import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar

import numpy as np
import pytest
import rasterio
from gridr_qgis.core.errors import Cancelled
from gridr_qgis.core.feedback import Feedback
from gridr_qgis.core.plan.layout import Layout
from gridr_qgis.core.plan.memory import STRIPS_IN_FLIGHT
from gridr_qgis.core.raster.cache import gdal_cache
from gridr_qgis.core.run import threads
from gridr_qgis.core.run.tally import Tally
from gridr_qgis.core.run.threads import run_tiles
from gridr_qgis.core.window import window_relative, window_slices
from helpers.recording import Log
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio._env import get_gdal_config
from rasterio.env import getenv
from rasterio.windows import Window

WINDOW = Window(5, 3, 20, 30)


def layout_of(rows=4, tile=(2, 7), workers=3, window=WINDOW):
    return Layout(window, rows, tile, workers, "int32", (0,), 0.0)


def number(tile, strip, goes_on=None):
    """Number the pixels of a tile by their place in the full output."""
    row, col = np.indices((tile.height, tile.width))
    place = window_slices(window_relative(tile, strip.window))
    strip.data[(0, *place)] = 1000 * (row + tile.row_off) + col + tile.col_off
    strip.valid[place] = True
    return Tally(valid=tile.height * tile.width)


def ignore(*_):
    """Write nothing."""


def numbers(window=WINDOW):
    row, col = np.indices((window.height, window.width))
    return 1000 * (row + window.row_off) + col + window.col_off


sides = st.integers(1, 12)


@settings(max_examples=40)
@given(sides, st.tuples(sides, sides), st.integers(1, 4), sides, sides)
def test_every_pixel_is_written_once_whatever_the_layout(rows, tile, workers, height,
                                                         width):  # fmt: skip
    window, written = Window(5, 3, width, height), []

    def write(strip, data, valid):
        assert valid.all()
        written.append(data[0].copy())

    tally = run_tiles(layout_of(rows, tile, workers, window), number, write, Feedback())
    assert tally.valid == width * height
    assert (np.concatenate(written) == numbers(window)).all()


def test_strips_are_written_in_order_however_long_their_tiles_take():
    rows, waits = [], random.Random(3)

    def compute(tile, strip, goes_on):
        time.sleep(waits.choice([0, 0, 0.01]))
        return number(tile, strip)

    def write(strip, data, _):
        rows.append(strip.row_off)
        assert (data[0] == numbers()[strip.row_off - 3 :][: strip.height]).all()

    run_tiles(layout_of(), compute, write, Feedback())
    assert rows == [3, 7, 11, 15, 19, 23, 27, 31]


def test_a_strip_is_written_after_its_own_tiles_and_beside_the_next_ones():
    begun, unwritten = [], []

    def compute(tile, strip, goes_on):
        begun.append(strip.window.row_off)
        return number(tile, strip)

    def write(strip, *_):
        assert begun.count(strip.row_off) == len(list(layout_of().tiles(strip)))
        unwritten.append(len({row for row in begun if row >= strip.row_off}))

    run_tiles(layout_of(), compute, write, Feedback())
    assert max(unwritten) <= STRIPS_IN_FLIGHT


def test_no_more_strips_than_in_flight_have_memory():
    arrays = []

    def compute(tile, strip, goes_on):
        arrays.append((strip.data, strip.valid))
        return number(tile, strip)

    run_tiles(layout_of(rows=5), compute, ignore, Feedback())
    assert len({id(data) for data, _ in arrays}) == STRIPS_IN_FLIGHT
    assert len({id(valid) for _, valid in arrays}) == STRIPS_IN_FLIGHT


def test_the_last_strip_has_its_own_shape():
    shapes = []
    layout = layout_of(rows=7)
    run_tiles(layout, number, lambda _, data, __: shapes.append(data.shape), Feedback())
    assert shapes == 4 * [(1, 7, 20)] + [(1, 2, 20)]


def test_progress_rises_to_the_whole():
    log = Log()
    run_tiles(layout_of(), number, ignore, log)
    assert log.fractions == sorted(log.fractions)
    assert log.fractions[-1] == 1
    assert len(set(log.fractions)) > 10


def test_tiles_are_computed_by_workers_and_all_else_by_the_calling_thread():
    here, workers = [], set()

    class Told(Log):
        def progress(self, fraction):
            here.append(threading.get_ident())
            return super().progress(fraction)

    def compute(tile, strip, goes_on):
        workers.add(threading.current_thread().name)
        return number(tile, strip)

    def write(*_):
        here.append(threading.get_ident())

    run_tiles(layout_of(), compute, write, Told())
    assert set(here) == {threading.get_ident()}
    assert workers <= {f"gridr_{index}" for index in range(3)}


def test_what_tiles_count_is_added_up():
    def compute(tile, strip, goes_on):
        return Tally(valid=tile.row_off, equal_nodata=1)

    tally = run_tiles(layout_of(), compute, ignore, Feedback())
    tiles = [t for strip in layout_of().strips() for t in layout_of().tiles(strip)]
    assert tally.equal_nodata == len(tiles)
    assert tally.valid == sum(tile.row_off for tile in tiles)


def test_a_tile_that_takes_long_is_told_to_stop(monkeypatch):
    monkeypatch.setattr(threads, "POLL", 0.01)
    ends = []

    def compute(tile, strip, goes_on):
        latest = time.monotonic() + 5
        while goes_on():
            assert time.monotonic() < latest, "nobody tells it to stop"
            time.sleep(0.001)
        ends.append(tile)
        raise Cancelled

    with pytest.raises(Cancelled):
        run_tiles(layout_of(), compute, ignore, Log(stop_after=3))
    assert 1 <= len(ends) <= 3  # what had not begun never does


@pytest.mark.parametrize("stop_after", [0, 1, 5])
def test_after_cancelling_nothing_is_written_and_no_worker_is_left(stop_after):
    log, written = Log(stop_after), []

    def write(strip, *_):
        written.append(len(log.fractions))

    with pytest.raises(Cancelled):
        run_tiles(layout_of(), number, write, log)
    assert len(log.fractions) == stop_after + 1
    assert all(told <= stop_after for told in written)
    assert not [t for t in threading.enumerate() if t.name.startswith("gridr_")]


def test_an_error_in_a_tile_ends_the_run():
    rows = []

    def compute(tile, strip, goes_on):
        if tile.row_off >= 11:
            raise ValueError("tile")
        return number(tile, strip)

    with pytest.raises(ValueError, match="^tile$"):
        run_tiles(layout_of(), compute, lambda strip, *_: rows.append(strip.row_off),
                  Feedback())  # fmt: skip
    assert rows in ([3], [3, 7])


def test_an_error_while_writing_ends_the_run():
    begun = []

    def compute(tile, strip, goes_on):
        begun.append(strip.window.row_off)
        return number(tile, strip)

    def write(*_):
        raise OSError("disk")

    with pytest.raises(OSError, match="^disk$"):
        run_tiles(layout_of(), compute, write, Feedback())
    assert max(begun) <= 3 + 4 * (STRIPS_IN_FLIGHT - 1)
    assert not [t for t in threading.enumerate() if t.name.startswith("gridr_")]


def test_workers_have_the_callers_options_and_context():
    variable, seen = ContextVar("variable"), []

    def look(tile, strip, goes_on):
        seen.append((getenv().get("GDAL_NETCDF_BOTTOMUP"), variable.get(None)))
        return number(tile, strip)

    def run():
        variable.set("of the caller")
        with rasterio.Env(GDAL_NETCDF_BOTTOMUP="NO", GDAL_CACHEMAX=2**26):
            run_tiles(layout_of(), look, ignore, Feedback())

    # not the main thread, whose options are those of all threads
    with ThreadPoolExecutor() as other:
        other.submit(run).result()
    assert set(seen) == {("NO", "of the caller")}
    seen.clear()
    run_tiles(layout_of(), look, ignore, Feedback())
    assert set(seen) == {(None, None)}


def test_workers_leave_gdals_cache_at_the_size_of_the_run():
    """An Env's own size of it would hold for all threads."""
    sizes = set()

    def look(tile, strip, goes_on):
        sizes.add(get_gdal_config("GDAL_CACHEMAX"))
        return number(tile, strip)

    with rasterio.Env(GDAL_CACHEMAX=2**26), gdal_cache(2**23):
        run_tiles(layout_of(), look, ignore, Feedback())
        sizes.add(get_gdal_config("GDAL_CACHEMAX"))
    assert sizes == {2**23}


def test_tiles_of_a_strip_are_given_to_the_workers_a_few_at_a_time(monkeypatch):
    monkeypatch.setattr(threads, "MOST_WAITING", 7)
    known, most = [0, 0], []

    def compute(tile, strip, goes_on):
        most.append(known[0] - known[1])
        known[1] += 1
        return number(tile, strip)

    def tiles(layout, strip, original=Layout.tiles):
        for tile in original(layout, strip):
            known[0] += 1
            yield tile

    monkeypatch.setattr(Layout, "tiles", tiles)
    tally = run_tiles(layout_of(20, (1, 1), 1), compute, ignore, Feedback())
    assert tally.valid == WINDOW.width * WINDOW.height
    assert max(most) <= 9
