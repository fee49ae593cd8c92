"""Which file a conversion writes, and by which command OTB reads it."""

import dataclasses
import math
import shlex
from pathlib import Path

import pytest
from gridr_qgis.core.grid_options import ConvertJob
from gridr_qgis.core.plan.convert_outputs import (
    converted_output,
    new_shape,
    otb_command,
    strip_rows,
)
from gridr_qgis.core.plan.convert_rules import resolve_convert
from helpers.data import noise, turned_grid, write_raster

TAGS = {"GRID_RESOLUTION_ROW": 4, "GRID_RESOLUTION_COL": 6, "GRID_ROWS": 15}


@pytest.fixture
def job(tmp_path):
    nodes = turned_grid((5, 7), (4, 6), 20, (20, 20))
    tags = {**TAGS, "GRID_COLS": 33}
    grid = write_raster(tmp_path / "grid.tif", nodes, tags=tags)
    src = write_raster(tmp_path / "a source.tif", noise((40, 50), "uint16"))
    return ConvertJob(grid, str(tmp_path / "otb.tif"), src=src)


def output(job, **changed):
    return converted_output(resolve_convert(dataclasses.replace(job, **changed)))


@pytest.mark.parametrize(
    ("convention", "names"),
    [
        ("absolute", ("row", "col")),
        ("center05", ("row", "col")),
        ("displacement", ("row displacement", "col displacement")),
        ("otb_loc", ("x", "y")),
        ("otb_def", ("x displacement", "y displacement")),
    ],
)
def test_bands_are_described_by_what_they_hold(job, convention, names):
    found = output(job, convention_to=convention)
    assert found.meaning == {"descriptions": names}
    assert (found.profile["count"], found.profile["dtype"]) == (2, "float64")
    assert math.isnan(found.profile["nodata"])


def test_tags_tell_the_step_and_the_size(job):
    found = output(job, row_step=2, col_step=12)
    assert found.dataset_tags == {
        "GRID_RESOLUTION_ROW": "2",
        "GRID_RESOLUTION_COL": "12",
        "GRID_ROWS": "15",
        "GRID_COLS": "33",
    }
    assert (found.profile["height"], found.profile["width"]) == (8, 4)


def test_a_grid_without_a_place_gets_none(job):
    assert "transform" not in output(job, convention_to="absolute").profile


def test_strips_hold_old_rows_too(job):
    resolved = resolve_convert(dataclasses.replace(job, col_step=36))
    assert new_shape(resolved) == (5, 2)
    row = dataclasses.replace(resolved.given.row, shape=(5, 10**6))
    col = dataclasses.replace(resolved.given, row=row)
    assert strip_rows(dataclasses.replace(resolved, given=col)) == 1


def test_the_command_names_all_that_otb_needs(job):
    words = shlex.split(otb_command(resolve_convert(job)))
    dst = Path(job.dst)
    assert words == [
        "otbcli_GridBasedImageResampling",
        *("-io.in", f"{job.src}?&skipcarto=true"),
        *("-io.out", str(dst.with_name("otb_resampled.tif")), "uint16"),
        *("-grid.in", str(dst), "-grid.type", "def"),
        *("-out.ulx", "0.5", "-out.uly", "0.5"),
        *("-out.sizex", "33", "-out.sizey", "15"),
        *("-out.spacingx", "1", "-out.spacingy", "1", "-interpolator", "bco"),
    ]


def test_loc_is_said_to_be_loc_and_ours_has_no_command(job):
    loc = resolve_convert(dataclasses.replace(job, convention_to="otb_loc"))
    assert "-grid.type loc" in otb_command(loc)
    ours = resolve_convert(dataclasses.replace(job, convention_to="absolute"))
    assert otb_command(ours) == ""
