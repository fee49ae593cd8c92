import dataclasses

import numpy as np
import pytest
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.errors import Cancelled, GridrError
from gridr_qgis.core.plan.outputs import resampling_outputs
from gridr_qgis.core.plan.plan import make_plan
from gridr_qgis.core.plan.rules import resolve
from gridr_qgis.core.raster.changes import Watch
from gridr_qgis.core.run.cluster import make_part
from gridr_qgis.core.run.join import join, rows_within
from gridr_qgis.core.run.whole import Whole
from gridr_qgis.core.window import tiles, window_ranges
from helpers.data import read_raster
from helpers.recording import Log


@pytest.fixture
def made(job, tmp_path):
    """Function: changes of a job -> the run with all its parts made."""
    pytest.importorskip("distributed")

    def make(**changes):
        asked = dataclasses.replace(job, **changes)
        resolved = resolve(asked)
        whole = Whole.of(resolved, Watch(resolved.inputs).stamps, 1)
        windows = list(tiles(resolved.window, (32, 40)))
        for folder in whole.folders:
            folder.begin(windows)
        for window in windows:
            assert make_part(whole, window_ranges(window), "topic") is not None
        return whole, resampling_outputs(make_plan(resolved)), windows

    return make


@pytest.mark.parametrize("rows", [1, 30, 500])
@pytest.mark.parametrize("ends", [("tif", "tif"), ("vrt", "tif"), ("vrt", "vrt")])
def test_parts_become_what_one_run_makes(made, job, tmp_path, rows, ends):
    resample_dataset(job)
    names = [tmp_path / f"{n}.{end}" for n, end in zip(("a", "b"), ends)]
    whole, outputs, windows = made(dst=str(names[0]), dst_mask=str(names[1]))
    log = Log()
    join(whole, outputs, windows, rows, log)
    assert (read_raster(names[0]) == read_raster(job.dst)).all()
    assert (read_raster(names[1]) == read_raster(job.dst_mask)).all()
    if "tif" in ends:
        assert log.fractions == [n / 71 for n in range(0, 71, rows)]


def test_the_mask_may_be_left_out(made, job, tmp_path):
    resample_dataset(job)
    whole, outputs, windows = made(dst=str(tmp_path / "a.tif"), dst_mask=None)
    join(whole, outputs, windows, 10, Log())
    assert (read_raster(tmp_path / "a.tif") == read_raster(job.dst)).all()


@pytest.mark.parametrize("end", ["tif", "vrt"])
def test_outputs_appear_together_or_not_at_all(made, tmp_path, end):
    data, mask = tmp_path / f"a.{end}", tmp_path / "b.tif"
    data.write_bytes(b"old")
    whole, outputs, windows = made(dst=str(data), dst_mask=str(mask))
    before = {path for path in tmp_path.iterdir()}
    with pytest.raises(Cancelled):
        join(whole, outputs, windows, 10, Log(stop_after=3))
    assert {path for path in tmp_path.iterdir()} == before
    assert data.read_bytes() == b"old"
    mask.mkdir()
    with pytest.raises(GridrError, match="cannot be written"):
        join(whole, outputs, windows, 10, Log())
    assert data.read_bytes() == b"old"


def test_a_mosaic_takes_the_mode_of_the_old_one(made, tmp_path):
    data = tmp_path / "a.vrt"
    data.write_bytes(b"old")
    data.chmod(0o640)
    whole, outputs, windows = made(dst=str(data), dst_mask=None)
    join(whole, outputs, windows, 10, Log())
    assert data.stat().st_mode & 0o777 == 0o640
    assert read_raster(data).shape == (2, 71, 66)


def test_rows_that_are_copied_fit_the_memory(job):
    output = resampling_outputs(make_plan(resolve(job)))[0]
    wide = output._replace(profile={**output.profile, "width": 100_000, "count": 3})
    assert rows_within(1000, 1024, wide) == 1024
    row = 100_000 * (3 * np.dtype("int16").itemsize + 2) / 2**20
    assert rows_within(700, 1024, wide) == 768 - 256
    assert 512 * row < 700 < 1024 * row
    assert rows_within(300, 1024, wide) == 256
    assert rows_within(1, 1024, wide) == 256
    assert rows_within(1, 100, wide) == 100
