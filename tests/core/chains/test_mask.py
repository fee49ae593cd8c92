import os
from dataclasses import replace

import numpy as np
import pytest
import rasterio
from gridr_qgis.core.chains.mask import build_mask_dataset
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.feedback import Feedback
from gridr_qgis.core.options import MaskJob
from gridr_qgis.core.plan import plan
from gridr_qgis.core.plan.memory import CACHE_SIZES
from helpers.data import read_raster, write_raster
from helpers.node_masks import bilinear, in_boxes, random_nodes
from rasterio._env import get_gdal_config
from shapely.geometry import LineString, Point, box

NODES = random_nodes().astype(np.uint8)


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


def test_gdals_cache_is_as_large_as_planned_meanwhile(mask_job):
    sizes, before = [], get_gdal_config("GDAL_CACHEMAX")

    class Looking(Feedback):
        def progress(self, fraction):
            sizes.append(get_gdal_config("GDAL_CACHEMAX"))
            return True

    build_mask_dataset(mask_job, Looking())
    assert set(sizes) == {CACHE_SIZES[0]}
    assert before == get_gdal_config("GDAL_CACHEMAX") not in sizes


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
