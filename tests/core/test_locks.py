import sys
import time

import pytest
from gridr_qgis.core.locks import alone_in

WAIT = """
import time
from pathlib import Path
from gridr_qgis.core.locks import alone_in
with alone_in(Path(".")):
    print(time.time())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no lock for folders")
def test_another_process_waits_for_its_turn(tmp_path, fresh_python):
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as other:
        with alone_in(tmp_path):
            came = other.submit(fresh_python, WAIT)
            time.sleep(1)
            left = time.time()
        assert float(came.result()) >= left


def test_a_folder_that_is_gone_keeps_nobody_waiting(tmp_path):
    with alone_in(tmp_path / "gone"):
        pass
