"""Of which kind each value of a job about grids must be; as in `kinds`."""

from __future__ import annotations

from typing import Any

from ..grid_options import (
    DemHeights,
    GridFit,
    GridJob,
    GridMethod,
    PointsJob,
    SourceFrame,
)
from ..values import (
    Kind,
    extent_of,
    member_of,
    optional,
    path_of,
    real_of,
    text_of,
    whole_number_of,
)

OF_TARGET: dict[str, tuple[str, Kind]] = {
    "src": ("The name of the source", path_of),
    "dst": ("The name of the output", path_of),
    "dst_mask": ("The name of the output mask", optional(path_of)),
    "template": ("The name of the template", optional(path_of)),
    "dst_crs": ("The target's coordinate system", optional(text_of)),
    "extent": ("The target's extent", optional(extent_of)),
    "pixel_size": ("The pixel size", optional(real_of)),
    "row_step": ("The grid's row resolution", optional(whole_number_of)),
    "col_step": ("The grid's column resolution", optional(whole_number_of)),
    "tolerance": ("The tolerance", real_of),
    "operation": ("The operation", optional(text_of)),
}
"""Field of `TargetJob` -> what sentences call it, and its kind."""
OF_GRID_JOB: dict[str, tuple[str, Kind]] = {
    **OF_TARGET,
    "method": ("The method", member_of(GridMethod)),
    "src_crs": ("The source's coordinate system", optional(text_of)),
    "fit": ("The fit", member_of(GridFit)),
    "height": ("The height", optional(real_of)),
    "dem": ("The name of the DEM", optional(path_of)),
    "dem_index": ("The band of the DEM", whole_number_of),
    "dem_heights": ("What heights of the DEM count from", member_of(DemHeights)),
    "dem_offset": ("The offset of the DEM", real_of),
}
"""Field of `GridJob` -> what sentences call it, and its kind."""
OF_POINTS_JOB: dict[str, tuple[str, Kind]] = {
    **OF_TARGET,
    "points": ("The name of the points file", path_of),
    "points_crs": ("The points' coordinate system", optional(text_of)),
    "source_frame": ("The frame of the source", member_of(SourceFrame)),
    "fit": ("The fit", member_of(GridFit)),
}
"""Field of `PointsJob` -> what sentences call it, and its kind."""
GRID_TABLES: dict[type[Any], dict[str, tuple[str, Kind]]] = {
    GridJob: OF_GRID_JOB,
    PointsJob: OF_POINTS_JOB,
}
"""Job -> the kinds of its fields."""
