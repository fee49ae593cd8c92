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
DRIVERS = {
    "nearest": sample.sample_nearest,
    "linear": sample.sample_linear,
    "cubic": sample.sample_cubic,
    "bspline3": bspline.sample_bspline3,
    "bspline5": bspline.sample_bspline5,
    "bspline7": bspline.sample_bspline7,
    "bspline9": bspline.sample_bspline9,
    "bspline11": bspline.sample_bspline11,
}
"""Method -> its driver, whose signature stands in `sample`."""


def method_type(name: str) -> tuple[int, ...]:
    """Return what stands for a method: a tuple whose length is its place in `DRIVERS`.

    Because numba keeps no kernel that is given a function, and a tuple's length belongs
    to its type.
    """
    return (0,) * list(DRIVERS).index(name)


def _driver_of(method_type):
    """Return the driver of the method that a tuple stands for."""
    return list(DRIVERS.values())[len(method_type)]


@kernel
def fill_window(method_type, shape, mesh, patch, canvas):
    """Resample a window of the output.

    Parameters
    ----------
    method_type : tuple of int
        What `method_type` returns.
    shape : tuple of int
        (rows, cols) of the window.
    mesh : Mesh
        The nodes, and where the window begins.
    patch : Patch
        All source pixels that the window reads.
    canvas : Canvas
        Filled.

    Returns
    -------
    tuple of int
        As `finish`.
    """
    rows, cols = shape
    bands = patch[0].shape[0]
    count = equal = 0
    # flat, and made once: the last pass may be lower, and cuts its arrays from these
    height = max(1, min(PASS_PIXELS // cols, rows))
    places, results = np.empty(2 * height * cols), np.empty(bands * height * cols)
    flags = np.empty(height * cols, np.bool_)
    for r in range(0, rows, height):
        height = min(height, rows - r)
        pixels = height * cols
        positions, values = places[: 2 * pixels], results[: bands * pixels]
        done = flags[:pixels]
        fill_positions(mesh, r, positions.reshape((2, height, cols)))
        drive(
            method_type,
            positions.reshape((2, pixels)),
            patch,
            values.reshape((bands, pixels)),
            done,
        )
        both = finish(
            values.reshape((bands, height, cols)),
            done.reshape((height, cols)),
            canvas,
            r,
        )
        count += both[0]
        equal += both[1]
    return count, equal


def drive(method_type, positions, patch, values, done):
    """Interpolate at the positions of a pass, as the drivers of `sample`."""
    _driver_of(method_type)(positions, patch, values, done)


@overload(drive)
def _compile_drive(method_type, positions, patch, values, done):
    driver = _driver_of(method_type)

    def compiled(method_type, positions, patch, values, done):
        driver(positions, patch, values, done)

    return compiled
