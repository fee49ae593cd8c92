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


class Frame(NamedTuple):
    """Fine pixels of a window and its margin that do not exist, on each side."""

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
