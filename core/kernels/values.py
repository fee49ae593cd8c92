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
