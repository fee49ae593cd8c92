"""Array in, array out: resample pixels that are in memory."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

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
from .interpolation import METHODS
from .kernels.finish import finish
from .kernels.nodes import mask_nodes
from .mask import block_valid, nodata_of
from .options import Interpolation, Ranges, SourceValidity
from .window import (
    Shape,
    strips,
    window_of,
    window_ranges,
    window_relative,
    window_shape,
    window_slices,
)

PASS_PIXELS = 16384
"""Pixels whose positions and values are held at a time: they stay in the processor's
second cache (0.4 MiB for one band); 4 times more or less was slower."""


class Block(NamedTuple):
    """Source pixels in memory."""

    pixels: np.ndarray
    """Shape (bands, rows, cols), in the source's own type."""
    valid: np.ndarray
    """bool, shape (rows, cols), True = usable; (0, 0) where all are."""
    origin: Shape = (0, 0)
    """Source (row, col) of the first pixel."""


class Target(NamedTuple):
    """An output in memory, and how values become its pixels."""

    data: np.ndarray
    """Shape (bands, rows, cols), in the output's type."""
    valid: np.ndarray
    """bool, shape (rows, cols)."""
    window: Window
    """Place of the first pixel in the full output."""
    order: np.ndarray
    """int64, shape (bands,): source band of each output band."""
    nodata: float
    """Value of invalid pixels."""

    def put(self, window: Window, values: np.ndarray, done: np.ndarray) -> np.ndarray:
        """Store float64 results of a window of the full output.

        Returns
        -------
        ndarray of int64, shape (2,)
            Valid pixels, and how many of them equal `nodata` in some band.
        """
        rows, cols = window_slices(window_relative(window, self.window))
        dtype = self.data.dtype
        self.valid[rows, cols] = done
        limits = dtype_limits(dtype)
        nodata = dtype.type(self.nodata)
        dst = self.data[:, rows, cols]
        return np.array(finish(values, done, self.order, limits, nodata, dst))

    def put_nothing(self, window: Window) -> None:
        """Mark a window of the full output invalid."""
        rows, cols = window_slices(window_relative(window, self.window))
        self.valid[rows, cols] = False
        self.data[:, rows, cols] = self.nodata


def dtype_limits(dtype: np.dtype) -> tuple[float, float, bool]:
    """Return the lowest and highest value of a type, and whether it is integer."""
    if dtype.kind == "f":
        highest = np.inf if dtype.itemsize == 8 else float(np.finfo(dtype).max)
        return -highest, highest, False
    limits = np.iinfo(dtype)
    return float(limits.min), float(limits.max), True


def resample_block(
    nodes: Nodes, window: Window, block: Block, method: Interpolation, target: Target
) -> np.ndarray:
    """Resample a window whose source pixels are all in one block.

    Returns
    -------
    ndarray of int64, shape (2,)
        As `Target.put`.
    """
    counts = np.zeros(2, np.int64)
    bands = block.pixels.shape[0]
    driver = METHODS[method].driver
    height = max(1, PASS_PIXELS // window.width)
    (row, row_stop), cols = window_ranges(window)
    for first in range(row, row_stop, height):
        part = window_of(((first, min(first + height, row_stop)), cols))
        shape = window_shape(part)
        positions = np.empty((2, *shape))
        values = np.empty((bands, *shape))
        done = np.empty(shape, bool)
        pixel_positions(nodes, part, positions)
        flat = positions.reshape(2, -1), values.reshape(bands, -1), done.reshape(-1)
        driver(flat[0], block.pixels, block.valid, block.origin, flat[1], flat[2])
        counts += target.put(part, values, done)
    return counts


def resample_array(
    src: np.ndarray,
    grid_rows: np.ndarray,
    grid_cols: np.ndarray,
    *,
    step: Shape = (1, 1),
    interpolation: Interpolation | str = Interpolation.CUBIC,
    window: Ranges | None = None,
    src_valid: np.ndarray | None = None,
    src_nodata: float | None = None,
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
    interpolation : Interpolation or its value
        Method.
    window : ((row_start, row_stop), (col_start, col_stop))
        Part of the full output, of shape ``((n - 1) * step + 1, ...)``; half-open.
    src_valid : ndarray of bool, shape (rows, cols)
        True where the source may be used.
    src_nodata : float
        A pixel with this value in any band must not be used either, nor one that
        is not finite.
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
    block = _whole_block(src, src_valid, src_nodata)
    nodes = _whole_grid(grid_rows, grid_cols, step)
    wanted = check_window(window, nodes.positions.shape[1:], step)
    method = Interpolation(interpolation)
    dtype = check_dst_dtype(dst_dtype or default_dst_dtype([block.pixels.dtype]))
    if dst_nodata is None:
        dst_nodata = default_nodata(src_nodata, dtype) or 0
    bands = block.pixels.shape[0]
    target = Target(
        np.empty((bands, *window_shape(wanted)), dtype),
        np.empty(window_shape(wanted), bool),
        wanted,
        np.arange(bands),
        check_nodata(dst_nodata, dtype),
    )
    height = -(-wanted.height // max(1, threads))
    with ThreadPoolExecutor(max(1, threads)) as workers:
        parts = [
            workers.submit(resample_block, nodes, part, block, method, target)
            for part in strips(wanted, height)
        ]
    for part in parts:
        part.result()
    return target.data.reshape(*src.shape[:-2], *target.valid.shape), target.valid


def _whole_block(
    src: np.ndarray, src_valid: np.ndarray | None, src_nodata: float | None
) -> Block:
    """Check a source in memory and return it as one block."""
    if src.ndim not in (2, 3) or src.size == 0:
        raise GridrError(
            "The source must have the shape (rows, cols) or (bands, rows, cols) with "
            f"at least one pixel, got {src.shape}."
        )
    if src.dtype == bool:
        src = src.view(np.uint8)
    check_src_dtype(src.dtype)
    pixels = np.ascontiguousarray(src.reshape(-1, *src.shape[-2:]))
    if src_valid is not None and src_valid.shape != src.shape[-2:]:
        raise GridrError(
            f"The source's mask has the shape {src_valid.shape}; it must have the "
            f"source's, {src.shape[-2:]}."
        )
    bands = pixels.shape[0]
    common = pixels.dtype.name
    nodata = nodata_of([common] * bands, [src_nodata] * bands, common)
    given = None if src_valid is None else src_valid.astype(bool)
    return Block(pixels, block_valid(pixels, nodata, SourceValidity.ANY_BAND, given))


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
    mask_nodes(positions[0], positions[1], np.nan, np.nan)
    return Nodes(positions, (int(step[0]), int(step[1])))
