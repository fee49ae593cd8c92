"""The template that GDAL suggests for a source in another coordinate system."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
import pyproj
from affine import Affine
from rasterio._err import CPLE_BaseError
from rasterio.control import GroundControlPoint
from rasterio.crs import CRS
from rasterio.errors import RasterioError
from rasterio.warp import calculate_default_transform

from ..errors import GridrError
from ..grid_options import GridFit, GridMethod
from ..window import Shape
from .control_points import ControlPoints, auto_fit
from .crs import crs_name
from .equations import ORDERS
from .sensor import Sensor
from .template import Template


def suggested_template(
    place: dict[str, Any], shape: Shape, src_crs: pyproj.CRS, dst_crs: pyproj.CRS
) -> Template:
    """Return the target that gdalwarp makes by itself, to the last digit.

    Parameters
    ----------
    place : dict
        What places the source on the map, in rasterio's words.
    shape : (int, int)
        Of the source.
    src_crs, dst_crs : CRS
        Of that, and of the target.

    Raises
    ------
    GridrError
        If GDAL has none.
    """
    systems = [CRS.from_wkt(crs.to_wkt()) for crs in (src_crs, dst_crs)]
    try:
        transform, cols, rows = calculate_default_transform(
            *systems, shape[1], shape[0], **place
        )
    except (RasterioError, CPLE_BaseError, ValueError) as error:
        raise GridrError(
            "GDAL finds no target for the source in {crs} ({reason}). Give a "
            "template, or an extent and a pixel size, or another coordinate system.",
            crs=crs_name(dst_crs),
            reason=str(error).strip(" ."),
        ) from error
    return Template((int(rows), int(cols)), transform, dst_crs)


def place_of(
    sensor: Sensor,
    method: GridMethod,
    fit: GridFit,
    points: ControlPoints,
    heights: dict[str, Any],
) -> dict[str, Any]:
    """Return what places a source on the map, in rasterio's words.

    Parameters
    ----------
    sensor, method, fit
        The source, and what of it counts.
    points : ControlPoints
        Its control points, without a seam.
    heights : dict
        GDAL's options of heights for an RPC.
    """
    if method is GridMethod.RPC:
        return {"rpcs": sensor.rpc, **heights}
    if method is GridMethod.GCP:
        return place_by_points(points, fit)
    return place_on_map(cast(Affine, sensor.header.transform), sensor.header.shape)


def place_by_points(points: ControlPoints, fit: GridFit) -> dict[str, Any]:
    """Return control points and their fit in rasterio's words."""
    return {"gcps": _gcps(points), **_fit_options(fit, len(points.places))}


def _fit_options(fit: GridFit, count: int) -> dict[str, Any]:
    """Return GDAL's options of a fit; it has no projective one before 3.11."""
    if fit is GridFit.TPS:
        return {"SRC_METHOD": "GCP_TPS"}
    if fit in (GridFit.AUTO, GridFit.PROJECTIVE):
        fit = auto_fit(count)
    return {"SRC_METHOD": "GCP_POLYNOMIAL", "MAX_GCP_ORDER": ORDERS[fit]}


def _gcps(points: ControlPoints) -> list[GroundControlPoint]:
    """Return control points as rasterio has them, from the corner of the pixel."""
    return [
        GroundControlPoint(row + 0.5, col + 0.5, x, y, 0.0)
        for (x, y), (row, col) in zip(points.places.tolist(), points.pixels.tolist())
    ]


def place_on_map(transform: Affine, shape: Shape) -> dict[str, Any]:
    """Return the place of a raster with a geotransform, in rasterio's words.

    Corners if it is turned.
    """
    a, b, c, d, e, f = transform[:6]
    rows, cols = shape
    if b == d == 0 and a > 0 > e:
        return {"left": c, "bottom": f + e * rows, "right": c + a * cols, "top": f}
    corners = np.array([(0, 0), (0, cols), (rows, 0), (rows, cols)], float)
    row, col = corners.T
    places = np.stack([a * col + b * row + c, d * col + e * row + f], axis=1)
    gcps = _gcps(ControlPoints(places, corners - 0.5))
    return {"gcps": gcps, "SRC_METHOD": "GCP_POLYNOMIAL", "MAX_GCP_ORDER": 1}
