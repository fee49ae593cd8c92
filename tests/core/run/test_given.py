"""The grid of a job that reads nothing else, open."""

import numpy as np
from gridr_qgis.core.grid_options import ConvertJob
from gridr_qgis.core.plan.given_grid import given_grid
from gridr_qgis.core.run.given import opened_grid
from gridr_qgis.core.window import window_of
from helpers.data import turned_grid, write_raster

NODES = turned_grid((5, 6), (4, 4))


def test_windows_are_counted_in_nodes(tmp_path):
    nodes = NODES.copy()
    nodes[1, 2, 2] = -1
    name = write_raster(tmp_path / "grid.tif", nodes, nodata=-1)
    usable = np.ones((5, 6), "uint8")
    usable[3, 3] = 0
    mask = write_raster(tmp_path / "mask.tif", usable)
    job = ConvertJob(name, "b.tif", grid_mask=mask)
    expected = nodes[:, 1:4, 2:6] + np.reshape([0.5, 2], (2, 1, 1))
    expected[:, 1, 0] = expected[:, 2, 1] = np.nan
    with opened_grid(given_grid(job), (0.5, 2.0)) as grid:
        found = grid.read(window_of(((1, 4), (2, 6))))
        np.testing.assert_array_equal([found.rows, found.cols], expected)


def test_rows_and_columns_may_lie_in_two_files(tmp_path):
    rows = write_raster(tmp_path / "rows.tif", NODES[0])
    cols = write_raster(tmp_path / "cols.tif", NODES[1])
    with opened_grid(given_grid(ConvertJob(rows, "b.tif", grid_col=cols))) as grid:
        found = grid.read(window_of(((0, 5), (0, 6))))
        np.testing.assert_array_equal([found.rows, found.cols], NODES)
