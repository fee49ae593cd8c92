"""From a grid that was asked for to its mapping: every open choice decided, checked."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Any

from ..feedback import Note
from ..grid_options import GridJob, PointsJob, TargetJob
from ..kernels.loading import LOADER
from ..mapping.control_points import Fitted
from ..mapping.mapping import Mapping
from ..mapping.residuals import JudgedPoints
from ..raster.header import Header, read_header
from ..raster.reader import Reader
from .grid_checks import check_meets
from .grid_places import placed_by_transform
from .grid_points import placed_by_points
from .grid_target import (
    check_steps,
    check_target,
    operation_for,
    target_notes,
    template_for,
)
from .kinds import job_of
from .placed import Placed

PLACED_BY: dict[type[TargetJob], Callable[[Any], Placed]] = {
    GridJob: placed_by_transform,
    PointsJob: placed_by_points,
}
"""Kind of job -> what finds how its source lies on the map."""

SHARE = 16
"""Pixels of a target for each place that is computed, where thin plates bend them."""


@dataclass(frozen=True)
class ResolvedGridJob:
    """A grid whose every value is known and allowed, but for automatic steps."""

    job: TargetJob
    """What was asked."""
    src: Header
    """The source."""
    mapping: Mapping
    """From the target to the source."""
    inputs: list[Header]
    """The headers of all rasters it reads."""
    dem: Reader | None
    """Reads heights; whoever runs the job closes it."""
    notes: tuple[Note, ...]
    """What was decided, or seen, that a user may wonder about."""
    points: JudgedPoints | None = None
    """The control points of a file, if they place the source."""

    @property
    def asked_step(self) -> tuple[int | None, int | None]:
        """Return the steps asked for."""
        return self.job.row_step, self.job.col_step

    def kernels(self) -> AbstractContextManager[None]:
        """Load the kernels beside a run, where that is worth it."""
        rows, cols = self.mapping.template.shape
        model = self.mapping.model
        count = rows * cols // SHARE
        seconds = model.plain_seconds(count) if isinstance(model, Fitted) else 0.0
        return LOADER.beside(seconds)

    def close(self) -> None:
        """Close what reads the heights."""
        if self.dem is not None:
            self.dem.close()


def resolve_grid(job: TargetJob) -> ResolvedGridJob:
    """Fill in the open choices of a grid and check all of it, before it is made.

    Raises
    ------
    GridrError
        If anything cannot be done, with what to do about it.
    """
    kind = type(job) if type(job) in PLACED_BY else GridJob
    job = job_of(job, kind)
    check_target(job)
    placed = PLACED_BY[kind](job)
    given = None if job.template is None else read_header(job.template)
    template, footprint = template_for(job, placed, given)
    check_steps(job, template)
    way = job if placed.points is None else replace(job, operation=None)
    operation, odd = operation_for(way, placed.crs, template)
    mapping = Mapping(template, operation, placed.model)
    check_meets(mapping, placed.src, footprint)
    notes = (*placed.notes, *target_notes(template), *odd, *operation.notes())
    return ResolvedGridJob(
        job,
        placed.src,
        mapping,
        [placed.src, *placed.inputs, *([given] if given else [])],
        placed.dem,
        notes,
        placed.points,
    )
