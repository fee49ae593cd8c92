"""The ready models: files in the folder `models`, made by tools/models.py."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildDependency,
    QgsProcessingParameterDefinition,
)

from .base import GridrAlgorithm
from .parameters.kinds import list_words, with_words
from .parameters.values import Values, named_options
from .texts import tag_list, translated

FOLDER = Path(__file__).resolve().parent.parent / "models"


class Model(QgsProcessingModelAlgorithm):
    """A model; as with a form, the name of its file is its id.

    Parameters
    ----------
    path : Path
        The file, in English.
    """

    shortHelpString = GridrAlgorithm.shortHelpString
    helpUrl = GridrAlgorithm.helpUrl

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self.fromFile(str(path))
        self.setSourceFilePath(str(path))
        translate_steps(self)
        texts = self.helpContent()
        for definition in self.parameterDefinitions():
            definition.setDescription(translated(definition.description()))
            # results have the help of their step
            text = texts.get(definition.name(), definition.help())
            definition.setHelp(help_in_words(definition, text))

    def createInstance(self) -> Model:
        return Model(self._path)

    def name(self) -> str:
        return self._path.stem

    def displayName(self) -> str:
        return translated(super().name())

    def shortDescription(self) -> str:
        return translated(self.helpContent()["SHORT_DESCRIPTION"])

    def about(self) -> str:
        """Return HTML: what the model does, when to use it."""
        return translated(self.helpContent()["ALG_DESC"])

    def group(self) -> str:
        return translated(super().group())

    def groupId(self) -> str:
        return "models"

    def tags(self) -> list[str]:
        return tag_list(translated(self.helpContent()["TAGS"]))

    def checkParameterValues(
        self, parameters: Values, context: QgsProcessingContext
    ) -> tuple[bool, str]:
        # its steps name options themselves
        named = named_options(self.parameterDefinitions(), parameters)
        return super().checkParameterValues(named, context)

    def canExecute(self) -> tuple[bool, str]:
        if self.provider() is not None:
            ok, sentence = self.provider().can_execute()
            if not ok:
                return False, sentence
        return super().canExecute()


def translate_steps(model: QgsProcessingModelAlgorithm) -> None:
    """Name the steps of a model, their conditions and its results for users.

    A step is called as its form is, unless expressions call it by the name that the
    file gives it.
    """
    expressions = str(model.toVariant())
    for step in model.childAlgorithms().values():
        form = step.algorithm()
        if form is not None and f"@{step.description()}_" not in expressions:
            step.setDescription(form.displayName())
        outputs = step.modelOutputs()
        for output in outputs.values():
            output.setDescription(translated(output.description()))
        step.setModelOutputs(outputs)
        _translate_conditions(step)
        model.setChildAlgorithm(step)


def _translate_conditions(step: QgsProcessingModelChildAlgorithm) -> None:
    """Name the branches of a conditional step, and those that a step waits for."""
    configuration = step.configuration()
    for condition in configuration.get("conditions", ()):
        condition["name"] = translated(condition["name"])
    step.setConfiguration(configuration)
    waits = [
        QgsProcessingModelChildDependency(
            wait.childId, translated(wait.conditionalBranch)
        )
        for wait in step.dependencies()
    ]
    step.setDependencies(waits)


def help_in_words(definition: QgsProcessingParameterDefinition, text: str) -> str:
    """Return the help of a parameter with what its list shows, in the user's language.

    Parameters
    ----------
    text : str
        The help as files have it.
    """
    words = list_words(definition)
    in_words = {option: translated(word) for option, word in words.items()}
    return with_words(translated(text), in_words)


def models() -> Iterator[Model]:
    """Yield all models."""
    for path in sorted(FOLDER.glob("*.model3")):
        yield Model(path)
