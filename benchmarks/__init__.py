"""Peers side by side: `make bench`, or `python -m benchmarks --help` in a checkout.

What is measured is the checkout that this folder lies in.
"""

import sys
import warnings
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

# rasterio's, on every raster without georeference
warnings.filterwarnings("ignore", "Dataset has no geotransform")

if "gridr_qgis" not in sys.modules:
    sys.path.append(str(ROOT / "tests"))  # checkout, synthetic
    from checkout import load_root

    load_root()
