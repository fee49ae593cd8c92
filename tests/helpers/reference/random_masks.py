"""Masks and polygons of random jobs."""

import numpy as np
from shapely.geometry import MultiPolygon, Point, Polygon

RATES = (0.1, 0.5, 0.25, 0.1, 0.05)


def chance(rng, share):
    return bool(rng.random() < share)


def pick(rng, choices, p=None):
    return choices[int(rng.choice(len(choices), p=p))]


def grid_mask(rng, counts):
    if chance(rng, 0.65):
        return {}
    dtype = pick(rng, ("uint8", "int8"), (0.85, 0.15))
    valid = pick(rng, (0, 1, 1, 7, 127 if dtype == "int8" else 255))
    others = [v for v in (0, 1, 2, 7, 100) if v != valid]
    shape = (int(rng.integers(1, 3)), *counts)
    masked = rng.random(shape) < pick(rng, (0.0, 0.05, 0.2, 0.5, 1.0), RATES)
    values = np.where(masked, rng.choice(others, shape), valid).astype(dtype)
    band = int(rng.integers(1, shape[0] + 1))
    return {"grid_mask": values, "grid_mask_value": valid, "grid_mask_band": band}


def source_mask(rng, size):
    if chance(rng, 0.65):
        return {}
    dtype = pick(rng, ("uint8", "int8"), (0.7, 0.3))
    top = np.iinfo(dtype).max
    pairs = [(1, 0), (0, 1), (int(top), 0), (1, 7), (7, 0)]
    pairs += [(-1, 0), (-6, 8)] if dtype == "int8" else []
    valid, invalid = pick(rng, pairs)
    others = [0] if (valid, invalid) == (1, 0) else [invalid, 3, 0, 1]
    others = [value for value in others if value != valid]
    shape = (int(rng.integers(1, 3)), *size)
    masked = rng.random(shape) < pick(rng, (0.0, 0.01, 0.05, 0.3), (0.1, 0.4, 0.4, 0.1))
    return {
        "src_mask": np.where(masked, rng.choice(others, shape), valid).astype(dtype),
        "src_mask_pair": (valid, invalid),
        "src_mask_band": int(rng.integers(1, shape[0] + 1)),
    }


def polygons(rng, size):
    if chance(rng, 0.75):
        return {}
    origin = pick(rng, (None, (0, 0), (0.5, 0.5), (10.0, -3.0)), (0.4, 0.1, 0.3, 0.2))
    offset = origin or (0, 0)
    valid = geometry(rng, size, offset, 0.8) if chance(rng, 0.6) else None
    invalid = geometry(rng, size, offset, 0.15) if chance(rng, 0.6) else None
    return {"geometry_pair": (valid, invalid), "geometry_origin": origin}


def geometry(rng, size, offset, reach):
    """Return a polygon, several as one or as a list, or an empty one."""
    kind = pick(rng, ("one", "multi", "list", "empty"), (0.5, 0.2, 0.25, 0.05))
    if kind == "empty":
        return Polygon()
    if kind == "one":
        return shape_of(rng, size, offset, reach)
    parts = [shape_of(rng, size, offset, reach / 2) for _ in range(rng.integers(1, 4))]
    if kind == "list":
        return [MultiPolygon([part]) if chance(rng, 0.2) else part for part in parts]
    apart = [part for k, part in enumerate(parts) if not meets(part, parts[:k])]
    return MultiPolygon(apart)


def meets(part, others):
    return any(part.intersects(other) for other in others)


def shape_of(rng, size, offset, reach):
    """Return a box on whole or half pixels, a disc or a star, perhaps with a hole."""
    y, x = (rng.uniform(0.2, 0.8) * n + o for n, o in zip(size, offset))
    radius = max(reach * max(size) / 2, 0.6)
    kind = pick(rng, ("box", "disc", "star"))
    if kind == "box":
        x0, y0, x1, y1 = np.rint(2 * np.array([x, y, x, y])) / 2 + np.rint(
            2 * radius * rng.uniform(0.3, 1, 4)
        ) / 2 * [-1, -1, 1, 1]
        corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
    elif kind == "disc":
        corners = Point(x, y).buffer(radius).exterior.coords
    else:
        turns = np.linspace(0, 2 * np.pi, 9)[:-1]
        radii = radius * rng.uniform(0.3, 1, 8)
        corners = np.stack([x + radii * np.cos(turns), y + radii * np.sin(turns)], 1)
    whole = Polygon(corners)
    if not chance(rng, 0.3):
        return whole
    hole = Point(whole.centroid).buffer(0.4 * whole.exterior.distance(whole.centroid))
    return whole.difference(hole) if whole.contains(hole) else whole
