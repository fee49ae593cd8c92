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

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

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
    features: tuple[tuple[int, bytes], ...] = ()
    """(id, well-known binary) of each."""

    def shapes(self) -> list[BaseGeometry]:
        """Return shapely polygons in the raster's CRS, or in pixels.

        Raises
        ------
        GridrError
            If one cannot be taken there, or is none.
        """
        from shapely import wkb
        from shapely.errors import ShapelyError

        shapes = []
        for number, data in self.features:
            name = f"Feature {number} of {self.label}"
            geometry = _flat(data, name)
            if self.to_raster is not None:
                _take_to_raster(geometry, self.to_raster, name)
            try:
                shapes.append(wkb.loads(bytes(geometry.asWkb())))
            except ShapelyError as error:
                raise GridrError(
                    f"{name} cannot be read ({error}). Repair the layer, for example "
                    "with native:fixgeometries."
                ) from error
        return shapes


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
