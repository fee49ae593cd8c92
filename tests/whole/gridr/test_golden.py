"""The results of GridR 0.7.0 itself, by GridR's own calls."""

from contextlib import ExitStack

import numpy as np
import pytest
import rasterio
from gridr_qgis.core.gridr import (
    GridRIOMode,
    array_grid_resampling,
    basic_grid_resampling_chain,
    build_mask,
)
from helpers.data import write_raster
from helpers.golden_cases import CASES, GOLDEN, check, load, load_job, polygons
from helpers.reference.model import model, resample
from helpers.reference.tolerance import agree

EXHIBITS = sorted(path.stem for path in GOLDEN.glob("*_X_*.npz"))
HAS_INT8 = tuple(map(int, rasterio.__gdal_version__.split(".")[:2])) >= (3, 7)


@pytest.fixture
def opened(tmp_path):
    """A function that writes pixels into a file and opens it until the test ends."""
    with ExitStack() as stack:

        def write_and_open(name, pixels):
            if pixels.dtype == "int8" and not HAS_INT8:
                pixels = pixels.astype("int16")  # this GDAL has no 8-bit signed GeoTIFF
            path = write_raster(tmp_path / f"{name}.tif", pixels)
            return stack.enter_context(rasterio.open(path))

        yield write_and_open


def geometry(asked):
    """Return the (valid, invalid) polygons of a case, None for none at all."""
    texts = asked["geometry_valid_wkt"], asked["geometry_invalid_wkt"]
    pair = tuple(polygons(text) for text in texts)
    return None if pair == (None, None) else pair


def masks(case, asked, opened):
    """Return the arguments that a case's masks make."""
    found = {}
    if "src_mask" in case:
        found["array_src_mask_ds"] = opened("src_mask", case["src_mask"])
        found["array_src_mask_band"] = 1
        found["array_src_mask_validity_pair"] = asked["src_mask_validity_pair"]
    if "grid_mask" in case:
        found["grid_mask_in_ds"] = opened("grid_mask", case["grid_mask"])
        found["grid_mask_in_band"] = 1
        found["grid_mask_in_unmasked_value"] = asked["grid_mask_valid_value"]
    return found


def run(name, tmp_path, opened, **layout):
    """Return a case, what it asks, and data and mask that our chain writes."""
    case, asked, options = load(name)
    bands, *shape = case["out"].shape
    profile = {"driver": "GTiff", "height": shape[0], "width": shape[1]}
    data = {"count": bands, "dtype": asked["out_dtype"], **profile}
    layout = layout or {
        "io_strip_size": asked["io_strip_size"],
        "io_strip_size_target": GridRIOMode[asked["io_strip_size_target"]],
        "tile_shape": asked["tile_shape"],
    }
    with (
        rasterio.open(tmp_path / "out.tif", "w+", **data) as out,
        rasterio.open(
            tmp_path / "mask.tif", "w+", count=1, dtype="uint8", **profile
        ) as mask,
    ):
        status = basic_grid_resampling_chain(
            grid_ds=opened("grid", np.stack([case["grid_row"], case["grid_col"]])),
            grid_row_coords_band=1,
            grid_col_coords_band=2,
            grid_resolution=asked["grid_resolution"],
            array_src_ds=opened("src", case["src"]),
            array_src_bands=asked["bands"],
            array_out_ds=out,
            interp=asked["interp"],
            # as its type holds it: GridR converts its nodata as it does pixels
            nodata_out=options["dst_nodata"],
            interp_kwargs=asked["interp_kwargs"],
            boundary_condition=asked["boundary_condition"],
            trust_padding=asked["trust_padding"],
            win=asked["win"] and np.array(asked["win"]),
            grid_shift=asked["grid_shift"],
            mask_out_ds=mask,
            array_src_geometry_origin=asked["geometry_origin"],
            array_src_geometry_pair=geometry(asked),
            **masks(case, asked, opened),
            **layout,
        )
        assert status == 1
        return case, asked, out.read(), mask.read(1)


def test_all_cases_are_here(golden):
    assert (len(CASES), len(EXHIBITS)) == (82, 7)


@pytest.mark.parametrize("name", CASES)
def test_chain(golden, tmp_path, opened, name):
    case, asked, data, mask = run(name, tmp_path, opened)
    assert np.isin(mask, (0, 1)).all()
    check(case, asked, data, mask.astype(bool))


@pytest.mark.parametrize("name", CASES[::3])
def test_chain_in_small_tiles(golden, tmp_path, opened, name):
    layout = {"io_strip_size": 3, "io_strip_size_target": GridRIOMode.OUTPUT}
    layout.update(tile_shape=(2, 7), ncpu=2)
    case, asked, data, mask = run(name, tmp_path, opened, **layout)
    check(case, asked, data, mask.astype(bool))


@pytest.mark.parametrize("name", CASES)
def test_array_call(golden, name):
    case, asked, options = load(name)
    bands = np.atleast_1d(asked["bands"]) - 1
    src = np.ascontiguousarray(case["src"][bands], np.float64)
    src_mask = np.ones(src.shape[1:], np.uint8)
    if geometry(asked) is not None:
        origin = asked["geometry_origin"]
        build_mask(src_mask.shape, (1, 1), src_mask, origin, geometry(asked))
    if "src_mask" in case:
        src_mask &= case["src_mask"] == asked["src_mask_validity_pair"][0]
    shift = asked["grid_shift"] or (0, 0)
    out, out_mask = np.empty_like(case["out"]), np.empty_like(case["mask"])
    returned = array_grid_resampling(
        interp=asked["interp"],
        array_in=src,
        grid_row=case["grid_row"] + shift[0],
        grid_col=case["grid_col"] + shift[1],
        grid_resolution=tuple(asked["grid_resolution"]),
        array_out=out,
        nodata_out=options["dst_nodata"],
        win=asked["win"] and np.array(asked["win"]),
        array_in_mask=None if src_mask.all() else src_mask,
        grid_mask=case.get("grid_mask"),
        grid_mask_valid_value=asked["grid_mask_valid_value"],
        array_out_mask=out_mask,
        interp_kwargs=asked["interp_kwargs"],
        boundary_condition=asked["boundary_condition"],
        trust_padding=asked["trust_padding"],
    )
    assert returned == (None, None)
    check(case, asked, out, out_mask.astype(bool))


LAYOUTS = {
    "as recorded": {},
    "whole": {"io_strip_size": 0, "tile_shape": None},
    "pixels": {"io_strip_size": 1, "tile_shape": (1, 1), "ncpu": 2},
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", EXHIBITS)
def test_exhibit_is_right_here(golden, tmp_path, opened, name, layout):
    case, asked, data, mask = run(name, tmp_path, opened, **LAYOUTS[layout])
    job, *_ = load_job(golden / f"{name}.npz")
    expected, valid = model(job)
    assert (mask == valid).all()
    values = resample(job)[0]
    assert agree(job, data, expected, valid, lambda: values, rounding=False).all()
    assert (data[:, valid == 0] == asked["nodata_out"]).all()
    if asked["category"] == "bug":
        same_mask = (mask == case["mask"]).all()
        assert not same_mask or not np.array_equal(data, case["out"], equal_nan=True)
