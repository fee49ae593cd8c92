"""A mask of the full output: of a coarser mask of the nodes, and of polygons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from rasterio.windows import Window

from ..errors import Cancelled
from ..feedback import Feedback
from ..grid.geometry import node_window
from ..kernels.loading import LOADER, plain_seconds
from ..kernels.table import oversample
from ..plan.layout import Layout
from ..raster.pixels import MaskRaster
from ..window import Shape, window_shape
from .strip import Strip
from .tally import Tally
from .threads import Write, run_tiles

if TYPE_CHECKING:
    from ..polygons.mask import PolygonMask

ENOUGH = 0.999
"""Share of valid nodes from which a pixel is valid: the reference's, which forgives
an invalid node that weighs a thousandth: seen from a resolution of 1000 pixels on."""


@dataclass(frozen=True)
class FullMask:
    """A mask of the full output, read window by window."""

    step: Shape
    """Output pixels from node to node (rows, cols)."""
    nodes: MaskRaster | None = None
    """Which nodes are valid; None: all."""
    polygons: PolygonMask | None = None
    """Polygons in output pixels."""
    threshold: float = ENOUGH
    """Least share of valid nodes."""

    def read(self, window: Window) -> np.ndarray:
        """Return which output pixels of a window are valid, bool (rows, cols)."""
        valid = np.ones(window_shape(window), bool)
        if self.nodes is not None:
            nodes = self.nodes.read(node_window(window, self.step))
            origin = window.row_off % self.step[0], window.col_off % self.step[1]
            oversample(nodes, self.step, origin, self.threshold, valid)
        inside = None if self.polygons is None else self.polygons.valid(window)
        return valid if inside is None else valid & inside


def run_mask(layout: Layout, mask: FullMask, write: Write, feedback: Feedback) -> Tally:
    """Compute the tiles of a mask and hand its strips to `write`.

    Raises
    ------
    Cancelled
        If the feedback said so.
    """

    def compute(tile: Window, strip: Strip, goes_on: Callable[[], bool]) -> Tally:
        if not goes_on():
            raise Cancelled
        return Tally(valid=strip.put_valid(tile, mask.read(tile)))

    with LOADER.beside(plain_seconds(layout.pixels, 1, 1, layout.threads)):
        return run_tiles(layout, compute, write, feedback)
