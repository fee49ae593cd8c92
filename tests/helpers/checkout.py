"""Load the checkout as `gridr_qgis`, as QGIS does, whatever its folder is called."""

import importlib.util
import sys
from pathlib import Path

PACKAGE = "gridr_qgis"
ROOT = Path(__file__).resolve().parents[2]
# GridR's own library would shadow the distribution's numpy and shapely under QGIS.
# What scans the zip need not be installed twice.
WITH_GRIDR = [
    "test_benchmarks.py",
    "test_site_scanners.py",
    "whole/test_differential.py",
    "whole/test_reference_defects.py",
]


def load():
    """Make `import gridr_qgis` give the folder ROOT, also where one is installed."""
    if PACKAGE in sys.modules:
        return
    spec = importlib.util.spec_from_file_location(
        PACKAGE, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    module = sys.modules[PACKAGE] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
