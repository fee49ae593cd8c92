import pytest
from gridr_qgis.core.grid.lattice import Lattice
from gridr_qgis.core.interpolation.antialias import fine_weights
from gridr_qgis.core.kernels.values import Filter
from gridr_qgis.core.options import Antialias
from gridr_qgis.core.window import window_of, window_ranges
from hypothesis import given
from hypothesis import strategies as st

KINDS = sorted(set(Antialias) - {Antialias.NONE})
FULL = (40, 50)


def lattice_of(kind, fine, full=FULL):
    return Lattice(full, Filter(fine, *(fine_weights(kind, n) for n in fine)))


def test_without_a_filter_there_is_nothing_around():
    lattice, window = Lattice(FULL), window_of(((3, 9), (0, 50)))
    assert lattice.fine == (1, 1)
    assert lattice.margin == (0, 0)
    assert lattice.fine_shape((6, 50)) == (6, 50)
    assert lattice.around(window) == lattice.inside(window) == window


@pytest.mark.parametrize("kind", KINDS)
def test_margins_are_those_of_the_weights(kind):
    lattice = lattice_of(kind, (3, 1))
    assert lattice.fine == (3, 1)
    assert lattice.margin == ((3, 0) if kind is Antialias.LANCZOS else (0, 0))
    rows = 3 * (5 + 2 * lattice.margin[0])
    assert lattice.fine_shape((5, 7)) == (rows, 7)


@given(st.sampled_from(KINDS), st.integers(0, 39), st.integers(1, 40))
def test_all_fine_pixels_lie_between_the_output_pixels_around(kind, start, size):
    stop = min(start + size, FULL[0])
    lattice = lattice_of(kind, (4, 1))
    window = window_of(((start, stop), (2, 5)))
    rows, cols = window_ranges(lattice.around(window))
    first = max(start - lattice.margin[0], 0) - 3 / 8
    last = min(stop - 1 + lattice.margin[0], FULL[0] - 1) + 3 / 8
    assert rows[0] <= first
    assert rows[1] - 1 >= last
    assert first - rows[0] < 1 + 1e-9
    assert cols == (2, 5)
    inside, _ = window_ranges(lattice.inside(window))
    assert inside == (max(rows[0], 0), min(rows[1], FULL[0]))
