"""A call of `basic_grid_resampling_chain`, as arrays and plain values.

Coordinates and windows are as in GridR: (row, col), the centre of the first source
pixel at (0, 0), both ends of a window included.
"""

from dataclasses import dataclass
from typing import Optional, Union

import numpy as np


@dataclass(eq=False)
class Job:
    """Everything that decides the result, and how the files of it look."""

    src: np.ndarray  # (bands, H, W), any real type
    grid: np.ndarray  # (2, gh, gw): rows, then columns of the source
    interp: str = "linear"
    resolution: tuple = (1, 1)
    bands: Union[int, tuple] = 1
    nodata_out: Optional[float] = 0
    out_dtype: str = "float64"
    interp_kwargs: Optional[dict] = None
    boundary: Optional[str] = None
    trust: bool = False
    win: Optional[tuple] = None  # ((r0, r1), (c0, c1))
    shift: Optional[tuple] = None
    src_mask: Optional[np.ndarray] = None  # (bands, H, W)
    src_mask_pair: Optional[tuple] = None
    src_mask_band: int = 1
    grid_mask: Optional[np.ndarray] = None  # (bands, gh, gw)
    grid_mask_value: Optional[int] = None
    grid_mask_band: int = 1
    geometry_pair: Optional[tuple] = None
    geometry_origin: Optional[tuple] = None
    grid_nodata: Optional[float] = None  # this and the next are not GridR's
    src_nodata: Optional[float] = None
    two_grids: bool = False  # rows and columns in datasets of their own
    swapped: bool = False  # columns in the first band of the grid
    narrow_cols: bool = False  # columns written as float32, if in two datasets
    tags: bool = False  # the files have nodata tags, which the chain ignores

    @property
    def indexes(self):
        """Zero-based source bands of the output bands."""
        return [band - 1 for band in np.atleast_1d(self.bands).tolist()]

    @property
    def full_shape(self):
        """Rows and columns of the whole output (1.3)."""
        nodes = self.grid.shape[1:]
        return tuple((n - 1) * step + 1 for n, step in zip(nodes, self.resolution))

    @property
    def window(self):
        """((r0, r1), (c0, c1)) of the output, both ends included."""
        return self.win or tuple((0, n - 1) for n in self.full_shape)

    @property
    def shape(self):
        """Rows and columns of the output of this job."""
        return tuple(int(last) - int(first) + 1 for first, last in self.window)

    @property
    def order(self):
        """Order of the B-spline; None for another interpolation."""
        name = self.interp
        return int(name[len("bspline") :]) if name.startswith("bspline") else None

    @property
    def trusted(self):
        """Whether pixels beyond the source count as valid."""
        return self.boundary is not None and bool(self.trust)

    @property
    def scale(self):
        """Largest finite magnitude in the source bands that are read."""
        used = np.abs(self.src[self.indexes].astype(np.float64))
        return float(np.max(used, where=np.isfinite(used), initial=0))
