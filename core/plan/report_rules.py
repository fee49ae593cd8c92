"""From a report that was asked for to the run that it looks ahead to."""

from __future__ import annotations

from ..grid_options import ReportJob
from .grid_kinds import OF_TARGET
from .grid_target import check_tolerance
from .kinds import OF_JOB, Table, job_of
from .resolved import ResolvedJob
from .rules import resolve

OF_REPORT_JOB: Table = {**OF_JOB, "tolerance": OF_TARGET["tolerance"]}


def resolve_report(job: ReportJob) -> ResolvedJob:
    """Fill in the open choices of the run and check all of it, as `resolve` does.

    Raises
    ------
    GridrError
        If the run, or the report, cannot be made, with what to do about it.
    """
    check_tolerance(job_of(job, ReportJob, OF_REPORT_JOB).tolerance)
    return resolve(job)
