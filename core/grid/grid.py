"""The grid: nodes of any part of the output, from files or from arrays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from rasterio.windows import Window

from ..kernels.table import mask_nodes
from ..raster.pixels import ArrayReader, MaskRaster, PixelReader
from ..window import Shape
from .geometry import node_window
from .nodes import Nodes


@dataclass(frozen=True)
class Coordinate:
    """Where one coordinate of the nodes is read."""

    reader: PixelReader
    """The raster."""
    index: int = 1
    """Band of that raster, 1-based."""
    nodata: float = np.nan
    """A node with this value, as stored, is masked; NaN for none."""
    scale: float = 1.0
    """Source pixels per unit of the values stored."""
    offset: float = 0.0
    """Added to the scaled values [source pixels]."""

    @property
    def is_packed(self) -> bool:
        """Return whether positions are not the values stored."""
        return (self.scale, self.offset) != (1.0, 0.0)

    @property
    def nodata_read(self) -> float:
        """Return the position that masks a node; NaN where `unpack` has masked it."""
        return np.nan if self.is_packed else self.nodata

    def unpack(self, values: np.ndarray, tolerance: float) -> None:
        """Turn values stored, float64 (n, m), into positions in place.

        Nodata become NaN first, as it is a value stored. Line by line: memory is
        planned for the nodes themselves.
        """
        if not self.is_packed:
            return
        for line in values:
            line[np.abs(line - self.nodata) <= tolerance] = np.nan
            line *= self.scale
            line += self.offset


@dataclass(frozen=True)
class Grid:
    """Nodes wherever they are, and everything that says which of them are usable."""

    row: Coordinate
    """The rows that the nodes read."""
    col: Coordinate
    """Their columns, often in another band of the same raster."""
    step: Shape = (1, 1)
    """Output pixels from node to node (rows, cols)."""
    mask: MaskRaster | None = None
    """Raster of the grid's shape that tells which nodes are usable."""
    shift: tuple[float, float] = (0.0, 0.0)
    """Added to the rows and columns of the nodes [source pixels]."""
    tolerance: float = 0.0
    """Distance from its nodata at which a node is still masked, in values stored."""

    @classmethod
    def of_arrays(cls, rows: np.ndarray, cols: np.ndarray, step: Shape) -> Grid:
        """Return the grid of source rows and columns in memory, both (n, m)."""
        row, col = (Coordinate(ArrayReader(nodes[None])) for nodes in (rows, cols))
        return cls(row, col, step)

    def read(self, window: Window) -> Nodes:
        """Return the nodes that a window of the output depends on.

        A node that is nodata, invalid in the mask or not finite is NaN in both of its
        coordinates.
        """
        around = node_window(window, self.step)
        rows, cols = self._read_coordinates(around)
        low, high, left, right = mask_nodes(
            rows, cols, self.row.nodata_read, self.col.nodata_read, self.tolerance
        )
        down, aside = self.shift
        if down or aside:
            rows += down
            cols += aside
        return Nodes(
            rows,
            cols,
            self.step,
            (around.row_off, around.col_off),
            (low + down, high + down, left + aside, right + aside),
        )

    def usable_positions(self, window: Window) -> np.ndarray:
        """Return where the usable nodes of a window of the output read the source.

        The same nodes as of `read`, float64 (2, k). Without a kernel, which might have
        to be compiled first.
        """
        rows, cols = self._read_coordinates(node_window(window, self.step))
        usable = np.isfinite(rows) & np.isfinite(cols)
        for values, coordinate in ((rows, self.row), (cols, self.col)):
            off = np.abs(values - coordinate.nodata_read)
            usable &= ~(off <= self.tolerance)
        positions = np.stack([rows[usable], cols[usable]])
        return np.asarray(positions + np.reshape(self.shift, (2, 1)))

    def _read_coordinates(self, nodes: Window) -> tuple[np.ndarray, np.ndarray]:
        """Read the positions of a window of nodes, float64 (n, m) each.

        NaN where the mask says so.
        """
        row, col = self.row, self.col
        if row.reader is col.reader:
            both = row.reader.read((row.index, col.index), nodes, "float64")
            rows, cols = both if both.flags.owndata else both.copy()
        else:
            rows, cols = _read(row, nodes), _read(col, nodes)
        row.unpack(rows, self.tolerance)
        col.unpack(cols, self.tolerance)
        if self.mask is not None:
            unusable = ~self.mask.read(nodes)
            rows[unusable] = np.nan
            cols[unusable] = np.nan
        return rows, cols


def _read(coordinate: Coordinate, nodes: Window) -> np.ndarray:
    """Read one coordinate of a window of nodes, as an array that may be changed."""
    values = coordinate.reader.read((coordinate.index,), nodes, "float64")
    return np.asarray(values[0] if values.flags.owndata else values[0].copy())
