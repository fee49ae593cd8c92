"""What a run that converts a grid says."""

from __future__ import annotations

from ..feedback import Feedback
from ..grid.accuracy import Accuracy
from ..grid_options import GridConvention
from ..message import Message
from ..window import Shape
from .words import duration, percent


def tell_dropped(accuracy: Accuracy, feedback: Feedback) -> None:
    """Log how far positions at dropped nodes are off."""
    if not accuracy.compared:
        feedback.info(Message("All nodes that have a position are kept."))
        return
    feedback.info(
        Message(
            "At the {compared} nodes that are dropped, positions are off by at most "
            "{error_max:.3g} source pixels, 99 % of them by at most {error_99:.3g}.",
            compared=accuracy.compared,
            error_max=accuracy.error_max,
            error_99=accuracy.error_99,
        )
    )
    if accuracy.lost:
        feedback.warning(
            Message(
                "{lost} of the dropped nodes have a position where the output has "
                "none, or the other way round: there pixels are lost, or invented. "
                "Use a finer resolution.",
                lost=accuracy.lost,
            )
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
        Message(
            "Done in {time}: {rows} x {cols} nodes, {step_rows} x {step_cols} output "
            "pixels apart, as {convention}; {masked} without a position.",
            time=duration(seconds),
            rows=shape[0],
            cols=shape[1],
            step_rows=step[0],
            step_cols=step[1],
            convention=convention.value,
            masked=percent(masked, shape[0] * shape[1]),
        )
    )
    if masked and convention.is_otb:
        feedback.warning(
            Message(
                "{masked} nodes have no position and are NaN, which OTB does not know "
                "as nodata: what it makes around them is no result.",
                masked=masked,
            )
        )


def tell_command(command: str, feedback: Feedback) -> None:
    """Log how OTB reads the output."""
    if command:
        feedback.info(
            Message(
                "OTB resamples the source through it by: {command}", command=command
            )
        )
