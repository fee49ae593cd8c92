import numpy as np
import pytest
import rasterio
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.raster.dtypes import (
    GDAL,
    check_dst_dtype,
    check_src_dtype,
    default_dst_dtype,
    default_dst_nodata,
    dst_nodata_of,
    dtype_holds,
    is_masked_by_gdal,
    nodata_in,
    patch_dtype,
)
from helpers.data import write_raster, write_signed


@pytest.mark.parametrize(
    ("value", "dtype", "expected"),
    [
        (255, "uint8", True), (256, "uint8", False), (-1, "uint8", False),
        (2.5, "int16", False), (2.0, "int16", True), (float("nan"), "int32", False),
        (float("inf"), "uint32", False), (2**32 - 1, "uint32", True),
        (float("nan"), "float32", True), (float("inf"), "float32", True),
        (3.4028234663852886e38, "float32", True), (1e39, "float32", False),
        (1e39, "float64", True), (0.1, "float32", True),
        (-3.40282347e38, "float32", True),
        (3.4028236e38, "float32", False), (65519, "float16", True),
        (65520, "float16", False), (1, "bool", True), (2, "bool", False),
    ],
)  # fmt: skip
def test_dtype_holds(value, dtype, expected):
    assert dtype_holds(value, dtype) is expected


def test_nodata_in_its_own_type():
    assert nodata_in("float32", 0.1) == float(np.float32(0.1))
    assert nodata_in("uint8", -9999) is None
    assert nodata_in("float64", float("nan")) is None
    assert nodata_in("uint8", None) is None


@pytest.mark.parametrize("dtype", ["int8", "uint16", "int32", "float32", "float64"])
def test_types_that_float64_carries_are_read(dtype):
    check_src_dtype(dtype)
    check_src_dtype(np.dtype(dtype))


@pytest.mark.parametrize("dtype", ["int64", "uint64", "complex64", "complex_int16",
                                   "datetime64[s]", "object"])  # fmt: skip
def test_other_types_are_refused(dtype):
    with pytest.raises(GridrError, match="mask of the grid has pixels of type .* Con"):
        check_src_dtype(dtype, "mask of the grid")


def test_types_of_outputs():
    check_dst_dtype("uint8")
    with pytest.raises(GridrError, match="cannot have the type int64. Choose one of"):
        check_dst_dtype("int64")


def test_nodata_of_outputs():
    assert dst_nodata_of(255, "uint8") == 255
    assert dst_nodata_of(0.1, "float32") == float(np.float32(0.1))
    assert np.isnan(dst_nodata_of(float("nan"), "float32"))
    with pytest.raises(GridrError, match="256 cannot be stored in an output of type"):
        dst_nodata_of(256, "uint8")


LOWEST = float(np.finfo("float32").min)
TEXTS = ["-3.4028234663852886e+38", "-3.40282347e+38", "-3.4028235e+38"]
"""What headers call the lowest float32; all but the first lie beyond it."""


@pytest.mark.parametrize("text", TEXTS)
def test_decimal_text_means_the_nearest_float32(text):
    value = float(text)
    assert nodata_in("float32", value) == LOWEST
    assert nodata_in("float32", -value) == -LOWEST
    assert nodata_in("float64", value) == value
    assert dst_nodata_of(value, "float32") == LOWEST
    assert default_dst_nodata(value, "float32") == LOWEST
    assert nodata_in("float32", -3.41e38) is None


@pytest.mark.parametrize(
    ("dtypes", "expected"),
    [
        (["uint8"], "uint8"),
        (["int8"], "int16"),
        (["uint8", "int16"], "int16"),
        (["uint16", "int16"], "int32"),
        (["float16"], "float32"),
        (["int32", "float32"], "float64"),
    ],
)
def test_the_output_holds_the_values_of_all_bands(dtypes, expected):
    assert default_dst_dtype(dtypes) == expected


@pytest.mark.parametrize(
    ("dtypes", "expected"),
    [(["int8"], "int8"), (["uint8", "int8"], "int16"), (["float16"], "float32"),
     (["float16", "uint8"], "float32"), (["uint32", "int32"], "float64"),
     (["uint32", "int8"], "float64"), (["int32", "float32"], "float64")],
)  # fmt: skip
def test_bands_are_read_in_a_type_of_kernels_that_holds_them_all(dtypes, expected):
    assert patch_dtype(dtypes) == expected


@pytest.mark.parametrize(
    ("dtype", "value"),
    [("float32", -3.40282347e38), ("float32", LOWEST), ("float32", 0.1),
     ("uint8", 255.0), ("int16", -5.0), ("int8", -5.0), ("int8", 5.0)],
)  # fmt: skip
def test_what_the_mask_of_gdal_knows_of_nodata(tmp_path, dtype, value):
    name, options = dtype.title(), ""
    if dtype == "int8" and GDAL < (3, 7):
        name = "Byte"
        options = (
            '<Metadata domain="IMAGE_STRUCTURE"><MDI key="PIXELTYPE">SIGNEDBYTE</MDI>'
            "</Metadata>"
        )
    name = {"Uint8": "Byte"}.get(name, name)
    pixels = np.full((2, 2), 7, dtype)
    pixels[0, 1] = np.dtype(dtype).type(value)
    write = write_signed if dtype == "int8" else write_raster
    path = write(tmp_path / "a.tif", pixels)
    (tmp_path / "a.vrt").write_text(
        f'<VRTDataset rasterXSize="2" rasterYSize="2"><VRTRasterBand dataType="{name}" '
        f'band="1">{options}<NoDataValue>{value!r}</NoDataValue><SimpleSource>'
        f"<SourceFilename>{path}</SourceFilename></SimpleSource></VRTRasterBand>"
        "</VRTDataset>"
    )
    with rasterio.open(tmp_path / "a.vrt") as dataset:
        assert dataset.dtypes == (dtype,)
        known = not dataset.dataset_mask()[0, 1]
    assert is_masked_by_gdal(dtype, value) == known


def test_the_nodata_of_an_output():
    assert default_dst_nodata(7, "uint8") == 7
    assert default_dst_nodata(-7, "uint8") is None
    assert default_dst_nodata(None, "int16") is None
    assert np.isnan(default_dst_nodata(None, "float32"))
    assert np.isnan(default_dst_nodata(1e300, "float32"))
