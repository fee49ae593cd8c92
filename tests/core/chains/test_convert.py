"""Grids converted as files."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from gridr_qgis.core import (
    Cancelled,
    ConvertJob,
    GridConvention,
    GridrError,
    Job,
    convert_grid_dataset,
    resample_dataset,
)
from gridr_qgis.core.grid import make
from helpers.data import noise, read_raster, turned_grid, write_raster
from helpers.recording import Log

STEPS = {"GRID_RESOLUTION_ROW": 4, "GRID_RESOLUTION_COL": 6}
PLACE = {"transform": Affine(30, 0, 5e5, 0, -20, 5.4e6), "crs": "EPSG:32631"}
AT_ROW, AT_COL = np.mgrid[0:9, 0:7].astype(float)


def wavy(shape=(9, 7)):
    """Return nodes that no plane goes through, one of them NaN."""
    nodes = turned_grid(shape, (4, 6), 20, (20, 25))
    nodes += np.random.default_rng(1).uniform(-0.5, 0.5, nodes.shape)
    nodes[:, 5, 4] = np.nan
    return nodes


@pytest.fixture
def job(tmp_path):
    grid = write_raster(tmp_path / "grid.tif", wavy(), tags=STEPS, **PLACE)
    src = write_raster(tmp_path / "src.tif", noise((50, 60), "uint8"))
    return ConvertJob(grid, str(tmp_path / "out.tif"), "absolute", "absolute", src)


def converted(job, **changed):
    job = dataclasses.replace(job, **changed)
    return convert_grid_dataset(job), read_raster(job.dst)


@pytest.mark.parametrize("convention", GridConvention)
def test_there_and_back_is_the_same(job, convention, tmp_path):
    _, there = converted(job, convention_to=convention)
    back = {"grid": job.dst, "dst": str(tmp_path / "back.tif")}
    _, found = converted(job, convention_from=convention, **back)
    np.testing.assert_allclose(found, wavy(), rtol=0, atol=1e-12)
    assert np.isnan(there[:, 5, 4]).all()
    assert np.isnan(there).sum() == 2


@pytest.mark.parametrize(
    ("convention", "expected"),
    [
        ("absolute", lambda r, c: (r, c)),
        ("displacement", lambda r, c: (r - 4 * AT_ROW, c - 6 * AT_COL)),
        ("otb_loc", lambda r, c: (c + 0.5, r + 0.5)),
        ("otb_def", lambda r, c: (c - 6 * AT_COL, r - 4 * AT_ROW)),
        ("center05", lambda r, c: (r + 0.5, c + 0.5)),
        ("one_based", lambda r, c: (r + 1, c + 1)),
    ],
)
def test_each_convention_holds_what_it_says(job, convention, expected):
    summary, found = converted(job, convention_to=convention)
    np.testing.assert_allclose(found, expected(*wavy()), rtol=0, atol=1e-13)
    assert (summary.nodes, summary.masked_nodes) == (63, 1)
    assert bool(summary.command) == convention.startswith("otb")
    with rasterio.open(job.dst) as grid:
        assert grid.transform == (
            Affine(6, 0, -2.5, 0, 4, -1.5)
            if convention.startswith("otb")
            else PLACE["transform"]
        )
        assert grid.tags()["GRID_ROWS"] == "33"


def test_a_copy_has_all_bits(job):
    log = Log()
    convert_grid_dataset(job, log)
    np.testing.assert_array_equal(read_raster(job.dst), wavy())
    assert log.said("Nothing changes: the output is a copy of the grid.")


def picture(job, grid, tmp_path):
    files = [str(tmp_path / name) for name in ("picture.tif", "valid.tif")]
    resample_dataset(Job(job.src, grid, *files, dst_dtype="float64"))
    with rasterio.open(files[0]) as found:
        return found.read(1), read_raster(files[1])[0] == 1, found.transform


@pytest.mark.parametrize("step", [(1, 1), (2, 3), (4, 1)])
def test_a_finer_grid_gives_the_same_picture(job, tmp_path, step):
    before, valid, place = picture(job, job.grid, tmp_path)
    summary, _ = converted(job, row_step=step[0], col_step=step[1])
    after, its_valid, its_place = picture(job, job.dst, tmp_path)
    np.testing.assert_array_equal(its_valid, valid)
    np.testing.assert_allclose(after[valid], before[valid], rtol=0, atol=1e-9)
    assert its_place.almost_equals(place)
    assert (summary.row_step, summary.col_step) == step
    assert summary.error_max == summary.dropped_nodes == 0


def test_a_coarser_grid_tells_the_errors(job, tmp_path):
    log = Log()
    job = dataclasses.replace(job, row_step=12, col_step=12)
    summary = convert_grid_dataset(job, log)
    found = read_raster(job.dst)
    assert found.shape == (2, 4, 4)
    np.testing.assert_array_equal(found[:, :3], wavy()[:, ::3, ::2])
    assert summary.dropped_nodes == 9 * 7 - 3 * 4
    assert 0.1 < summary.error_99 <= summary.error_max < 3
    assert log.said("At the 51 nodes that are dropped, positions are off by at most ")
    assert len(log.warnings) == 1  # NaN
    with rasterio.open(job.dst) as grid:
        assert (grid.tags()["GRID_ROWS"], grid.tags()["GRID_COLS"]) == ("33", "37")


@pytest.mark.parametrize("at_once", [1, 20])
@pytest.mark.parametrize("step", [(2, 2), (12, 12), (8, 3)])
def test_the_output_does_not_depend_on_strips(job, monkeypatch, step, at_once):
    changed = {"row_step": step[0], "col_step": step[1], "convention_to": "otb_def"}
    summary, whole = converted(job, **changed)
    monkeypatch.setattr(make, "AT_ONCE", at_once)
    again, cut = converted(job, **changed)
    np.testing.assert_array_equal(cut, whole)
    assert again == summary


def test_packed_masked_and_separate_rasters_are_read(job, tmp_path):
    nodes = wavy()
    usable = np.ones((9, 7), "uint8")
    usable[0, 0] = 0
    changed = {
        "grid": write_raster(tmp_path / "r.tif", nodes[0], nodata=nodes[0, 1, 1]),
        "grid_col": write_raster(tmp_path / "c.tif", nodes[1]),
        "grid_mask": write_raster(tmp_path / "m.tif", usable),
        "spacing": (4, 6),
    }
    nodes[:, 0, 0] = nodes[:, 1, 1] = np.nan
    _, found = converted(job, **changed)
    np.testing.assert_array_equal(found, nodes)


def test_progress_rises_to_its_end(job):
    log = Log()
    convert_grid_dataset(dataclasses.replace(job, row_step=8), log)
    assert log.fractions == sorted(log.fractions)
    assert log.fractions[-1] == 1


@pytest.mark.parametrize("calls", [0, 1, 9, 12])
def test_a_cancelled_run_leaves_nothing(job, tmp_path, calls, monkeypatch):
    monkeypatch.setattr(make, "AT_ONCE", 1)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(Cancelled):
        convert_grid_dataset(dataclasses.replace(job, row_step=8), Log(calls))
    assert sorted(tmp_path.iterdir()) == before


def test_an_output_must_be_no_input_and_errors_leave_nothing(job):
    with pytest.raises(GridrError, match="is also an input of this run"):
        converted(job, dst=job.grid)
    with pytest.raises(GridrError, match="Give one that divides 4"):
        converted(job, row_step=3)
    assert not Path(job.dst).exists()
