"""GridR's call on datasets."""

from __future__ import annotations

import logging
import sys
import time
from dataclasses import replace

import numpy as np
from rasterio.windows import Window

from ..errors import GridrError, telling_shortages
from ..feedback import Feedback, tell_notes
from ..grid.geometry import full_shape
from ..message import Message
from ..options import Job, Ranges, SourceValidity
from ..plan.resolved import ResolvedJob
from ..plan.rules import Headers, resolve
from ..raster.header import header_of
from ..run.log_outcome import tell_outcome
from ..run.tile import opened, run_plan
from ..values import number_of, pair_of, whole_number_of, whole_two_of
from ..window import Shape, window_relative, window_shape
from .arguments import (
    Given,
    GridRIOMode,
    LoggerFeedback,
    bands_of,
    boundary_of,
    check_dataset,
    check_output,
    geometry_pair,
    inclusive_window,
    interpolation_of,
    nodata_of,
    origin_of,
    padding_is_trusted,
    resolution_of,
    strip_of,
    tile_of,
    watch_given,
)
from .arrays import NODE_TOLERANCE

WHOLE_STRIP = sys.maxsize, sys.maxsize
"""Shape of tiles that hold a strip in one piece."""


@telling_shortages()
def basic_grid_resampling_chain(
    grid_ds: Given,
    grid_row_coords_band: Given,
    grid_col_coords_band: Given,
    grid_resolution: Given,
    array_src_ds: Given,
    array_src_bands: Given,
    array_out_ds: Given,
    interp: Given,
    nodata_out: Given,
    grid_col_ds: Given = None,
    interp_kwargs: Given = None,
    boundary_condition: Given = None,
    trust_padding: Given = False,
    win: Given = None,
    grid_shift: Given = None,
    array_src_mask_ds: Given = None,
    array_src_mask_band: Given = None,
    array_src_mask_validity_pair: Given = None,
    mask_out_ds: Given = None,
    grid_mask_in_ds: Given = None,
    grid_mask_in_unmasked_value: Given = None,
    grid_mask_in_band: Given = None,
    array_src_geometry_origin: Given = None,
    array_src_geometry_pair: Given = None,
    io_strip_size: Given = 1000,
    io_strip_size_target: Given = GridRIOMode.INPUT,
    ncpu: Given = 1,
    tile_shape: Given = (1000, 1000),
    logger: logging.Logger | None = None,
    *,
    grid_nodata: Given = None,
    array_src_nodata: Given = None,
) -> int:
    """Resample an open raster through an open grid into open outputs.

    Arguments as GridR's, `win` inclusive [[first_row, last_row], [first_col,
    last_col]]; `ncpu` threads; `io_strip_size` None chooses strips by memory. Nodata
    tags are ignored; two keywords of ours tell nodata of the grid (within 1e-5, row
    or column) and of the source (any selected band). Scale and offset of the grid's
    bands count, which GridR does not look at.

    Returns
    -------
    int
        1.

    Raises
    ------
    GridrError
        If an argument does not fit, before any pixel is read or written.
    """
    given: dict[str, Given] = {
        Message("source"): array_src_ds,
        Message("grid"): grid_ds,
        Message("grid of columns"): grid_col_ds if grid_col_ds is not None else grid_ds,
        Message("grid mask"): grid_mask_in_ds,
        Message("source mask"): array_src_mask_ds,
    }
    headers, given = _headers(given, array_src_nodata)
    spline = interpolation_of(interp, interp_kwargs)
    step = resolution_of(grid_resolution)
    strip_size, strip_target = strip_of(io_strip_size, io_strip_size_target)
    valid_polygons, invalid_polygons = geometry_pair(array_src_geometry_pair)
    shift = (0.0, 0.0) if grid_shift is None else pair_of(grid_shift, "grid_shift")
    nodata = np.nan if grid_nodata is None else number_of(grid_nodata, "grid_nodata")
    check_dataset(array_out_ds, Message("output"), writes=True)
    rule = SourceValidity.NONE if array_src_nodata is None else SourceValidity.ANY_BAND
    job = Job(
        src="source",
        grid="grid",
        dst="output",
        src_indexes=bands_of(array_src_bands),
        row_index=_grid_band(grid_row_coords_band, "grid_row_coords_band"),
        col_index=_grid_band(grid_col_coords_band, "grid_col_coords_band"),
        row_step=step[0],
        col_step=step[1],
        grid_nodata=nodata,
        grid_nodata_tolerance=NODE_TOLERANCE,
        grid_mask_index=_band_of(
            grid_mask_in_ds, grid_mask_in_band, Message("grid mask")
        ),
        grid_mask_valid=_value_of(
            grid_mask_in_ds, grid_mask_in_unmasked_value, "grid_mask_in_unmasked_value"
        ),
        shift=shift,
        interpolation=spline.interpolation,
        bspline_epsilon=spline.epsilon,
        bspline_mask_influence=spline.influence,
        boundary=boundary_of(boundary_condition, trust_padding),
        trust_padding=padding_is_trusted(trust_padding),
        src_validity=rule,
        src_mask_index=_band_of(
            array_src_mask_ds, array_src_mask_band, Message("source mask")
        ),
        src_mask_valid=_first_of(array_src_mask_ds, array_src_mask_validity_pair),
        valid_polygons=valid_polygons,
        invalid_polygons=invalid_polygons,
        polygon_origin=origin_of(array_src_geometry_origin),
        dst_nodata=nodata_of(nodata_out),
        dst_dtype=array_out_ds.dtypes[0],
        window=inclusive_window(win) or _whole(headers.grid_row.shape, step),
        memory_limit_grows=True,  # the caller chose the strips: what they take is fine
        threads=whole_number_of(ncpu, "ncpu"),
        strip_size=strip_size,
        strip_target=strip_target,
        tile_shape=tile_of(tile_shape) or WHOLE_STRIP,
    )
    _run_chain(job, headers, given, (array_out_ds, mask_out_ds), LoggerFeedback(logger))
    return 1


def _whole(nodes: Shape, step: Shape) -> Ranges:
    """Return all of the output, whatever the grid's tags say: GridR reads none."""
    rows, cols = full_shape(nodes, step)
    return (0, rows), (0, cols)


def _run_chain(
    job: Job,
    headers: Headers,
    given: dict[str, Given],
    outputs: tuple[Given, Given],
    feedback: Feedback,
) -> None:
    """Resolve the job, check the outputs, run into them."""
    start = time.perf_counter()
    array_out_ds, mask_out_ds = outputs
    resolved = resolve(job, headers)
    _check_outputs(resolved, array_out_ds, mask_out_ds)

    def write(strip: Window, data: np.ndarray, valid: np.ndarray) -> None:
        window = window_relative(strip, resolved.window)
        array_out_ds.write(data, window=window)
        if mask_out_ds is not None:
            mask_out_ds.write(valid.view(np.uint8), 1, window=window)

    tell_notes(resolved.notes, feedback)
    watch = watch_given(given.values())
    with opened(resolved, given) as (plan, readers):
        tally = run_plan(plan, readers, write, feedback)
    watch.check_files()
    tell_outcome(resolved, tally, time.perf_counter() - start, feedback)


def _check_outputs(
    resolved: ResolvedJob, array_out_ds: Given, mask_out_ds: Given
) -> None:
    """Refuse outputs of the caller that do not fit."""
    shape = window_shape(resolved.window)
    check_output(array_out_ds, Message("output"), shape, len(resolved.src_indexes))
    if mask_out_ds is None:
        return
    check_dataset(mask_out_ds, Message("output mask"), writes=True)
    check_output(mask_out_ds, Message("output mask"), shape, mask_out_ds.count)
    if mask_out_ds.dtypes[0] != "uint8":
        raise GridrError(
            "The output mask must be of type uint8, got {dtype}.",
            dtype=mask_out_ds.dtypes[0],
        )


def _headers(
    given: dict[str, Given], src_nodata: Given
) -> tuple[Headers, dict[str, Given]]:
    """Return headers of the caller's datasets, and these by their headers' names."""
    found = {}
    for role, dataset in given.items():
        if dataset is None and role.endswith("mask"):
            continue
        check_dataset(dataset, role)
        # one name for one dataset: its readers must take turns at it
        name = next(own for own, other in given.items() if other is dataset)
        header = header_of(dataset)
        found[role] = replace(header, name=name, nodata=(None,) * header.count)
    if given["grid of columns"] is given["grid"]:
        found["grid of columns"] = found["grid"]
    if src_nodata is not None:
        count = found["source"].count
        src_nodata = number_of(src_nodata, "array_src_nodata")
        found["source"] = replace(found["source"], nodata=(src_nodata,) * count)
    headers = Headers(
        found["source"],
        found["grid"],
        found["grid of columns"],
        found.get("grid mask"),
        found.get("source mask"),
    )
    return headers, given


def _grid_band(band: Given, name: str) -> int:
    """Return a band of the grid; 0 must not pass for the core's "choose"."""
    index = whole_number_of(band, name)
    if index < 1:
        raise GridrError(
            "{name} must be 1 or more, got {index}.", name=name, index=index
        )
    return index


def _band_of(dataset: Given, band: Given, role: str) -> int:
    """Return the band of a mask, which must be said with it."""
    return (
        1
        if dataset is None
        else whole_number_of(band, Message("the band of the {role}", role=role))
    )


def _value_of(dataset: Given, value: Given, name: str) -> float:
    """Return the valid value of a mask, which must be said with it."""
    return 1 if dataset is None else whole_number_of(value, name)


def _first_of(dataset: Given, pair: Given) -> float:
    """Return the valid value of (valid, invalid), which must be said with a mask."""
    name = "array_src_mask_validity_pair"
    return 1 if dataset is None else whole_two_of(pair, name)[0]
