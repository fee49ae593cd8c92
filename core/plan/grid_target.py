"""The target of a grid: its template, the way to it, and what fits neither."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyproj

from ..errors import GridrError
from ..feedback import Note
from ..grid.geometry import check_step, node_shape
from ..grid_options import TargetJob
from ..mapping.crs import (
    WGS84,
    Extent,
    Operation,
    crs_name,
    crs_of,
    given_operation,
    horizontal_of,
    operation_of,
)
from ..mapping.template import (
    Template,
    check_extent,
    check_pixel_size,
    check_size,
    extent_words,
    template_of,
    template_over,
)
from ..message import Message
from ..raster.header import Header
from .grid_checks import lattice_of, leads_elsewhere
from .placed import Placed


def check_target(job: TargetJob) -> None:
    """Refuse values of a target that exclude each other, or mean nothing.

    Raises
    ------
    GridrError
        If there are any.
    """
    others = job.dst_crs, job.extent, job.pixel_size
    if job.template is not None and any(other is not None for other in others):
        raise GridrError(
            "A template is given, and a coordinate system, an extent or a pixel size "
            "besides. The template has all of these: give it alone, or them."
        )
    check_tolerance(job.tolerance)


def check_tolerance(tolerance: float) -> None:
    """Refuse a tolerance that no grid keeps.

    Raises
    ------
    GridrError
        If it is not above 0.
    """
    if not tolerance > 0:
        raise GridrError(
            "The tolerance must be above 0, got {tolerance:g}. Give the source pixels "
            "that positions may be off between nodes, such as 0.05.",
            tolerance=tolerance,
        )


def template_for(
    job: TargetJob, placed: Placed, given: Header | None
) -> tuple[Template, Extent | None]:
    """Return the target, and about what the source covers there."""
    if given is not None:
        template = template_of(given)
        return template, _footprint(placed, template.crs)
    crs = placed.crs
    if job.dst_crs is not None:
        what = Message("The target's coordinate system")
        crs = horizontal_of(crs_of(job.dst_crs, what), what)
    if job.pixel_size is not None:
        check_pixel_size(job.pixel_size)
    if job.extent is not None:
        check_extent(job.extent)
    if job.extent is not None and job.pixel_size is not None:
        sizes = job.pixel_size, job.pixel_size
        return template_over(job.extent, sizes, crs), _footprint(placed, crs)
    suggested = placed.suggested(crs)
    sizes = suggested.transform.a, -suggested.transform.e
    check_size(suggested.shape, sizes)
    footprint = suggested.extent
    if job.pixel_size is not None:
        sizes = job.pixel_size, job.pixel_size
    elif job.extent is None:
        return suggested, footprint
    return template_over(job.extent or footprint, sizes, crs), footprint


def _footprint(placed: Placed, crs: pyproj.CRS) -> Extent | None:
    """Return about what a source covers; None where GDAL cannot tell."""
    try:
        return placed.suggested(crs).extent
    except GridrError:
        return None


def check_steps(job: TargetJob, template: Template) -> None:
    """Refuse steps that a grid of the target cannot have."""
    step = job.row_step or 1, job.col_step or 1
    asked = [1 if one is None else one for one in (job.row_step, job.col_step)]
    check_step((2, 2), (asked[0], asked[1]))
    check_step(node_shape(template.shape, step), step)


def operation_for(
    job: TargetJob, crs: pyproj.CRS, template: Template
) -> tuple[Operation, tuple[Note, ...]]:
    """Return the way from the target's coordinate system to the source's."""
    x, y = template.places(*lattice_of(template))
    own = operation_of(template.crs, crs, bounds_of_places(x, y, template.crs))
    if job.operation is None:
        return own, ()
    given = given_operation(job.operation, crs, template.crs)
    if not leads_elsewhere(given, own, (x, y), crs):
        return given, ()
    note = Note(
        Message(
            "The operation {operation!r} is left out: it does not lead from {start}, "
            "in which the source lies on the map, to {end}.",
            operation=given.words,
            start=crs_name(crs),
            end=crs_name(template.crs),
        ),
        is_odd=True,
    )
    return own, (note,)


def bounds_of_places(x: np.ndarray, y: np.ndarray, crs: pyproj.CRS) -> Extent | None:
    """Return bounds of places in longitude and latitude; None if they have none."""
    lon, lat = operation_of(crs, crs_of(WGS84, "")).moved(x, y)
    known = np.isfinite(lon) & np.isfinite(lat)
    if not known.any():
        return None
    lon, lat = lon[known], lat[known].clip(-90, 90)
    lon = (lon - 360 * np.round(lon.mean() / 360)).clip(-180, 180)
    bounds = float(lon.min()), float(lat.min()), float(lon.max()), float(lat.max())
    # PROJ 9.1 ends the process for one without width at 180 degrees
    has_area = bounds[0] < bounds[2] and bounds[1] < bounds[3]
    return bounds if has_area else None


def target_notes(template: Template) -> Iterator[Note]:
    """Yield what the target is."""
    rows, cols = template.shape
    a, _, _, _, e, _ = template.transform[:6]
    yield Note(
        Message(
            "Target: {rows} rows x {cols} columns of {width:.10g} x {height:.10g} in "
            "{end}, {extent}.",
            rows=rows,
            cols=cols,
            width=abs(a),
            height=abs(e),
            end=crs_name(template.crs),
            extent=extent_words(template.extent),
        )
    )
