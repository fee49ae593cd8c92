"""Array in, array out: resample pixels that are in memory."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from rasterio.windows import Window

from .checks import (
    check_dst_dtype,
    check_nodata,
    check_src_dtype,
    check_step,
    check_window,
    default_dst_dtype,
    default_nodata,
)
from .errors import GridrError
from .grid import Nodes, pixel_positions
from .interpolation import Method, method_of
from .kernels.nodes import mask_nodes
from .mask import Nodata, nodata_of
from .options import Boundary, Interpolation, Ranges, SourceValidity
from .polygons import polygon_mask
from .source import Block, MaskRaster, Source
from .target import Target
from .window import (
    Shape,
    strips,
    window_ranges,
    window_shape,
    window_slices,
)

PASS_PIXELS = 32768
"""Pixels whose positions and values are held at a time: they stay in the processor's
caches (0.8 MiB for one band); 4 times less took a fifth more time."""


def resample_block(
    nodes: Nodes, window: Window, block: Block, method: Method, target: Target
) -> np.ndarray:
    """Resample a window whose source pixels are all in one block.

    Returns
    -------
    ndarray of int64, shape (2,)
        As `Target.put`.
    """
    counts = np.zeros(2, np.int64)
    height = max(1, min(PASS_PIXELS // window.width, window.height))
    scratch = _scratch(len(block.pixels), height, window.width)
    (row, row_stop), (col, _) = window_ranges(window)
    for first in range(row, row_stop, height):
        if first + height > row_stop:
            scratch = _scratch(len(block.pixels), row_stop - first, window.width)
        positions, values, done = scratch
        pixel_positions(nodes, (first, col), positions)
        method.driver(
            positions.reshape(2, -1),
            block.pixels,
            block.valid,
            block.origin,
            values.reshape(len(values), -1),
            done.reshape(-1),
        )
        counts += target.put((first, col), values, done)
    return counts


def _scratch(bands: int, rows: int, cols: int) -> tuple[np.ndarray, ...]:
    """Return room for the positions and results of a pass."""
    shape = rows, cols
    return np.empty((2, *shape)), np.empty((bands, *shape)), np.empty(shape, bool)


class ArrayReader:
    """Pixels in memory, read as files are."""

    def __init__(self, pixels: np.ndarray):
        self.pixels = pixels

    def read(self, indexes: Sequence[int], window: Window, dtype: str) -> np.ndarray:
        """Return bands of a window; the pixels themselves where all are asked for."""
        rows, cols = window_slices(window)
        if list(indexes) != list(range(1, len(self.pixels) + 1)):
            bands = [index - 1 for index in indexes]
            return self.pixels[bands, rows, cols].astype(dtype)
        return np.ascontiguousarray(self.pixels[:, rows, cols], dtype)


def resample_array(
    src: np.ndarray,
    grid_rows: np.ndarray,
    grid_cols: np.ndarray,
    *,
    step: Shape = (1, 1),
    interpolation: Interpolation | str = Interpolation.CUBIC,
    bspline_epsilon: float = 1e-6,
    bspline_mask_influence: float = 1e-3,
    prefiltered: bool = False,
    boundary: Boundary | str = Boundary.NONE,
    trust_padding: bool = False,
    window: Ranges | None = None,
    src_valid: np.ndarray | None = None,
    src_nodata: float | None = None,
    valid_polygons: object = None,
    invalid_polygons: object = None,
    polygon_origin: tuple[float, float] = (0.0, 0.0),
    dst_nodata: float | None = None,
    dst_dtype: str | None = None,
    threads: int = 1,
) -> tuple[np.ndarray, np.ndarray]:
    """Resample an image in memory through a grid: ``src[grid] -> dst``.

    Parameters
    ----------
    src : ndarray, shape (rows, cols) or (bands, rows, cols)
        Any real type up to 32-bit integers and float64. Never modified.
    grid_rows, grid_cols : ndarray, shape (n, m)
        Source position of each node [source pixels, first pixel's centre at 0]. A
        node that is not finite is masked.
    step : tuple of int
        Output pixels from node to node (rows, cols).
    interpolation, bspline_epsilon, bspline_mask_influence, boundary, trust_padding
        As in `options.Job`.
    prefiltered : bool
        Whether `src` holds B-spline coefficients already.
    window : ((row_start, row_stop), (col_start, col_stop))
        Part of the full output, of shape ``((n - 1) * step + 1, ...)``; half-open.
    src_valid : ndarray of bool, shape (rows, cols)
        True where the source may be used.
    src_nodata : float
        A pixel with this value in any band must not be used either, nor one that
        is not finite.
    valid_polygons, invalid_polygons, polygon_origin
        As in `options.Job`.
    dst_nodata : float
        Value of invalid output pixels; default `src_nodata` if the output type
        holds it, else NaN for floats and 0 for integers.
    dst_dtype : str
        numpy name of the output's type; default the source's.
    threads : int
        Threads that share the work. The result does not depend on them.

    Returns
    -------
    data : ndarray, shape (rows, cols) or (bands, rows, cols) as the source
        Resampled pixels.
    valid : ndarray of bool, shape (rows, cols)
        False where a node or source pixel of non-zero weight is missing.

    Raises
    ------
    GridrError
        If an argument breaks one of the rules above.
    """
    pixels = _pixels(src)
    nodes = _whole_grid(grid_rows, grid_cols, step)
    wanted = check_window(window, nodes.positions.shape[1:], step)
    method = method_of(
        Interpolation(interpolation), bspline_epsilon, bspline_mask_influence
    )
    if prefiltered:
        method = method._replace(prefilter=None)
    dtype = check_dst_dtype(dst_dtype or default_dst_dtype([pixels.dtype]))
    if dst_nodata is None:
        dst_nodata = default_nodata(src_nodata, dtype) or 0
    target = Target(
        np.empty((len(pixels), *window_shape(wanted)), dtype),
        np.empty(window_shape(wanted), bool),
        wanted,
        np.arange(len(pixels)),
        check_nodata(dst_nodata, dtype),
    )
    source = Source(
        reader=ArrayReader(pixels),
        shape=pixels.shape[1:],
        indexes=list(range(1, len(pixels) + 1)),
        dtype=pixels.dtype.name,
        nodata=_same_nodata(pixels, src_nodata),
        rule=SourceValidity.ANY_BAND,
        method=method,
        boundary=Boundary(boundary),
        trusted=trust_padding and Boundary(boundary) is not Boundary.NONE,
        mask=_mask_raster(src_valid, pixels),
        polygons=polygon_mask(valid_polygons, invalid_polygons, polygon_origin),
    )
    _resample_source(source, nodes, target, max(1, threads))
    return target.data.reshape(*src.shape[:-2], *target.valid.shape), target.valid


def _resample_source(
    source: Source, nodes: Nodes, target: Target, threads: int
) -> None:
    """Fill a target from a source that is read at once."""
    src_window = source.window(nodes, target.window)
    if src_window is None:
        target.put_nothing(target.window)
        return
    # of the pixels themselves, all: a part of them would have to be copied
    plain = source.method.prefilter is None and not source.trusted
    block = source.read(source.frame if plain else src_window)
    height = -(-target.window.height // threads)
    with ThreadPoolExecutor(threads) as workers:
        parts = [
            workers.submit(resample_block, nodes, part, block, source.method, target)
            for part in strips(target.window, height)
        ]
    for part in parts:
        part.result()


def _pixels(src: np.ndarray) -> np.ndarray:
    """Check a source in memory and return it as (bands, rows, cols)."""
    if src.ndim not in (2, 3) or src.size == 0:
        raise GridrError(
            "The source must have the shape (rows, cols) or (bands, rows, cols) with "
            f"at least one pixel, got {src.shape}."
        )
    if src.dtype == bool:
        src = src.view(np.uint8)
    check_src_dtype(src.dtype)
    return np.ascontiguousarray(src.reshape(-1, *src.shape[-2:]))


def _same_nodata(pixels: np.ndarray, value: float | None) -> Nodata:
    """Return the same nodata for all bands."""
    common, bands = pixels.dtype.name, len(pixels)
    return nodata_of([common] * bands, [value] * bands, common)


def _mask_raster(valid: np.ndarray | None, pixels: np.ndarray) -> MaskRaster | None:
    """Check a mask in memory and return it as a raster."""
    if valid is None:
        return None
    if valid.shape != pixels.shape[1:]:
        raise GridrError(
            f"The source's mask has the shape {valid.shape}; it must have the "
            f"source's, {pixels.shape[1:]}."
        )
    return MaskRaster(ArrayReader(valid.astype(bool)[None]), 1, "bool", True)


def _whole_grid(grid_rows: np.ndarray, grid_cols: np.ndarray, step: Shape) -> Nodes:
    """Check a grid in memory and return all of its nodes, unusable ones masked."""
    rows, cols = np.asarray(grid_rows), np.asarray(grid_cols)
    if rows.ndim != 2 or rows.shape != cols.shape or rows.size == 0:
        raise GridrError(
            "The grid's rows and columns must be arrays of the same two-dimensional "
            f"shape with at least one node, got {rows.shape} and {cols.shape}."
        )
    check_step(rows.shape, step)
    positions = np.stack([rows, cols]).astype(np.float64)
    mask_nodes(*positions, np.nan, np.nan, 0.0)
    return Nodes(positions, (int(step[0]), int(step[1])))
