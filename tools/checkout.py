"""For the scripts beside this one: where the checkout lies, and how to load it."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from helpers.checkout import ROOT, WITH_GRIDR, load

__all__ = ["ROOT", "WITH_GRIDR", "load"]
