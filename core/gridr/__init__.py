"""The engine under the names and signatures of GridR, the library of CNES.

Code written for GridR runs by changing its imports. Datasets are the caller's: opened,
closed and, for outputs, created by the caller. Where GridR is wrong or needlessly
strict this package does what is right; its errors are `GridrError`, a ValueError.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import rasterio

from ..grid.geometry import full_shape
from ..raster.names import openable
from ..values import whole_pair_of
from .arguments import (
    Given,
    GridRIOMode,
    Interpolator,
    interpolation_of,
    resolution_of,
)
from .arrays import array_grid_resampling
from .chain import basic_grid_resampling_chain
from .masks import (
    GEOMETRY_RASTERIZE_KWARGS,
    Validity,
    build_mask,
    build_mask_chain,
)

__all__ = [
    "GEOMETRY_RASTERIZE_KWARGS",
    "GridRIOMode",
    "Validity",
    "array_grid_resampling",
    "basic_grid_resampling_chain",
    "build_mask",
    "build_mask_chain",
    "get_interpolator",
    "grid_full_resolution_shape",
    "safe_raster_open",
]


def grid_full_resolution_shape(
    shape: tuple[int, int], resolution: tuple[int, int]
) -> tuple[int, int]:
    """Return the (rows, cols) of the output of a grid of some shape and resolution."""
    return full_shape(whole_pair_of(shape, "shape"), resolution_of(resolution))


def get_interpolator(interp: Given, **kwargs: Given) -> Interpolator:
    """Return an interpolation with `initialize`, `shortname` and `total_margins`."""
    return interpolation_of(interp, kwargs)


@contextmanager
def safe_raster_open(
    apath: Given, *args: Given, **kwargs: Given
) -> Iterator[rasterio.io.DatasetReader | None]:
    """Open a raster for a `with` block; a path of None gives None."""
    if apath is None:
        yield None
        return
    with rasterio.open(openable(apath), *args, **kwargs) as dataset:
        yield dataset
