"""Polygon layers: read in QGIS's main thread, used as shapely polygons in pixels."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QTransform

from ...core.errors import GridrError
from ...core.options import Job, MaskJob

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

AnyJob = TypeVar("AnyJob", Job, MaskJob)

AREA = QgsWkbTypes.GeometryType.PolygonGeometry
FLAT_AREAS = (QgsWkbTypes.Type.Polygon, QgsWkbTypes.Type.MultiPolygon)
# Self-intersections are repaired by the engine; QGIS would stop at them.
UNCHECKED = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
JOB_FIELDS = ("valid_polygons", "invalid_polygons")


class Polygons(NamedTuple):
    """The polygons of a layer as plain values."""

    label: str
    """What the form and scripts call the layer."""
    to_raster: QgsCoordinateTransform | None
    """From the layer's CRS to that of the raster that the polygons restrict; None for
    polygons in x = column, y = row of its pixel centres."""
    features: tuple[tuple[int, bytes], ...] = ()
    """(id, well-known binary) of each."""


def read_polygons(
    source: QgsProcessingFeatureSource,
) -> tuple[tuple[int, bytes], ...]:
    """Return (id, well-known binary) of a layer's features, those without left out."""
    request = QgsFeatureRequest().setNoAttributes()
    return tuple(
        (feature.id(), bytes(feature.geometry().asWkb()))
        for feature in source.getFeatures(request, UNCHECKED)
        if not feature.geometry().isEmpty()
    )


def with_pixel_polygons(
    job: AnyJob, raster: str, step: tuple[int, int] = (1, 1)
) -> AnyJob:
    """Return a job with shapely polygons in pixels in place of `Polygons`.

    Parameters
    ----------
    job : Job or MaskJob
        Its polygons are `Polygons` or None.
    raster : str
        The raster they restrict.
    step : (int, int)
        Pixels per pixel of `raster` (rows, cols), for polygons in finer pixels.
    """
    given = {name: getattr(job, name) for name in JOB_FIELDS}
    shapes: dict[str, Any] = {
        name: _pixel_polygons(polygons, raster, step)
        for name, polygons in given.items()
        if polygons is not None
    }
    return replace(job, **shapes)


def _pixel_polygons(
    polygons: Polygons, raster: str, step: tuple[int, int]
) -> list[BaseGeometry]:
    from shapely import wkb
    from shapely.errors import ShapelyError

    on_map = polygons.to_raster is not None
    to_pixels = _to_pixels(raster, step) if on_map else QTransform()
    shapes = []
    for number, data in polygons.features:
        name = f"Feature {number} of {polygons.label}"
        geometry = _flat(data, name)
        if on_map:
            _take_to_raster(geometry, polygons.to_raster, name)
        geometry.transform(to_pixels)
        try:
            shapes.append(wkb.loads(bytes(geometry.asWkb())))
        except ShapelyError as error:
            raise GridrError(
                f"{name} cannot be read ({error}). Repair the layer, for example with "
                "native:fixgeometries."
            ) from error
    return shapes


def _flat(data: bytes, name: str) -> QgsGeometry:
    """Return a polygon of two dimensions without curves."""
    geometry = QgsGeometry()
    geometry.fromWkb(data)
    geometry.convertToStraightSegment()
    geometry.get().dropZValue()
    geometry.get().dropMValue()
    if geometry.wkbType() not in FLAT_AREAS:  # a triangle, or no area at all
        geometry = geometry.convertToType(AREA, True)
    if geometry.isNull():
        raise GridrError(f"{name} is no polygon. Give polygons only.")
    return geometry


def _take_to_raster(
    geometry: QgsGeometry, to_raster: QgsCoordinateTransform, name: str
) -> None:
    try:
        geometry.transform(to_raster)
        bounds = geometry.boundingBox()
        why = "" if bounds.isFinite() else "it would have points at infinity"
    except QgsCsException as error:
        why = str(error).strip()
    if why:
        systems = (to_raster.sourceCrs(), to_raster.destinationCrs())
        names = " to ".join(crs.userFriendlyIdentifier() for crs in systems)
        raise GridrError(
            f"{name} cannot be taken from {names}: {why}. Clip it to the area of the "
            "raster, or give the layer in the raster's coordinate system."
        )


def _to_pixels(raster: str, step: tuple[int, int]) -> QTransform:
    """Return the way from the map to pixels with the first one's centre at (0, 0)."""
    from affine import Affine
    from rasterio.windows import Window

    from ...core.grid.geometry import full_transform
    from ...core.raster.header import open_raster, read_header

    corners = read_header(raster).transform
    if corners is None:
        with open_raster(raster) as dataset:
            if dataset.gcps[0] or dataset.rpcs:
                raise GridrError(
                    f"{raster!r} lies on the map by control points or a sensor model, "
                    "which polygons cannot follow. Give them in pixels (POLYGON_FRAME "
                    "pixel), or rectify the raster first."
                )
        corners = Affine.scale(1, -1)  # where QGIS draws it
    else:
        corners = full_transform(corners, step, Window(0, 0, 1, 1))
    a, b, c, d, e, f = (~(corners * Affine.translation(0.5, 0.5)))[:6]
    return QTransform(a, d, b, e, c, f)
