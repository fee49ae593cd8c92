"""GridR's calls that build masks."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from enum import IntEnum

import numpy as np
from rasterio.windows import Window

from ..errors import GridrError, telling_shortages
from ..grid.geometry import check_step, full_shape, resolve_window
from ..message import Message
from ..plan.layout import Layout
from ..plan.memory import check_held
from ..plan.rules import resolve_threads
from ..polygons.frame import pixel_frame
from ..polygons.given import Polygons, as_polygons
from ..polygons.mask import PolygonMask, polygon_mask
from ..polygons.paint import DILATION
from ..raster.arrays import check_writable, flags_of
from ..raster.dtypes import dtype_holds
from ..raster.header import header_of
from ..raster.pixels import ArrayReader, MaskRaster, check_mask, mask_raster
from ..raster.reader import Reader
from ..run.full_mask import ENOUGH, FullMask, run_mask
from ..values import (
    dtype_of,
    flag_of,
    number_of,
    real_of,
    whole_number_of,
    whole_pair_of,
    whole_two_of,
)
from ..window import Shape, window_shape
from .arguments import (
    Given,
    GridRIOMode,
    LoggerFeedback,
    check_dataset,
    check_output,
    contour_is_inside,
    geometry_pair,
    inclusive_window,
    origin_of,
    resolution_of,
    strip_of,
    tile_of,
    watch_given,
)

GEOMETRY_RASTERIZE_KWARGS = {"alg": 1}


class Validity(IntEnum):
    """Values of masks."""

    INVALID = 0
    VALID = 1


@telling_shortages()
def build_mask(
    shape: Given,
    resolution: Given,
    out: Given,
    geometry_origin: Given = None,
    geometry_pair: Given = None,
    mask_in: Given = None,
    mask_in_target_win: Given = None,
    mask_in_resolution: Given = None,
    oversampling_dtype: Given = None,
    mask_in_binary_threshold: Given = ENOUGH,
    rasterize_kwargs: Given = None,
    init_out: Given = False,
) -> np.ndarray | None:
    """Build a full-resolution mask in memory: 1 valid, 0 invalid.

    Arguments as GridR's; a mask is valid where it is 1. `oversampling_dtype` has no
    effect, the interpolation is exact in any case.

    Returns
    -------
    ndarray of uint8 or None
        None where `out` is given, and filled.

    Raises
    ------
    GridrError
        If an argument does not fit.
    """
    if shape is None:
        raise GridrError("build_mask needs the shape (rows, columns) of the mask.")
    shape = whole_pair_of(shape, "shape")
    if resolution_of(resolution) != (1, 1):
        raise GridrError("The resolution of the built mask must be (1, 1).")
    init_out = flag_of(init_out, "init_out")
    if out is not None:
        check_writable(out, "out")
        if out.shape != shape:
            raise GridrError(
                "out must have the shape {shape}, got {own_shape}.",
                shape=shape,
                own_shape=out.shape,
            )
    threshold = real_of(mask_in_binary_threshold, "mask_in_binary_threshold")
    check_held(3 * shape[0] * shape[1])  # the mask, and its two parts
    step, nodes = (1, 1), None
    whole = wanted = resolve_window(None, shape, (1, 1))
    if mask_in is not None:
        if mask_in_resolution is None:
            raise GridrError("mask_in needs its mask_in_resolution (rows, columns).")
        step, valid = resolution_of(mask_in_resolution), flags_of(mask_in, "mask_in", 1)
        if valid.ndim != 2:
            raise GridrError(
                "mask_in must have two dimensions, got {ndim}.", ndim=valid.ndim
            )
        check_step(valid.shape, step)
        ranges = inclusive_window(mask_in_target_win)
        wanted = resolve_window(ranges, valid.shape, step)
        if window_shape(wanted) != shape:
            raise GridrError(
                "mask_in gives {found} rows and columns, not the shape {shape}. Give "
                "the part as mask_in_target_win.",
                found=window_shape(wanted),
                shape=shape,
            )
        nodes = MaskRaster(ArrayReader(valid[None]), 1, "bool", True)
    untouched = nodes is None and geometry_pair is None and out is not None
    if untouched and not init_out:
        return None
    valid = FullMask(step, nodes, threshold=threshold).read(wanted)
    # polygons count from the first pixel of the mask, the nodes from theirs
    polygons = _polygons(geometry_pair, geometry_origin, rasterize_kwargs)
    valid &= FullMask((1, 1), None, polygons).read(whole)
    if out is None:
        return valid.astype(np.uint8)
    out[:] = valid
    return None


@telling_shortages()
def build_mask_chain(
    shape: Given,
    resolution: Given,
    mask_out_ds: Given,
    mask_out_dtype: Given,
    mask_in_ds: Given,
    mask_in_unmasked_value: Given,
    mask_in_band: Given,
    computation_dtype: Given,
    geometry_origin: Given,
    geometry_pair: Given,
    rasterize_kwargs: Given = None,
    mask_out_values: Given = (Validity.VALID, Validity.INVALID),
    io_strip_size: Given = 1000,
    io_strip_size_target: Given = GridRIOMode.INPUT,
    ncpu: Given = 1,
    cpu_tile_shape: Given = (1000, 1000),
    logger: logging.Logger | None = None,
) -> int:
    """Build a full-resolution mask from open datasets into an open one.

    Arguments as GridR's. Nodes are valid where `mask_in_ds` equals the unmasked value,
    in any integer type; `computation_dtype` has no effect.

    Returns
    -------
    int
        1.

    Raises
    ------
    GridrError
        If an argument does not fit, before anything is written.
    """
    shape, step = whole_pair_of(shape, "shape"), resolution_of(resolution)
    check_step(shape, step)
    whole = full_shape(shape, step)
    check_dataset(mask_out_ds, Message("output mask"), writes=True)
    check_output(mask_out_ds, Message("output mask"), whole, mask_out_ds.count)
    _check_eight_bits(mask_out_dtype)
    values = (1, 0)
    if mask_out_values is not None:
        values = whole_two_of(mask_out_values, "mask_out_values")
    if not all(dtype_holds(value, mask_out_ds.dtypes[0]) for value in values):
        raise GridrError(
            "mask_out_values {values} cannot be stored in an output of type {dtype}.",
            values=values,
            dtype=mask_out_ds.dtypes[0],
        )
    size, target = strip_of(io_strip_size, io_strip_size_target)
    rows = (1000 if size is None else size) * (
        step[0] if target is GridRIOMode.INPUT else 1
    )
    layout = Layout(
        resolve_window(None, shape, step),
        min(rows or whole[0], whole[0]),
        tile_of(cpu_tile_shape) or whole,
        resolve_threads(whole_number_of(ncpu, "ncpu")),
    )
    polygons = _polygons(geometry_pair, geometry_origin, rasterize_kwargs)

    def write(strip: Window, _: np.ndarray, valid: np.ndarray) -> None:
        pixels = np.where(valid, *values).astype(mask_out_ds.dtypes[0])
        mask_out_ds.write(pixels, 1, window=strip)

    watch = watch_given([mask_in_ds])
    with _nodes(mask_in_ds, mask_in_band, mask_in_unmasked_value, shape) as nodes:
        full = FullMask(step, nodes, polygons)
        run_mask(layout, full, write, LoggerFeedback(logger))
    watch.check_files()
    return 1


@contextmanager
def _nodes(
    dataset: Given, band: Given, valid_value: Given, shape: Shape
) -> Iterator[MaskRaster | None]:
    """Check the mask of the nodes and open it."""
    if dataset is None:
        yield None
        return
    check_dataset(dataset, Message("input mask"))
    header = header_of(dataset)
    band = whole_number_of(band, "mask_in_band")
    valid = number_of(valid_value, "mask_in_unmasked_value")
    check_mask(Message("grid"), header, replace(header, shape=shape), band, valid)
    with closing(Reader(dataset.name, dataset)) as reader:
        yield mask_raster(reader, header, band, valid)


def _check_eight_bits(dtype: Given) -> None:
    """Refuse anything but an 8-bit type."""
    name = dtype_of(dtype, "mask_out_dtype")
    try:
        bits = 8 * np.dtype(name).itemsize
    except TypeError:
        bits = None
    if bits != 8:
        raise GridrError(
            "mask_out_dtype must have 8 bits, got {name}. Give for example uint8.",
            name=name,
        )


def _polygons(
    pair: Given, origin: Given, rasterize_kwargs: Given
) -> PolygonMask | None:
    """Return the mask of a geometry pair."""
    valid, invalid = geometry_pair(pair)
    if not contour_is_inside(rasterize_kwargs):
        valid, invalid = _without_contour(valid), _without_contour(invalid)
    return polygon_mask(valid, invalid, pixel_frame(origin_of(origin)))


def _without_contour(geometry: object) -> Polygons | None:
    """Return polygons so much smaller that their contour is outside."""
    polygons = as_polygons(geometry, Message("polygons"))
    if polygons is None:
        return None
    return [polygon.buffer(-2 * DILATION, join_style=2) for polygon in polygons]
