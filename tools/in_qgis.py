"""For the scripts beside this one: QGIS without its window, with our provider."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from checkout import load
from qgis.core import QgsApplication, QgsProcessingProvider, QgsProject

PROVIDER = "gridr"


@contextmanager
def provider(locale: str) -> Iterator[QgsProcessingProvider]:
    """Start QGIS without its window in a language, and give our provider."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    QgsApplication.setTranslation(locale)
    application = QgsApplication([], True)
    application.initQgis()
    sys.path.append(str(Path(application.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing

    Processing.initialize()
    load()
    from gridr_qgis import classFactory

    plugin = classFactory(None)
    plugin.initProcessing()
    yield QgsApplication.processingRegistry().providerById(PROVIDER)
    QgsProject.instance().clear()
    plugin.unload()
    gc.collect()  # QGIS crashes when its objects go after itself
    application.exitQgis()
