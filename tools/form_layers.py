"""Layers of polygons, and layers of the project, for random jobs of the forms."""

from __future__ import annotations

from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer


def layer_of(shapes, crs="", kind="Polygon"):
    """Return a layer of shapely geometries."""
    geometries = [QgsGeometry() for _ in shapes]
    for geometry, shape in zip(geometries, shapes):
        geometry.fromWkb(shape.wkb)
        if kind.endswith("Z"):
            geometry.get().addZValue(5.0)
    return filled(geometries, crs, kind)


def layer_of_text(kind, text, crs):
    """Return a layer of one geometry, given as well-known text."""
    return filled([QgsGeometry.fromWkt(text)], crs, kind)


def filled(geometries, crs, kind):
    """Return a layer of geometries."""
    layer = QgsVectorLayer(f"{kind}?crs={crs}", "areas", "memory")
    features = [QgsFeature() for _ in geometries]
    for feature, geometry in zip(features, geometries):
        feature.setGeometry(geometry)
    layer.dataProvider().addFeatures(features)
    return layer


def in_project(make, value, by):
    """Return the id or the name of a layer that the project then has."""
    layer = make(value, "layer") if isinstance(value, str) else make(value)
    QgsProject.instance().addMapLayer(layer)
    return getattr(layer, by)()
