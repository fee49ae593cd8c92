from fractions import Fraction
from math import comb, factorial, inf, nan

import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.interpolation.bspline import (
    POLES,
    influence_radius,
    truncation_lengths,
)

# Semantics, table of 2.4: GridR's margins, and the lengths they are made of.
ORDERS = (3, 5, 7, 9, 11)
TABLE = """
1e-2  7 (6)  17 (11,4)  30 (18,6,3)  47 (26,9,5,3)     70 (36,13,8,5,3)
1e-3  9 (8)  21 (14,5)  37 (22,8,4)  55 (31,11,6,3)    78 (42,15,8,5,3)
1e-4  11 (10)  24 (17,5)  42 (26,9,4)  63 (36,12,7,4)    87 (47,16,9,6,4)
1e-6  14 (13)  31 (22,7)  52 (33,11,5) 77 (45,15,8,5)    105 (58,20,11,7,4)
1e-8  18 (17)  38 (28,8)  62 (40,13,6) 91 (54,18,10,5)   125 (70,24,13,8,5)
1e-10 21 (20)  45 (33,10) 73 (48,15,7) 105 (63,21,11,6)  142 (81,27,15,9,5)
1e-12 24 (23)  52 (39,11) 83 (55,17,8) 121 (73,24,13,7)  161 (92,31,17,10,6)
"""


def table():
    for line in TABLE.strip().splitlines():
        epsilon, *cells = line.split()
        for order, first, lengths in zip(ORDERS, cells[::2], cells[1::2]):
            lengths = tuple(int(n) for n in lengths.strip("()").split(","))
            yield order, float(epsilon), int(first), lengths


@pytest.mark.parametrize(("order", "epsilon", "expected", "lengths"), list(table()))
def test_lengths_and_margins(order, epsilon, expected, lengths):
    assert truncation_lengths(order, epsilon) == lengths
    assert order // 2 + sum(truncation_lengths(order, epsilon)) == expected


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("epsilon", [1e-300, 1e-15, 0.5, 0.999999])
def test_lengths_of_any_epsilon_are_positive_and_do_not_grow(order, epsilon):
    lengths = truncation_lengths(order, epsilon)
    assert len(lengths) == order // 2
    assert min(lengths) >= 1
    assert list(lengths) == sorted(lengths, reverse=True)


def at_integers(order):
    """Return order! x the B-spline at the integers: an Eulerian triangle's row."""
    return [
        sum((-1) ** i * comb(order + 1, i) * (k - i) ** order for i in range(k))
        for k in range(1, order + 1)
    ]


@pytest.mark.parametrize("order", ORDERS)
def test_poles_are_the_roots_inside_the_unit_circle(order):
    numbers = at_integers(order)
    assert sum(numbers) == factorial(order)
    assert len(POLES[order]) == order // 2
    assert list(POLES[order]) == sorted(POLES[order])
    for pole in POLES[order]:
        # the polynomial changes its sign within an ulp or two of the root
        low, high = (
            Fraction(pole) * (1 + step * Fraction(2) ** -51) for step in (1, -1)
        )
        values = [sum(n * z**k for k, n in enumerate(numbers)) for z in (low, high)]
        assert -1 < pole < 0
        assert values[0] * values[1] < 0


@pytest.mark.parametrize(
    ("order", "radius"), list(zip(ORDERS, (5.245, 8.20, 11.05, 13.88, 16.70)))
)
def test_influence_radius(order, radius):
    assert influence_radius(order, 1e-3) == pytest.approx(radius, abs=5e-3)
    assert influence_radius(order, 1) == 0
    assert influence_radius(order, 10) < 0


def test_influence_radius_of_a_coarse_threshold():
    assert influence_radius(3, 1e-2) == pytest.approx(3.50, abs=5e-3)


@pytest.mark.parametrize("epsilon", [0, -1e-6, 1, 2.5, nan, inf])
def test_epsilon_out_of_range(epsilon):
    with pytest.raises(GridrError, match="epsilon must lie between 0 and 1"):
        sum(truncation_lengths(3, epsilon))


@pytest.mark.parametrize("threshold", [0, -0.001, nan, inf])
def test_threshold_out_of_range(threshold):
    with pytest.raises(GridrError, match="threshold must be above 0"):
        influence_radius(3, threshold)
