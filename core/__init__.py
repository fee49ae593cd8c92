"""The engine: resampling through a grid, without QGIS.

What is named here stays; all else may move. Importing this package is free: each name
is fetched from its module when it is first asked for (PEP 562).

- `resample_dataset` works on files, as a `Job` says;
- `resample_on_cluster` does the same on the workers of a Dask cluster;
- `resample_array` works on arrays;
- `make_grid_dataset` makes the grid that brings a raster to the map, as a `GridJob`
  says, an `ArraysJob` or a `PointsJob`; of that `make_points_grid` also tells how well
  the points fit;
- `convert_grid_dataset` converts grids, as a `ConvertJob` says: for OTB, from OTB, and
  to other steps;
- `draw_grid` gives points, lines and an outline of a grid, as a `VectorsJob` says;
- `report_grid_dataset` tells what a grid is like, as a `ReportJob` says;
- `build_mask_dataset` makes a mask of polygons and a coarser mask, as a `MaskJob` says.

Choices, such as `Interpolation`, are given by name, or as their members where types are
checked. A `Feedback` takes progress and log of a run, and may stop it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .chains.cluster import resample_on_cluster
    from .chains.convert import convert_grid_dataset
    from .chains.grid import make_grid_dataset
    from .chains.mask import build_mask_dataset
    from .chains.points import PointsSummary, make_points_grid
    from .chains.report import report_grid_dataset
    from .chains.resample import resample_dataset
    from .chains.vectors import GridVectors, draw_grid
    from .errors import Cancelled, GridrError
    from .feedback import Feedback
    from .grid_options import (
        ArrayConvention,
        ArraysJob,
        ConvertJob,
        DemHeights,
        GridConvention,
        GridFit,
        GridJob,
        GridMethod,
        OtbCoordinates,
        PointsJob,
        ReportJob,
        SourceFrame,
        VectorFrame,
        VectorsJob,
    )
    from .mapping.residuals import JudgedPoints
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
    from .run.report import GridReport
    from .run.tally import ConvertSummary, GridSummary, Summary

__all__ = [
    "ArrayConvention",
    "ArraysJob",
    "Boundary",
    "Cancelled",
    "ConvertJob",
    "ConvertSummary",
    "DemHeights",
    "Feedback",
    "GridConvention",
    "GridFit",
    "GridJob",
    "GridMethod",
    "GridReport",
    "GridSummary",
    "GridVectors",
    "GridrError",
    "Interpolation",
    "Job",
    "JudgedPoints",
    "MaskJob",
    "OtbCoordinates",
    "PointsJob",
    "PointsSummary",
    "PolygonFrame",
    "ReportJob",
    "SourceFrame",
    "SourceValidity",
    "StripTarget",
    "Summary",
    "VectorFrame",
    "VectorsJob",
    "build_mask_dataset",
    "convert_grid_dataset",
    "draw_grid",
    "make_grid_dataset",
    "make_points_grid",
    "report_grid_dataset",
    "resample_array",
    "resample_dataset",
    "resample_on_cluster",
]

_HOMES = {
    "ArrayConvention": "grid_options",
    "ArraysJob": "grid_options",
    "Boundary": "options",
    "Cancelled": "errors",
    "ConvertJob": "grid_options",
    "ConvertSummary": "run.tally",
    "DemHeights": "grid_options",
    "Feedback": "feedback",
    "GridConvention": "grid_options",
    "GridFit": "grid_options",
    "GridJob": "grid_options",
    "GridMethod": "grid_options",
    "GridReport": "run.report",
    "GridSummary": "run.tally",
    "GridVectors": "chains.vectors",
    "GridrError": "errors",
    "Interpolation": "options",
    "Job": "options",
    "JudgedPoints": "mapping.residuals",
    "MaskJob": "options",
    "OtbCoordinates": "grid_options",
    "PointsJob": "grid_options",
    "PointsSummary": "chains.points",
    "PolygonFrame": "options",
    "ReportJob": "grid_options",
    "SourceFrame": "grid_options",
    "SourceValidity": "options",
    "StripTarget": "options",
    "Summary": "run.tally",
    "VectorFrame": "grid_options",
    "VectorsJob": "grid_options",
    "build_mask_dataset": "chains.mask",
    "convert_grid_dataset": "chains.convert",
    "draw_grid": "chains.vectors",
    "make_grid_dataset": "chains.grid",
    "make_points_grid": "chains.points",
    "report_grid_dataset": "chains.report",
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
