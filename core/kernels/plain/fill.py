"""A window of the output: positions, samples and pixels, pass by pass."""

from __future__ import annotations

import numpy as np

from ..values import Canvas, Mesh, Patch
from .finish import finish
from .nodes import fill_positions
from .sample import sample

PASS_PIXELS = 65536
"""Pixels whose positions and values are held at a time; a longer line is held whole.
With `sample.WEIGHTS`, cubic of 1000 x 1000 on two threads takes 85 ms; 131 with 16384
and a quarter of the weights, 94 with twice as many pixels: fewer calls that hold
Python's lock, until the arrays leave the cache."""


def fill_window(
    method: str, shape: tuple[int, int], mesh: Mesh, patch: Patch, canvas: Canvas
) -> tuple[int, int]:
    """Resample a window of the output; return what `finish` does."""
    rows, cols = shape
    bands = len(patch.pixels)
    count = equal = 0
    height = max(1, min(PASS_PIXELS // cols, rows))
    for row in range(0, rows, height):
        size = min(height, rows - row), cols
        pixels = size[0] * cols
        positions, values = np.empty((2, *size)), np.empty((bands, pixels))
        done = np.empty(pixels, bool)
        fill_positions(mesh, row, positions)
        sample(method, positions.reshape(2, pixels), patch, values, done)
        both = finish(values.reshape(bands, *size), done.reshape(size), canvas, row)
        count, equal = count + both[0], equal + both[1]
    return count, equal
