"""What makes pixels or nodes valid: mask rasters and polygons."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
)

from ...core.options import PolygonFrame
from ..texts import tr
from . import names, words
from .kinds import advanced, band, choice, helped, raster, whole_number


def mask(
    name: str, band_name: str, valid_name: str, label: str, text: str
) -> Iterator[QgsProcessingParameterDefinition]:
    """Yield a mask raster and, advanced, its band and its value of what is valid.

    Parameters
    ----------
    label : str
        What the mask is called, such as "Source mask".
    text : str
        The help of the raster.
    """
    yield raster(name, label, text, optional=True)
    yield advanced(
        band(
            band_name,
            tr("{mask}: band").format(mask=label),
            tr("Band of the mask raster. Not set: 1."),
            name,
        )
    )
    yield advanced(
        whole_number(
            valid_name,
            tr("{mask}: value that means valid").format(mask=label),
            tr(
                "A whole number, also negative. All other values of the mask raster "
                "mean invalid."
            ),
            least=None,
            default=1,
        )
    )


def polygon_layers() -> Iterator[QgsProcessingParameterDefinition]:
    """Yield the layers of valid and of invalid polygons."""
    yield _polygon_layer(
        names.VALID_POLYGONS,
        tr("Polygons of valid pixels"),
        tr(
            "Polygon layer in any coordinate system: pixels whose centre is outside "
            "all its features are invalid. Holes count. A layer or selection without "
            "features makes all pixels invalid. Not set: no restriction."
        ),
    )
    yield _polygon_layer(
        names.INVALID_POLYGONS,
        tr("Polygons of invalid pixels"),
        tr(
            "Polygon layer in any coordinate system: pixels whose centre is inside one "
            "of its features are invalid. Not set: no restriction."
        ),
    )


def polygon_frame(text: str) -> QgsProcessingParameterEnum:
    """Return what the coordinates of the polygons mean; `text` is its help."""
    return choice(
        names.POLYGON_FRAME,
        tr("Polygons: coordinates"),
        text,
        [PolygonFrame.MAP.value, PolygonFrame.PIXEL.value],
        PolygonFrame.MAP.value,
        words.frame(),
    )


def _polygon_layer(
    name: str, label: str, text: str
) -> QgsProcessingParameterFeatureSource:
    kinds = [QgsProcessing.SourceType.TypeVectorPolygon]
    return helped(
        QgsProcessingParameterFeatureSource(name, label, kinds, optional=True), text
    )
