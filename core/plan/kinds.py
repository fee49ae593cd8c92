"""Of which kind each value of a job must be, and what sentences call it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING, TypeVar

from ..message import Message
from ..options import (
    Antialias,
    Boundary,
    Interpolation,
    PolygonFrame,
    SourceValidity,
    StripTarget,
)
from ..values import (
    Kind,
    anything,
    dtype_of,
    extent_of,
    finite_of,
    flag_of,
    member_of,
    number_of,
    optional,
    options_of,
    pair_of,
    path_of,
    ranges_of,
    real_of,
    whole_number_of,
    whole_numbers_of,
    whole_pair_of,
    wrong,
)

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

AnyJob = TypeVar("AnyJob", bound="DataclassInstance")
Table = Mapping[str, tuple[str, Kind]]
"""Field of a job -> what sentences call it, and its kind."""

SHARED: Table = {
    "dst": (Message("The name of the output"), path_of),
    "valid_polygons": (
        Message("The valid polygons"),
        anything,
    ),  # polygons.given checks them
    "invalid_polygons": (Message("The invalid polygons"), anything),
    "polygon_frame": (Message("The frame of the polygons"), member_of(PolygonFrame)),
    "polygon_origin": (Message("The origin of the polygons"), pair_of),
    "memory_limit": (Message("The memory limit [MiB]"), optional(whole_number_of)),
    "threads": (Message("Threads"), optional(whole_number_of)),
}
"""Of both jobs."""
OF_NODES: Table = {
    "grid": (Message("The name of the grid"), path_of),
    "row_step": (Message("The grid's row resolution"), optional(whole_number_of)),
    "col_step": (Message("The grid's column resolution"), optional(whole_number_of)),
    "grid_col": (
        Message("The name of the grid's raster of columns"),
        optional(path_of),
    ),
    "row_index": (Message("The grid's band of rows"), optional(whole_number_of)),
    "col_index": (Message("The grid's band of columns"), optional(whole_number_of)),
    "grid_nodata": (Message("The grid's nodata"), optional(number_of)),
    "grid_mask": (Message("The name of the grid mask"), optional(path_of)),
    "grid_mask_index": (Message("The band of the grid mask"), whole_number_of),
    "grid_mask_valid": (Message("The valid value of the grid mask"), finite_of),
}
"""Of every job that reads the nodes of a grid."""
OF_JOB: Table = {
    **SHARED,
    **OF_NODES,
    "src": (Message("The name of the source"), path_of),
    "dst_mask": (Message("The name of the output mask"), optional(path_of)),
    "src_indexes": (Message("The source bands"), optional(whole_numbers_of)),
    "grid_nodata_tolerance": (Message("The tolerance of the grid's nodata"), real_of),
    "shift": (Message("The grid shift"), pair_of),
    "interpolation": (Message("The interpolation"), member_of(Interpolation)),
    "bspline_epsilon": (Message("The B-spline's epsilon"), real_of),
    "bspline_mask_influence": (Message("The mask influence threshold"), real_of),
    "antialias": (Message("The anti-alias filter"), member_of(Antialias)),
    "oversampling_row": (
        Message("The oversampling along rows"),
        optional(whole_number_of),
    ),
    "oversampling_col": (
        Message("The oversampling along columns"),
        optional(whole_number_of),
    ),
    "boundary": (Message("The boundary"), member_of(Boundary)),
    "trust_padding": (Message("Whether padding is trusted"), flag_of),
    "src_validity": (Message("The validity of the source"), member_of(SourceValidity)),
    "src_mask": (Message("The name of the source mask"), optional(path_of)),
    "src_mask_index": (Message("The band of the source mask"), whole_number_of),
    "src_mask_valid": (Message("The valid value of the source mask"), finite_of),
    "dst_nodata": (Message("The nodata value"), optional(number_of)),
    "dst_dtype": (Message("The type of the output"), optional(dtype_of)),
    "creation_options": (Message("The creation options"), options_of),
    "window": (Message("The window"), optional(ranges_of)),
    "extent": (Message("The extent"), optional(extent_of)),
    "memory_limit_grows": (Message("Whether the memory limit grows"), flag_of),
    "strip_size": (Message("The strip size"), optional(whole_number_of)),
    "strip_target": (Message("What the strip size counts"), member_of(StripTarget)),
    "tile_shape": (Message("The tile shape"), optional(whole_pair_of)),
}
"""Of `Job`."""
OF_MASK_JOB: Table = {
    **SHARED,
    "template": (Message("The name of the template"), path_of),
    "row_step": (Message("The template's row resolution"), whole_number_of),
    "col_step": (Message("The template's column resolution"), whole_number_of),
    "mask": (Message("The name of the mask"), optional(path_of)),
    "mask_index": (Message("The band of the mask"), whole_number_of),
    "mask_valid": (Message("The valid value of the mask"), finite_of),
}
"""Field of `MaskJob` -> what sentences call it, and its kind."""


def job_of(given: object, kind: type[AnyJob], table: Table) -> AnyJob:
    """Return a job with every value of its kind, as plain Python.

    Parameters
    ----------
    given : object
        What is asked for.
    kind : type
        The class of jobs that it must be of.
    table : mapping
        The kinds of the fields of that class.

    Raises
    ------
    GridrError
        If one is of another kind, with what to give instead.
    """
    name = kind.__name__
    if not isinstance(given, kind):
        raise wrong(
            given,
            Message("The job"),
            Message("a {name}", name=name),
            Message("Describe it as {name}(...).", name=name),
        )
    values = {}
    for field in fields(kind):
        words, its_kind = table[field.name]
        values[field.name] = its_kind(getattr(given, field.name), words)
    return replace(given, **values)
