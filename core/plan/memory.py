"""How many bytes a run allocates, and what a memory limit leaves to each part.

Pure arithmetic. A run holds GDAL's block cache, `STRIPS_IN_FLIGHT` output strips, and
per thread one tile: its nodes, the values of a pass, and the source pixels of one piece
of it.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import numpy as np

from ..errors import GridrError
from ..grid.geometry import node_window
from ..grid.lattice import Lattice
from ..kernels.plain import antialias
from ..kernels.plain.fill import PASS_PIXELS
from ..machine import MIB, address_space, default_memory_limit, memory, run_space
from ..message import Message
from ..options import SourceValidity
from ..window import Shape, window_of, window_shape
from .layout import Layout, least_gathered, minimal_tile
from .resolved import ResolvedJob, ResolvedMaskJob

STRIPS_IN_FLIGHT = 2
"""One is computed while the one before is written."""
OVERHEAD = 12 * MIB
"""Handles, stacks and heaps of a run that no array shows, as benchmarks/memory.py finds
them: with it every job of the benchmarks stays below its estimate."""
THREAD_OVERHEAD = 4 * MIB
"""Handles, stack and heap of each worker thread, besides."""
HEAP = 15 * MIB
"""Most that the system's allocator keeps of a thread's freed arrays."""
KEPT, FILTERED_KEPT = 1.25, 0.0
"""Times what is in use that it keeps else (measured, with glibc), and where a filter
works: its largest arrays go back to the system at once. What is kept there of small
tiles, up to 20 MiB with four bands, `OVERHEAD` holds: runs of 2 x 2 and 3 x 3 source
pixels per output pixel take 0.52 to 0.92 of their estimates."""
CACHE_SIZES = (4 * MIB, 64 * MIB)
"""Least and most that GDAL's block cache is given; 256 MiB were no faster, also where
the source is compressed and read on the slant."""
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
COORDINATES = 16
"""Per node, its row and its column."""
HELD_COMPILED = 131072, 4
"""Fine pixels, and least output rows, that machine code holds at a time."""
FINE_BYTES = 20, 10
"""Per fine pixel that NumPy holds, and that machine code does, besides 8 per band: what
it weighs, and its share of the weighted lines."""
MASK_BYTES = 3
"""Per pixel of a tile of a mask: its validity, and what polygons leave of it."""


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
    """Source pixels of one piece, as far as the source has so many."""
    estimate: int
    """All together, as far as the source is large enough to need it."""


class Costs(NamedTuple):
    """What the pieces of a run take [bytes], whatever the run is."""

    fixed: int
    """Held in any case, besides the least of GDAL's cache."""
    row: int
    """One output row in all strips in flight."""
    tile: Callable[[Shape], int]
    """One tile of a shape (rows, cols), besides its source pixels."""
    source: int
    """The smallest useful share of a thread for source pixels."""
    remedies: str
    """What a user may do to need less."""
    kept: float = KEPT
    """Times its arrays that a thread's heap keeps of freed ones."""

    def thread(self, arrays: int) -> int:
        """Return what a worker thread takes for this many bytes of arrays."""
        return arrays + min(int(arrays * self.kept), HEAP) + THREAD_OVERHEAD

    def least(self, rows: int, tile: Shape, threads: int) -> int:
        """Return what a run of these strip rows and tiles needs at the very least."""
        thread = self.thread(self.tile(tile) + self.source)
        return self.fixed + CACHE_SIZES[0] + rows * self.row + threads * thread


def job_costs(resolved: ResolvedJob) -> Costs:
    """Return what the pieces of a resampling run take."""
    pixel = len(resolved.src_indexes) * np.dtype(resolved.dst_dtype).itemsize + 1
    return Costs(
        OVERHEAD + (0 if resolved.polygons is None else resolved.polygons.nbytes()),
        STRIPS_IN_FLIGHT * resolved.window.width * pixel,
        partial(tile_bytes, resolved),
        least_source_bytes(resolved),
        Message("fewer threads, smaller strips or a narrower window"),
        KEPT if resolved.lattice.filtering is None else FILTERED_KEPT,
    )


def mask_costs(resolved: ResolvedMaskJob) -> Costs:
    """Return what the pieces of a run that builds a mask take."""
    polygons, mask = resolved.polygons, resolved.mask
    index = resolved.job.mask_index
    node = 0 if mask is None else np.dtype(mask.dtypes[index - 1]).itemsize + 1

    def tile(shape: Shape) -> int:
        painted = 0 if polygons is None else polygons.window_bytes(shape)
        nodes = _tile_nodes(shape, resolved.step) * node
        return shape[0] * shape[1] * MASK_BYTES + nodes + painted

    held = 0 if polygons is None else polygons.nbytes()
    row = STRIPS_IN_FLIGHT * resolved.window.width
    return Costs(OVERHEAD + held, row, tile, 0, Message("fewer threads"))


def check_limit(limit: int, needed: int, threads: int, remedies: str) -> None:
    """Refuse a memory limit below what a run needs at least [bytes].

    Parameters
    ----------
    limit, needed : int
        What is allowed, and needed.
    threads : int
        Worker threads that it is needed for.
    remedies : str
        What a user may do besides raising the limit.

    Raises
    ------
    GridrError
        With what it needs.
    """
    if limit < needed:
        raise GridrError(
            "The memory limit of {limit} MiB is too small: this run needs at least "
            "{needed} MiB with {threads} thread(s). Raise the limit, or use "
            "{remedies}.",
            limit=limit // MIB,
            needed=-(-needed // MIB),
            threads=threads,
            remedies=remedies,
        )


def limit_bytes(asked: int | None) -> int:
    """Return a memory limit in bytes, the machine's default for None.

    Raises
    ------
    GridrError
        If it is not at least 1 MiB.
    """
    if asked is not None and asked < 1:
        raise GridrError(
            "The memory limit must be at least 1 MiB, got {asked}. Give more, or none "
            "for a quarter of the machine's memory.",
            asked=asked,
        )
    return (default_memory_limit() if asked is None else asked) * MIB


def within_space(limit: int, needed: int, threads: int, remedies: str) -> int:
    """Return a memory limit, cut to what the system lets this process take [bytes].

    Parameters
    ----------
    limit, needed, threads, remedies
        As `check_limit` takes them.

    Raises
    ------
    GridrError
        If that is less than the run needs: libraries would end the process.
    """
    left, besides = address_space(), run_space(threads)
    if left is None:
        return limit
    if left < needed + besides:
        raise GridrError(
            "The system lets this process take {left} MiB of memory more (ulimit -v), "
            "and this run needs {needed} with {threads} thread(s). Raise that limit, "
            "or use {remedies}.",
            left=left // MIB,
            needed=-(-(needed + besides) // MIB),
            threads=threads,
            remedies=remedies,
        )
    return min(limit, left - besides)


def check_held(nbytes: int, threads: int = 1) -> None:
    """Refuse an output in memory that the machine, or this process, could not hold.

    Raises
    ------
    GridrError
        With what it would take.
    """
    needed, total = nbytes // MIB, memory()
    if total is not None and needed > total:
        raise GridrError(
            "The output would take {needed} MiB, and this machine has {total}. "
            "Compute windows of it, or use files.",
            needed=needed,
            total=total,
        )
    within_space(nbytes, nbytes, threads, Message("fewer threads or a smaller window"))


def _patch_pixel_bytes(resolved: ResolvedJob) -> int:
    """Return the bytes of one source pixel in all bands that are read."""
    return len(resolved.read_indexes) * np.dtype(resolved.patch_dtype).itemsize


def src_pixel_bytes(resolved: ResolvedJob) -> int:
    """Return the bytes that one source pixel takes while it is read, at most."""
    bands = len(resolved.read_indexes)
    pixel = _patch_pixel_bytes(resolved) + 1
    if resolved.job.src_validity is SourceValidity.DATASET_MASK:
        # GDAL makes a mask of nodata from the masks of all the bands of the dataset
        pixel += resolved.src.count
    if resolved.src_mask is not None:
        pixel += (
            1
            + np.dtype(
                resolved.src_mask.dtypes[resolved.job.src_mask_index - 1]
            ).itemsize
        )
    if resolved.polygons is not None:
        pixel += 2
    copies = 2 if resolved.trusted or _may_have_holes(resolved) else 1
    if resolved.method.prefilter is not None:
        # as float64, and the part of that which is kept
        return copies * pixel + 16 * bands
    return 2 * pixel if resolved.trusted else pixel


def _may_have_holes(resolved: ResolvedJob) -> bool:
    """Tell whether source pixels may be invalid by themselves, and be filled in."""
    rule = resolved.job.src_validity
    if (
        rule is SourceValidity.DATASET_MASK
        or np.dtype(resolved.patch_dtype).kind == "f"
    ):
        return True
    tagged = any(value is not None for value in resolved.src_nodata)
    return tagged and rule is not SourceValidity.NONE


def tile_bytes(resolved: ResolvedJob, shape: Shape) -> int:
    """Return the bytes that one tile needs besides its source pixels."""
    rows, cols = shape
    lattice, bands = resolved.lattice, len(resolved.read_indexes)
    if lattice.filtering is None:
        node_bytes = NODE_BYTES * _tile_nodes(shape, resolved.step)
        held = min(rows * cols, max(PASS_PIXELS, cols))
    else:
        # the nodes between which fine pixels lie, and once more those of the tile
        wide = rows + 2 * lattice.margin[0] + 2, cols + 2 * lattice.margin[1] + 2
        nodes = _tile_nodes(wide, resolved.step), _tile_nodes(shape, resolved.step)
        node_bytes = NODE_BYTES * nodes[0] + 2 * COORDINATES * sum(nodes)
        held = min(PASS_PIXELS, math.prod(lattice.fine_shape(shape)))
    values = held * (17 + 8 * bands) + filtered_bytes(lattice, shape, bands)
    polygons = (
        0 if resolved.polygons is None else resolved.polygons.window_bytes((0, 0))
    )
    return node_bytes + values + polygons


def filtered_bytes(lattice: Lattice, shape: Shape, bands: int) -> int:
    """Return the bytes of the fine pixels of a tile that are held at a time.

    Of NumPy or of machine code, whichever takes more.
    """
    if lattice.filtering is None:
        return 0
    rows, width = lattice.fine_shape(shape)
    tiers = (antialias.HELD_PIXELS, antialias.LEAST_ROWS), HELD_COMPILED
    sizes = []
    for (held, least_rows), each in zip(tiers, FINE_BYTES):
        least = lattice.fine[0] * width * (least_rows + 2 * lattice.margin[0])
        held = min(rows * width, max(held, least))
        sizes.append(held * (8 * bands + each))
    return max(sizes)


def _tile_nodes(shape: Shape, step: Shape) -> int:
    """Return how many nodes a tile of a shape depends on, at most."""
    rows, cols = shape
    nodes = window_shape(node_window(window_of(((0, rows), (0, cols))), step))
    # a tile may begin between nodes and then touches one more on each axis
    return (nodes[0] + 1) * (nodes[1] + 1)


def gather_pixel_bytes(resolved: ResolvedJob) -> int:
    """Return the bytes that one pixel of a gathered piece needs."""
    return GATHER_BYTES + 16 * len(resolved.read_indexes)


def _around(resolved: ResolvedJob) -> int:
    """Return the rows that a prefilter reads besides those of a window."""
    prefilter = resolved.method.prefilter
    if prefilter is None:
        return 0
    rim = prefilter.hole_reach if _may_have_holes(resolved) else 0
    return 2 * (prefilter.around + rim)


def least_source_bytes(resolved: ResolvedJob) -> int:
    """Return the smallest useful share of a thread for source pixels."""
    around, lattice = _around(resolved), resolved.lattice
    side = minimal_tile(lattice.fine)
    rows, cols = lattice.fine_shape((side, side))
    gathered = math.prod(lattice.fine_shape((least_gathered(lattice.fine),) * 2))
    pixels = 4 * (2 * rows + around) * (2 * cols + around)
    # a smaller source with its padding is read at once
    whole = (resolved.src.shape[0] + around) * (resolved.src.shape[1] + around)
    pixel = src_pixel_bytes(resolved)
    return gathered * gather_pixel_bytes(resolved) + min(pixels, 2 * whole) * pixel


def _ample(resolved: ResolvedJob, tile: Shape, need: float) -> int:
    """Return the bytes of source pixels beyond which a tile is rather cut."""
    around = _around(resolved)
    side = (AMPLE * need * tile[0] * tile[1]) ** 0.5
    at_once = int((side + around) ** 2) * src_pixel_bytes(resolved)
    pixels = math.prod(resolved.lattice.fine_shape(tile))
    gathered = pixels * gather_pixel_bytes(resolved) / GATHER_SHARE
    return min(at_once, int(gathered))


def share(resolved: ResolvedJob, layout: Layout, limit: int, need: float) -> MemoryPlan:
    """Divide a limit among the parts of a run with this layout.

    The limit must be at least what `job_costs` says of it; `need` is how many source
    pixels a tile reads per output pixel.
    """
    costs, threads = job_costs(resolved), layout.threads
    spare = limit - costs.least(layout.strip_rows, layout.tile_shape, threads)
    src_pixels = resolved.src.shape[0] * resolved.src.shape[1]
    # whole blocks of data go past GDAL's cache, those of the 1-bit mask do not
    traffic = src_pixels * _patch_pixel_bytes(resolved) + layout.pixels
    least, most = CACHE_SIZES
    cache = least + max(0, min(spare // 4, traffic, most - least))
    left = (spare - (cache - least)) // threads
    ample = _ample(resolved, layout.tile_shape, need)
    # a little less, for the overhead of rounding
    source = costs.source + min(int(0.9 * left / (1 + costs.kept)), ample)
    needed = min(source, costs.source + src_pixels * src_pixel_bytes(resolved))
    tile = costs.tile(layout.tile_shape)
    strips = min(STRIPS_IN_FLIGHT * layout.strip_rows, layout.shape[0])
    strips = strips * costs.row // STRIPS_IN_FLIGHT
    all_threads = threads * costs.thread(tile + needed)
    estimate = costs.fixed + cache + strips + all_threads
    return MemoryPlan(limit, cache, strips, tile, source, needed, estimate)
