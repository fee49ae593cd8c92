"""What a run that draws a grid says."""

from __future__ import annotations

from ..feedback import Feedback
from ..grid.vectors import BESIDE, ON_LINE, Drawn
from ..message import Message
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
        Message(
            "Read in {time}: of {total} nodes {inside} lie in the source, {outside} "
            "outside, and {masked} have no position.",
            time=duration(seconds),
            total=total,
            inside=percent(inside, total),
            outside=percent(outside, total),
            masked=percent(masked, total),
        )
    )
    lines = Message("all rows and columns of nodes")
    if drawn.lattice.stride > 1:
        lines = Message(
            "1 of {stride} of the rows and columns of nodes, with both ends, and "
            "borders",
            stride=drawn.lattice.stride,
        )
    feedback.info(
        Message(
            "Drawn: {lines}: {count} nodes.", lines=lines, count=len(drawn.nodes.rows)
        )
    )
    if masked and in_source:
        feedback.info(
            Message(
                "Nodes without a position have no place over the source: choose the "
                "frame target to see them."
            )
        )
    if drawn.why < BESIDE:
        between = (
            Message("between the lines")
            if drawn.why == ON_LINE
            else Message("between nodes")
        )
        feedback.warning(
            Message(
                "Borders take too many nodes: those {between} that are drawn are left "
                "out. Give a larger density to see them.",
                between=between,
            )
        )
