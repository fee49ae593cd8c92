"""Numbers as the log puts them."""

from __future__ import annotations

from ..machine import MIB
from ..message import Message
from ..window import Shape


def mib(size: int) -> Message:
    """Return a number of bytes in words."""
    return Message("{size:.0f} MiB", size=size / MIB)


def megapixels(per_second: float) -> Message:
    """Return a rate in pixels per second in words."""
    return Message("{rate:.3g} million pixels/s", rate=per_second / 1000000.0)


def duration(seconds: float) -> Message:
    """Return a time in words, such as 0.42 s, 25 s, 3 min 20 s or 1 h 5 min."""
    if seconds < 9.95:
        return Message("{seconds:.2g} s", seconds=seconds)
    if seconds < 99.5:
        return Message("{seconds:.0f} s", seconds=seconds)
    minutes = round(seconds) // 60
    if minutes < 60:
        return Message(
            "{minutes} min {seconds} s", minutes=minutes, seconds=round(seconds) % 60
        )
    return Message("{hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60)


def percent(part: int, whole: int) -> Message:
    """Return a share in words, 0.0 and 100.0 % only where they are exact."""
    share = 100 * part / whole
    if 0 < share < 0.05:
        return Message("less than 0.1 %")
    return (
        Message("more than 99.9 %")
        if 99.95 <= share < 100
        else Message("{share:.1f} %", share=share)
    )


def pair(numbers: tuple[float, float]) -> Message:
    """Return two numbers in words."""
    return Message("{rows:.3g} x {cols:.3g}", rows=numbers[0], cols=numbers[1])


def extent(bounds: tuple[float, float, float, float]) -> Message:
    """Return (row_min, row_max, col_min, col_max) in words, to a tenth of a pixel."""
    row, last_row, col, last_col = (f"{round(end, 1):.10g}" for end in bounds)
    return Message(
        "rows {row} to {last_row} and columns {col} to {last_col}",
        row=row,
        last_row=last_row,
        col=col,
        last_col=last_col,
    )


def shape_extent(shape: Shape) -> Message:
    """Return the rows and columns of a raster of a shape in words."""
    return extent((0, shape[0] - 1, 0, shape[1] - 1))
