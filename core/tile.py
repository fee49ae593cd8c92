"""One tile: read its nodes, read its source pixels, compute its output pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
from rasterio.windows import Window

from .block import resample_block
from .errors import Cancelled
from .gather import gather
from .grid import Nodes
from .memory import GATHER_SHARE, MINIMAL_TILE, gather_pixel_bytes, read_bytes
from .nodes import read_nodes
from .plan import Plan
from .readers import Readers
from .run import Strip, Tally
from .source import Block, Source
from .survey import survey
from .target import Target
from .window import window_halves, window_shape

SCATTERED = 1.5
"""Halves of a tile that together read this much more than the whole tile are not
neighbours in the source: cutting further would read the same pixels again and again.
A rotation by 45 degrees has 1.13, a scatter 2."""


class TileResult(NamedTuple):
    """Output pixels of one tile."""

    data: np.ndarray
    """Shape (bands, rows, cols), in the output's type."""
    valid: np.ndarray
    """bool, shape (rows, cols)."""
    tally: Tally
    """What was counted."""


def compute_tile(plan: Plan, tile: Window) -> TileResult:
    """Return the output pixels of a tile; needs nothing but its plan."""
    shape = window_shape(tile)
    data = np.empty((plan.bands, *shape), plan.dtype)
    strip = Strip(tile, data, np.empty(shape, bool))
    with Readers(plan.task) as readers:
        tally = fill_tile(plan, tile, readers, strip, lambda: True)
    return TileResult(strip.data, strip.valid, tally)


def fill_tile(
    plan: Plan,
    tile: Window,
    readers: Readers,
    strip: Strip,
    goes_on: Callable[[], bool],
) -> Tally:
    """Compute a tile into its part of a strip; return what was counted.

    Parameters
    ----------
    plan
        Of the run.
    tile
        Window of the full output.
    readers
        The rasters of the run.
    strip
        Holds the tile.
    goes_on
        Asked between pieces of work; False raises `Cancelled`.
    """
    task = plan.task
    nodes = read_nodes(task, readers, tile)
    target = Target(strip.data, strip.valid, strip.window, task.order, task.dst_nodata)
    counts = np.zeros(2, np.int64)
    source = _WatchedSource(readers.source, goes_on)
    for piece in pieces(plan, readers.source, nodes, tile):
        if piece.scattered:
            budget = plan.memory.source // 4
            counts += gather(task, source, nodes, piece.window, target, budget)
        elif piece.src_window is None:
            target.put_nothing(piece.window)
        else:
            block = source.read(piece.src_window)
            counts += resample_block(nodes, piece.window, block, task.method, target)
    valid, equal_nodata = counts.tolist()
    seen = survey(nodes, tile, task.window, task.src.shape, valid > 0)
    return Tally(valid, equal_nodata, seen)


class _WatchedSource:
    """A source that stops reading when told to."""

    def __init__(self, source: Source, goes_on: Callable[[], bool]):
        self.source = source
        self.frame = source.frame
        self.goes_on = goes_on

    def read(self, window: Window) -> Block:
        """Return the pixels of a window, as `Source.read`."""
        if not self.goes_on():
            raise Cancelled
        return self.source.read(window)


class Piece(NamedTuple):
    """A part of a tile that is computed at a time."""

    window: Window
    """Window of the full output."""
    src_window: Window | None
    """Source pixels it reads at once; None for nothing, or if scattered."""
    scattered: bool = False
    """Whether its pixels are gathered from cells of the source."""


def pieces(plan: Plan, source: Source, nodes: Nodes, window: Window) -> Iterator[Piece]:
    """Cut a window until the source pixels of each piece fit the plan's memory.

    The windows of the pieces hold every pixel of the window exactly once.
    """
    yield from _pieces(plan, source, nodes, window, source.window(nodes, window))


def _pieces(
    plan: Plan,
    source: Source,
    nodes: Nodes,
    window: Window,
    src_window: Window | None,
) -> Iterator[Piece]:
    """Cut a window of which it is known what it reads."""

    def size_of(src_window: Window | None) -> int:
        return 0 if src_window is None else read_bytes(plan.task, source, src_window)

    size = size_of(src_window)
    if size <= plan.memory.source:
        yield Piece(window, src_window)
        return
    small = max(window_shape(window)) <= MINIMAL_TILE
    halves = () if small else window_halves(window)
    src_windows = [source.window(nodes, half) for half in halves]
    if small or sum(map(size_of, src_windows)) > SCATTERED * size:
        yield from _gathered(plan, window)
        return
    for half, its_window in zip(halves, src_windows):
        yield from _pieces(plan, source, nodes, half, its_window)


def _gathered(plan: Plan, window: Window) -> Iterator[Piece]:
    """Cut a window to gather until the positions of each piece fit the memory."""
    budget = int(GATHER_SHARE * plan.memory.source)
    pixels = budget // gather_pixel_bytes(plan.task)
    if window.height * window.width <= max(pixels, MINIMAL_TILE**2):
        yield Piece(window, None, scattered=True)
        return
    for half in window_halves(window):
        yield from _gathered(plan, half)
