"""Copies of our models among the user's own, to be built on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsProcessingModelAlgorithm
from qgis.PyQt.QtGui import QIcon

from ..algorithms.models import Model, help_in_words, translate_steps
from ..algorithms.texts import tr, translated

if TYPE_CHECKING:
    from processing.gui.ContextAction import ContextAction
    from qgis.gui import QgisInterface


def add_to_menu(iface: QgisInterface) -> ContextAction | None:
    """Add the entry to the menu of the toolbox, and return it; None without menu."""
    try:
        from processing.gui.ContextAction import ContextAction
        from processing.gui.ProviderActions import ProviderContextMenuActions
    except ImportError:
        return None

    class CopyModel(ContextAction):
        """An entry of the menu that the toolbox opens on a right click."""

        def __init__(self) -> None:
            super().__init__()
            self.name = tr("Copy to My Models")

        def icon(self) -> QIcon:
            return QgsApplication.getThemeIcon("/mActionEditCopy.svg")

        def isEnabled(self) -> bool:
            return isinstance(self.itemData, Model)

        def execute(self) -> None:
            path = copy(self.itemData, folder())
            text = tr("Now in the toolbox under Models: {path}.")
            iface.messageBar().pushSuccess("GridR", text.format(path=path))

    entry = CopyModel()
    ProviderContextMenuActions.registerProviderContextMenuActions([entry])
    return entry


def remove_from_menu(entry: ContextAction) -> None:
    """Take away what `add_to_menu` has added."""
    from processing.gui.ProviderActions import ProviderContextMenuActions

    ProviderContextMenuActions.deregisterProviderContextMenuActions([entry])


def folder() -> Path:
    """Return where QGIS keeps the user's models."""
    from processing.modeler.ModelerUtils import ModelerUtils

    return Path(ModelerUtils.modelsFolders()[0])


def copy(model: Model, folder: Path) -> Path:
    """Write a model into a folder, in the user's language, and return its file.

    A file of the same name stays; the copy gets a number.
    """
    target, number = folder / f"{model.name()}.model3", 1
    while target.exists():
        number += 1
        target = folder / f"{model.name()}_{number}.model3"
    own = QgsProcessingModelAlgorithm()
    own.fromFile(model.sourceFilePath())
    ending = "" if number == 1 else f" {number}"
    own.setName(model.displayName() + ending)
    own.setGroup(model.group())
    translate_steps(own)
    texts = {name: translated(text) for name, text in own.helpContent().items()}
    for definition in own.parameterDefinitions():
        name = definition.name()
        definition.setDescription(translated(definition.description()))
        if name in texts:
            texts[name] = help_in_words(definition, own.helpContent()[name])
    how = tr(
        "To build on it, right-click it in the toolbox and choose <i>Copy to My "
        "Models</i>."
    )
    texts["ALG_DESC"] = texts["ALG_DESC"].replace(f" {how}", "")
    own.setHelpContent(texts)
    folder.mkdir(parents=True, exist_ok=True)
    own.toFile(str(target))
    QgsApplication.processingRegistry().providerById("model").refreshAlgorithms()
    return target
