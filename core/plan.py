"""The plan of a run: its strips and tiles under a memory limit. No pixel is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rasterio.windows import Window

from .errors import GridrError
from .grid import full_shape
from .memory import (
    MIB,
    MINIMAL_TILE,
    MemoryPlan,
    default_limit,
    least_bytes,
    row_bytes,
    share,
    tile_bytes,
)
from .options import StripTarget
from .report import memory_line, mib, pieces_line
from .task import Task
from .window import Shape, strips, tiles, window_shape

LARGEST_TILE = 1024
"""Rows and columns of an automatic tile: 1024 x 1024 was fastest on two threads,
256 x 256 took 1.7 times as long."""
USUAL_NEED = 1.25
"""Source pixels per output pixel of a tile where the grid has not been looked at."""
LEAST_TILE_ROWS = 64
"""Rows down to which tiles are lowered to give every thread work."""
TILES_PER_THREAD = 4
"""Tiles that every thread should find: their costs differ."""


@dataclass(frozen=True)
class Plan:
    """What a run will do, in what pieces, within what memory; picklable."""

    task: Task
    """What is to be done."""
    strip_rows: int
    """Output rows of a strip, the unit of writing."""
    tile_shape: Shape
    """Largest (rows, cols) of a tile, the unit of computing."""
    memory: MemoryPlan
    """Bytes of each part."""

    @property
    def shape(self) -> Shape:
        """Return the (rows, cols) of the output."""
        return window_shape(self.task.window)

    @property
    def bands(self) -> int:
        """Return the bands of the output."""
        return len(self.task.src_indexes)

    @property
    def dtype(self) -> str:
        """Return the type of the output."""
        return self.task.dst_dtype

    @property
    def threads(self) -> int:
        """Return the worker threads."""
        return self.task.threads

    def strips(self) -> Iterator[Window]:
        """Yield the strips in the order they are written."""
        return strips(self.task.window, self.strip_rows)

    def tiles(self, strip: Window) -> Iterator[Window]:
        """Yield the tiles of a strip."""
        return tiles(strip, self.tile_shape)

    def describe(self) -> list[str]:
        """Return the plan as lines for a log."""
        task, memory = self.task, self.memory
        rows, cols = full_shape(task.grid_row.shape, task.step)
        part = ""
        if self.shape != (rows, cols):
            first = f"row {task.window.row_off} and column {task.window.col_off}"
            part = f" (part of {rows} x {cols} from {first} on)"
        bands = ", ".join(map(str, task.src_indexes[:8]))
        bands += ", ..." if self.bands > 8 else ""
        return [
            f"Source: {task.src.shape[0]} rows x {task.src.shape[1]} columns, band(s) "
            f"{bands} of {task.src.count}.",
            f"Grid: {task.grid_row.shape[0]} x {task.grid_row.shape[1]} nodes, "
            f"resolution {task.step[0]} x {task.step[1]} (output pixels from node to "
            "node).",
            f"Output: {self.shape[0]} rows x {self.shape[1]} columns{part}, "
            f"{self.bands} band(s) of {self.dtype}, invalid pixels "
            f"{task.dst_nodata:g}; {task.job.interpolation.value} interpolation.",
            pieces_line(self),
            memory_line(
                memory.estimate,
                memory.limit,
                f" ({mib(memory.strips)} for strips, {mib(memory.cache)} for GDAL's "
                f"cache, {mib(memory.expected)} per thread for source pixels)",
            ),
        ]


def make_plan(task: Task, need: float = USUAL_NEED) -> Plan:
    """Choose strips and tiles for a task within its memory limit.

    Parameters
    ----------
    need
        Source pixels that a tile reads per output pixel: `nodes.source_need`.

    Raises
    ------
    GridrError
        If strip, tile or limit make no sense, or the limit is too small for one
        minimal tile per thread.
    """
    limit = _limit(task)
    least_rows, least_tile = _least_pieces(task)
    needed = least_bytes(task, least_rows, least_tile)
    if limit < needed:
        raise GridrError(
            f"The memory limit of {limit // MIB} MiB is too small: this run needs at "
            f"least {-(-needed // MIB)} MiB with {task.threads} thread(s). Raise the "
            "limit, or use fewer threads, smaller strips or a narrower window."
        )
    spare = limit - needed
    rows = _asked_rows(task) or _strip_rows(task, spare // 3)
    tile = _asked_tile(task, rows) or _tile_shape(
        task, rows, tile_bytes(task, least_tile) + spare // 8 // task.threads
    )
    return Plan(task, rows, tile, share(task, limit, rows, tile, need))


def least_limit(task: Task) -> int:
    """Return the smallest memory limit that a task can be run with [MiB]."""
    return -(-least_bytes(task, *_least_pieces(task)) // MIB)


def _least_pieces(task: Task) -> tuple[int, Shape]:
    """Return the rows of the smallest strips a task allows, and its smallest tile."""
    rows = _asked_rows(task) or 1
    tile = _asked_tile(task, rows) or (
        min(rows, MINIMAL_TILE),
        min(task.window.width, MINIMAL_TILE),
    )
    return rows, tile


def _limit(task: Task) -> int:
    """Return the memory limit in bytes."""
    asked = task.job.memory_limit
    if asked is not None and asked < 1:
        raise GridrError(f"The memory limit must be at least 1 MiB, got {asked}.")
    return (default_limit() if asked is None else asked) * MIB


def _asked_rows(task: Task) -> int | None:
    """Return the output rows of a strip as asked for, None for automatic."""
    size = task.job.strip_size
    if size is None:
        return None
    if size < 0:
        raise GridrError(f"The strip size must be 0 (one strip) or more, got {size}.")
    if task.job.strip_target is StripTarget.INPUT:
        size *= task.step[0]
    return min(size or task.window.height, task.window.height)


def _asked_tile(task: Task, strip_rows: int) -> Shape | None:
    """Return the tile shape as asked for, cut to the strip, None for automatic."""
    shape = task.job.tile_shape
    if shape is None:
        return None
    if min(shape) < 1:
        raise GridrError(f"The tile shape must be at least (1, 1), got {shape}.")
    return min(shape[0], strip_rows), min(shape[1], task.window.width)


def _strip_rows(task: Task, budget: int) -> int:
    """Return the rows of an automatic strip that fit a budget of bytes."""
    rows = 1 + budget // row_bytes(task)
    if rows >= task.window.height and task.window.height <= LARGEST_TILE:
        return task.window.height
    rows = min(rows, LARGEST_TILE)
    # whole rows of the output's blocks, so that each block is written once
    return rows // _block_size(rows) * _block_size(rows)


def _block_size(rows: int) -> int:
    """Return the power of two, at most 256, that is the height of output blocks."""
    return min(256, 1 << (rows.bit_length() - 1))


def _tile_shape(task: Task, strip_rows: int, budget: int) -> Shape:
    """Return an automatic tile shape that fits a budget and feeds all threads."""
    rows = min(strip_rows, LARGEST_TILE)
    cols = _equal_parts(task.window.width, LARGEST_TILE)
    while tile_bytes(task, (rows, cols)) > budget and max(rows, cols) > MINIMAL_TILE:
        rows, cols = (rows, -(-cols // 2)) if cols >= rows else (-(-rows // 2), cols)
    wanted = TILES_PER_THREAD * task.threads
    while rows > LEAST_TILE_ROWS and _tile_count(task, (rows, cols)) < wanted:
        rows = -(-rows // 2)
    return rows, cols


def _equal_parts(size: int, largest: int) -> int:
    """Return the size of parts of about equal size, none over `largest`."""
    return -(-size // -(-size // largest))


def _tile_count(task: Task, shape: Shape) -> int:
    """Return about how many tiles of a shape the window has."""
    rows, cols = task.window.height, task.window.width
    return -(-rows // shape[0]) * -(-cols // shape[1])
