"""Machine code and NumPy side by side: each call's tier is chosen."""

from contextlib import contextmanager
from copy import deepcopy

import numpy as np
from gridr_qgis.core.kernels import loading, table, tiers
from gridr_qgis.core.kernels.tiers import Tier


@contextmanager
def served(choose):
    """Let `choose()` return the tier of each call of a kernel."""
    original = loading.compiled_call

    def call(name, arguments):
        tiers.use(choose())
        try:
            return original(name, arguments)
        finally:
            tiers.use(None)

    loading.compiled_call = call
    try:
        yield
    finally:
        loading.compiled_call = original


def by_chance(seed):
    """Return a function that returns machine code and NumPy in turns, by chance."""
    rng = np.random.default_rng(seed)
    return lambda: Tier.NUMBA if rng.random() < 0.5 else Tier.NUMPY


def same(name, *arguments):
    """Call a kernel in both tiers, on copies of its arguments.

    Returns its result and the arguments, which may have changed; both tiers must make
    the same bits of them, but for the sign of zeros.
    """
    outcomes = []
    for tier in (Tier.NUMBA, Tier.NUMPY):
        given = deepcopy(arguments)
        with served(lambda tier=tier: tier):
            outcomes.append((getattr(table, name)(*given), given))
    compare(*outcomes)
    return outcomes[1]


def compare(one, other):
    """Fail if two values, or tuples of them, differ in type or value."""
    if isinstance(one, tuple):
        assert len(one) == len(other)
        for pair in zip(one, other):
            compare(*pair)
    elif isinstance(one, np.ndarray):
        assert (one.dtype, one.shape) == (other.dtype, other.shape)
        np.testing.assert_array_equal(one, other)
    else:
        assert one == other or (one != one and other != other)
