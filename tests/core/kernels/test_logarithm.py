"""The logarithm of both tiers beside exact ones."""

import math
from fractions import Fraction

import numpy as np
from gridr_qgis.core.kernels.logarithm import LN2_HIGH, LN2_LOW, ROOT
from gridr_qgis.core.kernels.plain.spline import log


def test_it_is_the_logarithm_to_a_unit_in_the_last_place():
    random = np.random.default_rng(0)
    values = np.concatenate(
        [random.uniform(0.5, 2, 10_000), 2.0 ** random.uniform(-1000, 1000, 10_000)]
    )
    expected = np.array([math.log(value) for value in values])
    off = np.abs(log(values) - expected) / np.spacing(np.abs(expected))
    assert off.max() <= 1


def test_it_is_exact_at_one_and_finite_where_there_is_none():
    one, *others = log(np.array([1.0, 0.0, np.nan, np.inf, 5e-324]))
    assert one == 0
    assert np.isfinite(others).all()


def test_the_constants_are_what_they_are_said_to_be():
    root = np.array([ROOT]).view(float)[0]
    assert root == math.sqrt(0.5)
    whole = Fraction(LN2_HIGH) + Fraction(LN2_LOW)
    assert abs(float(whole - Fraction(math.log(2)))) < 1e-16
    # eleven bits are free for the exponent
    assert np.array([LN2_HIGH]).view(np.int64)[0] % 2**21 == 0
