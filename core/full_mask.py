"""Masks of the full output: from a mask of the nodes and polygons."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from rasterio.windows import Window

from .chain import Summary
from .checks import check_mask, check_step
from .dataset import Header, Reader, gdal_cache, read_header
from .destination import Destination
from .errors import GridrError
from .feedback import Feedback
from .grid import full_shape, node_window
from .kernels.validity import oversample
from .memory import CACHE_SIZES, MIB, OVERHEAD, STRIPS_IN_FLIGHT, default_limit
from .options import MaskJob
from .outputs import full_place, mask_output
from .polygons import PolygonMask, polygon_mask
from .report import memory_line, pieces_line, report_mask, tell_place, tell_polygons
from .run import Strip, Tally, Write, run_tiles
from .source import MaskRaster
from .task import thread_count
from .window import (
    Shape,
    strips,
    tiles,
    window_of,
    window_relative,
    window_shape,
    window_slices,
)

ENOUGH = 0.999
"""Share of valid nodes from which a pixel is valid: the reference's, which forgives
an invalid node that weighs a thousandth."""
TILE = (256, 1024)
"""Rows and columns of a tile."""


@dataclass(frozen=True)
class FullMask:
    """A mask to compute, and its strips and tiles; picklable without its reader."""

    shape: Shape
    """(rows, cols) of the mask."""
    step: Shape
    """Output pixels from node to node (rows, cols)."""
    polygons: PolygonMask | None = None
    """Polygons in output pixels."""
    threads: int = 1
    """Worker threads."""
    strip_rows: int = 1000
    """Output rows of a strip."""
    tile_shape: Shape = TILE
    """Largest (rows, cols) of a tile."""
    threshold: float = ENOUGH
    """Least share of valid nodes."""
    bands: int = 0
    """A mask has no data."""
    dtype: str = "uint8"
    """Of no data."""

    def strips(self) -> Iterator[Window]:
        """Yield the strips in the order they are written."""
        whole = window_of(((0, self.shape[0]), (0, self.shape[1])))
        return strips(whole, self.strip_rows)

    def tiles(self, strip: Window) -> Iterator[Window]:
        """Yield the tiles of a strip."""
        return tiles(strip, self.tile_shape)

    def compute(self, tile: Window, nodes_valid: np.ndarray | None) -> np.ndarray:
        """Return the mask of a window as bool (rows, cols).

        Parameters
        ----------
        tile
            Window of the output, inside it.
        nodes_valid : ndarray of bool
            Validity of the nodes ``node_window(tile, step)``; None: all.
        """
        valid = np.ones(window_shape(tile), bool)
        if nodes_valid is not None:
            first = tile.row_off % self.step[0], tile.col_off % self.step[1]
            oversample(nodes_valid, self.step, *first, self.threshold, valid)
        if self.polygons is not None:
            inside = self.polygons.valid(tile)
            valid &= inside if inside.size else True
        return valid


def build_mask_dataset(job: MaskJob, feedback: Feedback | None = None) -> Summary:
    """Build a full-resolution mask into a 1-bit GeoTIFF.

    A pixel is valid if the nodes around it are (all but a thousandth of the bilinear
    weight), it is inside a valid polygon and outside all invalid ones.

    Parameters
    ----------
    job : MaskJob
        What to do.
    feedback : Feedback
        Takes progress, log and the wish to stop; default logs only.

    Raises
    ------
    GridrError
        If the job cannot be done; nothing is read or written then.
    Cancelled
        If the feedback said so; the output is as it was before.
    """
    feedback = feedback or Feedback()
    start = time.perf_counter()
    template = read_header(job.template)
    step = job.row_step, job.col_step
    check_step(template.shape, step)
    mask = None if job.mask is None else read_header(job.mask)
    check_mask("template", mask, template, job.mask_index, job.mask_valid)
    full = _full_mask(job, full_shape(template.shape, step), step, feedback)
    output = mask_output(job.dst, full_place(template, step), full.strip_rows)
    inputs = [template] if mask is None else [template, mask]
    whole = window_of(((0, full.shape[0]), (0, full.shape[1])))
    tell_place(template, step, whole, None, feedback)
    tell_polygons(full.polygons, full.shape, "mask", feedback)
    with gdal_cache(CACHE_SIZES[0]), Destination([output], inputs, whole) as dst:
        tally = run_full_mask(full, _nodes(job, mask), dst.write, feedback)
        dst.commit()
    report_mask(full.shape, tally, time.perf_counter() - start, feedback)
    return Summary(*full.shape, tally.valid)


def _nodes(job: MaskJob, mask: Header | None) -> MaskRaster | None:
    """Return the mask of the nodes, open."""
    if mask is None:
        return None
    dtype = mask.dtypes[job.mask_index - 1]
    return MaskRaster(Reader(mask.name), job.mask_index, dtype, job.mask_valid)


def _full_mask(job: MaskJob, shape: Shape, step: Shape, feedback: Feedback) -> FullMask:
    """Choose strips for a job within its memory limit; log them."""
    polygons = polygon_mask(
        job.valid_polygons, job.invalid_polygons, job.polygon_origin
    )
    threads = thread_count(job.threads)
    limit = (default_limit() if job.memory_limit is None else job.memory_limit) * MIB
    tile = TILE[0] * TILE[1] * 3
    if polygons is not None:
        tile += polygons.window_bytes(TILE)
    fixed = OVERHEAD + CACHE_SIZES[0] + threads * tile
    row = STRIPS_IN_FLIGHT * shape[1]
    if limit < fixed + row:
        raise GridrError(
            f"The memory limit of {limit // MIB} MiB is too small: this run needs at "
            f"least {-(-(fixed + row) // MIB)} MiB with {threads} thread(s). Raise the "
            "limit or use fewer threads."
        )
    rows = min((limit - fixed) // row, 4 * TILE[0], shape[0])
    if rows < shape[0]:
        rows = rows // TILE[0] * TILE[0] or rows
    full = FullMask(shape, step, polygons, threads, rows)
    feedback.info(
        f"Output: mask of {shape[0]} rows x {shape[1]} columns, resolution {step[0]} x "
        f"{step[1]} (pixels of the mask from node to node)."
    )
    feedback.info(pieces_line(full))
    feedback.info(memory_line(fixed + rows * row, limit))
    return full


def run_full_mask(
    full: FullMask, nodes: MaskRaster | None, write: Write, feedback: Feedback
) -> Tally:
    """Compute the tiles of a mask and hand its strips to `write`.

    Parameters
    ----------
    nodes : MaskRaster
        The mask of the nodes; its reader is closed at the end. None: all are valid.
    """

    def compute(tile: Window, strip: Strip, goes_on) -> Tally:
        valid_nodes = None
        if nodes is not None:
            window = node_window(tile, full.step)
            values = nodes.reader.read((nodes.index,), window, nodes.dtype)
            valid_nodes = values[0] == nodes.valid
        valid = full.compute(tile, valid_nodes)
        strip.valid[window_slices(window_relative(tile, strip.window))] = valid
        return Tally(valid=int(valid.sum()))

    try:
        return run_tiles(full, compute, write, feedback)
    finally:
        if nodes is not None:
            nodes.reader.close()
