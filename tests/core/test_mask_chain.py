import os
from dataclasses import replace

import numpy as np
import pytest
import rasterio
from gridr_qgis.core.errors import Cancelled, GridrError
from gridr_qgis.core.feedback import Feedback
from gridr_qgis.core.mask_chain import FullMask, build_mask_dataset, run_mask
from gridr_qgis.core.options import MaskJob
from gridr_qgis.core.plan import plan
from gridr_qgis.core.plan.layout import Layout
from gridr_qgis.core.polygons.frame import pixel_frame
from gridr_qgis.core.polygons.mask import polygon_mask
from gridr_qgis.core.raster.pixels import ArrayReader, MaskRaster
from helpers.data import read_raster, write_raster
from helpers.node_masks import bilinear, full_shape, random_nodes
from helpers.recording import Log
from hypothesis import given
from hypothesis import strategies as st
from rasterio.windows import Window
from shapely.geometry import LineString, Point, box

NODES = random_nodes().astype(np.uint8)


def node_mask(nodes):
    """Return a raster in memory that tells which nodes are valid."""
    return MaskRaster(ArrayReader(nodes[None]), 1, nodes.dtype.name, 1)


def in_boxes(shape, *boxes):
    """Return which pixel centres lie in boxes (x_min, y_min, x_max, y_max)."""
    row, col = np.indices(shape)
    inside = np.zeros(shape, bool)
    for left, top, right, bottom in boxes:
        inside |= (left <= col) & (col <= right) & (top <= row) & (row <= bottom)
    return inside


@given(st.data(), st.integers(1, 9), st.integers(1, 9))
def test_a_window_is_cut_from_the_mask_by_the_plain_formula(data, row_step, col_step):
    step = row_step, col_step
    nodes = random_nodes(seed=data.draw(st.integers(0, 99)))
    rows, cols = full_shape(nodes.shape, step)
    row, col = data.draw(st.integers(0, rows - 1)), data.draw(st.integers(0, cols - 1))
    height = data.draw(st.integers(1, rows - row))
    width = data.draw(st.integers(1, cols - col))
    mask = FullMask(step, node_mask(nodes.astype(np.uint8)))
    got = mask.read(Window(col, row, width, height))
    expected = bilinear(nodes, step)[row : row + height, col : col + width]
    assert got.dtype == bool
    np.testing.assert_array_equal(got, expected)


def test_a_pixel_is_valid_by_nodes_and_by_polygons():
    polygons = polygon_mask(box(2, 1, 12, 14), box(4, 4, 6, 6), pixel_frame((0, 0)))
    inside = in_boxes((17, 16), (2, 1, 12, 14)) & ~in_boxes((17, 16), (4, 4, 6, 6))
    whole = Window(0, 0, 16, 17)
    assert (FullMask((4, 3), None, polygons).read(whole) == inside).all()
    both = FullMask((4, 3), node_mask(NODES), polygons).read(whole)
    assert (both == (inside & bilinear(NODES, (4, 3)))).all()


def test_without_nodes_and_polygons_all_is_valid():
    assert FullMask((4, 3)).read(Window(2, 3, 5, 4)).tolist() == [[True] * 5] * 4


def test_the_threshold_is_the_least_share_of_valid_nodes():
    nodes = np.array([[1], [0], [1]], np.uint8)
    got = FullMask((10, 1), node_mask(nodes), None, 0.5).read(Window(0, 0, 1, 21))
    assert np.flatnonzero(~got[:, 0]).tolist() == list(range(6, 15))


def run_into(array, mask, tile, feedback=None):
    """Run a mask in tiles of a shape into an array; return what was counted."""
    rows, cols = array.shape
    layout = Layout(Window(0, 0, cols, rows), 5, tile, 2)

    def write(strip, _, valid):
        array[strip.toslices()] = valid

    return run_mask(layout, mask, write, feedback or Feedback())


@pytest.mark.parametrize("tile", [(1, 1), (3, 4), (5, 99)])
def test_tiles_change_nothing_and_are_counted(tile):
    got = np.zeros((17, 16), bool)
    tally = run_into(got, FullMask((4, 3), node_mask(NODES)), tile)
    assert (got == bilinear(NODES, (4, 3))).all()
    assert tally == (got.sum(), 0, tally.survey)


def test_a_run_stops_where_the_feedback_says_so():
    with pytest.raises(Cancelled):
        run_into(np.zeros((17, 16), bool), FullMask((4, 3)), (2, 2), Log(stop_after=1))


# The job on files


@pytest.fixture
def mask_job(tmp_path):
    georeference = {"crs": "EPSG:32631"}
    georeference["transform"] = rasterio.Affine(40, 0, 500, 0, -30, 900)
    template = np.zeros((5, 6), np.float32)
    return MaskJob(
        dst=str(tmp_path / "dst.tif"),
        template=write_raster(tmp_path / "grid.tif", template, **georeference),
        row_step=4,
        col_step=3,
        mask=write_raster(tmp_path / "mask.tif", NODES * 5),
        mask_valid=5,
    )


@pytest.mark.parametrize("threads", [None, 1, 3])
def test_job(mask_job, threads):
    pair = (box(1, 1, 12, 14), box(4, 4, 6, 6))
    expected = in_boxes((17, 16), (1, 1, 12, 14)) & ~in_boxes((17, 16), (4, 4, 6, 6))
    expected &= bilinear(NODES, (4, 3))
    job = replace(mask_job, valid_polygons=pair[0], invalid_polygons=pair[1])
    summary = build_mask_dataset(replace(job, threads=threads))
    assert (read_raster(job.dst)[0] == expected).all()
    assert summary.valid_pixels == expected.sum()
    with rasterio.open(job.dst) as dataset:
        assert dataset.tags(1, "IMAGE_STRUCTURE")["NBITS"] == "1"
        assert dataset.crs.to_epsg() == 32631


def test_job_without_mask_or_polygons(mask_job):
    summary = build_mask_dataset(replace(mask_job, mask=None))
    assert (read_raster(mask_job.dst) == 1).all()
    assert summary.valid_pixels == 17 * 16


def test_job_in_small_tiles(mask_job, monkeypatch):
    whole = bilinear(NODES, (4, 3))
    monkeypatch.setattr(plan._Pieces, "_tile_shape", lambda *_: (2, 3))
    build_mask_dataset(mask_job)
    assert (read_raster(mask_job.dst)[0] == whole).all()


def test_job_says_what_it_did(mask_job):
    lines = []

    class Told(Feedback):
        def info(self, message):
            lines.append(message)

    build_mask_dataset(mask_job, Told())
    assert any("17 rows x 16 columns" in line for line in lines)
    assert any(line.startswith("Valid: ") for line in lines)


BAD_JOBS = {
    "missing.tif' cannot be read as a raster": {"template": "missing.tif"},
    "gone.tif' cannot be read as a raster": {"mask": "gone.tif"},
    "row resolution must be at least 1": {"row_step": 0},
    "column resolution must be at least 1": {"col_step": -1},
    "mask of the template has no band 2": {"mask_index": 2},
    "valid value 256.* cannot occur": {"mask_valid": 256},
    "valid polygons must be polygons, got Point": {"valid_polygons": Point(1, 1)},
    "invalid polygons must be polygons": {"invalid_polygons": [LineString()]},
    "origin of the polygons must be two": {
        "valid_polygons": [],
        "polygon_origin": (np.nan, 0),
    },
    "Threads must be at least 1": {"threads": 0},
    "memory limit of 1 MiB is too small": {"memory_limit": 1},
}


@pytest.mark.parametrize("message", BAD_JOBS)
def test_bad_jobs(mask_job, message):
    with pytest.raises(GridrError, match=message):
        build_mask_dataset(replace(mask_job, **BAD_JOBS[message]))
    assert not os.path.exists(mask_job.dst)


def test_mask_of_another_shape_than_the_template(mask_job, tmp_path):
    other = write_raster(tmp_path / "other.tif", NODES[:4])
    with pytest.raises(GridrError, match=r"has the shape \(4, 6\)"):
        build_mask_dataset(replace(mask_job, mask=other))
    assert not os.path.exists(mask_job.dst)


def test_template_of_one_node(mask_job, tmp_path):
    thin = write_raster(tmp_path / "thin.tif", NODES[:1])
    with pytest.raises(GridrError, match="a single node along its rows"):
        build_mask_dataset(replace(mask_job, template=thin, mask=None))
