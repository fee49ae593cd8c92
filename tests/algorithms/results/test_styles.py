"""Styles of results: two classes for masks, the source's look for rasters."""

from pathlib import Path

import numpy as np
import pytest
from helpers.data import write_raster
from qgis.core import (
    QgsColorRampShader,
    QgsContrastEnhancement,
    QgsPalettedRasterRenderer,
    QgsRasterShader,
    QgsSingleBandGrayRenderer,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtGui import QColor

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
