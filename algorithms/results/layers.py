"""Vector layers that a run writes, wherever QGIS is told to put them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingUtils,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType, QVariant

from ...core.errors import GridrError
from ...core.message import Message
from ..parameters.values import Value, Values
from .places import remove_vector_file, vector_file

SINK = "sink"
"""QGIS's type of parameters that name a vector layer to write."""
AT_ONCE = 2000
"""Features that are handed over together."""
if Qgis.QGIS_VERSION_INT >= 33800:
    TYPES = {
        str: QMetaType.Type.QString,
        float: QMetaType.Type.Double,
        int: QMetaType.Type.Int,
    }
else:
    TYPES = {
        str: QVariant.Type.String,
        float: QVariant.Type.Double,
        int: QVariant.Type.Int,
    }
"""Type of an attribute -> QGIS's."""


class Kind(NamedTuple):
    """What a layer holds."""

    geometry: QgsWkbTypes.Type
    """Of its features."""
    attributes: dict[str, type]
    """Name of each attribute -> its type."""

    def fields(self) -> QgsFields:
        """Return the attributes as QGIS has them."""
        fields = QgsFields()
        for name, kind in self.attributes.items():
            fields.append(QgsField(name, TYPES[kind]))
        return fields


class Sinks:
    """The vector layers of a run, each made when its features are known.

    So nothing is written by runs that fail or are cancelled before.

    Parameters
    ----------
    form, given, context
        Of the run; none where nothing runs yet.
    """

    def __init__(
        self,
        form: QgsProcessingAlgorithm | None = None,
        given: Values | None = None,
        context: QgsProcessingContext | None = None,
    ) -> None:
        self._form, self._given, self._context = form, given or {}, context
        self.made: dict[str, str] = {}
        """Parameter -> what QGIS calls its layer."""

    def files(self) -> list[Path]:
        """Return the files that are asked for."""
        definitions = () if self._form is None else self._form.parameterDefinitions()
        asked = (
            vector_file(self._given[definition.name()], self._context)
            for definition in definitions
            if definition.type() == SINK and definition.name() in self._given
        )
        return [path for path in asked if path is not None]

    def write(
        self,
        name: str,
        kind: Kind,
        crs_wkt: str | None,
        features: Iterable[tuple[QgsGeometry, list[Value]]],
    ) -> None:
        """Write a layer, if the parameter `name` asks for it.

        Parameters
        ----------
        kind : Kind
            What it holds.
        crs_wkt : str or None
            Its coordinate system.
        features : iterable of (geometry, attributes)

        Raises
        ------
        GridrError
            If it cannot be written.
        """
        if name not in self._given:
            return
        crs = QgsCoordinateReferenceSystem()
        if crs_wkt is not None:
            crs = QgsCoordinateReferenceSystem.fromWkt(crs_wkt)
        asked = self._given, name, self._context
        fields = kind.fields()
        file = vector_file(self._given[name], self._context)
        is_new = file is not None and not file.exists()
        try:
            sink, layer = self._form.parameterAsSink(*asked, fields, kind.geometry, crs)
        except QgsProcessingException as error:
            if is_new:
                remove_vector_file(file)
            raise self._refused(name, str(error).strip(" .")) from error
        if sink is None:
            raise self._refused(name, Message("QGIS cannot make it"))
        self.made[name] = layer
        if not crs.isValid():
            self._take_crs_away(layer)
        try:
            for some in _batches(_features(features, fields)):
                if not sink.addFeatures(some, QgsFeatureSink.Flag.FastInsert):
                    raise self._refused(name, sink.lastError().strip(" ."))
        finally:
            del sink  # which holds its file as long as an error is looked at

    def discard(self) -> None:
        """Remove the files of all layers: those of a run that failed are not whole."""
        for name in self.made:
            file = vector_file(self._given[name], self._context)
            if file is not None:
                remove_vector_file(file)
        self.made = {}

    def _take_crs_away(self, name: str) -> None:
        """Give a layer in memory no coordinate system, where QGIS gives it one."""
        layer = QgsProcessingUtils.mapLayerFromString(name, self._context, False)
        if layer is not None:
            layer.setCrs(QgsCoordinateReferenceSystem())

    def _refused(self, name: str, why: str) -> GridrError:
        """Return what to say of a layer that cannot be written."""
        return GridrError(
            "The layer {name} cannot be written ({reason}). Choose another file or "
            "folder, or a temporary layer.",
            name=name,
            reason=why,
        )


def _features(
    features: Iterable[tuple[QgsGeometry, list[Value]]], fields: QgsFields
) -> Iterator[QgsFeature]:
    """Yield features as QGIS has them."""
    for geometry, attributes in features:
        feature = QgsFeature(fields)
        feature.setGeometry(geometry)
        feature.setAttributes(attributes)
        yield feature


def _batches(features: Iterator[QgsFeature]) -> Iterator[list[QgsFeature]]:
    """Yield them some at a time."""
    while some := list(islice(features, AT_ONCE)):
        yield some
