"""Files of control points, in the dialects that there are."""

import numpy as np

from .places import gcps

WKT = 'GEOGCRS["a, b",DATUM["WGS 84, too",ELLIPSOID["e",6378137,298.257223563]],'
WKT += 'CS[ellipsoidal,2],AXIS["lat",north],AXIS["lon",east],UNIT["degree",0.0174533]]'
"""A coordinate system with commas in it, as QGIS writes them."""


def control(count, seed=0, bend=3.0):
    """Return rows, columns (from centres), x and y of `gcps`, float64 (n, 4)."""
    points = gcps(count, seed, bend)
    return np.array([(p.row - 0.5, p.col - 0.5, p.x, p.y) for p in points])


def qgis_lines(points, enabled=None, source="source", ends=True):
    """Return lines of QGIS's file of points, names of columns first."""
    enabled = [1] * len(points) if enabled is None else enabled
    yield f"mapX,mapY,{source}X,{source}Y" + ",enable,dX,dY,residual" * ends
    for on, (row, col, x, y) in zip(enabled, points.tolist()):
        yield f"{x!r},{y!r},{col + 0.5!r},{-(row + 0.5)!r}" + f",{on},0,0,0" * ends


def write_points(path, points, crs="EPSG:4326", **options):
    """Write a file of points as QGIS does; return its name."""
    lines = [*qgis_lines(points, **options)]
    lines = lines if crs is None else [f"#CRS: {crs}", *lines]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def write_rows(path, points):
    """Write a CSV file of rows and columns; return its name."""
    lines = ["row,col,x,y"]
    lines += [",".join(map(repr, point)) for point in points.tolist()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)
