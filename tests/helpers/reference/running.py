"""Run a job through a `basic_grid_resampling_chain`: GridR's own, or ours."""

import logging
from contextlib import contextmanager

import numpy as np
import rasterio

FOLDER = "/vsimem/differential"  # GDAL's files in memory: they have names, and no disk
SILENT = logging.getLogger("differential")
SILENT.setLevel(logging.CRITICAL)


def write(name, bands, nodata=None, folder=FOLDER):
    """Write (bands, rows, cols) in the type they have and open the file to read."""
    path = f"{folder}/{name}.tif"
    bands = np.ascontiguousarray(bands)
    profile = {"driver": "GTiff", "count": len(bands), "dtype": bands.dtype.name}
    profile.update(height=bands.shape[1], width=bands.shape[2], nodata=nodata)
    with rasterio.open(path, "w", **profile) as dataset:
        dataset.write(bands)
    return rasterio.open(path)


def grid_arguments(job):
    """Return the arguments that describe the grid, datasets open."""
    nodata = float(job.grid.flat[0]) if job.tags else None
    if job.two_grids:
        cols = job.grid[1:].astype(np.float32) if job.narrow_cols else job.grid[1:]
        rows, cols = write("rows", job.grid[:1], nodata), write("cols", cols, nodata)
        bands = {"grid_row_coords_band": 1, "grid_col_coords_band": 1}
        return {"grid_ds": rows, "grid_col_ds": cols, **bands}
    nodes = job.grid[::-1] if job.swapped else job.grid
    bands = {"grid_row_coords_band": 1, "grid_col_coords_band": 2}
    if job.swapped:
        bands = {"grid_row_coords_band": 2, "grid_col_coords_band": 1}
    return {"grid_ds": write("grid", nodes, nodata), **bands}


def mask_arguments(job):
    """Return the arguments that describe masks and polygons, datasets open."""
    found = {}
    if job.grid_mask is not None:
        found["grid_mask_in_ds"] = write("grid_mask", job.grid_mask)
        found["grid_mask_in_unmasked_value"] = job.grid_mask_value
        found["grid_mask_in_band"] = job.grid_mask_band
    if job.src_mask is not None:
        found["array_src_mask_ds"] = write("src_mask", job.src_mask)
        found["array_src_mask_band"] = job.src_mask_band
        found["array_src_mask_validity_pair"] = job.src_mask_pair
    if job.geometry_pair is not None:
        found["array_src_geometry_pair"] = job.geometry_pair
        found["array_src_geometry_origin"] = job.geometry_origin
    return found


def plain_arguments(job):
    """Return the arguments that are plain values."""
    return {
        "grid_resolution": tuple(job.resolution),
        "array_src_bands": job.bands,
        "interp": job.interp,
        "interp_kwargs": job.interp_kwargs,
        "nodata_out": job.nodata_out,
        "boundary_condition": job.boundary,
        "trust_padding": job.trust,
        "win": None if job.win is None else np.array(job.win),
        "grid_shift": job.shift,
    }


@contextmanager
def opened(job):
    """Give the arguments of a job that every chain takes, its files open to read."""
    src_tag = job.src.flat[0].item() if job.tags else None
    arguments = {
        "array_src_ds": write("src", job.src, src_tag),
        **grid_arguments(job),
        **mask_arguments(job),
        **plain_arguments(job),
    }
    try:
        yield arguments
    finally:
        for value in arguments.values():
            if isinstance(value, rasterio.DatasetReader):
                value.close()


def run(chain, job, arguments, **options):
    """Return data and mask that a chain writes for a job."""
    profile = {"driver": "GTiff", "height": job.shape[0], "width": job.shape[1]}
    data = {"count": len(job.indexes), "dtype": job.out_dtype, **profile}
    mask = {"count": 1, "dtype": "uint8", **profile}
    with (
        rasterio.open(f"{FOLDER}/out.tif", "w+", **data) as out,
        rasterio.open(f"{FOLDER}/out_mask.tif", "w+", **mask) as valid,
    ):
        chain(array_out_ds=out, mask_out_ds=valid, **arguments, **options)
        return out.read(), valid.read(1)


def run_gridr(job, arguments):
    """Return what GridR makes of a job, in one tile."""
    from gridr.chain.grid_resampling_chain import basic_grid_resampling_chain

    options = {"io_strip_size": 0, "tile_shape": None, "logger": SILENT}
    return run(basic_grid_resampling_chain, job, arguments, **options)


def layout(rng):
    """Return a random way to cut the work."""
    from gridr_qgis.core.gridr import GridRIOMode

    tile = None if rng.random() < 0.3 else tuple(rng.integers(1, 30, 2).tolist())
    return {
        "io_strip_size": int(rng.choice([0, 1, 2, 3, 5, 8, 13, 1000])),
        "io_strip_size_target": GridRIOMode(int(rng.integers(1, 3))),
        "tile_shape": tile,
        "ncpu": int(rng.integers(1, 3)),
    }


def run_ours(job, arguments, options):
    """Return what our chain makes of a job, cut as `layout` says."""
    from gridr_qgis.core.gridr import basic_grid_resampling_chain

    extra = {"grid_nodata": job.grid_nodata, "array_src_nodata": job.src_nodata}
    extra = {name: value for name, value in extra.items() if value is not None}
    return run(basic_grid_resampling_chain, job, arguments, **options, **extra)
