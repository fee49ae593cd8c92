"""The provider `gridr`: the list of algorithms, and what they ask the plugin for."""

from __future__ import annotations

import os
import re
from html import escape
from pathlib import Path

from qgis.core import QgsApplication, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..algorithms.buildmask import BuildMask
from ..algorithms.environmentcheck import EnvironmentCheck
from ..algorithms.gridconvert import GridConvert
from ..algorithms.gridfromgeolocation import GridFromGeolocation
from ..algorithms.gridfrompoints import GridFromPoints
from ..algorithms.gridfromtransform import GridFromTransform
from ..algorithms.gridreport import GridReport
from ..algorithms.gridresampling import GridResampling
from ..algorithms.gridtovector import GridToVector
from ..algorithms.models import models
from ..algorithms.parameters import names
from ..algorithms.sampledata import SampleData
from ..algorithms.texts import tr, version, worded
from ..core.kernels import cache as kernel_cache
from ..core.kernels import tiers
from . import dependencies, settings

ALGORITHMS = (
    GridResampling,
    GridFromTransform,
    GridFromPoints,
    GridFromGeolocation,
    GridConvert,
    GridReport,
    GridToVector,
    BuildMask,
    SampleData,
    EnvironmentCheck,
)
"""Every form of the plugin."""

NAME = "GridR"
COMMAND = re.compile(r"`([^`]*)`\.? ?")
"""How hints mark what is to be typed."""
ICON = str(Path(__file__).resolve().parent.parent / "icons" / "gridr.svg")


class GridrProvider(QgsProcessingProvider):
    """GridR's place in the Processing toolbox."""

    _lacking = ""

    def id(self) -> str:
        """Return the id that models and scripts store."""
        return "gridr"

    def name(self) -> str:
        """Return the name in the toolbox, where nothing else tells that it cannot run.

        QGIS asks for it very often.
        """
        return tr("GridR (libraries are missing)") if self._lacking else NAME

    def longName(self) -> str:
        """Return the name where there is room: the toolbox shows it as a hint."""
        return self._lacking or tr("GridR - resampling through grids")

    def versionInfo(self) -> str:
        """Return the plugin's version, which logs and `qgis_process` show."""
        return version()

    def icon(self) -> QIcon:
        """Return the icon in the toolbox."""
        return QIcon(ICON)

    def svgIconPath(self) -> str:
        """Return the icon's file."""
        return ICON

    def load(self) -> bool:
        """Add the settings, then the algorithms."""
        self._lacking = worded(dependencies.missing())
        settings.show(NAME, self.icon())
        return super().load()

    def unload(self) -> None:
        """Take the settings away."""
        settings.hide()

    def loadAlgorithms(self) -> None:
        """Add one of each form, then the models, which are made of these."""
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
        # a model looks its steps up in the registry, which at first does not know us
        if QgsApplication.processingRegistry().providerById(self.id()) is not None:
            for model in models():
                self.addAlgorithm(model)

    def supportedOutputRasterLayerExtensions(self) -> list[str]:
        """Return GeoTIFF's: outputs are written strip by strip, which it allows.

        And that of the VRT which joins what the workers of a cluster make.
        """
        return ["tif", "tiff", "vrt"]

    def defaultRasterFileExtension(self) -> str:
        """Return GeoTIFF's extension, whatever the user's QGIS setting says."""
        return "tif"

    def can_execute(self) -> tuple[bool, str]:
        """Return whether the libraries are there, else how to install them.

        QGIS shows that as HTML, from which a command is copied as a line.
        """
        sentence = worded(dependencies.missing())
        if QgsApplication.platform() != "qgis_process":
            sentence = re.sub(COMMAND, r"<pre>\1</pre>", escape(sentence, quote=False))
        return not sentence, sentence

    def advice(self) -> str:
        """Return how to make runs faster; "" where all is there for it."""
        return dependencies.advice()

    def cluster_advice(self) -> str:
        """Return what runs on a cluster lack; "" where all is there for it."""
        return dependencies.cluster_advice()

    def versions(self) -> dict[str, str]:
        """Return the version and the folder of each library, or that it is missing."""
        return dependencies.versions()

    def defaults(self) -> dict[str, int | str]:
        """Return the user's defaults for parameters that are not given."""
        user = settings.Settings.read()
        values = {
            names.MEMORY: user.memory_limit,
            names.THREADS: user.threads,
            names.SCHEDULER: user.scheduler,
        }
        return {name: value for name, value in values.items() if value is not None}

    def load_libraries(self) -> None:
        """Import the libraries; the ImportError says how to install them."""
        user = settings.Settings.read()
        kernel_cache.use(user.cache_folder)
        # the environment goes before the user's options: whoever starts a run sets it
        tiers.use(None if tiers.VARIABLE in os.environ else user.tier)
        tiers.leave_numba(bool(dependencies.advice()))
        dependencies.load()
