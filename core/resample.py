"""Array in, array out: resample pixels that are in memory."""

from __future__ import annotations

import math
import threading
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import replace

import numpy as np
from rasterio.windows import Window

from .errors import GridrError, telling_shortages
from .grid.fine import fine_nodes
from .grid.geometry import check_step, resolve_window
from .grid.grid import Grid
from .grid.lattice import Lattice
from .grid.nodes import Nodes
from .interpolation.antialias import check_antialias
from .interpolation.methods import method_of
from .kernels.loading import LOADER, plain_seconds
from .kernels.values import Patch
from .machine import keep_space
from .message import Message
from .options import Antialias, Boundary, Interpolation, Ranges, SourceValidity
from .plan.layout import ARRAY_STRIP_ROWS, ARRAY_TILE, Layout, largest_tile
from .plan.memory import check_held
from .plan.oversampling import needed_oversampling, usable_oversampling
from .plan.resolved import lattice_of
from .plan.rules import resolve_threads
from .polygons.frame import pixel_frame
from .polygons.mask import polygon_mask
from .raster.arrays import coordinates_of, flags_of, pixels_of
from .raster.dtypes import (
    check_dst_dtype,
    default_dst_dtype,
    default_dst_nodata,
    dst_nodata_of,
)
from .raster.pixels import ArrayReader, MaskRaster
from .run.strip import Strip
from .source.source import Source
from .source.validity import nodata_of
from .values import (
    dtype_of,
    flag_of,
    number_of,
    optional,
    pair_of,
    ranges_of,
    real_of,
    whole_number_of,
    whole_pair_of,
)
from .window import Shape, window_shape

APART = 4
"""Source pixels per output pixel over which a tile shares all of the source with the
others. A rotation by 45 degrees needs 2.25."""


@telling_shortages()
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
    antialias: Antialias | str = Antialias.NONE,
    oversampling: Shape | None = None,
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
        Any real type up to 32-bit integers and float64, in any byte order; never
        modified. Masked elements of a masked array are invalid, as nodata.
    grid_rows, grid_cols : ndarray, shape (n, m)
        Source position of each node [source pixels, first pixel's centre at 0]. A
        node that is not finite is masked, as one that is in a masked array.
    step : tuple of int
        Output pixels from node to node (rows, cols).
    interpolation, bspline_epsilon, bspline_mask_influence, boundary, trust_padding
        As in `Job`.
    prefiltered : bool
        Whether `src` holds B-spline coefficients already.
    antialias : Antialias or str
        As in `Job`.
    oversampling : tuple of int
        Fine pixels per output pixel (rows, cols) for `antialias`; default: as many as
        the source pixels per output pixel, up to 16.
    window : ((row_start, row_stop), (col_start, col_stop))
        Part of the full output, of shape ``((n - 1) * step + 1, ...)``; half-open.
    src_valid : ndarray of bool, shape (rows, cols)
        True where the source may be used.
    src_nodata : float
        A pixel with this value in any band must not be used either, nor one that
        is not finite.
    valid_polygons, invalid_polygons, polygon_origin
        As in `Job`.
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
    step = whole_pair_of(step, Message("The step"))
    window = optional(ranges_of)(window, Message("The window"))
    dst_dtype = optional(dtype_of)(dst_dtype, Message("The type of the output"))
    src_nodata = optional(number_of)(src_nodata, Message("The source's nodata"))
    dst_nodata = optional(number_of)(dst_nodata, Message("The nodata value"))
    threads = resolve_threads(whole_number_of(threads, Message("Threads")))
    pixels, own = pixels_of(src)
    rows, cols = _nodes(grid_rows, grid_cols, step)
    method = method_of(
        Interpolation.of(interpolation),
        real_of(bspline_epsilon, Message("The B-spline's epsilon")),
        real_of(bspline_mask_influence, Message("The mask influence threshold")),
    )
    antialias = Antialias.of(antialias)
    oversampling = optional(whole_pair_of)(oversampling, Message("The oversampling"))
    asked = (None, None) if oversampling is None else oversampling
    check_antialias(antialias, Interpolation.of(interpolation), *asked)
    prefiltered = flag_of(prefiltered, Message("Whether the source is prefiltered"))
    boundary = Boundary.of(boundary)
    trust_padding = flag_of(trust_padding, Message("Whether padding is trusted"))
    origin = pair_of(polygon_origin, Message("The origin of the polygons"))
    source = Source(
        reader=ArrayReader(pixels),
        shape=pixels.shape[1:],
        indexes=list(range(1, len(pixels) + 1)),
        dtype=pixels.dtype.name,
        nodata=nodata_of(
            [own] * len(pixels), [src_nodata] * len(pixels), pixels.dtype.name
        ),
        rule=SourceValidity.ANY_BAND,
        method=method._replace(prefilter=None) if prefiltered else method,
        boundary=boundary,
        trusted=trust_padding and boundary is not Boundary.NONE,
        mask=_mask_raster(src_valid, pixels),
        polygons=polygon_mask(valid_polygons, invalid_polygons, pixel_frame(origin)),
    )
    dtype = default_dst_dtype([own]) if dst_dtype is None else dst_dtype
    check_dst_dtype(dtype)
    if dst_nodata is None:
        dst_nodata = default_dst_nodata(src_nodata, dtype) or 0
    grid = Grid.of_arrays(rows, cols, step)
    lattice = _lattice(antialias, oversampling, grid, rows.shape)
    full = resolve_window(window, rows.shape, step)
    layout = _layout(full, source, lattice, threads, dtype)
    pixel = len(pixels) * np.dtype(dtype).itemsize + 1
    check_held(layout.pixels * pixel, threads)
    layout = replace(
        layout, order=tuple(range(len(pixels))), nodata=dst_nodata_of(dst_nodata, dtype)
    )
    dst = Strip.of(layout, layout.window)
    work = _Work(dst, source, grid, lattice)
    if lattice.filtering is None:
        work.in_place = _in_place(rows, cols, step)
    _fill(work, layout)
    return dst.data.reshape(*np.shape(src)[:-2], *dst.valid.shape), dst.valid


def _lattice(
    antialias: Antialias, asked: Shape | None, grid: Grid, shape: Shape
) -> Lattice:
    """Return the fine pixels of an output, as asked for or as its grid needs them."""
    if antialias is Antialias.NONE:
        return lattice_of(antialias, (1, 1), shape, grid.step)
    needed = needed_oversampling(grid, shape) if asked is None else asked
    fine = usable_oversampling(needed, needed, shape)
    return lattice_of(antialias, fine, shape, grid.step)


def _layout(
    window: Window, source: Source, lattice: Lattice, threads: int, dtype: str
) -> Layout:
    """Return strips for pixels that threads share, else tiles that each read theirs."""
    if lattice.filtering is not None:
        shape = largest_tile(lattice.fine)
        return Layout(window, window.height, shape, threads, dtype)
    if _is_shared(source):
        rows = min(ARRAY_STRIP_ROWS, -(-window.height // threads))
        return Layout(window, rows, (rows, window.width), threads, dtype)
    return Layout(window, window.height, ARRAY_TILE, threads, dtype)


def _is_shared(source: Source) -> bool:
    """Tell whether all of a source is read once: plain pixels, which need no copy."""
    return source.method.prefilter is None and not source.trusted


def _in_place(rows: np.ndarray, cols: np.ndarray, step: Shape) -> Nodes | None:
    """Return all nodes of a grid where they stand, if kernels can read them there."""
    plain = all(
        nodes.dtype == np.float64 and nodes.flags.c_contiguous for nodes in (rows, cols)
    )
    return Nodes(rows, cols, step) if plain and step == (1, 1) else None


def _fill(work: _Work, layout: Layout) -> None:
    """Fill an output in memory strip by strip or tile by tile."""
    fill = work.fill_sharing if _is_shared(work.source) else work.fill_apart
    tiles = (tile for strip in layout.strips() for tile in layout.tiles(strip))
    bands, support = len(work.source.indexes), work.source.method.support
    pixels = layout.pixels * math.prod(work.lattice.fine)
    seconds = plain_seconds(pixels, bands, support, layout.threads)
    context = copy_context()  # threads too compute by NumPy while the caller records
    with LOADER.beside(seconds), ThreadPoolExecutor(layout.threads) as workers:
        # a copy for each tile: one cannot be entered twice
        for _ in workers.map(lambda tile: context.copy().run(fill, tile), tiles):
            pass
    keep_space(layout.threads)


class _Work:
    """What the threads share that fill an output in memory."""

    def __init__(
        self, dst: Strip, source: Source, grid: Grid, lattice: Lattice
    ) -> None:
        self.dst, self.source, self.grid, self.lattice = dst, source, grid, lattice
        self.in_place: Nodes | None = None
        self._lock = threading.Lock()
        self._whole: Patch | None = None

    def whole(self) -> Patch:
        """Return all of the source, read by the thread that asks first."""
        with self._lock:
            if self._whole is None:
                self._whole = self.source.read(self.source.domain)
        return self._whole

    def fill_sharing(self, tile: Window) -> None:
        """Fill a tile from the whole source."""
        nodes = self._nodes(tile)
        self._resample(nodes, tile, self.whole())

    def fill_apart(self, tile: Window) -> None:
        """Fill a tile from what it needs of the source."""
        nodes = self._nodes(tile)
        src_window = self.source.window(nodes, self.lattice.around(tile))
        if src_window is None:
            self.dst.put_nothing(tile)
            return
        pixels = src_window.width * src_window.height
        fine = math.prod(self.lattice.fine_shape(window_shape(tile)))
        far_apart = pixels > APART * fine
        patch = self.whole() if far_apart else self.source.read(src_window)
        self._resample(nodes, tile, patch)

    def _nodes(self, tile: Window) -> Nodes:
        """Return the nodes that a tile depends on."""
        return self.in_place or fine_nodes(self.grid, tile, self.lattice)

    def _resample(self, nodes: Nodes, tile: Window, patch: Patch) -> None:
        """Fill a tile from source pixels in memory."""
        self.dst.resample(nodes, tile, patch, self.source.method, self.lattice)


def _mask_raster(valid: np.ndarray | None, pixels: np.ndarray) -> MaskRaster | None:
    """Check a mask in memory and return it as a raster."""
    if valid is None:
        return None
    valid = flags_of(valid, Message("source's mask"))
    if valid.shape != pixels.shape[1:]:
        raise GridrError(
            "The source's mask has the shape {shape}; it must have the source's, "
            "{own_shape}.",
            shape=valid.shape,
            own_shape=pixels.shape[1:],
        )
    return MaskRaster(ArrayReader(valid[None]), 1, "bool", True)


def _nodes(
    grid_rows: np.ndarray, grid_cols: np.ndarray, step: Shape
) -> tuple[np.ndarray, np.ndarray]:
    """Check a grid in memory and return its rows and columns."""
    rows = coordinates_of(grid_rows, Message("grid's rows"))
    cols = coordinates_of(grid_cols, Message("grid's columns"))
    if rows.ndim != 2 or rows.shape != cols.shape or rows.size == 0:
        raise GridrError(
            "The grid's rows and columns must be arrays of the same two-dimensional "
            "shape with at least one node, got {row_shape} and {col_shape}.",
            row_shape=rows.shape,
            col_shape=cols.shape,
        )
    check_step(rows.shape, step)
    return rows, cols
