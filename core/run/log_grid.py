"""What a run that makes a grid says."""

from __future__ import annotations

from ..feedback import Feedback
from ..grid.accuracy import Accuracy
from ..grid.make import NodeTally
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
    why = "asked for" if asked else "automatic"
    exact = "each pixel is a node"
    if max(step) > 1:
        exact = (
            f"positions between nodes are off by at most {accuracy.error_max:.3g} "
            f"source pixels, 99 % of them by at most {accuracy.error_99:.3g}"
        )
    feedback.info(f"Resolution: {step[0]} x {step[1]} ({why}); {exact}.")
    if accuracy.lost:
        feedback.warning(
            f"{percent(accuracy.lost, accuracy.compared)} of the places that were "
            "looked at have a position, and some of the nodes around them none, or "
            "the other way round: there pixels are lost, or invented. Use a finer "
            "resolution, or an automatic one."
        )
    if accuracy.error_max > tolerance:
        feedback.warning(
            f"The error {accuracy.error_max:.3g} is above the tolerance "
            f"{tolerance:g}. Use a finer resolution, or an automatic one."
        )


def tell_grid(
    nodes: Shape, tally: NodeTally, seconds: float, feedback: Feedback
) -> None:
    """Log what was made."""
    count = nodes[0] * nodes[1]
    feedback.info(
        f"Done in {duration(seconds)}: {nodes[0]} x {nodes[1]} nodes, "
        f"{percent(tally.inside, count)} of them in the source, "
        f"{percent(tally.masked, count)} without a position."
    )
    if MOSTLY * count < tally.masked < count:
        feedback.warning(
            "Hardly any node has a position. If the target is wider than it should be, "
            "as where places lie on both sides of the antimeridian and the coordinate "
            "system ends there, choose another one, or give the extent."
        )
