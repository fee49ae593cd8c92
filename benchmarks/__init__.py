"""Peers side by side: `make bench`, or `python -m benchmarks --help` in a checkout.

What is measured is the checkout that this folder lies in.
"""

import sys
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from helpers.checkout import ROOT, load

__all__ = ["ROOT"]

# rasterio's, on every raster without georeference
warnings.filterwarnings("ignore", "Dataset has no geotransform")
load()
