"""A plan, and one tile of it: read its nodes, read its source, compute its pixels."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

import numpy as np
import rasterio
from rasterio.windows import Window

from ..errors import Cancelled
from ..feedback import Feedback
from ..grid.fine import fine_nodes, own_nodes
from ..grid.nodes import Nodes
from ..grid.survey import survey
from ..kernels.loading import LOADER, plain_seconds
from ..kernels.values import Patch
from ..machine import keep_space
from ..plan.layout import least_gathered, minimal_tile
from ..plan.memory import CACHE_SIZES, GATHER_SHARE, gather_pixel_bytes, src_pixel_bytes
from ..plan.plan import Plan, make_plan
from ..plan.resolved import ResolvedJob
from ..plan.rules import looks_at_grid, settle
from ..raster.cache import gdal_cache
from ..source.source import Source
from ..window import strips, window_halves, window_shape
from .gather import gather
from .readers import Readers
from .strip import Strip
from .tally import Tally
from .threads import Write, run_tiles

SCATTERED = 1.5
"""Halves of a tile that together read this much more than the whole tile are not
neighbours in the source: cutting further would read the same pixels again and again.
A rotation by 45 degrees has 1.13, a scatter 2."""
LONGEST_CALL = 0.2
"""Seconds that NumPy may take for the pixels that it is given at a time, about: a run
must end soon when it is cancelled."""


class TileResult(NamedTuple):
    """Output pixels of one tile."""

    data: np.ndarray
    """Shape (bands, rows, cols), in the output's type."""
    valid: np.ndarray
    """bool, shape (rows, cols)."""
    tally: Tally
    """What was counted."""


def settled(
    resolved: ResolvedJob, given: dict[str, rasterio.DatasetReader] | None = None
) -> ResolvedJob:
    """Return a job with what its grid tells, which is looked at if need be.

    Parameters
    ----------
    resolved : ResolvedJob
        What is to be done.
    given : dict
        As in `Readers`.
    """
    if not looks_at_grid(resolved):
        return resolved
    # the run's cache is not set yet, and GDAL's own may be large
    with Readers(resolved, given) as readers, gdal_cache(CACHE_SIZES[0]):
        return settle(resolved, readers.grid)


@contextmanager
def opened(
    resolved: ResolvedJob, given: dict[str, rasterio.DatasetReader] | None = None
) -> Iterator[tuple[Plan, Readers]]:
    """Open the rasters of a job and plan it by a look at its grid: ready to run.

    GDAL's cache has the size of the plan meanwhile.

    Parameters
    ----------
    resolved : ResolvedJob
        What is to be done; all of it is checked.
    given : dict
        As in `Readers`.
    """
    with Readers(resolved, given) as readers:
        plan = make_plan(resolved, readers.grid)
        with gdal_cache(plan.memory.cache):
            yield plan, readers


def run_plan(plan: Plan, readers: Readers, write: Write, feedback: Feedback) -> Tally:
    """Compute the tiles of a plan and hand its strips to `write`.

    Raises
    ------
    Cancelled
        If the feedback said so.
    """

    def compute(tile: Window, strip: Strip, goes_on: Callable[[], bool]) -> Tally:
        return fill_tile(plan, tile, readers, strip, goes_on)

    resolved, layout = plan.resolved, plan.layout
    with LOADER.beside(_seconds(resolved, layout.pixels) / layout.threads):
        tally = run_tiles(layout, compute, write, feedback)
    keep_space(layout.threads)
    return tally


def _seconds(resolved: ResolvedJob, pixels: int) -> float:
    """Return how long one thread takes with NumPy for pixels of the output, about."""
    pixels *= math.prod(resolved.oversampling)
    return plain_seconds(pixels, len(resolved.read_indexes), resolved.method.support)


def compute_tile(plan: Plan, tile: Window) -> TileResult:
    """Return the output pixels of a tile; needs nothing but its plan."""
    strip = Strip.of(plan.layout, tile)
    with Readers(plan.resolved) as readers:
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
    plan : Plan
        Of the run.
    tile : Window
        Part of the full output.
    readers : Readers
        The rasters of the run.
    strip : Strip
        Holds the tile.
    goes_on : callable
        Asked between pieces of work; False raises `Cancelled`.
    """
    resolved, source = plan.resolved, readers.source

    def check() -> None:
        if not goes_on():
            raise Cancelled

    def read(window: Window) -> Patch:
        check()
        return source.read(window, check)

    lattice = resolved.lattice
    nodes = fine_nodes(readers.grid, tile, lattice)
    tally = Tally()
    for piece in pieces(plan, source, nodes, tile):
        if piece.scattered:
            budget = plan.memory.source // 4
            counted = gather(resolved, read, nodes, piece.window, strip, budget)
            tally = tally.plus(counted)
        elif piece.src_window is None:
            strip.put_nothing(piece.window)
        else:
            patch = read(piece.src_window)
            line = _seconds(resolved, piece.window.width)
            for part in strips(piece.window, max(1, int(LONGEST_CALL / line))):
                check()
                how = resolved.method, lattice
                tally = tally.plus(strip.resample(nodes, part, patch, *how))
    any_valid, own = tally.valid > 0, own_nodes(nodes, tile)
    seen = survey(own, tile, resolved.window, resolved.src.shape, any_valid)
    return tally._replace(survey=seen)


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
    around = plan.resolved.lattice.around(window)
    yield from _pieces(plan, source, nodes, window, source.window(nodes, around))


def _pieces(
    plan: Plan,
    source: Source,
    nodes: Nodes,
    window: Window,
    src_window: Window | None,
) -> Iterator[Piece]:
    """Cut a window of which it is known what it reads."""

    def size_of(src_window: Window | None) -> int:
        return 0 if src_window is None else _read_bytes(plan, source, src_window)

    size = size_of(src_window)
    if size <= plan.memory.source:
        yield Piece(window, src_window)
        return
    lattice = plan.resolved.lattice
    small = max(window.height, window.width) <= minimal_tile(lattice.fine)
    halves = () if small else window_halves(window)
    src_windows = [source.window(nodes, lattice.around(half)) for half in halves]
    if small or sum(map(size_of, src_windows)) > SCATTERED * size:
        yield from _gathered(plan, window)
        return
    for half, its_window in zip(halves, src_windows):
        yield from _pieces(plan, source, nodes, half, its_window)


def _read_bytes(plan: Plan, source: Source, src_window: Window) -> int:
    """Return the bytes that reading a window of the source takes."""
    rows, cols = source.read_shape(src_window)
    return rows * cols * src_pixel_bytes(plan.resolved)


def _gathered(plan: Plan, window: Window) -> Iterator[Piece]:
    """Cut a window to gather until the positions of each piece fit the memory."""
    budget = int(GATHER_SHARE * plan.memory.source)
    pixels = budget // gather_pixel_bytes(plan.resolved)
    lattice, side = plan.resolved.lattice, least_gathered(plan.resolved.oversampling)
    least, needed = (
        math.prod(lattice.fine_shape(shape))
        for shape in ((side, side), window_shape(window))
    )
    if needed <= max(pixels, least):
        yield Piece(window, None, scattered=True)
        return
    for half in window_halves(window):
        yield from _gathered(plan, half)
