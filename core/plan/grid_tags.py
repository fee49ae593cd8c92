"""Tags of a grid: for which output it was made, and how far apart its nodes are."""

from __future__ import annotations

from ..grid.geometry import node_shape
from ..raster.header import Header
from ..window import Shape

STEP_TAGS = ("GRID_RESOLUTION_ROW", "GRID_RESOLUTION_COL")
"""Tags of a grid that tell its output pixels from node to node."""
SIZE_TAGS = ("GRID_ROWS", "GRID_COLS")
"""Tags of a grid that tell the rows and columns of the output it was made for."""
MOST_DIGITS = 18
"""Digits of a tag that is read as a number: numpy's integers hold them."""


def is_whole(text: str) -> bool:
    """Tell whether a tag holds a whole number, of no more digits than a step has."""
    return text.strip().isdecimal() and len(text.strip()) <= MOST_DIGITS


def made_shape(grid: Header, step: Shape) -> Shape | None:
    """Return the shape of the output that a grid was made for, as its tags tell.

    None where they do not, or do not fit its nodes: a part of a grid keeps its tags.
    """
    texts = [grid.tags.get(tag, "") for tag in SIZE_TAGS]
    if not all(map(is_whole, texts)):
        return None
    rows, cols = map(int, texts)
    fits = min(rows, cols) > 0 and node_shape((rows, cols), step) == grid.shape
    return (rows, cols) if fits else None
