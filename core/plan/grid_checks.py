"""Whether source, target and DEM of a grid meet at all, before it is made."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyproj

from ..errors import GridrError
from ..grid.accuracy import Bounds, bounds_of, is_near
from ..grid.survey import meets
from ..mapping.crs import Extent, Operation, crs_name, period_of
from ..mapping.heights import Dem, SameHeight
from ..mapping.mapping import AnyMapping
from ..mapping.rational import Rational
from ..mapping.template import Template, extent_words
from ..message import Message
from ..raster.header import Header
from ..window import Shape

FARTHEST = 10_000.0
"""Metres between operations that are of the same systems."""
EARTH = 6.4e6
"""Metres per radian."""
LATTICE = 65
"""Places per side at which a DEM or a target is looked at."""


def lattice_of(template: Template) -> tuple[np.ndarray, np.ndarray]:
    """Return rows and columns all over a target, its corners among them."""
    side = np.linspace(0, 1, LATTICE)
    rows, cols = (side * size - 0.5 for size in template.shape)
    down, aside = np.meshgrid(rows, cols, indexing="ij")
    return down, aside


def covered_share(
    dem: Dem,
    rpc: Any,  # noqa: ANN401 - rasterio has no types
    shape: Shape,
) -> float:
    """Return about which share of an image has heights in a DEM.

    Parameters
    ----------
    dem : Dem
        The heights.
    rpc : rasterio.rpc.RPC
        Places the image, here at its mean height.
    shape : (int, int)
        Of the image.

    Raises
    ------
    GridrError
        If it is none of it, with both extents.
    """
    lon = rpc.long_off + rpc.long_scale * np.linspace(-1, 1, LATTICE)
    lat = rpc.lat_off + rpc.lat_scale * np.linspace(-1, 1, LATTICE)
    x, y = np.meshgrid(lon, lat)
    rows, cols = Rational(rpc, SameHeight(rpc.height_off)).positions(x, y)
    inside = (rows >= -0.5) & (rows < shape[0]) & (cols >= -0.5) & (cols < shape[1])
    known = np.isfinite(dem.at(x[inside], y[inside]))
    if known.any():
        return float(known.mean())
    image = extent_words((lon[0], lat[0], lon[-1], lat[-1]))
    covered = Template(dem.header.shape, dem.transform, dem.crs).extent
    raise GridrError(
        "The DEM {name!r} has no height where the image is: it covers {covered} "
        "({crs}), the image about {image} (EPSG:4326). Give a DEM of that place, or a "
        "height.",
        name=dem.header.name,
        covered=extent_words(covered),
        crs=crs_name(dem.crs),
        image=image,
    )


def leads_elsewhere(
    given: Operation,
    own: Operation,
    places: tuple[np.ndarray, ...],
    crs: pyproj.CRS,
) -> bool:
    """Tell whether an operation is not one between the systems that it is given for.

    QGIS's form always gives one of the layer's system, and what places the source may
    have another. No two datums are as far apart as `FARTHEST`.

    Parameters
    ----------
    given, own : Operation
        As asked for, and PROJ's.
    places : tuple of ndarray
        x and y of places to try, in the system that they begin at.
    crs : CRS
        The system that they lead to.
    """
    here, there = given.moved(*places), own.moved(*places)
    with np.errstate(invalid="ignore"):
        off = np.hypot(here[0] - there[0], here[1] - there[1])
    unit = float(crs.axis_info[0].unit_conversion_factor)
    off = off[np.isfinite(off)] * unit * (EARTH if crs.is_geographic else 1)
    return not off.size or bool(np.median(off) > FARTHEST)


def check_meets(mapping: AnyMapping, src: Header, footprint: Extent | None) -> None:
    """Refuse a target that misses the source.

    Parameters
    ----------
    mapping : AnyMapping
        From the target to the source.
    src : Header
        The source.
    footprint : Extent or None
        About what the source covers in the target's coordinate system; None: unknown.

    Raises
    ------
    GridrError
        If so, with both extents.
    """
    template = mapping.template
    found = np.full((2, 1), np.nan)
    if mapping.at_once:
        found = mapping.positions(*lattice_of(template))
    if is_near(found, src.shape).any():
        return
    if footprint is not None:
        period = period_of(template.crs)
        if not _meet(template.extent, footprint, period):
            raise _missed(
                mapping.template,
                Message("the source {footprint}", footprint=extent_words(footprint)),
            )
    elif np.isfinite(found).all() and not meets(bounds_of(found), src.shape):
        raise _missed(mapping.template, Message("the source lies elsewhere"))


def check_some_inside(
    template: Template, step: Shape, src_shape: Shape, inside: int, bounds: Bounds
) -> None:
    """Refuse a grid that reads nothing of the source.

    Parameters
    ----------
    template : Template
        The target.
    step : (int, int)
        Target pixels from node to node.
    src_shape : (int, int)
        Of the source.
    inside : int
        Nodes that lie in it.
    bounds : Bounds
        Of the positions of all nodes.

    Raises
    ------
    GridrError
        If no node lies in it, and nothing between nodes can.
    """
    if inside or (max(step) > 1 and meets(bounds, src_shape)):
        return
    if not np.isfinite(bounds).all():
        raise _missed(template, Message("no place there has a position in the source"))
    rows, last_row, cols, last_col = (f"{end:.10g}" for end in bounds)
    raise _missed(
        template,
        Message(
            "that is rows {rows} to {last_row} and columns {cols} to {last_col} of it",
            rows=rows,
            last_row=last_row,
            cols=cols,
            last_col=last_col,
        ),
    )


def _missed(template: Template, where: str) -> GridrError:
    """Return what to say of a target that misses the source."""
    return GridrError(
        "No node lies in the source: the target covers {extent} ({crs}), {where}. "
        "Give a target that meets the source, or check the coordinate systems.",
        extent=extent_words(template.extent),
        crs=crs_name(template.crs),
        where=where,
    )


def _meet(one: Extent, other: Extent, period: float | None) -> bool:
    """Tell whether two extents meet, longitudes at any of their turns."""
    if one[3] < other[1] or other[3] < one[1]:
        return False
    turns = (0.0,) if period is None else (-period, 0.0, period)
    return any(
        one[0] + turn <= other[2] and other[0] <= one[2] + turn for turn in turns
    )
