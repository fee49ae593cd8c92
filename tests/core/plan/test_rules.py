import dataclasses
import pickle
from dataclasses import replace

import numpy as np
import pytest
from affine import Affine
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.machine import default_threads
from gridr_qgis.core.options import Job, MaskJob
from gridr_qgis.core.plan.grid_bands import COL_NAMES, ROW_NAMES
from gridr_qgis.core.plan.rules import (
    read_headers,
    resolve,
    resolve_mask,
    resolve_threads,
)
from gridr_qgis.core.raster.header import read_header
from helpers.data import noise, write_raster
from helpers.headers import COLS, GRID, SRC, header, resolved
from hypothesis import assume, given
from hypothesis import strategies as st
from rasterio.windows import Window
from shapely.geometry import Point, box

MAP = Affine(30, 0, 5000, 0, -20, 9000)


def refused(message, **given):
    with pytest.raises(GridrError, match=message):
        resolved(**given)


# Rasters


def test_headers_are_those_of_the_files(plain_job, tmp_path):
    masked = dataclasses.replace(plain_job, grid_mask=plain_job.grid)
    headers = read_headers(masked)
    assert headers.src == read_header(plain_job.src)
    assert headers.grid_col is headers.grid_row == read_header(plain_job.grid)
    assert headers.grid_mask == headers.grid_row
    assert headers.src_mask is None
    cols = write_raster(tmp_path / "cols.tif", noise((5, 6)))
    of_its_own = dataclasses.replace(plain_job, grid_col=cols)
    assert read_headers(of_its_own).grid_col == read_header(cols)


def test_a_raster_that_is_not_there_is_refused(plain_job):
    with pytest.raises(GridrError, match="gone.tif' cannot be read as a raster"):
        resolve(dataclasses.replace(plain_job, src_mask="gone.tif"))


# Bands


def test_all_bands_of_the_source_or_those_asked_for():
    assert resolved().src_indexes == (1, 2)
    assert resolved(src_indexes=[2, 1, 2]).src_indexes == (2, 1, 2)


def test_bands_of_the_source_that_are_none():
    refused("No source band is chosen. Choose at least one, or none", src_indexes=())
    refused("source has no band 3", src_indexes=(1, 3))
    refused("source has no band 0", src_indexes=(0,))
    complex_one = header("src", (4, 5), "uint8", "complex64")
    refused("pixels of type complex64", src=complex_one)
    assert resolved(src=complex_one, src_indexes=(1,)).src_indexes == (1,)


def grid_bands(descriptions, grid_col=None, **asked):
    grid = replace(
        GRID,
        dtypes=("float64",) * len(descriptions),
        nodata=(None,) * len(descriptions),
        scales=(1.0,) * len(descriptions),
        offsets=(0.0,) * len(descriptions),
        descriptions=descriptions,
    )
    found = resolved(grid=grid, grid_col=grid_col, **asked)
    return found.row_index, found.col_index


@pytest.mark.parametrize("row", ROW_NAMES)
@pytest.mark.parametrize("col", COL_NAMES)
def test_bands_of_the_grid_are_found_by_their_description(row, col):
    assert grid_bands((col, row)) == (2, 1)
    assert grid_bands(("x", f" {col.upper()} ", row.title())) == (3, 2)


@pytest.mark.parametrize(
    ("descriptions", "asked", "expected"),
    [
        ((None, None), {}, (1, 2)),
        ((None, "row"), {}, (2, 1)),
        (("col", None), {}, (2, 1)),
        (("row", "rows"), {}, (1, 2)),
        (("col", "row"), {"row_index": 1, "col_index": 2}, (1, 2)),
        ((None, None), {"row_index": 2}, (2, 1)),
        ((None, None), {"col_index": 1}, (2, 1)),
        ((None, None, None), {"row_index": 3}, (3, 2)),
    ],
)
def test_bands_of_the_grid_without_a_word_are_the_first_two(
    descriptions, asked, expected
):
    assert grid_bands(descriptions, **asked) == expected


@pytest.mark.parametrize("said", [{"scales": (1.0, 0.0)}, {"scales": (1, np.nan)},
                                  {"offsets": (0.0, np.inf)}])  # fmt: skip
def test_scale_and_offset_that_give_no_coordinates_are_refused(said):
    refused("Band 2 of the grid 'grid' has the scale .* give no coordinates. Mend them",
            grid=replace(GRID, **said))  # fmt: skip


def test_columns_in_a_raster_of_their_own_are_its_first_band():
    assert grid_bands((None,), COLS) == (1, 1)
    assert grid_bands((None, "row"), COLS) == (2, 1)


def test_bands_of_the_grid_that_make_no_grid():
    refused("'grid' has one band. A grid has two", grid=replace(COLS, name="grid"))
    refused("grid of row coordinates has no band 3", row_index=3)
    refused("grid of column coordinates has no band 2", grid_col=COLS, col_index=2)
    refused("both read from band 2 of the grid. Give two", row_index=2, col_index=2)
    other = replace(COLS, shape=(5, 7))
    refused(r"shapes \(5, 6\) and \(5, 7\) \(rows, columns\)", grid_col=other)
    imaginary = replace(GRID, dtypes=("float64", "complex128"))
    refused("Band 2 of the grid 'grid' is complex. Give real", grid=imaginary)


# Steps


def test_steps_are_asked_for_or_in_the_tags_or_1():
    tags = {"GRID_RESOLUTION_ROW": " 7 ", "GRID_RESOLUTION_COL": "5"}
    tagged = replace(GRID, tags=tags)
    assert resolved().step == (1, 1)
    assert resolved(grid=tagged).step == (7, 5)
    assert resolved(grid=tagged, row_step=3).step == (3, 5)
    assert resolved(row_step=3, col_step=4).step == (3, 4)


@pytest.mark.parametrize("text", ["", "4.5", "-3", "seven"])
def test_a_tag_that_is_no_whole_number(text):
    tagged = replace(GRID, tags={"GRID_RESOLUTION_COL": text})
    message = f"GRID_RESOLUTION_COL is '{text}', not a whole number. Mend it or"
    refused(message, grid=tagged)
    assert resolved(grid=tagged, col_step=2).step == (1, 2)


def test_steps_that_make_no_output():
    refused("row resolution must be at least 1 output pixel", row_step=0)
    refused("column resolution must be at least 1", col_step=-1)
    refused("a single node along its rows", grid=replace(GRID, shape=(1, 6)),
            row_step=2)  # fmt: skip


# Masks and numbers


def test_masks_must_fit_what_they_mask():
    mask = header("mask", (5, 6), "uint8")
    found = resolved(masks=(mask, replace(mask, shape=(40, 50))))
    assert found.grid_mask == mask
    assert found.src_mask.shape == (40, 50)
    refused(r"mask of the grid has the shape \(4, 6\)",
            masks=(replace(mask, shape=(4, 6)), None))  # fmt: skip
    refused(r"mask of the source has the shape \(5, 6\)", masks=(None, mask))
    refused("valid value 256 .* cannot occur", masks=(mask, None), grid_mask_valid=256)
    refused("mask of the grid has no band 2", masks=(mask, None), grid_mask_index=2)


@pytest.mark.parametrize("shift", [(1,), (1, 2, 3), (np.nan, 0), (0, np.inf)])
def test_a_shift_is_two_finite_numbers(shift):
    refused(r"grid shift must be two finite numbers \(row, column\), got", shift=shift)


# Types and nodata


@pytest.mark.parametrize(
    ("indexes", "dtype", "expected"),
    [(None, None, "int16"), ((1,), None, "uint8"), (None, "float32", "float32")],
)
def test_the_output_has_the_type_asked_for_or_that_of_the_bands(
    indexes, dtype, expected
):
    assert resolved(src_indexes=indexes, dst_dtype=dtype).dst_dtype == expected


def test_a_type_that_no_output_has():
    refused("The output cannot have the type int64. Choose one of", dst_dtype="int64")


@pytest.mark.parametrize(
    ("asked", "nodata", "tagged"),
    [
        ({}, 255, True),
        ({"src_indexes": (2, 1)}, -9, True),
        ({"src_indexes": (2,), "dst_dtype": "uint8"}, 0, False),
        ({"src_indexes": (2,), "dst_dtype": "float32"}, -9, True),
        ({"dst_nodata": 7}, 7, True),
        ({"src": replace(SRC, nodata=(None, None))}, 0, False),
        ({"src": replace(SRC, nodata=(None, 3.0))}, 3, True),
        ({"src": replace(SRC, nodata=(None, None)), "dst_dtype": "float64"},
         np.nan, True),
    ],
)  # fmt: skip
def test_nodata_of_the_output_is_asked_for_or_that_of_the_first_band_with_one(
    asked, nodata, tagged
):
    found = resolved(**asked)
    np.testing.assert_equal(found.dst_nodata, float(nodata))
    assert found.tag_nodata == tagged


def test_nodata_of_the_output_is_the_value_that_its_pixels_get():
    asked = {"dst_dtype": "float32", "dst_nodata": -3.40282347e38}
    assert resolved(**asked).dst_nodata == np.finfo("float32").min
    asked["dst_nodata"] = 0.1
    assert resolved(**asked).dst_nodata == float(np.float32(0.1))


def test_nodata_that_the_output_cannot_hold():
    refused("nodata value 300 cannot be stored in an output of type uint8",
            dst_dtype="uint8", dst_nodata=300)  # fmt: skip


def test_nodata_of_nodes_is_asked_for_or_that_of_their_bands():
    tagged = replace(GRID, dtypes=("float32", "float64"), nodata=(0.1, -9.0))
    assert resolved(grid=tagged).node_nodata == (float(np.float32(0.1)), -9)
    assert resolved(grid=tagged, grid_nodata=5.0).node_nodata == (5, 5)
    assert np.isnan(resolved().node_nodata).all()
    asked = resolved(grid=tagged, grid_nodata=-99.9)
    assert asked.node_nodata == (float(np.float32(-99.9)), -99.9)
    assert resolved(grid=tagged, grid_col=COLS).node_nodata[0] == np.float32(0.1)


# The part to compute


def test_all_of_the_output_or_a_part():
    assert resolved(row_step=4, col_step=3).window == Window(0, 0, 16, 17)
    part = ((2, 9), (1, 4))
    assert resolved(row_step=4, window=part).window == Window(1, 2, 3, 7)
    refused("rows 2 to 8 leave the output", window=part)


@given(st.tuples(*4 * [st.integers(-5, 45)]))
def test_an_extent_is_the_window_of_all_pixel_centres_in_it(ends):
    grid = replace(GRID, transform=MAP, crs_wkt="LOCAL")
    left, right = sorted(ends[:2])
    bottom, top = sorted(ends[2:])
    extent = 5000 + 4 * left, 9000 - 3 * top, 5000 + 4 * right, 9000 - 3 * bottom
    # the centre of the first node is that of the first pixel
    rows, cols = np.indices((17, 16))
    x, y = 5015 + 30 * cols / 3, 8990 - 20 * rows / 4
    inside = (extent[0] <= x) & (x <= extent[2]) & (extent[1] <= y) & (y <= extent[3])
    assume(inside.any())
    window = resolved(grid=grid, row_step=4, col_step=3, extent=extent).window
    assert inside[window.toslices()].all()
    assert inside.sum() == window.width * window.height


def test_an_extent_that_makes_no_window():
    whole = (0, -5, 6, 0)
    assert resolved(extent=whole).window == Window(0, 0, 6, 5)
    refused("as a window and as an extent. Give one of them",
            extent=whole, window=((0, 1), (0, 1)))  # fmt: skip
    refused(r"centre in the extent \(9, 9, 10, 10\) .in the grid's coordinate system",
            extent=(9, 9, 10, 10))  # fmt: skip


def made_for(rows, cols, **asked):
    """Return the window of a grid of 5 x 6 nodes that was made for rows and columns."""
    tags = {"GRID_ROWS": str(rows), "GRID_COLS": str(cols)}
    grid = dataclasses.replace(GRID, tags=tags)
    return resolved(grid=grid, **{"row_step": 4, "col_step": 3, **asked}).window


def test_a_grid_gives_the_output_that_it_was_made_for():
    assert made_for(17, 16) == Window(0, 0, 16, 17)
    assert made_for(14, 14) == Window(0, 0, 14, 14)
    # what is asked for goes before
    assert made_for(14, 14, window=((0, 17), (2, 16))) == Window(2, 0, 14, 17)
    assert made_for(14, 14, extent=(0, -17, 16, 0)) == Window(0, 0, 16, 17)


def test_a_part_of_a_grid_or_another_step_was_not_made_for_its_tags():
    whole = Window(0, 0, 16, 17)
    for rows, cols in ((13, 14), (14, 13), (18, 14), (14, 17), (0, 0), ("x", 14)):
        assert made_for(rows, cols) == whole
    assert made_for(14, 14, row_step=1, col_step=1) == Window(0, 0, 6, 5)


# Threads


def test_threads_are_asked_for_or_the_processors():
    assert resolve_threads(3) == 3
    assert resolve_threads(None) == default_threads() == resolved().threads
    for asked in (0, -2):
        with pytest.raises(
            GridrError, match=f"Threads must be at least 1, got {asked}"
        ):
            resolve_threads(asked)


# Polygons


def test_polygons_in_pixels_count_from_their_origin():
    found = resolved(valid_polygons=box(12, 8, 14, 9), polygon_origin=(5, 10))
    valid = found.polygons.valid(Window(0, 0, 6, 6))
    assert np.argwhere(valid).tolist() == [
        [3, 2], [3, 3], [3, 4], [4, 2], [4, 3], [4, 4]
    ]  # fmt: skip


def test_polygons_on_the_map_follow_the_source():
    on_map = {"valid_polygons": box(5030, 8940, 5090, 8980), "polygon_frame": "map"}
    placed = resolved(src=replace(SRC, transform=MAP), **on_map)
    valid = placed.polygons.valid(Window(0, 0, 5, 5))
    # pixels are 30 wide and 20 high, the first corner is at (5000, 9000)
    assert np.argwhere(valid).tolist() == [[1, 1], [1, 2], [2, 1], [2, 2]]
    plain = resolved(valid_polygons=box(1, -3, 3, -1), polygon_frame="map")
    assert (plain.polygons.valid(Window(0, 0, 5, 5)) == valid).all()


def test_polygons_on_the_map_cannot_follow_a_sensor_model():
    model = replace(SRC, has_sensor_model=True)
    given = {"src": model, "invalid_polygons": [box(0, 0, 1, 1)]}
    refused("'src' lies on the map by control points or a sensor model, which polygons "
            "cannot follow. Give them in pixels", polygon_frame="map",
            **given)  # fmt: skip
    assert resolved(**given).polygons is not None
    assert resolved(src=model, polygon_frame="map").polygons is None
    placed = replace(model, transform=MAP)
    assert resolved(**{**given, "src": placed}, polygon_frame="map").polygons


def test_polygons_that_are_none():
    refused("valid polygons must be polygons, got Point", valid_polygons=Point(1, 1))
    refused("origin of the polygons must be two finite", polygon_origin=(np.nan, 0))
    assert resolved().polygons is None
    assert resolved(valid_polygons=[]).polygons is not None


def test_a_resolved_job_holds_polygons_once():
    found = resolved(valid_polygons=box(0, 0, 9, 9), invalid_polygons=[box(1, 1, 2, 2)])
    assert found.job.valid_polygons is None
    assert found.job.invalid_polygons is None
    assert found.job == Job(src="src", grid="grid", dst="dst.tif")
    again = pickle.loads(pickle.dumps(found))
    whole = Window(0, 0, 50, 40)
    assert (again.polygons.valid(whole) == found.polygons.valid(whole)).all()


# Masks to build


@pytest.fixture
def mask_job(tmp_path):
    """A job for a mask of 17 x 16 pixels on the map."""
    nodes = np.ones((5, 6), "uint8")
    return MaskJob(
        dst=str(tmp_path / "dst.tif"),
        template=write_raster(tmp_path / "a.tif", nodes, transform=MAP),
        row_step=4,
        col_step=3,
        mask=write_raster(tmp_path / "mask.tif", nodes),
    )


def test_a_mask_job_is_resolved_from_its_template(mask_job):
    found = resolve_mask(dataclasses.replace(mask_job, threads=3))
    assert found.template == read_header(mask_job.template)
    assert found.mask == read_header(mask_job.mask)
    assert (found.step, found.threads) == ((4, 3), 3)
    assert found.window == Window(0, 0, 16, 17)
    assert found.polygons is None
    plain = resolve_mask(dataclasses.replace(mask_job, mask=None))
    assert plain.mask is None
    assert plain.threads == default_threads()


def test_polygons_of_a_mask_are_those_of_its_pixels(mask_job):
    # two nodes apart: 60 wide, 40 high, about the centres of nodes (1, 1) to (3, 3)
    on_map = {"valid_polygons": box(5044, 8929, 5106, 8971), "polygon_frame": "map"}
    found = resolve_mask(dataclasses.replace(mask_job, **on_map))
    valid = found.polygons.valid(found.window)
    expected = np.zeros((17, 16), bool)
    expected[4:13, 3:10] = True
    assert (valid == expected).all()
    assert found.job == dataclasses.replace(mask_job, polygon_frame="map")


def test_mask_jobs_that_cannot_be_done(mask_job, tmp_path):
    small = write_raster(tmp_path / "small.tif", np.ones((4, 6), "uint8"))
    for changes, message in (
        ({"row_step": 0}, "row resolution must be at least 1"),
        ({"mask": small}, r"mask of the template has the shape \(4, 6\)"),
        ({"mask_valid": -1}, "valid value -1 .* cannot occur"),
        ({"threads": 0}, "Threads must be at least 1"),
    ):
        with pytest.raises(GridrError, match=message):
            resolve_mask(dataclasses.replace(mask_job, **changes))
