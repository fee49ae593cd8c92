import dataclasses
import pickle
from dataclasses import replace

import numpy as np
import pytest
from gridr_qgis.core.options import MaskJob
from gridr_qgis.core.plan.resolved import ResolvedMaskJob
from helpers.headers import COLS, GRID, SRC, header, resolved
from hypothesis import given
from hypothesis import strategies as st
from rasterio.windows import Window

DTYPES = ("uint8", "int16", "uint16", "float32")
FOUR = header("four", (40, 50), *DTYPES, nodata=(1.0, 2.0, None, 4.0))


@given(st.lists(st.integers(1, 4), min_size=1, max_size=9))
def test_bands_are_read_once_and_written_in_any_order(indexes):
    job = resolved(src=FOUR, src_indexes=indexes, dst_nodata=0)
    assert len(set(job.read_indexes)) == len(job.read_indexes)
    assert [job.read_indexes[place] for place in job.order] == indexes
    assert job.src_dtypes == [DTYPES[index - 1] for index in job.read_indexes]
    assert job.src_nodata == [FOUR.nodata[index - 1] for index in job.read_indexes]


@given(st.lists(st.integers(1, 4), min_size=1, max_size=4))
def test_the_type_of_a_patch_holds_all_values_of_its_bands(indexes):
    job = resolved(src=FOUR, src_indexes=indexes, dst_nodata=0)
    for dtype in job.src_dtypes:
        assert np.can_cast(dtype, job.patch_dtype, "safe")
    if len(set(indexes)) == 1:
        assert job.patch_dtype == DTYPES[indexes[0] - 1]


def test_inputs_are_all_rasters_that_are_read():
    grid_mask, src_mask = replace(COLS, name="a"), replace(SRC, name="b")
    job = resolved(grid_col=COLS, masks=(grid_mask, src_mask))
    assert job.inputs == [SRC, GRID, COLS, grid_mask, src_mask]
    assert resolved().inputs == [SRC, GRID, GRID]


def test_padding_is_trusted_where_there_is_some():
    assert resolved(trust_padding=True, boundary="edge").trusted
    assert not resolved(trust_padding=True).trusted
    assert not resolved(boundary="edge").trusted


@pytest.mark.parametrize(
    ("method", "padding"),
    [("nearest", 1), ("linear", 1), ("cubic", 2), ("bspline5", 2)],
)
def test_the_frame_is_the_source_and_its_trusted_padding(method, padding):
    plain = resolved(interpolation=method)
    assert plain.method.name == method
    assert plain.domain == Window(0, 0, 50, 40)
    padded = resolved(interpolation=method, trust_padding=True, boundary="wrap")
    wider = 50 + 2 * padding, 40 + 2 * padding
    assert padded.domain == Window(-padding, -padding, *wider)


def test_the_method_has_the_constants_of_the_job():
    spline = {"interpolation": "bspline3", "bspline_epsilon": 1e-3}
    coarse, fine = resolved(**spline), resolved(**{**spline, "bspline_epsilon": 1e-9})
    assert coarse.method.prefilter.reach < fine.method.prefilter.reach


def test_a_resolved_job_travels():
    job = resolved(src_indexes=(2, 1), masks=(COLS, None), grid_nodata=5.0)
    assert pickle.loads(pickle.dumps(job)) == job


def test_inputs_of_a_mask():
    job = ResolvedMaskJob(
        MaskJob("dst", "grid"), GRID, COLS, (1, 1), Window(0, 0, 6, 5), None, 1
    )
    assert job.inputs == [GRID, COLS]
    assert dataclasses.replace(job, mask=None).inputs == [GRID]
