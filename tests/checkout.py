"""Load the checkout as `gridr_qgis`, as QGIS does, whatever its folder is called."""

import importlib.util
import sys
from pathlib import Path

PACKAGE = "gridr_qgis"
ROOT = Path(__file__).resolve().parents[1]


def load_root():
    """Import the folder ROOT under the name PACKAGE."""
    spec = importlib.util.spec_from_file_location(
        PACKAGE, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    module = sys.modules[PACKAGE] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
