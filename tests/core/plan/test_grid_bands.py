"""Which bands are the rows and the columns, why, and what is said of odd ones."""

import dataclasses
import os

import numpy as np
import pytest
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.options import Job
from gridr_qgis.core.plan.grid_bands import grid_bands
from gridr_qgis.core.plan.rules import resolve
from helpers.data import noise, write_raster
from helpers.headers import COLS, GRID, resolved
from helpers.recording import Log

DEFAULT = "default: 1 and 2"


def described(*descriptions, dtype="float64"):
    count = len(descriptions)
    return dataclasses.replace(
        GRID,
        dtypes=(dtype,) * count,
        nodata=(None,) * count,
        scales=(1.0,) * count,
        offsets=(0.0,) * count,
        descriptions=descriptions,
    )


def odd_notes(grid, **asked):
    return [note.text for note in resolved(grid=grid, **asked).notes if note.is_odd]


@pytest.mark.parametrize("row", ["y", "Y", "lat", "Latitude", "northing"])
@pytest.mark.parametrize("col", ["x", "X", "lon", "Longitude", "easting"])
def test_names_of_axes_are_rows_and_columns_where_both_are_there(row, col):
    for order, expected in (((row, col), (1, 2)), ((col, row), (2, 1))):
        found = grid_bands(Job("s", "g", "d"), *[described(*order)] * 2)
        assert found[:2] == expected
        assert found.row_reason == f"described {row!r}"
        assert found.col_reason == f"described {col!r}"


@pytest.mark.parametrize(
    ("descriptions", "asked", "expected"),
    [
        (("row", "col"), {}, (1, 2, "described 'row'", "described 'col'")),
        (("column", "row"), {}, (2, 1, "described 'row'", "described 'column'")),
        ((None, None), {}, (1, 2, DEFAULT, DEFAULT)),
        (("x", "row"), {}, (2, 1, "described 'row'", "the other of the first two")),
        (("x", None), {}, (1, 2, DEFAULT, DEFAULT)),
        (("x", "y", "x"), {}, (1, 2, DEFAULT, DEFAULT)),
        (("x", "y", "row", "col"), {}, (3, 4, "described 'row'", "described 'col'")),
        (
            ("x", "y"),
            {"row_index": 1, "col_index": 2},
            (1, 2, "asked for", "asked for"),
        ),
    ],
)
def test_bands_and_reasons(descriptions, asked, expected):
    job = Job("s", "g", "d", **asked)
    assert grid_bands(job, *[described(*descriptions)] * 2) == expected


def test_rows_and_columns_of_one_band_are_refused():
    with pytest.raises(GridrError, match="both read from band 1"):
        resolved(grid=described("x", "y"), row_index=1)


@pytest.mark.parametrize(
    "descriptions",
    [("x", None), ("x", "y", "x"), (None, "Y coordinate"), ("easting [m]", "height")],
)
def test_what_may_be_exchanged_is_not_read_in_silence(descriptions):
    grid = described(*descriptions)
    assert resolved(grid=grid).row_index == 1
    assert any("If they are exchanged" in text for text in odd_notes(grid))


def test_bands_asked_for_against_their_descriptions():
    (note,) = odd_notes(described("row", "height", "y"), row_index=3, col_index=1)
    assert "Band 1 of the grid is described as 'row', which looks like rows" in note
    assert not odd_notes(described("row", "height", "col"))


def test_a_raster_of_columns_described_as_rows():
    grid, cols = described("x"), dataclasses.replace(COLS, descriptions=("y",))
    notes = odd_notes(grid, grid_col=cols)
    assert sum("If they are exchanged" in text for text in notes) == 2


def test_places_on_the_map_are_doubted():
    assert any(
        "looks like a place on the map" in n for n in odd_notes(described("lon", "lat"))
    )
    assert not odd_notes(described("x", "y"))


def test_images_are_doubted():
    (note,) = odd_notes(described(None, None, dtype="uint8"))
    assert "holds whole numbers (band 1 is of type uint8)" in note
    image = odd_notes(described(None, None, None, dtype="uint16"))
    assert "has 3 bands, as images do" in image[1]
    assert len(odd_notes(described(None, None, None))) == 1
    assert not odd_notes(described("row", "col", None, dtype="int16"))
    assert not odd_notes(described(None, None, None), row_index=1, col_index=3)
    packed = dataclasses.replace(
        described(None, None, dtype="int32"), scales=(0.01,) * 2
    )
    assert not odd_notes(packed)


@pytest.fixture
def image(tmp_path):
    return write_raster(tmp_path / "image.tif", noise((3, 9, 9), "uint8"))


def test_the_source_is_no_grid(image, tmp_path):
    dst = str(tmp_path / "out.tif")
    os.symlink(image, tmp_path / "link.tif")
    for grid in (image, str(tmp_path / "link.tif")):
        with pytest.raises(
            GridrError, match="The grid is the source: band 1 of .* Choose"
        ):
            resample_dataset(Job(image, grid, dst))
    with pytest.raises(GridrError, match="The grid is the source: band 2"):
        resolve(Job(image, image, dst, src_indexes=(2,)))
    with pytest.raises(GridrError, match="The grid is the source: band 1"):
        resolve(Job(image, image, dst, src_indexes=(2, 1), row_index=3, grid_col=image))


def test_the_source_is_no_grid_behind_vrts(image, tmp_path):
    dst, vrt = str(tmp_path / "out.tif"), f"vrt://{image}?bands="
    for src, grid in ((image, vrt + "1,3"), (vrt + "2,1", image), (vrt + "1", image)):
        with pytest.raises(GridrError, match="The grid is the source: band "):
            resolve(Job(src, grid, dst))
    assert resolve(Job(image, vrt + "2,3", dst, src_indexes=(1,))).row_index == 1


def test_a_file_may_hold_source_and_grid_in_bands_of_their_own(image, tmp_path):
    job = Job(image, image, str(tmp_path / "out.tif"), src_indexes=(3,))
    assert resolve(job).src_indexes == (3,)


def test_the_log_says_where_the_nodes_come_from(tmp_path, image):
    rows, cols = np.mgrid[:4, :5] + 2.5
    tags = {"GRID_RESOLUTION_ROW": "1"}
    grid = write_raster(
        tmp_path / "g.tif", np.stack([cols, rows]), descriptions=["X", "Y"], tags=tags
    )
    log = Log()
    resample_dataset(Job(image, grid, str(tmp_path / "o.tif")), log)
    assert (
        "Nodes: rows from band 2 (described 'Y'), columns from band 1 (described 'X'); "
        "resolution: rows tag, columns default." in log.lines
    )
    assert not log.warnings


def test_exchanged_bands_are_named_where_most_cells_are_mirrored(tmp_path, image):
    nodes = np.mgrid[:4, :4] + 2.5
    straight, exchanged = (
        write_raster(tmp_path / f"{name}.tif", pixels)
        for name, pixels in (("s", nodes), ("e", nodes[::-1]))
    )
    for grid, count in ((straight, 0), (exchanged, 1)):
        log = Log()
        resample_dataset(Job(image, grid, str(tmp_path / "o.tif")), log)
        assert (
            sum("The grid mirrors the source" in line for line in log.warnings) == count
        )
    assert "the bands of rows (1) and columns (2) are exchanged" in log.warnings[0]
