"""Every field of a job, with values of every kind: right, or a sentence."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from affine import Affine
from gridr_qgis.core.chains.mask import build_mask_dataset
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.options import Job, MaskJob
from gridr_qgis.core.plan.kinds import OF_JOB, OF_MASK_JOB, job_of
from gridr_qgis.core.plan.rules import resolve
from helpers.data import noise, turned_grid, write_raster
from helpers.odd_calls import REMEDY, judge
from helpers.odd_values import ODD
from helpers.recording import Log
from shapely.geometry import Point, box

MORE = {
    "creation_options": [
        {"COMPRESS": None},
        {1: "YES"},
        {"": "YES"},
        {"TILED": True},
        {"BLOCKYSIZE": "²"},
        {"COMPRESS": "NOPE"},
    ],
    "extent": [(0, 0, 9), (0, 0, np.nan, 9), (-1e308, -1e308, 1e308, 1e308), "0,0,9,9"],
    "window": [((0, 2.5), (0, 3)), ((0, 10**30), (0, 3)), ((0, 3),), "abcd", (0, 3)],
    "valid_polygons": [Point(0, 0), [None], box(0, 0, 1e308, 1e308), np.array([1])],
    "shift": [(1e308, -1e308), (True, 1), ("1", "2"), {0: 1, 1: 2}],
    "src_indexes": [(1, True), (1.0,), "12", range(1, 3), np.array([[1]]), {1}],
    "tile_shape": [(1, 1), (2, 0), (10**30, 1), (1.0, 1)],
    "dst": ["\0.tif", "x" * 5000 + ".tif", b"out.tif"],
    "row_step": [10**5, 2**31, 2**40, np.timedelta64(3)],
    "threads": [2000, np.uint8(2)],
    "bspline_epsilon": [5e-324],
    "dst_dtype": [np.uint8, np.dtype(">u2"), complex, "O", "datetime64[s]"],
    "strip_size": [2**62],
    "memory_limit": [2**62],
}
MORE["invalid_polygons"] = MORE["valid_polygons"]
MORE["col_step"] = MORE["row_step"]


def judged(run, job, changes):
    """Run a job with changes: it succeeds, or a sentence has a remedy; in time."""
    sentence = judge(
        lambda **given: run(dataclasses.replace(job, **given), Log()), **changes
    )
    assert sentence is None or REMEDY.search(sentence), (changes, sentence)


@pytest.fixture(scope="module")
def jobs(tmp_path_factory):
    """A job and a job for a mask that work, over small rasters."""
    folder = tmp_path_factory.mktemp("kinds")
    mask = write_raster(folder / "m.tif", np.ones((5, 6), "uint8"))
    place = {"transform": Affine(3, 1, 0, 1, -3, 0), "crs": "EPSG:32631"}
    job = Job(
        src=write_raster(folder / "src.tif", noise((2, 40, 50), "uint8")),
        grid=write_raster(folder / "grid.tif", turned_grid((5, 6), (4, 4)), **place),
        dst=str(folder / "dst.tif"),
        dst_mask=str(folder / "mask.tif"),
        row_step=4,
        col_step=4,
        grid_mask=mask,
        interpolation="bspline3",
    )
    resample_dataset(job, Log())  # compiles
    return job, MaskJob(job.dst, job.grid, 4, 4, mask)


def test_every_field_has_its_kind():
    for kind, table in ((Job, OF_JOB), (MaskJob, OF_MASK_JOB)):
        assert set(table) == {field.name for field in dataclasses.fields(kind)}


@pytest.mark.parametrize("name", OF_JOB)
def test_odd_values_of_a_job(jobs, name):
    for value in [*ODD, *MORE.get(name, ())]:
        judged(resample_dataset, jobs[0], {name: value})


@pytest.mark.parametrize("name", OF_MASK_JOB)
def test_odd_values_of_a_job_for_a_mask(jobs, name):
    for value in [*ODD, *MORE.get(name, ())]:
        judged(build_mask_dataset, jobs[1], {name: value})


@pytest.mark.parametrize("run", [resample_dataset, build_mask_dataset])
@pytest.mark.parametrize("other", [None, "job", {}, Job])
def test_no_job_at_all(run, other):
    with pytest.raises(GridrError, match="The job must be a .*Job, got .* Describe it"):
        run(other)


def test_values_become_plain(jobs):
    job = dataclasses.replace(
        jobs[0],
        src=Path(jobs[0].src),
        row_step=np.uint8(4),
        src_indexes=np.array([2, 1], "uint8"),
        shift=np.array([0, 1], "float32"),
        window=[[0, 3], np.array([1, 4])],
        dst_dtype=np.float32,
        creation_options={"TILED": True},
    )
    plain = job_of(job, Job, OF_JOB)
    assert plain.src == jobs[0].src
    assert (plain.row_step, type(plain.row_step)) == (4, int)
    assert plain.src_indexes == (2, 1)
    assert plain.shift == (0.0, 1.0)
    assert plain.window == ((0, 3), (1, 4))
    assert plain.dst_dtype == "float32"
    assert plain.creation_options == {"TILED": "True"}
    found = resolve(job)
    assert (found.src_indexes, found.step, found.dst_dtype) == (
        (2, 1),
        (4, 4),
        "float32",
    )


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("row_step", 5.7, "The grid's row resolution must be a whole number, got 5.7"),
        ("row_step", 5.0, "The grid's row resolution must be a whole number, got 5.0"),
        ("row_index", 0, "The grid of row coordinates has no band 0"),
        (
            "threads",
            True,
            r"Threads must be a whole number, got True \(bool\). Give an",
        ),
        ("tile_shape", 5, r"The tile shape must be two whole numbers \(row, column\)"),
        ("shift", (0, "a"), r"The grid shift must be two finite numbers .*\(0, 'a'\)"),
        ("dst", b"o.tif", "The name of the output must be the name of a file, got b'o"),
        ("grid_mask_valid", np.nan, "valid value of the grid mask must be a finite"),
        ("extent", (0, 0, np.inf, 9), "The extent must be four finite numbers"),
        ("row_step", 2**40, "row resolution must be at most 2147483647 output pixels"),
        ("row_step", 2**30, "would have 4294967297 rows, more than the 2147483647"),
        ("grid_nodata_tolerance", -1, "tolerance of the grid's nodata must be 0 or"),
        ("threads", 2000, "Threads must be at most 1024, got 2000"),
    ],
)
def test_sentences(jobs, name, value, sentence):
    with pytest.raises(GridrError, match=sentence):
        resolve(dataclasses.replace(jobs[0], **{name: value}))
