"""Who computes: machine code where it is loaded, else NumPy. Both give the same bits.

Imports nothing but the standard library: a front end chooses before anything is loaded.
"""

from __future__ import annotations

import os
from enum import Enum
from functools import cache
from importlib.util import find_spec

VARIABLE = "GRIDR_KERNELS"
"""Variable of the environment that names a tier, for all runs of a process."""


class Tier(Enum):
    """Who computes."""

    AUTO = "auto"
    """NumPy, until machine code is loaded."""
    NUMPY = "numpy"
    """Only NumPy."""
    NUMBA = "numba"
    """Only machine code; a run waits until it is compiled."""


_chosen: Tier | None = None


def use(tier: Tier | None) -> None:
    """Let a tier serve from now on; None: the one that the environment names."""
    global _chosen
    _chosen = tier


def asked() -> Tier:
    """Return the tier that was chosen; an unknown name in the environment is none."""
    if _chosen is not None:
        return _chosen
    try:
        return Tier(os.environ.get(VARIABLE, "").strip().lower())
    except ValueError:
        return Tier.AUTO


@cache
def has_numba() -> bool:
    """Tell whether there is a numba to be imported."""
    return find_spec("numba") is not None
