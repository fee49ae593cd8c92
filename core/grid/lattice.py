"""The fine pixels of an output: how many there are, and which a window depends on.

An output pixel i has k fine pixels along an axis, number a = 0 ... k - 1 of them at
i + (a - (k - 1) / 2) / k [output pixels]. Half a pixel beyond the outer nodes the outer
cells of the grid are continued linearly; farther out there are none.
"""

from __future__ import annotations

from dataclasses import dataclass

from rasterio.windows import Window

from ..kernels.values import Filter
from ..window import Shape, window_clip, window_of, window_ranges


@dataclass(frozen=True)
class Lattice:
    """Fine pixels of an output, or none: then output pixels are all there is."""

    full: Shape
    """(rows, cols) of the full output, that of all nodes."""
    filtering: Filter | None = None
    """How fine pixels become output pixels; None: there are none."""

    @property
    def fine(self) -> Shape:
        """Return the fine pixels per output pixel (rows, cols)."""
        return (1, 1) if self.filtering is None else self.filtering.fine

    @property
    def margin(self) -> Shape:
        """Return how many output pixels the filter reads on each side of one."""
        if self.filtering is None:
            return 0, 0
        k, *weights = self.filtering
        rows, cols = (max(w.size // n - 1, 0) // 2 for w, n in zip(weights, k))
        return rows, cols

    def fine_shape(self, shape: Shape) -> Shape:
        """Return the shape of the fine pixels of a window, and of its margin."""
        rows, cols = (
            k * (size + 2 * margin)
            for k, size, margin in zip(self.fine, shape, self.margin)
        )
        return rows, cols

    def around(self, window: Window) -> Window:
        """Return the output pixels between which all fine pixels of a window lie.

        They may begin one before the output's, and end one after.
        """
        rows, cols = (
            # with one fine pixel it is the output pixel itself
            (max(start - m - 1, -1), min(stop + m + 1, size + 1))
            if k > 1
            else (start, stop)
            for (start, stop), m, k, size in zip(
                window_ranges(window), self.margin, self.fine, self.full
            )
        )
        return window_of((rows, cols))

    def inside(self, window: Window) -> Window:
        """Return those of them that the output has."""
        whole = window_of(((0, self.full[0]), (0, self.full[1])))
        return window_clip(self.around(window), whole)
