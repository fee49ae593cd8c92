"""What a run on a cluster says of its parts."""

from gridr_qgis.core.run.log_cluster import pieces_lines
from rasterio.windows import Window

WINDOWS = [Window(0, 0, 64, 32), Window(64, 0, 16, 32)]
THREADS = {"tcp://a:1": 2, "tcp://b:1": 4}
PLAN = (
    "Plan: 2 part(s) of up to 32 x 64 pixels, on 2 worker(s) with 6 thread(s) of the "
    "scheduler tcp://s:8786."
)


def test_parts_and_workers_are_counted():
    assert list(pieces_lines(WINDOWS, 0, THREADS, "tcp://s:8786")) == [PLAN]


def test_parts_of_an_earlier_run_are_told():
    assert list(pieces_lines(WINDOWS, 1, THREADS, "tcp://s:8786")) == [
        PLAN,
        "Parts: 1 of 2 are there from an earlier run and are not computed again.",
    ]
