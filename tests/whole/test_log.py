"""What a run says: its numbers against numpy, each warning where it is deserved."""

import dataclasses
import re

import numpy as np
import pytest
from gridr_qgis.core.chains.mask import build_mask_dataset
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.options import Job, MaskJob
from gridr_qgis.core.run.tier_lines import WAITING
from helpers.data import noise, read_raster, turned_grid, write_raster
from helpers.recording import Log
from rasterio import Affine
from shapely.geometry import box

STEP = (7, 5)
PLACE = {"crs": "EPSG:32631", "transform": Affine(70, 0, 5000, 0, -50, 9000)}


def centred(scale=1.0, angle=30):
    """Return nodes about the middle of the source, source pixels per output pixel."""
    nodes = turned_grid((11, 14), STEP, angle, (0, 0))
    return scale * nodes + np.reshape([150, 200], (2, 1, 1))


@pytest.fixture
def job(tmp_path):
    """A job without anything odd; nothing has a place on the map."""
    return Job(
        src=write_raster(tmp_path / "src.tif", noise((300, 400), "uint8"), nodata=255),
        grid=write_raster(tmp_path / "grid.tif", centred()),
        dst=str(tmp_path / "dst.tif"),
        dst_mask=str(tmp_path / "mask.tif"),
        row_step=STEP[0],
        col_step=STEP[1],
    )


@pytest.fixture
def logged(job, tmp_path):
    """Function: nodes, how to write them, changes of the job -> log of the run."""

    def logged(nodes=None, profile=None, **changes):
        if nodes is not None or profile is not None:
            nodes = centred() if nodes is None else nodes
            path = write_raster(tmp_path / "other.tif", nodes, **(profile or {}))
            changes["grid"] = path
        log = Log()
        log.summary = resample_dataset(dataclasses.replace(job, **changes), log)
        return log

    return logged


# The plan and the outcome


def test_a_good_run_tells_its_plan_and_its_outcome_and_warns_of_nothing(logged):
    log = logged(
        interpolation="linear", threads=2, memory_limit=500, tile_shape=(20, 30)
    )
    lines = [line for line in log.lines if line != WAITING]
    plan, outcome = lines[-9:-3], lines[-2:]
    assert plan[0] == "Source: 300 rows x 400 columns, band(s) 1 of 1."
    assert plan[1] == (
        "Grid: 11 x 14 nodes, resolution 7 x 5 (output pixels from node to node)."
    )
    assert plan[2] == (
        "Nodes: rows from band 1 (default: 1 and 2), columns from band 2 (default: 1 "
        "and 2); resolution: asked for."
    )
    assert plan[3] == (
        "Output: 71 rows x 66 columns, 1 band(s) of uint8, invalid pixels 255; linear "
        "interpolation."
    )
    assert plan[4] == (
        "Plan: 1 strip(s) of up to 71 rows with 12 tile(s) of up to 20 x 30 pixels, 2 "
        "thread(s)."
    )
    assert re.match(r"Memory: at most \d+ MiB of the 500 MiB allowed \(\d+", plan[5])
    assert re.fullmatch(
        r"Valid: 4686 of 4686 pixels \(100\.0 %\); [\d.]+ s, [\d.]+ million pixels/s\.",
        outcome[0],
    )
    assert outcome[1] == (
        "Scale: 1 x 1 source pixels per output pixel (down x right, on average)."
    )
    assert log.warnings == []


def test_the_plan_of_a_part_and_of_many_bands(logged, tmp_path):
    many = write_raster(tmp_path / "many.tif", np.ones((9, 300, 400), "uint8"))
    log = logged(src=many, window=((3, 40), (6, 66)))
    assert log.said("band(s) 1, 2, 3, 4, 5, 6, 7, 8, ... of 9.")
    assert log.said(
        "Output: 37 rows x 60 columns (part of 71 x 66 from row 3 and column 6 on), 9 "
        "band(s)"
    )


def test_valid_masked_and_outside_nodes_are_counted(job, logged):
    nodes = centred() - 140
    nodes[:, 6:8, 6:9] = np.nan
    log = logged(nodes)
    valid = read_raster(job.dst_mask)
    assert log.summary.valid_pixels == valid.sum()
    percent = 100 * valid.mean()
    assert log.said(f"Valid: {valid.sum()} of 4686 pixels ({percent:.1f} %);")
    assert log.said(f"Masked: {100 * 6 / 154:.1f} % of the grid's nodes.")
    outside = (nodes[0] < -0.5) | (nodes[1] < -0.5)
    assert 10 < outside.sum() < 100
    share = f"{100 * outside.sum() / 154:.1f} %"
    assert log.said(f"Outside the source: {share} of the grid's nodes.")
    assert log.warnings == []


def test_shares_are_none_and_all_only_where_they_are(logged):
    nodes = turned_grid((61, 61), (2, 2), 0, (150, 200))
    nodes[:, 0, 0] = np.nan
    log = logged(nodes, row_step=2, col_step=2)
    assert log.said("Masked: less than 0.1 % of the grid's nodes.")
    assert log.said(f"Valid: {121 * 121 - 4} of {121 * 121} pixels (more than 99.9 %)")


def test_the_average_scale_is_that_of_numpy(logged):
    nodes = centred()
    nodes[0] += np.linspace(0, 9, 11)[:, None] ** 2 / 4
    down, right = nodes[:, 1:] - nodes[:, :-1], nodes[:, :, 1:] - nodes[:, :, :-1]
    down = np.hypot(*down)[:, :-1].mean() / STEP[0]
    right = np.hypot(*right)[:-1].mean() / STEP[1]
    assert down > 1.1 * right
    assert logged(nodes).said(f"Scale: {down:.3g} x {right:.3g} source pixels per")


# Where the output lies


def test_place_of_the_output(logged):
    log = logged(profile=PLACE)
    assert log.said(
        "Place: WGS 84 / UTM zone 31N (EPSG:32631), pixels of 14 x 7.142857 metre "
        "(width x height), first corner at x = 5028, y = 8978.571429."
    )
    assert log.warnings == []
    degrees = {"crs": "EPSG:4326", "transform": Affine(0.05, 0, 2, 0, -0.07, 45)}
    assert logged(profile=degrees).said(
        "Place: WGS 84 (EPSG:4326), pixels of 0.01 x 0.01 degree"
    )
    own = {**PLACE, "crs": "+proj=ortho +lat_0=26 +lon_0=10 +R=6371000"}
    assert logged(profile=own).said(
        "Place: custom coordinate system (Orthographic), pixels of 14 x 7.142857 metre"
    )


def test_a_grid_without_crs_is_warned_of_once(logged):
    log = logged(profile={"transform": PLACE["transform"]})
    (warning,) = log.warnings
    assert (
        "other.tif' has no coordinate system (CRS), so the output has none" in warning
    )
    assert "gdal:assignprojection" in warning
    assert log.said("Place: unknown coordinate system, pixels of 14 x 7.142857 units")


def test_no_georeference_is_odd_only_where_the_source_has_one(logged, tmp_path):
    log = logged()
    assert log.warnings == []
    assert log.said("grid.tif' has no georeference; QGIS draws")
    placed = write_raster(tmp_path / "placed.tif", noise((300, 400), "uint8"), **PLACE)
    (warning,) = logged(src=placed).warnings
    assert "has no georeference, so the output has none, though the source" in warning


# Nothing valid


def extent(nodes):
    """Return the extent of nodes in the words of the log."""
    low, high = np.nanmin(nodes, axis=(1, 2)), np.nanmax(nodes, axis=(1, 2))
    ends = [f"{round(end, 1):.10g}" for end in (low[0], high[0], low[1], high[1])]
    return "rows {} to {} and columns {} to {}".format(*ends)


@pytest.mark.parametrize("tile", [None, (9, 11)])
def test_nothing_of_the_grid_lies_in_the_source(logged, tile):
    nodes = centred() + np.reshape([4_600_000, 500_000], (2, 1, 1))
    nodes[:, 3, 4] = np.nan
    log = logged(nodes, tile_shape=tile)
    (warning,) = log.warnings
    assert log.summary.valid_pixels == 0
    assert "nothing of the grid lies in the source" in warning
    assert f"its nodes cover {extent(nodes)}, the source has rows 0 to 299" in warning
    assert "and columns 0 to 399. Check the grid's bands, their order" in warning
    assert "not coordinates on the map" in warning


def test_exchanged_bands_are_recognised(logged):
    rows, cols = centred()
    log = logged(np.stack([cols + 180, rows]))
    assert "exchanged, they would meet" in log.warnings[0]
    assert extent(np.stack([cols + 180, rows])) in log.warnings[0]


def test_every_node_is_masked(logged):
    (warning,) = logged(centred() * np.nan).warnings
    assert "every node of the grid is masked" in warning


def test_every_pixel_is_ruled_out(logged, tmp_path):
    empty = write_raster(tmp_path / "empty.tif", np.zeros((300, 400)), nodata=0)
    (warning,) = logged(src=empty).warnings
    assert f"the grid meets the source (its nodes cover {extent(centred())}" in warning
    assert "but masks, nodata, polygons or the border rule out all of it" in warning


def test_polygons_away_from_the_source(logged):
    log = logged(valid_polygons=[box(500, 20, 600, 30.25), box(700, 9, 750, 10)])
    assert (
        "No polygon of valid pixels meets the source, so no pixel will be valid: they "
        "cover rows 9 to 30.2 and columns 500 to 750, the source has rows 0 to 299 and "
        "columns 0 to 399."
    ) in log.warnings[0]
    assert "There are no polygons of valid" in logged(valid_polygons=[]).warnings[0]
    near = [box(500, 20, 600, 30), box(20, 9, 390, 290)]
    assert logged(valid_polygons=near).warnings == []
    assert logged(invalid_polygons=near[:1]).warnings == []


# Scale


def test_aliasing(logged):
    (warning,) = logged(centred(2.6)).warnings
    assert "Aliasing: 100.0 % of the grid's cells have more than 1.5 source" in warning
    assert "ANTIALIAS = lanczos, which by itself takes OVERSAMPLING_ROW = 3 and " in (
        warning
    )
    assert "OVERSAMPLING_COL = 3 here. If the output shall be as fine" in warning
    assert warning.endswith("it is about 18 x 13 then.")
    assert logged(centred(1.49)).warnings == []


def test_aliasing_in_one_direction_and_in_a_part(logged):
    nodes = centred(angle=0)
    nodes[1, :, 12:] += np.array([1.0, 6.0])
    (warning,) = logged(nodes).warnings
    # the last two of 13 columns of cells are 6 and 10 source pixels wide, not 5
    assert f"Aliasing: {100 / 13:.1f} % of the grid's cells" in warning
    nodes[1, 1:, 12:] = centred(angle=0)[1, 1:, 12:]
    assert logged(nodes).warnings == []


def test_the_advice_against_aliasing_helps(logged):
    log = logged(centred(2.5), antialias="lanczos")
    assert log.warnings == []
    assert (
        "Anti-alias: lanczos of 3 x 3 fine pixels per output pixel (rows x columns, "
        "automatic)."
    ) in log.lines
    log = logged(centred(2.5), antialias="average", oversampling_col=3)
    assert log.warnings == []
    assert (
        "Anti-alias: average of 3 x 3 fine pixels per output pixel (rows x columns, "
        "rows automatic, columns asked for)."
    ) in log.lines
    (warning,) = logged(centred(3.5), antialias="lanczos", oversampling_col=2).warnings
    assert "with an oversampling of 4 x 2 fine pixels are 0.875 x 1.75 " in warning


def test_a_filter_that_has_nothing_to_do(logged):
    log = logged(antialias="lanczos")
    assert (
        "Anti-alias: lanczos of 1 x 1 fine pixels per output pixel (rows x columns, "
        "automatic): nothing to filter."
    ) in log.lines


def test_nearest_is_for_classes_and_does_not_alias(logged):
    assert logged(centred(2.5), interpolation="nearest").warnings == []


def test_a_resolution_left_out(logged):
    (warning,) = logged(centred(10 / 6), row_step=1, col_step=1).warnings
    assert (
        "nodes are 11.7 x 8.33 source pixels apart (down x right, on average), which "
        "with resolution 1 x 1 makes 11.7 x 8.33 source pixels per output pixel."
    ) in warning
    assert warning.endswith(
        "If it is right, choose an anti-alias filter: ANTIALIAS = lanczos, which by "
        "itself takes OVERSAMPLING_ROW = 12 and OVERSAMPLING_COL = 9 here: without, "
        "the result aliases."
    )
    same = {"row_step": 1, "col_step": 1, "interpolation": "nearest"}
    (warning,) = logged(centred(10 / 6), **same).warnings
    assert warning.endswith("number of output pixels from node to node.")


def test_a_resolution_that_every_pixel_has_already(logged):
    nodes = turned_grid((31, 41), (1, 1), 30, (150, 200))
    (warning,) = logged(nodes, row_step=10, col_step=10).warnings
    assert "nodes are 1 x 1 source pixels apart" in warning
    assert "resolution 10 x 10 makes 0.1 x 0.1 source pixels per output" in warning
    assert "smooth" not in warning
    assert logged(nodes, row_step=6, col_step=6).warnings == []


def test_a_resolution_other_than_that_of_the_tags(logged):
    tags = {"tags": {"GRID_RESOLUTION_ROW": 7, "GRID_RESOLUTION_COL": 6}}
    (warning,) = logged(profile=tags).warnings
    assert (
        "The grid's tags say GRID_RESOLUTION_ROW = 7 and GRID_RESOLUTION_COL = 6, but "
        "a resolution of 7 x 5 (rows x columns) was asked for and is used."
    ) in warning
    assert logged(profile=tags, row_step=None, col_step=None).warnings == []
    one = {"tags": {"GRID_RESOLUTION_ROW": 7, "GRID_RESOLUTION_COL": "none"}}
    assert logged(profile=one).warnings == []


# Folds


def test_a_folded_grid(logged):
    nodes = centred(angle=0)
    nodes[1] = np.abs(nodes[1] - 189) + 3
    turned = (np.diff(nodes[1], axis=1) < 0)[:-1].mean()
    assert 0.2 < turned < 0.4
    (warning,) = logged(nodes).warnings
    assert f"The grid is folded: {100 * turned:.1f} %" in warning
    (mirrored,) = logged(centred()[::-1]).warnings
    assert "mirrors the source: 100.0 % of its cells" in mirrored


def test_mirrored_bands_that_are_described_are_no_mistake(logged):
    log = logged(centred()[:, :, ::-1], {"descriptions": ("row", "col")})
    assert log.warnings == []
    assert log.said(
        "The grid mirrors the source, as where its first row is the southern one: "
        "100.0 % of its cells turn the other way round."
    )


# Masks


@pytest.fixture
def mask_logged(tmp_path):
    """Function: changes of a job -> log of building a mask of 41 x 31 pixels."""
    nodes = np.ones((5, 4), "uint8")
    nodes[1, 2] = 0
    job = MaskJob(
        dst=str(tmp_path / "dst.tif"),
        template=write_raster(tmp_path / "template.tif", np.zeros((5, 4)), **PLACE),
        row_step=10,
        col_step=10,
        mask=write_raster(tmp_path / "nodes.tif", nodes),
        memory_limit=300,
        threads=2,
    )

    def mask_logged(**changes):
        log = Log()
        changed = dataclasses.replace(job, **changes)
        log.summary = build_mask_dataset(changed, log)
        return log

    return mask_logged


def test_a_mask_tells_its_plan_and_its_outcome(mask_logged):
    log = mask_logged()
    assert log.lines[0] == (
        "Output: mask of 41 rows x 31 columns, resolution 10 x 10 (pixels of the mask "
        "from node to node)."
    )
    assert log.lines[1] == (
        "Plan: 1 strip(s) of up to 41 rows with 1 tile(s) of up to 41 x 31 pixels, 2 "
        "thread(s)."
    )
    assert re.fullmatch(
        r"Memory: at most \d+ MiB of the 300 MiB allowed\.", log.lines[2]
    )
    assert log.said("pixels of 7 x 5 metre (width x height)")
    valid = log.summary.valid_pixels
    share = f"{100 * valid / (41 * 31):.1f} %"
    assert 0 < valid < 41 * 31
    assert log.said(f"Valid: {valid} of 1271 pixels ({share});")
    assert log.warnings == []


def test_a_mask_without_a_valid_pixel(mask_logged):
    (warning,) = mask_logged(mask_valid=255).warnings
    assert "the raster mask or the polygons rule out all" in warning
    away, _ = mask_logged(valid_polygons=box(100, 0, 120, 30)).warnings
    assert "No polygon of valid pixels meets the mask" in away
    assert "the mask has rows 0 to 40 and columns 0 to 30" in away
