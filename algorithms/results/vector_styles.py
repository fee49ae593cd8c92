"""Styles of vector layers: nodes by their kind, lines and outlines in plain colours."""

from __future__ import annotations

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from ..texts import tr

BLUE, RED, ORANGE, DARK = "31,120,220", "215,25,28", "255,140,0", "40,40,40"
"""Colours that differ to the colour-blind, too: by lightness."""
VIOLET = "136,0,160"
"""Of what is no node."""


class NodeStyle:
    """Points: blue in the source, red outside, orange without a position."""

    def apply(self, layer: QgsVectorLayer) -> None:
        """Give nodes their colours, by the attribute `kind`."""
        kinds = (
            ("inside", BLUE, tr("in the source")),
            ("outside", RED, tr("outside the source")),
            ("masked", ORANGE, tr("without a position")),
        )
        categories = [
            QgsRendererCategory(kind, _point(color), label)
            for kind, color, label in kinds
        ]
        layer.setRenderer(QgsCategorizedSymbolRenderer("kind", categories))


class MeshStyle:
    """Thin lines, light around dark, to be seen on any image."""

    def apply(self, layer: QgsVectorLayer) -> None:
        """Give the lines their colour."""
        symbol = QgsLineSymbol.createSimple(
            {"line_color": "255,255,255,170", "line_width": "0.5"}
        )
        dark = QgsLineSymbol.createSimple({"line_color": DARK, "line_width": "0.16"})
        symbol.appendSymbolLayer(dark.symbolLayer(0).clone())
        layer.setRenderer(QgsSingleSymbolRenderer(symbol))


class OutlineStyle:
    """A polygon that hides nothing."""

    def apply(self, layer: QgsVectorLayer) -> None:
        """Give the outline its colour."""
        symbol = QgsFillSymbol.createSimple(
            {"style": "no", "outline_color": VIOLET, "outline_width": "0.7"}
        )
        layer.setRenderer(QgsSingleSymbolRenderer(symbol))


class AreaStyle:
    """Polygons of what does not count, through which the image is seen."""

    def apply(self, layer: QgsVectorLayer) -> None:
        """Give the polygons their colours."""
        symbol = QgsFillSymbol.createSimple(
            {
                "color": f"{RED},60",
                "outline_color": RED,
                "outline_width": "0.5",
            }
        )
        layer.setRenderer(QgsSingleSymbolRenderer(symbol))


def _point(color: str) -> QgsMarkerSymbol:
    """Return a small dot."""
    return QgsMarkerSymbol.createSimple(
        {
            "name": "circle",
            "color": color,
            "size": "1.4",
            "outline_color": "255,255,255,200",
            "outline_width": "0.1",
        }
    )
