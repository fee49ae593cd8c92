"""Kinds of parameters: the settings that all of a kind have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

from qgis.core import (
    Qgis,
    QgsProcessingParameterBand,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from .values import Value

Definition = TypeVar("Definition", bound=QgsProcessingParameterDefinition)

NEW_OPTIONS_WIDGET = {"widget_type": "rasteroptions"}
"""The table of creation options in QGIS 3.40 and newer."""
OLD_OPTIONS_WIDGET = {
    "class": "processing.algs.gdal.ui.RasterOptionsWidget.RasterOptionsWidgetWrapper"
}
"""That of the versions before."""
CHOICE_LIST = f"{__package__}.choice_list.ChoiceList"
"""QGIS's list with words in it; by its name, as `qgis_process` has no windows."""


def helped(definition: Definition, text: str) -> Definition:
    """Return `definition` with its help."""
    definition.setHelp(text)
    return definition


def advanced(definition: Definition) -> Definition:
    """Return `definition`, moved to the form's folded group."""
    flag = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    definition.setFlags(definition.flags() | flag)
    return definition


def raster(
    name: str, label: str, text: str, optional: bool = False
) -> QgsProcessingParameterRasterLayer:
    """Return a raster to read."""
    return helped(
        QgsProcessingParameterRasterLayer(name, label, optional=optional), text
    )


def file(name: str, label: str, text: str, files: str) -> QgsProcessingParameterFile:
    """Return a file to read; `files` are those that the form offers."""
    return helped(QgsProcessingParameterFile(name, label, fileFilter=files), text)


def band(
    name: str, label: str, text: str, parent: str, many: bool = False
) -> QgsProcessingParameterBand:
    """Return an optional band, or bands, of the raster of the parameter `parent`."""
    return helped(
        QgsProcessingParameterBand(
            name,
            label,
            parentLayerParameterName=parent,
            optional=True,
            allowMultiple=many,
        ),
        text,
    )


def whole_number(
    name: str,
    label: str,
    text: str,
    least: int | None = 1,
    default: int | None = None,
) -> QgsProcessingParameterNumber:
    """Return an integer from `least` up; without a default it is optional."""
    limit = {} if least is None else {"minValue": least}
    kind = QgsProcessingParameterNumber.Type.Integer
    return helped(
        QgsProcessingParameterNumber(
            name, label, kind, default, optional=default is None, **limit
        ),
        text,
    )


def number(
    name: str, label: str, text: str, default: float | None = None, decimals: int = 6
) -> QgsProcessingParameterNumber:
    """Return a number, for which the form shows up to `decimals` decimals.

    Without a default it is optional.
    """
    kind = QgsProcessingParameterNumber.Type.Double
    definition = QgsProcessingParameterNumber(
        name, label, kind, default, optional=default is None
    )
    definition.setMetadata({"widget_wrapper": {"decimals": decimals}})
    return helped(definition, text)


def flag(
    name: str, label: str, text: str, default: bool = False
) -> QgsProcessingParameterBoolean:
    """Return a yes or no."""
    return helped(QgsProcessingParameterBoolean(name, label, default), text)


def choice(
    name: str,
    label: str,
    text: str,
    options: Iterable[str],
    default: str | None = None,
    words: Mapping[str, str] | None = None,
) -> QgsProcessingParameterEnum:
    """Return one of some texts, which models and scripts store as they are.

    Without a default it is optional.

    Parameters
    ----------
    words : mapping
        Option -> what the form shows for it; None: the options themselves.
    """
    definition = QgsProcessingParameterEnum(
        name,
        label,
        options=list(options),
        defaultValue=default,
        optional=default is None,
        usesStaticStrings=True,
    )
    if words is not None:
        shown = [words[option] for option in definition.options()]
        widget = {"class": CHOICE_LIST, "words": shown}
        definition.setMetadata({"widget_wrapper": widget})
        text = with_words(text, words)
    return helped(definition, text)


def list_words(definition: QgsProcessingParameterDefinition) -> dict[str, str]:
    """Return option -> what the list shows for it; nothing of what has no such list."""
    words = definition.metadata().get("widget_wrapper", {}).get("words")
    return {} if words is None else dict(zip(definition.options(), words))


def shown(definition: QgsProcessingParameterDefinition, value: Value) -> Value:
    """Return a value as the help calls it: an option with the word of the list."""
    word = list_words(definition).get(value) if isinstance(value, str) else None
    return value if word is None else f"{word} [{value}]"


def without_words(text: str, words: Mapping[str, str]) -> str:
    """Return a text without what `with_words` has added, as translators have it."""
    for option, word in words.items():
        text = text.replace(f"{word} [{option}]", option)
    return text


def with_words(text: str, words: Mapping[str, str]) -> str:
    """Return a text that tells what options do, with what the list calls them.

    Where it tells of several at a time, their names are enough.
    """
    for option, word in words.items():
        text = re.sub(
            rf"(?<!, )\b{option}(?=\s?:)",
            lambda _, s=word, o=option: f"{s} [{o}]",
            text,
        )
    return text


def crs(name: str, label: str, text: str) -> QgsProcessingParameterCrs:
    """Return an optional coordinate system."""
    return helped(QgsProcessingParameterCrs(name, label, optional=True), text)


def text_line(name: str, label: str, text: str) -> QgsProcessingParameterString:
    """Return an optional text."""
    return helped(QgsProcessingParameterString(name, label, optional=True), text)


def raster_options(name: str, label: str, text: str) -> QgsProcessingParameterString:
    """Return GDAL's creation options, chosen in QGIS's own table of profiles."""
    definition = text_line(name, label, text)
    is_new = Qgis.QGIS_VERSION_INT >= 34000
    widget = NEW_OPTIONS_WIDGET if is_new else OLD_OPTIONS_WIDGET
    definition.setMetadata({"widget_wrapper": widget})
    return definition
