"""The polynomials that a B-spline is made of."""

from __future__ import annotations

from functools import cache
from math import comb, factorial


@cache
def bspline_pieces(order: int) -> tuple[tuple[float, ...], ...]:
    """Return the polynomials of the taps after a position, nearest tap first.

    ``weight of tap floor(x) + 1 + k == sum(pieces[k][i] * t ** (order - i))`` with
    t = x - floor(x); Horner's scheme loses no digits of them, as every one rises with
    t. By symmetry they are those of the taps floor(x) - k with 1 - t. The numbers are
    exact until they are rounded to float64: of the one-sided powers of the B-spline,
    ``sum of (-1)**i * comb(n + 1, i) * max(x - i, 0)**n, divided by n!``, those that
    are not 0 on the piece, expanded about its end.
    """
    found = []
    for farther in reversed(range((order + 1) // 2)):
        piece = []
        for power in range(order, -1, -1):
            total = sum(
                (-1) ** i * comb(order + 1, i) * (farther - i) ** (order - power)
                for i in range(farther + 1)
            )
            # Python divides whole numbers as exactly as float64 can hold the quotient
            piece.append(total * comb(order, power) / factorial(order))
        found.append(tuple(piece))
    return tuple(found)
