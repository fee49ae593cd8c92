"""How exact positions between nodes are, and how far apart nodes may be for that."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from ..errors import Cancelled
from ..window import Shape
from .geometry import node_shape

Positions = Callable[[np.ndarray, np.ndarray], np.ndarray]
"""``positions(rows, cols)`` of an output -> rows and columns of the source (2, ...)."""
Progress = Callable[[float], bool]
"""Takes the done share, returns False to stop."""
PARTS = 4
"""Parts of a cell's side at whose ends positions are compared; up to this step these
are all pixels."""
MARGIN = 1.05
"""By how much a smooth error may be larger between these."""
NEAR = 16.0
"""Source pixels beyond the border within which positions count."""
ENOUGH = 32
"""Places near the source that are needed to say anything of a step."""
COARSEST = 256
"""Largest step that is tried."""
AT_ONCE = 2**18
"""Places that are computed together."""
BINS = 2.0 ** np.arange(-40, 32, 1 / 32)
"""Ends of the bins in which errors are counted [source pixels]."""
Bounds = tuple[float, float, float, float]
"""(row_min, row_max, col_min, col_max)."""
NOWHERE: Bounds = (np.inf, -np.inf, np.inf, -np.inf)


class Accuracy(NamedTuple):
    """What a comparison of positions between nodes has told."""

    margin: float = 1.0
    """Factor of the worst error."""
    worst: float = 0.0
    """Largest error at the places that were compared [source pixels]."""
    counts: np.ndarray = np.zeros(len(BINS) + 1, np.int64)
    """Errors in each bin."""
    lost: int = 0
    """Places that one of both puts near the source and the other nowhere."""
    bounds: Bounds = NOWHERE
    """Of all positions."""

    @property
    def compared(self) -> int:
        """Return the number of places that were compared."""
        return int(self.counts.sum()) + self.lost

    @property
    def error_max(self) -> float:
        """Return the largest error of any pixel [source pixels]."""
        return self.margin * self.worst

    @property
    def error_99(self) -> float:
        """Return the error that 99 of 100 pixels do not exceed [source pixels]."""
        if not self.counts.sum():
            return 0.0
        below = np.cumsum(self.counts) >= 0.99 * self.counts.sum()
        first = int(np.argmax(below))
        top = BINS[first] if 0 < first < len(BINS) else self.worst
        return min(self.error_max, float(top)) if first else 0.0

    def plus(self, other: Accuracy) -> Accuracy:
        """Return what two comparisons have told together."""
        return Accuracy(
            max(self.margin, other.margin),
            max(self.worst, other.worst),
            self.counts + other.counts,
            self.lost + other.lost,
            joined(self.bounds, other.bounds),
        )

    def is_within(self, tolerance: float) -> bool:
        """Tell whether nothing is lost and no error exceeds a tolerance."""
        return not self.lost and self.error_max <= tolerance


@dataclass(frozen=True)
class Comparison:
    """Positions between nodes beside the exact ones, over all of an output."""

    positions: Positions
    """The exact ones."""
    shape: Shape
    """Of the output."""
    src_shape: Shape
    """Of the source."""
    step: Shape
    """Output pixels from node to node."""
    parts: Shape = field(init=False)
    """Parts of a cell's sides."""

    def __post_init__(self) -> None:
        """Choose the parts."""
        parts = min(self.step[0], PARTS), min(self.step[1], PARTS)
        object.__setattr__(self, "parts", parts)

    def strips(self) -> Iterator[tuple[float, Accuracy]]:
        """Yield the done share and what each strip of cells has told."""
        rows, cols = (n - 1 for n in node_shape(self.shape, self.step))
        margin = 1.0 if max(self.step) <= PARTS else MARGIN
        width = max(cols, 1) * self.parts[1] + 1
        height = max(1, AT_ONCE // (width * self.parts[0]))
        for first in range(0, max(rows, 1), height):
            last = min(first + height, rows)
            told = self._compared(first, last, cols)._replace(margin=margin)
            yield last / max(rows, 1), told

    def _compared(self, first: int, last: int, cols: int) -> Accuracy:
        """Return what the cells of some rows tell."""
        rows_at = self._lattice(0, first, last)
        cols_at = self._lattice(1, 0, cols)
        down, aside = self.parts
        # of places beyond the last pixel one tells of the pixels before it
        seen = (
            rows_at < self.shape[0] - 1 + self.step[0] / down,
            cols_at < self.shape[1] - 1 + self.step[1] / aside,
        )
        rows_at, cols_at = self._in_shape(0, rows_at), self._in_shape(1, cols_at)
        exact = self.positions(*np.meshgrid(rows_at, cols_at, indexing="ij"))
        between = _spread(exact[:, ::down, ::aside], rows_at / self.step[0], 1)
        between = _spread(between, cols_at / self.step[1], 2)
        exact, between = (part[:, seen[0]][:, :, seen[1]] for part in (exact, between))
        return _told(exact, between, self.src_shape)

    def _in_shape(self, axis: int, places: np.ndarray) -> np.ndarray:
        """Return rows or columns, at the last pixel what lies beyond it and no node.

        There a model may end, and nothing would tell that the last pixels are lost.
        """
        held = np.minimum(places, self.shape[axis] - 1)
        return np.where(np.arange(len(places)) % self.parts[axis], held, places)

    def _lattice(self, axis: int, first: int, last: int) -> np.ndarray:
        """Return the rows or columns of the output that are compared in some cells."""
        parts = self.parts[axis]
        places = np.arange(first * parts, last * parts + 1)
        return places * (self.step[axis] / parts)


def _spread(nodes: np.ndarray, places: np.ndarray, axis: int) -> np.ndarray:
    """Return what is linear between nodes, at places counted in nodes.

    The first place is the first node.
    """
    along = places - np.floor(places[0])
    first = along.astype(np.int64)
    shape = [1] * nodes.ndim
    shape[axis] = -1
    shares = (along - first).reshape(shape)
    start = np.take(nodes, first, axis)
    end = np.take(nodes, np.minimum(first + 1, nodes.shape[axis] - 1), axis)
    # at a node its neighbour does not matter, be it nowhere
    return np.asarray(np.where(shares == 0, start, start * (1 - shares) + end * shares))


def _told(exact: np.ndarray, between: np.ndarray, src_shape: Shape) -> Accuracy:
    """Return what positions tell beside those between nodes, both (2, n, m)."""
    near = is_near(exact, src_shape), is_near(between, src_shape)
    return errors_told(exact, between, *near)


def errors_told(
    exact: np.ndarray, between: np.ndarray, here: np.ndarray, there: np.ndarray
) -> Accuracy:
    """Return what positions tell beside those between nodes.

    Parameters
    ----------
    exact, between : ndarray of float64, shape (2, ...)
        Rows and columns, NaN for none [source pixels].
    here, there : ndarray of bool, shape (...)
        Which of each of both count.
    """
    known = np.isfinite(exact[0]), np.isfinite(between[0])
    lost = np.count_nonzero((here & ~known[1]) | (there & ~known[0]))
    both = here & known[1]
    errors = np.hypot(*(exact - between)[:, both])
    bins = np.searchsorted(BINS, errors)
    return Accuracy(
        worst=float(errors.max(initial=0.0)),
        counts=np.bincount(bins, minlength=len(BINS) + 1),
        lost=int(lost),
        bounds=bounds_of(exact),
    )


def is_near(positions: np.ndarray, src_shape: Shape) -> np.ndarray:
    """Return which positions lie in the source, or near it."""
    rows, cols = positions
    with np.errstate(invalid="ignore"):
        return np.asarray(
            (rows >= -0.5 - NEAR)
            & (rows <= src_shape[0] - 0.5 + NEAR)
            & (cols >= -0.5 - NEAR)
            & (cols <= src_shape[1] - 0.5 + NEAR)
        )


def bounds_of(positions: np.ndarray) -> Bounds:
    """Return the least and greatest rows and columns; `NOWHERE` if there are none."""
    rows, cols = positions[:, np.isfinite(positions[0])]
    return (
        float(rows.min(initial=np.inf)),
        float(rows.max(initial=-np.inf)),
        float(cols.min(initial=np.inf)),
        float(cols.max(initial=-np.inf)),
    )


def joined(one: Bounds, other: Bounds) -> Bounds:
    """Return the bounds of all that lies in one of two."""
    return (
        min(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        max(one[3], other[3]),
    )


def steps_to_try(
    shape: Shape, asked: tuple[int | None, int | None], coarsest: int = COARSEST
) -> list[Shape]:
    """Return the steps to try, from the largest on, `coarsest`: halves, down to 1.

    An axis whose step is asked for keeps it; one of a single pixel has 1.
    """
    most = min(coarsest, max(max(shape) - 1, 1))
    levels = [2**k for k in range(most.bit_length() - 1, -1, -1)]
    found = []
    for level in levels:
        step = [
            given or (min(level, 2 ** ((size - 1).bit_length() - 1)) if size > 1 else 1)
            for given, size in zip(asked, shape)
        ]
        found.append((step[0], step[1]))
    return list(dict.fromkeys(found))


def choose_step(
    positions: Positions,
    shape: Shape,
    src_shape: Shape,
    asked: tuple[int | None, int | None],
    tolerance: float,
    progress: Progress,
    coarsest: int = COARSEST,
) -> tuple[Shape, Accuracy]:
    """Return the largest step whose error is within a tolerance, and how exact it is.

    Parameters
    ----------
    positions, shape, src_shape
        As of `Comparison`.
    asked : (int or None, int or None)
        Steps that are asked for; where both are, they are taken as they are.
    tolerance : float
        Source pixels.
    progress : callable
        Takes the done share.
    coarsest : int
        Largest step that may be chosen.

    Raises
    ------
    Cancelled
        If `progress` said so.
    """
    steps = steps_to_try(shape, asked, coarsest)
    accuracy = Accuracy()
    for number, step in enumerate(steps):
        is_last, accuracy = step == steps[-1], Accuracy()
        comparison = Comparison(positions, shape, src_shape, step)
        if max(step) == 1:
            break
        for share, told in comparison.strips():
            accuracy = accuracy.plus(told)
            if not progress((number + share) / len(steps)):
                raise Cancelled
            if not is_last and not accuracy.is_within(tolerance):
                break
        if accuracy.is_within(tolerance) and accuracy.compared >= ENOUGH:
            break
    return step, accuracy
