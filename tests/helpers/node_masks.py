"""Masks of nodes, and of the full output by the plain formula."""

import numpy as np


def random_nodes(shape=(5, 6), share=0.25, seed=0):
    """Return a bool mask (rows, cols) of nodes."""
    return np.random.default_rng(seed).random(shape) > share


def bilinear(nodes, step):
    """Return which pixels have 0.999 of the bilinear weight on valid nodes."""
    weights = []
    for count, size in zip(nodes.shape, step):
        place = np.arange((count - 1) * size + 1) / size
        weights.append(np.maximum(1 - np.abs(place[:, None] - np.arange(count)), 0))
    share = weights[0] @ nodes.astype(float) @ weights[1].T
    return share >= 0.999 - 1e-12


def full_shape(shape, step):
    return tuple((n - 1) * size + 1 for n, size in zip(shape, step))


def in_boxes(shape, *boxes):
    """Return which pixel centres lie in boxes (x_min, y_min, x_max, y_max)."""
    row, col = np.indices(shape)
    inside = np.zeros(shape, bool)
    for left, top, right, bottom in boxes:
        inside |= (left <= col) & (col <= right) & (top <= row) & (row <= bottom)
    return inside
