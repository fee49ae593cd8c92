"""What a report says of itself."""

import numpy as np
import pytest
from gridr_qgis.core import ReportJob
from gridr_qgis.core.plan.plan import make_plan
from gridr_qgis.core.plan.report_rules import resolve_report
from gridr_qgis.core.run.readers import Readers
from gridr_qgis.core.run.report import GridReport, Reads, diagnose_grid, look_indexes
from helpers.data import noise, turned_grid, write_raster
from rasterio.windows import Window

STEP = (5, 7)


@pytest.fixture
def report(tmp_path):
    """Function: nodes, interpolation -> report on them."""

    def report(nodes, interpolation="cubic", tolerance=0.05):
        src = write_raster(tmp_path / "src.tif", noise((300, 400), "uint8"))
        grid = write_raster(tmp_path / "grid.tif", nodes)
        steps = {"row_step": STEP[0], "col_step": STEP[1]}
        job = ReportJob(src, grid, **steps, interpolation=interpolation)
        resolved = resolve_report(job)
        plan = make_plan(resolved)
        with Readers(resolved) as readers:
            told = diagnose_grid(resolved, readers.grid, lambda share: True)
        reads, look = Reads(1, 1, (), 0, 0), np.zeros((1, 2, 2))
        ahead = plan.layout, plan.memory, told, reads, look
        return GridReport(resolved, *ahead, tolerance, (2, 2))

    return report


def test_aliasing_is_none_for_nearest(report):
    nodes = 2 * turned_grid((40, 50), STEP, 20, (75, 100))
    assert report(nodes).aliased_percent == 100
    assert report(nodes).aliases
    assert report(nodes, "nearest").aliased_percent == 100
    assert not report(nodes, "nearest").aliases


def test_error_and_suggestion_go_by_the_tolerance(report):
    nodes = turned_grid((40, 50), STEP, 20, (150, 200))
    nodes[0] += 0.01 * np.arange(50) ** 2
    assert report(nodes).error == pytest.approx(0.01 / 4)
    assert report(nodes).suggested == (20, 28)
    assert report(nodes, tolerance=0.02).suggested == (10, 14)
    assert report(nodes, tolerance=0.002).suggested == (2, 3)


def test_nodes_without_neighbours_are_scattered(report):
    nodes = turned_grid((40, 50), STEP, 20, (150, 200))
    assert not report(nodes).is_scattered
    nodes[:, :, 10:40] = np.nan
    assert not report(nodes).is_scattered
    nodes[:, ::3] = np.nan
    nodes[:, :, ::3] = np.nan
    assert report(nodes).is_scattered
    assert not report(nodes * np.nan).is_scattered


@pytest.mark.parametrize("shape", [(2, 2), (2, 9), (3, 3), (4, 3)])
def test_nodes_of_small_grids_are_not_scattered(report, shape):
    nodes = np.indices(shape) * 4.0
    assert not report(nodes).is_scattered


def test_where_the_grid_lies(report):
    nodes = turned_grid((40, 50), STEP, 20, (150, 200))
    assert report(nodes).meets_source
    assert not report(nodes + 1e4).meets_source
    assert not report(nodes + 1e4).meets_exchanged
    assert report(nodes[::-1]).meets_exchanged


def test_shapes_and_memory(report):
    found = report(turned_grid((40, 50), STEP, 20, (150, 200)))
    assert (found.shape, found.step) == ((40, 50), STEP)
    assert found.full_shape == (196, 344)
    assert found.src_shape == (300, 400)
    assert found.memory == -(-found.memory_plan.estimate // 2**20)


def test_the_largest_window_is_the_one_of_most_pixels():
    windows = Window(0, 0, 3, 4), Window(5, 5, 6, 3), Window(0, 0, 2, 2)
    assert Reads(3, 3, windows, 0, 34).largest == windows[1]
    assert Reads(3, 3, (), 0, 0).largest is None


def test_a_source_without_colours_shows_its_first_band(tmp_path):
    src = write_raster(tmp_path / "src.tif", noise((2, 30, 40), "uint16"))
    grid = write_raster(tmp_path / "grid.tif", turned_grid((4, 5), (1, 1)))
    assert look_indexes(resolve_report(ReportJob(src, grid))) == (1,)
