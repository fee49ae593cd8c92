"""GridR's call on arrays."""

from __future__ import annotations

import logging

import numpy as np

from ..errors import GridrError, telling_shortages
from ..raster.arrays import as_array, check_writable, coordinates_of, flags_of
from ..raster.dtypes import nodata_in
from ..resample import resample_array
from ..values import flag_of, number_of
from ..window import Shape
from .arguments import (
    Given,
    boundary_of,
    inclusive_window,
    interpolation_of,
    nodata_of,
    origin_of,
    padding_is_trusted,
    resolution_of,
)

NODE_TOLERANCE = float(np.nextafter(1e-5, 0))
"""GridR masks nodes nearer than 1e-5 to grid_nodata."""


@telling_shortages()
def array_grid_resampling(
    interp: Given,
    array_in: Given,
    grid_row: Given,
    grid_col: Given,
    grid_resolution: Given,
    array_out: Given,
    array_out_win: Given = None,
    nodata_out: Given = 0,
    array_in_origin: Given = (0.0, 0.0),
    win: Given = None,
    array_in_mask: Given = None,
    array_in_mask_safe_win: Given = None,
    grid_mask: Given = None,
    grid_mask_valid_value: Given = 1,
    grid_nodata: Given = None,
    array_out_mask: Given = None,
    check_boundaries: bool = True,
    interp_kwargs: Given = None,
    standalone: bool = True,
    boundary_condition: Given = None,
    trust_padding: Given = True,
    logger_msg_prefix: Given = None,
    logger: logging.Logger | None = None,
) -> tuple[np.ndarray | None, np.ndarray | None]:
    """Resample an array through a grid of arrays.

    Arguments as GridR's; any real type is taken, nothing is modified but the outputs
    given. With `standalone` False the caller has padded and prefiltered, and
    `array_in_origin` is added to the positions.

    Returns
    -------
    tuple
        Data squeezed, or None where `array_out` was given; mask (uint8, 1 valid)
        where `array_out_mask` is True, else None.

    Raises
    ------
    GridrError
        If an argument does not fit, before anything is written.
    """
    origin = origin_of(array_in_origin, "array_in_origin")
    standalone = flag_of(standalone, "standalone")
    if standalone and any(origin):
        raise GridrError("array_in_origin must be (0, 0) unless standalone is False.")
    if array_out is not None:
        check_writable(array_out, "array_out")
    mask_is_array = isinstance(array_out_mask, np.ndarray)
    if mask_is_array:
        check_writable(array_out_mask, "array_out_mask")
    elif array_out_mask is not None:
        array_out_mask = flag_of(array_out_mask, "array_out_mask")
    if grid_mask is not None and grid_nodata is not None:
        raise GridrError("Give grid_mask or grid_nodata, not both.")
    rows, cols = _masked_nodes(
        (grid_row, grid_col), grid_mask, grid_mask_valid_value, grid_nodata
    )
    spline = interpolation_of(interp, interp_kwargs)
    data, valid = resample_array(
        array_in,
        rows + origin[0],
        cols + origin[1],
        step=resolution_of(grid_resolution),
        interpolation=spline.interpolation,
        bspline_epsilon=spline.epsilon,
        bspline_mask_influence=spline.influence,
        prefiltered=not standalone,
        boundary=boundary_of(boundary_condition, padding_is_trusted(trust_padding)),
        trust_padding=padding_is_trusted(trust_padding),
        window=inclusive_window(win),
        src_valid=None
        if array_in_mask is None
        else flags_of(array_in_mask, "array_in_mask", 1),
        dst_nodata=nodata_of(nodata_out),
        dst_dtype="float64" if array_out is None else array_out.dtype.name,
    )
    if array_out is not None:
        _check_bands(array_out, data)
    mask = None if array_out_mask is None or array_out_mask is False else valid
    place = _output_place(valid.shape, array_out, array_out_win)
    if mask_is_array:
        _check_room(array_out_mask.shape[-2:], place, "array_out_mask")
        array_out_mask[place] = valid
        mask = None
    if array_out is not None:
        array_out[(..., *place)] = data
    returned = None if array_out is not None else np.squeeze(data)
    return returned, None if mask is None else mask.view(np.uint8)


def _masked_nodes(
    nodes: tuple[Given, Given], grid_mask: Given, valid_value: Given, nodata: Given
) -> tuple[np.ndarray, np.ndarray]:
    """Return float64 copies of rows and columns, NaN where a node is masked."""
    given = [coordinates_of(n, f"grid_{w}") for n, w in zip(nodes, ("row", "col"))]
    rows, cols = (node.astype(np.float64) for node in given)
    if rows.shape != cols.shape:
        raise GridrError("grid_row and grid_col must have the same shape.")
    masked = np.zeros(rows.shape, bool)
    if grid_mask is not None:
        grid_mask = as_array(grid_mask, "grid_mask")
        if valid_value is None or grid_mask.shape != rows.shape:
            raise GridrError(
                "grid_mask must have the shape of grid_row, and come with a "
                "grid_mask_valid_value."
            )
        if not isinstance(valid_value, (bool, np.bool_)):
            valid_value = number_of(valid_value, "grid_mask_valid_value")
        masked = ~flags_of(grid_mask, "grid_mask", valid_value)
    if nodata is not None:
        nodata = number_of(nodata, "grid_nodata")
        for node, values in zip(given, (rows, cols)):
            own = nodata_in(node.dtype.name, nodata)
            away = np.abs(values - (nodata if own is None else own))
            masked |= away <= NODE_TOLERANCE
    rows[masked] = cols[masked] = np.nan
    return rows, cols


def _check_bands(array_out: np.ndarray, data: np.ndarray) -> None:
    """Refuse an output of another number of axes or bands than the result."""
    if array_out.ndim != data.ndim:
        raise GridrError(
            "array_out must have {ndim} dimensions, as array_in, got {own_ndim}.",
            ndim=data.ndim,
            own_ndim=array_out.ndim,
        )
    if array_out.shape[:-2] != data.shape[:-2]:
        raise GridrError(
            "array_out must have {count} band(s), as array_in, got {own_count}.",
            count=data.shape[0],
            own_count=array_out.shape[0],
        )


def _output_place(
    shape: Shape, array_out: np.ndarray | None, array_out_win: Given
) -> tuple[slice, slice]:
    """Return where in a given output the result goes."""
    rows, cols = slice(0, shape[0]), slice(0, shape[1])
    ranges = None if array_out is None else inclusive_window(array_out_win)
    if ranges is not None:
        rows, cols = (slice(*part) for part in ranges)
        size = rows.stop - rows.start, cols.stop - cols.start
        if size != shape:
            raise GridrError(
                "array_out_win has {size} rows and columns; the result has {shape}.",
                size=size,
                shape=shape,
            )
    if array_out is not None:
        _check_room(array_out.shape[-2:], (rows, cols), "array_out")
    return rows, cols


def _check_room(shape: Shape, place: tuple[slice, slice], name: str) -> None:
    """Refuse an array that is smaller than what is to be written into it."""
    if any(part.start < 0 or part.stop > size for part, size in zip(place, shape)):
        raise GridrError(
            "{name} of {shape} rows and columns has no room for the rows {row} to "
            "{last_row} and the columns {col} to {last_col} of the result.",
            name=name,
            shape=tuple(shape),
            row=place[0].start,
            last_row=place[0].stop - 1,
            col=place[1].start,
            last_col=place[1].stop - 1,
        )
