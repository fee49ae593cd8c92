from dataclasses import replace

import numpy as np
import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.raster.header import read_header
from gridr_qgis.core.raster.pixels import (
    ArrayReader,
    MaskRaster,
    check_mask,
    mask_raster,
)
from gridr_qgis.core.raster.reader import Reader
from helpers.data import noise, write_raster
from hypothesis import given
from hypothesis import strategies as st
from rasterio.windows import Window

PIXELS = noise((3, 6, 8), "int16")
PIXELS.setflags(write=False)


def test_an_array_is_read_as_its_file_is(tmp_path):
    file = Reader(write_raster(tmp_path / "a.tif", PIXELS))
    array = ArrayReader(PIXELS)
    for indexes in [(1, 2, 3), (2,), (3, 1), (2, 2, 1)]:
        for window in (Window(0, 0, 8, 6), Window(3, 2, 4, 1)):
            for dtype in ("int16", "float32", "float64"):
                expected = file.read(indexes, window, dtype)
                got = array.read(indexes, window, dtype)
                np.testing.assert_array_equal(got, expected)
                assert (got.dtype, got.shape) == (expected.dtype, expected.shape)
                assert got.flags.c_contiguous
    file.close()


@given(
    st.lists(st.integers(1, 3), min_size=1, max_size=5),
    *(st.tuples(st.integers(0, size), st.integers(0, size)) for size in (6, 8)),
)
def test_bands_and_windows_are_numpy_slices(indexes, rows, cols):
    rows, cols = sorted(rows), sorted(cols)
    window = Window(cols[0], rows[0], cols[1] - cols[0], rows[1] - rows[0])
    expected = np.stack([PIXELS[index - 1] for index in indexes])
    expected = expected[:, slice(*rows), slice(*cols)]
    got = ArrayReader(PIXELS).read(indexes, window, "int16")
    np.testing.assert_array_equal(got, expected)


def test_all_of_an_array_is_not_copied():
    whole = Window(0, 0, 8, 6)
    reader = ArrayReader(PIXELS)
    assert np.shares_memory(reader.read((1, 2, 3), whole, "int16"), PIXELS)
    for indexes, dtype in [((1, 2), "int16"), ((1, 2, 3), "int32")]:
        got = reader.read(indexes, whole, dtype)
        assert not np.shares_memory(got, PIXELS)


def test_an_array_has_no_mask_of_its_own():
    mask = ArrayReader(PIXELS).read_dataset_mask(Window(2, 1, 5, 4))
    assert (mask.dtype, mask.shape, mask.all()) == (bool, (4, 5), True)


@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint32", "float32", "float64"])
def test_a_mask_is_valid_where_it_equals_its_value(dtype):
    values = np.random.default_rng(0).integers(0, 4, (2, 6, 8)).astype(dtype)
    mask = MaskRaster(ArrayReader(values), 2, dtype, 3)
    got = mask.read(Window(1, 2, 6, 3))
    assert got.dtype == bool
    assert got.tolist() == (values[1, 2:5, 1:7] == 3).tolist()


def test_the_value_of_a_mask_is_one_of_its_type():
    values = np.array([[[0.1, 0.2]]], "float32")
    assert float(values[0, 0, 0]) != 0.1
    mask = MaskRaster(ArrayReader(values), 1, "float32", 0.1)
    assert mask.read(Window(0, 0, 2, 1)).tolist() == [[True, False]]


def test_the_mask_of_a_file_has_the_type_of_its_band(tmp_path):
    path = write_raster(tmp_path / "m.tif", noise((2, 4, 5), "float32"))
    reader, header = Reader(path), read_header(path)
    mask = mask_raster(reader, header, 2, 0.5)
    assert mask == MaskRaster(reader, 2, "float32", 0.5)
    assert not mask.read(Window(0, 0, 5, 4)).any()
    reader.close()


@pytest.fixture
def headers(tmp_path):
    """Those of a raster and of a mask that fits it."""
    of = read_header(write_raster(tmp_path / "a.tif", noise((4, 5))))
    return of, read_header(write_raster(tmp_path / "m.tif", noise((2, 4, 5), "uint8")))


def test_no_mask_and_one_that_fits_are_taken(headers):
    of, mask = headers
    check_mask("source", None, of, 9, 1.5)
    check_mask("source", mask, of, 2, 255)


@pytest.mark.parametrize(
    ("changes", "index", "valid", "words"),
    [
        ({}, 3, 1, r"The mask of the grid has no band 3: .* Choose one of them\."),
        ({}, 0, 1, "has no band 0"),
        (
            {"shape": (5, 4)},
            1,
            1,
            r"mask of the grid has the shape \(5, 4\); it must have the grid's, "
            r"\(4, 5\) \(rows, columns\)\.",
        ),
        (
            {"dtypes": ("int64", "uint8")},
            1,
            1,
            "mask of the grid has pixels of type in",
        ),
        (
            {},
            2,
            256,
            "valid value 256 of the mask of the grid cannot occur in its band 2 of "
            r"type uint8\. Give the value of valid pixels\.",
        ),
        ({}, 1, 0.5, "valid value 0.5 .* cannot occur"),
    ],
)
def test_a_mask_that_does_not_fit_is_refused(headers, changes, index, valid, words):
    of, mask = headers
    with pytest.raises(GridrError, match=words):
        check_mask("grid", replace(mask, **changes), of, index, valid)
