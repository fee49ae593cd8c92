"""How many bytes a run allocates, and what a memory limit leaves to each part.

Pure arithmetic. A run holds GDAL's block cache, `STRIPS_IN_FLIGHT` output strips, and
per thread one tile: its nodes, the values of a pass, and the source pixels of one piece
of it.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from rasterio.windows import Window

from . import machine
from .grid import node_window
from .kernels.window import PASS_PIXELS
from .options import SourceValidity
from .source import Source
from .task import Task
from .window import Shape, window_of, window_shape

MIB = 2**20
STRIPS_IN_FLIGHT = 2
"""One is computed while the one before is written."""
OVERHEAD = 12 * MIB
"""Handles, stacks and heaps of a run that no array shows."""
THREAD_OVERHEAD = 4 * MIB
"""The same of each worker thread."""
HEAP = 15 * MIB
"""Most that the system's allocator keeps of a thread's freed arrays; else one and a
quarter times what is in use (measured, with glibc)."""
CACHE_SIZES = (4 * MIB, 64 * MIB)
"""Least and most that GDAL's block cache is given; 256 MiB were no faster, also where
the source is compressed and read on the slant."""
DEFAULT_LIMITS = (256, 2048)
"""Least and most MiB of the default limit, else a quarter of the machine's memory."""
MINIMAL_TILE = 32
"""Rows and columns below which a tile is not cut for its source window."""
AMPLE = 1.25
"""Times the source pixels that some tiles of the grid read for which a tile has room;
others are cut."""
NODE_BYTES = 20
"""Per node of a tile: its position, and the blocks of the grid it is read through."""
GATHER_BYTES = 96
"""Per pixel of a gathered piece, besides 16 per band: positions twice, keys, order."""
GATHER_SHARE = 2 / 3
"""Share of a gathered piece's memory that its pixels take; a cell of the source takes a
quarter."""


class MemoryPlan(NamedTuple):
    """What each part of a run may allocate [bytes]."""

    limit: int
    """What the user allowed."""
    cache: int
    """GDAL's block cache."""
    strips: int
    """All output strips in flight."""
    tile: int
    """Nodes and values of one tile, per thread."""
    source: int
    """Source pixels of one piece of a tile with their mask, per thread."""
    expected: int
    """The same, no more than the whole source needs."""
    estimate: int
    """All together, as far as the source is large enough to need it."""


def default_limit() -> int:
    """Return the memory limit for a user who gave none [MiB]."""
    least, most = DEFAULT_LIMITS
    total = machine.memory()
    return 2 * least if total is None else min(max(total // 4, least), most)


def row_bytes(task: Task) -> int:
    """Return the bytes of one output row in all strips in flight."""
    pixel = len(task.src_indexes) * np.dtype(task.dst_dtype).itemsize + 1
    return STRIPS_IN_FLIGHT * task.window.width * pixel


def _block_pixel_bytes(task: Task) -> int:
    """Return the bytes of one source pixel in all bands that are read."""
    return len(task.read_indexes) * np.dtype(task.block_dtype).itemsize


def src_pixel_bytes(task: Task) -> int:
    """Return the bytes that one source pixel takes while it is read, at most."""
    bands = len(task.read_indexes)
    pixel = _block_pixel_bytes(task) + 1
    if task.job.src_validity is SourceValidity.DATASET_MASK:
        # GDAL makes a mask of nodata from the masks of all the bands of the dataset
        pixel += task.src.count
    if task.src_mask is not None:
        pixel += (
            1 + np.dtype(task.src_mask.dtypes[task.job.src_mask_index - 1]).itemsize
        )
    if task.polygons is not None:
        pixel += 2
    if task.method.prefilter is not None:
        # as float64, and the part of that which is kept; again while holes are filled
        return (2 if _may_have_holes(task) else 1) * pixel + 16 * bands
    return 2 * pixel if task.trusted else pixel


def _may_have_holes(task: Task) -> bool:
    """Tell whether padding or source pixels may have to be filled in."""
    floats = np.dtype(task.block_dtype).kind == "f"
    tagged = any(value is not None for value in task.src_nodata)
    return floats or tagged or task.trusted


def read_bytes(task: Task, source: Source, window: Window) -> int:
    """Return the bytes that reading a window of a source takes."""
    rows, cols = source.read_shape(window)
    return rows * cols * src_pixel_bytes(task)


def tile_bytes(task: Task, shape: Shape) -> int:
    """Return the bytes that one tile needs besides its source pixels."""
    rows, cols = shape
    nodes = window_shape(node_window(window_of(((0, rows), (0, cols))), task.step))
    # a tile may begin between nodes and then touches one more on each axis
    node_bytes = NODE_BYTES * (nodes[0] + 1) * (nodes[1] + 1)
    held = min(rows * cols, max(PASS_PIXELS, cols))
    values = held * (17 + 8 * len(task.read_indexes))
    polygons = 0 if task.polygons is None else task.polygons.window_bytes((0, 0))
    return node_bytes + values + polygons


def thread_bytes(arrays: int) -> int:
    """Return the bytes that a worker thread takes for this many bytes of arrays."""
    return arrays + min(arrays * 5 // 4, HEAP) + THREAD_OVERHEAD


def fixed_bytes(task: Task) -> int:
    """Return the bytes that a run holds whatever its pieces are."""
    return OVERHEAD + (0 if task.polygons is None else task.polygons.nbytes())


def gather_pixel_bytes(task: Task) -> int:
    """Return the bytes that one pixel of a gathered piece needs."""
    return GATHER_BYTES + 16 * len(task.read_indexes)


def _around(task: Task) -> int:
    """Return the rows that a prefilter reads besides those of a window."""
    prefilter = task.method.prefilter
    if prefilter is None:
        return 0
    return 2 * (prefilter.margin + (prefilter.reach if _may_have_holes(task) else 0))


def least_source_bytes(task: Task) -> int:
    """Return the smallest useful share of a thread for source pixels."""
    around = _around(task)
    pixels = 4 * (2 * MINIMAL_TILE + around) ** 2
    # a smaller source with its padding is read at once
    whole = (task.src.shape[0] + around) * (task.src.shape[1] + around)
    pixel = src_pixel_bytes(task)
    return MINIMAL_TILE**2 * gather_pixel_bytes(task) + min(pixels, 2 * whole) * pixel


def least_bytes(task: Task, rows: int, tile: Shape) -> int:
    """Return what a run of these strip rows and tiles needs at the very least."""
    thread = thread_bytes(tile_bytes(task, tile) + least_source_bytes(task))
    strips = row_bytes(task) * min(rows, task.window.height)
    return fixed_bytes(task) + CACHE_SIZES[0] + strips + task.threads * thread


def _ample(task: Task, tile: Shape, need: float) -> int:
    """Return the bytes of source pixels beyond which a tile is rather cut."""
    around = _around(task)
    side = (AMPLE * need * tile[0] * tile[1]) ** 0.5
    at_once = int((side + around) ** 2) * src_pixel_bytes(task)
    gathered = tile[0] * tile[1] * gather_pixel_bytes(task) / GATHER_SHARE
    return min(at_once, int(gathered))


def share(task: Task, limit: int, rows: int, tile: Shape, need: float) -> MemoryPlan:
    """Divide a limit among the parts of a run with these strip rows and tiles.

    The limit must be at least `least_bytes` of the same; `need` is how many source
    pixels a tile reads per output pixel.
    """
    spare = limit - least_bytes(task, rows, tile)
    src_pixels = task.src.shape[0] * task.src.shape[1]
    pixel = src_pixel_bytes(task)
    strips = row_bytes(task) * min(rows, task.window.height)
    # whole blocks of data go past GDAL's cache, those of the 1-bit mask do not
    data = src_pixels * _block_pixel_bytes(task)
    traffic = data + task.window.height * task.window.width
    cache = CACHE_SIZES[0] + max(0, min(spare // 4, traffic, CACHE_SIZES[1]))
    left = (spare - (cache - CACHE_SIZES[0])) // task.threads
    # a part of what is left, because the heap may keep the rest
    source = least_source_bytes(task) + min(left * 2 // 5, _ample(task, tile, need))
    needed = min(source, least_source_bytes(task) + src_pixels * pixel)
    tile_size = tile_bytes(task, tile)
    threads = task.threads * thread_bytes(tile_size + needed)
    estimate = fixed_bytes(task) + cache + strips + threads
    return MemoryPlan(limit, cache, strips, tile_size, source, needed, estimate)
