import numpy as np
import pytest
from gridr_qgis.core.grid.grid import Grid
from gridr_qgis.core.interpolation.methods import method_of
from gridr_qgis.core.kernels.values import Patch
from gridr_qgis.core.options import Interpolation
from gridr_qgis.core.plan.layout import Layout
from gridr_qgis.core.run.strip import Strip, dtype_limits
from helpers.data import dense_positions, noise, turned_grid
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from rasterio.windows import Window
from scipy import ndimage

HERE = Window(40, 20, 9, 7)
"""Place of the strip in the full output."""
ALL_USABLE = np.zeros((0, 0), np.uint8)


def strip_of(dtype="int16", order=(0, 1), nodata=-9.0):
    """Return a strip of `HERE` that is valid and 77 everywhere."""
    strip = Strip.of(Layout(HERE, 7, (7, 9), 1, dtype, order, nodata), HERE)
    strip.data[:], strip.valid[:] = 77, True
    return strip


def test_a_strip_has_the_bands_and_the_type_of_its_layout():
    strip = strip_of("float32", (1, 0, 1))
    assert strip.data.shape == (3, 7, 9)
    assert strip.data.dtype == "float32"
    assert strip.valid.shape == (7, 9)
    assert strip.valid.dtype == bool
    assert strip.order.tolist() == [1, 0, 1]
    assert strip.nodata == -9


@given(st.integers(0, 6), st.integers(0, 8), st.data())
def test_nothing_is_put_into_a_window_alone(row, col, data):
    rows, cols = data.draw(st.integers(1, 7 - row)), data.draw(st.integers(1, 9 - col))
    strip = strip_of()
    strip.put_nothing(Window(40 + col, 20 + row, cols, rows))
    inside = np.zeros((7, 9), bool)
    inside[row : row + rows, col : col + cols] = True
    assert (strip.valid == ~inside).all()
    assert (strip.data == np.where(inside, -9, 77)).all()


@given(arrays(bool, (3, 4)))
def test_validity_alone_is_stored_and_counted(valid):
    strip = strip_of(order=())
    assert strip.put_valid(Window(42, 23, 4, 3), valid) == valid.sum()
    assert (strip.valid[3:6, 2:6] == valid).all()
    assert strip.valid.sum() == 7 * 9 - (~valid).sum()


@given(arrays(bool, (3, 4)), arrays(np.int16, (2, 3, 4)))
def test_results_become_pixels_in_the_order_of_bands(done, values):
    strip = strip_of(order=(1, 0, 1))
    counts = strip.put((23, 42), values.astype(float), done)
    wanted = np.where(done, values[[1, 0, 1]], -9)
    assert (strip.data[:, 3:6, 2:6] == wanted).all()
    assert (strip.valid[3:6, 2:6] == done).all()
    equal = (wanted == -9).any(axis=0) & done
    assert counts[:2] == (done.sum(), equal.sum())
    strip.data[:, 3:6, 2:6], strip.valid[3:6, 2:6] = 77, True
    assert (strip.data == 77).all()
    assert strip.valid.all()


@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint32", "int32"])
def test_integers_are_rounded_half_to_even_and_clipped(dtype):
    limits = np.iinfo(dtype)
    values = np.array([[[0.5, 1.5, 2.5, -1e300, 1e300]]])
    strip = strip_of(dtype, (0,), 0.0)
    strip.put((20, 40), values, np.ones((1, 5), bool))
    assert strip.data[0, 0, :5].tolist() == [0, 2, 2, limits.min, limits.max]


def test_resampling_is_what_scipy_makes_of_the_positions():
    nodes = turned_grid((4, 4), (9, 16), 20)
    src = noise((1, 40, 40), "float64")
    grid = Grid.of_arrays(*nodes, (9, 16))
    strip = strip_of("float64", (0,))
    window, patch = Window(41, 22, 6, 4), Patch(src, ALL_USABLE, (0, 0))
    method = method_of(Interpolation.LINEAR, 1e-6, 1e-3)
    counts = strip.resample(grid.read(window), window, patch, method)
    positions = dense_positions(nodes, (9, 16))[:, 22:26, 41:47]
    expected = ndimage.map_coordinates(src[0], positions, order=1, cval=np.nan)
    valid = np.isfinite(expected)
    assert valid.sum() > 0
    assert counts[:2] == (valid.sum(), 0)
    got = strip.data[0, 2:6, 1:7]
    np.testing.assert_allclose(got, np.where(valid, expected, -9), atol=1e-8)
    assert (strip.valid[2:6, 1:7] == valid).all()


@pytest.mark.parametrize("dtype", ["uint8", "int8", "uint16", "int16", "int32"])
def test_limits_of_integers(dtype):
    info = np.iinfo(dtype)
    assert dtype_limits(np.dtype(dtype)) == (info.min, info.max, True)


def test_limits_of_floats():
    largest = float(np.finfo("float32").max)
    assert dtype_limits(np.dtype("float32")) == (-largest, largest, False)
    assert dtype_limits(np.dtype("float64")) == (-np.inf, np.inf, False)
