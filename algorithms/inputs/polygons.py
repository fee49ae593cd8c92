"""Polygon layers: read in QGIS's main thread, handed on as shapely polygons."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)

from ...core.errors import GridrError
from ...core.message import Message

if TYPE_CHECKING:
    import numpy as np
    from shapely.geometry import LinearRing, Polygon
    from shapely.geometry.base import BaseGeometry

    Shapes = list[BaseGeometry | list[Polygon]]

AREA = QgsWkbTypes.GeometryType.PolygonGeometry
FLAT_AREAS = (QgsWkbTypes.Type.Polygon, QgsWkbTypes.Type.MultiPolygon)
# Self-intersections are repaired by the engine; QGIS would stop at them.
UNCHECKED = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks


class LayerPolygons(NamedTuple):
    """The polygons of a layer as plain values, for the thread of the run."""

    label: str
    """What the form and scripts call the layer."""
    to_raster: QgsCoordinateTransform | None
    """From the layer's CRS to that of the raster that the polygons restrict; None for
    polygons in pixels, which lie in no CRS."""
    within: float = 0.0
    """Distance within which edges follow their own CRS [units of the raster's]."""
    features: tuple[tuple[int, bytes], ...] = ()
    """(id, well-known binary) of each."""

    def shapes(self) -> Shapes:
        """Return shapely polygons in the raster's CRS, or in pixels.

        Raises
        ------
        GridrError
            If one cannot be taken there, or is none.
        """
        from shapely import wkb
        from shapely.errors import ShapelyError

        shapes: Shapes = []
        for number, data in self.features:
            name = Message(
                "Feature {number} of {label}", number=number, label=self.label
            )
            try:
                shape = wkb.loads(bytes(_flat(data, name).asWkb()))
            except ShapelyError as error:
                raise GridrError(
                    "{name} cannot be read ({reason}). Repair the layer, for example "
                    "with native:fixgeometries.",
                    name=name,
                    reason=str(error),
                ) from error
            if self.to_raster is not None and not self.to_raster.isShortCircuited():
                shape = _take_to_raster(shape, self.to_raster, self.within, name)
            shapes.append(shape)
        return shapes


class Collections(NamedTuple):
    """What is taken of features that are collections, and what is left out."""

    features: int = 0
    """How many features are collections."""
    polygons: int = 0
    """Their members that are polygons."""
    others: int = 0
    """Their members that are lines or points."""


def read_polygons(
    source: QgsProcessingFeatureSource,
) -> tuple[tuple[tuple[int, bytes], ...], Collections]:
    """Return (id, well-known binary) of a layer's features, those without left out.

    And what is taken of the collections among them.
    """
    request = QgsFeatureRequest().setNoAttributes()
    features, count = [], Collections()
    for feature in source.getFeatures(request, UNCHECKED):
        geometry = feature.geometry()
        if geometry.isEmpty():
            continue
        features.append((feature.id(), bytes(geometry.asWkb())))
        if _is_collection(geometry):
            areas, others = _members(geometry)
            more = 1, len(areas), others
            count = Collections(*(one + other for one, other in zip(count, more)))
    return tuple(features), count


def _is_collection(geometry: QgsGeometry) -> bool:
    kind = QgsWkbTypes.flatType(geometry.wkbType())
    return kind == QgsWkbTypes.Type.GeometryCollection


def _members(geometry: QgsGeometry) -> tuple[list[QgsGeometry], int]:
    """Return the areas in a geometry, however nested, and how many members are none."""
    if not _is_collection(geometry):
        if geometry.isEmpty():
            return [], 0
        is_area = geometry.type() == AREA
        return ([geometry], 0) if is_area else ([], 1)
    areas, others = [], 0
    for member in geometry.asGeometryCollection():
        its_areas, its_others = _members(member)
        areas += its_areas
        others += its_others
    return areas, others


def _flat(data: bytes, name: Message) -> QgsGeometry:
    """Return the polygons of a feature, in two dimensions and without curves."""
    geometry = QgsGeometry()
    geometry.fromWkb(data)
    areas, _ = _members(geometry)
    if not areas:
        raise GridrError("{name} is no polygon. Give polygons only.", name=name)
    flat = [_flat_area(area) for area in areas]
    return flat[0] if len(flat) == 1 else QgsGeometry.collectGeometry(flat)


def _flat_area(area: QgsGeometry) -> QgsGeometry:
    """Return a polygon or several of two dimensions without curves."""
    area.convertToStraightSegment()
    area.get().dropZValue()
    area.get().dropMValue()
    if area.wkbType() not in FLAT_AREAS:  # a triangle
        area = area.convertToType(AREA, True)
    return area


def _take_to_raster(
    geometry: BaseGeometry,
    to_raster: QgsCoordinateTransform,
    within: float,
    name: Message,
) -> list[Polygon]:
    """Return polygons in the CRS of their raster, edges as straight as in their own."""
    from shapely.geometry import Polygon

    from .edges import follow

    def followed(ring: LinearRing) -> np.ndarray:
        return follow(ring.coords, to_raster, within)

    try:
        return [
            Polygon(followed(part.exterior), [followed(r) for r in part.interiors])
            for part in getattr(geometry, "geoms", [geometry])
        ]
    except (QgsCsException, ValueError) as error:
        systems = (to_raster.sourceCrs(), to_raster.destinationCrs())
        reason = error.args[0] if error.args else ""
        if not isinstance(reason, Message):
            reason = str(error).strip()
        start, end = (crs.userFriendlyIdentifier() for crs in systems)
        raise GridrError(
            "{name} cannot be taken from {start} to {end}: {reason}. Clip it to the "
            "area of the raster, or give the layer in the raster's coordinate system.",
            name=name,
            start=start,
            end=end,
            reason=reason,
        ) from error
