"""What a run that draws a grid says."""

from __future__ import annotations

from ..feedback import Feedback
from ..grid.vectors import BESIDE, ON_LINE, Drawn
from .words import duration, percent


def tell_drawn(
    drawn: Drawn, in_source: bool, seconds: float, feedback: Feedback
) -> None:
    """Log how many nodes there are of each kind, and which are drawn.

    Parameters
    ----------
    drawn : Drawn
        What is kept.
    in_source : bool
        Whether nodes lie at the positions that they read.
    seconds : float
        That reading the grid took.
    """
    masked, outside, inside = drawn.counts
    total = sum(drawn.counts)
    feedback.info(
        f"Read in {duration(seconds)}: of {total} nodes {percent(inside, total)} lie "
        f"in the source, {percent(outside, total)} outside, and "
        f"{percent(masked, total)} have no position."
    )
    lines = "all rows and columns of nodes"
    if drawn.lattice.stride > 1:
        lines = (
            f"1 of {drawn.lattice.stride} of the rows and columns of nodes, with both "
            "ends, and borders"
        )
    feedback.info(f"Drawn: {lines}: {len(drawn.nodes.rows)} nodes.")
    if masked and in_source:
        feedback.info(
            "Nodes without a position have no place over the source: choose the frame "
            "target to see them."
        )
    if drawn.why < BESIDE:
        between = "between the lines" if drawn.why == ON_LINE else "between nodes"
        feedback.warning(
            f"Borders take too many nodes: those {between} that are drawn are left "
            "out. Give a larger density to see them."
        )
