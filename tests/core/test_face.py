"""What `gridr_qgis.core` names: all of it, and for free."""

import importlib

import pytest
from gridr_qgis import core
from helpers.checkout import ROOT

HEAVY = {"numba", "numpy", "rasterio", "shapely", "affine"}
NEEDED = "['affine', 'numpy', 'rasterio']"
UNUSED = ["grid_options", "mapping", "polygons.given", "kernels.plain.diagnosis"]
"""Modules of core that resampling without polygons does without."""


def test_every_name_is_that_of_its_module():
    assert sorted(core._HOMES) == core.__all__
    for name in core.__all__:
        home = importlib.import_module(f"gridr_qgis.core.{core._HOMES[name]}")
        assert getattr(core, name) is getattr(home, name)
        assert name in dir(core)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="has no attribute 'Grid'"):
        _ = core.Grid


def test_importing_it_is_free(fresh_python):
    program = "import sys; import gridr_qgis.core\n"
    program += f"print(sorted({HEAVY} & set(sys.modules)))"
    assert fresh_python(program) == "[]"


def test_asking_for_a_job_imports_nothing_heavy(fresh_python):
    program = "import sys; from gridr_qgis.core import Cancelled, Feedback, Job\n"
    program += "from gridr_qgis.core import GridrError, MaskJob\n"
    program += f"print(sorted({HEAVY} & set(sys.modules)))"
    assert fresh_python(program) == "[]"


def test_a_plain_run_imports_only_what_it_needs(fresh_python, tmp_path):
    # 29 ms of ours, 13 of shapely's and 200 of numba's would be a third of its time
    program = f"""
import sys
sys.path.insert(0, {str(ROOT / "tests")!r})
from gridr_qgis.core import Job, resample_dataset
from helpers.data import noise, turned_grid, write_raster
src = write_raster({str(tmp_path / "src.tif")!r}, noise((40, 40), "uint8"))
grid = write_raster({str(tmp_path / "grid.tif")!r}, turned_grid((5, 5), (1, 1)))
resample_dataset(Job(src=src, grid=grid, dst={str(tmp_path / "dst.tif")!r}))
lacking = {{"gridr_qgis.core." + name for name in {UNUSED}}}
print(sorted(({HEAVY} | lacking) & set(sys.modules)))
"""
    assert fresh_python(program, GRIDR_KERNELS="auto") == NEEDED
