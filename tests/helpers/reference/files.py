"""A job of the model as a job over files of ours, and back where it is changed."""

import dataclasses

import numpy as np
import rasterio
from gridr_qgis.core.options import Job, SourceValidity

from .running import FOLDER, write

TOLERANCE = float(np.nextafter(1e-5, 0))  # the model masks nodes nearer than 1e-5
GDAL = tuple(map(int, rasterio.__gdal_version__.split(".")[:2]))


def can_be_written(job):
    """Tell whether GDAL writes the types of a job: int8 since 3.7."""
    masks = [mask for mask in (job.src_mask, job.grid_mask) if mask is not None]
    names = {job.out_dtype, *(array.dtype.name for array in (job.src, *masks))}
    return GDAL >= (3, 7) or "int8" not in names


def stored(folder, name, pixels, nodata=None):
    """Write a raster and return its name."""
    with write(name, pixels, nodata, folder) as dataset:
        return dataset.name


def job_of(reference, folder, inputs=FOLDER):
    """Return a job of ours over files that asks for what a reference job does.

    Parameters
    ----------
    reference : reference job
    folder : Path
        Where its outputs go.
    inputs : str or Path
        Where its inputs are written: in memory, or in a folder.
    """
    valid, invalid = reference.geometry_pair or (None, None)
    spline = reference.interp_kwargs or {}
    tagged = reference.src_nodata is not None
    fields = {
        "src": stored(inputs, "src", reference.src, reference.src_nodata),
        "dst": str(folder / "data.tif"),
        "dst_mask": str(folder / "mask.tif"),
        "src_indexes": tuple(index + 1 for index in reference.indexes),
        "row_step": reference.resolution[0],
        "col_step": reference.resolution[1],
        "grid_nodata": np.nan,
        "interpolation": reference.interp,
        "bspline_epsilon": spline.get("epsilon", 1e-6),
        "bspline_mask_influence": spline.get("mask_influence_threshold", 1e-3),
        "boundary": reference.boundary or "none",
        "trust_padding": bool(reference.trust),
        "src_validity": SourceValidity.ANY_BAND if tagged else SourceValidity.NONE,
        "valid_polygons": valid,
        "invalid_polygons": invalid,
        "polygon_origin": tuple(reference.geometry_origin or (0.0, 0.0)),
        "dst_nodata": np.nan if reference.nodata_out is None else reference.nodata_out,
        "dst_dtype": reference.out_dtype,
        "shift": tuple(reference.shift or (0.0, 0.0)),
    }
    if reference.win is not None:
        fields["window"] = tuple((first, last + 1) for first, last in reference.win)
    if reference.grid_nodata is not None:
        fields["grid_nodata"] = reference.grid_nodata
        fields["grid_nodata_tolerance"] = TOLERANCE
    return Job(**fields, **_grid(reference, inputs), **_masks(reference, inputs))


def _grid(reference, inputs):
    """Return the fields of the nodes."""
    if reference.two_grids:
        rows, cols = reference.grid[:1], reference.grid[1:]
        if reference.narrow_cols:
            cols = cols.astype(np.float32)
        names = {
            "grid": stored(inputs, "rows", rows),
            "grid_col": stored(inputs, "cols", cols),
        }
        return {**names, "row_index": 1, "col_index": 1}
    nodes = reference.grid[::-1] if reference.swapped else reference.grid
    bands = (2, 1) if reference.swapped else (1, 2)
    grid = stored(inputs, "grid", nodes)
    return {"grid": grid, "row_index": bands[0], "col_index": bands[1]}


def _masks(reference, inputs):
    """Return the fields of the masks."""
    found = {}
    if reference.grid_mask is not None:
        found["grid_mask"] = stored(inputs, "grid_mask", reference.grid_mask)
        found["grid_mask_index"] = reference.grid_mask_band
        found["grid_mask_valid"] = reference.grid_mask_value
    if reference.src_mask is not None:
        found["src_mask"] = stored(inputs, "src_mask", reference.src_mask)
        found["src_mask_index"] = reference.src_mask_band
        found["src_mask_valid"] = reference.src_mask_pair[0]
    return found


UNSEEN = {
    "dst",
    "dst_mask",
    "creation_options",
    "memory_limit",
    "memory_limit_grows",
    "threads",
    "strip_size",
    "strip_target",
    "tile_shape",
}
"""Fields that change no pixel."""


def as_changed(reference, plain, changed):
    """Return the reference job with the changes of a job of ours; None if unknown.

    Parameters
    ----------
    reference : reference job
        What was asked before.
    plain : Job
        Ours as changed, every value plain.
    changed : set of str
        Fields that were.
    """
    fields = {}
    if changed & {"row_step", "col_step"}:
        steps = plain.row_step, plain.col_step
        fields["resolution"] = tuple(1 if step is None else step for step in steps)
    if "src_indexes" in changed and plain.src_indexes is not None:
        fields["bands"] = plain.src_indexes
    if "shift" in changed:
        fields["shift"] = plain.shift
    if "trust_padding" in changed:
        fields["trust"] = plain.trust_padding
    if "dst_nodata" in changed and plain.dst_nodata is not None:
        fields["nodata_out"] = plain.dst_nodata
    if "window" in changed:
        window = plain.window
        fields["win"] = window and tuple((start, stop - 1) for start, stop in window)
    known = {"row_step", "col_step", "shift", "trust_padding", "window"}
    known |= {"src_indexes"} if "bands" in fields else set()
    known |= {"dst_nodata"} if "nodata_out" in fields else set()
    if changed - known - UNSEEN:
        return None
    return dataclasses.replace(reference, **fields)
