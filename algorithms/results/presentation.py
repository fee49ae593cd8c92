"""Results as layers of the project: their names, styles and metadata."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, NamedTuple, Union

from qgis.core import (
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
)

from ..parameters import names
from ..parameters.kinds import shown
from ..parameters.values import Values, is_advanced
from ..texts import tr, version
from .stack import Level, Stack
from .styles import MaskStyle, QgisStyle, SourceStyle
from .vector_styles import AreaStyle, MeshStyle, NodeStyle, OutlineStyle

Style = Union[
    MaskStyle, QgisStyle, SourceStyle, NodeStyle, MeshStyle, OutlineStyle, AreaStyle
]
"""What gives a layer its style."""

SORT_KEY = "layerSortKey"
"""By what QGIS puts layers in order from 3.32 on, and models say theirs."""
QUICK_LOOK = "QUICK_LOOK"
"""Result of a model of ours; it would have the name of the final one."""


class Presentation(NamedTuple):
    """How a result appears in the project."""

    name: str
    """The name of its layer."""
    style: Style
    """Gives the layer its style."""
    level: Level
    """Layers of higher levels lie above the others."""


class Presenter(QgsProcessingLayerPostProcessorInterface):
    """Dresses a result once QGIS has made a layer of it."""

    kept: ClassVar[list[Presenter]] = []
    """QGIS holds no reference: what Python forgets, it would call all the same."""

    def __init__(
        self,
        style: Style,
        abstract: str,
        chosen_for: tuple[str, str],
        level: Level,
        stack: Stack,
    ) -> None:
        super().__init__()
        self._style, self._abstract, self._chosen_for = style, abstract, chosen_for
        self._level, self.stack = level, stack
        self.kept.append(self)

    def postProcessLayer(
        self,
        layer: QgsMapLayer,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        """Set style, metadata and place; the name is set before."""
        if not _has_style_of_user(*self._chosen_for):
            self._style.apply(layer)
        metadata = layer.metadata()
        metadata.setTitle(layer.name())
        metadata.setAbstract(self._abstract)
        layer.setMetadata(metadata)
        self.stack.add(layer, self._level_now(context))

    def _level_now(self, context: QgsProcessingContext) -> int:
        """Return the level, or what a model of the user's has put in its place."""
        for details in context.layersToLoadOnCompletion().values():
            if details.postProcessor() is self:
                return getattr(details, SORT_KEY, self._level)
        return self._level


def _has_style_of_user(algorithm: str, output: str) -> bool:
    """Tell whether the user has chosen a style for an output in the toolbox."""
    try:
        from processing.gui.RenderingStyles import RenderingStyles
    except ImportError:
        return False
    return bool(RenderingStyles.getStyle(algorithm, output))


def grid_presentations(source: str) -> dict[str, Presentation]:
    """Return how a grid that is made for a source, and the mask of its nodes, appear.

    Parameters
    ----------
    source : str
        The source's name.
    """
    grid = tr("{source} grid").format(source=source)
    mask = tr("{source} grid mask").format(source=source)
    return {
        names.OUTPUT: Presentation(grid, QgisStyle(), Level.GRID),
        names.OUTPUT_MASK: Presentation(mask, MaskStyle(), Level.MASK_OF_GRID),
    }


def distinct_name(name: str, feature: str, context: QgsProcessingContext) -> str:
    """Return a name that no other result of a run has.

    Parameters
    ----------
    name : str
        What the result is called.
    feature : str
        The feature that the run is for, if QGIS runs the form for each; else "".
    """
    own = first = f"{name} - {feature}" if feature else name
    layers = context.layersToLoadOnCompletion().values()
    taken, number = {details.name for details in layers}, 1
    while own in taken:
        number += 1
        own = f"{first} ({number})"
    return own


def present(
    form: QgsProcessingAlgorithm,
    output: str,
    details: QgsProcessingContext.LayerDetails,
    presentation: Presentation,
    abstract: str,
    stack: Stack,
) -> None:
    """Have QGIS open a result as a layer with this name, style and abstract.

    A name that a model or a script has given stays; those of parameters are none, and
    our models call results so.
    """
    name, style, level = presentation
    label = form.parameterDefinition(output).description()
    if details.name in ("", output, label, names.GRID, names.SOURCE_MASK):
        details.name = name
    elif details.name == QUICK_LOOK:
        details.name = tr("Quick look")
    if hasattr(details, SORT_KEY):
        setattr(details, SORT_KEY, int(level))
    chosen_for = (form.id(), output)
    presenter = Presenter(style, abstract, chosen_for, level, stack)
    details.setPostProcessor(presenter)


def stack_of(context: QgsProcessingContext) -> Stack:
    """Return where results of a run go: the steps of a model have one stack."""
    for details in context.layersToLoadOnCompletion().values():
        presenter = details.postProcessor()
        if isinstance(presenter, Presenter):
            return presenter.stack
    return Stack()


def withdraw(paths: dict[str, str], context: QgsProcessingContext) -> None:
    """Keep QGIS from opening results that were not written, which it reports as lost.

    Parameters
    ----------
    paths : dict
        Output -> its file.
    """
    layers = context.layersToLoadOnCompletion()
    kept = {path: layers[path] for path in layers if path not in paths.values()}
    context.setLayersToLoadOnCompletion(kept)


def made_by(form: QgsProcessingAlgorithm, values: Values) -> str:
    """Return how a result was made, as lines of text.

    Parameters
    ----------
    values : dict
        Values of the parameters by name; advanced ones of their default are left out.
    """
    now = datetime.now().astimezone().isoformat(" ", "seconds")
    first = tr("{algorithm} ({id}), GridR for QGIS {version}, {date}.").format(
        algorithm=form.displayName(), id=form.id(), version=version(), date=now
    )
    lines = [first]
    for definition in form.parameterDefinitions():
        value = values.get(definition.name())
        usual = is_advanced(definition) and value == definition.defaultValue()
        if value is not None and not usual and not definition.isDestination():
            words = shown(definition, value)
            if isinstance(value, tuple):
                words = ", ".join(map(str, value))
            label = definition.description()
            lines.append(tr("{label}: {value}").format(label=label, value=words))
    return "\n".join(lines)
