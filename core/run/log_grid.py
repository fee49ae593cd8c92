"""What a run that makes a grid says."""

from __future__ import annotations

from ..feedback import Feedback
from ..grid.accuracy import Accuracy
from ..grid.make import NodeTally
from ..message import Message
from ..window import Shape
from .words import duration, percent

MOSTLY = 0.95
"""Share of nodes without a position above which the target is doubted: an orbit on a
map of the world leaves out nine of ten."""


def tell_step(
    step: Shape, asked: bool, accuracy: Accuracy, tolerance: float, feedback: Feedback
) -> None:
    """Log how far apart nodes are, and how exact positions between them.

    Parameters
    ----------
    step : (int, int)
        Target pixels from node to node (rows, cols).
    asked : bool
        Whether all of it was asked for.
    accuracy : Accuracy
        What a comparison has told.
    tolerance : float
        The error allowed [source pixels].
    """
    why = Message("asked for") if asked else Message("automatic")
    exact = Message("each pixel is a node")
    if max(step) > 1:
        exact = Message(
            "positions between nodes are off by at most {error_max:.3g} source "
            "pixels, 99 % of them by at most {error_99:.3g}",
            error_max=accuracy.error_max,
            error_99=accuracy.error_99,
        )
    feedback.info(
        Message(
            "Resolution: {rows} x {cols} ({why}); {exact}.",
            rows=step[0],
            cols=step[1],
            why=why,
            exact=exact,
        )
    )
    if accuracy.lost:
        feedback.warning(
            Message(
                "{lost} of the places that were looked at have a position, and some "
                "of the nodes around them none, or the other way round: there pixels "
                "are lost, or invented. Use a finer resolution, or an automatic one.",
                lost=percent(accuracy.lost, accuracy.compared),
            )
        )
    if accuracy.error_max > tolerance:
        feedback.warning(
            Message(
                "The error {error_max:.3g} is above the tolerance {tolerance:g}. Use "
                "a finer resolution, or an automatic one.",
                error_max=accuracy.error_max,
                tolerance=tolerance,
            )
        )


def tell_grid(
    nodes: Shape, tally: NodeTally, seconds: float, feedback: Feedback
) -> None:
    """Log what was made."""
    count = nodes[0] * nodes[1]
    feedback.info(
        Message(
            "Done in {time}: {rows} x {cols} nodes, {inside} of them in the source, "
            "{masked} without a position.",
            time=duration(seconds),
            rows=nodes[0],
            cols=nodes[1],
            inside=percent(tally.inside, count),
            masked=percent(tally.masked, count),
        )
    )
    if MOSTLY * count < tally.masked < count:
        feedback.warning(
            Message(
                "Hardly any node has a position. If the target is wider than it "
                "should be, as where places lie on both sides of the antimeridian and "
                "the coordinate system ends there, choose another one, or give the "
                "extent."
            )
        )
