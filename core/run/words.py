"""Numbers as the log puts them."""

from __future__ import annotations

from ..machine import MIB
from ..window import Shape


def mib(size: int) -> str:
    """Return a number of bytes in words."""
    return f"{size / MIB:.0f} MiB"


def megapixels(per_second: float) -> str:
    """Return a rate in pixels per second in words."""
    return f"{per_second / 1e6:.3g} million pixels/s"


def duration(seconds: float) -> str:
    """Return a time in words, such as 0.42 s, 25 s, 3 min 20 s or 1 h 5 min."""
    if seconds < 9.95:
        return f"{seconds:.2g} s"
    if seconds < 99.5:
        return f"{seconds:.0f} s"
    minutes = round(seconds) // 60
    if minutes < 60:
        return f"{minutes} min {round(seconds) % 60} s"
    return f"{minutes // 60} h {minutes % 60} min"


def percent(part: int, whole: int) -> str:
    """Return a share in words, 0.0 and 100.0 % only where they are exact."""
    share = 100 * part / whole
    if 0 < share < 0.05:
        return "less than 0.1 %"
    return "more than 99.9 %" if 99.95 <= share < 100 else f"{share:.1f} %"


def pair(numbers: tuple[float, float]) -> str:
    """Return two numbers in words."""
    return f"{numbers[0]:.3g} x {numbers[1]:.3g}"


def extent(bounds: tuple[float, float, float, float]) -> str:
    """Return (row_min, row_max, col_min, col_max) in words, to a tenth of a pixel."""
    row, last_row, col, last_col = (f"{round(end, 1):.10g}" for end in bounds)
    return f"rows {row} to {last_row} and columns {col} to {last_col}"


def shape_extent(shape: Shape) -> str:
    """Return the rows and columns of a raster of a shape in words."""
    return extent((0, shape[0] - 1, 0, shape[1] - 1))
