"""What a grid tells, by the formulas, all of it at once."""

import numpy as np
from gridr_qgis.core.kernels.values import SCALE_BINS, TURN_BINS, Diagnosis


def nothing_told(drawn, levels, places):
    """Return a diagnosis that a kernel may add to."""
    return Diagnosis(
        np.zeros(9, np.int64),
        np.zeros(2),
        np.array([np.inf, 0.0]),
        np.zeros((2, SCALE_BINS), np.int64),
        np.zeros(TURN_BINS, np.int64),
        np.zeros(levels),
        np.zeros(levels, np.int64),
        np.zeros(levels, np.int64),
        np.full(drawn, -1.0),
        np.zeros((2, *drawn), np.uint8),
        np.zeros((2, places, 2), np.int64),
    )


def jacobians(nodes, step):
    """Return d(source)/d(output pixel) of each cell, (n, m, 2, 2); NaN if masked."""
    down = (nodes[:, 1:, :-1] - nodes[:, :-1, :-1]) / step[0]
    right = (nodes[:, :-1, 1:] - nodes[:, :-1, :-1]) / step[1]
    return np.moveaxis(np.stack([down, right], axis=-1), 0, -2)


def singular_values(nodes, step):
    """Return those of each cell, largest first (n, m, 2); NaN if masked."""
    cells = jacobians(nodes, step)
    whole = np.isfinite(cells).all(axis=(2, 3))
    found = np.full((*whole.shape, 2), np.nan)
    found[whole] = np.linalg.svd(cells[whole], compute_uv=False)
    return found


def turns(nodes, step):
    """Return the angle of the rotation nearest to each cell [degrees]; NaN if masked.

    Of mirrored ones after their rows are mirrored.
    """
    cells = jacobians(nodes, step)
    whole = np.isfinite(cells).all(axis=(2, 3))
    found = np.full(whole.shape, np.nan)
    left, _, right = np.linalg.svd(cells[whole])
    nearest = left @ right
    mirrored = np.linalg.det(nearest) < 0
    nearest[mirrored, :, 0] *= -1
    found[whole] = np.degrees(np.arctan2(nearest[:, 1, 0], nearest[:, 0, 0]))
    return found


def thinned(nodes, every, src_shape, near=16.0):
    """Return error, compared and lost of the middles between every so many-th node."""
    _, n, m = nodes.shape
    half, errors, lost = every // 2, [], 0
    for i in range(0, n, half):
        for j in range(0, m, half):
            if i % every == j % every == 0:
                continue
            rows = [i - half, i + half] if i % every else [i]
            cols = [j - half, j + half] if j % every else [j]
            if rows[-1] >= n or cols[-1] >= m:
                continue
            mean = np.mean([nodes[:, a, b] for a in rows for b in cols], axis=0)
            here, there = (
                is_near(place, src_shape, near) for place in (nodes[:, i, j], mean)
            )
            if here and np.isfinite(mean).all():
                errors.append(np.hypot(*(mean - nodes[:, i, j])))
            elif here or (there and np.isnan(nodes[0, i, j])):
                lost += 1
    return max(errors, default=0.0), len(errors) + lost, lost


def is_near(place, src_shape, near):
    """Tell whether a position is in the source, or near it."""
    ends = np.array(src_shape) - 0.5 + near
    return bool((place >= -0.5 - near).all() and (place <= ends).all())
