"""What results take from a source layer: its name and how it is drawn."""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsRasterLayer,
    QgsReadWriteContext,
)
from qgis.PyQt.QtXml import QDomDocument

SYMBOLOGY = QgsMapLayer.StyleCategory.Symbology
"""The part of a style that results take: how pixels are drawn."""


class Origin(NamedTuple):
    """A raster that a result is made of; plain values."""

    name: str
    """What the project calls it, or its file's name without the suffix."""
    source: str
    """What GDAL calls it."""
    style: str | None
    """Its style as XML, if it is a layer of the project."""


def origin_of(layer: QgsRasterLayer, context: QgsProcessingContext) -> Origin:
    """Return what results take from a layer; call it where the layer lives."""
    project = context.project()
    style = None
    if project is not None and project.mapLayer(layer.id()) is not None:
        document = QDomDocument()
        layer.exportNamedStyle(document, QgsReadWriteContext(), SYMBOLOGY)
        style = document.toString()
    return Origin(layer.name(), layer.source(), style)
