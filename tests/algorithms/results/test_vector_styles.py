"""Styles of vector layers."""

from gridr_qgis.algorithms.results.vector_styles import (
    MeshStyle,
    NodeStyle,
    OutlineStyle,
)
from qgis.core import QgsVectorLayer


def styled(kind, style):
    layer = QgsVectorLayer(f"{kind}?field=kind:string", "layer", "memory")
    style.apply(layer)
    return layer


def test_nodes_are_blue_red_or_orange(qgis_app):
    layer = styled("Point", NodeStyle())
    categories = layer.renderer().categories()
    assert {each.value(): each.label() for each in categories} == {
        "inside": "in the source",
        "outside": "outside the source",
        "masked": "without a position",
    }
    blue, red, orange = (each.symbol().color() for each in categories)
    assert blue.blue() > max(blue.red(), blue.green())
    assert red.red() > 3 * max(red.green(), red.blue())
    assert orange.red() > orange.green() > orange.blue()


def test_lines_are_dark_in_light(qgis_app):
    layer = styled("LineString", MeshStyle())
    light, dark = layer.renderer().symbol().symbolLayers()
    assert light.width() > 2 * dark.width()
    assert light.color().lightness() > 200 > 60 > dark.color().lightness()


def test_an_outline_hides_nothing(qgis_app):
    layer = styled("Polygon", OutlineStyle())
    (fill,) = layer.renderer().symbol().symbolLayers()
    assert fill.properties()["style"] == "no"
