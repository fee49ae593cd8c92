"""Control points in, a grid and how well they fit out."""

from __future__ import annotations

from contextlib import closing
from typing import NamedTuple, cast

from ..errors import telling_shortages
from ..feedback import Feedback
from ..grid_options import PointsJob
from ..mapping.residuals import JudgedPoints
from ..plan.grid_rules import resolve_grid
from ..run.tally import GridSummary
from .grid import made_grid


class PointsSummary(NamedTuple):
    """What a run that makes a grid from control points made."""

    grid: GridSummary
    """The grid."""
    points: JudgedPoints
    """How well the points fit."""


@telling_shortages()
def make_points_grid(job: PointsJob, feedback: Feedback | None = None) -> PointsSummary:
    """Make the grid of control points as `make_grid_dataset`, and tell how they fit.

    Parameters
    ----------
    job : PointsJob
        What to make, and of which points.
    feedback : Feedback
        Takes progress, log and the wish to stop; default logs only.

    Raises
    ------
    GridrError
        If the job cannot be done; the output is as it was before.
    Cancelled
        If the feedback said so; the output is as it was before.
    """
    with closing(resolve_grid(job)) as resolved:
        summary = made_grid(resolved, feedback or Feedback())
        return PointsSummary(summary, cast(JudgedPoints, resolved.points))
