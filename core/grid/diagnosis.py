"""All nodes of a grid, looked at once: places, scales, turns, folds, errors."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ..kernels.table import diagnose
from ..kernels.values import (
    LEAST_EXPONENT,
    SCALE_BINS,
    SCALE_BITS,
    TURN_BINS,
    Angles,
    Frame,
)
from ..kernels.values import Diagnosis as Told
from ..window import Shape
from .accuracy import ENOUGH, NEAR, joined
from .nodes import NOWHERE, Bounds, Nodes
from .survey import ALIASING, WRONG, Survey

STRIDES = (2, 4, 8, 16, 32, 64)
"""Every how many nodes one might be enough: what is looked at."""
MAP_SIZE = 800
"""Most rows and columns of the map of scales."""
MOST_PLACES = 1000
"""Cells whose places are kept, of each way to turn."""
AT_ONCE = 2**20
"""Nodes that are looked at together, where strips of `STRIDES[-1]` rows are lower."""
LATTICE = 201
"""Most rows and columns of the nodes that are kept to draw the grid."""


class Thinning(NamedTuple):
    """What would come of keeping only every so many-th node."""

    every: int
    """Of the rows and of the columns of nodes."""
    error: float
    """Largest error at the nodes left out [source pixels]."""
    compared: int
    """Places near the source that were compared."""
    lost: int
    """Those that would lose their position, or get one."""


@dataclass(frozen=True)
class ScaleMap:
    """Scales and turns of the cells of a grid, some cells to a pixel."""

    scale: np.ndarray
    """float64, shape (rows, cols): largest of its cells [source pixels per output
    pixel]; NaN without one."""
    folded: np.ndarray
    """bool, shape (rows, cols): where a cell turns against most others."""
    every: int
    """Cells per pixel, on each axis."""

    @property
    def coarse(self) -> np.ndarray:
        """Return where an anti-alias filter acts against patterns, bool (rows, cols).

        Where there are too many source pixels per output pixel.
        """
        with np.errstate(invalid="ignore"):
            return np.asarray(self.scale > ALIASING)


@dataclass(frozen=True)
class Diagnosis:
    """What the nodes of a grid tell: all of them."""

    survey: Survey
    """As the log of a run has it, which looks at some."""
    scale_ends: tuple[float, float]
    """Least of the smallest and greatest of the largest scales; NaN without a cell."""
    scales: np.ndarray
    """int64, shape (2, bins): cells by their smallest and their largest scale."""
    turns: np.ndarray
    """int64, shape (3600,): cells by their turn, in tenths of a degree."""
    thinnings: tuple[Thinning, ...]
    """What leaving nodes out would do."""
    map: ScaleMap
    """Where the scales are."""
    folded: np.ndarray
    """int64, shape (cells, 2): (row, col) of the first cells that turn against most
    others [nodes]."""
    lattice: np.ndarray
    """float64, shape (2, rows, cols): some of the nodes, the outermost among them."""

    def scale(self, which: int, share: float = 0.5) -> float:
        """Return the scale that a share of the cells do not exceed, within 0.4 %.

        Parameters
        ----------
        which : int
            0 for the smallest scale of each cell, 1 for its largest.
        share : float
            0 to 1; a half gives the median.

        Returns
        -------
        float
            Source pixels per output pixel; NaN without a cell.
        """
        found = self.scales[which]
        if not found.sum():
            return math.nan
        place = int(np.argmax(np.cumsum(found) >= share * found.sum()))
        low, high = self.scale_ends
        return min(max(scale_of(place), low), high)

    @property
    def rotation(self) -> float:
        """Return the median turn [degrees], above -180 and up to 180, within 0.05.

        Of the output's rows in the source, counterclockwise; NaN where nothing turns.
        """
        if not self.turns.sum():
            return math.nan
        angles = np.arange(TURN_BINS) * (2 * np.pi / TURN_BINS)
        sides = np.sum(self.turns * np.sin(angles)), np.sum(self.turns * np.cos(angles))
        # opposite to the mean: where a circle is cut least
        mean = round(math.atan2(*sides) * TURN_BINS / (2 * math.pi))
        first = mean - TURN_BINS // 2
        below = np.cumsum(np.roll(self.turns, -first))
        place = first + int(np.argmax(below >= 0.5 * below[-1]))
        degrees = (place % TURN_BINS) * 360 / TURN_BINS
        return round(degrees - 360 if degrees > 180 else degrees, 1)

    def errors(self, step: Shape) -> dict[float, float]:
        """Return the error of this grid and of finer and coarser ones.

        An error grows as the square of the distance of nodes: this grid has a quarter
        of what half of it has, which is measured.

        Parameters
        ----------
        step : (int, int)
            Output pixels from node to node.

        Returns
        -------
        dict
            Times as far apart as nodes are -> largest error [source pixels]; inf where
            positions would be lost. Those of which too few nodes tell are left out.
        """
        told = [one for one in self.thinnings if one.compared >= ENOUGH]
        found: dict[float, float] = {}
        if told:
            factor, error = 1.0, told[0].error / 4
            finer = [(factor, 0.0 if max(step) == 1 else error)]
            while max(step) * factor > 1:
                factor, error = factor / 2, error / 4
                finer.append((factor, 0.0 if max(step) * factor <= 1 else error))
            found.update(reversed(finer))
        found.update({one.every: math.inf if one.lost else one.error for one in told})
        return found

    def suggested(self, step: Shape, tolerance: float) -> Shape:
        """Return the coarsest resolution within a tolerance [source pixels].

        The resolution as it is where too few nodes tell.
        """
        best = 0.0
        errors = self.errors(step)
        for factor in sorted(errors):
            if errors[factor] > tolerance:
                break
            best = factor
        return self.resolution(step, best or 1.0)

    def resolution(self, step: Shape, times: float) -> Shape:
        """Return a resolution times this one; an axis of one node stays as it is."""
        rows, cols = (
            max(1, int(size * times)) if nodes > 1 else size
            for size, nodes in zip(step, self.lattice.shape[1:])
        )
        return rows, cols


def scale_of(place: int) -> float:
    """Return the scale in the middle of a bin [source pixels per output pixel]."""
    octave, part = divmod(place, 1 << SCALE_BITS)
    return math.ldexp(1 + part / (1 << SCALE_BITS), octave + LEAST_EXPONENT)


def angles() -> Angles:
    """Return the bins of angles that kernels take."""
    ends = np.tan((np.arange(TURN_BINS // 8) + 0.5) * (2 * np.pi / TURN_BINS))
    starts = np.searchsorted(ends, np.arange(1025) / 1024, "right")
    return Angles(ends, starts.astype(np.int64))


def strip_rows_of(shape: Shape) -> int:
    """Return how many rows of nodes are looked at together."""
    longest = STRIDES[-1]
    return int(max(longest, AT_ONCE // shape[1] // longest * longest))


class Diagnoser:
    """Takes the nodes of a grid strip by strip; what comes of it is the same in any.

    Parameters
    ----------
    shape : (int, int)
        Of the grid (rows, cols) [nodes].
    step : (int, int)
        Output pixels from node to node.
    src_shape : (int, int)
        Of the source.
    """

    def __init__(self, shape: Shape, step: Shape, src_shape: Shape) -> None:
        self._shape, self._step, self._src_shape = shape, step, src_shape
        self._every = max(1, -(-(max(shape) - 1) // MAP_SIZE))
        self._angles = angles()
        self._bounds: Bounds = NOWHERE
        drawn = tuple(max(1, -(-(size - 1) // self._every)) for size in shape)
        levels = sum(every < max(shape) for every in STRIDES)
        self._told = Told(
            np.zeros(9, np.int64),
            np.zeros(2),
            np.array([np.inf, 0.0]),
            np.zeros((2, SCALE_BINS), np.int64),
            np.zeros(TURN_BINS, np.int64),
            np.zeros(levels),
            np.zeros(levels, np.int64),
            np.zeros(levels, np.int64),
            np.full(drawn, -1.0),
            np.zeros((2, *drawn), np.uint8),
            np.zeros((2, MOST_PLACES, 2), np.int64),
        )
        self._kept = tuple(map(_some, shape))
        self._lattice = np.full((2, *map(len, self._kept)), np.nan)

    def add(self, nodes: Nodes, own: int) -> None:
        """Take the next strip.

        Parameters
        ----------
        nodes : Nodes
            All columns of some rows, and of one row more but at the grid's end. The
            first is a multiple of `STRIDES[-1]`.
        own : int
            Rows without that one.
        """
        first = nodes.origin[0]
        frame = Frame(
            first,
            own,
            self._step,
            self._src_shape,
            self._every,
            NEAR,
            (ALIASING, WRONG, 1 / WRONG),
        )
        diagnose(nodes.rows, nodes.cols, frame, self._angles, self._told)
        if nodes.bounds is not None:
            self._bounds = joined(self._bounds, nodes.bounds)
        rows, cols = self._kept
        here = (rows >= first) & (rows < first + own)
        some = np.ix_(rows[here] - first, cols)
        self._lattice[:, here] = nodes.rows[some], nodes.cols[some]

    def diagnosis(self) -> Diagnosis:
        """Return what all strips have told."""
        told = self._told
        survey = Survey._make((*told.counts.tolist(), *told.sums, self._bounds, False))
        way = 0 if survey.straight < survey.turned else 1
        low, high = told.ends.tolist()
        drawn = np.where(told.scale_map < 0, np.nan, told.scale_map)
        return Diagnosis(
            survey._replace(down=float(survey.down), right=float(survey.right)),
            (low, high) if survey.cells else (math.nan, math.nan),
            told.scales,
            told.turns,
            tuple(
                Thinning(every, math.sqrt(square), int(compared), int(lost))
                for every, square, compared, lost in zip(
                    STRIDES, told.errors, told.compared, told.lost
                )
            ),
            ScaleMap(drawn, told.turn_map[way] > 0, self._every),
            told.places[way, : survey.rarer],
            self._lattice,
        )


def _some(size: int) -> np.ndarray:
    """Return some of so many places, evenly, the first and the last among them."""
    return np.unique(np.linspace(0, size - 1, min(size, LATTICE)).round()).astype(int)
