"""From grid nodes to the source position of every pixel."""

from __future__ import annotations

import numpy as np

from ..values import Mesh
from .validity import LINES

STEPS = 1e12
"""Steps per pixel to which positions are rounded."""

Bounds = tuple[float, float, float, float]


def mask_nodes(
    rows: np.ndarray,
    cols: np.ndarray,
    row_nodata: float,
    col_nodata: float,
    tolerance: float,
) -> Bounds:
    """Set both coordinates of every unusable node to NaN; return bounds of the others.

    A node is unusable if a coordinate is not finite or is nodata.
    """
    for start in range(0, len(rows), LINES):
        row, col = (nodes[start : start + LINES] for nodes in (rows, cols))
        unusable = ~(np.isfinite(row) & np.isfinite(col))
        unusable |= np.abs(row - row_nodata) <= tolerance
        unusable |= np.abs(col - col_nodata) <= tolerance
        row[unusable] = col[unusable] = np.nan
    return bounds_of(rows, cols)


def bounds_of(rows: np.ndarray, cols: np.ndarray) -> Bounds:
    """Return (row_min, row_max, col_min, col_max) of what is not NaN."""
    row_min, col_min = (
        float(np.fmin.reduce(a, None, initial=np.inf)) for a in (rows, cols)
    )
    row_max, col_max = (
        float(np.fmax.reduce(a, None, initial=-np.inf)) for a in (rows, cols)
    )
    return row_min, row_max, col_min, col_max


def fill_positions(mesh: Mesh, row: int, out: np.ndarray) -> None:
    """Compute the source position of every pixel of some rows of a window.

    Between nodes it is bilinear, rows first; a node of weight 0 does not count.
    """
    rows, cols, step, _ = mesh
    if step != (1, 1):
        fill_shifted(mesh, (0.0, 0.0), row, out)
        return
    window = np.ix_(*_places(mesh, row, out))
    out[0], out[1] = rows[window], cols[window]
    out[:, ~np.isfinite(out).all(axis=0)] = np.nan
    _snap(out)


def fill_shifted(
    mesh: Mesh, shift: tuple[float, float], row: int, out: np.ndarray
) -> None:
    """Compute the same for pixels that lie a little after those of the mesh."""
    for nodes, axis in zip(mesh[:2], out):
        axis[:] = _interpolated(nodes, mesh.step, shift, *_places(mesh, row, out))
    _snap(out)


def _places(mesh: Mesh, row: int, out: np.ndarray) -> list[np.ndarray]:
    """Return the rows and the columns of pixels, counted from the first node."""
    firsts = mesh.origin[0] + row, mesh.origin[1]
    return [
        np.arange(first, first + size) for first, size in zip(firsts, out.shape[1:])
    ]


def _interpolated(
    nodes: np.ndarray,
    step: tuple[int, int],
    shift: tuple[float, float],
    rows: np.ndarray,
    cols: np.ndarray,
) -> np.ndarray:
    """Return nodes interpolated at rows and columns of pixels, shifted a little."""
    i, down = np.divmod(rows, step[0])
    j, right = np.divmod(cols, step[1])
    down, right = down + shift[0], right + shift[1]
    first, last = j[0], min(j[-1] + 1, nodes.shape[1] - 1)
    upper = nodes[i, first : last + 1]
    lower = nodes[np.minimum(i + 1, len(nodes) - 1), first : last + 1]
    line = _between(upper, lower, (down / step[0])[:, None])
    line = np.pad(line, ((0, 0), (0, 1)), "edge")  # beyond the last nodes
    left = line[:, j - first]
    if step[1] == 1:
        return left
    slopes = np.diff(line) / step[1]
    return np.where(right == 0, left, left + right * slopes[:, j - first])


def _snap(positions: np.ndarray) -> None:
    """Round to ``floor(1e12 * position + 0.5) / 1e12``, by the compiled formula."""
    steps = np.floor(STEPS * positions + 0.5)
    half = np.rint(2.0 * positions) * 0.5
    positions[:] = half + (steps - half * STEPS) * (1.0 / STEPS)


def position_bounds(mesh: Mesh, shape: tuple[int, int]) -> Bounds:
    """Return the bounds of the positions of a window's pixels, without NaN ones.

    Bilinear cells are extreme where the lines of nodes, and the window's first and
    last, cross.
    """
    rows, cols = (
        _crossings(first, size, step)
        for first, size, step in zip(mesh.origin, shape, mesh.step)
    )
    return bounds_of(*(_at(nodes, mesh.step, rows, cols) for nodes in mesh[:2]))


def _crossings(first: int, size: int, step: int) -> np.ndarray:
    """Return the first and the last of some pixels, and those on nodes."""
    last = first + size - 1
    between = np.arange((first // step + 1) * step, last, step)
    return np.array([first, *between, last])


def _at(
    nodes: np.ndarray, step: tuple[int, int], rows: np.ndarray, cols: np.ndarray
) -> np.ndarray:
    """Return nodes at the crossings of rows and columns of pixels."""
    i, down = np.divmod(rows, step[0])
    j, right = np.divmod(cols, step[1])
    below, beyond = (np.minimum(a + 1, n - 1) for a, n in zip((i, j), nodes.shape))
    shares = (down / step[0])[:, None], right / step[1]
    left, after = (
        _between(nodes[np.ix_(i, at)], nodes[np.ix_(below, at)], shares[0])
        for at in (j, beyond)
    )
    return _between(left, after, shares[1])


def _between(first: np.ndarray, second: np.ndarray, share: np.ndarray) -> np.ndarray:
    """Return what lies at a share of the way; the second does not count at 0."""
    return np.where(share == 0, first, first + share * (second - first))
