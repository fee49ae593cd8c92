import dataclasses

import numpy as np
import pytest
from affine import Affine
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.feedback import Note
from gridr_qgis.core.machine import MIB
from gridr_qgis.core.options import Job, MaskJob
from gridr_qgis.core.plan.memory import MemoryPlan
from gridr_qgis.core.plan.outputs import resampling_outputs
from gridr_qgis.core.plan.plan import make_mask_plan, make_plan
from gridr_qgis.core.plan.rules import resolve, resolve_mask
from gridr_qgis.core.polygons.frame import pixel_frame
from gridr_qgis.core.polygons.mask import polygon_mask
from gridr_qgis.core.run.log_plan import (
    plan_lines,
    tell_georeference,
    tell_mask_plan,
    tell_plan,
    tell_polygons,
)
from helpers.data import noise, turned_grid, write_raster
from helpers.recording import Log
from rasterio.crs import CRS
from rasterio.windows import Window
from shapely.geometry import box

UTM = CRS.from_epsg(32631).to_wkt()
PLACED = Affine(70, 0, 5000, 0, -50, 9000)


@pytest.fixture
def headers(job):
    """The headers of a source and of its grid, both without georeference."""
    resolved = resolve(job)
    return resolved.src, resolved.grid_row


# The pieces


@pytest.fixture
def plan(tmp_path):
    """A plan of an output of 20001 x 20001 pixels."""
    job = Job(
        src=write_raster(tmp_path / "src.tif", noise((20, 30))),
        grid=write_raster(tmp_path / "grid.tif", turned_grid((21, 21), (1000, 1000))),
        dst=str(tmp_path / "dst.tif"),
        row_step=1000,
        col_step=1000,
        threads=2,
        memory_limit=256,
    )
    return make_plan(resolve(job))


def test_the_plan_can_be_read(plan):
    text = "\n".join(plan_lines(plan))
    assert "20001 rows x 20001 columns" in text
    assert "40 strip(s) of up to 512 rows with 20 tile(s)" in text
    assert f"of the {plan.memory.limit // MIB} MiB allowed" in text


def test_each_number_of_a_plan_has_its_line(plan):
    sizes = {"limit": 100, "cache": 4, "strips": 8, "tile": 16, "source": 32}
    sizes = {name: size * MIB for name, size in sizes.items()}
    memory = MemoryPlan(**sizes, expected=20 * MIB, estimate=90 * MIB)
    assert list(plan_lines(dataclasses.replace(plan, memory=memory))) == [
        "Source: 20 rows x 30 columns, band(s) 1 of 1.",
        "Grid: 21 x 21 nodes, resolution 1000 x 1000 (output pixels from node to "
        "node).",
        "Nodes: rows from band 1 (default: 1 and 2), columns from band 2 (default: 1 "
        "and 2); resolution: asked for.",
        "Output: 20001 rows x 20001 columns, 1 band(s) of uint16, invalid pixels 0; "
        "cubic interpolation.",
        "Plan: 40 strip(s) of up to 512 rows with 20 tile(s) of up to 512 x 1001 "
        "pixels, 2 thread(s).",
        "Memory: at most 90 MiB of the 100 MiB allowed (8 MiB for strips, 4 MiB for "
        "GDAL's cache, 20 MiB per thread for source pixels).",
    ]


def test_a_part_says_where_it_begins_and_eight_bands_are_named(job):
    many = resolve(dataclasses.replace(
        job, src_indexes=(1, 2) * 5, window=((3, 40), (6, 66)))
    )  # fmt: skip
    source, _, _, output, *_ = plan_lines(make_plan(many))
    assert source.endswith("band(s) 1, 2, 1, 2, 1, 2, 1, 2, ... of 2.")
    assert output.startswith(
        "Output: 37 rows x 60 columns (part of 71 x 66 from row 3 and column 6 on), "
        "10 band(s) of int16, invalid pixels -9999;"
    )
    eight = resolve(dataclasses.replace(job, src_indexes=(1, 2) * 4))
    assert "1, 2, 1, 2 of 2." in next(plan_lines(make_plan(eight)))


def test_notes_of_outputs_come_before_the_plan(job):
    notes = Note("a line"), Note("a warning", is_odd=True)
    plan = make_plan(resolve(job))
    data, mask = resampling_outputs(plan)
    log = Log()
    tell_plan(plan, [data._replace(notes=notes), mask], log)
    assert log.lines[0] == "a line"
    assert log.lines[1:7] == list(plan_lines(plan))
    assert log.lines[7].startswith("Place: none")
    assert log.warnings == ["a warning"]


def test_notes_of_rules_are_told_even_if_the_run_is_refused(job):
    log = Log()
    job = dataclasses.replace(job, row_step=1, dst=job.src, grid_nodata=-9)
    with pytest.raises(GridrError, match="also an input"):
        resample_dataset(job, log)
    assert log.said("Grid nodes with -9 in band 1 are masked.")


# Georeference


def georeference(grid, src=None, step=(10, 10), origin=(0, 0)):
    log, window = Log(), Window(origin[1], origin[0], 9, 9)
    tell_georeference(grid, step, window, src, log)
    return log


def test_place_of_the_output_and_size_of_its_pixels(headers):
    grid = dataclasses.replace(headers[1], transform=PLACED, crs_wkt=UTM)
    log = georeference(grid, step=(7, 5), origin=(2, 4))
    # the centre of the first node is that of pixel (0, 0)
    x, y = 5000 + 70 / 2 + (4 - 0.5) * 14, 9000 - 50 / 2 - (2 - 0.5) * 50 / 7
    assert log.lines == [
        "Place: WGS 84 / UTM zone 31N (EPSG:32631), pixels of 14 x 7.142857 metre "
        f"(width x height), first corner at x = {x:.10g}, y = {y:.10g}."
    ]
    assert log.warnings == []


def test_pixels_of_a_turned_map_have_the_length_of_their_sides(headers):
    turned = Affine(30, -80, 0, 40, 60, 0)
    log = georeference(dataclasses.replace(headers[1], transform=turned, crs_wkt=UTM))
    assert log.said("pixels of 5 x 10 metre (width x height)")


@pytest.mark.parametrize(
    ("code", "words"),
    [("EPSG:4326", "WGS 84 (EPSG:4326), pixels of 7 x 5 degree"),
     ("EPSG:2227", "(EPSG:2227), pixels of 7 x 5 US survey foot"),
     ("+proj=ortho +lat_0=26 +lon_0=10 +R=6371000",
      "Place: custom coordinate system (Orthographic), pixels of 7 x 5 metre"),
     ("+proj=longlat +R=6371000",
      "Place: custom coordinate system (longitude and latitude), pixels of 7 x 5 deg")],
)  # fmt: skip
def test_the_crs_has_a_name_a_code_and_a_unit(headers, code, words):
    wkt = CRS.from_string(code).to_wkt()
    log = georeference(dataclasses.replace(headers[1], transform=PLACED, crs_wkt=wkt))
    assert log.said(words)
    assert log.warnings == []


def test_a_grid_without_crs_is_warned_of(headers):
    log = georeference(dataclasses.replace(headers[1], transform=PLACED))
    assert log.said("Place: unknown coordinate system, pixels of 7 x 5 units")
    (warning,) = log.warnings
    assert "grid.tif' has no coordinate system (CRS), so the output has none" in warning


def test_no_georeference_is_odd_only_where_the_source_has_one(headers):
    src, grid = headers
    for plain in (src, None):
        log = georeference(grid, plain)
        assert log.warnings == []
        assert log.said("QGIS draws the output at x = column,")
    for placed in (
        dataclasses.replace(src, transform=PLACED),
        dataclasses.replace(src, crs_wkt=UTM),
    ):
        log = georeference(grid, placed)
        (warning,) = log.warnings
        assert "so the output has none, though the source has" in warning
        assert log.lines == []


# Polygons


def polygons(valid, invalid=None, shape=(70, 90)):
    """Return what is said of polygons in pixels."""
    log = Log()
    mask = polygon_mask(valid, invalid, pixel_frame((0, 0)))
    tell_polygons(mask, shape, "source", log)
    assert log.lines == []
    return log.warnings


@pytest.mark.parametrize(
    "inside", [None, box(0, 0, 5, 5), [box(500, 0, 600, 9), box(80, 60, 99, 99)]]
)
def test_polygons_that_meet_the_source_are_not_worth_a_word(inside):
    assert polygons(inside, box(500, 0, 600, 9)) == []


def test_polygons_that_miss_the_source_are_where_they_are():
    assert polygons([box(500, 20, 600, 30.25), box(700, 9, 750, 10)]) == [
        "No polygon of valid pixels meets the source, so no pixel will be valid: they "
        "cover rows 9 to 30.2 and columns 500 to 750, the source has rows 0 to 69 and "
        "columns 0 to 89. Check their coordinate system and frame."
    ]


def test_no_polygon_at_all_is_warned_of():
    assert polygons([]) == [
        "There are no polygons of valid pixels, so no pixel will be valid. Give one at "
        "least, or no layer of them."
    ]


# Masks


def test_a_mask_tells_its_pieces_and_its_place(tmp_path):
    profile = {"crs": "EPSG:32631", "transform": PLACED}
    job = MaskJob(
        dst=str(tmp_path / "dst.tif"),
        template=write_raster(tmp_path / "a.tif", np.zeros((5, 4)), **profile),
        row_step=10,
        col_step=10,
        valid_polygons=box(100, 0, 120, 30),
        memory_limit=300,
        threads=2,
    )
    log, plan = Log(), make_mask_plan(resolve_mask(job))
    tell_mask_plan(plan, log)
    assert log.lines[:3] == [
        "Output: mask of 41 rows x 31 columns, resolution 10 x 10 (pixels of the mask "
        "from node to node).",
        "Plan: 1 strip(s) of up to 41 rows with 1 tile(s) of up to 41 x 31 pixels, 2 "
        "thread(s).",
        f"Memory: at most {plan.memory.estimate / MIB:.0f} MiB of the 300 MiB allowed.",
    ]
    assert log.said("pixels of 7 x 5 metre (width x height)")
    (away,) = log.warnings
    assert "meets the mask, so" in away
    assert "the mask has rows 0 to 40 and" in away


def test_millions_of_strips_and_tiles_are_counted_not_listed(plan):
    window = Window(0, 0, 2**31 - 1, 2**31 - 1)
    huge = dataclasses.replace(
        plan.layout, window=window, strip_rows=1, tile_shape=(5, 1)
    )
    line = list(plan_lines(dataclasses.replace(plan, layout=huge)))[4]
    assert line.startswith(
        "Plan: 2147483647 strip(s) of up to 1 rows with 2147483647 t"
    )
