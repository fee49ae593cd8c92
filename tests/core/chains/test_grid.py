"""Grids made as files, from what places a source on the map."""

import dataclasses

import numpy as np
import pytest
import rasterio
from affine import Affine
from gridr_qgis.core import Cancelled, GridJob, GridrError, make_grid_dataset
from gridr_qgis.core.chains import grid as grid_chain
from gridr_qgis.core.grid import accuracy, make
from gridr_qgis.core.plan.grid_rules import resolve_grid
from helpers.affines import chained
from helpers.data import dense_positions, noise, read_raster, write_raster
from helpers.places import gcps, write_dem, write_with_gcps, write_with_rpc
from helpers.recording import Log

PLACE = {"transform": Affine(300, 0, 500000, 0, -300, 5500000), "crs": "EPSG:32631"}


@pytest.fixture
def job(tmp_path):
    src = write_raster(tmp_path / "src.tif", noise((200, 300), "uint8"), **PLACE)
    dst, mask = str(tmp_path / "grid.tif"), str(tmp_path / "mask.tif")
    return GridJob(src, dst, mask, dst_crs="EPSG:4326")


def made(job, **changed):
    job = dataclasses.replace(job, **changed)
    return make_grid_dataset(job), read_raster(job.dst), resolve_grid(job).mapping


def test_nodes_are_the_positions_of_their_pixels(job):
    summary, nodes, mapping = made(job, row_step=10, col_step=7)
    i, j = np.mgrid[0 : summary.rows, 0 : summary.cols].astype(float)
    np.testing.assert_array_equal(nodes, mapping.positions(10 * i, 7 * j))
    assert (summary.row_step, summary.col_step) == (10, 7)
    assert summary.nodes == nodes[0].size
    inside = (nodes > -0.5).all(0) & (nodes[0] < 199.5) & (nodes[1] < 299.5)
    assert summary.inside_nodes == inside.sum()
    assert summary.inside_percent == pytest.approx(100 * inside.mean())
    assert summary.masked_nodes == 0


def test_the_file_says_what_it_is(job):
    summary, _, mapping = made(job)
    with rasterio.open(job.dst) as grid:
        assert grid.dtypes == ("float64", "float64")
        assert grid.descriptions == ("row", "col")
        assert np.isnan(grid.nodata)
        tags = grid.tags()
        assert grid.crs.to_epsg() == 4326
        # the centre of the first node is that of the target's first pixel
        place, (row, col) = mapping.template.transform, (summary.row_step,) * 2
        assert grid.transform.a == place.a * col
        assert grid.transform.c + grid.transform.a / 2 == pytest.approx(
            place.c + place.a / 2, rel=1e-15
        )
    rows, cols = mapping.template.shape
    assert (tags["GRID_ROWS"], tags["GRID_COLS"]) == (str(rows), str(cols))
    assert (tags["GRID_RESOLUTION_ROW"], tags["GRID_RESOLUTION_COL"]) == (
        str(row),
        str(col),
    )


def scenes(tmp_path):
    """Return jobs of each kind of source."""
    dst = str(tmp_path / "grid.tif")
    rpc = write_with_rpc(tmp_path / "rpc.tif")
    dem = write_dem(tmp_path / "dem.tif")
    points = write_with_gcps(tmp_path / "gcps.tif", gcps(15))
    plain = write_raster(tmp_path / "src.tif", noise((200, 300), "uint8"), **PLACE)
    return {
        "geotransform": GridJob(plain, dst, dst_crs="EPSG:4326"),
        "gcps": GridJob(points, dst, dst_crs="EPSG:32632"),
        "tps": GridJob(points, dst, fit="tps"),
        "rpc": GridJob(rpc, dst, dst_crs="EPSG:32631"),
        "dem": GridJob(rpc, dst, dem=dem, dst_crs="EPSG:32631", pixel_size=60.0),
    }


@pytest.mark.parametrize("tolerance", [0.05, 0.002])
@pytest.mark.parametrize("kind", ["geotransform", "gcps", "tps", "rpc", "dem"])
def test_no_position_is_worse_than_it_is_said_to_be(tmp_path, kind, tolerance):
    summary, nodes, mapping = made(scenes(tmp_path)[kind], tolerance=tolerance)
    step, shape = (summary.row_step, summary.col_step), mapping.template.shape
    between = dense_positions(nodes, step)
    random = np.random.default_rng(0)
    rows, cols = (random.integers(0, size, 20_000) for size in shape)
    exact = mapping.positions(rows.astype(float), cols.astype(float))
    errors = np.hypot(*(exact - between[:, rows, cols]))
    src_shape = read_raster(scenes(tmp_path)[kind].src).shape[1:]
    near = accuracy.is_near(exact, src_shape)
    assert near.sum() > 1000
    assert np.isfinite(errors[near]).all()
    # where each pixel is a node, rounding is left
    assert errors[near].max() <= summary.error_max + 1e-9
    assert summary.error_max <= tolerance


def test_a_limb_loses_no_pixel(tmp_path):
    world = write_raster(
        tmp_path / "world.tif",
        noise((180, 360), "uint8"),
        transform=Affine(1, 0, -180, 0, -1, 90),
        crs="EPSG:4326",
    )
    job = GridJob(
        world,
        str(tmp_path / "grid.tif"),
        dst_crs="+proj=ortho +lat_0=40 +lon_0=10 +R=6378137 +type=crs",
        extent=(-6.5e6, -6.5e6, 6.5e6, 6.5e6),
        pixel_size=1e5,
    )
    summary, nodes, mapping = made(job)
    rows, cols = np.mgrid[0:130, 0:130].astype(float)
    known = np.isfinite(mapping.positions(rows, cols)[0])
    assert (summary.row_step, summary.col_step) == (1, 1)
    assert 0.7 < known.mean() < 0.8
    np.testing.assert_array_equal(np.isfinite(nodes[0]), known)
    assert summary.masked_nodes == (~known).sum()


def test_the_mask_says_which_nodes_have_a_place(job, tmp_path):
    world = write_raster(
        tmp_path / "world.tif",
        noise((180, 360), "uint8"),
        transform=Affine(1, 0, -180, 0, -1, 90),
        crs="EPSG:4326",
    )
    ortho = "+proj=ortho +lat_0=40 +lon_0=10 +R=6378137 +type=crs"
    extent = (-6.5e6, -6.5e6, 6.5e6, 6.5e6)
    asked = {"extent": extent, "pixel_size": 1e5, "dst_crs": ortho}
    _, nodes, _ = made(job, src=world, **asked)
    (mask,) = read_raster(job.dst_mask)
    np.testing.assert_array_equal(mask, np.isfinite(nodes[0]))


@pytest.mark.parametrize("count", [1, 500])
def test_the_grid_does_not_depend_on_strips(job, monkeypatch, count):
    _, whole, _ = made(job)
    monkeypatch.setattr(make, "AT_ONCE", count)
    monkeypatch.setattr(accuracy, "AT_ONCE", count)
    _, cut, _ = made(job)
    np.testing.assert_array_equal(cut, whole)


def test_progress_rises_to_its_end_and_the_log_tells_the_steps(job):
    log = Log()
    summary = make_grid_dataset(job, log)
    assert log.fractions == sorted(log.fractions)
    assert log.fractions[-1] == 1
    step = f"{summary.row_step} x {summary.col_step}"
    assert log.said(f"Resolution: {step} (automatic); positions between nodes are off")
    assert log.said("by its geotransform")
    assert log.said("of them in the source")
    assert log.warnings == []


def test_a_coarse_resolution_is_warned_of(job):
    log = Log()
    job = dataclasses.replace(job, row_step=199, col_step=250, tolerance=1e-4)
    make_grid_dataset(job, log)
    assert log.said("Resolution: 199 x 250 (asked for)")
    (warning,) = log.warnings
    assert warning.startswith("The error ")
    assert "is above the tolerance 0.0001" in warning


@pytest.mark.parametrize("calls", [0, 1, 3, 4])
def test_a_cancelled_run_leaves_nothing(job, tmp_path, calls, monkeypatch):
    monkeypatch.setattr(make, "AT_ONCE", 5)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(Cancelled):
        make_grid_dataset(job, Log(stop_after=calls))
    assert sorted(tmp_path.iterdir()) == before


def test_an_output_must_be_no_input(job, tmp_path):
    with pytest.raises(GridrError, match="is also an input of this run"):
        make_grid_dataset(dataclasses.replace(job, dst=job.src))
    template = {"template": job.src, "dst_crs": None}
    with pytest.raises(GridrError, match="is also an input of this run"):
        make_grid_dataset(dataclasses.replace(job, dst_mask=job.src, **template))


@pytest.fixture
def turned(tmp_path):
    """Path of a narrow source that lies at 45 degrees to the map."""
    turned = Affine.rotation(45), Affine.scale(10, -10)
    place = chained(Affine.translation(5e5, 5e6), *turned)
    pixels = noise((12, 64), "uint8")
    return write_raster(
        tmp_path / "turned.tif", pixels, transform=place, crs="EPSG:32631"
    )


def test_a_grid_whose_nodes_all_miss_the_source_does_not_appear(turned, tmp_path):
    extent = (
        5e5,
        5e6 + 350,
        5e5 + 100,
        5e6 + 450,
    )  # beside it, in the corner of its extent
    job = GridJob(turned, str(tmp_path / "grid.tif"), extent=extent, pixel_size=10)
    for step in (1, 5, None):
        with pytest.raises(GridrError, match=r"No node lies in .* of it\. Give"):
            make_grid_dataset(dataclasses.replace(job, row_step=step, col_step=step))
        assert not (tmp_path / "grid.tif").exists()


@pytest.mark.parametrize("step", [None, 100])
def test_a_source_may_lie_between_all_nodes(turned, tmp_path, step):
    job = GridJob(turned, str(tmp_path / "grid.tif"), row_step=step, col_step=step)
    summary, nodes, mapping = made(job)
    assert summary.inside_nodes == 0
    step = summary.row_step, summary.col_step
    rows, cols = np.indices(mapping.template.shape).astype(float)
    found = dense_positions(nodes, step)[:, : rows.shape[0], : rows.shape[1]]
    np.testing.assert_allclose(found, mapping.positions(rows, cols), rtol=0, atol=1e-6)


def test_outputs_that_cannot_be_are_refused_before_the_search(tmp_path, monkeypatch):
    src = write_raster(tmp_path / "src.tif", noise((8, 9), "uint8"), **PLACE)
    monkeypatch.setattr(grid_chain, "choose_step", None)
    for dst, sentence in (
        (str(tmp_path / "nowhere" / "grid.tif"), "The folder .* does not exist"),
        (str(tmp_path / "grid.png"), "must be a GeoTIFF"),
        (src, "is also an input of this run"),
    ):
        with pytest.raises(GridrError, match=sentence):
            make_grid_dataset(GridJob(src, dst))
