"""The results of GridR 0.7.0 itself, as far as the features of the core go."""

import json

import numpy as np
import pytest
from gridr_qgis.core.chain import resample_dataset
from gridr_qgis.core.options import Job, StripTarget
from gridr_qgis.core.resample import resample_array
from synthetic import read_raster, write_raster

# What needs B-splines, borders or polygons belongs to later features.
CASES = [
    "01_interior_res1_nearest",
    "02_interior_res1_linear",
    "03_interior_res1_cubic",
    "09_borders_bcNone_res4x3_nearest",
    "10_borders_bcNone_res4x3_linear",
    "11_borders_bcNone_res4x3_cubic",
    "32_probe_rows_bcNone_nearest",
    "34_probe_rows_bcNone_linear",
    "36_probe_rows_bcNone_cubic",
    "52_gridmask_res4x3_nearest",
    "53_gridmask_res4x3_linear",
    "54_gridmask_res4x3_cubic",
    "55_gridmask_res1_value7_cubic",
    "56_gridmask_res5x1_linear",
    "62_win_res4x3_cubic",
    "63_win_subcell_linear",
    "65_win_onerow_cubic",
    "66_shift_half_cubic",
    "67_shift_gridmask_linear",
    "68_out_uint8_cubic",
    "69_out_int16_cubic",
    "70_out_float32_cubic",
    "71_bands_3_1_linear",
    "73_strip2_input_cubic",
    "74_strip7_output_tiles5x6_linear",
    "78_all_outside",
    "79_all_masked",
    "80_one_row_grid_res1x3",
    "81_single_node",
]
SOURCE_MASK_CASES = [
    "40_ties_srcmask_nearest",
    "41_ties_srcmask_linear",
    "42_ties_srcmask_cubic",
    "44_srcmask_255_0_cubic",
    "45_srcmask_int8_m1_0_linear",
    "46_srcmask_inverted_nearest",
    "76_strip3_tiles_srcmask_gridmask_nearest",
]


def load(path):
    """Return the arrays of a case, and its parameters in our words."""
    case = np.load(path)
    asked = json.loads(str(case["params"]))
    nodes = np.stack([case["grid_row"], case["grid_col"]])
    nodes += np.reshape(asked["grid_shift"] or [0, 0], (2, 1, 1))
    if "grid_mask" in case:
        nodes[:, case["grid_mask"] != asked["grid_mask_valid_value"]] = np.nan
    window = asked["win"] and tuple((first, last + 1) for first, last in asked["win"])
    nodata = float("nan") if asked["nodata_out"] is None else asked["nodata_out"]
    dtype = np.dtype(asked["out_dtype"])
    if dtype.kind in "iu":  # GridR converts its nodata as it does pixels; we refuse
        nodata = np.clip(np.rint(nodata), np.iinfo(dtype).min, np.iinfo(dtype).max)
    options = {
        "interpolation": asked["interp"],
        "window": window,
        "dst_nodata": float(nodata),
        "dst_dtype": dtype.name,
    }
    return case, asked, nodes, options


def check(case, data, valid):
    """Compare with the case: masks equal, data within 1e-12 of the source's range."""
    expected_valid = case["mask"].astype(bool)
    assert (valid == expected_valid).all()
    expected = case["out"]
    assert data.dtype == expected.dtype
    tolerance = 1e-12 * np.abs(case["src"]).max() * (data.dtype.kind == "f")
    got = data[:, expected_valid].astype(float)
    np.testing.assert_allclose(got, expected[:, expected_valid], rtol=0, atol=tolerance)
    assert np.array_equal(
        data[:, ~valid], expected[:, ~valid], equal_nan=data.dtype.kind == "f"
    )


@pytest.mark.parametrize("name", CASES + SOURCE_MASK_CASES)
def test_array_call(golden, name):
    case, asked, nodes, options = load(golden / f"{name}.npz")
    src_valid = None
    if "src_mask" in case:
        src_valid = case["src_mask"] == asked["src_mask_validity_pair"][0]
    bands = np.atleast_1d(asked["bands"]) - 1
    data, valid = resample_array(
        case["src"][bands],
        *nodes,
        step=asked["grid_resolution"],
        src_valid=src_valid,
        **options,
    )
    check(case, data, valid)


@pytest.mark.parametrize("name", CASES)
def test_chain(golden, tmp_path, name):
    case, asked, nodes, options = load(golden / f"{name}.npz")
    job = Job(
        src=write_raster(tmp_path / "src.tif", case["src"]),
        grid=write_raster(tmp_path / "grid.tif", nodes),
        dst=str(tmp_path / "dst.tif"),
        dst_mask=str(tmp_path / "mask.tif"),
        src_indexes=tuple(np.atleast_1d(asked["bands"]).tolist()),
        row_step=asked["grid_resolution"][0],
        col_step=asked["grid_resolution"][1],
        strip_size=asked["io_strip_size"],
        strip_target=StripTarget[asked["io_strip_size_target"]],
        tile_shape=asked["tile_shape"] and tuple(asked["tile_shape"]),
        **options,
    )
    summary = resample_dataset(job)
    valid = read_raster(job.dst_mask)[0].astype(bool)
    check(case, read_raster(job.dst), valid)
    assert summary.valid_pixels == valid.sum()
