"""The pieces of a run as a value: what is written, and what is computed, at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rasterio.windows import Window

from ..window import Shape, strips, tiles, window_shape

LARGEST_TILE = 1024
"""Rows and columns of an automatic tile: 1024 x 1024 was fastest on two threads,
256 x 256 took 1.7 times as long."""
LEAST_TILE_ROWS = 64
"""Rows down to which tiles are lowered to give every thread work."""
MINIMAL_TILE = 32
"""Rows and columns below which a tile is not cut for its source window."""
LEAST_FILTERED = 8
"""The same with the most fine pixels per output pixel."""
TILES_PER_THREAD = 4
"""Tiles that every thread should find: their costs differ."""
ARRAY_STRIP_ROWS = 64
"""Most output rows of arrays that a thread computes at a time from shared pixels."""
ARRAY_TILE = 512, 1024
"""Output rows and columns that are computed at a time of arrays where each tile reads
its own source pixels with their margins."""


def largest_tile(fine: Shape) -> Shape:
    """Return the rows and columns of an automatic tile with so many fine pixels.

    By halves, so that whole tiles make a strip; 1024 to 2048 fine pixels, more where
    the margin of a filter would be a large share of the tile.
    """
    rows, cols = (
        max(LARGEST_TILE >> (k.bit_length() - 1), LARGEST_TILE // 8) for k in fine
    )
    return rows, cols


def minimal_tile(fine: Shape) -> int:
    """Return the rows and columns below which a tile is not cut, likewise."""
    return max(MINIMAL_TILE // max(fine), LEAST_FILTERED)


def least_gathered(fine: Shape) -> int:
    """Return the rows and columns below which a tile to gather is not cut, likewise.

    Smaller than tiles that read at once: each fine pixel takes a hundred bytes.
    """
    return MINIMAL_TILE if max(fine) == 1 else max(LEAST_FILTERED // max(fine), 1)


@dataclass(frozen=True)
class Layout:
    """The pieces of a run, and what its output is made of; picklable."""

    window: Window
    """Place of the output in the full output."""
    strip_rows: int
    """Output rows of a strip, the unit of writing."""
    tile_shape: Shape
    """Largest (rows, cols) of a tile, the unit of computing."""
    threads: int
    """Worker threads."""
    dtype: str = "uint8"
    """Type of the output's data."""
    order: tuple[int, ...] = ()
    """Source band of each output band, from 0; none: there is a mask only."""
    nodata: float = 0.0
    """Value of invalid output pixels."""

    @property
    def shape(self) -> Shape:
        """Return the (rows, cols) of the output."""
        return window_shape(self.window)

    @property
    def pixels(self) -> int:
        """Return the pixels of a band of the output."""
        return int(self.window.height * self.window.width)

    def strips(self) -> Iterator[Window]:
        """Yield the strips in the order they are written."""
        return strips(self.window, self.strip_rows)

    def tiles(self, strip: Window) -> Iterator[Window]:
        """Yield the tiles of a strip."""
        return tiles(strip, self.tile_shape)
