"""The engine: resampling through a grid, without QGIS.

What is named here stays; all else may move. Importing this package is free: each name
is fetched from its module when it is first asked for (PEP 562).

- `resample_dataset` works on files, as a `Job` says;
- `resample_on_cluster` does the same on the workers of a Dask cluster;
- `resample_array` works on arrays;
- `make_grid_dataset` makes the grid that brings a raster to the map, as a `GridJob`
  says;
- `build_mask_dataset` makes a mask of polygons and a coarser mask, as a `MaskJob` says.

Choices, such as `Interpolation`, are given by name, or as their members where types are
checked. A `Feedback` takes progress and log of a run, and may stop it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .chains.cluster import resample_on_cluster
    from .chains.grid import make_grid_dataset
    from .chains.mask import build_mask_dataset
    from .chains.resample import resample_dataset
    from .errors import Cancelled, GridrError
    from .feedback import Feedback
    from .grid_options import DemHeights, GridFit, GridJob, GridMethod
    from .options import (
        Boundary,
        Interpolation,
        Job,
        MaskJob,
        PolygonFrame,
        SourceValidity,
        StripTarget,
    )
    from .resample import resample_array
    from .run.tally import GridSummary, Summary

__all__ = [
    "Boundary",
    "Cancelled",
    "DemHeights",
    "Feedback",
    "GridFit",
    "GridJob",
    "GridMethod",
    "GridSummary",
    "GridrError",
    "Interpolation",
    "Job",
    "MaskJob",
    "PolygonFrame",
    "SourceValidity",
    "StripTarget",
    "Summary",
    "build_mask_dataset",
    "make_grid_dataset",
    "resample_array",
    "resample_dataset",
    "resample_on_cluster",
]

_HOMES = {
    "Boundary": "options",
    "Cancelled": "errors",
    "DemHeights": "grid_options",
    "Feedback": "feedback",
    "GridFit": "grid_options",
    "GridJob": "grid_options",
    "GridMethod": "grid_options",
    "GridSummary": "run.tally",
    "GridrError": "errors",
    "Interpolation": "options",
    "Job": "options",
    "MaskJob": "options",
    "PolygonFrame": "options",
    "SourceValidity": "options",
    "StripTarget": "options",
    "Summary": "run.tally",
    "build_mask_dataset": "chains.mask",
    "make_grid_dataset": "chains.grid",
    "resample_array": "resample",
    "resample_dataset": "chains.resample",
    "resample_on_cluster": "chains.cluster",
}
"""Name -> the module that has it."""


def __getattr__(name: str) -> object:
    """Fetch a name from its module."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_HOMES[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return what is named here."""
    return sorted({*globals(), *__all__})
