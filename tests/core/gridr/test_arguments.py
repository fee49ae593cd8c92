import pytest
from gridr_qgis.core.gridr import get_interpolator

SPLINE = {"epsilon": 1e-6, "mask_influence_threshold": 1e-3}


@pytest.mark.parametrize(
    ("name", "short", "margins"),
    [
        ("nearest", "nearest", [1, 1, 1, 1]),
        ("linear", "linear", [1, 1, 1, 1]),
        ("cubic", "optimized_bicubic", [2, 2, 2, 2]),
    ],
)
def test_get_interpolator(name, short, margins):
    interp = get_interpolator(name)
    assert interp.initialize() is None
    assert interp.shortname() == short
    assert list(interp.total_margins()) == margins
    again = get_interpolator(short)
    assert (again.shortname(), again.total_margins()) == (short, interp.total_margins())


@pytest.mark.parametrize("order", [3, 5, 7, 9, 11])
def test_get_interpolator_of_splines(order):
    interp = get_interpolator(f"bspline{order}", **SPLINE)
    margins = interp.total_margins()
    assert interp.shortname() == f"bspline{order}"
    assert len(set(margins)) == 1
    assert len(margins) == 4
    assert margins[0] > order // 2
    finer = get_interpolator(f"bspline{order}", **{**SPLINE, "epsilon": 1e-9})
    assert finer.total_margins()[0] > margins[0]
