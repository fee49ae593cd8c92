import numpy as np
import pytest
from gridr_qgis.core.options import SourceValidity
from gridr_qgis.core.source.validity import nodata_of, valid_pixels


def test_nodata_of_bands_of_different_types():
    nodata = nodata_of(["uint8", "float32"], [-1, 0.1], "float32")
    assert nodata.tagged.tolist() == [False, True]
    assert nodata.values[1] == np.float32(0.1)


def valid(pixels, nodata, rule, mask=None):
    bands, dtype = pixels.shape[0], pixels.dtype.name
    bands_nodata = nodata_of([dtype] * bands, [nodata] * bands, dtype)
    return valid_pixels(pixels, bands_nodata, rule, mask)


@pytest.mark.parametrize("rule", SourceValidity)
def test_pixels_without_invalid_pixels_need_no_mask(rule):
    pixels = np.ones((2, 3, 4), "float32")
    mask = np.ones((3, 4), bool) if rule is SourceValidity.DATASET_MASK else None
    assert valid(pixels, -5, rule, mask) is None


def test_the_mask_of_some_pixels():
    pixels = np.array([[[1, -5, np.nan, 1]]], "float32")
    got = valid(pixels, -5, SourceValidity.ANY_BAND)
    assert got.tolist() == [[True, False, False, True]]
    got = valid(pixels, -5, SourceValidity.NONE)
    assert got.tolist() == [[True, True, False, True]]
    mask = np.array([[True, True, True, False]])
    got = valid(pixels, -5, SourceValidity.DATASET_MASK, mask)
    assert got.tolist() == [[True, True, False, False]]
