"""Polygons as callers give them, made fit for masks."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from shapely.geometry import MultiPolygon, Polygon
from shapely.validation import make_valid

from ..errors import GridrError

Polygons = list[Polygon]


def as_polygons(geometry: object, role: str) -> Polygons | None:
    """Return the valid, non-empty polygons of what a caller gave as geometry.

    Parameters
    ----------
    geometry : Polygon, MultiPolygon, (nested) list or tuple of them, or None
        Holes count; an empty list or polygon contributes nothing.
    role : str
        What the polygons are for, in the plural, as the sentences name them.

    Returns
    -------
    list of Polygon, or None
        None for None: no restriction. Self-intersecting polygons are repaired, both
        lobes of a bow-tie stay, and what has no area is left out.

    Raises
    ------
    GridrError
        For any other type, and for coordinates that are not finite.
    """
    if geometry is None:
        return None
    members = _members(geometry, role)
    return [part for polygon in members for part in _repaired(polygon, role)]


def _members(geometry: object, role: str) -> Iterator[Polygon]:
    """Yield the polygons of a possibly nested list."""
    if isinstance(geometry, (list, tuple)):
        for member in geometry:
            yield from _members(member, role)
    elif isinstance(geometry, Polygon):
        yield geometry
    elif isinstance(geometry, MultiPolygon):
        yield from geometry.geoms
    else:
        raise GridrError(
            "The {role} must be polygons, got {kind}. Give a shapely Polygon, a "
            "MultiPolygon or a list of them, or None alone for no restriction; buffer "
            "points and lines first.",
            role=role,
            kind=type(geometry).__name__,
        )


def _repaired(polygon: Polygon, role: str) -> Polygons:
    """Return the polygonal parts of a polygon made valid."""
    if polygon.is_valid:  # which a coordinate that is not finite prevents
        return areas(polygon)
    rings = (polygon.exterior, *polygon.interiors)
    if not all(np.isfinite(ring.coords).all() for ring in rings):
        raise GridrError(
            "The {role} have a vertex whose coordinates are not finite. Remove it, or "
            "leave that polygon out.",
            role=role,
        )
    return areas(make_valid(polygon))


def areas(geometry: object) -> Polygons:
    """Return the non-empty polygons in any shapely geometry."""
    if isinstance(geometry, Polygon):
        return [] if geometry.is_empty else [geometry]
    parts = getattr(geometry, "geoms", ())
    return [area for part in parts for area in areas(part)]
