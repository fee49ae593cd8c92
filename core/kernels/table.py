"""The kernels by their names; who computes them, no caller knows.

A call is computed by the machine code that numba makes of `compiled`, if that is loaded
for the types of its arguments, else by `plain`. Both give the same bits.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from importlib import import_module

import numpy as np

from ..machine import keep_freed
from . import loading
from .signatures import Argument


class Kernel:
    """A kernel under its one name; its docstring stands in `kernels.compiled`.

    Parameters
    ----------
    home : str
        The module of `plain` that has it; imported when NumPy computes it first.
    name : str
        Its name there.
    """

    def __init__(self, home: str, name: str) -> None:
        self._home, self._name = home, name

    def __call__(self, *arguments: Argument) -> Argument:
        """Compute it."""
        compiled = loading.compiled_call(self._name, arguments)
        if compiled is None:
            with np.errstate(all="ignore"):  # marks pixels invalid instead
                return self._plain(*arguments)
        function, given = compiled
        return function(*given)

    @cached_property
    def _plain(self) -> Callable[..., Argument]:
        keep_freed()
        home = import_module(f".plain.{self._home}", __package__)
        kernel: Callable[..., Argument] = getattr(home, self._name)
        return kernel


diagnose = Kernel("diagnosis", "diagnose")
fill_window = Kernel("fill", "fill_window")
finish = Kernel("finish", "finish")
fill_filtered = Kernel("antialias", "fill_filtered")
filter_values = Kernel("antialias", "filter_values")
fill_positions = Kernel("nodes", "fill_positions")
fill_shifted = Kernel("nodes", "fill_shifted")
mask_nodes = Kernel("nodes", "mask_nodes")
position_bounds = Kernel("nodes", "position_bounds")
dilate = Kernel("prefilter", "dilate")
fill_holes = Kernel("prefilter", "fill_holes")
invert_quads = Kernel("quads", "invert_quads")
prefilter = Kernel("prefilter", "prefilter")
sample = Kernel("sample", "sample")
bend_plates = Kernel("spline", "bend_plates")
survey_nodes = Kernel("survey", "survey_nodes")
all_finite = Kernel("validity", "all_finite")
invalidate_by_value = Kernel("validity", "invalidate_by_value")
mark_whole = Kernel("validity", "mark_whole")
oversample = Kernel("validity", "oversample")
