import numpy as np
import pytest
from gridr_qgis.core.options import Boundary
from gridr_qgis.core.source.boundary import OUTSIDE, axis_reads, mapped
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
def test_what_is_read_is_what_is_mapped_and_each_pixel_once(
    boundary, start, length, size
):
    pixels = np.arange(size)
    got, read = np.full(length, OUTSIDE), np.zeros(size, int)
    reads = axis_reads(start, start + length, size, boundary)
    for there, stretches in reads:
        read[there] += 1
        for here, take in stretches:
            got[here] = pixels[there][take]
    assert len(reads) <= 3
    assert read.max(initial=0) <= 1
    expected = mapped(np.arange(start, start + length), size, boundary)
    assert got.tolist() == expected.tolist()


def test_mirrored_places_are_read_with_the_image():
    ((there, stretches),) = axis_reads(-2, 4, 9, Boundary.REFLECT)
    assert there == slice(0, 4)
    assert [(s.here, s.take.tolist()) for s in stretches] == [
        (slice(2, 6), [0, 1, 2, 3]),
        (slice(0, 2), [2, 1]),
    ]


def test_the_other_end_is_read_apart():
    reads = axis_reads(-2, 3, 9, Boundary.WRAP)
    assert [there for there, _ in reads] == [slice(0, 3), slice(7, 9)]
