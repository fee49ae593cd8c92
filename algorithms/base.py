"""What all forms have in common: reading, running, and telling what went wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputDefinition,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtGui import QIcon

from ..core.errors import Cancelled, GridrError, telling_shortages
from ..core.feedback import Feedback
from ..core.message import Message
from .help import page_url
from .inputs.inputs import Inputs
from .inputs.origin import Origin
from .inputs.polygons import LayerPolygons
from .parameters.values import (
    Values,
    check_value,
    given_values,
    named_options,
    plain_value,
)
from .results.layers import SINK, Sinks
from .results.places import check_places
from .results.presentation import (
    Presentation,
    distinct_name,
    made_by,
    present,
    stack_of,
    withdraw,
)
from .texts import tr, worded
from .wording import Wording

ICONS = Path(__file__).resolve().parent.parent / "icons"

Argument = Any
"""What a form hands to the engine, which only the form knows: a job, in most."""


class GridrAlgorithm(QgsProcessingAlgorithm):
    """A form; its file name is the algorithm's id.

    A subclass lists its parameters and results and writes two hooks: `arguments`
    turns values of parameters into the engine's argument, `compute` calls the engine
    with it.
    """

    CRS_OF: ClassVar[dict[str, tuple[str, ...]]] = {}
    """Parameter of polygons or of an extent -> parameters of rasters and of coordinate
    systems, or at last a code: the coordinates are taken to the CRS of the first one
    given."""

    FINER: ClassVar[tuple[str, ...]] = ()
    """Parameters that say how many pixels polygons restrict in one of their raster."""

    NEEDS_LIBRARIES: ClassVar[bool] = True
    """Whether it cannot run without numba, rasterio and shapely."""

    FIELDS: ClassVar[dict[str, str]] = {}
    """Parameter -> field of the engine's job that takes its value as it is."""

    def __init__(self) -> None:
        super().__init__()
        self._inputs: Values = {}
        self._polygons: dict[str, LayerPolygons] = {}
        self._words: dict[str, str] = {}
        self._feature = ""
        self.origins: dict[str, Origin] = {}
        self.sinks = Sinks()

    def about(self) -> str:
        """Return HTML: what the algorithm does, when to use it, its limits."""
        raise NotImplementedError

    def definitions(self) -> Iterator[QgsProcessingParameterDefinition]:
        """Yield the parameters, from `parameters`."""
        raise NotImplementedError

    def results(self) -> Iterator[QgsProcessingOutputDefinition]:
        """Yield the definitions of what it returns besides its destinations."""
        yield from ()

    def file_systems(self, given: Values) -> dict[str, str]:
        """Return the coordinate systems that files of some parameters tell of.

        Parameters
        ----------
        given : dict
            The given parameters.

        Returns
        -------
        dict
            Parameter -> code or WKT.
        """
        return {}

    def arguments(self, values: Values) -> Argument:
        """Return the engine's argument; raise GridrError if values do not fit.

        Must have no side effects: it also serves as the check before a run, when
        polygons are not yet read.

        Parameters
        ----------
        values : dict
            Plain Python values of all parameters that are given or have a default;
            layers and outputs as paths, polygons as shapely ones.
        """
        raise NotImplementedError

    def _fields(self, values: Values) -> Values:
        """Return the fields of the engine's job that take values as they are."""
        return {self.FIELDS[n]: values[n] for n in self.FIELDS if n in values}

    def compute(self, arguments: Argument, feedback: Feedback) -> Values:
        """Import the engine, run it and return the values of the outputs."""
        raise NotImplementedError

    def presentations(self, arguments: Argument) -> dict[str, Presentation]:
        """Return how results appear in the project, by their parameters."""
        return {}

    def initAlgorithm(self, configuration: Values | None = None) -> None:
        for definition in self.definitions():
            self.addParameter(definition)
        for definition in self.results():
            self.addOutput(definition)

    def createInstance(self) -> GridrAlgorithm:
        return type(self)()

    def name(self) -> str:
        return type(self).__module__.rpartition(".")[2]

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        return str(ICONS / f"{self.name()}.svg")

    def helpUrl(self) -> str:
        return page_url(self.name())

    def shortHelpString(self) -> str:
        # QGIS makes a paragraph of every line.
        # Spaces that must not break a line stay: French has them before signs.
        about = re.sub("[ \n]+", " ", self.about()).strip()
        if QgsApplication.platform() == "qgis_process":
            # The terminal shows text as it is, and lists the parameters itself.
            return re.sub("<[^>]+>", "", re.sub("</(p|h3)> *", "\n", about))
        parts = [about, "<h3>", tr("Parameters"), "</h3>"]
        for definition in self.parameterDefinitions():
            parts.append(
                tr("<p><b>{label}</b> ({name}): {help}</p>").format(
                    label=definition.description(),
                    name=definition.name(),
                    help=definition.help(),
                )
            )
        # QGIS paints <b> in a grey of its own, which no dark theme shows
        return re.sub("(</?)b>", r"\1strong>", "".join(parts))

    def canExecute(self) -> tuple[bool, str]:
        if self.provider() is None or not self.NEEDS_LIBRARIES:
            return True, ""
        return self.provider().can_execute()

    def checkParameterValues(
        self, parameters: Values, context: QgsProcessingContext
    ) -> tuple[bool, str]:
        given = self._given(parameters, context)
        try:
            for definition in self.parameterDefinitions():
                check_value(definition, given.get(definition.name()))
            inputs = Inputs(self, given, context)
            self.arguments({**self._plain_values(given), **inputs.values()})
        except GridrError as error:
            return False, Wording(self, context).advice(_sentence(error))
        return super().checkParameterValues({**given, **inputs.layers}, context)

    def prepareAlgorithm(
        self,
        parameters: Values,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        # Models come here without having checked anything.
        ok, sentence = self.checkParameterValues(parameters, context)
        if not ok:
            raise QgsProcessingException(sentence)
        # Layers belong to the main thread, which is this one; keep plain values only.
        inputs = Inputs(self, self._given(parameters, context), context)
        self._inputs, self._polygons = inputs.values(), inputs.polygons(feedback)
        self._words, self.origins = inputs.words(), inputs.origins()
        self._feature = inputs.feature()
        return True

    def processAlgorithm(
        self,
        parameters: Values,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Values:
        given, wording = self._given(parameters, context), Wording(self, context)
        paths = {}
        self.sinks = Sinks(self, given, context)
        try:
            with telling_shortages():
                defaults = {}
                if self.provider() is not None:
                    defaults = self.provider().defaults()
                    if self.NEEDS_LIBRARIES:
                        self.provider().load_libraries()
                paths = self._destination_paths(given, context)
                read = {name: each.shapes() for name, each in self._polygons.items()}
                values = {**defaults, **self._plain_values(given), **self._inputs}
                values.update(read, **paths)
                arguments = self.arguments(values)
                self._check_places(values)
                results = self.compute(arguments, QgisFeedback(feedback, wording))
                paths.update(self.sinks.made)
                self._present(arguments, paths, {**values, **self._words}, context)
                # scripts that QGIS makes of models ask for all of them
                skipped = {o.name(): None for o in self.outputDefinitions()}
                return {**skipped, **results}
        except Cancelled:
            withdraw({**paths, **self.sinks.made}, context)
            self.sinks.discard()
            # QGIS says that it failed, and not what of it is left
            feedback.pushInfo(tr("Cancelled. Older results are as they were."))
            return {}
        except (GridrError, ImportError, OSError) as error:
            withdraw({**paths, **self.sinks.made}, context)
            self.sinks.discard()
            sentence = wording.advice(_sentence(error))
            raise QgsProcessingException(sentence) from error

    def _given(self, parameters: Values, context: QgsProcessingContext) -> Values:
        """Return the parameters that have a value."""
        given = given_values(parameters, context)
        return named_options(self.parameterDefinitions(), given)

    def _plain_values(self, given: Values) -> Values:
        return {
            definition.name(): plain_value(definition, value)
            for definition in self.parameterDefinitions()
            for value in (given.get(definition.name(), definition.defaultValue()),)
            if value is not None
        }

    def _check_places(self, values: Values) -> None:
        """Refuse results that are no rasters where they would replace something."""
        names: dict[str, list[str]] = {}
        for definition in self.parameterDefinitions():
            if definition.name() in values:
                names.setdefault(definition.type(), []).append(definition.name())
        read, texts, rasters = (
            [str(values[name]) for kind in kinds for name in names.get(kind, ())]
            for kinds in (
                ("raster", "file"),
                ("fileDestination",),
                ("rasterDestination",),
            )
        )
        layers = self.sinks.files()
        if (layers or texts) and self.NEEDS_LIBRARIES:
            check_places(layers, map(Path, (*texts, *rasters)), read)

    def _present(
        self,
        arguments: Argument,
        paths: dict[str, str],
        values: Values,
        context: QgsProcessingContext,
    ) -> None:
        """Tell QGIS how to show the results that it will open."""
        opened = [n for n in paths if context.willLoadLayerOnCompletion(paths[n])]
        if not opened:
            return
        abstract, stack = made_by(self, values), stack_of(context)
        for name, presentation in self.presentations(arguments).items():
            if name in opened:
                own = distinct_name(presentation.name, self._feature, context)
                presentation = presentation._replace(name=own)
                details = context.layerToLoadOnCompletionDetails(paths[name])
                present(self, name, details, presentation, abstract, stack)

    def _destination_paths(
        self, given: Values, context: QgsProcessingContext
    ) -> dict[str, str]:
        # Once, and only while running: each call makes another temporary name, and
        # QGIS shows only outputs that were named by the running thread.
        paths = {}
        for definition in self.destinationParameterDefinitions():
            name, is_file = definition.name(), definition.type() == "fileDestination"
            read = (
                self.parameterAsFileOutput if is_file else self.parameterAsOutputLayer
            )
            if name in given and definition.type() != SINK:
                paths[name] = read(given, name, context)
        return paths


def _sentence(error: Exception) -> str:
    """Return what an error says; QGIS ends texts at a NUL."""
    first = error.args[0] if error.args else ""
    told = worded(first) if isinstance(first, Message) else str(error)
    return told.replace("\0", "\\0")


class QgisFeedback(Feedback):
    """Passes the engine's progress and log to QGIS."""

    def __init__(self, feedback: QgsProcessingFeedback, wording: Wording) -> None:
        self._feedback, self._wording = feedback, wording

    def progress(self, fraction: float) -> bool:
        """Move QGIS's progress bar; return False once the user has cancelled."""
        self._feedback.setProgress(100 * fraction)
        return not self._feedback.isCanceled()

    def info(self, message: Message) -> None:
        """Write a line of the log."""
        self._feedback.pushInfo(self._wording.words(worded(message)))

    def warning(self, message: Message) -> None:
        """Write a coloured line of the log."""
        self._feedback.pushWarning(self._wording.advice(worded(message)))
