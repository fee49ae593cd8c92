"""A grid as points, lines and an outline: strips of its nodes in, few of them out.

Which nodes are kept does not depend on strips: those of a lattice, with both ends of
its lines, and all that lie beside a node of another kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from ..errors import Cancelled
from ..window import Shape, window_of
from .accuracy import AT_ONCE
from .grid import Grid

MASKED, OUTSIDE, INSIDE = 0, 1, 2
"""Kinds of nodes: without a position, with one beyond the source, with one in it."""
KINDS = ("masked", "outside", "inside")
"""Their names."""
ON_LATTICE, ON_LINE, BESIDE = 0, 1, 2
"""Why a node is kept: of the lattice, of a line whose kind changes there, of a border
between lines."""
BORDER = 10
"""Nodes at borders that are kept at most, as a multiple of the density."""


class Lattice(NamedTuple):
    """The rows and columns of nodes that are drawn."""

    stride: int
    """Nodes from one to the next, but for the last ones."""
    rows: np.ndarray
    """int64, from the first row to the last."""
    cols: np.ndarray
    """int64, from the first column to the last."""


class Kept(NamedTuple):
    """Some nodes of a grid."""

    node_rows: np.ndarray
    """int64, shape (k,): row of each in the grid."""
    node_cols: np.ndarray
    """int64, shape (k,): column of each in the grid."""
    rows: np.ndarray
    """float64, shape (k,): source row that it reads; NaN for masked ones."""
    cols: np.ndarray
    """float64, shape (k,): source column."""
    kinds: np.ndarray
    """uint8, shape (k,)."""
    why: np.ndarray
    """uint8, shape (k,): the least reason for which it is kept."""

    def where(self, some: np.ndarray | slice) -> Kept:
        """Return some of them, by a mask or by their places."""
        return Kept(*(part[some] for part in self))

    @classmethod
    def joined(cls, parts: list[Kept]) -> Kept:
        """Return all nodes of some in one; there is one at least."""
        return cls(*(np.concatenate(part) for part in zip(*parts)))


class Line(NamedTuple):
    """A piece of a row or of a column of nodes."""

    is_row: bool
    """Whether it is of a row."""
    number: int
    """Which row or column."""
    nodes: Kept
    """Its nodes in order, two at least."""


def kinds_of(rows: np.ndarray, cols: np.ndarray, src_shape: Shape) -> np.ndarray:
    """Return the kind of each node; the border of the outermost pixels is inside."""
    with np.errstate(invalid="ignore"):
        inside = (rows >= -0.5) & (rows <= src_shape[0] - 0.5)
        inside &= (cols >= -0.5) & (cols <= src_shape[1] - 0.5)
    known = np.isfinite(rows) & np.isfinite(cols)
    return np.asarray(known.astype(np.uint8) + inside, np.uint8)


def lattice_of(shape: Shape, density: int) -> Lattice:
    """Return the regular lattice whose number of nodes is nearest, by its ratio.

    Both ends are of every line, so that four nodes are the least of a grid with area.
    """
    low, high = 1, max(shape)
    while low < high:
        middle = (low + high) // 2
        if _count(shape, middle) <= density:
            high = middle
        else:
            low = middle + 1
    finer = _count(shape, max(low - 1, 1))
    stride = low - 1 if low > 1 and finer * _count(shape, low) < density**2 else low
    rows, cols = (np.append(np.arange(0, n - 1, stride), n - 1) for n in shape)
    return Lattice(stride, rows, cols)


def _count(shape: Shape, stride: int) -> int:
    """Return the nodes of a lattice."""
    rows, cols = (-(-(size - 1) // stride) + 1 for size in shape)
    return rows * cols


class Strip(NamedTuple):
    """Some rows of nodes."""

    rows: np.ndarray
    """float64, shape (n, m): source row of each node, NaN for masked ones."""
    cols: np.ndarray
    """float64, shape (n, m): source column."""
    kinds: np.ndarray
    """uint8, shape (n + 2, m): also of the rows before and after; at the ends of the
    grid the first and the last row stand for these."""
    origin: int
    """The first row."""

    def taken(self, some: np.ndarray, why: np.ndarray) -> Kept:
        """Return some nodes, row by row.

        Parameters
        ----------
        some : ndarray of bool, shape (n, m)
        why : ndarray of uint8, shape (n, m)
            Why each is kept.
        """
        node_rows, node_cols = np.nonzero(some)
        own = (self.rows, self.cols, self.kinds[1:-1], why)
        values = (part[some] for part in own)
        return Kept(node_rows + self.origin, node_cols, *values)


def read_strip(grid: Grid, start: int, stop: int, shape: Shape, src: Shape) -> Strip:
    """Read rows of nodes of a grid of a shape, for a source of a shape."""
    top, bottom = max(start - 1, 0), min(stop + 1, shape[0])
    nodes = grid.read(window_of(((top, bottom), (0, shape[1]))))
    kinds = kinds_of(nodes.rows, nodes.cols, src)
    ends = (int(top == start), int(bottom == stop))
    kinds = np.pad(kinds, (ends, (0, 0)), mode="edge")
    own = slice(start - top, stop - top)
    return Strip(nodes.rows[own], nodes.cols[own], kinds, start)


def kept_of(strip: Strip, lattice: Lattice) -> Kept:
    """Return the nodes of a strip that are of the lattice, or beside another kind."""
    own = strip.kinds[1:-1]
    down = strip.kinds[1:] != strip.kinds[:-1]
    along_col = down[:-1] | down[1:]
    aside = np.pad(own[:, 1:] != own[:, :-1], ((0, 0), (1, 1)))
    along_row = aside[:, :-1] | aside[:, 1:]
    lines = np.arange(strip.origin, strip.origin + len(own))
    of_rows = np.isin(lines, lattice.rows)[:, None]
    of_cols = np.isin(np.arange(own.shape[1]), lattice.cols)
    why = np.where(along_row | along_col, BESIDE, BESIDE + 1).astype(np.uint8)
    why[(along_row & of_rows) | (along_col & of_cols)] = ON_LINE
    why[of_rows & of_cols] = ON_LATTICE
    return strip.taken(why <= BESIDE, why)


class Borders:
    """What is kept of strips, within what borders may take.

    Where they take too much those between the lines of the lattice go, and then those
    on them: by their number in all of the grid, whatever its strips.
    """

    def __init__(self, most: int) -> None:
        self.why = BESIDE
        self._most, self._parts = most, [_no_nodes()]
        self._numbers = np.zeros(BESIDE + 1, np.int64)

    def add(self, kept: Kept) -> None:
        """Take the nodes of a strip."""
        self._parts.append(kept.where(kept.why <= self.why))
        self._numbers += np.bincount(kept.why, minlength=BESIDE + 1)
        while self._numbers[ON_LINE : self.why + 1].sum() > self._most:
            self.why -= 1
            self._parts = [part.where(part.why <= self.why) for part in self._parts]

    def nodes(self) -> Kept:
        """Return all of them, row by row."""
        return Kept.joined(self._parts)


def _no_nodes() -> Kept:
    """Return no node."""
    nowhere, no_kind = np.zeros(0, np.int64), np.zeros(0, np.uint8)
    return Kept(nowhere, nowhere, np.zeros(0), np.zeros(0), no_kind, no_kind)


class Outline:
    """A ring around the nodes that have a place, from the ends of their rows."""

    def __init__(self, lattice: Lattice) -> None:
        self._lattice = lattice
        self._top: Kept | None = None
        self._bottom: Kept | None = None
        self._left, self._right = [_no_nodes()], [_no_nodes()]

    def add(self, strip: Strip, placed: np.ndarray) -> None:
        """Take the rows of a strip; `placed`, (n, m), tells who has a place."""
        known = np.flatnonzero(placed.any(axis=1))
        if not known.size:
            return
        width = placed.shape[1]
        first = placed.argmax(axis=1)
        last = width - 1 - placed[:, ::-1].argmax(axis=1)
        cols, why = np.arange(width), np.zeros(placed.shape, np.uint8)
        for side, ends in ((self._left, first), (self._right, last)):
            side.append(strip.taken(placed & (cols == ends[:, None]), why))
        drawn = placed & np.isin(cols, self._lattice.cols)
        drawn |= placed & ((cols == first[:, None]) | (cols == last[:, None]))
        rows = np.arange(len(placed))[:, None]
        if self._top is None:
            self._top = strip.taken(drawn & (rows == known[0]), why)
        self._bottom = strip.taken(drawn & (rows == known[-1]), why)

    def ring(self) -> Kept | None:
        """Return it, closed, turning as rows x columns do; None where it has no area.

        The first row to the right, the last nodes down, the last row back, the first
        nodes up.
        """
        if self._top is None or self._bottom is None:
            return None
        back = slice(None, None, -1)
        right, left = (
            self._thinned(Kept.joined(side)) for side in (self._right, self._left)
        )
        parts = [self._top, right, self._bottom.where(back), left.where(back)]
        ring = Kept.joined(parts)
        if not (np.ptp(ring.node_rows) and np.ptp(ring.node_cols)):
            return None
        moves = (np.diff(ring.node_rows) != 0) | (np.diff(ring.node_cols) != 0)
        return ring.where(np.flatnonzero(np.append(True, moves)))

    def _thinned(self, side: Kept) -> Kept:
        """Return the nodes of a side that are of the lattice, or beside a bend."""
        bends = (np.diff(side.node_cols) != 0) | (np.diff(side.node_rows) != 1)
        beside = np.append(bends, True) | np.append(True, bends)
        return side.where(beside | np.isin(side.node_rows, self._lattice.rows))


class Drawn(NamedTuple):
    """What is kept of a grid."""

    lattice: Lattice
    """The rows and columns that lines are drawn of."""
    counts: tuple[int, int, int]
    """All nodes of each kind of `KINDS`."""
    why: int
    """The last reason for which nodes are kept; others were too many."""
    nodes: Kept
    """Those that are kept, row by row, masked ones too."""
    ring: Kept | None
    """Around all nodes that have a place, closed; None for none."""

    def lines(self, everywhere: bool) -> Iterator[Line]:
        """Yield the rows, then the columns of the lattice, in pieces.

        Parameters
        ----------
        everywhere : bool
            Whether nodes without a position have a place, too; else lines end there.
        """
        some = self.nodes.where(self.nodes.why <= ON_LINE)
        for is_row in (True, False):
            across = some.node_rows if is_row else some.node_cols
            wanted = self.lattice.rows if is_row else self.lattice.cols
            chosen = np.flatnonzero(np.isin(across, wanted))
            # along each line they are in order already
            order = chosen[np.argsort(across[chosen], kind="stable")]
            across, nodes = across[order], some.where(order)
            # a kind changes between neighbours only: each gap is of one kind
            gone = np.zeros(len(order), bool) if everywhere else nodes.kinds == MASKED
            apart = (np.diff(across) != 0) | gone[1:] | gone[:-1]
            ends = np.flatnonzero(apart) + 1
            for start, stop in zip([0, *ends.tolist()], [*ends.tolist(), len(order)]):
                if stop - start > 1:
                    piece = nodes.where(np.arange(start, stop))
                    yield Line(is_row, int(across[start]), piece)


def draw(
    grid: Grid,
    shape: Shape,
    src_shape: Shape,
    density: int,
    everywhere: bool,
    progress: Callable[[float], bool],
) -> Drawn:
    """Read all nodes of a grid, and keep what its points, lines and outline need.

    Parameters
    ----------
    grid : Grid
        Its windows are counted in nodes.
    shape, src_shape : (int, int)
        Of the grid [nodes], and of the source.
    density : int
        About the nodes of the lattice; at most `BORDER` times as many are of borders.
    everywhere : bool
        Whether nodes without a position have a place, too.
    progress : callable
        Takes the done share; returns False to stop.

    Raises
    ------
    Cancelled
        If `progress` said so.
    """
    lattice = lattice_of(shape, density)
    borders, outline = Borders(BORDER * density), Outline(lattice)
    counts = np.zeros(len(KINDS), np.int64)
    at_once = max(1, AT_ONCE // shape[1])
    for start in range(0, shape[0], at_once):
        stop = min(start + at_once, shape[0])
        strip = read_strip(grid, start, stop, shape, src_shape)
        own = strip.kinds[1:-1]
        counts += np.bincount(own.ravel(), minlength=len(KINDS))
        borders.add(kept_of(strip, lattice))
        outline.add(strip, np.full(own.shape, True) if everywhere else own != MASKED)
        if not progress(stop / shape[0]):
            raise Cancelled
    masked, outside, inside = map(int, counts)
    found = borders.nodes()
    ring = outline.ring()
    return Drawn(lattice, (masked, outside, inside), borders.why, found, ring)
