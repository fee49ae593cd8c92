import dataclasses
import pickle
from pathlib import Path

import numpy as np
import pytest
from gridr_qgis.core.plan.rules import resolve
from gridr_qgis.core.raster.changes import Watch
from gridr_qgis.core.run.needs import VERSION
from gridr_qgis.core.run.tally import Tally
from gridr_qgis.core.run.whole import Whole
from gridr_qgis.core.window import window_of
from helpers.data import noise, write_raster

WINDOW = window_of(((10, 30), (5, 25)))


def whole_of(job, threads=4):
    resolved = resolve(job)
    return Whole.of(resolved, Watch(resolved.inputs).stamps, threads)


def test_a_part_is_the_job_with_a_window_and_files_of_its_own(job):
    job = dataclasses.replace(job, threads=3, extent=(1, -30, 40, -2))
    whole = whole_of(job)
    part = whole.part(WINDOW, 123)
    assert (part.window, part.threads, part.job.memory_limit) == (WINDOW, 1, 123)
    name = f"{whole.data.fingerprint}/r0000010_c0000005.tif"
    assert part.job.dst == f"{job.dst}.parts/{name}"
    assert part.job.dst_mask == f"{job.dst_mask}.parts/{name}"
    assert dataclasses.replace(part, job=None, window=None, threads=0) == (
        dataclasses.replace(whole.resolved, job=None, window=None, threads=0)
    )
    without = whole_of(dataclasses.replace(job, dst_mask=None))
    assert without.part(WINDOW, 1).job.dst_mask is None
    assert len(without.folders) == 1


@pytest.mark.parametrize(("end", "kept"), [("vrt", {"COMPRESS": "LZW"}), ("tif", {})])
def test_creation_options_are_those_of_files_that_stay(job, tmp_path, end, kept):
    dst = str(tmp_path / f"dst.{end}")
    options = {"COMPRESS": "LZW"}
    whole = whole_of(dataclasses.replace(job, dst=dst, creation_options=options))
    assert whole.options == whole.part(WINDOW, 1).job.creation_options == kept
    plain = whole_of(dataclasses.replace(job, dst=dst))
    assert (whole.data.fingerprint == plain.data.fingerprint) == (end == "tif")


def test_needs_are_inputs_and_folders(job):
    whole = whole_of(job)
    assert whole.needs.version == VERSION
    assert [header.name for header in whole.needs.headers][:2] == [job.src, job.grid]
    assert set(whole.needs.stamps) == {job.src, job.grid}
    assert whole.needs.folders == (whole.data.path, whole.mask.path)
    assert whole.seconds == pytest.approx(4 * whole_of(job, 16).seconds)


def test_counts_of_both_files_of_a_part(job):
    whole = whole_of(job)
    tally = Tally(np.int64(7), 2)
    for folder in whole.folders:
        assert whole.counted(WINDOW) is None
        Path(folder.path).mkdir(parents=True)
        tags = folder.tag(tally)
        write_raster(folder.part(WINDOW), noise((20, 20)), tags=tags)
    assert whole.counted(WINDOW) == tally
    assert isinstance(whole.counted(WINDOW).survey.bounds, tuple)


def test_it_is_sent_in_few_bytes(job):
    whole = whole_of(job)
    assert len(pickle.dumps(whole)) < 10_000
    assert pickle.loads(pickle.dumps(whole)).data == whole.data
