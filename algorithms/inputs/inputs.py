"""The layers and places that parameters name, read in QGIS's main thread."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, Protocol

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameters,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...core.errors import GridrError, no_band
from ...core.message import Message
from ...core.options import PolygonFrame
from ..parameters import names
from ..parameters.values import Value, Values, in_words, is_empty, label
from ..texts import tr
from .origin import Origin, origin_of
from .polygons import LayerPolygons, read_polygons

TOLERANCE = 0.05
"""Pixels within which the edges of polygons are straight in their own CRS."""
SAVE_FIRST = Message("Save it as a GeoTIFF first (Layer menu, Save As) and give that.")
AREAS = (
    QgsWkbTypes.GeometryType.PolygonGeometry,
    QgsWkbTypes.GeometryType.UnknownGeometry,
)


class Form(Protocol):
    """What must be known of a form to read its inputs."""

    CRS_OF: ClassVar[dict[str, tuple[str, ...]]]
    FINER: ClassVar[tuple[str, ...]]

    def parameterDefinitions(self) -> list[QgsProcessingParameterDefinition]: ...

    def file_systems(self, given: Values) -> dict[str, str]: ...


class Inputs:
    """What the given parameters of a form name.

    Parameters
    ----------
    form : Form
        Tells the parameters, and by `CRS_OF` whose CRS their coordinates are taken to.
    given : dict
        The given parameters.
    context : QgsProcessingContext

    Raises
    ------
    GridrError
        If a layer cannot be read.
    """

    def __init__(
        self, form: Form, given: Values, context: QgsProcessingContext
    ) -> None:
        self._form, self._given, self._context = form, given, context
        self.layers = {d.name(): self._layer(d) for d in self._of("raster")}
        self._systems = {d.name(): self._crs(d) for d in self._of("crs")}
        self._sources = {d: self._source(d) for d in self._of("source")}

    def values(self) -> Values:
        """Return paths of rasters, extents as four numbers, no polygons yet."""
        return {
            **{name: layer.source() for name, layer in self.layers.items()},
            **{d.name(): self._extent(d) for d in self._of("extent")},
            **{name: _crs_text(crs) for name, crs in self._systems.items()},
            **{definition.name(): [] for definition in self._sources},
        }

    def origins(self) -> dict[str, Origin]:
        """Return what results take from the rasters; only in the main thread."""
        return {n: origin_of(lyr, self._context) for n, lyr in self.layers.items()}

    def words(self) -> dict[str, str]:
        """Return the names of rasters and polygon layers, for people to read."""
        return {
            **{name: layer.source() for name, layer in self.layers.items()},
            **{d.name(): source.sourceName() for d, source in self._sources.items()},
        }

    def feature(self) -> str:
        """Return what a feature is called that QGIS runs the form for; "" if for all.

        It comes alone in a layer of its own, which only this run knows.
        """
        store = self._context.temporaryLayerStore()
        for definition in self._sources:
            layer = store.mapLayer(str(self._given[definition.name()]))
            if isinstance(layer, QgsVectorLayer) and layer.featureCount() == 1:
                field = layer.displayField()
                value = next(layer.getFeatures())[field] if field else None
                return "" if is_empty(value) else str(value)
        return ""

    def polygons(self, feedback: QgsProcessingFeedback) -> dict[str, LayerPolygons]:
        """Return the polygons of all features, and log their numbers."""
        return {
            definition.name(): self._polygons(definition, source, feedback)
            for definition, source in self._sources.items()
        }

    def _of(self, kind: str) -> list[QgsProcessingParameterDefinition]:
        return [
            definition
            for definition in self._form.parameterDefinitions()
            if definition.type() == kind and definition.name() in self._given
        ]

    def _layer(self, definition: QgsProcessingParameterDefinition) -> QgsRasterLayer:
        value = self._given[definition.name()]
        layer = QgsProcessingParameters.parameterAsRasterLayer(
            definition, self._given, self._context
        )
        if layer is None and isinstance(value, str):
            # QGIS takes no name that is not a file's, such as GDAL's /vsizip/ ones.
            options = QgsRasterLayer.LayerOptions(loadDefaultStyle=False)
            layer = QgsRasterLayer(value, Path(value).stem, "gdal", options)
        if layer is None or not layer.isValid():
            inside = _rasters_in(value)
            if inside:
                raise GridrError(no_band(f"{label(definition)}, {value},", inside))
            raise GridrError(
                "{label} cannot be read as a raster: {value}. Give a raster file or a "
                "raster layer of the project.",
                label=label(definition),
                value=_named(value),
            )
        if layer.providerType() != "gdal":
            raise GridrError(
                "{label} is a layer of type {kind}, but only raster files can be "
                "read. {remedy}",
                label=label(definition),
                kind=layer.providerType(),
                remedy=SAVE_FIRST,
            )
        parts = QgsProviderRegistry.instance().decodeUri("gdal", layer.source())
        if parts.get("openOptions") or parts.get("credentialOptions"):
            raise GridrError(
                "{label} is opened with options of its own, which would be lost: "
                "{name}. {remedy}",
                label=label(definition),
                name=layer.source(),
                remedy=SAVE_FIRST,
            )
        return layer

    def _crs(
        self, definition: QgsProcessingParameterDefinition
    ) -> QgsCoordinateReferenceSystem:
        crs = QgsProcessingParameters.parameterAsCrs(
            definition, self._given, self._context
        )
        if not crs.isValid():
            raise GridrError(
                "{label} is no coordinate system that QGIS knows: {value}. Give a "
                "code such as EPSG:32631, or WKT.",
                label=label(definition),
                value=_named(self._given[definition.name()]),
            )
        return crs

    def _source(
        self, definition: QgsProcessingParameterDefinition
    ) -> QgsProcessingFeatureSource:
        source = QgsProcessingParameters.parameterAsSource(
            definition, self._given, self._context
        )
        if source is None:
            value = self._given[definition.name()]
            raise GridrError(
                "{label} cannot be read as a polygon layer: {value}. Give a file or a "
                "layer of the project.",
                label=label(definition),
                value=_named(value),
            )
        if QgsWkbTypes.geometryType(source.wkbType()) not in AREAS:
            raise GridrError(
                "{label} is a layer of {kind}. Give one of polygons.",
                label=label(definition),
                kind=QgsWkbTypes.displayString(source.wkbType()),
            )
        return source

    def _polygons(
        self,
        definition: QgsProcessingParameterDefinition,
        source: QgsProcessingFeatureSource,
        feedback: QgsProcessingFeedback,
    ) -> LayerPolygons:
        features, collections = read_polygons(source)
        line = tr("{label}: {count} feature(s).")
        feedback.pushInfo(line.format(label=label(definition), count=len(features)))
        if collections.features:
            line = tr(
                "{label}: of {features} feature(s) that are collections, {polygons} "
                "polygon(s) are taken, {others} line(s) or point(s) are left out."
            ).format(label=label(definition), **collections._asdict())
            tell = feedback.pushWarning if collections.others else feedback.pushInfo
            tell(line)
        on_map = self._given.get(names.POLYGON_FRAME) != PolygonFrame.PIXEL.value
        transform = self._transform(definition.name(), source.sourceCrs())
        within = self._tolerance(definition.name())
        transform = transform if on_map else None
        return LayerPolygons(label(definition), transform, within, features)

    def _tolerance(self, name: str) -> float:
        """Return the distance within which polygons follow their edges on the map."""
        rasters = [r for r in self._form.CRS_OF[name] if r in self.layers]
        if not rasters:
            return 0.0
        layer = self.layers[rasters[0]]
        size = min(layer.rasterUnitsPerPixelX(), layer.rasterUnitsPerPixelY())
        finer = [float(self._given.get(name, 1)) for name in self._form.FINER]
        return TOLERANCE * size / max([1.0, *finer])

    def _extent(
        self, definition: QgsProcessingParameterDefinition
    ) -> tuple[float, float, float, float]:
        asked = definition, self._given, self._context
        rectangle = QgsProcessingParameters.parameterAsExtent(*asked)
        crs = QgsProcessingParameters.parameterAsExtentCrs(*asked)
        given = in_words(self._given[definition.name()])
        if rectangle.isNull() or not rectangle.isFinite():
            raise GridrError(
                "{name} must be x_min,x_max,y_min,y_max such as 2.1,2.5,48.7,49 "
                "[EPSG:4326], or a layer, or empty, got {given}.",
                name=definition.name(),
                given=given,
            )
        try:
            transform = self._transform(definition.name(), crs)
            rectangle = transform.transformBoundingBox(rectangle)
        except QgsCsException as error:
            raise GridrError(
                "{name} {given} cannot be taken to the coordinate system of the "
                "output ({reason}). Give a smaller extent, or one in that system.",
                name=definition.name(),
                given=given,
                reason=str(error).strip(),
            ) from error
        return (
            rectangle.xMinimum(),
            rectangle.yMinimum(),
            rectangle.xMaximum(),
            rectangle.yMaximum(),
        )

    def _transform(
        self, name: str, crs: QgsCoordinateReferenceSystem
    ) -> QgsCoordinateTransform:
        """Return the way from a CRS to that of what `name` belongs to.

        Where one of both has no CRS it moves nothing.
        """
        systems = {n: layer.crs() for n, layer in self.layers.items()} | self._systems
        for other, text in self._form.file_systems(self._given).items():
            systems[other] = QgsCoordinateReferenceSystem(text)
        wanted = self._form.CRS_OF[name]
        systems |= {n: QgsCoordinateReferenceSystem(n) for n in wanted if ":" in n}
        target = [systems[n] for n in wanted if n in systems][:1]
        return QgsCoordinateTransform(
            crs,
            *(target or [QgsCoordinateReferenceSystem()]),
            self._context.transformContext(),
        )


def _rasters_in(value: Value) -> list[str]:
    """Return the names of the rasters that a file holds, as of a netCDF's variables."""
    if not isinstance(value, str):
        return []
    found = QgsProviderRegistry.instance().querySublayers(value)
    return [each.uri() for each in found if each.providerKey() == "gdal"]


def _crs_text(crs: QgsCoordinateReferenceSystem) -> str:
    """Return a coordinate system as other libraries read it."""
    if crs.authid().startswith("EPSG:"):
        return crs.authid()
    return crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED)


def _named(value: Value) -> str:
    """Return what is not a layer, a name of a file without quotes."""
    return value if isinstance(value, str) else in_words(value)
