"""The results of GridR 0.7.0 itself, by the array call and by the chain."""

import json
from pathlib import Path

import numpy as np
import pytest
import shapely.wkt
from gridr_qgis.core.chain import resample_dataset
from gridr_qgis.core.options import Job, StripTarget
from gridr_qgis.core.resample import resample_array
from synthetic import read_raster, write_raster

GOLDEN = Path(__file__).resolve().parents[2].parent / "shared" / "golden"
CASES = sorted(path.stem for path in GOLDEN.glob("*.npz") if "_X_" not in path.stem)


# What the prefilter's precision leaves open, by order and epsilon (semantics, 2.6).
PRECISION = {
    (3, 1e-3): 1.1e-6,
    (3, 1e-4): 6.3e-8,
    (3, 1e-6): 1.3e-9,
    (3, 1e-8): 6.2e-12,
    (5, 1e-3): 3.2e-9,
    (5, 1e-4): 2.4e-10,
    (5, 1e-6): 7.2e-13,
    (7, 1e-3): 1.5e-11,
    (7, 1e-4): 6.8e-13,
    (7, 1e-6): 6e-14,
    (9, 1e-6): 7e-14,
    (11, 1e-6): 1.4e-13,
}


def test_all_conforming_cases_are_here(golden):
    assert len(CASES) == 82


def load(name):
    """Return the arrays of a case, what it asks, and that in our words."""
    case = np.load(GOLDEN / f"{name}.npz")
    asked = json.loads(str(case["params"]))
    nodata = float("nan") if asked["nodata_out"] is None else asked["nodata_out"]
    dtype = np.dtype(asked["out_dtype"])
    if dtype.kind in "iu":  # GridR converts its nodata as it does pixels; we refuse
        nodata = np.clip(np.rint(nodata), np.iinfo(dtype).min, np.iinfo(dtype).max)
    kwargs = asked["interp_kwargs"] or {}
    options = {
        "interpolation": asked["interp"],
        "bspline_epsilon": kwargs.get("epsilon", 1e-6),
        "bspline_mask_influence": kwargs.get("mask_influence_threshold", 1e-3),
        "boundary": asked["boundary_condition"] or "none",
        "trust_padding": asked["trust_padding"],
        "window": asked["win"] and tuple((a, b + 1) for a, b in asked["win"]),
        "valid_polygons": polygons(asked["geometry_valid_wkt"]),
        "invalid_polygons": polygons(asked["geometry_invalid_wkt"]),
        "polygon_origin": tuple(asked["geometry_origin"] or (0, 0)),
        "dst_nodata": float(nodata),
        "dst_dtype": dtype.name,
    }
    return case, asked, options


def polygons(wkt):
    if wkt is None:
        return None
    texts = wkt if isinstance(wkt, list) else [wkt]
    return [shapely.wkt.loads(text) for text in texts]


def tolerance(case, asked):
    """Return the largest difference of two float results that both are right."""
    highest = np.abs(case["src"].astype(float)).max()
    if not asked["interp"].startswith("bspline"):
        return 1e-12 * highest
    order, epsilon = int(asked["interp"][7:]), asked["interp_kwargs"]["epsilon"]
    # both the case and ours are that far from the exact spline
    return 2 * max(PRECISION[order, epsilon], 1e-12) * highest


def check(case, asked, data, valid):
    expected_valid = case["mask"].astype(bool)
    assert (valid == expected_valid).all()
    expected = case["out"]
    assert data.dtype == expected.dtype
    atol = tolerance(case, asked) if data.dtype.kind == "f" else 0
    got = data[:, expected_valid].astype(float)
    np.testing.assert_allclose(got, expected[:, expected_valid], rtol=0, atol=atol)
    nan = data.dtype.kind == "f"
    assert np.array_equal(data[:, ~valid], expected[:, ~valid], equal_nan=nan)


@pytest.mark.parametrize("name", CASES)
def test_array_call(golden, name):
    case, asked, options = load(name)
    src_valid = None
    if "src_mask" in case:
        src_valid = case["src_mask"] == asked["src_mask_validity_pair"][0]
    nodes = np.stack([case["grid_row"], case["grid_col"]])
    nodes += np.reshape(asked["grid_shift"] or [0, 0], (2, 1, 1))
    if "grid_mask" in case:
        nodes[:, case["grid_mask"] != asked["grid_mask_valid_value"]] = np.nan
    bands = np.atleast_1d(asked["bands"]) - 1
    data, valid = resample_array(
        case["src"][bands],
        *nodes,
        step=asked["grid_resolution"],
        src_valid=src_valid,
        **options,
    )
    check(case, asked, data, valid)


def masks_of(case, asked, folder):
    """Write the masks of a case; return them as options of a job."""
    masks = {}
    if "src_mask" in case:
        masks["src_mask"] = write_raster(folder / "src_mask.tif", case["src_mask"])
        masks["src_mask_valid"] = asked["src_mask_validity_pair"][0]
    if "grid_mask" in case:
        masks["grid_mask"] = write_raster(folder / "grid_mask.tif", case["grid_mask"])
        masks["grid_mask_valid"] = asked["grid_mask_valid_value"]
    return masks


@pytest.mark.parametrize("name", CASES)
def test_chain(golden, tmp_path, name):
    case, asked, options = load(name)
    if (
        case["src"].dtype == "int8"
        or case.get("src_mask", case["mask"]).dtype == "int8"
    ):
        case = {**case, "src_mask": case["src_mask"].astype("int16")}
    nodes = np.stack([case["grid_row"], case["grid_col"]])
    job = Job(
        src=write_raster(tmp_path / "src.tif", case["src"]),
        grid=write_raster(tmp_path / "grid.tif", nodes),
        dst=str(tmp_path / "dst.tif"),
        dst_mask=str(tmp_path / "mask.tif"),
        src_indexes=tuple(np.atleast_1d(asked["bands"]).tolist()),
        row_step=asked["grid_resolution"][0],
        col_step=asked["grid_resolution"][1],
        shift=tuple(asked["grid_shift"] or (0, 0)),
        strip_size=asked["io_strip_size"],
        strip_target=StripTarget[asked["io_strip_size_target"]],
        tile_shape=asked["tile_shape"] and tuple(asked["tile_shape"]),
        src_validity="none",
        **masks_of(case, asked, tmp_path),
        **options,
    )
    summary = resample_dataset(job)
    valid = read_raster(job.dst_mask)[0].astype(bool)
    check(case, asked, read_raster(job.dst), valid)
    assert summary.valid_pixels == valid.sum()
