"""The source: its raster, its bands, and which of its pixels are valid."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import (
    QgsProcessingParameterBand,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterRasterLayer,
)

from ...core.options import Job, SourceValidity
from ..texts import tr
from . import names, words
from .kinds import band, choice, raster
from .masks import mask, polygon_frame, polygon_layers


def source() -> QgsProcessingParameterRasterLayer:
    """Return the raster."""
    return raster(
        names.INPUT,
        tr("Source raster"),
        tr("Raster to read values from. It needs no place on the map."),
    )


def bands() -> QgsProcessingParameterBand:
    """Return its bands."""
    return band(
        names.BANDS,
        tr("Source: bands"),
        tr(
            "Bands of the source in the order of the output; in scripts a band may "
            "come twice, such as 3;1;1. Not set: all bands."
        ),
        names.INPUT,
        many=True,
    )


def details() -> Iterator[QgsProcessingParameterDefinition]:
    """Yield its bands, and what makes its pixels invalid by raster data."""
    yield bands()
    yield choice(
        names.SOURCE_VALIDITY,
        tr("Source: pixels made invalid by"),
        tr(
            "none: nothing further. any_band: nodata in any of the chosen bands. "
            "all_bands: nodata in all of them. dataset_mask: the source's alpha "
            "band, mask file or nodata. Values that are not finite are invalid in "
            "any case."
        ),
        [rule.value for rule in SourceValidity],
        Job.src_validity.value,
        words.source_validity(),
    )
    yield from mask(
        names.SOURCE_MASK,
        names.SOURCE_MASK_BAND,
        names.SOURCE_MASK_VALID,
        tr("Source mask"),
        tr(
            "Raster of as many rows and columns as the source, that says which of its "
            "pixels are valid. Not set: those that are not nodata."
        ),
    )


def polygons() -> Iterator[QgsProcessingParameterDefinition]:
    """Yield the polygons that restrict it."""
    yield from polygon_layers()
    yield polygon_frame(
        tr(
            "map: on the map, in the layer's own coordinate system, which is taken to "
            "the source's; over a source without georeference as QGIS draws it (x = "
            "column, y = -row of the corners of pixels). pixel: x = column, y = row of "
            "the source, where (0, 0) is the centre of the first pixel."
        )
    )
