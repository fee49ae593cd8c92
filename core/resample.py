"""Array in, array out: resample pixels that are in memory."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from rasterio.windows import Window

from .block import resample_block
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
from .grid import Nodes, node_window
from .interpolation import method_of
from .kernels.nodes import mask_nodes
from .mask import Nodata, nodata_of
from .options import Boundary, Interpolation, Ranges, SourceValidity
from .polygons import polygon_mask
from .source import Block, MaskRaster, Source
from .target import Target
from .window import Shape, strips, tiles, window_shape, window_slices

STRIP_ROWS = 64
"""Most output rows that a thread computes at a time."""
PART = (512, 1024)
"""Output rows and columns that are computed at a time where each part reads its own
source pixels with their margins."""
APART = 4
"""Source pixels per output pixel over which a part shares all of the source with the
others. A rotation by 45 degrees needs 2.25."""


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
    grid = _grid(grid_rows, grid_cols, step)
    wanted = check_window(window, grid[0].shape, step)
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
    step = int(step[0]), int(step[1])
    _fill(target, source, grid, step, max(1, threads))
    return target.data.reshape(*src.shape[:-2], *target.valid.shape), target.valid


def _fill(
    target: Target,
    source: Source,
    grid: tuple[np.ndarray, np.ndarray],
    step: Shape,
    threads: int,
) -> None:
    """Fill a target strip by strip or part by part."""
    work = _Work(target, source, grid, step)
    # plain pixels are shared: a part of them would have to be copied
    if source.method.prefilter is None and not source.trusted:
        rows = min(STRIP_ROWS, -(-target.window.height // threads))
        fill, areas = work.fill_sharing, strips(target.window, rows)
    else:
        fill, areas = work.fill_apart, tiles(target.window, PART)
    with ThreadPoolExecutor(threads) as workers:
        for _ in workers.map(fill, areas):
            pass


class _Work:
    """What the threads share that fill a target."""

    def __init__(
        self,
        target: Target,
        source: Source,
        grid: tuple[np.ndarray, np.ndarray],
        step: Shape,
    ):
        self.target, self.source = target, source
        self.grid, self.step = grid, step
        self._lock = threading.Lock()
        self._whole = None

    def whole(self) -> Block:
        """Return all of the source, read by the thread that asks first."""
        with self._lock:
            if self._whole is None:
                self._whole = self.source.read(self.source.frame)
        return self._whole

    def fill_sharing(self, strip: Window) -> None:
        """Fill a strip of the target from the whole source."""
        if self.step == (1, 1) and all(map(_is_plain, self.grid)):
            nodes = Nodes(self.grid, self.step)
        else:
            nodes = _nodes(self.grid, self.step, strip)
        resample_block(nodes, strip, self.whole(), self.source.method, self.target)

    def fill_apart(self, part: Window) -> None:
        """Fill a part of the target from what it needs of the source."""
        nodes = _nodes(self.grid, self.step, part)
        src_window = self.source.window(nodes, part)
        if src_window is None:
            self.target.put_nothing(part)
            return
        area = src_window.width * src_window.height
        far_apart = area > APART * part.width * part.height
        block = self.whole() if far_apart else self.source.read(src_window)
        resample_block(nodes, part, block, self.source.method, self.target)


def _is_plain(axis: np.ndarray) -> bool:
    """Tell whether kernels read rows or columns of a grid as they are."""
    return axis.dtype == np.float64 and axis.flags.c_contiguous


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


def _grid(
    grid_rows: np.ndarray, grid_cols: np.ndarray, step: Shape
) -> tuple[np.ndarray, np.ndarray]:
    """Check a grid in memory and return its rows and columns."""
    rows, cols = np.asarray(grid_rows), np.asarray(grid_cols)
    if rows.ndim != 2 or rows.shape != cols.shape or rows.size == 0:
        raise GridrError(
            "The grid's rows and columns must be arrays of the same two-dimensional "
            f"shape with at least one node, got {rows.shape} and {cols.shape}."
        )
    check_step(rows.shape, step)
    return rows, cols


def _nodes(grid: tuple[np.ndarray, np.ndarray], step: Shape, part: Window) -> Nodes:
    """Return the nodes of a part of the output, unusable ones masked."""
    window = node_window(part, step)
    positions = np.empty((2, *window_shape(window)))
    for axis in range(2):
        positions[axis] = grid[axis][window_slices(window)]
    bounds = mask_nodes(*positions, np.nan, np.nan, 0.0)
    return Nodes(positions, step, (window.row_off, window.col_off), bounds)
