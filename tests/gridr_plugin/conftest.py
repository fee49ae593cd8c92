"""The plugin in any language, and in processes of its own."""

import gc
import json
import subprocess
import sys

import pytest
from gridr_qgis import classFactory
from qgis.core import QgsSettings

QGIS = """
import json, sys
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException
from qgis.core import QgsProcessingFeedback
application = QgsApplication([], False)
application.initQgis()
by_qgis = set(sys.modules)  # from 3.40 on it imports numpy and shapely itself
"""

PLUGIN = """
from gridr_qgis import classFactory
plugin = classFactory(None)
plugin.initProcessing()
registry = QgsApplication.processingRegistry()
algorithm = registry.algorithmById("gridr:gridresampling")
report = {}
"""

END = """
print(json.dumps(report))
sys.stdout.flush()
"""


@pytest.fixture
def child(root, tmp_path):
    """Function: middle of a program -> what it put into `report`.

    Modules in `tmp_path` come before all others; `before` runs between QGIS's start
    and the plugin's.
    """
    (tmp_path / "gridr_qgis").symlink_to(root)

    def run(program, before=""):
        command = [sys.executable, "-c", QGIS + before + PLUGIN + program + END]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
        assert done.stdout, done.stderr
        return json.loads(done.stdout.splitlines()[-1])

    return run


@pytest.fixture
def speak(qgis_app, qgis_processing):
    """Function: locale of the user -> the plugin, loaded anew with it."""
    settings, plugin = QgsSettings(), classFactory(None)

    def speak(locale):
        settings.setValue("locale/overrideFlag", True)
        settings.setValue("locale/userLocale", locale)
        plugin.unload()
        plugin.initProcessing()
        return plugin

    yield speak
    plugin.unload()
    gc.collect()  # QGIS crashes when its objects go after itself
    for name in ("overrideFlag", "userLocale"):
        settings.remove(f"locale/{name}")
