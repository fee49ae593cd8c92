"""A source and a grid for GridR's calls, and what the core makes of them."""

import numpy as np
from gridr_qgis.core.resample import resample_array

from .data import noise, turned_grid

SHAPE = (17, 21)
NODES = turned_grid((5, 6), (8, 8))  # some of it beside the source
SRC = noise((2, 40, 50), "uint8")


def expected(nodes=NODES, src=SRC[0], **options):
    """Return data and mask by the core's own array call."""
    settings = {"step": (4, 4), "interpolation": "linear", "dst_nodata": -1}
    settings.update(dst_dtype="float64", **options)
    return resample_array(src, *nodes, **settings)


def same(result, wanted):
    data, mask = result
    assert (mask == wanted[1]).all()
    assert (data.reshape(wanted[0].shape) == wanted[0]).all()


def masked_nodes():
    """Return a mask with a hole, and the nodes that are left."""
    mask, nodes = np.ones((5, 6), bool), NODES.copy()
    mask[2, 3] = mask[0, 0] = False
    nodes[:, ~mask] = np.nan
    return mask, nodes
