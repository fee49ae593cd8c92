import numpy as np
import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.raster.arrays import (
    as_array,
    check_writable,
    coordinates_of,
    flags_of,
    pixels_of,
)

IMAGE = np.arange(12).reshape(3, 4)


def refused(message, function, *given):
    with pytest.raises(GridrError, match=message):
        function(*given)


@pytest.mark.parametrize(
    ("dtype", "own", "read"),
    [("bool", "uint8", "uint8"), (">i2", "int16", "int16"), ("float16",) * 2 + ("f4",),
     (">f4", "float32", "f4"), ("<f8", "float64", "f8"), ("uint32", "uint32", "u4")],
)  # fmt: skip
def test_pixels_are_those_given_in_a_type_of_kernels(dtype, own, read):
    given = IMAGE.astype(dtype)
    pixels, name = pixels_of(given)
    assert name == own
    assert pixels.dtype == np.dtype(read)
    assert pixels.dtype.isnative
    assert (pixels == given).all()
    assert pixels.shape == (1, 3, 4)


def test_plain_pixels_are_not_copied_and_lists_are_taken():
    given = IMAGE.astype("float32")
    assert np.shares_memory(pixels_of(given)[0], given)
    assert pixels_of((IMAGE * 0.5).tolist())[0].tolist() == [(IMAGE * 0.5).tolist()]
    assert np.shares_memory(pixels_of(given[0:1])[0], given)


@pytest.mark.parametrize(
    ("dtype", "read"),
    [("bool", "f8"), ("int16", "f8"), ("float16", "f4"), (">f4", "f4"), ("f8", "f8")],
)
def test_masked_pixels_are_nan(dtype, read):
    given = np.ma.masked_array(IMAGE.astype(dtype), IMAGE == 5)
    before = given.copy()
    pixels, name = pixels_of(given)
    assert name == ("uint8" if dtype == "bool" else np.dtype(dtype).name)
    assert pixels.dtype == np.dtype(read)
    assert np.argwhere(np.isnan(pixels)).tolist() == [[0, 1, 1]]
    rest = IMAGE != 5
    assert (pixels[0, rest] == IMAGE.astype(dtype)[rest]).all()
    assert (given.data == before.data).all()
    assert (given.mask == before.mask).all()
    unmasked, _ = pixels_of(np.ma.masked_array(IMAGE.astype(dtype)))
    assert type(unmasked) is np.ndarray
    assert (unmasked == IMAGE.astype(dtype)).all()


@pytest.mark.parametrize("dtype", ["M8[s]", "m8[s]", "O", "U3", "c16", "i8", "u8"])
def test_pixels_of_other_types_are_refused(dtype):
    refused("source has pixels of type .* with its astype", pixels_of,
            IMAGE.astype(dtype))  # fmt: skip


@pytest.mark.skipif(np.dtype("longdouble").itemsize == 8, reason="is a double here")
def test_pixels_longer_than_double_are_refused():
    refused("source has pixels of type", pixels_of, IMAGE.astype("longdouble"))


def test_what_is_no_image_is_refused():
    refused(r"source must have the shape .* got \(\)", pixels_of, None)
    refused(
        "The source must be an array of numbers, or lists", pixels_of, [[1], [2, 3]]
    )
    refused("The mask must be an array", as_array, [[1], [2, 3]], "mask")


@pytest.mark.parametrize("dtype", ["f2", "longdouble", ">f8", "i8", "u1"])
def test_coordinates_of_any_real_type_are_taken(dtype):
    given = IMAGE.astype(dtype)
    assert (coordinates_of(given, "rows").astype("f8") == IMAGE).all()
    masked = np.ma.masked_array(given, IMAGE == 5)
    found = coordinates_of(masked, "rows")
    assert np.argwhere(np.isnan(found)).tolist() == [[1, 1]]
    assert (given == IMAGE).all()


@pytest.mark.parametrize("dtype", ["M8[s]", "c16", "O", "U3", "bool"])
def test_other_coordinates_are_refused_and_stay(dtype):
    given = IMAGE.astype(dtype)
    refused("The rows must be real numbers, .* got the type", coordinates_of, given,
            "rows")  # fmt: skip
    assert (given == IMAGE.astype(dtype)).all()


def test_flags_are_true_where_a_mask_is_or_equals_a_value():
    assert flags_of([[0, 1, 255]], "mask").tolist() == [[False, True, True]]
    assert flags_of([0.0, np.nan, 2], "mask").tolist() == [False, False, True]
    assert flags_of([True, False], "mask", 1).tolist() == [True, False]
    assert flags_of(np.array([0.1, 0.2], "f4"), "m", 0.1).tolist() == [True, False]
    assert flags_of(np.array([0, 255], "u1"), "mask", -1).tolist() == [False, False]
    masked = np.ma.masked_array([1, 1, 0], [False, True, False])
    assert flags_of(masked, "mask").tolist() == [True, False, False]
    assert flags_of(masked, "mask", 1).tolist() == [True, False, False]
    refused("The mask must be of bool or of real numbers, got <U1", flags_of, ["1"],
            "mask")  # fmt: skip


def test_what_cannot_be_written_into_is_refused():
    check_writable(IMAGE.copy(), "out")
    refused("out must be a numpy array to write into, got list", check_writable, [1],
            "out")  # fmt: skip
    view = IMAGE.copy()
    view.flags.writeable = False
    refused("out cannot be written into. Give a copy", check_writable, view, "out")


@pytest.mark.parametrize("out", [np.zeros(4), np.zeros((2, 2), complex)])
def test_outputs_of_no_image_are_refused(out):
    refused("out must hold real numbers in two dimensions", check_writable, out, "out")
