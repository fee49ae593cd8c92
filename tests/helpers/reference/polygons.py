"""Which source pixels lie in polygons: section 4.2 of GridR's behaviour."""

import numpy as np
from shapely.geometry import MultiPolygon
from shapely.validation import make_valid

DILATION = 1e-6  # a pixel whose centre is on the contour is inside


def polygons_of(geometry):
    """Yield the plain polygons of a (Multi)Polygon, a collection or a list."""
    if isinstance(geometry, (list, tuple)):
        parts = geometry
    elif geometry.geom_type == "Polygon":
        if not geometry.is_empty:
            yield geometry
        return
    else:
        parts = getattr(geometry, "geoms", ())  # a line left by make_valid has none
    for part in parts:
        yield from polygons_of(part)


def crossings(ring, x, y):
    """Return whether a ray from each point crosses a ring an odd number of times."""
    corners = np.asarray(ring.coords)[:, :2]
    odd = np.zeros(x.shape, bool)
    for (x0, y0), (x1, y1) in zip(corners[:-1], corners[1:]):
        beside = (y0 > y) != (y1 > y)
        if beside.any():
            at = x0 + (y - y0) * ((x1 - x0) / (y1 - y0))
            odd ^= beside & (x < at)
    return odd


def inside(geometry, x, y):
    """Return which points are in a geometry, or on its contour."""
    found = np.zeros(x.shape, bool)
    for polygon in polygons_of(geometry):
        grown = areas_of(polygon).buffer(DILATION, 1)
        for part in polygons_of(grown):
            odd = crossings(part.exterior, x, y)
            for hole in part.interiors:
                odd ^= crossings(hole, x, y)
            found |= odd
    return found


def areas_of(polygon):
    """Return what of a polygon has an area: a line or a spike is none (B13)."""
    return MultiPolygon(list(polygons_of(make_valid(polygon))))


def rasterize(pair, origin, shape):
    """Return the source pixels (H, W) that the polygons leave valid."""
    valid = np.ones(shape, bool)
    wanted, unwanted = pair or (None, None)
    origin = origin or (0, 0)
    y, x = np.meshgrid(
        np.arange(shape[0]) + float(origin[0]),
        np.arange(shape[1]) + float(origin[1]),
        indexing="ij",
    )
    if wanted is not None:
        valid &= inside(wanted, x, y)
    if unwanted is not None:
        valid &= ~inside(unwanted, x, y)
    return valid
