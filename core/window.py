"""Integer windows of pixels, half-open, rows before columns.

The only rectangle type is `rasterio.windows.Window`. The functions here are total:
windows that do not meet have an empty intersection, and nothing raises.
"""

from __future__ import annotations

from collections.abc import Iterator

from rasterio.windows import Window

from .message import Message
from .options import Ranges

Shape = tuple[int, int]
AXES = (Message("row"), Message("column"))
"""The two axes of a raster, for sentences."""
LINES = (Message("rows"), Message("columns"))
"""What is counted along them."""


def window_of(ranges: Ranges) -> Window:
    """Return the window of ``((row_start, row_stop), (col_start, col_stop))``.

    A stop before its start gives an empty window at the start, and
    ``window_ranges(window_of(r)) == r`` for all other ranges.
    """
    (row, row_stop), (col, col_stop) = ranges
    return Window(
        int(col), int(row), max(int(col_stop - col), 0), max(int(row_stop - row), 0)
    )


def window_ranges(window: Window) -> Ranges:
    """Return ``((row_start, row_stop), (col_start, col_stop))`` of a window."""
    return (
        (window.row_off, window.row_off + window.height),
        (window.col_off, window.col_off + window.width),
    )


def window_shape(window: Window) -> Shape:
    """Return (rows, cols): the same as ``array[window_slices(window)].shape``."""
    return window.height, window.width


def window_slices(window: Window) -> tuple[slice, slice]:
    """Return the slices that cut a window out of the last two axes of an array."""
    rows, cols = window_ranges(window)
    return slice(*rows), slice(*cols)


def window_is_empty(window: Window) -> bool:
    """Tell whether a window holds no pixel."""
    return bool(window.height == 0 or window.width == 0)


def window_clip(window: Window, other: Window) -> Window:
    """Return the pixels that are in both windows, possibly none."""
    ranges = [
        (max(a[0], b[0]), min(a[1], b[1]))
        for a, b in zip(window_ranges(window), window_ranges(other))
    ]
    return window_of((ranges[0], ranges[1]))


def window_pad(window: Window, margin: int) -> Window:
    """Return a window grown by `margin` pixels on each of its four sides."""
    (row, row_stop), (col, col_stop) = window_ranges(window)
    return window_of(
        ((row - margin, row_stop + margin), (col - margin, col_stop + margin))
    )


def window_relative(window: Window, to: Window) -> Window:
    """Return `window` counted from the first pixel of `to`.

    ``array[to][window_relative(window, to)] == array[window]`` where `to` holds it.
    """
    return Window(
        window.col_off - to.col_off,
        window.row_off - to.row_off,
        window.width,
        window.height,
    )


def window_rims(window: Window, inner: Window) -> list[Window]:
    """Return what of a window lies around an inner one, in up to four windows.

    Above, left, right and below; with the inner one, which it holds, they hold every
    pixel exactly once.
    """
    (row, row_stop), (col, col_stop) = window_ranges(window)
    (top, bottom), (left, right) = window_ranges(inner)
    rims = [
        window_of(((row, top), (col, col_stop))),
        window_of(((top, bottom), (col, left))),
        window_of(((top, bottom), (right, col_stop))),
        window_of(((bottom, row_stop), (col, col_stop))),
    ]
    return [rim for rim in rims if not window_is_empty(rim)]


def window_halves(window: Window) -> tuple[Window, Window]:
    """Cut a window of at least two pixels in two across its longer side."""
    (row, row_stop), (col, col_stop) = window_ranges(window)
    if window.height >= window.width:
        middle = row + window.height // 2
        return (
            window_of(((row, middle), (col, col_stop))),
            window_of(((middle, row_stop), (col, col_stop))),
        )
    middle = col + window.width // 2
    return (
        window_of(((row, row_stop), (col, middle))),
        window_of(((row, row_stop), (middle, col_stop))),
    )


def strips(window: Window, rows: int) -> Iterator[Window]:
    """Yield the full-width strips of a window from its top, each of `rows` rows.

    The last one may be lower; together they hold every pixel exactly once.
    """
    yield from tiles(window, (rows, max(window.width, 1)))


def tiles(window: Window, shape: Shape) -> Iterator[Window]:
    """Yield the tiles of a window, row by row from its upper-left corner.

    Tiles at the right and lower side may be smaller than `shape`; together they
    hold every pixel of the window exactly once.
    """
    (row, row_stop), (col, col_stop) = window_ranges(window)
    for first_row in range(row, row_stop, shape[0]):
        last_row = min(first_row + shape[0], row_stop)
        for first_col in range(col, col_stop, shape[1]):
            last_col = min(first_col + shape[1], col_stop)
            yield window_of(((first_row, last_row), (first_col, last_col)))
