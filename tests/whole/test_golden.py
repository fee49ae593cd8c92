"""The results of GridR 0.7.0 itself, by the array call and by the chain."""

import numpy as np
import pytest
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.options import Job, StripTarget
from gridr_qgis.core.resample import resample_array
from helpers.data import read_raster, write_raster
from helpers.golden_cases import CASES, check, load


def test_all_conforming_cases_are_here(golden):
    assert len(CASES) == 82


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
