"""Which files a run that makes a grid writes."""

import math
from pathlib import Path

from affine import Affine
from gridr_qgis.core.mapping.crs import crs_of
from gridr_qgis.core.mapping.template import Template
from gridr_qgis.core.plan.grid_outputs import grid_outputs

TEMPLATE = Template((101, 203), Affine(2, 0, 10, 0, -4, 20), crs_of("EPSG:32631", ""))


def test_a_grid_is_two_bands_of_positions():
    (output,) = grid_outputs("grid.tif", None, TEMPLATE, (10, 20))
    profile = output.profile
    assert output.path == Path("grid.tif")
    assert (profile["height"], profile["width"]) == (11, 12)
    assert (profile["count"], profile["dtype"]) == (2, "float64")
    assert math.isnan(profile["nodata"])
    assert profile["transform"] == Affine(40, 0, -9, 0, -40, 38)
    assert output.meaning == {"descriptions": ("row", "col")}
    assert output.dataset_tags == {
        "GRID_RESOLUTION_ROW": "10",
        "GRID_RESOLUTION_COL": "20",
        "GRID_ROWS": "101",
        "GRID_COLS": "203",
    }


def test_a_mask_is_written_where_it_is_asked_for():
    _, mask = grid_outputs("grid.tif", "mask.tif", TEMPLATE, (1, 1))
    assert (mask.path, mask.is_mask) == (Path("mask.tif"), True)
    assert (mask.profile["height"], mask.profile["width"]) == (101, 203)


def test_large_grids_are_tiled():
    wide = Template((3000, 3000), TEMPLATE.transform, TEMPLATE.crs)
    (output,) = grid_outputs("grid.tif", None, wide, (1, 1))
    assert output.profile["TILED"] == "YES"
