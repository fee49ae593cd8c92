"""Affine transforms, whatever version affine has: 3 asks for `@`, 2 knows `*` alone."""

from functools import reduce
from operator import matmul, mul

from affine import Affine

PRODUCT = matmul if hasattr(Affine, "__matmul__") else mul


def chained(*transforms):
    """Return one transform that does what these do, the last of them first."""
    return reduce(PRODUCT, transforms)


def along(transform, x, y):
    """Return x and y through an affine transform."""
    a, b, c, d, e, f = transform[:6]
    return a * x + b * y + c, d * x + e * y + f
