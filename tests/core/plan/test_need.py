import dataclasses

import numpy as np
import pytest
from gridr_qgis.core.options import Job
from gridr_qgis.core.plan.need import source_need
from gridr_qgis.core.plan.rules import resolve
from gridr_qgis.core.run.readers import Readers
from helpers.data import noise, write_raster


def need(job):
    resolved = resolve(job)
    with Readers(resolved) as readers:
        return source_need(resolved, readers.grid)


@pytest.fixture
def job_of(tmp_path):
    """Function: nodes -> a nearest job of 1201 x 1201 pixels, a node every 10."""

    def job(nodes, **fields):
        return Job(
            src=write_raster(tmp_path / "src.tif", noise((1, 3000, 3000), "uint8")),
            grid=write_raster(tmp_path / "grid.tif", nodes),
            dst=str(tmp_path / "dst.tif"),
            interpolation="nearest",
            row_step=10,
            col_step=10,
            **fields,
        )

    return job


def turned(degrees, scale=1.0):
    i, j = scale * (np.mgrid[0:1201:10, 0:1201:10] - 600.0)
    cos, sin = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.stack([1500 + cos * i - sin * j, 1500 + sin * i + cos * j])


@pytest.mark.parametrize(
    ("degrees", "scale", "expected"), [(0, 1, 1), (45, 1, 2), (90, 1, 1), (0, 2, 4)]
)
def test_need_is_the_area_of_the_box_around_a_tile(job_of, degrees, scale, expected):
    got = need(job_of(turned(degrees, scale)))
    # the margin of three pixels around 1024, and a node beyond the tile's last pixel
    assert expected <= got <= 1.04 * expected


def test_need_counts_what_the_interpolation_reads_around(job_of):
    job = dataclasses.replace(
        job_of(turned(0)), interpolation="cubic", window=((0, 11), (0, 11))
    )
    assert need(job) == (11 + 2 * 3) ** 2 / 11**2


def test_shift_moves_the_grid_out_of_the_source(job_of):
    job = job_of(turned(0))
    assert need(dataclasses.replace(job, shift=(5000.0, 0.0))) == 0


def test_masked_nodes_need_nothing(job_of):
    nodes = turned(0)
    nodes[0, ::2] = 9e9
    nodes[1, 1::2] = np.nan
    job = job_of(nodes)
    assert need(dataclasses.replace(job, grid_nodata=9e9)) == 0
    nodes[:, 60] = turned(0)[:, 60]
    job = job_of(nodes)
    assert 0 < need(dataclasses.replace(job, grid_nodata=9e9)) < 0.1
