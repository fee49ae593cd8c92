import itertools

import numpy as np
import pytest
from gridr_qgis.core.kernels.values import Canvas, Limits, Mesh, Own, Patch, plain
from numba import _dispatcher

DTYPES = ("uint8", "int8", "uint16", "int16", "uint32", "int32", "float32", "float64")
NODES = np.zeros((3, 4))


def patch(dtype):
    return Patch(np.zeros((1, 2, 2), dtype), np.zeros((0, 0), np.uint8), (0, 0))


def canvas(dtype):
    limits = Limits(0.0, 1.0, is_integer=True)
    nodata, data = np.dtype(dtype).type(0), np.zeros((1, 2, 2), dtype)
    return Canvas(np.zeros(1, int), limits, nodata, data, np.ones((2, 2), bool), (0, 0))


GIVEN = [Mesh(NODES, NODES, (1, 1), (0, 0)), Own(0, 3, 0, 4, 0, 0)]
GIVEN += [make(dtype) for make in (patch, canvas) for dtype in DTYPES]


def test_what_kernels_are_given_has_no_names_at_any_depth():
    given = plain(canvas("int16"))
    assert type(given) is tuple
    assert type(given[1]) is tuple
    assert given[1] == (0, 1, True)
    assert len(given) == len(Canvas._fields)
    assert plain(Own(1, 2, 3, 4, 5, 6)) == (1, 2, 3, 4, 5, 6)


@pytest.mark.parametrize("given", GIVEN, ids=lambda given: type(given).__name__)
def test_numba_knows_the_types_of_what_it_is_given_by_at_most_40_bytes(given):
    assert len(_dispatcher.compute_fingerprint(plain(given))) <= 40


@pytest.mark.parametrize("make", [patch, canvas])
def test_numba_takes_no_type_for_another(make):
    texts = [_dispatcher.compute_fingerprint(plain(make(dtype))) for dtype in DTYPES]
    for one, other in itertools.combinations(texts, 2):
        assert one != other
