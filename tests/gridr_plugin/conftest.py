"""Programs that see the checkout as QGIS does, in a process of their own."""

import json
import subprocess
import sys

import pytest

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
