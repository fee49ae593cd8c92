"""What QGIS calls when it loads and unloads the plugin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices, QIcon

from ..algorithms.help import first_steps_url
from ..algorithms.texts import tr
from ..core.kernels import tiers
from . import model_copies
from .provider import ICON, GridrProvider
from .translation import Translation

if TYPE_CHECKING:
    from processing.gui.ContextAction import ContextAction
    from qgis.gui import QgisInterface
    from qgis.PyQt.QtWidgets import QAction


class GridrPlugin:
    """Registers the provider, and takes it away again.

    Parameters
    ----------
    iface : QgisInterface or None
        QGIS's window; None in `qgis_process`.
    """

    def __init__(self, iface: QgisInterface | None) -> None:
        self.iface = iface
        self.provider: GridrProvider | None = None
        self.first_steps: QAction | None = None
        self.translation = Translation()
        self._entry: ContextAction | None = None

    def initProcessing(self) -> None:
        """Register the provider; `qgis_process` calls this and nothing else."""
        tiers.end_abruptly(self.iface is None)
        # first, for the forms take their texts when they are made
        self.translation.install()
        self.provider = GridrProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)
        # once more, for the models
        self.provider.refreshAlgorithms()

    def initGui(self) -> None:
        """Start inside the QGIS window."""
        tiers.stay()
        self.initProcessing()
        self._entry = model_copies.add_to_menu(self.iface)
        self._show_first_steps()
        QgsApplication.instance().aboutToQuit.connect(tiers.end)

    def unload(self) -> None:
        """Undo what `initProcessing` did."""
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        if self._entry is not None:
            model_copies.remove_from_menu(self._entry)
            self._entry = None
        if self.first_steps is not None:
            self.iface.pluginHelpMenu().removeAction(self.first_steps)
            self.first_steps = None
        self.translation.remove()
        tiers.end()
        tiers.end_abruptly(abruptly=False)

    def _show_first_steps(self) -> None:
        """Add a page to QGIS's menu Help, under Plugins; it needs no network."""
        if self.iface is None:
            return
        menu = self.iface.pluginHelpMenu()
        self.first_steps = menu.addAction(QIcon(ICON), tr("GridR: first steps"))
        self.first_steps.triggered.connect(_open_first_steps)


def _open_first_steps() -> None:
    QDesktopServices.openUrl(QUrl(first_steps_url()))
