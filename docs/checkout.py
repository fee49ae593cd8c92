"""Import this checkout as `gridr_qgis`, where no such package is installed."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

PACKAGE = "gridr_qgis"
ROOT = Path(__file__).resolve().parents[1]


def load() -> None:
    """Make `import gridr_qgis` work, whatever the folder of the checkout is called."""
    if importlib.util.find_spec(PACKAGE) is None:
        spec = importlib.util.spec_from_file_location(
            PACKAGE, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
        )
        sys.modules[PACKAGE] = module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
