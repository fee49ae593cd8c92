import numpy as np
import pytest
from gridr_qgis.core.mask import (
    ALL_VALID,
    block_valid,
    dtype_holds,
    nodata_in,
    nodata_of,
)
from gridr_qgis.core.options import SourceValidity


@pytest.mark.parametrize(
    "value, dtype, expected",
    [
        (255, "uint8", True), (256, "uint8", False), (-1, "uint8", False),
        (2.5, "int16", False), (2.0, "int16", True), (float("nan"), "int32", False),
        (float("inf"), "uint32", False), (2**32 - 1, "uint32", True),
        (float("nan"), "float32", True), (float("inf"), "float32", True),
        (3.4028234663852886e38, "float32", True), (1e39, "float32", False),
        (1e39, "float64", True), (0.1, "float32", True),
    ],
)  # fmt: skip
def test_dtype_holds(value, dtype, expected):
    assert dtype_holds(value, dtype) is expected


def test_nodata_in_its_own_type():
    assert nodata_in("float32", 0.1) == float(np.float32(0.1))
    assert nodata_in("uint8", -9999) is None
    assert nodata_in("float64", float("nan")) is None
    assert nodata_in("uint8", None) is None


def test_nodata_of_bands_of_different_types():
    nodata = nodata_of(["uint8", "float32"], [-1, 0.1], "float32")
    assert nodata.tagged.tolist() == [False, True]
    assert nodata.values[1] == np.float32(0.1)


def valid(block, nodata, rule, mask=None):
    bands = block.shape[0]
    bands_nodata = nodata_of([block.dtype.name] * bands, [nodata] * bands, block.dtype)
    return block_valid(block, bands_nodata, rule, mask)


@pytest.mark.parametrize("rule", SourceValidity)
def test_a_block_without_invalid_pixels_needs_no_mask(rule):
    block = np.ones((2, 3, 4), "float32")
    mask = np.ones((3, 4), bool) if rule is SourceValidity.DATASET_MASK else None
    assert valid(block, -5, rule, mask) is ALL_VALID


def test_the_mask_of_a_block():
    block = np.array([[[1, -5, np.nan, 1]]], "float32")
    got = valid(block, -5, SourceValidity.ANY_BAND)
    assert got.tolist() == [[True, False, False, True]]
    got = valid(block, -5, SourceValidity.NONE)
    assert got.tolist() == [[True, True, False, True]]
    mask = np.array([[True, True, True, False]])
    got = valid(block, -5, SourceValidity.DATASET_MASK, mask)
    assert got.tolist() == [[True, True, False, False]]
