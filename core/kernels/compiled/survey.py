"""What the nodes of a grid tell about it, seen in passing."""

from __future__ import annotations

import numpy as np

from ..values import SURVEY_SAMPLE
from .jit import kernel


@kernel
def survey_nodes(rows, cols, own, step, shape, steep, apart, close):
    """Count nodes by their place, and cells by their turn and their size.

    The size of a cell is the length of its first two edges per output pixel: how far
    in the source it is from one output pixel to the next, down and to the right. Cells
    with a NaN node count for nothing.

    Parameters
    ----------
    rows, cols : ndarray of float64, shape (n, m)
        Source position of each node [source pixels], NaN for masked ones.
    own : Own
        The nodes and cells to look at.
    step : tuple of int
        Output pixels from node to node (rows, cols).
    shape : tuple of int
        (rows, cols) of the source.
    steep, apart, close : float
        Sizes over, from and up to which a cell is counted [source pixels].

    Returns
    -------
    nodes, masked, outside : int
        Nodes looked at; masked ones; those outside every source pixel.
    cells, straight, turned : int
        Cells looked at; those that turn as rows x cols do, and the other way.
    aliased, coarse, fine : int
        Cells over `steep` or from `apart` on in one direction at least; cells up to
        `close`, but not 0, in one at least.
    down, right : float
        Sums of the cells' sizes [source pixels].
    """
    row_start, row_stop, col_start, col_stop, cell_row, cell_col = own
    every = 1 + rows.size // SURVEY_SAMPLE
    row_end, col_end = shape[0] - 0.5, shape[1] - 0.5
    down_share, right_share = 1.0 / step[0], 1.0 / step[1]
    nodes = masked = outside = cells = straight = turned = aliased = coarse = fine = 0
    down_sum = right_sum = 0.0
    for i in range(row_start, row_stop, every):
        for j in range(col_start, col_stop):
            row, col = rows[i, j], cols[i, j]
            nodes += 1
            masked += row != row
            outside += (row < -0.5) | (row > row_end) | (col < -0.5) | (col > col_end)
    for i in range(cell_row, rows.shape[0] - 1, every):
        for j in range(cell_col, rows.shape[1] - 1):
            d_row, d_col = rows[i + 1, j] - rows[i, j], cols[i + 1, j] - cols[i, j]
            r_row, r_col = rows[i, j + 1] - rows[i, j], cols[i, j + 1] - cols[i, j]
            down = np.sqrt(d_row * d_row + d_col * d_col) * down_share
            right = np.sqrt(r_row * r_row + r_col * r_col) * right_share
            if down + right < np.inf:
                area = d_row * r_col - d_col * r_row
                longer, shorter = max(down, right), min(down, right)
                cells += 1
                straight += area > 0
                turned += area < 0
                aliased += longer > steep
                coarse += longer >= apart
                fine += (shorter <= close) & (shorter > 0)
                down_sum += down
                right_sum += right
    counts = nodes, masked, outside, cells, straight, turned, aliased, coarse, fine
    return counts, (down_sum, right_sum)
