"""The grid that a job reads, found before any node is read."""

import numpy as np
import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.grid_options import ConvertJob
from gridr_qgis.core.plan.given_grid import given_grid, node_nodata, step_of
from gridr_qgis.core.raster.header import read_header
from helpers.data import turned_grid, write_raster

NODES = turned_grid((5, 6), (4, 4))


def grid(tmp_path, nodes=NODES, **profile):
    return write_raster(tmp_path / "grid.tif", nodes, **profile)


def test_bands_nodata_and_mask_are_those_of_the_rasters(tmp_path):
    name = grid(tmp_path, descriptions=("col", "row"), nodata=-1)
    mask = write_raster(tmp_path / "mask.tif", np.ones((5, 6), "uint8"))
    found = given_grid(ConvertJob(name, "b.tif", grid_mask=mask))
    assert (found.bands.row, found.bands.col) == (2, 1)
    assert found.nodata == (-1, -1)
    assert found.shape == (5, 6)
    assert [one.name for one in found.inputs] == [name, name, mask]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"row_index": 3}, r"The grid of row coordinates has no band 3"),
        ({"row_index": 2, "col_index": 2}, "both read from band 2"),
        ({"grid_mask": "grid.tif", "grid_mask_index": 3}, "mask of the grid has no ba"),
    ],
)
def test_what_is_no_grid_is_refused(tmp_path, monkeypatch, changed, sentence):
    monkeypatch.chdir(tmp_path)
    grid(tmp_path)
    with pytest.raises(GridrError, match=sentence):
        given_grid(ConvertJob("grid.tif", "b.tif", **changed))


def test_one_band_is_no_grid(tmp_path):
    with pytest.raises(GridrError, match="has one band. A grid has two"):
        given_grid(ConvertJob(grid(tmp_path, NODES[0]), "b.tif"))


def test_steps_are_asked_for_or_tags_or_1(tmp_path):
    header = read_header(grid(tmp_path, tags={"GRID_RESOLUTION_ROW": "7"}))
    assert step_of((None, None), header) == ((7, 1), ("tag", "default"))
    assert step_of((3, 2), header) == ((3, 2), ("asked for", "asked for"))


def test_a_tag_that_is_no_number_is_refused(tmp_path):
    header = read_header(grid(tmp_path, tags={"GRID_RESOLUTION_COL": "many"}))
    with pytest.raises(GridrError, match="tag GRID_RESOLUTION_COL is 'many', not a"):
        step_of((None, None), header)


def test_nodata_is_asked_for_or_the_bands_own(tmp_path):
    header = read_header(grid(tmp_path, NODES.astype("int16"), nodata=-5))
    assert node_nodata(None, header, 1) == -5
    assert node_nodata(9, header, 1) == 9
    assert np.isnan(node_nodata(0.5, header, 1))
    assert node_nodata(0.5, header, 1, tolerance=0.6) == 0.5
