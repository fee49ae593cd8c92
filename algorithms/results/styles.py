"""Styles of results: masks in two classes, rasters drawn as their source is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from contextlib import suppress

from qgis.core import (
    QgsContrastEnhancement,
    QgsPalettedRasterRenderer,
    QgsRasterLayer,
    QgsSingleBandGrayRenderer,
)
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument, QDomElement

from ..inputs.origin import SYMBOLOGY, Origin
from ..texts import tr

INVALID, VALID = QColor(215, 48, 39, 160), QColor(26, 152, 80, 36)
"""Colours of a mask, through which the layers below are seen."""
BANDS = ("band", "grayBand", "redBand", "greenBand", "blueBand", "alphaBand")
"""Attributes of a style that hold a band, or -1 for none."""


class MaskStyle:
    """Two classes: invalid and valid."""

    def apply(self, layer: QgsRasterLayer) -> None:
        """Give a mask its colours."""
        classes = [
            QgsPalettedRasterRenderer.Class(0, INVALID, tr("invalid")),
            QgsPalettedRasterRenderer.Class(1, VALID, tr("valid")),
        ]
        layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, classes))


class QgisStyle:
    """QGIS's own style."""

    def apply(self, layer: QgsRasterLayer) -> None:
        """Leave a result as it is."""


class SourceStyle:
    """The style of the source, so that result and source compare by sight.

    Where the source is no layer of the project, one band is stretched over the
    source's values and several bands get QGIS's own style.

    Parameters
    ----------
    origin : Origin
        The source.
    indexes : tuple of int or None
        The source's bands in the result, 1-based; None: all.
    """

    def __init__(self, origin: Origin, indexes: tuple[int, ...] | None) -> None:
        self._style = origin.style
        self._indexes = indexes
        self._range = single_range(origin.source, indexes) if not origin.style else None

    def apply(self, layer: QgsRasterLayer) -> None:
        """Give a result its style; where none fits it keeps QGIS's own."""
        limits = self._range
        if self._style is not None:
            indexes = self._indexes or range(1, layer.bandCount() + 1)
            document = QDomDocument()
            document.setContent(self._style)
            if point_to_bands(document, indexes):
                layer.importNamedStyle(document, SYMBOLOGY)
            elif len(indexes) == 1:
                limits = channel_limits(document, indexes[0])
        if limits is not None:
            stretch(layer, *limits)


def point_to_bands(document: QDomDocument, indexes: Sequence[int]) -> bool:
    """Rewrite the bands of a source's style as those of a result.

    Parameters
    ----------
    indexes : sequence of int
        The source's bands in the result.

    Returns
    -------
    bool
        Whether all bands that the style shows are in the result.
    """
    renderer = _renderer(document)
    for name in BANDS:
        index = int(renderer.attribute(name, "-1"))
        if index in indexes:
            renderer.setAttribute(name, str(list(indexes).index(index) + 1))
        elif index > 0 and name != "alphaBand":
            return False
        elif index > 0:
            renderer.setAttribute(name, "-1")
    return not renderer.isNull()


def channel_limits(document: QDomDocument, index: int) -> tuple[float, float] | None:
    """Return the limits of a band that a style shows as red, green or blue."""
    renderer = _renderer(document)
    for channel in ("red", "green", "blue"):
        if renderer.attribute(f"{channel}Band") == str(index):
            limits = renderer.firstChildElement(f"{channel}ContrastEnhancement")
            texts = [
                limits.firstChildElement(f"{n}Value").text() for n in ("min", "max")
            ]
            return (float(texts[0]), float(texts[1])) if all(texts) else None
    return None


def _renderer(document: QDomDocument) -> QDomElement:
    return document.elementsByTagName("rasterrenderer").item(0).toElement()


def single_range(
    source: str, indexes: tuple[int, ...] | None
) -> tuple[float, float] | None:
    """Return about the least and greatest value of a source if one band is chosen."""
    from osgeo import gdal

    limits = None
    with suppress(RuntimeError):  # GDAL's, where it raises: there is no valid pixel
        dataset = gdal.Open(source)
        chosen = indexes or tuple(range(1, dataset.RasterCount + 1))
        if len(chosen) == 1:
            # of some blocks; unlike statistics it leaves no .aux.xml beside the source
            limits = dataset.GetRasterBand(chosen[0]).ComputeRasterMinMax(True)
    return tuple(limits) if limits and all(map(math.isfinite, limits)) else None


def stretch(layer: QgsRasterLayer, least: float, greatest: float) -> None:
    """Stretch a layer that is shown in grey; others stay as they are."""
    renderer = layer.renderer()
    if isinstance(renderer, QgsSingleBandGrayRenderer) and least < greatest:
        enhancement = QgsContrastEnhancement(layer.dataProvider().dataType(1))
        enhancement.setMinimumValue(least)
        enhancement.setMaximumValue(greatest)
        enhancement.setContrastEnhancementAlgorithm(
            QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum
        )
        renderer.setContrastEnhancement(enhancement)
