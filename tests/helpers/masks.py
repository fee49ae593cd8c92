"""Rasters that hide some of their pixels."""

import numpy as np
import rasterio


def hide(path, hidden=None, internal=False):
    """Give a raster a mask of its own; return its name.

    `hidden`: bool (rows, cols), by default its first pixel. Beside it, or within it.
    """
    with (
        rasterio.Env(GDAL_TIFF_INTERNAL_MASK=internal),
        rasterio.open(path, "r+") as dataset,
    ):
        if hidden is None:
            hidden = np.zeros(dataset.shape, bool)
            hidden[0, 0] = True
        dataset.write_mask(~hidden)
    return path
