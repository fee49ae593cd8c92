"""What kernels are given together, by name: plain tuples to numba.

numba 0.56 knows the types of a call by a text of 40 bytes, with the names of named
tuples in it; of a longer text it forgets the first 40. Patches of two types were the
same to it, and one was read as the other.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

SURVEY_SAMPLE = 16384
"""Nodes up to which all are looked at, else whole rows of them here and there: 7 ns
each (numba 0.56: 15), so 0.1 ns (0.2) per node of a tile of 1025 x 1025."""

QUADS = (32, 64)
"""Rows and columns of the blocks that quads of geolocation arrays are looked at in."""
TURNS = 2
"""Periods either way at which a quad may lie in a target."""
EDGE = 1e-7
"""Share of a quad by which what lies on its edge may seem to lie beside it."""
AROUND = 1e-6
"""Target pixels around a quad in which nodes are looked at."""


def plain(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return named tuples, also within each other, as kernels are to be given them."""
    return tuple(plain(v) if isinstance(v, tuple) else v for v in values)


class Mesh(NamedTuple):
    """Nodes, and where a window of output pixels begins among them."""

    rows: np.ndarray
    """float64, shape (n, m): source row of each node, NaN for unusable ones."""
    cols: np.ndarray
    """float64, shape (n, m): source column of each node, NaN for unusable ones. With a
    step of (1, 1) a row or a column that is not finite makes its node unusable, too."""
    step: tuple[int, int]
    """Output pixels from node to node (rows, cols)."""
    origin: tuple[int, int]
    """Place (row, col) of the window's first pixel, counted from node (0, 0)
    [output pixels]."""


class Patch(NamedTuple):
    """Source pixels in memory."""

    pixels: np.ndarray
    """Shape (bands, rows, cols), in the source's own type; float64 coefficients for
    B-splines."""
    usable: np.ndarray
    """uint8, shape (rows, cols), or (0, 0) where all pixels are: 0 where a pixel must
    not be used, as outside of the patch, and 2 where a support begins of which every
    pixel may, which `validity.mark_whole` sets."""
    origin: tuple[int, int]
    """Source (row, col) of the first pixel."""


class Limits(NamedTuple):
    """What a type can hold."""

    lowest: float
    """Least value."""
    highest: float
    """Greatest value."""
    is_integer: bool
    """Whether values are whole."""


class Canvas(NamedTuple):
    """Where results become pixels of the output."""

    order: np.ndarray
    """int64, shape (bands,): source band of each output band."""
    limits: Limits
    """What the output's type can hold."""
    nodata: float
    """Scalar of the output's type: written where there is no result."""
    data: np.ndarray
    """Shape (bands, at least rows, at least cols), in the output's type; filled."""
    valid: np.ndarray
    """bool, shape (at least rows, at least cols); filled."""
    origin: tuple[int, int]
    """(row, col) of the window's first pixel in `data` and `valid`."""


class Filter(NamedTuple):
    """How fine pixels become one pixel of the output."""

    fine: tuple[int, int]
    """Fine pixels per output pixel (rows, cols)."""
    row_weights: np.ndarray
    """float64, shape (fine rows of 1 + 2 m output pixels,): weight of each about the
    own ones in the middle; of size 0 for the most frequent value of the own cell."""
    col_weights: np.ndarray
    """float64: the same of fine columns."""


class Lacking(NamedTuple):
    """How many fine pixels of a window and its margin do not exist, on each side."""

    top: int
    """Rows above the first that exists."""
    bottom: int
    """Rows below the last."""
    left: int
    """Columns before the first."""
    right: int
    """Columns after the last."""


class Own(NamedTuple):
    """The nodes and cells of a tile that no other tile has, counted from its first."""

    row_start: int
    """First row of its own nodes."""
    row_stop: int
    """Row after the last."""
    col_start: int
    """First column of its own nodes."""
    col_stop: int
    """Column after the last."""
    cell_row: int
    """Row of the first node of its first own cell."""
    cell_col: int
    """Column of that node."""


class Frame(NamedTuple):
    """Where some nodes stand in their grid, and what they are measured by."""

    first: int
    """Row of the grid of the first of them, a multiple of the longest stride."""
    own: int
    """Rows of nodes to count; one more may follow, for the cells below the last."""
    step: tuple[int, int]
    """Output pixels from node to node (rows, cols)."""
    shape: tuple[int, int]
    """(rows, cols) of the source."""
    every: int
    """Cells of the grid per pixel of the map, on each axis."""
    near: float
    """Source pixels beyond the border within which errors count."""
    sizes: tuple[float, float, float]
    """Sizes over, from and up to which a cell is counted, as `survey_nodes` does."""


class Angles(NamedTuple):
    """Bins of angles from 0 to 45 degrees, by their tangents; told by comparing."""

    ends: np.ndarray
    """float64: tangents where the next bin begins, rising."""
    starts: np.ndarray
    """int64: `ends` up to the tangents 0, 1 / n, ... 1."""


class Diagnosis(NamedTuple):
    """What all nodes of a grid have told so far; kernels add to it in place."""

    counts: np.ndarray
    """int64, shape (9,): as `survey_nodes` returns them."""
    sums: np.ndarray
    """float64, shape (2,): of the cells' sizes, down and right."""
    ends: np.ndarray
    """float64, shape (2,): least and greatest scale of all cells."""
    scales: np.ndarray
    """int64, shape (2, `SCALE_BINS`): cells by their smallest and largest scale."""
    turns: np.ndarray
    """int64, shape (`TURN_BINS`,): cells by their turn, in tenths of a degree."""
    errors: np.ndarray
    """float64, shape (strides,): largest squared error if only every 2nd, 4th, ...
    node were kept [source pixels squared]."""
    compared: np.ndarray
    """int64, shape (strides,): places that this was looked at."""
    lost: np.ndarray
    """int64, shape (strides,): those that would lose their position, or get one."""
    scale_map: np.ndarray
    """float64, shape (rows, cols): largest scale of some cells, -1 without any."""
    turn_map: np.ndarray
    """uint8, shape (2, rows, cols): 1 where a cell turns as rows x cols do, or the
    other way."""
    places: np.ndarray
    """int64, shape (2, most, 2): (row, col) of the first cells that turn as rows x
    cols do, and the other way."""


SCALE_BITS = 7
"""Bits of a scale's mantissa that its bin has: within 0.4 %."""
LEAST_EXPONENT = -16
"""Binary exponent of the first bin of scales."""
SCALE_BINS = 32 << SCALE_BITS
"""Bins of scales, from 2 ** -16 to 2 ** 16; others fall in the first or the last."""
TURN_BINS = 3600
"""Bins of turns; 0.1 degrees each, around its multiples."""


class Quads(NamedTuple):
    """Quads between the places of geolocation arrays, and their way to a target."""

    x: np.ndarray
    """float64, shape (n, m): x of each corner, NaN for none."""
    y: np.ndarray
    """float64, shape (n, m): y."""
    down: np.ndarray
    """float64, shape (n,): row of the arrays that corners have, not falling."""
    aside: np.ndarray
    """float64, shape (m,): column of the arrays that corners have."""
    middle: np.ndarray
    """float64, shape (n - 1,), or (0,) where there are no scans: row in the middle of
    the scan that quads belong to, far away for those between two scans."""
    torn: np.ndarray
    """uint8, shape (n - 1, m - 1), or (0, 0) where none is: 1 for quads that are none,
    as the target's map is cut there."""
    frame: tuple[float, float, float, float, float, float]
    """(x0, y0, row_x, row_y, col_x, col_y): row = row_x (x - x0) + row_y (y - y0) - 0.5
    in the target, columns alike [pixel centres]."""
    period: float
    """How far apart equal x are; 0 for never."""
