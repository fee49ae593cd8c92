"""Programs that see the checkout as QGIS does, in a process of their own."""

import json
import subprocess
import sys

import pytest

START = """
import json, sys
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException
from qgis.core import QgsProcessingFeedback
application = QgsApplication([], False)
application.initQgis()
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

    Modules in `tmp_path` come before all others.
    """
    (tmp_path / "gridr_qgis").symlink_to(root)

    def run(program, before=""):
        command = [sys.executable, "-c", before + START + program + END]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
        assert done.stdout, done.stderr
        return json.loads(done.stdout.splitlines()[-1])

    return run
