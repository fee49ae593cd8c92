import numpy as np
import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.interpolation.antialias import (
    FINEST,
    LOBES,
    check_antialias,
    fine_weights,
)
from gridr_qgis.core.options import Antialias, Interpolation
from helpers.reference.antialias import fine_places, lanczos

NEAREST, CUBIC = Interpolation.NEAREST, Interpolation.CUBIC


@pytest.mark.parametrize("fine", range(2, FINEST + 1))
def test_lanczos_weighs_by_its_formula(fine):
    weights = fine_weights(Antialias.LANCZOS, fine)
    places = fine_places(1 + 2 * LOBES, fine) - LOBES
    expected = [lanczos(place) for place in places]
    np.testing.assert_allclose(weights, expected, rtol=0, atol=1e-15)
    assert np.array_equal(weights, weights[::-1])
    # at whole distances, none at all
    whole = (places == np.rint(places)) & (places != 0)
    assert (weights[whole] == 0).all()
    assert (weights[abs(places) >= LOBES] == 0).all()
    assert weights.sum() == pytest.approx(fine, rel=0.01)


@pytest.mark.parametrize("fine", [1, 2, 16])
def test_an_average_weighs_its_own_cell_evenly(fine):
    assert fine_weights(Antialias.AVERAGE, fine).tolist() == [1.0] * fine


def test_one_fine_pixel_is_taken_as_it_is():
    assert fine_weights(Antialias.LANCZOS, 1).tolist() == [1.0]


def test_majority_has_no_weights():
    assert fine_weights(Antialias.MAJORITY, 3).size == 0


FITTING = [
    (Antialias.NONE, NEAREST), (Antialias.NONE, CUBIC), (Antialias.AVERAGE, NEAREST),
    (Antialias.AVERAGE, CUBIC), (Antialias.LANCZOS, CUBIC),
    (Antialias.LANCZOS, Interpolation.BSPLINE11), (Antialias.MAJORITY, NEAREST),
]  # fmt: skip


@pytest.mark.parametrize("pair", FITTING)
def test_filters_go_with_interpolations(pair):
    check_antialias(*pair, None, None)
    if pair[0] is not Antialias.NONE:
        for fine in (1, FINEST):
            check_antialias(*pair, fine, None)
            check_antialias(*pair, None, fine)


def refusal(*asked):
    with pytest.raises(GridrError) as caught:
        check_antialias(*asked)
    return str(caught.value)


def test_lanczos_is_refused_with_nearest():
    assert refusal(Antialias.LANCZOS, NEAREST, None, None) == (
        "The anti-alias filter lanczos does not go with nearest interpolation, which "
        "keeps values that must not be mixed. Choose majority for classes, average for "
        "block means, or another interpolation."
    )


@pytest.mark.parametrize("interpolation", sorted(set(Interpolation) - {NEAREST}))
def test_majority_is_refused_without_nearest(interpolation):
    assert refusal(Antialias.MAJORITY, interpolation, 2, 2) == (
        "The anti-alias filter majority counts values that occur in the source, and "
        f"{interpolation.value} interpolation makes others. Choose nearest "
        "interpolation, or the filter lanczos or average."
    )


@pytest.mark.parametrize("asked", [(3, None), (None, 3), (1, 1)])
def test_oversampling_is_refused_without_a_filter(asked):
    axis = "columns" if asked[0] is None else "rows"
    fine = asked[0] or asked[1]
    assert refusal(Antialias.NONE, CUBIC, *asked) == (
        f"An oversampling of {fine} along {axis} is given, but no anti-alias filter "
        "that it is for. Choose lanczos, average or majority, or give no oversampling."
    )


@pytest.mark.parametrize("wrong", [-1, 0, FINEST + 1, 10**9])
@pytest.mark.parametrize("axis", ["rows", "columns"])
def test_oversampling_is_refused_out_of_its_range(wrong, axis):
    asked = (wrong, 2) if axis == "rows" else (2, wrong)
    assert refusal(Antialias.LANCZOS, CUBIC, *asked) == (
        f"The oversampling along {axis} must be 1 to 16 fine pixels per output pixel, "
        f"got {wrong}. Give one of these, or none for an automatic one."
    )
