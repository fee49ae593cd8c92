"""Shape and place of the output of a grid: pure arithmetic.

Grid node (i, j) is the centre of output pixel (i * row_step, j * col_step). Pixel
positions are whole at pixel *centres*, (row, col), first pixel (0, 0); an affine
transform is whole at pixel *corners*, (x = column, y = row).
"""

from __future__ import annotations

import numpy as np
from affine import Affine
from rasterio.windows import Window

from ..errors import GridrError
from ..options import Ranges
from ..window import AXES, Shape, window_of

LARGEST = 2**31 - 1
"""Rows or columns that GDAL's files can have."""
ROWS_AT_ONCE = 2**15
"""Rows of a turned output that are looked at together: what fits the processor's cache
takes a fifth of the time of millions."""


def full_shape(grid_shape: Shape, step: Shape) -> Shape:
    """Return the shape of the full output [pixels].

    ``full_shape(s, (1, 1)) == s``.
    """
    return (grid_shape[0] - 1) * step[0] + 1, (grid_shape[1] - 1) * step[1] + 1


def full_transform(grid_transform: Affine, step: Shape, window: Window) -> Affine:
    """Return the output's transform from its grid's, for a window of the output.

    Node centres stay where they are; pixels are `step` times smaller.
    ``T(window) @ (0, 0) == T(full) @ (col_off, row_off)``.
    """
    # the corner of the window's first pixel, counted in nodes from the grid's corner
    col = 0.5 + (window.col_off - 0.5) / step[1]
    row = 0.5 + (window.row_off - 0.5) / step[0]
    a, b, c, d, e, f = grid_transform[:6]
    return Affine(
        a / step[1],
        b / step[0],
        a * col + b * row + c,
        d / step[1],
        e / step[0],
        d * col + e * row + f,
    )


def node_shape(shape: Shape, step: Shape) -> Shape:
    """Return the nodes that cover an output of a shape, the last ones perhaps beyond.

    ``node_shape(full_shape(n, step), step) == n``.
    """
    return -(-(shape[0] - 1) // step[0]) + 1, -(-(shape[1] - 1) // step[1]) + 1


def node_transform(transform: Affine, step: Shape) -> Affine:
    """Return the transform of the grid of an output that has one.

    ``full_transform(node_transform(t, step), step, all) == t``, but for rounding.
    """
    a, b, c, d, e, f = transform[:6]
    # the corner of the first node, counted in pixels from the output's corner
    col, row = 0.5 - step[1] / 2, 0.5 - step[0] / 2
    return Affine(
        a * step[1],
        b * step[0],
        a * col + b * row + c,
        d * step[1],
        e * step[0],
        d * col + e * row + f,
    )


def extent_ranges(
    extent: tuple[float, float, float, float],
    grid_transform: Affine | None,
    grid_shape: Shape,
    step: Shape,
) -> Ranges | None:
    """Return the smallest window of all output pixels whose centre lies in an extent.

    Parameters
    ----------
    extent : (x_min, y_min, x_max, y_max)
        In the grid's CRS, its border included.
    grid_transform : Affine or None
        Of the grid; None: x = column and y = -row of the output's pixel corners.
    grid_shape, step : (int, int)
        Of the grid, and output pixels from node to node.

    Returns
    -------
    Ranges or None
        Half-open; None if no centre lies inside.
    """
    if np.isnan(extent).any():
        return None
    transform = Affine(1, 0, 0, 0, -1, 0)
    if grid_transform is not None:
        start = window_of(((0, 0), (0, 0)))
        transform = full_transform(grid_transform, step, start)
    a, b, c, d, e, f = transform[:6]
    x_range, y_range = extent[0::2], extent[1::2]
    rows, cols = full_shape(grid_shape, step)
    nowhere = np.zeros(1)
    if b == d == 0:
        # rows and columns do not depend on each other
        top, bottom = _inside(e, nowhere, f, y_range, rows)
        left, right = _inside(a, nowhere, c, x_range, cols)
        if top >= bottom or left >= right:
            return None
        return (int(top[0]), int(bottom[0])), (int(left[0]), int(right[0]))
    near, end = _rows_near(extent, transform, rows)
    found = [
        part
        for row in range(near, end, ROWS_AT_ONCE)
        if (part := _ranges_of_rows(row, end, extent, transform, cols)) is not None
    ]
    if not found:
        return None
    (top, left), (bottom, right) = np.array(found).T
    return (int(top[0]), int(bottom[-1])), (int(left.min()), int(right.max()))


def _ranges_of_rows(
    row: int,
    end: int,
    extent: tuple[float, float, float, float],
    transform: Affine,
    cols: int,
) -> Ranges | None:
    """Return the smallest window of the next rows' pixels that lie in an extent."""
    a, b, c, d, e, f = transform[:6]
    lines = np.arange(row, min(row + ROWS_AT_ONCE, end))
    left, right = _inside(a, b * (lines + 0.5), c, extent[0::2], cols)
    first, stop = _inside(d, e * (lines + 0.5), f, extent[1::2], cols)
    first, stop = np.maximum(left, first), np.minimum(right, stop)
    hits = np.flatnonzero(first < stop)
    if not hits.size:
        return None
    row_range = int(lines[hits[0]]), int(lines[hits[-1]]) + 1
    return row_range, (int(first[hits].min()), int(stop[hits].max()))


def _rows_near(
    extent: tuple[float, float, float, float], transform: Affine, rows: int
) -> tuple[int, int]:
    """Return the half-open rows that may have a pixel in an extent."""
    if transform.is_degenerate or not np.isfinite(extent).all():
        return 0, rows
    x_min, y_min, x_max, y_max = extent
    inverse = ~transform
    corners = [(x, y) for x in (x_min, x_max) for y in (y_min, y_max)]
    near = [inverse.d * x + inverse.e * y + inverse.f for x, y in corners]
    if not np.isfinite(near).all():  # the inverse of an area of next to nothing
        return 0, rows
    # what rounding may take: more than all rows where an area is next to nothing
    sums = [abs(inverse.d * x) + abs(inverse.e * y) for x, y in corners]
    rounding = 4 * np.finfo(float).eps * (max(sums) + abs(inverse.f))
    ends = min(near) - rounding, max(near) + rounding
    # a row more on each side, for that of the ends
    low, high = (min(max(end, -1.0), rows + 1.0) for end in ends)
    return max(0, int(low) - 2), min(rows, int(high) + 3)


def _inside(
    slope: float,
    offsets: np.ndarray,
    constant: float,
    bounds: tuple[float, float],
    count: int,
) -> tuple[np.ndarray, np.ndarray]:
    """Return which of `count` pixels of some lines have their centre within bounds.

    The coordinate of pixel k is ``slope * (k + 0.5) + offset + constant``. Rounding it
    never makes it fall where it should rise: halving finds what a look at every pixel
    would, to the last bit.

    Parameters
    ----------
    offsets : ndarray of float64, shape (lines,)
        Of the lines.
    bounds : (float, float)
        Both included.

    Returns
    -------
    start, stop : ndarray of int64, shape (lines,)
        Half-open; both `count`, or the same, where there is none.
    """
    low, high = bounds
    if slope < 0:
        slope, offsets, constant, low, high = -slope, -offsets, -constant, -high, -low
    lines = slope, offsets, constant
    start = _first_hits(np.greater_equal, low, *lines, count)
    return start, _first_hits(np.greater, high, *lines, count)


def _first_hits(
    reached: np.ufunc,
    bound: float,
    slope: float,
    offsets: np.ndarray,
    constant: float,
    count: int,
) -> np.ndarray:
    """Return the first pixel of each line that has reached a bound; `count` for none.

    Arithmetic tells it but for rounding; lines where that matters are halved.
    """

    def hit(pixels: np.ndarray, lines: np.ndarray | slice = slice(None)) -> np.ndarray:
        place = (slope * (pixels + 0.5) + offsets[lines]) + constant
        return np.asarray(reached(place, bound))

    with np.errstate(all="ignore"):  # no slope, or no end
        place = np.nan_to_num((bound - constant - offsets) / slope - 0.5)
    near = np.ceil(place)
    near += ~reached(near, place)
    least = np.clip(near, 0, count).astype(np.int64)
    most = least.copy()
    wrong = (hit(least - 1) & (least > 0)) | (~hit(least) & (least < count))
    lines = np.flatnonzero(wrong)
    least[lines], most[lines] = 0, count
    while lines.size:
        middle = (least[lines] + most[lines]) // 2
        is_hit = hit(middle, lines)
        most[lines] = np.where(is_hit, middle, most[lines])
        least[lines] = np.where(is_hit, least[lines], middle + 1)
        lines = lines[least[lines] < most[lines]]
    return least


def node_window(window: Window, step: Shape) -> Window:
    """Return the nodes that a window of output pixels depends on."""
    return window_of(
        (
            _node_range(window.row_off, window.height, step[0]),
            _node_range(window.col_off, window.width, step[1]),
        )
    )


def _node_range(first: int, size: int, step: int) -> tuple[int, int]:
    """Return the half-open node range of pixels first ... first + size - 1."""
    return first // step, -(-(first + size - 1) // step) + 1


def check_step(grid_shape: Shape, step: Shape) -> None:
    """Check the output pixels from node to node.

    Raises
    ------
    GridrError
        If a step is below 1, above `LARGEST`, or above 1 along an axis of a single
        node.
    """
    for axis, nodes, size in zip(AXES, grid_shape, step):
        if size < 1:
            raise GridrError(
                "The grid's {axis} resolution must be at least 1 output pixel per "
                "node, got {size}. Give the output pixels from node to node.",
                axis=axis,
                size=size,
            )
        if size > LARGEST:
            raise GridrError(
                "The grid's {axis} resolution must be at most {largest} output pixels "
                "per node, got {size}. No file holds such an output.",
                axis=axis,
                largest=LARGEST,
                size=size,
            )
        if size > 1 and nodes < 2:
            raise GridrError(
                "The grid has a single node along its {axis}s: its {axis} resolution "
                "must be 1, got {size}. Use a grid of at least two nodes there.",
                axis=axis,
                size=size,
            )


def resolve_window(ranges: Ranges | None, grid_shape: Shape, step: Shape) -> Window:
    """Return the asked part of the output, or all of it, as a window.

    Raises
    ------
    GridrError
        If it is empty, inverted, leaves the output, or is larger than a file can be.
    """
    rows, cols = full_shape(grid_shape, step)
    if ranges is None:
        ranges = (0, rows), (0, cols)
    for axis, (start, stop), size in zip(AXES, ranges, (rows, cols)):
        if start >= stop:
            raise GridrError(
                "The window's first {axis} {start} comes after its last {last}. Give "
                "the first before the last.",
                axis=axis,
                start=start,
                last=stop - 1,
            )
        if start < 0 or stop > size:
            raise GridrError(
                "The window's {axis}s {start} to {last} leave the output, whose "
                "{axis}s are 0 to {end}. Give a window inside it.",
                axis=axis,
                start=start,
                last=stop - 1,
                end=size - 1,
            )
        if stop - start > LARGEST:
            raise GridrError(
                "The output would have {count} {axis}s, more than the {largest} that "
                "a file can have. Check the grid's resolution, or compute a window.",
                count=stop - start,
                axis=axis,
                largest=LARGEST,
            )
    return window_of(ranges)
