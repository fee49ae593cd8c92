"""The plan of a run: its pieces under a memory limit. No source pixel is read."""

from __future__ import annotations

from dataclasses import dataclass

from rasterio.windows import Window

from ..errors import GridrError
from ..grid.grid import Grid
from ..options import Job, StripTarget
from ..raster.creation import BLOCK
from ..window import Shape
from .layout import (
    LARGEST_TILE,
    LEAST_TILE_ROWS,
    TILES_PER_THREAD,
    Layout,
    largest_tile,
    minimal_tile,
)
from .memory import (
    CACHE_SIZES,
    Costs,
    MemoryPlan,
    check_limit,
    job_costs,
    limit_bytes,
    mask_costs,
    share,
    within_space,
)
from .need import source_need
from .resolved import ResolvedJob, ResolvedMaskJob

USUAL_NEED = 1.25
"""Source pixels per output pixel, or fine one, of a tile where the grid has not been
looked at."""


@dataclass(frozen=True)
class Plan:
    """What a resampling run will do, in what pieces, in what memory; picklable."""

    resolved: ResolvedJob
    """What is to be done."""
    layout: Layout
    """Its strips and tiles."""
    memory: MemoryPlan
    """Bytes of each part."""


@dataclass(frozen=True)
class MaskPlan:
    """What a run that builds a mask will do, in what pieces, in what memory."""

    resolved: ResolvedMaskJob
    """What is to be done."""
    layout: Layout
    """Its strips and tiles."""
    memory: MemoryPlan
    """Bytes of each part."""


def make_plan(resolved: ResolvedJob, grid: Grid | None = None) -> Plan:
    """Choose strips and tiles for a job within its memory limit.

    Parameters
    ----------
    resolved : ResolvedJob
        What is to be done.
    grid : Grid
        Its nodes: a look at some of them tells how much of the source tiles read. The
        layout is the same without.

    Raises
    ------
    GridrError
        If strip, tile or limit make no sense, or the limit is too small for one
        minimal tile per thread.
    """
    job, costs = resolved.job, job_costs(resolved)
    rows = _asked_rows(job, resolved.window, resolved.step)
    fine = resolved.oversampling
    pieces = _Pieces(
        resolved.window, resolved.threads, costs, rows, job.tile_shape, fine
    )
    limit = limit_bytes(job.memory_limit)
    if job.memory_limit_grows:
        limit = max(limit, 2 * pieces.least_bytes())
    limit = pieces.in_space(limit)
    strip_rows, tile_shape = pieces.within(limit)
    layout = Layout(
        resolved.window,
        strip_rows,
        tile_shape,
        resolved.threads,
        resolved.dst_dtype,
        resolved.order,
        resolved.dst_nodata,
    )
    need = USUAL_NEED * fine[0] * fine[1]
    if grid is not None:
        need = source_need(resolved, grid)
    return Plan(resolved, layout, share(resolved, layout, limit, need))


def make_mask_plan(resolved: ResolvedMaskJob) -> MaskPlan:
    """Choose strips and tiles for a mask within its memory limit.

    Raises
    ------
    GridrError
        If the limit is too small for one minimal tile per thread.
    """
    costs, threads = mask_costs(resolved), resolved.threads
    all_pieces = _Pieces(resolved.window, threads, costs)
    limit = all_pieces.in_space(limit_bytes(resolved.job.memory_limit))
    pieces = all_pieces.within(limit)
    estimate = costs.least(*pieces, threads)
    strips, tile = pieces[0] * costs.row, costs.tile(pieces[1])
    memory = MemoryPlan(limit, CACHE_SIZES[0], strips, tile, 0, 0, estimate)
    return MaskPlan(resolved, Layout(resolved.window, *pieces, threads), memory)


@dataclass(frozen=True)
class _Pieces:
    """How strips and tiles are chosen."""

    window: Window
    """The part of the full output to compute."""
    threads: int
    """Worker threads."""
    costs: Costs
    """Bytes of pieces."""
    asked_rows: int | None = None
    """Output rows of a strip, None for automatic."""
    asked_tile: Shape | None = None
    """Shape of a tile, None for automatic."""
    fine: Shape = (1, 1)
    """Fine pixels per output pixel (rows, cols)."""

    def __post_init__(self) -> None:
        """Refuse tiles without a pixel."""
        if self.asked_tile is not None and min(self.asked_tile) < 1:
            raise GridrError(
                "The tile shape must be at least (1, 1), got {shape}. Give more rows "
                "and columns, or none for automatic ones.",
                shape=self.asked_tile,
            )

    def in_space(self, limit: int) -> int:
        """Return a limit in bytes, cut to what the system gives this process."""
        return within_space(
            limit, self.least_bytes(), self.threads, self.costs.remedies
        )

    def within(self, limit: int) -> tuple[int, Shape]:
        """Return strip rows and tile shape that a limit in bytes allows."""
        needed = self.least_bytes()
        check_limit(limit, needed, self.threads, self.costs.remedies)
        spare = limit - needed
        # a third for strips; an eighth for tiles, 0.28 with what the heap keeps; the
        # rest for GDAL's cache and for source pixels, which decide what is cut
        rows = self.asked_rows or self._strip_rows(spare // 3)
        least = self.costs.tile(self._least()[1])
        budget = least + spare // 8 // self.threads
        return rows, self._tile_as_asked(rows) or self._tile_shape(rows, budget)

    def least_bytes(self) -> int:
        """Return what the smallest pieces need."""
        return self.costs.least(*self._least(), self.threads)

    def _least(self) -> tuple[int, Shape]:
        """Return the rows of the smallest strips, and the smallest tile."""
        rows, side = self.asked_rows or 1, minimal_tile(self.fine)
        smallest = min(rows, side), min(self.window.width, side)
        return rows, self._tile_as_asked(rows) or smallest

    def _tile_as_asked(self, strip_rows: int) -> Shape | None:
        """Return the tile shape as asked for, cut to the strip, None for automatic."""
        if self.asked_tile is None:
            return None
        rows, cols = self.asked_tile
        return min(rows, strip_rows), min(cols, self.window.width)

    def _strip_rows(self, budget: int) -> int:
        """Return the rows of an automatic strip that fit a budget of bytes."""
        rows = 1 + budget // self.costs.row
        if rows >= self.window.height and self.window.height <= LARGEST_TILE:
            return int(self.window.height)
        rows = min(rows, LARGEST_TILE)
        # whole rows of the output's blocks, so that each block is written once
        block = min(BLOCK, 1 << (rows.bit_length() - 1))
        return rows // block * block

    def _tile_shape(self, strip_rows: int, budget: int) -> Shape:
        """Return an automatic tile shape that fits a budget and feeds all threads."""
        largest, least = largest_tile(self.fine), minimal_tile(self.fine)
        rows = min(strip_rows, largest[0])
        cols = _equal_share(self.window.width, largest[1])
        while self.costs.tile((rows, cols)) > budget and max(rows, cols) > least:
            halves = (rows, -(-cols // 2)), (-(-rows // 2), cols)
            rows, cols = halves[0] if cols >= rows else halves[1]
        wanted = TILES_PER_THREAD * self.threads
        while rows > LEAST_TILE_ROWS and self._tile_count((rows, cols)) < wanted:
            rows = -(-rows // 2)
        return rows, cols

    def _tile_count(self, shape: Shape) -> int:
        """Return about how many tiles of a shape the window has."""
        rows, cols = self.window.height, self.window.width
        return int(-(-rows // shape[0]) * -(-cols // shape[1]))


def _asked_rows(job: Job, window: Window, step: Shape) -> int | None:
    """Return the output rows of a strip as asked for, None for automatic."""
    size = job.strip_size
    if size is None:
        return None
    if size < 0:
        raise GridrError(
            "The strip size must be 0 (one strip) or more, got {size}. Give more, or "
            "none for an automatic one.",
            size=size,
        )
    if job.strip_target is StripTarget.INPUT:
        size *= step[0]
    return int(min(size or window.height, window.height))


def _equal_share(size: int, largest: int) -> int:
    """Return the size of shares of about equal size, none over `largest`."""
    return -(-size // -(-size // largest))
