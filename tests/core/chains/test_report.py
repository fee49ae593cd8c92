"""Reports of files: beside numpy on whole arrays, and beside what a run reads."""

import dataclasses
import pickle

import numpy as np
import pytest
import rasterio
from gridr_qgis.core import (
    Cancelled,
    GridrError,
    Job,
    ReportJob,
    report_grid_dataset,
    resample_dataset,
)
from gridr_qgis.core.chains import report as chain
from gridr_qgis.core.grid import diagnosis
from gridr_qgis.core.source.source import Source
from helpers.data import noise, turned_grid, write_raster
from helpers.diagnosis import singular_values
from helpers.recording import Log

STEP = (5, 7)


@pytest.fixture
def nodes():
    nodes = turned_grid((130, 70), STEP, 20, (350, 300))
    nodes[0] += 3 * np.sin(np.arange(70) / 9)
    nodes[:, 50, 20:40] = np.nan
    return nodes


@pytest.fixture
def job(tmp_path, nodes):
    src = write_raster(tmp_path / "src.tif", noise((700, 600), "uint8"), nodata=0)
    grid = write_raster(tmp_path / "grid.tif", nodes)
    return ReportJob(src, grid, row_step=5, col_step=7, threads=1)


def test_counts_and_scales(job, nodes):
    report, log = report_grid_dataset(job), Log()
    masked = np.isnan(nodes[0])
    inside = (nodes > -0.5).all(0) & (nodes[0] < 699.5) & (nodes[1] < 599.5)
    assert report.survey.nodes == masked.size
    assert report.survey.masked == masked.sum()
    assert report.inside == inside.sum()
    assert report.inside_percent == pytest.approx(100 * inside.mean())
    values = singular_values(nodes, STEP)
    ends = np.nanmin(values), np.nanmax(values)
    assert report.diagnosis.scale_ends == pytest.approx(ends, rel=1e-9)
    assert report.diagnosis.scale(1) == pytest.approx(
        np.nanmedian(values[..., 0]), rel=0.005
    )
    assert report.diagnosis.rotation == pytest.approx(20, abs=0.5)
    assert report.shape == (130, 70)
    assert report.full_shape == (646, 484)
    assert report.src_shape == (700, 600)
    report_grid_dataset(job, log)
    assert log.fractions == sorted(log.fractions)
    assert log.fractions[-1] == 1


def test_the_grid_is_read_as_a_run_reads_it(tmp_path, job, nodes):
    plain = report_grid_dataset(job)
    stored = np.where(np.isnan(nodes), -9999, nodes[::-1] * 2 + 1)
    grid = write_raster(tmp_path / "other.tif", stored, nodata=-9999)
    with rasterio.open(grid, "r+") as dataset:
        dataset.scales, dataset.offsets = (0.5, 0.5), (-1.0, -1.0)
    asked = {"grid": grid, "row_index": 2, "col_index": 1, "shift": (0.5, 0.5)}
    other = report_grid_dataset(dataclasses.replace(job, **asked))
    assert other.survey[:6] == plain.survey[:6]
    assert other.diagnosis.rotation == plain.diagnosis.rotation
    mask = np.ones((130, 70), "uint8")
    mask[:40] = 0
    asked = {"grid_mask": write_raster(tmp_path / "mask.tif", mask)}
    masked = report_grid_dataset(dataclasses.replace(job, **asked))
    assert masked.survey.masked == 40 * 70 + 20


@pytest.mark.parametrize("interpolation", ["linear", "bspline3"])
@pytest.mark.parametrize("memory", [None, 40])
def test_what_a_run_reads_is_foretold(
    tmp_path, job, monkeypatch, interpolation, memory
):
    asked = {"interpolation": interpolation, "tile_shape": (100, 90)}
    if memory:
        asked["memory_limit"], asked["memory_limit_grows"] = 1, True
    job = dataclasses.replace(job, **asked)
    report, read = report_grid_dataset(job), []
    original = Source.read

    def noted(self, window, check=lambda: None):
        read.append(window)
        return original(self, window, check)

    monkeypatch.setattr(Source, "read", noted)
    fields = {f.name: getattr(job, f.name) for f in dataclasses.fields(Job)}
    resample_dataset(Job(**{**fields, "dst": str(tmp_path / "dst.tif")}))
    assert list(report.reads.windows) == read
    assert report.reads.gathered == 0
    assert report.reads.looked == report.reads.tiles == 7 * 6
    largest = max(window.height * window.width for window in read)
    assert report.reads.largest.height * report.reads.largest.width == largest
    if interpolation == "linear":
        total = sum(window.height * window.width for window in read)
        assert report.reads.pixels == total


def test_no_pixel_of_the_source_is_read_for_that(job, monkeypatch):
    monkeypatch.setattr(Source, "read", None)
    assert report_grid_dataset(job).reads.windows


def test_of_many_tiles_some_are_looked_at(job, monkeypatch):
    job = dataclasses.replace(job, tile_shape=(40, 40))
    all_of_them = report_grid_dataset(job).reads
    monkeypatch.setattr(chain, "MOST_TILES", 50)
    some = report_grid_dataset(job).reads
    assert all_of_them.looked == all_of_them.tiles == some.tiles > 200
    assert 25 <= some.looked <= 50
    assert some.pixels == pytest.approx(all_of_them.pixels, rel=0.2)


def test_the_report_does_not_depend_on_strips(job, monkeypatch):
    one = report_grid_dataset(job).diagnosis
    monkeypatch.setattr(diagnosis, "AT_ONCE", 1)
    other = report_grid_dataset(job).diagnosis
    for name in ("scales", "turns", "folded", "lattice"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name))
    assert one.survey == other.survey
    assert one.thinnings == other.thinnings
    np.testing.assert_array_equal(one.map.scale, other.map.scale)


def test_colours_are_shown_where_the_source_has_them(tmp_path, job):
    bands = noise((4, 90, 80), "uint8")
    src = write_raster(tmp_path / "rgb.tif", bands, photometric="RGB")
    look = report_grid_dataset(dataclasses.replace(job, src=src)).look
    np.testing.assert_array_equal(look, bands[:3])
    bands = noise((4, 90, 80), "uint16")
    src = write_raster(tmp_path / "plain.tif", bands, photometric="MINISBLACK")
    asked = {"src": src, "src_indexes": (3, 1)}
    look = report_grid_dataset(dataclasses.replace(job, **asked)).look
    np.testing.assert_array_equal(look, bands[2:3])


@pytest.mark.parametrize(
    ("shape", "step"), [((1, 1), (1, 1)), ((1, 9), (1, 4)), ((9, 1), (4, 1))]
)
def test_grids_without_a_cell(tmp_path, job, shape, step):
    grid = write_raster(tmp_path / "few.tif", turned_grid(shape, step, 30))
    asked = {"grid": grid, "row_step": step[0], "col_step": step[1]}
    report = report_grid_dataset(dataclasses.replace(job, **asked))
    assert report.survey.cells == 0
    assert report.suggested == step
    assert report.aliased_percent == 0
    assert np.isnan(report.diagnosis.map.scale).all()


def test_a_run_without_a_valid_node(tmp_path, job, nodes):
    grid = write_raster(tmp_path / "none.tif", nodes * np.nan)
    log = Log()
    report = report_grid_dataset(dataclasses.replace(job, grid=grid), log)
    assert report.inside == 0
    assert report.reads.largest is None
    assert report.reads.windows == ()
    assert np.isnan(report.error)
    (warning,) = log.warnings
    assert "every node of the grid is masked" in warning


@pytest.mark.parametrize("calls", [0, 1, 3, 8])
def test_it_can_be_cancelled_anywhere(job, calls, monkeypatch):
    monkeypatch.setattr(diagnosis, "AT_ONCE", 1)
    with pytest.raises(Cancelled):
        report_grid_dataset(job, Log(stop_after=calls))


def test_what_cannot_be_done_is_refused_as_a_run_refuses_it(job):
    def refused(sentence, **changed):
        with pytest.raises(GridrError, match=sentence):
            report_grid_dataset(dataclasses.replace(job, **changed))

    refused("The tolerance must be above 0, got 0.", tolerance=0)
    refused("The tolerance must be a number", tolerance="1")
    refused("has no band 7", row_index=7)
    refused("resolution must be at least 1", row_step=0)
    refused("cannot be read as a raster", grid="nowhere.tif")
    refused("The memory limit of 1 MiB is too small", memory_limit=1)
    with pytest.raises(GridrError, match=r"Describe it as ReportJob\("):
        report_grid_dataset(Job("a.tif", "b.tif", "c.tif"))


def test_nothing_is_written(job, tmp_path):
    before = sorted(tmp_path.iterdir())
    report_grid_dataset(job)
    assert sorted(tmp_path.iterdir()) == before


def test_a_report_is_a_plain_value(job):
    report = pickle.loads(pickle.dumps(report_grid_dataset(job)))
    assert report.memory > 0
    assert report.survey.cells
