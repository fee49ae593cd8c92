"""A strip of the output in memory, and how results become its pixels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from rasterio.windows import Window

from ..grid.fine import fine_mesh
from ..grid.lattice import Lattice
from ..grid.nodes import Nodes
from ..interpolation.methods import Method
from ..kernels.table import fill_filtered, fill_window, finish
from ..kernels.values import Canvas, Limits, Patch
from ..plan.layout import Layout
from ..window import Shape, window_relative, window_shape, window_slices
from .tally import Tally


@dataclass
class Strip:
    """Pixels of a part of the full output, while tiles are computed into them."""

    window: Window
    """The part of the full output."""
    data: np.ndarray
    """Shape (bands, rows, cols), in the output's type."""
    valid: np.ndarray
    """bool, shape (rows, cols)."""
    order: np.ndarray
    """int64, shape (bands,): source band of each output band."""
    nodata: float
    """Value of invalid pixels."""

    @classmethod
    def of(cls, layout: Layout, window: Window) -> Strip:
        """Return a strip of a layout, its pixels not yet set."""
        shape = window_shape(window)
        return cls(
            window,
            np.empty((len(layout.order), *shape), layout.dtype),
            np.empty(shape, bool),
            np.array(layout.order, np.int64),
            layout.nodata,
        )

    def resample(
        self,
        nodes: Nodes,
        window: Window,
        patch: Patch,
        method: Method,
        lattice: Lattice | None = None,
    ) -> Tally:
        """Resample a window whose source pixels are all in one patch.

        Parameters
        ----------
        nodes : Nodes
            Those that the window depends on.
        window : Window
            Part of the full output that the strip holds.
        patch : Patch
            All source pixels that the window reads.
        method : Method
            The interpolation.
        lattice : Lattice
            The fine pixels that are filtered, if there are any.

        Returns
        -------
        Tally
            Valid pixels, and how many of them equal `nodata` in some band.
        """
        origin, shape = (window.row_off, window.col_off), window_shape(window)
        canvas = self._canvas(origin)
        if lattice is None or lattice.filtering is None:
            mesh = nodes.mesh(origin)
            return Tally(*fill_window(method.name, shape, mesh, patch, canvas))
        mesh, shift, frame, _ = fine_mesh(nodes, window, lattice)
        how = shift, lattice.filtering, frame
        return Tally(*fill_filtered(method.name, shape, mesh, *how, patch, canvas))

    def put(self, origin: Shape, values: np.ndarray, done: np.ndarray) -> Tally:
        """Store float64 results.

        Parameters
        ----------
        origin : (int, int)
            Place of the first pixel in the full output (row, col).
        values : ndarray of float64, shape (src_bands, rows, cols)
            Results.
        done : ndarray of bool, shape (rows, cols)
            Where there are any.

        Returns
        -------
        Tally
            Valid pixels, and how many of them equal `nodata` in some band.
        """
        return Tally(*finish(values, done, self._canvas(origin), 0))

    def put_nothing(self, window: Window) -> None:
        """Mark a window of the full output invalid."""
        rows, cols = window_slices(window_relative(window, self.window))
        self.valid[rows, cols] = False
        self.data[:, rows, cols] = self.nodata

    def put_valid(self, window: Window, valid: np.ndarray) -> int:
        """Store the validity of a window alone; return how many pixels are valid."""
        self.valid[window_slices(window_relative(window, self.window))] = valid
        return int(valid.sum())

    def _canvas(self, origin: Shape) -> Canvas:
        """Return where results become pixels, from a pixel of the full output on."""
        place = origin[0] - self.window.row_off, origin[1] - self.window.col_off
        dtype = self.data.dtype
        nodata = dtype.type(self.nodata)
        limits = dtype_limits(dtype)
        return Canvas(self.order, limits, nodata, self.data, self.valid, place)


@lru_cache
def dtype_limits(dtype: np.dtype) -> Limits:
    """Return the lowest and highest value of a type, and whether it is integer."""
    if dtype.kind == "f":
        highest = np.inf if dtype.itemsize == 8 else float(np.finfo(dtype).max)
        return Limits(-highest, highest, is_integer=False)
    limits = np.iinfo(dtype)
    return Limits(float(limits.min), float(limits.max), is_integer=True)
