"""From a report that was asked for to the run that it looks ahead to."""

from __future__ import annotations

from ..grid_options import ReportJob
from .grid_target import check_tolerance
from .kinds import job_of
from .resolved import ResolvedJob
from .rules import resolve


def resolve_report(job: ReportJob) -> ResolvedJob:
    """Fill in the open choices of the run and check all of it, as `resolve` does.

    Raises
    ------
    GridrError
        If the run, or the report, cannot be made, with what to do about it.
    """
    check_tolerance(job_of(job, ReportJob).tolerance)
    return resolve(job)
