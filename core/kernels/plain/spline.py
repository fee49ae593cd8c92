"""Thin plates: what bends a plane through points."""

from __future__ import annotations

import numpy as np

from ..logarithm import EXPONENT, LN2_HIGH, LN2_LOW, MANTISSA, ROOT, R

SPAN = 2048
"""Places that are computed together: with all that is computed of them they fit into
a processor's nearest memory."""


def bend_plates(
    x: np.ndarray,
    y: np.ndarray,
    nodes: np.ndarray,
    weights: np.ndarray,
    out: np.ndarray,
) -> None:
    """Sum a plane and r**2 * log(r**2) of the distances r to all nodes, weighted."""
    plane = weights[len(nodes) :]
    for start in range(0, x.size, SPAN):
        some = slice(start, start + SPAN)
        across, down, sums = x[some], y[some], out[:, some]
        for k in range(2):
            sums[k] = (plane[0, k] + plane[1, k] * across) + plane[2, k] * down
        for (node_x, node_y), weight in zip(nodes, weights):
            dx, dy = across - node_x, down - node_y
            square = dx * dx + dy * dy
            square *= log(square)
            for k in range(2):
                sums[k] += weight[k] * square


def log(values: np.ndarray) -> np.ndarray:
    """Return logarithms of numbers, by the formula of `kernels.logarithm`.

    That of 0, of NaN and of infinity is some finite number.
    """
    power = values.view(np.int64) - ROOT
    f = ((power & MANTISSA) + ROOT).view(np.float64)
    power >>= EXPONENT
    exponent = power.astype(np.float64)
    f -= 1.0
    s = f / (2.0 + f)
    z = s * s
    w = z * z
    odd = w * R[5]
    odd += R[3]
    odd *= w
    odd += R[1]
    odd *= w
    even = w * R[6]
    even += R[4]
    even *= w
    even += R[2]
    even *= w
    even += R[0]
    even *= z
    even += odd
    half = 0.5 * f
    half *= f
    even += half
    even *= s
    even += exponent * LN2_LOW
    half -= even
    half -= f
    exponent *= LN2_HIGH
    exponent -= half
    return exponent
