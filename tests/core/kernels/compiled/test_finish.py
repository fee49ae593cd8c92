import numpy as np
import pytest
from gridr_qgis.core.kernels.compiled.finish import finish
from gridr_qgis.core.kernels.values import Canvas, plain
from gridr_qgis.core.run.strip import dtype_limits


def run(values, dtype, nodata=0, done=None, order=(0,)):
    values = np.asarray(values, float).reshape(len(set(order)), 1, -1)
    done = np.ones(values.shape[1:], bool) if done is None else np.array([done])
    dst = np.empty((len(order), *values.shape[1:]), dtype)
    limits = dtype_limits(dst.dtype)
    nodata = dst.dtype.type(nodata)
    valid = np.empty(done.shape, bool)
    order = np.array(order)
    canvas = Canvas(order, limits, nodata, dst, valid, (0, 0))
    counts = finish(values, done, plain(canvas), 0)
    assert (valid == done).all()
    return dst[:, 0].tolist(), counts


def test_halves_round_to_even_and_values_are_clipped():
    values = [0.5, 1.5, 2.5, -3.0, 300.0, 254.5]
    assert run(values, "uint8", 7)[0] == [[0, 2, 2, 0, 255, 254]]


@pytest.mark.parametrize(
    ("dtype", "highest"), [("int32", 2**31 - 1), ("uint32", 2**32 - 1)]
)
def test_wide_integers_keep_their_highest_value(dtype, highest):
    assert run([float(highest), 1e300], dtype)[0] == [[highest, highest]]


def test_float32_clips_infinity_and_keeps_nan():
    (got,), _ = run([np.inf, -np.inf, np.nan], "float32")
    assert got[:2] == [float(np.finfo("f4").max), -float(np.finfo("f4").max)]
    assert np.isnan(got[2])


def test_float64_is_untouched():
    assert run([0.1, 1e308, -np.inf], "float64")[0] == [[0.1, 1e308, -np.inf]]


def test_overflow_to_nan_is_the_lowest_integer():
    assert run([np.nan], "int16")[0] == [[-32768]]


def test_negative_zero_becomes_zero():
    (got,), _ = run([-0.0], "float64")
    assert not np.signbit(got[0])


@pytest.mark.parametrize("dtype", ["int16", "float32", "float64"])
def test_invalid_pixels_are_nodata_and_counted(dtype):
    got, counts = run([1, 2, 9, 9], dtype, 9, [True, False, True, False])
    assert got == [[1, 9, 9, 9]]
    assert counts == (2, 1)


def test_pixels_that_equal_nodata_in_any_band_are_counted_once():
    values = [[9, 1, 9, 1], [1, 9, 9, 1]]
    assert run(values, "uint8", 9, order=(0, 1))[1] == (4, 3)


def test_bands_follow_the_order():
    got, counts = run([[1, 2], [3, 4]], "uint8", 4, order=(1, 0, 1))
    assert got == [[3, 4], [1, 2], [3, 4]]
    assert counts == (2, 1)


def test_a_part_of_the_output_is_filled():
    dst = np.zeros((2, 4, 5), "uint8")
    values = np.arange(1.0, 13).reshape(2, 2, 3)
    done = np.ones((2, 3), bool)
    order, limits = np.arange(2), dtype_limits(dst.dtype)
    valid = np.zeros(dst.shape[1:], bool)
    canvas = Canvas(order, limits, np.uint8(0), dst, valid, (0, 2))
    counts = finish(values, done, plain(canvas), 1)
    assert (valid[1 : 1 + done.shape[0], 2 : 2 + done.shape[1]] == done).all()
    assert valid.sum() == done.sum()
    assert (dst[:, 1:3, 2:] == values).all()
    assert counts == (6, 0)
    assert dst.sum() == values.sum()
