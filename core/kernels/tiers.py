"""Who computes: machine code where it is loaded, else NumPy. Both give the same bits.

Imports nothing but the standard library: a front end chooses before anything is loaded.
"""

from __future__ import annotations

import atexit
import os
from collections.abc import Callable
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
_lives_on = False
_ends_abruptly = False
_left_alone = False
_stops: list[Callable[[], None]] = []


def use(tier: Tier | None) -> None:
    """Let a tier serve from now on; None: the one that the environment names."""
    global _chosen
    _chosen = tier


def chosen() -> Tier | None:
    """Return what `use` was told last."""
    return _chosen


def stay(lives_on: bool = True) -> None:
    """Say whether this process stays when a run ends, as QGIS's window does.

    Then machine code is loaded after runs too short for it, for later ones.
    """
    global _lives_on
    _lives_on = lives_on


def lives_on() -> bool:
    """Tell whether this process stays when a run ends."""
    return _lives_on


def end_abruptly(abruptly: bool = True) -> None:
    """Say whether this process ends without a word to Python, as `qgis_process` does.

    A thread that is in the middle of numba crashes it then: none may outlive a run.
    """
    global _ends_abruptly
    _ends_abruptly = abruptly


def ends_abruptly() -> bool:
    """Tell whether this process ends without a word to Python."""
    return _ends_abruptly


def at_end(stop: Callable[[], None]) -> None:
    """Have something called before this process ends."""
    _stops.append(stop)


def end() -> None:
    """Let nothing of ours outlive this process, which is about to end."""
    stay(lives_on=False)
    end_abruptly()
    for stop in _stops:
        stop()


atexit.register(end)


def asked() -> Tier:
    """Return the tier that was chosen; an unknown name in the environment is none.

    Where there is no numba only NumPy can serve.
    """
    tier = _chosen or _of_environment()
    return Tier.AUTO if tier is Tier.NUMBA and not has_numba() else tier


def _of_environment() -> Tier:
    try:
        return Tier(os.environ.get(VARIABLE, "").strip().lower())
    except ValueError:
        return Tier.AUTO


def leave_numba(alone: bool) -> None:
    """Do as if there were no numba, such as where it is too old."""
    global _left_alone
    _left_alone = alone


def has_numba() -> bool:
    """Tell whether there is a numba to be imported."""
    return not _left_alone and _is_there()


@cache
def _is_there() -> bool:
    return find_spec("numba") is not None
