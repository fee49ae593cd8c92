"""Grids made of control points as files, and what is told of these."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import rasterio
from gridr_qgis.core import (
    Cancelled,
    GridrError,
    PointsJob,
    make_grid_dataset,
    make_points_grid,
)
from gridr_qgis.core.grid import accuracy, make
from gridr_qgis.core.kernels.loading import LOADER
from gridr_qgis.core.kernels.tiers import Tier
from gridr_qgis.core.mapping.mapping import SHARE
from gridr_qgis.core.plan.grid_rules import resolve_grid
from helpers.data import dense_positions, noise, read_raster, write_raster
from helpers.places import gcps, gdal_positions, write_with_gcps
from helpers.points import control, write_points
from helpers.recording import Log
from helpers.tiers import served

FITS = ["polynomial1", "polynomial2", "polynomial3", "tps"]
FITS += ["projective", "linear", "helmert"]


@pytest.fixture
def job(tmp_path):
    src = write_raster(tmp_path / "scan.tif", noise((200, 300), "uint8"))
    points = write_points(tmp_path / "scan.points", control(15))
    dst, mask = str(tmp_path / "grid.tif"), str(tmp_path / "mask.tif")
    return PointsJob(src, dst, mask, points=points, dst_crs="EPSG:32632")


@pytest.mark.parametrize("fit", FITS)
def test_no_position_is_worse_than_it_is_said_to_be(job, fit):
    job = dataclasses.replace(job, fit=fit)
    summary, points = make_points_grid(job)
    nodes, mapping = read_raster(job.dst), resolve_grid(job).mapping
    step = summary.row_step, summary.col_step
    rows, cols = np.mgrid[
        0 : mapping.template.shape[0] : 3.0, 0 : mapping.template.shape[1] : 3.0
    ]
    exact = mapping.positions(rows, cols)
    between = dense_positions(nodes, step)[:, rows.astype(int), cols.astype(int)]
    near = accuracy.is_near(exact, (200, 300))
    errors = np.hypot(*(exact - between))[near]
    assert near.sum() > 1000
    assert errors.max() <= summary.error_max + 1e-9
    assert summary.error_max <= 0.05
    assert points.errors.shape == points.left_out.shape == (15, 2)
    assert summary.inside_nodes > 0


@pytest.mark.parametrize(
    ("fit", "option"), [("polynomial1", "-order 1"), ("polynomial2", "-order 2"),
                        ("polynomial3", "-order 3"), ("tps", "-tps")]
)  # fmt: skip
def test_nodes_are_gdals_of_the_same_points(job, tmp_path, fit, option):
    job = dataclasses.replace(job, fit=fit, dst_crs=None, row_step=20, col_step=30)
    make_points_grid(job)
    nodes, template = read_raster(job.dst), resolve_grid(job).mapping.template
    src = write_with_gcps(tmp_path / "gcps.tif", gcps(15))
    rows, cols = np.indices(nodes[0].shape)
    x, y = template.places(20.0 * rows.ravel(), 30.0 * cols.ravel())
    expected = gdal_positions(src, x, y, *option.split())
    np.testing.assert_allclose(nodes.reshape(2, -1), expected, rtol=0, atol=1e-6)


def test_the_plain_function_makes_the_same_grid(job, tmp_path):
    summary, _ = make_points_grid(job)
    other = dataclasses.replace(job, dst=str(tmp_path / "other.tif"))
    assert make_grid_dataset(other) == summary
    np.testing.assert_array_equal(read_raster(other.dst), read_raster(job.dst))
    with rasterio.open(job.dst) as grid:
        assert grid.descriptions == ("row", "col")
        assert grid.crs.to_epsg() == 32632
    assert read_raster(job.dst_mask).all()


@pytest.mark.parametrize("fit", FITS)
def test_the_grid_depends_neither_on_strips_nor_on_who_computes(job, monkeypatch, fit):
    job = dataclasses.replace(job, fit=fit)
    with served(lambda: Tier.NUMBA):
        make_points_grid(job)
    whole = read_raster(job.dst)
    monkeypatch.setattr(make, "AT_ONCE", 500)
    monkeypatch.setattr(accuracy, "AT_ONCE", 500)
    with served(lambda: Tier.NUMPY):
        make_points_grid(job)
    np.testing.assert_array_equal(read_raster(job.dst), whole)


def test_kernels_are_loaded_for_bent_plates_only(job, monkeypatch):
    asked = []
    beside = LOADER.beside
    monkeypatch.setattr(
        LOADER, "beside", lambda time: asked.append(time) or beside(0.0)
    )
    make_points_grid(job)
    make_points_grid(dataclasses.replace(job, fit="tps"))
    tps = resolve_grid(dataclasses.replace(job, fit="tps"))
    rows, cols = tps.mapping.template.shape
    assert asked[0] == 0
    assert asked[1] == pytest.approx(2e-8 * rows * cols / SHARE * 15, rel=0.01)


def test_what_was_found_of_the_points_is_logged(job):
    log = Log()
    make_points_grid(job, log)
    assert log.said("15 points of 15, fit polynomial 1 in EPSG:32632")
    assert log.said("Residuals: ")
    assert log.said("From EPSG:4326 to EPSG:32632")
    assert log.said("Resolution: ")


@pytest.mark.parametrize("calls", [0, 1])
def test_a_cancelled_run_leaves_nothing(job, tmp_path, calls):
    before = sorted(tmp_path.iterdir())
    with pytest.raises(Cancelled):
        make_points_grid(job, Log(stop_after=calls))
    assert sorted(tmp_path.iterdir()) == before


def test_bad_points_leave_nothing(job, tmp_path):
    before = sorted(tmp_path.iterdir())
    with pytest.raises(GridrError, match="3 points, 2 are enabled"):
        make_points_grid(
            dataclasses.replace(
                job,
                points=write_points(tmp_path / "scan.points", control(2)),
            )
        )
    assert sorted(tmp_path.iterdir()) == before


def test_the_points_are_not_replaced(job, tmp_path):
    points = write_points(tmp_path / "points.tif", control(15))
    before = Path(points).read_text()
    for changes in ({"dst": points}, {"dst_mask": points}):
        with pytest.raises(GridrError, match="points.tif' is also an input of this"):
            make_points_grid(dataclasses.replace(job, points=points, **changes))
    assert Path(points).read_text() == before
