"""What can be asked of grids: plain values, choices by name."""

import dataclasses

import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.grid_options import (
    ConvertJob,
    DemHeights,
    GridConvention,
    GridFit,
    GridJob,
    GridMethod,
    OtbCoordinates,
    VectorFrame,
    VectorsJob,
)


def test_choices_are_taken_by_name():
    job = GridJob("a.tif", "b.tif", method="rpc", fit="tps", dem_heights="egm96")
    chosen = job.method, job.fit, job.dem_heights
    assert chosen == (GridMethod.RPC, GridFit.TPS, DemHeights.EGM96)


@pytest.mark.parametrize("name", ["method", "fit", "dem_heights"])
def test_a_wrong_name_is_answered_with_the_right_ones(name):
    with pytest.raises(GridrError, match=r"There is no \w+ 'magic'\. Choose one of"):
        GridJob("a.tif", "b.tif", **{name: "magic"})


def test_jobs_that_read_grids_take_choices_by_name_too():
    job = ConvertJob("a.tif", "b.tif", "otb_loc", "one_based", coordinates="map")
    chosen = job.convention_from, job.convention_to, job.coordinates
    expected = GridConvention.OTB_LOC, GridConvention.ONE_BASED, OtbCoordinates.MAP
    assert chosen == expected
    assert VectorsJob("a.tif", "b.tif", "target").frame is VectorFrame.TARGET
    with pytest.raises(GridrError, match="There is no OtbCoordinates 'magic'"):
        ConvertJob("a.tif", "b.tif", coordinates="magic")


def test_two_conventions_are_otbs():
    otb = [each.value for each in GridConvention if each.is_otb]
    assert otb == ["otb_loc", "otb_def"]


def test_a_job_is_a_value():
    job = GridJob("a.tif", "b.tif")
    with pytest.raises(dataclasses.FrozenInstanceError):
        job.dst = "else.tif"
    assert dataclasses.replace(job) == job


def test_they_import_the_standard_library_only(fresh_python):
    program = """
import sys
before = set(sys.modules)
import gridr_qgis.core.grid_options
new = {name.partition(".")[0] for name in set(sys.modules) - before}
print(sorted(new - sys.stdlib_module_names) if sys.version_info >= (3, 10) else [])
"""
    assert fresh_python(program) in ("['gridr_qgis']", "[]")
