"""A window of the output in one call: positions, samples and pixels, pass by pass.

Threads that return to Python after each step of a pass wait for its lock: on two
threads a job took 10 - 20 % more time so, and small passes, which stay in the
processor's caches, even more.
"""

from __future__ import annotations

import numpy as np
from numba.extending import overload

from . import bspline, sample
from .finish import finish
from .jit import kernel
from .nodes import fill_positions

PASS_PIXELS = 4096
"""Pixels whose positions and values are held at a time; a longer line is held whole."""
DRIVERS = (
    sample.sample_nearest,
    sample.sample_linear,
    sample.sample_cubic,
    bspline.sample_bspline3,
    bspline.sample_bspline5,
    bspline.sample_bspline7,
    bspline.sample_bspline9,
    bspline.sample_bspline11,
)
"""One per method; a tuple of as many numbers as its place here stands for it, because
numba keeps no kernel that is given a function, and a tuple's length belongs to its
type."""


@kernel
def fill_window(pick, shape, grid, source, target):
    """Resample a window of the output.

    Parameters
    ----------
    pick : tuple
        Its length is the place of the method in `DRIVERS`.
    shape : tuple of int
        (rows, cols) of the window.
    grid : tuple
        Rows, cols, step and first, as for `fill_positions`.
    source : tuple
        Block, usable and origin, as for `sample`.
    target : tuple
        Order, limits, nodata, dst, valid and first, as for `finish`.

    Returns
    -------
    tuple of int
        As `finish`.
    """
    node_rows, node_cols, step, first = grid
    block, usable, origin = source
    order, limits, nodata, dst, valid, (row, col) = target
    rows, cols = shape
    bands = block.shape[0]
    count = equal = 0
    height = max(1, min(PASS_PIXELS // cols, rows))
    places, results = np.empty(2 * height * cols), np.empty(bands * height * cols)
    flags = np.empty(height * cols, np.bool_)
    for r in range(0, rows, height):
        height = min(height, rows - r)
        pixels = height * cols
        positions, values = places[: 2 * pixels], results[: bands * pixels]
        done = flags[:pixels]
        out = positions.reshape((2, height, cols))
        fill_positions(node_rows, node_cols, step, (first[0] + r, first[1]), out)
        _drive(
            pick,
            positions.reshape((2, pixels)),
            block,
            usable,
            origin,
            values.reshape((bands, pixels)),
            done,
        )
        both = finish(
            values.reshape((bands, height, cols)),
            done.reshape((height, cols)),
            order,
            limits,
            nodata,
            dst,
            valid,
            (row + r, col),
        )
        count += both[0]
        equal += both[1]
    return count, equal


def _drive(pick, positions, block, usable, origin, values, done):
    """Interpolate at the positions of a pass."""
    DRIVERS[len(pick)](positions, block, usable, origin, values, done)


@overload(_drive)
def _compile_drive(pick, positions, block, usable, origin, values, done):
    driver = DRIVERS[len(pick)]

    def compiled(pick, positions, block, usable, origin, values, done):
        driver(positions, block, usable, origin, values, done)

    return compiled
