"""From fine pixels to pixels of the output: a filter, or the most frequent value."""

from __future__ import annotations

import numpy as np

from ..values import Canvas, Filter, Lacking, Mesh, Patch
from .fill import PASS_PIXELS
from .finish import finish
from .nodes import fill_shifted
from .sample import sample

HELD_PIXELS = 65536
"""Fine pixels that are held at a time, if a few lines of output pixels have no more."""
LEAST_ROWS = 2
"""Output rows of a pass at least: each reads its margin anew."""


def fill_filtered(
    method: str,
    shape: tuple[int, int],
    mesh: Mesh,
    shift: tuple[float, float],
    filtering: Filter,
    frame: Lacking,
    patch: Patch,
    canvas: Canvas,
) -> tuple[int, int]:
    """Resample a window at its fine pixels, and filter; return what `finish` does."""
    k = filtering.fine
    more = max(filtering.row_weights.size - k[0], 0)
    rows, cols = shape
    width = k[1] * cols + max(filtering.col_weights.size - k[1], 0)
    height = max(LEAST_ROWS, (HELD_PIXELS // width - more) // k[0])
    height = min(height, rows)
    existing = frame.top, k[0] * rows + more - frame.bottom
    inner = slice(frame.left, width - frame.right)
    bands, held = len(patch.pixels), k[0] * height + more
    values, done = np.empty((held, bands, width)), np.zeros((held, width), bool)
    count = equal = kept = 0
    for row in range(0, rows, height):
        here, start = min(height, rows - row), k[0] * row
        held = k[0] * here + more
        # of the lines that are new, those that exist
        first = max(start + kept, existing[0])
        new = slice(first - start, min(start + held, existing[1]) - start)
        done[kept:] = False
        if new.start < new.stop:
            at = first - frame.top
            some = values[new, :, inner], done[new, inner]
            _sample_lines(method, mesh, shift, at, patch, *some)
        out, out_done = np.empty((bands, here, cols)), np.empty((here, cols), bool)
        filter_values(values[:held], done[:held], filtering, out, out_done)
        both = finish(out, out_done, canvas, row)
        count, equal = count + both[0], equal + both[1]
        # the margin below is that above of the next pass
        kept = more
        values[:more] = values[held - more : held].copy()
        done[:more] = done[held - more : held].copy()
    return count, equal


def _sample_lines(
    method: str,
    mesh: Mesh,
    shift: tuple[float, float],
    row: int,
    patch: Patch,
    values: np.ndarray,
    done: np.ndarray,
) -> None:
    """Sample some lines of fine pixels, the first of them at a row of the mesh."""
    lines, bands, cols = values.shape
    height = max(1, PASS_PIXELS // cols)
    for start in range(0, lines, height):
        size = min(height, lines - start), cols
        positions, pixels = np.empty((2, *size)), size[0] * cols
        its_values, its_done = np.empty((bands, pixels)), np.empty(pixels, bool)
        fill_shifted(mesh, shift, row + start, positions)
        sample(method, positions.reshape(2, pixels), patch, its_values, its_done)
        some = slice(start, start + size[0])
        values[some] = its_values.reshape(bands, *size).swapaxes(0, 1)
        done[some] = its_done.reshape(size)


def filter_values(
    values: np.ndarray,
    done: np.ndarray,
    filtering: Filter,
    out: np.ndarray,
    out_done: np.ndarray,
) -> None:
    """Filter the fine pixels of a window and its margin."""
    k, row_weights, col_weights = filtering
    own = [
        max(weights.size - size, 0) // 2
        for weights, size in zip((row_weights, col_weights), k)
    ]
    out_done[:] = _cells(done, k, own, out_done.shape).all(axis=(1, 3))
    whole = bool(done.all())
    for band, result in enumerate(out):
        pixels = values[:, band] if whole else np.where(done, values[:, band], 0.0)
        if row_weights.size == 0:
            result[:] = _most_frequent(_cells(pixels, k, own, result.shape))
            continue
        total = _weighed(pixels, filtering, result.shape)
        ones = np.ones((row_weights.size, col_weights.size))
        full = _weighed(ones, filtering, (1, 1))
        if whole:
            result[:] = total / full
            continue
        mean = np.zeros(result.shape)
        cells = _cells(pixels, k, own, result.shape)
        for a in range(k[0]):
            for p in range(k[1]):
                mean += cells[:, a, :, p]
        mean /= k[0] * k[1]
        weight = _weighed(done, filtering, result.shape)
        result[:] = np.where(weight < 0.5 * full, mean, total / weight)


def _cells(
    array: np.ndarray, k: tuple[int, int], own: list[int], shape: tuple[int, ...]
) -> np.ndarray:
    """Return the own cells of output pixels, shape (rows, k_row, cols, k_col)."""
    rows, cols = shape
    inner = array[own[0] : own[0] + k[0] * rows, own[1] : own[1] + k[1] * cols]
    return inner.reshape(rows, k[0], cols, k[1])


def _weighed(fine: np.ndarray, filtering: Filter, shape: tuple[int, ...]) -> np.ndarray:
    """Return the weighted sums of fine pixels: along lines, then lines."""
    k, row_weights, col_weights = filtering
    rows, cols = shape
    lines = np.zeros((len(fine), cols))
    for t in np.flatnonzero(col_weights):
        lines += col_weights[t] * fine[:, t : t + k[1] * (cols - 1) + 1 : k[1]]
    total = np.zeros((rows, cols))
    for t in np.flatnonzero(row_weights):
        total += row_weights[t] * lines[t : t + k[0] * (rows - 1) + 1 : k[0]]
    return total


def _most_frequent(cells: np.ndarray) -> np.ndarray:
    """Return the most frequent value of each cell; of several the smallest."""
    rows, k_row, cols, k_col = cells.shape
    ordered = cells.swapaxes(1, 2).reshape(rows, cols, k_row * k_col).copy()
    ordered.sort(axis=2)
    best, most = ordered[..., 0].copy(), np.ones((rows, cols), int)
    length = np.ones((rows, cols), int)
    for n in range(1, k_row * k_col):
        length = np.where(ordered[..., n] == ordered[..., n - 1], length + 1, 1)
        longer = length > most
        best[longer], most[longer] = ordered[..., n][longer], length[longer]
    return best
