"""The golden cases: results of GridR 0.7.0 itself, and how near to them is right."""

import json

import numpy as np
import shapely.wkt

from .checkout import ROOT
from .reference.job import Job

GOLDEN = ROOT.parent / "shared" / "golden"
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


def load_job(path):
    """Return the job of a golden case for the model, and its data and mask."""
    case = np.load(path)
    asked = json.loads(str(case["params"]))
    texts = [asked[f"geometry_{kind}_wkt"] for kind in ("valid", "invalid")]
    job = Job(
        src=case["src"],
        grid=np.stack([case["grid_row"], case["grid_col"]]),
        bands=asked["bands"],
        resolution=tuple(asked["grid_resolution"]),
        boundary=asked["boundary_condition"],
        trust=asked["trust_padding"],
        shift=asked["grid_shift"],
        src_mask=case["src_mask"][None] if "src_mask" in case else None,
        src_mask_pair=asked["src_mask_validity_pair"],
        grid_mask=case["grid_mask"][None] if "grid_mask" in case else None,
        grid_mask_value=asked["grid_mask_valid_value"],
        geometry_pair=tuple(text and shapely.wkt.loads(text) for text in texts),
        **{
            name: asked[name]
            for name in [
                "interp",
                "interp_kwargs",
                "nodata_out",
                "out_dtype",
                "win",
                "geometry_origin",
            ]
        },
    )
    return job, case["out"], case["mask"]


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
