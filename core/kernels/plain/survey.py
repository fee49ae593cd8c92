"""What the nodes of a grid tell about it."""

from __future__ import annotations

import numpy as np

from ..values import SURVEY_SAMPLE, Own


def survey_nodes(
    rows: np.ndarray,
    cols: np.ndarray,
    own: Own,
    step: tuple[int, int],
    shape: tuple[int, int],
    steep: float,
    apart: float,
    close: float,
) -> tuple[tuple[int, ...], tuple[float, float]]:
    """Count nodes by their place, and cells by their turn and their size."""
    every = 1 + rows.size // SURVEY_SAMPLE
    some = slice(own.row_start, own.row_stop, every), slice(own.col_start, own.col_stop)
    row, col = rows[some], cols[some]
    outside = (row < -0.5) | (row > shape[0] - 0.5)
    outside |= (col < -0.5) | (col > shape[1] - 0.5)
    cells, sums = _cells(rows, cols, own, every, step, (steep, apart, close))
    return (row.size, int(np.isnan(row).sum()), int(outside.sum()), *cells), sums


def _cells(
    rows: np.ndarray,
    cols: np.ndarray,
    own: Own,
    every: int,
    step: tuple[int, int],
    sizes: tuple[float, float, float],
) -> tuple[tuple[int, ...], tuple[float, float]]:
    """Count cells, and sum their sizes down and to the right."""
    i, j = slice(own.cell_row, len(rows) - 1, every), slice(own.cell_col, -1)
    k, m = slice(own.cell_row + 1, None, every), slice(own.cell_col + 1, None)
    d_row, d_col = (nodes[k, j] - nodes[i, j] for nodes in (rows, cols))
    r_row, r_col = (nodes[i, m] - nodes[i, j] for nodes in (rows, cols))
    down = np.sqrt(d_row * d_row + d_col * d_col) * (1.0 / step[0])
    right = np.sqrt(r_row * r_row + r_col * r_col) * (1.0 / step[1])
    whole = down + right < np.inf
    area = (d_row * r_col - d_col * r_row)[whole]
    down, right = down[whole], right[whole]
    steep, apart, close = sizes
    longer, shorter = np.maximum(down, right), np.minimum(down, right)
    found = (
        area.size,
        (area > 0).sum(),
        (area < 0).sum(),
        (longer > steep).sum(),
        (longer >= apart).sum(),
        ((shorter <= close) & (shorter > 0)).sum(),
    )
    return tuple(int(n) for n in found), (_in_order(down), _in_order(right))


def _in_order(numbers: np.ndarray) -> float:
    """Return a sum as a loop makes it; numpy's own adds pairs."""
    return float(np.cumsum(numbers)[-1]) if numbers.size else 0.0
