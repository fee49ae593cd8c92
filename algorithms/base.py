"""What all forms have in common: reading, running, and telling what went wrong."""

from __future__ import annotations

import re
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProviderRegistry,
    QgsRasterLayer,
)
from qgis.PyQt.QtGui import QIcon

from ..core.errors import Cancelled, GridrError
from ..core.feedback import Feedback
from .parameters import tr
from .values import check_value, given_values, label

ICONS = Path(__file__).resolve().parent.parent / "icons"
HOMEPAGE = "https://github.com/gridr-qgis/gridr_qgis"
SAVE_FIRST = "Save it as a GeoTIFF first (Layer menu, Save As) and give that."


class GridrAlgorithm(QgsProcessingAlgorithm):
    """A form; its file name is the algorithm's id.

    A subclass adds its parameters and writes two hooks: `arguments` turns values of
    parameters into the engine's argument, `compute` calls the engine with it.
    """

    def __init__(self):
        super().__init__()
        self._src_paths = {}

    def about(self) -> str:
        """Return HTML: what the algorithm does, when to use it, its limits."""
        raise NotImplementedError

    def arguments(self, parameters: dict, context):
        """Return the engine's argument; raise GridrError if values do not fit.

        Must have no side effects: it also serves as the check before a run.

        Parameters
        ----------
        parameters : dict
            The given values only; layers and outputs as plain paths.
        context : QgsProcessingContext
        """
        raise NotImplementedError

    def compute(self, arguments, feedback: Feedback) -> dict:
        """Import the engine, run it and return the values of the outputs."""
        raise NotImplementedError

    def createInstance(self):
        return type(self)()

    def name(self):
        return type(self).__module__.rpartition(".")[2]

    def icon(self):
        return QIcon(self.svgIconPath())

    def svgIconPath(self):
        return str(ICONS / f"{self.name()}.svg")

    def helpUrl(self):
        return f"{HOMEPAGE}#readme"

    def shortHelpString(self):
        # QGIS makes a paragraph of every line.
        about = " ".join(self.about().split())
        if QgsApplication.platform() == "qgis_process":
            # The terminal shows text as it is, and lists the parameters itself.
            return re.sub("<[^>]+>", "", re.sub("</(p|h3)> *", "\n", about))
        items = "".join(
            f"<p><b>{definition.description()}</b> ({definition.name()}): "
            f"{definition.help()}</p>"
            for definition in self.parameterDefinitions()
        )
        return f"{about}<h3>{tr('Parameters')}</h3>{items}"

    def canExecute(self):
        provider = self.provider()
        return (True, "") if provider is None else provider.can_execute()

    def checkParameterValues(self, parameters, context):
        given = given_values(parameters, context)
        try:
            for definition in self.parameterDefinitions():
                check_value(definition, given.get(definition.name()))
            layers = self._layers(given, context)
            self.arguments({**given, **_paths(layers)}, context)
        except GridrError as error:
            return False, str(error)
        return super().checkParameterValues({**given, **layers}, context)

    def prepareAlgorithm(self, parameters, context, feedback):
        # Models come here without having checked anything.
        ok, sentence = self.checkParameterValues(parameters, context)
        if not ok:
            raise QgsProcessingException(sentence)
        # Layers belong to the main thread, which is this one; keep their paths only.
        given = given_values(parameters, context)
        self._src_paths = _paths(self._layers(given, context))
        return True

    def processAlgorithm(self, parameters, context, feedback):
        given = given_values(parameters, context)
        try:
            if self.provider() is not None:
                self.provider().load_libraries()
            paths = {**self._src_paths, **self._destination_paths(given, context)}
            arguments = self.arguments({**given, **paths}, context)
            return self.compute(arguments, QgisFeedback(feedback))
        except Cancelled:
            return {}
        except (GridrError, ImportError, OSError) as error:
            raise QgsProcessingException(str(error)) from error

    def _layers(self, given: dict, context) -> dict[str, QgsRasterLayer]:
        return {
            definition.name(): self._layer(definition, given, context)
            for definition in self.parameterDefinitions()
            if definition.type() == "raster" and definition.name() in given
        }

    def _layer(self, definition, given: dict, context) -> QgsRasterLayer:
        value = given[definition.name()]
        layer = self.parameterAsRasterLayer(given, definition.name(), context)
        if layer is None and isinstance(value, str):
            # QGIS takes no name that is not a file's, such as GDAL's /vsizip/ ones.
            options = QgsRasterLayer.LayerOptions(loadDefaultStyle=False)
            layer = QgsRasterLayer(value, definition.name(), "gdal", options)
        if layer is None or not layer.isValid():
            raise GridrError(
                f"{label(definition)} cannot be read as a raster: {value}. Give a "
                "raster file or a raster layer of the project."
            )
        if layer.providerType() != "gdal":
            raise GridrError(
                f"{label(definition)} is a layer of type {layer.providerType()}, but "
                f"only raster files can be read. {SAVE_FIRST}"
            )
        parts = QgsProviderRegistry.instance().decodeUri("gdal", layer.source())
        if parts.get("openOptions") or parts.get("credentialOptions"):
            raise GridrError(
                f"{label(definition)} is opened with options of its own, which would "
                f"be lost: {layer.source()}. {SAVE_FIRST}"
            )
        return layer

    def _destination_paths(self, given: dict, context) -> dict[str, str]:
        # Once, and only while running: each call makes another temporary name, and
        # QGIS shows only outputs that were named by the running thread.
        names = [d.name() for d in self.destinationParameterDefinitions()]
        return {
            name: self.parameterAsOutputLayer(given, name, context)
            for name in names
            if name in given
        }


def _paths(layers: dict[str, QgsRasterLayer]) -> dict[str, str]:
    return {name: layer.source() for name, layer in layers.items()}


class QgisFeedback(Feedback):
    """Passes the engine's progress and log to QGIS."""

    def __init__(self, feedback):
        self._feedback = feedback

    def progress(self, fraction: float) -> bool:
        """Move QGIS's progress bar; return False once the user has cancelled."""
        self._feedback.setProgress(100 * fraction)
        return not self._feedback.isCanceled()

    def info(self, message: str) -> None:
        """Write a line of the log."""
        self._feedback.pushInfo(message)

    def warning(self, message: str) -> None:
        """Write a coloured line of the log."""
        self._feedback.pushWarning(message)
