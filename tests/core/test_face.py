"""What `gridr_qgis.core` names: all of it, and for free."""

import importlib

import pytest
from gridr_qgis import core

HEAVY = {"numba", "numpy", "rasterio", "shapely", "affine"}


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
