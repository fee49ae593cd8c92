"""Sentences about parameters: by the words of forms, which show no names."""

from __future__ import annotations

import re

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext

from .parameters.values import label
from .texts import tr

MODEL = "model_name"
"""Variable that a model gives its steps, and nobody else."""
WORDS = ("DEM",)
"""Names that sentences use as words, too."""
OF_PYTHON = re.compile(r"(?<=[A-Z]) \([a-z_]+(, [a-z_]+)*\)")
"""Python's names of parameters, in parentheses behind those of forms."""
NAME = r"(?<![\w/\\.-]){name}(?![\w/\\-]|\.\w)"
"""A name in a sentence; not in a path, as that of a temporary OUTPUT.tif."""


class Wording:
    """Says what sentences say of a form's parameters, by its labels.

    A form shows labels, scripts and `qgis_process` take names: a sentence gives both.
    Whoever runs a model sees neither the names of its steps' parameters nor all of
    these: there it gives labels alone.

    Parameters
    ----------
    form : QgsProcessingAlgorithm
        The step.
    context : QgsProcessingContext
        Of the run.
    """

    def __init__(
        self, form: QgsProcessingAlgorithm, context: QgsProcessingContext
    ) -> None:
        self._form, self._known = form, context.expressionContext()
        self._in_model = self._known.hasVariable(MODEL)

    def words(self, text: str) -> str:
        """Return a text with labels: before the names or, in a model, instead."""
        return self._replaced(text)[0] if self._in_model else self._labelled(text)

    def advice(self, text: str) -> str:
        """Return the same of a text that asks for something.

        It tells, too, where that is set if the model has no field for it.
        """
        if not self._in_model:
            return self._labelled(text)
        text, lacking = self._replaced(text)
        if not lacking:
            return text
        return f"{text} " + tr(
            "The model has no field for this ({labels}): set it in the step {step} of "
            "the model, or run that by itself."
        ).format(labels=", ".join(lacking), step=self._form.displayName())

    def _labelled(self, text: str) -> str:
        """Return a text with labels before names, and without those of Python."""
        text = re.sub(OF_PYTHON, "", text)
        for definition in self._form.parameterDefinitions():
            name, both = definition.name(), label(definition)
            if name not in WORDS:
                alone = r"(?<!\()" + NAME.format(name=name)
                text = re.sub(alone, lambda _, both=both: both, text)
        return text

    def _replaced(self, text: str) -> tuple[str, list[str]]:
        """Return a text with labels, and those of them that the model lacks."""
        lacking = []
        text = re.sub(OF_PYTHON, "", text)
        for definition in self._form.parameterDefinitions():
            name, words = definition.name(), definition.description()
            new = text.replace(label(definition), words)
            alone = NAME.format(name=name)
            if name in WORDS:
                alone = rf"(?<=\(){name}(?=\))"
            new = re.sub(alone, lambda _, words=words: words, new)
            if new != text and not self._known.hasVariable(name):
                lacking.append(words)
            text = new
        return text, lacking
