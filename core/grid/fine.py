"""The fine pixels of a window: the nodes they depend on, and where they begin."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from rasterio.windows import Window

from ..kernels.values import Lacking, Mesh
from ..window import Shape, window_ranges, window_shape
from .geometry import node_window
from .grid import Grid
from .lattice import Lattice
from .nodes import Nodes


class FineMesh(NamedTuple):
    """The fine pixels of a window and its margin, as kernels take them."""

    mesh: Mesh
    """The nodes, as many fine pixels apart as there are, and where the fine pixels that
    exist begin among them."""
    shift: tuple[float, float]
    """How far fine pixels lie after those of the mesh [fine pixels]."""
    frame: Lacking
    """Those that do not exist."""
    shape: Shape
    """(rows, cols) of those that exist."""


def fine_nodes(grid: Grid, window: Window, lattice: Lattice) -> Nodes:
    """Return the nodes that the fine pixels of a window depend on.

    With one more beyond the outer ones, where fine pixels lie between the two. Without
    fine pixels, the nodes that the window itself depends on.
    """
    nodes = grid.read(lattice.inside(window))
    if lattice.filtering is None:
        return nodes
    ranges = window_ranges(lattice.around(window))
    ends = [
        (start < 0, stop > size) for (start, stop), size in zip(ranges, lattice.full)
    ]
    if not any(map(any, ends)):
        return nodes
    rows, cols = (_continued(values, *ends) for values in (nodes.rows, nodes.cols))
    origin = nodes.origin[0] - ends[0][0], nodes.origin[1] - ends[1][0]
    return Nodes(rows, cols, nodes.step, origin)


def own_nodes(nodes: Nodes, window: Window) -> Nodes:
    """Return those of `nodes` that a window's output pixels depend on."""
    around = node_window(window, nodes.step)
    origin = around.row_off, around.col_off
    if nodes.origin == origin and nodes.rows.shape == window_shape(around):
        return nodes
    some = tuple(
        slice(start - first, stop - first)
        for (start, stop), first in zip(window_ranges(around), nodes.origin)
    )
    rows, cols = (
        np.ascontiguousarray(values[some]) for values in (nodes.rows, nodes.cols)
    )
    return Nodes(rows, cols, nodes.step, origin)


def fine_mesh(nodes: Nodes, window: Window, lattice: Lattice) -> FineMesh:
    """Return the fine pixels of a window and its margin.

    Parameters
    ----------
    nodes : Nodes
        What `fine_nodes` returns for the window, or for one that holds it.
    window : Window
        Part of the full output.
    lattice : Lattice
        With a filter.
    """
    rows, cols = (
        _Axis.of(*ends, *of_axis)
        for ends, *of_axis in zip(
            window_ranges(window),
            lattice.margin,
            lattice.fine,
            lattice.full,
            nodes.step,
            nodes.origin,
        )
    )
    step = rows.step, cols.step
    return FineMesh(
        Mesh(nodes.rows, nodes.cols, step, (rows.origin, cols.origin)),
        (rows.shift, cols.shift),
        Lacking(rows.before, rows.after, cols.before, cols.after),
        (rows.existing, cols.existing),
    )


class _Axis(NamedTuple):
    """Fine pixels along one axis."""

    step: int
    origin: int
    shift: float
    before: int
    after: int
    existing: int

    @classmethod
    def of(
        cls,
        start: int,
        stop: int,
        margin: int,
        fine: int,
        size: int,
        step: int,
        first: int,
    ) -> _Axis:
        """Return those of a range of output pixels, for nodes from the `first` on."""
        low, high = fine * (start - margin), fine * (stop + margin)
        begin, end = max(low, 0), min(high, fine * size)
        # those of an even number lie half a fine pixel beside the nodes
        origin = begin - fine // 2 - first * fine * step
        shift = 0.0 if fine % 2 else 0.5
        return cls(step * fine, origin, shift, begin - low, high - end, end - begin)


def _continued(
    values: np.ndarray, rows: tuple[bool, bool], cols: tuple[bool, bool]
) -> np.ndarray:
    """Return one coordinate of nodes with more before and after, on straight lines."""
    with np.errstate(all="ignore"):  # positions may be 1e300, nodes masked
        for ends in (rows, cols):
            before = [2 * values[:1] - values[1:2]] if ends[0] else []
            after = [2 * values[-1:] - values[-2:-1]] if ends[1] else []
            values = np.concatenate([*before, values, *after]).T
    return np.ascontiguousarray(values)
