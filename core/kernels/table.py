"""The kernels by their names; who computes them, no caller knows.

A call is computed by the machine code that numba makes of `compiled`, if that is loaded
for the types of its arguments, else by `plain`. Both give the same bits.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from . import loading
from .plain import antialias, diagnosis, fill, nodes, quads, spline, survey, validity
from .plain import finish as finishing
from .plain import prefilter as prefiltering
from .plain import sample as sampling
from .signatures import Argument


class Kernel:
    """A kernel under its one name; its docstring stands in `kernels.compiled`.

    Parameters
    ----------
    plain : callable
        It in NumPy, of the same name.
    """

    def __init__(self, plain: Callable[..., Argument]) -> None:
        self._plain = plain

    def __call__(self, *arguments: Argument) -> Argument:
        """Compute it."""
        compiled = loading.compiled_call(self._plain.__name__, arguments)
        if compiled is None:
            with np.errstate(all="ignore"):  # marks pixels invalid instead
                return self._plain(*arguments)
        function, given = compiled
        return function(*given)


diagnose = Kernel(diagnosis.diagnose)
fill_window = Kernel(fill.fill_window)
finish = Kernel(finishing.finish)
fill_filtered = Kernel(antialias.fill_filtered)
filter_values = Kernel(antialias.filter_values)
fill_positions = Kernel(nodes.fill_positions)
fill_shifted = Kernel(nodes.fill_shifted)
mask_nodes = Kernel(nodes.mask_nodes)
position_bounds = Kernel(nodes.position_bounds)
dilate = Kernel(prefiltering.dilate)
fill_holes = Kernel(prefiltering.fill_holes)
invert_quads = Kernel(quads.invert_quads)
prefilter = Kernel(prefiltering.prefilter)
sample = Kernel(sampling.sample)
bend_plates = Kernel(spline.bend_plates)
survey_nodes = Kernel(survey.survey_nodes)
all_finite = Kernel(validity.all_finite)
invalidate_by_value = Kernel(validity.invalidate_by_value)
mark_whole = Kernel(validity.mark_whole)
oversample = Kernel(validity.oversample)
