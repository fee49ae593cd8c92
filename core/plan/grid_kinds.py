"""Of which kind each value of a job about grids must be; as in `kinds`."""

from __future__ import annotations

from typing import Any

from ..grid_options import (
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
    SourceFrame,
    VectorFrame,
    VectorsJob,
)
from ..values import (
    extent_of,
    finite_of,
    member_of,
    number_of,
    optional,
    pair_of,
    path_of,
    real_of,
    text_of,
    whole_number_of,
    whole_pair_of,
)
from .kinds import Table

OF_TARGET: Table = {
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
"""Of `TargetJob`."""
OF_GRID_JOB: Table = {
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
"""Of `GridJob`."""
OF_POINTS_JOB: Table = {
    **OF_TARGET,
    "points": ("The name of the points file", path_of),
    "points_crs": ("The points' coordinate system", optional(text_of)),
    "source_frame": ("The frame of the source", member_of(SourceFrame)),
    "fit": ("The fit", member_of(GridFit)),
}
"""Of `PointsJob`."""
OF_NODES: Table = {
    "grid": ("The name of the grid", path_of),
    "row_step": ("The grid's row resolution", optional(whole_number_of)),
    "col_step": ("The grid's column resolution", optional(whole_number_of)),
    "grid_col": ("The name of the grid's raster of columns", optional(path_of)),
    "row_index": ("The grid's band of rows", optional(whole_number_of)),
    "col_index": ("The grid's band of columns", optional(whole_number_of)),
    "grid_nodata": ("The grid's nodata", optional(number_of)),
    "grid_mask": ("The name of the grid mask", optional(path_of)),
    "grid_mask_index": ("The band of the grid mask", whole_number_of),
    "grid_mask_valid": ("The valid value of the grid mask", finite_of),
}
"""Of every job that reads the nodes of a grid."""
OF_CONVERT_JOB: Table = {
    **OF_NODES,
    "dst": ("The name of the output", path_of),
    "convention_from": ("The grid's convention", member_of(GridConvention)),
    "convention_to": ("The output's convention", member_of(GridConvention)),
    "src": ("The name of the source", optional(path_of)),
    "coordinates": ("What coordinates of OTB mean", member_of(OtbCoordinates)),
    "spacing": ("The spacing", optional(whole_pair_of)),
}
"""Of `ConvertJob`."""
OF_VECTORS_JOB: Table = {
    **OF_NODES,
    "src": ("The name of the source", path_of),
    "frame": ("The frame", member_of(VectorFrame)),
    "density": ("The density", whole_number_of),
    "shift": ("The grid shift", pair_of),
}
"""Of `VectorsJob`."""
OF_ARRAYS_JOB: Table = {
    **OF_TARGET,
    "x_raster": ("The name of the raster of x", optional(path_of)),
    "x_index": ("The band of x", optional(whole_number_of)),
    "y_raster": ("The name of the raster of y", optional(path_of)),
    "y_index": ("The band of y", optional(whole_number_of)),
    "glt": ("The name of the GLT", optional(path_of)),
    "array_crs": ("The arrays' coordinate system", optional(text_of)),
    "line_offset": ("The line offset", optional(real_of)),
    "line_step": ("The line step", optional(real_of)),
    "pixel_offset": ("The pixel offset", optional(real_of)),
    "pixel_step": ("The pixel step", optional(real_of)),
    "array_convention": ("The convention of the arrays", member_of(ArrayConvention)),
    "scan_rows": ("The rows of a scan", optional(whole_number_of)),
    "fill_value": ("The fill value", optional(number_of)),
}
"""Of `ArraysJob`."""
GRID_TABLES: dict[type[Any], Table] = {
    GridJob: OF_GRID_JOB,
    ArraysJob: OF_ARRAYS_JOB,
    PointsJob: OF_POINTS_JOB,
    ConvertJob: OF_CONVERT_JOB,
    VectorsJob: OF_VECTORS_JOB,
}
"""Job -> the kinds of its fields."""
