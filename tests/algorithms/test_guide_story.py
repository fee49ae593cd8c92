"""The story of the resampling guide, told by GridR's call and by `qgis_process`.

Each chapter is a call as code for GridR writes it, only imported from us, and the
parameters that say the same to the form. Both make the same pixels.
"""

import json
from contextlib import ExitStack

import numpy as np
import pytest
import shapely.geometry
from gridr_qgis.core.gridr import (
    GridRIOMode,
    basic_grid_resampling_chain,
    grid_full_resolution_shape,
    safe_raster_open,
)
from synthetic import noise, read_raster, turned_grid, write_raster

RESOLUTION = (5, 4)
POLYGON = shapely.geometry.Polygon([(20, 10), (60, 12), (55, 50), (18, 45)])
CHAPTERS = {
    "read": ({}, []),
    "zoom": ({"interp": "linear"}, ["--INTERPOLATION=linear"]),
    "spline": (
        {
            "interp": "bspline5",
            "interp_kwargs": {"epsilon": 1e-6, "mask_influence_threshold": 1e-3},
            "boundary_condition": "reflect",
            "trust_padding": True,
        },
        ["--INTERPOLATION=bspline5", "--BOUNDARY=reflect", "--TRUST_PADDING=true"],
    ),
    "grid mask, 1 valid": (
        {"grid_mask_in_ds": "ones", "grid_mask_in_unmasked_value": 1},
        ["--GRID_MASK={ones}", "--GRID_MASK_BAND=1", "--GRID_MASK_VALID=1"],
    ),
    "grid mask, 0 valid": (
        {"grid_mask_in_ds": "zeros", "grid_mask_in_unmasked_value": 0},
        ["--GRID_MASK={zeros}", "--GRID_MASK_VALID=0"],
    ),
    "source mask": (
        {"array_src_mask_ds": "src_mask", "array_src_mask_validity_pair": (255, 0)},
        ["--SOURCE_MASK={src_mask}", "--SOURCE_MASK_VALID=255"],
    ),
    "strips and tiles": (
        {
            "io_strip_size": 13,
            "io_strip_size_target": GridRIOMode.OUTPUT,
            "tile_shape": (7, 11),
            "ncpu": 2,
        },
        ["--STRIP_ROWS=13", "--TILE_ROWS=7", "--TILE_COLS=11", "--THREADS=2"],
    ),
    "separate files": (
        {"grid_ds": "rows", "grid_col_ds": "cols", "grid_col_coords_band": 1},
        ["--GRID={rows}", "--GRID_COL={cols}", "--GRID_COL_BAND=1"],
    ),
    "polygons": (
        {"array_src_geometry_pair": (POLYGON, None)},
        ["--VALID_POLYGONS={polygon}", "--POLYGON_FRAME=pixel"],
    ),
    "shift": (
        {"grid_shift": (-0.5, -0.5)},
        ["--CONVENTION=center05"],
    ),
    "window": (
        {"win": np.array([[3, 30], [10, 41]])},
        ["--WINDOW=3,30,10,41"],
    ),
}


@pytest.fixture
def files(tmp_path):
    """Source, grid and masks of the story: names by what they are."""
    nodes = turned_grid((10, 12), RESOLUTION, 25, (30, 40))
    ones = np.ones(nodes.shape[1:], "uint8")
    ones[3:5, 6] = 0
    src_mask = np.full((64, 80), 255, "uint8")
    src_mask[20:23, 30:40] = 0
    made = {
        "src": noise((64, 80), "uint8"),
        "grid": nodes,
        "rows": nodes[0],
        "cols": nodes[1],
        "ones": ones,
        "zeros": 1 - ones,
        "src_mask": src_mask,
    }
    paths = {key: write_raster(tmp_path / f"{key}.tif", made[key]) for key in made}
    polygon = tmp_path / "polygon.geojson"
    polygon.write_text(json.dumps(shapely.geometry.mapping(POLYGON)))
    return {**paths, "polygon": str(polygon)}


def by_gridr(files, folder, changes):
    """Run the chapter as code for GridR does; return data and mask."""
    arguments = {
        "grid_ds": "grid",
        "grid_row_coords_band": 1,
        "grid_col_coords_band": 2,
        "grid_resolution": RESOLUTION,
        "array_src_ds": "src",
        "array_src_bands": 1,
        "interp": "cubic",
        "nodata_out": -999,
        **changes,
    }
    if "grid_mask_in_ds" in changes:
        arguments["grid_mask_in_band"] = 1
    if "array_src_mask_ds" in changes:
        arguments["array_src_mask_band"] = 1
    shape = grid_full_resolution_shape((10, 12), RESOLUTION)
    if "win" in changes:
        shape = tuple((changes["win"][:, 1] - changes["win"][:, 0] + 1).tolist())
    profile = {"driver": "GTiff", "count": 1, "height": shape[0], "width": shape[1]}
    data, mask = str(folder / "data.tif"), str(folder / "mask.tif")
    with ExitStack() as stack:

        def opened(path, *mode, **options):
            return stack.enter_context(safe_raster_open(path, *mode, **options))

        for name, key in arguments.items():
            if name.endswith("_ds"):
                arguments[name] = opened(files[key])
        done = basic_grid_resampling_chain(
            **arguments,
            array_out_ds=opened(data, "w", dtype="float64", **profile),
            mask_out_ds=opened(mask, "w", dtype="uint8", **profile),
        )
        assert done == 1
    return read_raster(data), read_raster(mask)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_both_make_the_same_pixels(qgis_process, files, tmp_path, chapter):
    changes, parameters = CHAPTERS[chapter]
    data, mask = by_gridr(files, tmp_path, changes)
    told = {"--INPUT": files["src"], "--GRID": files["grid"]}
    told |= {"--OUTPUT": tmp_path / "qgis.tif", "--OUTPUT_MASK": tmp_path / "valid.tif"}
    told |= {"--RESOLUTION_ROW": 5, "--RESOLUTION_COL": 4, "--DATA_TYPE": "Float64"}
    told |= {"--NODATA": -999, "--SOURCE_VALIDITY": "none"}
    told |= dict(item.format(**files).split("=", 1) for item in parameters)
    done = qgis_process(
        "run", "gridr:gridresampling", *(f"{k}={v}" for k, v in told.items())
    )
    assert done.returncode == 0, done.stdout + done.stderr
    got, valid = read_raster(tmp_path / "qgis.tif"), read_raster(tmp_path / "valid.tif")
    assert mask.mean() > 0.3
    assert (valid == mask).all()
    if chapter == "spline":
        np.testing.assert_allclose(got, data, rtol=0, atol=255e-9)
    else:
        assert (got == data).all()
