"""From a grid that was asked for to its mapping: every open choice decided, checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from ..feedback import Note
from ..grid_options import ArraysJob, GridJob, PointsJob, TargetJob
from ..mapping.mapping import AnyMapping
from ..mapping.residuals import JudgedPoints
from ..raster.header import Header, read_header
from ..raster.reader import Reader
from .array_places import placed_by_arrays
from .grid_checks import check_meets
from .grid_kinds import GRID_TABLES
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
from .own_masks import input_mask_notes
from .placed import Placed

PLACED_BY: dict[type[TargetJob], Callable[[Any], Placed]] = {
    GridJob: placed_by_transform,
    PointsJob: placed_by_points,
    ArraysJob: placed_by_arrays,
}
"""Kind of job -> what finds how its source lies on the map."""


@dataclass(frozen=True)
class ResolvedGridJob:
    """A grid whose every value is known and allowed, but for automatic steps."""

    job: TargetJob
    """What was asked."""
    src: Header
    """The source."""
    mapping: AnyMapping
    """From the target to the source."""
    inputs: list[Header]
    """The headers of all rasters it reads."""
    reader: Reader | None
    """Reads what the mapping asks for; whoever runs the job closes it."""
    coarsest: int
    """Largest step that may be chosen."""
    notes: tuple[Note, ...]
    """What was decided, or seen, that a user may wonder about."""
    points: JudgedPoints | None = None
    """The control points of a file, if they place the source."""
    files: tuple[str, ...] = ()
    """Files that it reads and that are no rasters."""

    @property
    def asked_step(self) -> tuple[int | None, int | None]:
        """Return the steps asked for."""
        return self.job.row_step, self.job.col_step

    def close(self) -> None:
        """Close what the mapping reads."""
        if self.reader is not None:
            self.reader.close()


def resolve_grid(job: TargetJob) -> ResolvedGridJob:
    """Fill in the open choices of a grid and check all of it, before it is made.

    Raises
    ------
    GridrError
        If anything cannot be done, with what to do about it.
    """
    kind = type(job) if type(job) in PLACED_BY else GridJob
    job = job_of(job, kind, GRID_TABLES[kind])
    check_target(job)
    placed = PLACED_BY[kind](job)
    given = None if job.template is None else read_header(job.template)
    template, footprint = template_for(job, placed, given)
    check_steps(job, template)
    way = job if placed.points is None else replace(job, operation=None)
    operation, odd = operation_for(way, placed.crs, template)
    mapping = placed.mapping_onto(template, operation)
    check_meets(mapping, placed.src, footprint)
    notes = (
        *placed.notes,
        *input_mask_notes(placed.inputs),
        *target_notes(template),
        *odd,
        *operation.notes(),
    )
    return ResolvedGridJob(
        job,
        placed.src,
        mapping,
        [placed.src, *placed.inputs, *([given] if given else [])],
        placed.reader,
        placed.coarsest,
        notes,
        placed.points,
        placed.files,
    )
