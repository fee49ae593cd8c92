"""What can be asked of grids: plain values, choices by name."""

import dataclasses

import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.grid_options import DemHeights, GridFit, GridJob, GridMethod


def test_choices_are_taken_by_name():
    job = GridJob("a.tif", "b.tif", method="rpc", fit="tps", dem_heights="egm96")
    chosen = job.method, job.fit, job.dem_heights
    assert chosen == (GridMethod.RPC, GridFit.TPS, DemHeights.EGM96)


@pytest.mark.parametrize("name", ["method", "fit", "dem_heights"])
def test_a_wrong_name_is_answered_with_the_right_ones(name):
    with pytest.raises(GridrError, match=r"There is no \w+ 'magic'\. Choose one of"):
        GridJob("a.tif", "b.tif", **{name: "magic"})


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
