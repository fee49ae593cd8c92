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
from ..message import Message
from ..values import (
    extent_of,
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
from .kinds import OF_NODES, Table

OF_TARGET: Table = {
    "src": (Message("The name of the source"), path_of),
    "dst": (Message("The name of the output"), path_of),
    "dst_mask": (Message("The name of the output mask"), optional(path_of)),
    "template": (Message("The name of the template"), optional(path_of)),
    "dst_crs": (Message("The target's coordinate system"), optional(text_of)),
    "extent": (Message("The target's extent"), optional(extent_of)),
    "pixel_size": (Message("The pixel size"), optional(real_of)),
    "row_step": (Message("The grid's row resolution"), optional(whole_number_of)),
    "col_step": (Message("The grid's column resolution"), optional(whole_number_of)),
    "tolerance": (Message("The tolerance"), real_of),
    "operation": (Message("The operation"), optional(text_of)),
}
"""Of `TargetJob`."""
OF_GRID_JOB: Table = {
    **OF_TARGET,
    "method": (Message("The method"), member_of(GridMethod)),
    "src_crs": (Message("The source's coordinate system"), optional(text_of)),
    "fit": (Message("The fit"), member_of(GridFit)),
    "height": (Message("The height"), optional(real_of)),
    "dem": (Message("The name of the DEM"), optional(path_of)),
    "dem_index": (Message("The band of the DEM"), whole_number_of),
    "dem_heights": (
        Message("What heights of the DEM count from"),
        member_of(DemHeights),
    ),
    "dem_offset": (Message("The offset of the DEM"), real_of),
}
"""Of `GridJob`."""
OF_POINTS_JOB: Table = {
    **OF_TARGET,
    "points": (Message("The name of the points file"), path_of),
    "points_crs": (Message("The points' coordinate system"), optional(text_of)),
    "source_frame": (Message("The frame of the source"), member_of(SourceFrame)),
    "fit": (Message("The fit"), member_of(GridFit)),
}
"""Of `PointsJob`."""
OF_CONVERT_JOB: Table = {
    **OF_NODES,
    "dst": (Message("The name of the output"), path_of),
    "convention_from": (Message("The grid's convention"), member_of(GridConvention)),
    "convention_to": (Message("The output's convention"), member_of(GridConvention)),
    "src": (Message("The name of the source"), optional(path_of)),
    "coordinates": (Message("What coordinates of OTB mean"), member_of(OtbCoordinates)),
    "spacing": (Message("The spacing"), optional(whole_pair_of)),
}
"""Of `ConvertJob`."""
OF_VECTORS_JOB: Table = {
    **OF_NODES,
    "src": (Message("The name of the source"), path_of),
    "frame": (Message("The frame"), member_of(VectorFrame)),
    "density": (Message("The density"), whole_number_of),
    "shift": (Message("The grid shift"), pair_of),
}
"""Of `VectorsJob`."""
OF_ARRAYS_JOB: Table = {
    **OF_TARGET,
    "x_raster": (Message("The name of the raster of x"), optional(path_of)),
    "x_index": (Message("The band of x"), optional(whole_number_of)),
    "y_raster": (Message("The name of the raster of y"), optional(path_of)),
    "y_index": (Message("The band of y"), optional(whole_number_of)),
    "glt": (Message("The name of the GLT"), optional(path_of)),
    "array_crs": (Message("The arrays' coordinate system"), optional(text_of)),
    "line_offset": (Message("The line offset"), optional(real_of)),
    "line_step": (Message("The line step"), optional(real_of)),
    "pixel_offset": (Message("The pixel offset"), optional(real_of)),
    "pixel_step": (Message("The pixel step"), optional(real_of)),
    "array_convention": (
        Message("The convention of the arrays"),
        member_of(ArrayConvention),
    ),
    "scan_rows": (Message("The rows of a scan"), optional(whole_number_of)),
    "fill_value": (Message("The fill value"), optional(number_of)),
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
