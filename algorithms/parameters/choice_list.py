"""QGIS's own list of a choice, which shows words instead of what scripts store.

Only QGIS's dialogs import this, for it needs their libraries.
"""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsProcessingContext, QgsProcessingParameterEnum
from qgis.gui import (
    QgsAbstractProcessingParameterWidgetWrapper,
    QgsGui,
    QgsProcessingGui,
    QgsProcessingModelerParameterWidget,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QDialog, QWidget

from ..texts import translated
from .values import Value, named_option

KINDS = QgsProcessingGui.WidgetType


class ChoiceList:
    """Makes the widget that QGIS has for a choice, with words in its list.

    A dialog of Processing calls it by its name in the parameter's metadata, and uses
    what comes. Stored are options, never words, so that nothing but what is seen
    depends on it.

    Parameters
    ----------
    definition : QgsProcessingParameterEnum
        The choice.
    dialog : QDialog
        Where it is shown.
    _cell : int
        Row and column in a table of runs, which QGIS's own does not ask for.
    words : sequence of str
        What to show for each option.
    """

    def __new__(
        cls,
        definition: QgsProcessingParameterEnum,
        dialog: QDialog,
        *_cell: int,
        words: Sequence[str] = (),
    ) -> QgsAbstractProcessingParameterWidgetWrapper:
        from processing.gui.wrappers import dialogTypes

        shown = dict(zip(definition.options(), map(translated, words)))
        kind = dialogTypes.get(type(dialog).__name__, KINDS.Standard)
        registry = QgsGui.processingGuiRegistry()
        if kind == KINDS.Modeler:
            made: QgsProcessingModelerParameterWidget = (
                registry.createModelerParameterWidget(
                    dialog.model, dialog.childId, definition, dialog.context
                )
            )
            show_words(made, shown)
        else:
            made = registry.createParameterWidgetWrapper(definition, kind)
            _show_words_when_made(made, shown)
            _take_numbers(made, definition)
        made.setDialog(dialog)
        return made


def show_words(widget: QWidget, words: dict[str, str]) -> None:
    """Show words in the list of options that a widget is or has."""
    lists = widget.findChildren(QComboBox)
    if isinstance(widget, QComboBox):
        lists.append(widget)
    for each in lists:
        for row in range(each.count()):
            option = each.itemData(row)
            # of a result of another step the designer keeps a list
            if isinstance(option, str) and option in words:
                each.setItemText(row, words[option])
                each.setItemData(row, option, Qt.ItemDataRole.ToolTipRole)


def _show_words_when_made(
    made: QgsAbstractProcessingParameterWidgetWrapper, words: dict[str, str]
) -> None:
    """Have the widget show words as soon as its dialog asks for it."""
    create = made.createWrappedWidget

    def create_with_words(context: QgsProcessingContext) -> QWidget:
        widget = create(context)
        show_words(widget, words)
        return widget

    made.createWrappedWidget = create_with_words


def _take_numbers(
    made: QgsAbstractProcessingParameterWidgetWrapper,
    definition: QgsProcessingParameterEnum,
) -> None:
    """Have the widget know options by their numbers, too; it would show the default."""
    take = made.setParameterValue

    def take_named(value: Value, context: QgsProcessingContext) -> None:
        take(named_option(definition, value), context)

    made.setParameterValue = take_named
