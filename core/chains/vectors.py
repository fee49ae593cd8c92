"""A grid in, its points, lines and outline out: plain values for a front end."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from ..errors import telling_shortages
from ..feedback import Feedback, tell_notes
from ..grid.vectors import KINDS, MASKED, Drawn, Kept, draw
from ..grid_options import VectorsJob
from ..plan.vector_rules import ResolvedVectorsJob, resolve_vectors
from ..raster.cache import gdal_cache
from ..raster.changes import Watch
from ..run.given import opened_grid
from ..run.log_vectors import tell_drawn
from .convert import CACHE

Points = np.ndarray
"""float64, shape (k, 2): x and y in the coordinate system of the layers."""


class Node(NamedTuple):
    """A node to draw."""

    x: float
    """In the coordinate system of the layers."""
    y: float
    """In the coordinate system of the layers."""
    kind: str
    """One of `KINDS`."""
    row: float | None
    """Source row that it reads; None without a position."""
    col: float | None
    """Source column."""
    node_row: int
    """Its row in the grid."""
    node_col: int
    """Its column in the grid."""


class GridVectors:
    """Points, lines and outline of a grid.

    Parameters
    ----------
    resolved : ResolvedVectorsJob
        What was asked.
    drawn : Drawn
        What is kept of the grid.
    """

    def __init__(self, resolved: ResolvedVectorsJob, drawn: Drawn) -> None:
        self._resolved, self._drawn = resolved, drawn

    @property
    def crs_wkt(self) -> str | None:
        """Return the coordinate system as WKT; None for none."""
        return self._resolved.crs_wkt

    @property
    def counts(self) -> dict[str, int]:
        """Return how many nodes the grid has of each kind."""
        return dict(zip(KINDS, self._drawn.counts))

    def nodes(self) -> Iterator[Node]:
        """Yield the nodes that have a place, row by row."""
        kept = self._drawn.nodes
        if self._resolved.in_source:
            kept = kept.where(kept.kinds != MASKED)
        known = kept.kinds != MASKED
        columns = (part.tolist() for part in (kept.rows, kept.cols, known, kept.kinds))
        places = self._places(kept).tolist()
        nodes = zip(kept.node_rows.tolist(), kept.node_cols.tolist())
        for (x, y), node, row, col, is_known, kind in zip(places, nodes, *columns):
            position = (row, col) if is_known else (None, None)
            yield Node(x, y, KINDS[kind], *position, *node)

    def lines(self) -> Iterator[tuple[str, int, Points]]:
        """Yield "row" or "column", which one of the grid, and a piece of it."""
        for line in self._drawn.lines(everywhere=not self._resolved.in_source):
            yield (
                "row" if line.is_row else "column",
                line.number,
                self._places(line.nodes),
            )

    def outline(self) -> Points | None:
        """Return the closed ring around all nodes with a place; None for none."""
        ring = self._drawn.ring
        return None if ring is None else self._places(ring)

    def _places(self, kept: Kept) -> Points:
        """Return where nodes lie."""
        resolved = self._resolved
        if resolved.in_source:
            rows, cols = kept.rows + 0.5, kept.cols + 0.5
        else:
            rows = kept.node_rows * resolved.step[0] + 0.5
            cols = kept.node_cols * resolved.step[1] + 0.5
        a, b, c, d, e, f = resolved.transform[:6]
        return np.stack([a * cols + b * rows + c, d * cols + e * rows + f], axis=1)


@telling_shortages()
def draw_grid(job: VectorsJob, feedback: Feedback | None = None) -> GridVectors:
    """Return what shows a grid: few of its nodes, but all of its borders.

    Parameters
    ----------
    job : VectorsJob
        What to do.
    feedback : Feedback
        Takes progress, log and the wish to stop; default logs only.

    Raises
    ------
    GridrError
        If the job cannot be done.
    Cancelled
        If the feedback said so.
    """
    feedback = feedback or Feedback()
    start = time.perf_counter()
    resolved = resolve_vectors(job)
    watch = Watch(resolved.inputs)
    tell_notes(resolved.notes, feedback)
    with opened_grid(resolved.given, resolved.job.shift) as grid, gdal_cache(CACHE):
        drawn = draw(
            grid,
            resolved.given.shape,
            resolved.src.shape,
            resolved.job.density,
            not resolved.in_source,
            feedback.progress,
        )
        watch.check()
    tell_drawn(drawn, resolved.in_source, time.perf_counter() - start, feedback)
    return GridVectors(resolved, drawn)
