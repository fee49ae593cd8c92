"""Grids to convert: decided, or refused with what to do about it."""

import dataclasses

import numpy as np
import pytest
from affine import Affine
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.grid_options import ConvertJob
from gridr_qgis.core.plan.convert_rules import resolve_convert
from helpers.data import noise, turned_grid, write_raster

STEPS = {"GRID_RESOLUTION_ROW": 4, "GRID_RESOLUTION_COL": 6}
PLACE = {"transform": Affine(30, 0, 5e5, 0, -20, 5.4e6), "crs": "EPSG:32631"}
TURNED = Affine(30, 5, 5e5, 5, -20, 5.4e6)


@pytest.fixture
def job(tmp_path):
    """A job that writes displacements of a tagged grid on the map."""
    nodes = turned_grid((5, 7), (4, 6), 20, (20, 20))
    grid = write_raster(tmp_path / "grid.tif", nodes, tags=STEPS, **PLACE)
    return ConvertJob(grid, str(tmp_path / "out.tif"), "absolute", "displacement")


def otb(tmp_path, **profile):
    """Return a job that reads a grid of OTB's."""
    nodes = turned_grid((5, 7), (4, 6), 20, (20, 20))
    grid = write_raster(tmp_path / "otb.tif", nodes, **profile)
    return ConvertJob(grid, str(tmp_path / "out.tif"), "otb_def", "absolute")


def source(tmp_path, **profile):
    return write_raster(tmp_path / "src.tif", noise((40, 50), "uint8"), **profile)


def refused(sentence, job, **changed):
    with pytest.raises(GridrError, match=sentence):
        resolve_convert(dataclasses.replace(job, **changed))


def test_steps_and_size_are_those_of_the_tags(job):
    found = resolve_convert(job)
    assert (found.step, found.new_step, found.size) == ((4, 6), (4, 6), (17, 37))
    assert not found.is_coarser
    assert not found.is_copy
    grid = write_raster(
        f"{job.grid}.2.tif", noise((2, 5, 7), "float64"),
        tags={**STEPS, "GRID_ROWS": 15, "GRID_COLS": 33},
    )  # fmt: skip
    assert resolve_convert(dataclasses.replace(job, grid=grid)).size == (15, 33)
    assert resolve_convert(dataclasses.replace(job, spacing=(2, 3))).step == (2, 3)


def test_the_grid_stays_where_it_lies(job):
    found = resolve_convert(job)
    assert (found.transform, found.crs_wkt[:6]) == (PLACE["transform"], "PROJCS")
    finer = resolve_convert(dataclasses.replace(job, row_step=2, col_step=12))
    assert finer.is_coarser
    # nodes of 15 x 60 m, the first at the same centre
    assert finer.transform.almost_equals(Affine(60, 0, 499985, 0, -10, 5399995))


def test_a_grid_of_otb_takes_steps_of_its_geotransform_and_lies_nowhere(tmp_path):
    found = resolve_convert(otb(tmp_path, transform=Affine(6, 0, -3, 0, 4, -2)))
    assert found.step == (4, 6)
    assert (found.transform, found.crs_wkt) == (None, None)
    assert (found.given.bands.row, found.given.bands.col) == (2, 1)
    plain = resolve_convert(otb(tmp_path))
    assert plain.step == (1, 1)


def test_a_grid_of_otb_on_the_map_stays_there(tmp_path):
    src = source(tmp_path, transform=Affine(5, 0, 5e5, 0, -5, 5.4e6), crs="EPSG:32631")
    job = dataclasses.replace(otb(tmp_path, **PLACE), src=src, coordinates="map")
    found = resolve_convert(job)
    assert found.step == (4, 6)  # of the source's pixels
    assert found.transform == PLACE["transform"]


def test_pixels_of_an_output_are_no_map_though_the_source_has_one(tmp_path):
    src = source(tmp_path, transform=Affine(5, 0, 5e5, 0, -5, 5.4e6))
    for place, kept in (
        (Affine(6, 0, -3, 0, 4, -2), None),
        (Affine(18, 0, 80, 0, -12, 60), Affine(18, 0, 80, 0, -12, 60)),
    ):
        job = dataclasses.replace(otb(tmp_path, transform=place), src=src)
        job = dataclasses.replace(job, coordinates="map", spacing=(4, 6))
        assert resolve_convert(job).transform == kept


def test_a_grid_for_otb_lies_in_pixels(job, tmp_path):
    src = source(tmp_path)
    job = dataclasses.replace(job, convention_to="otb_loc", src=src, row_step=2)
    found = resolve_convert(job)
    assert (found.transform, found.crs_wkt) == (Affine(6, 0, -2.5, 0, 2, -0.5), None)
    assert "OTB holds grids in 32 bits" in found.notes[-1].text


def test_a_copy_says_so(job):
    found = resolve_convert(dataclasses.replace(job, convention_to="absolute"))
    assert found.is_copy
    notes = [note.text for note in found.notes]
    assert "Nothing changes: the output is a copy of the grid." in notes
    first = "Grid: 5 x 7 nodes, 4 x 6 output pixels apart (tag); rows from band 1, "
    assert notes[0] == first + "columns from band 2."


def test_displacements_without_a_spacing_are_warned_of(job, tmp_path):
    nodes = turned_grid((5, 7), (4, 6), 20, (20, 20))
    grid = write_raster(tmp_path / "shifts.tif", nodes, **PLACE)
    shifts = dataclasses.replace(
        job, grid=grid, convention_from="displacement", convention_to="absolute"
    )
    odd = [note.text for note in resolve_convert(shifts).notes if note.is_odd]
    assert odd == [
        "The grid does not say how many output pixels lie from node to node, and each "
        "position depends on it: 1 is taken. If it is another number, give it as "
        "SPACING (spacing)."
    ]
    for known in ({"spacing": (4, 6)}, {"spacing": (1, 1)}, {"grid": job.grid}):
        notes = resolve_convert(dataclasses.replace(shifts, **known)).notes
        assert not any(note.is_odd for note in notes)


def test_a_grid_of_otb_that_is_read_as_another_is_warned_of(tmp_path):
    job = otb(tmp_path, tags={"OTB_VERSION": "8.1.1"})
    assert not any(note.is_odd for note in resolve_convert(job).notes)
    job = dataclasses.replace(job, convention_from="absolute")
    odd = [note.text for note in resolve_convert(job).notes if note.is_odd]
    assert odd == [
        "OTB has made this grid, by its tags, and it is read as none of OTB's: if it "
        "is one, choose otb_def or otb_loc as what it holds."
    ]


def test_from_otb_to_otb_says_what_resampling_here_needs(tmp_path):
    job = dataclasses.replace(
        otb(tmp_path), convention_to="otb_loc", src=source(tmp_path)
    )
    sentence = (
        "From and to are OTB's both: to resample through the grid here, convert it to "
        "absolute."
    )
    assert sentence in [note.text for note in resolve_convert(job).notes]
    job = dataclasses.replace(job, convention_to="absolute")
    assert sentence not in [note.text for note in resolve_convert(job).notes]


def test_map_coordinates_of_no_grid_of_otb_are_left_out(job):
    notes = resolve_convert(dataclasses.replace(job, coordinates="map")).notes
    assert "are those of OTB's grids: this is none." in notes[-1].text


@pytest.mark.parametrize("step", [3, 6, 10])
def test_a_step_must_divide_or_be_a_multiple(job, step):
    sentence = f"row resolution of 4 output pixels, and {step} is asked for. Give one "
    refused(sentence + "that divides 4, or a multiple of it", job, row_step=step)


def test_a_single_row_or_column_has_no_step(job):
    row = write_raster(f"{job.grid}.row.tif", noise((2, 1, 7), "float64"))
    col = write_raster(f"{job.grid}.col.tif", noise((2, 5, 1), "float64"))
    sentence = "a single node along its {}s: its {} resolution must be 1, got 2. Use a "
    refused(sentence.format("row", "row"), job, grid=row, row_step=2)
    refused(sentence.format("column", "column"), job, grid=col, col_step=2)
    refused(sentence.format("row", "row"), job, grid=row, spacing=(2, 1))


def test_the_source_is_needed_for_the_command_and_for_the_map(job, tmp_path):
    refused(r"The source is not given\. A grid for OTB comes", job,
            convention_to="otb_def")  # fmt: skip
    on_map = dataclasses.replace(otb(tmp_path), coordinates="map")
    refused(r"The source is not given\. The grid counts in", on_map)
    refused("has no geotransform, by which", on_map, src=source(tmp_path))


@pytest.mark.parametrize("spacing", [(0, 4), (4, 0), (-1, 4)])
def test_a_spacing_of_0_is_refused(job, spacing):
    got = min(spacing)
    refused(
        f"must be at least 1 output pixel per node, got {got}", job, spacing=spacing
    )


@pytest.mark.parametrize("step", [0, -2])
def test_a_resolution_of_0_is_refused(job, step):
    refused(f"row resolution must be at least 1 .*, got {step}", job, row_step=step)


def test_nodes_that_lie_no_whole_number_of_pixels_apart_are_refused(tmp_path):
    job = otb(tmp_path, transform=Affine(2.5, 0, 0, 0, 4, 0))
    refused("nodes lie 4 x 2.5 output pixels of size 1 apart .* Give the spacing", job)
    found = resolve_convert(dataclasses.replace(job, spacing=(4, 5)))
    assert found.step == (4, 5)


def test_what_lies_turned_is_refused(tmp_path):
    refused(r"The grid '.*' lies turned", otb(tmp_path, transform=TURNED))
    src = source(tmp_path, transform=TURNED)
    job = otb(tmp_path, transform=Affine(6, 0, -3, 0, 4, -2))
    refused(r"The source '.*' lies turned", job, src=src, coordinates="map")


@pytest.mark.parametrize("name", ["convention_from", "convention_to"])
def test_an_unknown_convention_is_answered_with_the_right_ones(job, name):
    with pytest.raises(
        GridrError, match="no GridConvention 'magic'. Choose one of abs"
    ):
        dataclasses.replace(job, **{name: "magic"})


def test_bands_must_be_there(job):
    one = write_raster(f"{job.grid}.one.tif", np.zeros((5, 7)))
    refused("has one band. A grid has two", job, grid=one)
    refused("has no band 4", job, col_index=4)
    refused("has one band", job, grid=one, convention_from="otb_def")


def test_a_text_is_no_step(job):
    refused("The grid's row resolution must be a whole number", job, row_step="2")
    refused("The spacing must be two whole numbers", job, spacing=(1.5, 2))
