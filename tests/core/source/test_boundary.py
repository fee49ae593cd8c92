import numpy as np
import pytest
from gridr_qgis.core.options import Boundary
from gridr_qgis.core.source.boundary import OUTSIDE, axis_stretches, mapped
from hypothesis import given
from hypothesis import strategies as st

FILLED = [Boundary.EDGE, Boundary.REFLECT, Boundary.SYMMETRIC, Boundary.WRAP]


@pytest.mark.parametrize("boundary", FILLED)
@pytest.mark.parametrize("size", [1, 2, 3, 7])
@pytest.mark.parametrize("pad", [1, 2, 5, 23])
def test_mapped_is_numpy_pad(boundary, size, pad):
    places = np.arange(-pad, size + pad)
    got = mapped(places, size, boundary)
    assert got.tolist() == np.pad(np.arange(size), pad, mode=boundary.value).tolist()


@pytest.mark.parametrize("boundary", [Boundary.NONE, Boundary.CONSTANT])
def test_nothing_stands_beyond_the_border(boundary):
    got = mapped(np.arange(-2, 5), 3, boundary)
    assert got.tolist() == [OUTSIDE, OUTSIDE, 0, 1, 2, OUTSIDE, OUTSIDE]


@given(
    st.sampled_from(list(Boundary)),
    st.integers(-40, 40),
    st.integers(0, 60),
    st.integers(1, 9),
)
def test_axis_stretches_read_what_is_mapped(boundary, start, length, size):
    pixels = np.arange(size)
    got = np.full(length, OUTSIDE)
    stretches = list(axis_stretches(start, start + length, size, boundary))
    for here, there, take in stretches:
        got[here] = pixels[there][take]
    assert len(stretches) <= 3
    expected = mapped(np.arange(start, start + length), size, boundary)
    assert got.tolist() == expected.tolist()
