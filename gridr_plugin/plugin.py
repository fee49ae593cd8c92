"""What QGIS calls when it loads and unloads the plugin."""

from __future__ import annotations

from qgis.core import QgsApplication

from .provider import GridrProvider
from .translation import Translation


class GridrPlugin:
    """Registers the provider, and takes it away again.

    Parameters
    ----------
    iface : QgisInterface or None
        QGIS's window; None in `qgis_process`.
    """

    def __init__(self, iface):
        self.iface = iface
        self.provider = None
        self.translation = Translation()

    def initProcessing(self):  # noqa: N802 - the name QGIS calls
        """Register the provider; `qgis_process` calls this and nothing else."""
        # first, for the forms take their texts when they are made
        self.translation.install()
        self.provider = GridrProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)
        # once more, for the models
        self.provider.refreshAlgorithms()

    def initGui(self):  # noqa: N802 - the name QGIS calls
        """Start inside the QGIS window."""
        self.initProcessing()

    def unload(self):
        """Undo what `initProcessing` did."""
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        self.translation.remove()
