"""What a report on a grid says in the log: what a run with it would say."""

from __future__ import annotations

from ..feedback import Feedback
from ..message import Message
from .log_outcome import grid_facts, grid_oddities, why_nothing
from .report import GridReport
from .words import duration, pair


def tell_report(report: GridReport, seconds: float, feedback: Feedback) -> None:
    """Log what a grid is like and what is odd about it."""
    for line in grid_facts(report.resolved, report.survey):
        feedback.info(line)
    if report.suggested != report.step:
        feedback.info(
            Message(
                "Resolution: {suggested} would keep the tolerance of {tolerance:g} "
                "source pixels, it is {step}.",
                suggested=pair(report.suggested),
                tolerance=report.tolerance,
                step=pair(report.step),
            )
        )
    feedback.info(
        Message(
            "Done in {time}: {rows} x {cols} nodes, {inside} of them in the source.",
            time=duration(seconds),
            rows=report.shape[0],
            cols=report.shape[1],
            inside=report.inside,
        )
    )
    if not report.meets_source:
        feedback.warning(why_nothing(report.resolved, report.survey.bounds))
        return
    needed = report.oversampling
    for line in grid_oddities(report.resolved, report.survey, lambda: needed):
        feedback.warning(line)
