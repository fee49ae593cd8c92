"""Grids of geolocation arrays as files, and what is resampled through them."""

import dataclasses
import subprocess

import numpy as np
import pytest
import rasterio
from gridr_qgis.core import (
    ArraysJob,
    Cancelled,
    GridJob,
    Job,
    make_grid_dataset,
    resample_dataset,
)
from gridr_qgis.core.grid import accuracy, make
from gridr_qgis.core.kernels.tiers import Tier
from gridr_qgis.core.mapping import swath
from gridr_qgis.core.plan.grid_rules import resolve_grid
from helpers.data import noise, read_raster, write_raster
from helpers.places import gdal_positions
from helpers.recording import Log
from helpers.swaths import Scanner, write_lookup, write_swath
from helpers.tiers import served

FINE = Scanner((200, 135), size=1.0, widest=20.0)


@pytest.fixture
def job(tmp_path):
    src, *_ = write_swath(tmp_path, Scanner(height=10))
    return ArraysJob(src, str(tmp_path / "grid.tif"), str(tmp_path / "mask.tif"))


def made(job, **changed):
    job = dataclasses.replace(job, **changed)
    return make_grid_dataset(job), read_raster(job.dst)


def places_of(job):
    """Return longitude and latitude of all nodes of a job without steps."""
    mapping = resolve_grid(job).mapping
    rows, cols = np.mgrid[: mapping.template.shape[0], : mapping.template.shape[1]]
    return mapping.operation.moved(*mapping.template.places(rows + 0.0, cols + 0.0))


def test_the_grid_is_the_closed_form(job):
    summary, nodes = made(job)
    lon, lat = places_of(job)
    scanner = Scanner(height=10)
    exact = scanner.positions(lon, lat)
    last = np.array(scanner.shape)[:, None, None] - 1
    inside = ((exact >= 0) & (exact <= last)).all(axis=0)
    own = scanner.positions(lon, lat, np.where(inside, nodes[0], 0))
    assert np.hypot(*(nodes - own))[inside].max() < 0.015
    assert (summary.row_step, summary.col_step) == (1, 1)
    assert summary.masked_nodes == np.isnan(nodes[0]).sum()
    np.testing.assert_array_equal(read_raster(job.dst_mask)[0], np.isfinite(nodes[0]))


def test_positions_are_those_of_gdal_where_pixels_are_small(job, tmp_path):
    src, *_ = write_swath(tmp_path, FINE)
    job = dataclasses.replace(job, src=src)
    _, nodes = made(job)
    lon, lat = places_of(job)
    some = np.random.default_rng(0).choice(nodes[0].size, 500, replace=False)
    lon, lat, ours = lon.ravel()[some], lat.ravel()[some], nodes.reshape(2, -1)[:, some]
    last = np.array(FINE.shape)[:, None] - 1
    inside = ((ours > 1) & (ours < last - 1)).all(axis=0)
    assert inside.sum() > 200
    gdal = gdal_positions(src, lon[inside], lat[inside], "-geoloc")
    np.testing.assert_allclose(ours[:, inside], gdal, rtol=0, atol=0.02)


@pytest.mark.parametrize("count", [1, 2000])
def test_the_grid_does_not_depend_on_strips(job, monkeypatch, count):
    _, whole = made(job)
    for module in (make, accuracy, swath):
        monkeypatch.setattr(module, "AT_ONCE", count)
    _, cut = made(job)
    np.testing.assert_array_equal(cut, whole)


def test_numpy_makes_the_same_grid(job):
    _, compiled = made(job)
    with served(lambda: Tier.NUMPY):
        _, plain = made(job)
    np.testing.assert_array_equal(plain, compiled)


def test_inside_of_a_smooth_swath_the_step_is_coarse(job, tmp_path):
    src, *_ = write_swath(tmp_path, FINE)
    asked = {"src": src, "extent": (9.5, 39.5, 10.5, 40.5), "pixel_size": 0.01}
    summary, nodes = made(job, **asked)
    assert summary.row_step > 4
    assert summary.error_max <= 0.05
    fine, _ = made(job, **asked, row_step=1, col_step=1)
    assert (fine.row_step, fine.masked_nodes) == (1, 0)


def test_a_hole_is_not_filled_by_a_coarse_step(job, tmp_path):
    src, x, _ = write_swath(tmp_path, FINE)
    lon = read_raster(x)
    lon[:, 101, 66] = np.nan
    write_raster(x, lon)
    asked = {"src": src, "extent": (9.5, 39.5, 10.5, 40.5), "pixel_size": 0.005}
    summary, nodes = made(job, **asked)
    assert summary.row_step == 1
    assert 0 < summary.masked_nodes < 100


def test_progress_rises_to_its_end_and_the_log_tells(job):
    log = Log()
    make_grid_dataset(job, log)
    assert log.fractions == sorted(log.fractions)
    assert log.fractions[-1] == 1
    assert log.said("Scans of 10 rows (as the arrays show)")
    assert log.warnings == []


@pytest.mark.parametrize("calls", [0, 2, 6])
def test_a_cancelled_run_leaves_nothing(job, tmp_path, calls, monkeypatch):
    monkeypatch.setattr(make, "AT_ONCE", 5)
    monkeypatch.setattr(swath, "AT_ONCE", 5000)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(Cancelled):
        make_grid_dataset(job, Log(stop_after=calls))
    assert sorted(tmp_path.iterdir()) == before


def test_gridfromtransform_makes_the_same_grid(job):
    _, nodes = made(job)
    again = GridJob(job.src, job.dst, method="geolocation")
    make_grid_dataset(again)
    np.testing.assert_array_equal(read_raster(job.dst), nodes)


def test_the_tags_go_through_gdal_translate(job, tmp_path):
    _, nodes = made(job)
    copy = str(tmp_path / "copy.vrt")
    subprocess.run(["gdal_translate", "-q", "-of", "VRT", job.src, copy], check=True)
    _, again = made(job, src=copy)
    np.testing.assert_array_equal(again, nodes)


def test_a_netcdf_from_the_bottom_up_is_turned_with_its_arrays(job, tmp_path):
    src, *_ = write_swath(tmp_path, Scanner())
    asked = {"extent": (0, 30, 20, 45), "pixel_size": 0.1}
    _, nodes = made(job, src=src, **asked)
    vrt, nc = str(tmp_path / "copy.vrt"), str(tmp_path / "copy.nc")
    subprocess.run(["gdal_translate", "-q", "-of", "VRT", src, vrt], check=True)
    done = subprocess.run(["gdal_translate", "-q", "-of", "netCDF", vrt, nc])
    if done.returncode or "netCDF" not in raster_drivers():
        pytest.skip("there is no driver of netCDF here")
    with rasterio.open(nc) as dataset:
        if not dataset.tags(ns="GEOLOCATION"):
            pytest.skip("this driver of netCDF keeps no arrays")
    (pixels,), (turned,) = read_raster(src), read_raster(nc)
    np.testing.assert_array_equal(turned, pixels[::-1])
    _, again = made(job, src=nc, **asked)
    np.testing.assert_allclose(len(pixels) - 1 - again[0], nodes[0], atol=1e-6)
    np.testing.assert_allclose(again[1], nodes[1], atol=1e-6)


def raster_drivers():
    with rasterio.Env() as env:
        return env.drivers()


def test_arrays_as_netcdf_has_them_are_as_exact_as_their_type(job, tmp_path):
    scanner = Scanner()
    lon, lat = (values.astype("float32") for values in scanner.arrays)
    lon[:5] = lat[:5] = -32767
    src, x, y = write_swath(tmp_path, scanner)
    for name, values in ((x, lon), (y, lat)):
        write_raster(name, values, nodata=-32767)
    _, nodes = made(job, src=src)
    exact = scanner.positions(*places_of(dataclasses.replace(job, src=src)))
    known = np.isfinite(nodes[0])
    assert np.hypot(*(nodes - exact))[known].max() < 0.06
    assert nodes[0][known].min() >= 5


@pytest.mark.parametrize("method", ["nearest", "linear", "cubic"])
def test_a_glt_gives_exactly_the_sources_values(tmp_path, method):
    scanner = Scanner(height=10)
    src, *_ = write_swath(tmp_path, scanner, noise(scanner.shape, "float32"))
    grid, dst = str(tmp_path / "grid.tif"), str(tmp_path / "dst.tif")
    make_grid_dataset(ArraysJob(src, grid))
    rows, cols = read_raster(grid)
    known = np.isfinite(rows)
    rows, cols = (np.where(known, values, -1).round() for values in (rows, cols))
    with rasterio.open(grid) as dataset:
        place = dataset.transform
    bare = write_raster(tmp_path / "bare.tif", read_raster(src))
    glt = write_lookup(tmp_path / "glt.tif", rows, cols, place)
    summary = make_grid_dataset(ArraysJob(bare, grid, glt=glt))
    assert (summary.row_step, summary.col_step) == (1, 1)
    resample_dataset(Job(bare, grid, dst=dst, interpolation=method, dst_nodata=-1))
    (pixels,), (source,) = read_raster(dst), read_raster(src)
    expected = source[rows.astype(int), cols.astype(int)]
    np.testing.assert_array_equal(pixels, np.where(known, expected, -1))
