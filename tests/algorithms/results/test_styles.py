"""Styles of results: two classes for masks, the source's look for rasters."""

from pathlib import Path

import numpy as np
import pytest
from gridr_qgis.algorithms.results.styles import (
    MaskStyle,
    channel_limits,
    point_to_bands,
    single_range,
    stretch,
)
from helpers.data import write_raster
from qgis.core import (
    QgsColorRampShader,
    QgsContrastEnhancement,
    QgsPalettedRasterRenderer,
    QgsRasterLayer,
    QgsRasterShader,
    QgsSingleBandGrayRenderer,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

STRETCH = QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum


def grey(band, least, greatest):
    """Return a function: provider -> renderer of a band in grey."""

    def grey(provider):
        renderer = QgsSingleBandGrayRenderer(provider, band)
        enhancement = QgsContrastEnhancement(provider.dataType(band))
        enhancement.setMinimumValue(least)
        enhancement.setMaximumValue(greatest)
        enhancement.setContrastEnhancementAlgorithm(STRETCH)
        renderer.setContrastEnhancement(enhancement)
        return renderer

    return grey


def limits(layer):
    enhancement = layer.renderer().contrastEnhancement()
    return enhancement.minimumValue(), enhancement.maximumValue()


@pytest.mark.parametrize("name", ["gridresampling", "buildmask"])
def test_masks_have_two_classes(opened, scene, grid, name):
    given = {"gridresampling": {"INPUT": scene, "GRID": grid}}
    layers = opened(name, given.get(name, {"TEMPLATE": scene}))
    renderer = layers[
        "OUTPUT_MASK" if name == "gridresampling" else "OUTPUT"
    ].renderer()
    classes = [(each.value, each.label) for each in renderer.classes()]
    assert classes == [(0, "invalid"), (1, "valid")]
    invalid, valid = (each.color for each in renderer.classes())
    assert invalid.alpha() > 100 > valid.alpha()


def test_one_band_is_stretched_as_the_project_stretches_the_source(
    opened, in_project, pan, grid
):
    name = in_project(pan, grey(1, 700, 1234))
    layers = opened("gridresampling", {"INPUT": name, "GRID": grid})
    assert limits(layers["OUTPUT"]) == (700, 1234)


def test_one_band_of_another_source_is_stretched_over_its_values(opened, pan, grid):
    layers = opened("gridresampling", {"INPUT": pan, "GRID": grid})
    assert limits(layers["OUTPUT"]) == (500, 3500)
    assert not Path(pan + ".aux.xml").exists()


def test_one_of_many_bands_is_stretched_over_its_values(opened, tmp_path, grid):
    pixels = np.stack([np.full((30, 40), 7), np.arange(1200).reshape(30, 40)])
    path = write_raster(tmp_path / "two.tif", pixels.astype("uint16"))
    given = {"INPUT": path, "GRID": grid, "BANDS": [2]}
    assert limits(opened("gridresampling", given)["OUTPUT"]) == (0, 1199)


def test_a_source_without_valid_pixels_gets_qgis_own_style(opened, tmp_path, grid):
    path = write_raster(tmp_path / "empty.tif", np.zeros((30, 40), "uint8"), nodata=0)
    layers = opened("gridresampling", {"INPUT": path, "GRID": grid})
    assert layers["OUTPUT"].renderer().type() == "singlebandgray"


def test_the_channel_of_the_band_gives_the_stretch(
    opened, project, in_project, scene, grid
):
    name = in_project(scene)
    (layer,) = project.mapLayers().values()
    green = layer.renderer().greenContrastEnhancement()
    given = {"INPUT": name, "GRID": grid, "BANDS": [2]}
    assert limits(opened("gridresampling", given)["OUTPUT"]) == (
        green.minimumValue(),
        green.maximumValue(),
    )


def test_bands_of_the_style_follow_to_their_new_places(
    opened, project, in_project, scene, grid
):
    name = in_project(scene)
    (layer,) = project.mapLayers().values()
    given = {"INPUT": name, "GRID": grid, "BANDS": [3, 1, 2]}
    renderer = opened("gridresampling", given)["OUTPUT"].renderer()
    bands = renderer.redBand(), renderer.greenBand(), renderer.blueBand()
    assert bands == (2, 3, 1)
    red = layer.renderer().redContrastEnhancement().maximumValue()
    assert renderer.redContrastEnhancement().maximumValue() == red


def test_colours_of_values_come_along(opened, in_project, pan, grid):
    def coloured(provider):
        ramp = QgsColorRampShader(500, 3500)
        red = QgsColorRampShader.ColorRampItem(3500, QColor("red"), "high")
        ramp.setColorRampItemList([red])
        shader = QgsRasterShader()
        shader.setRasterShaderFunction(ramp)
        return QgsSingleBandPseudoColorRenderer(provider, 1, shader)

    given = {"INPUT": in_project(pan, coloured), "GRID": grid}
    renderer = opened("gridresampling", given)["OUTPUT"].renderer()
    (item,) = renderer.shader().rasterShaderFunction().colorRampItemList()
    assert (item.value, item.color.name()) == (3500, "#ff0000")


def test_classes_come_along(opened, in_project, scene, grid):
    def classes(provider):
        found = [QgsPalettedRasterRenderer.Class(7, QColor("red"), "seven")]
        return QgsPalettedRasterRenderer(provider, 3, found)

    name = in_project(scene, classes)
    given = {"INPUT": name, "GRID": grid, "BANDS": [2, 3]}
    renderer = opened("gridresampling", given)["OUTPUT"].renderer()
    assert [each.label for each in renderer.classes()] == ["seven"]
    assert renderer.usesBands() == [2]


def test_a_style_of_bands_that_are_not_in_the_result_is_left(
    opened, in_project, scene, grid
):
    name = in_project(scene, grey(3, 1, 2))
    given = {"INPUT": name, "GRID": grid, "BANDS": [1, 2]}
    renderer = opened("gridresampling", given)["OUTPUT"].renderer()
    assert renderer.type() == "multibandcolor"


# Without a run


@pytest.fixture
def document(qgis_app):
    """Function: attributes of a renderer, its elements -> a style of it."""

    def document(attributes, elements=""):
        style = QDomDocument()
        text = f"<qgis><rasterrenderer {attributes}>{elements}</rasterrenderer></qgis>"
        assert style.setContent(text)[0]
        return style

    return document


def bands(style):
    """Return attribute -> value of a style's renderer."""
    renderer = style.elementsByTagName("rasterrenderer").item(0).attributes()
    nodes = [renderer.item(i).toAttr() for i in range(renderer.count())]
    return {node.name(): node.value() for node in nodes}


def test_mask_style_needs_no_other_band_than_the_first(qgis_app, scene):
    layer = QgsRasterLayer(scene, "mask")
    MaskStyle().apply(layer)
    assert layer.renderer().usesBands() == [1]
    assert [each.label for each in layer.renderer().classes()] == ["invalid", "valid"]


@pytest.mark.parametrize(
    ("indexes", "pointed"),
    [
        ((1, 2, 3), {"redBand": "3", "greenBand": "2", "blueBand": "1"}),
        ((3, 2, 1), {"redBand": "1", "greenBand": "2", "blueBand": "3"}),
        # the first of a band that comes twice
        ((2, 3, 3, 1), {"redBand": "2", "greenBand": "1", "blueBand": "4"}),
    ],
)
def test_bands_are_pointed_to_their_places(document, indexes, pointed):
    style = document('redBand="3" greenBand="2" blueBand="1" alphaBand="-1"')
    assert point_to_bands(style, indexes)
    assert bands(style) == {**pointed, "alphaBand": "-1"}


def test_alpha_that_is_not_in_the_result_is_dropped(document):
    style = document('grayBand="2" alphaBand="4"')
    assert point_to_bands(style, (2,))
    assert bands(style) == {"grayBand": "1", "alphaBand": "-1"}


def test_style_of_a_band_that_is_not_in_the_result_does_not_fit(document):
    assert not point_to_bands(document('grayBand="3" alphaBand="-1"'), (1, 2))


def test_style_without_renderer_does_not_fit(qgis_app):
    assert not point_to_bands(QDomDocument(), (1,))


CHANNEL = """<greenContrastEnhancement><minValue>{}</minValue><maxValue>{}</maxValue>
</greenContrastEnhancement>"""


@pytest.mark.parametrize(
    ("limits", "index", "expected"),
    [
        (("7", "1.5e3"), 2, (7, 1500)),
        (("7", "1.5e3"), 1, None),  # red has no limits
        (("7", "1.5e3"), 4, None),  # no channel
        (("7", ""), 2, None),
    ],
)
def test_channel_limits(document, limits, index, expected):
    style = document('redBand="1" greenBand="2"', CHANNEL.format(*limits))
    assert channel_limits(style, index) == expected


@pytest.mark.parametrize("indexes", [None, (1,)])
def test_range_of_one_band(pan, indexes):
    assert single_range(pan, indexes) == (500, 3500)


@pytest.mark.parametrize("indexes", [None, (1, 2), (1, 1)])
def test_many_bands_have_no_single_range(scene, indexes):
    assert single_range(scene, indexes) is None


def test_only_grey_is_stretched(qgis_app, scene, pan):
    colours, grey = QgsRasterLayer(scene, "colours"), QgsRasterLayer(pan, "grey")
    before = colours.renderer().redContrastEnhancement().maximumValue()
    for layer in (colours, grey):
        stretch(layer, 3, 9)
    assert colours.renderer().redContrastEnhancement().maximumValue() == before
    assert limits(grey) == (3, 9)


def test_a_range_of_one_value_stretches_nothing(qgis_app, pan):
    layer = QgsRasterLayer(pan, "grey")
    stretch(layer, 5, 5)
    assert layer.renderer().contrastEnhancement() is None or limits(layer) != (5, 5)
