import pickle

import numpy as np
import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.interpolation.bspline import (
    POLES,
    influence_radius,
    truncation_lengths,
)
from gridr_qgis.core.interpolation.methods import SUPPORTS, method_of
from gridr_qgis.core.kernels.compiled import fill
from gridr_qgis.core.kernels.table import sample
from gridr_qgis.core.kernels.values import Patch
from gridr_qgis.core.options import Interpolation
from gridr_qgis.core.window import window_ranges
from helpers.reference import splines
from hypothesis import given
from hypothesis import strategies as st

METHODS = {kind: method_of(kind, 1e-6, 1e-3) for kind in Interpolation}
BSPLINES = {kind: int(kind.value[7:]) for kind in Interpolation if kind not in SUPPORTS}
kinds = st.sampled_from(list(Interpolation))
pixels = st.integers(5, 24)


@given(kinds, pixels, pixels, st.floats(0, 1, exclude_max=True), st.booleans())
def test_a_result_depends_on_the_pixels_of_its_support_only(kind, row, col, share, up):
    """By GDAL's and scipy's conventions: the pixels from floor(x) - support // 2 + 1.

    For the nearest pixel, from floor(x + 0.5).
    """
    method = METHODS[kind]
    position = np.array([[row + share], [col + (1 - share if up else share)]])
    first = np.floor(position + 0.5) if method.support == 1 else np.floor(position)
    first = first.astype(int).ravel() - max(0, method.support // 2 - 1)
    inside = tuple(slice(low, low + method.support) for low in first)
    block = np.random.default_rng(0).normal(size=(1, 40, 40))
    spoiled = np.full_like(block, 1e9)
    spoiled[0][inside] = block[0][inside]
    assert sampled(method, position, block) == sampled(method, position, spoiled)
    low, high = np.floor(position).ravel(), np.ceil(position).ravel()
    assert (first >= low - method.margin).all()
    assert (first + method.support <= high + method.margin + 1).all()


def sampled(method, position, block):
    """Return what a method's kernel makes of pixels at one position."""
    values, done = np.empty((1, 1)), np.empty(1, bool)
    patch = Patch(block, np.zeros((0, 0), np.uint8), (0, 0))
    sample(method.name, position, patch, values, done)
    assert done.all()
    return values[0, 0]


@pytest.mark.parametrize("kind", Interpolation)
def test_a_method_has_the_name_of_its_driver(kind):
    method = METHODS[kind]
    assert method.name == kind.value
    assert method.name in fill.DRIVERS
    assert (method.prefilter is not None) is (kind in BSPLINES)


@pytest.mark.parametrize("kind", BSPLINES)
@pytest.mark.parametrize("epsilon", [1e-2, 1e-6])
@pytest.mark.parametrize("influence", [1e-1, 1e-3, 2])
def test_the_constants_of_b_splines_are_those_of_the_reference(
    kind, epsilon, influence
):
    order = BSPLINES[kind]
    method = method_of(kind, epsilon, influence)
    prefilter = method.prefilter
    assert prefilter.poles.tolist() == list(POLES[order])
    assert prefilter.lengths.tolist() == splines.truncations(order, epsilon)
    assert (prefilter.poles.dtype, prefilter.lengths.dtype) == (float, np.int64)
    assert prefilter.hole_reach == splines.margin(order, epsilon)
    assert prefilter.reach == sum(truncation_lengths(order, epsilon))
    assert max(prefilter.radius, 0) == splines.influence(order, influence)
    assert prefilter.radius == influence_radius(order, influence)
    assert (method.support, method.padding) == (order + 1, order // 2)
    assert prefilter.reach == sum(truncation_lengths(order, epsilon))


def test_the_padding_is_gridr_s_margin():
    paddings = [METHODS[kind].padding for kind in SUPPORTS]
    assert paddings == [1, 1, 2]


@given(kinds, st.integers(1, 99), st.integers(1, 99))
def test_the_frame_is_the_image_and_its_padding_where_that_is_trusted(kind, rows, cols):
    method = METHODS[kind]
    plain = window_ranges(method.domain((rows, cols), trusted=False))
    assert plain == ((0, rows), (0, cols))
    pad = method.padding
    trusted = window_ranges(method.domain((rows, cols), trusted=True))
    assert trusted == ((-pad, rows + pad), (-pad, cols + pad))


@pytest.mark.parametrize("kind", BSPLINES)
@pytest.mark.parametrize("value", [0, -1, np.nan, np.inf])
def test_constants_out_of_their_range_are_refused_for_b_splines(kind, value):
    with pytest.raises(GridrError, match="epsilon must lie between 0 and 1, got"):
        method_of(kind, value, 1e-3)
    with pytest.raises(GridrError, match="influence threshold must be above 0, got"):
        method_of(kind, 1e-6, value)


@pytest.mark.parametrize("kind", SUPPORTS)
def test_other_methods_do_not_look_at_the_constants_of_b_splines(kind):
    assert method_of(kind, -1, np.nan) == METHODS[kind]


@pytest.mark.parametrize("kind", Interpolation)
def test_a_method_travels(kind):
    again = pickle.loads(pickle.dumps(METHODS[kind]))
    assert (again.name, again.support) == (kind.value, METHODS[kind].support)
    assert again.name == METHODS[kind].name
