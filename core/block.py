"""Resample a window whose source pixels are in memory."""

from __future__ import annotations

import numpy as np
from rasterio.windows import Window

from .grid import Nodes, from_nodes
from .interpolation import Method
from .kernels.window import fill_window
from .source import Block
from .target import Target
from .window import window_shape


def resample_block(
    nodes: Nodes, window: Window, block: Block, method: Method, target: Target
) -> np.ndarray:
    """Resample a window whose source pixels are all in one block.

    Returns
    -------
    ndarray of int64, shape (2,)
        As `Target.put`.
    """
    first = window.row_off, window.col_off
    grid = *nodes.positions, nodes.step, from_nodes(nodes, first)
    shape = window_shape(window)
    return np.array(
        fill_window(method.pick, shape, grid, tuple(block), target.at(first))
    )
