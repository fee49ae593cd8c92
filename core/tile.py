"""One tile: read its nodes, read its source pixels, compute its output pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import NamedTuple

import numpy as np
from rasterio.windows import Window

from .dataset import Reader
from .errors import Cancelled
from .gather import gather
from .grid import Nodes, node_window, source_window
from .interpolation import METHODS
from .kernels.nodes import count_orientations, mask_nodes
from .mask import block_valid, nodata_in, nodata_of
from .memory import MINIMAL_TILE, gather_pixel_bytes, src_pixel_bytes
from .options import SourceValidity
from .plan import Plan
from .resample import Block, Target, resample_block
from .task import Task
from .window import window_halves, window_shape

SCATTERED = 1.5
"""Halves of a tile that together read this much more than the whole tile are not
neighbours in the source: cutting further would read the same pixels again and again.
A rotation by 45 degrees has 1.13, a scatter 2."""


class Tally(NamedTuple):
    """What was counted in some tiles; tallies of tiles add up."""

    valid: int = 0
    """Valid output pixels."""
    equal_nodata: int = 0
    """Valid pixels that equal the output's nodata in a band."""
    nodes: int = 0
    """Grid nodes read (those between two tiles count for both)."""
    masked_nodes: int = 0
    """Masked ones among them."""
    cells: int = 0
    """Grid cells that turn as rows x cols do."""
    turned_cells: int = 0
    """Grid cells that turn the other way."""
    read_pixels: int = 0
    """Source pixels read."""

    def plus(self, other: Tally) -> Tally:
        """Return the sum of two tallies."""
        return Tally(*(mine + its for mine, its in zip(self, other)))


class TileResult(NamedTuple):
    """Output pixels of one tile."""

    data: np.ndarray
    """Shape (bands, rows, cols), in the output's type."""
    valid: np.ndarray
    """bool, shape (rows, cols)."""
    tally: Tally
    """What was counted."""


class Readers:
    """The rasters of a task, open for all threads."""

    def __init__(self, task: Task):
        self._open = ExitStack()
        self.src = self._reader(task.src.name)
        self.grid_row = self._reader(task.grid_row.name)
        same = task.grid_col.name == task.grid_row.name
        self.grid_col = self.grid_row if same else self._reader(task.grid_col.name)

    def _reader(self, name: str) -> Reader:
        reader = Reader(name)
        self._open.callback(reader.close)
        return reader

    def __enter__(self) -> Readers:
        """Return the readers."""
        return self

    def __exit__(self, *exception) -> None:
        """Close them."""
        self._open.close()


def compute_tile(
    plan: Plan,
    tile: Window,
    readers: Readers | None = None,
    goes_on: Callable[[], bool] = lambda: True,
) -> TileResult:
    """Return the output pixels of a tile; needs nothing but its plan.

    Parameters
    ----------
    plan
        Of the run.
    tile
        Window of the full output.
    readers
        Rasters that are open already; by default they are opened for this tile.
    goes_on
        Asked between pieces of work; False raises `Cancelled`.
    """
    if readers is None:
        with Readers(plan.task) as own:
            return compute_tile(plan, tile, own, goes_on)
    task = plan.task
    nodes, masked = _read_nodes(task, readers, tile)
    target = Target(
        np.empty((len(task.src_indexes), *window_shape(tile)), task.dst_dtype),
        np.empty(window_shape(tile), bool),
        tile,
        task.order,
        task.dst_nodata,
    )
    counts = np.zeros(2, np.int64)
    read_pixels = 0

    def read_block(window: Window) -> Block:
        nonlocal read_pixels
        if not goes_on():
            raise Cancelled
        read_pixels += window.height * window.width
        return _read_block(task, readers.src, window)

    for piece in pieces(plan, nodes, tile):
        if piece.scattered:
            budget = plan.memory.source // 4
            counts += gather(task, nodes, piece.window, target, read_block, budget)
        elif piece.src_window is None:
            target.put_nothing(piece.window)
        else:
            block = read_block(piece.src_window)
            method = task.job.interpolation
            counts += resample_block(nodes, piece.window, block, method, target)
    cells = count_orientations(*nodes.positions)
    tally = Tally(
        *counts.tolist(), nodes.positions[0].size, masked, *cells, read_pixels
    )
    return TileResult(target.data, target.valid, tally)


class Piece(NamedTuple):
    """A part of a tile that is computed at a time."""

    window: Window
    """Window of the full output."""
    src_window: Window | None
    """Source pixels it reads at once; None for nothing, or if scattered."""
    scattered: bool = False
    """Whether its pixels are gathered from cells of the source."""


def pieces(plan: Plan, nodes: Nodes, window: Window) -> Iterator[Piece]:
    """Cut a window until the source pixels of each piece fit the plan's memory.

    The windows of the pieces hold every pixel of the window exactly once.
    """
    size = _source_bytes(plan.task, nodes, window)
    if size <= plan.memory.source:
        yield Piece(window, _source_window(plan.task, nodes, window))
        return
    small = max(window_shape(window)) <= MINIMAL_TILE
    halves = () if small else window_halves(window)
    parts = sum(_source_bytes(plan.task, nodes, half) for half in halves)
    if small or parts > SCATTERED * size:
        yield from _gathered(plan, window)
        return
    for half in halves:
        yield from pieces(plan, nodes, half)


def _gathered(plan: Plan, window: Window) -> Iterator[Piece]:
    """Cut a window to gather until the positions of each piece fit the memory."""
    pixels = plan.memory.source // 2 // gather_pixel_bytes(plan.task)
    if window.height * window.width <= max(pixels, MINIMAL_TILE**2):
        yield Piece(window, None, scattered=True)
        return
    for half in window_halves(window):
        yield from _gathered(plan, half)


def _source_window(task: Task, nodes: Nodes, window: Window) -> Window | None:
    """Return the source window that a window of the output reads."""
    margin = METHODS[task.job.interpolation].margin
    return source_window(nodes, window, margin, task.src.shape)


def _source_bytes(task: Task, nodes: Nodes, window: Window) -> int:
    """Return the bytes of the source pixels that a window of the output reads."""
    src_window = _source_window(task, nodes, window)
    if src_window is None:
        return 0
    return src_window.height * src_window.width * src_pixel_bytes(task)


def _read_nodes(task: Task, readers: Readers, tile: Window) -> tuple[Nodes, int]:
    """Read the nodes of a tile; return them and how many are masked."""
    window = node_window(tile, task.step)
    positions = np.empty((2, *window_shape(window)))
    if readers.grid_col is readers.grid_row:
        indexes = (task.row_index, task.col_index)
        readers.grid_row.read(indexes, window, positions)
    else:
        readers.grid_row.read((task.row_index,), window, positions[:1])
        readers.grid_col.read((task.col_index,), window, positions[1:])
    masked = mask_nodes(
        positions[0],
        positions[1],
        _node_nodata(task.grid_row, task.row_index),
        _node_nodata(task.grid_col, task.col_index),
    )
    return Nodes(positions, task.step, (window.row_off, window.col_off)), masked


def _node_nodata(header, index: int) -> float:
    """Return the value that masks a node; NaN for none."""
    value = nodata_in(header.dtypes[index - 1], header.nodata[index - 1])
    return np.nan if value is None else value


def _read_block(task: Task, reader: Reader, window: Window) -> Block:
    """Read the selected bands of a source window and find its usable pixels."""
    pixels = np.empty((len(task.read_indexes), *window_shape(window)), task.block_dtype)
    reader.read(task.read_indexes, window, pixels)
    rule = task.job.src_validity
    by_mask = rule is SourceValidity.DATASET_MASK
    dataset_mask = reader.read_dataset_mask(window) if by_mask else None
    nodata = nodata_of(task.src_dtypes, task.src_nodata, task.block_dtype)
    valid = block_valid(pixels, nodata, rule, dataset_mask)
    return Block(pixels, valid, (window.row_off, window.col_off))
