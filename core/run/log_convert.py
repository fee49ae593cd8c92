"""What a run that converts a grid says."""

from __future__ import annotations

from ..feedback import Feedback
from ..grid.accuracy import Accuracy
from ..grid_options import GridConvention
from ..window import Shape
from .words import duration, percent


def tell_dropped(accuracy: Accuracy, feedback: Feedback) -> None:
    """Log how far positions at dropped nodes are off."""
    if not accuracy.compared:
        feedback.info("All nodes that have a position are kept.")
        return
    feedback.info(
        f"At the {accuracy.compared} nodes that are dropped, positions are off by at "
        f"most {accuracy.error_max:.3g} source pixels, 99 % of them by at most "
        f"{accuracy.error_99:.3g}."
    )
    if accuracy.lost:
        feedback.warning(
            f"{accuracy.lost} of the dropped nodes have a position where the output "
            "has none, or the other way round: there pixels are lost, or invented. "
            "Use a finer resolution."
        )


def tell_converted(
    shape: Shape,
    step: Shape,
    masked: int,
    convention: GridConvention,
    seconds: float,
    feedback: Feedback,
) -> None:
    """Log what was written.

    Parameters
    ----------
    shape, step : (int, int)
        Nodes, and output pixels from node to node (rows, cols).
    masked : int
        Nodes without a position.
    convention : GridConvention
        What they are counted from.
    seconds : float
        That the run took.
    """
    feedback.info(
        f"Done in {duration(seconds)}: {shape[0]} x {shape[1]} nodes, {step[0]} x "
        f"{step[1]} output pixels apart, as {convention.value}; "
        f"{percent(masked, shape[0] * shape[1])} without a position."
    )
    if masked and convention.is_otb:
        feedback.warning(
            f"{masked} nodes have no position and are NaN, which OTB does not know as "
            "nodata: what it makes around them is no result."
        )


def tell_command(command: str, feedback: Feedback) -> None:
    """Log how OTB reads the output."""
    if command:
        feedback.info(f"OTB resamples the source through it by: {command}")
