"""Grids by other conventions and at other steps: pure arithmetic.

Positions are those of the source, (row, col), the first pixel's centre at (0, 0). What
a grid holds follows from them on each axis alone: ``Axis.stored`` and back.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from affine import Affine

from ..options import Ranges
from ..window import Shape
from .accuracy import Accuracy, errors_told

ReadRows = Callable[[np.ndarray], np.ndarray]
"""``read(rows)`` of increasing rows of nodes (k,) -> positions (2, k, m)."""


class Axis(NamedTuple):
    """How what a grid holds on an axis becomes positions there, and back.

    ``position = (stored + offset + node * spacing) / size + shift``.
    """

    offset: float = 0.0
    """Added to what is stored [units of what is stored]."""
    spacing: float = 0.0
    """Added per node from the first one on."""
    size: float = 1.0
    """Of a source pixel; negative where they run against each other."""
    shift: float = 0.0
    """Added in the end [source pixels]."""

    def positions(self, stored: np.ndarray, nodes: np.ndarray) -> np.ndarray:
        """Return positions of what nodes store; `nodes` broadcasts to it."""
        found = (stored + (self.offset + nodes * self.spacing)) / self.size
        return np.asarray(found + self.shift)

    def stored(self, positions: np.ndarray, nodes: np.ndarray) -> np.ndarray:
        """Return what nodes of these positions store."""
        found = (positions - self.shift) * self.size
        return np.asarray(found - (self.offset + nodes * self.spacing))


Axes = tuple[Axis, Axis]
"""Of rows (or y) and of columns (or x)."""


def plain_axes(first: float) -> Axes:
    """Return those of positions that call the centre of the first pixel `first`."""
    return Axis(shift=-first), Axis(shift=-first)


def displacement_axes(step: Shape) -> Axes:
    """Return those of positions less the row and column of the node's output pixel."""
    return Axis(spacing=step[0]), Axis(spacing=step[1])


def loc_axes(source: Affine | None) -> Axes:
    """Return those of OTB's localisation grids.

    ITK's physical places: a geotransform is whole at pixel corners, and without one the
    first centre is (0.5, 0.5).

    Parameters
    ----------
    source : Affine or None
        The source's geotransform, upright; None where places are pixels.
    """
    a, _, c, _, e, f = (source or Affine.identity())[:6]
    return Axis(-f, 0.0, e, -0.5), Axis(-c, 0.0, a, -0.5)


def def_axes(source: Affine | None, nodes: Affine) -> Axes:
    """Return those of OTB's deformation grids: places less that of the node.

    Parameters
    ----------
    source : Affine or None
        As of `loc_axes`.
    nodes : Affine
        The grid's own geotransform, upright.
    """
    a, _, c, _, e, f = nodes[:6]
    row, col = loc_axes(source)
    row = row._replace(offset=row.offset + (f + e / 2), spacing=e)
    col = col._replace(offset=col.offset + (c + a / 2), spacing=a)
    if source is None:
        # half a pixel of the node and of the source: nothing is left to round
        return _halved(row), _halved(col)
    return row, col


def _halved(axis: Axis) -> Axis:
    """Return an axis in pixels without a shift."""
    return axis._replace(offset=axis.offset + axis.shift, shift=0.0)


def otb_transform(step: Shape) -> Affine:
    """Return the geotransform of a grid of OTB's in pixels, from the first pixel on.

    The first node is the centre (0.5, 0.5) of the first output pixel.
    """
    row, col = step
    return Affine(col, 0, 0.5 - col / 2, 0, row, 0.5 - row / 2)


class Picks(NamedTuple):
    """From which two old nodes of an axis each new one is made.

    ``new = old[first] + share * (old[second] - old[first])``.
    """

    first: np.ndarray
    """int64, shape (k,)."""
    second: np.ndarray
    """int64, shape (k,): `first` where it is the old node itself."""
    share: np.ndarray
    """float64, shape (k,): above 1 beyond the last old node."""


def picks(new: np.ndarray, step: int, new_step: int, count: int) -> Picks:
    """Return what new nodes of an axis are made of.

    Those between old ones are linear. One beyond the last old node, where a coarser
    step does not end, goes on from the new node before it through the last old one: so
    what lies between both keeps the position of the last old node.

    Parameters
    ----------
    new : ndarray of int64, shape (k,)
        The new nodes, from 0 on.
    step, new_step : int
        Output pixels from node to node, before and after.
    count : int
        Old nodes.
    """
    places = new * new_step
    first, rest = np.divmod(places, step)
    second, share = first + (rest > 0), rest / step
    beyond = places > (count - 1) * step
    before = (places - new_step) // step
    ahead = (count - 1) - before
    first = np.where(beyond, before, first)
    second = np.where(beyond, count - 1, second)
    # what is not beyond divides by anything
    share = np.where(beyond, new_step / step / np.where(beyond, ahead, 1), share)
    return Picks(first, second, share)


def mixed(nodes: np.ndarray, axis: int, parts: Picks, given: np.ndarray) -> np.ndarray:
    """Return new nodes of old ones along an axis of (2, n, m), of which some are given.

    A node of weight 0 does not matter, be it NaN.

    Parameters
    ----------
    given : ndarray of int64
        The old nodes that are given, in order.
    """
    start, end = (np.searchsorted(given, part) for part in parts[:2])
    shape = [1, 1, 1]
    shape[axis] = -1
    low, high = np.take(nodes, start, axis), np.take(nodes, end, axis)
    return np.asarray(low + parts.share.reshape(shape) * (high - low))


class Restepped(NamedTuple):
    """A grid at another step, row by row of nodes, from one that can be read."""

    read: ReadRows
    """Reads the old nodes."""
    shape: Shape
    """Of the old nodes."""
    step: Shape
    """Output pixels from old node to node (rows, cols)."""
    new_step: Shape
    """Output pixels from new node to node."""
    new_shape: Shape
    """Of the new nodes."""

    def rows(self, start: int, stop: int) -> np.ndarray:
        """Return the positions of some rows of new nodes, (2, stop - start, m)."""
        if self.step == self.new_step:
            return self.read(np.arange(start, stop))[:, :, : self.new_shape[1]]
        down = picks(
            np.arange(start, stop), self.step[0], self.new_step[0], self.shape[0]
        )
        needed = np.unique(np.concatenate(down[:2]))
        found = mixed(self.read(needed), 1, down, needed)
        new = np.arange(self.new_shape[1])
        aside = picks(new, self.step[1], self.new_step[1], self.shape[1])
        return mixed(found, 2, aside, np.arange(self.shape[1]))

    def compared(self, start: int, stop: int) -> Accuracy:
        """Return how far positions at some rows of old nodes are from the new grid's.

        Those count that are dropped, up to the last new one.
        """
        rows, cols = (self._back(axis) for axis in (0, 1))
        down = Picks(*(part[start:stop] for part in rows))
        if not len(down.first):
            return Accuracy()
        low, high = int(down.first.min()), int(down.second.max()) + 1
        between = mixed(self.rows(low, high), 1, down, np.arange(low, high))
        between = mixed(between, 2, cols, np.arange(self.new_shape[1]))
        old = self.read(np.arange(start, start + len(down.first)))
        old = old[:, :, : len(cols.first)]
        dropped = (down.share > 0)[:, None] | (cols.share > 0)
        known = (np.isfinite(one[0]) & dropped for one in (old, between))
        return errors_told(old, between, *known)

    def _back(self, axis: int) -> Picks:
        """Return of which new nodes the old ones are, where these lie between them."""
        last = (self.new_shape[axis] - 1) * self.new_step[axis]
        count = min(self.shape[axis], last // self.step[axis] + 1)
        old, new = np.arange(count), self.new_step[axis]
        return picks(old, new, self.step[axis], self.new_shape[axis])


def runs(rows: np.ndarray) -> list[Ranges]:
    """Return the runs of whole numbers that rise, half-open, with where they stand."""
    ends = np.flatnonzero(np.diff(rows) != 1) + 1
    starts, stops = [0, *ends.tolist()], [*ends.tolist(), len(rows)]
    return [
        ((int(rows[start]), int(rows[stop - 1]) + 1), (start, stop))
        for start, stop in zip(starts, stops)
    ]
