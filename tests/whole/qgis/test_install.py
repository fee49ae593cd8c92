"""The zip in a QGIS of its own: installed by its plugin manager, run, removed.

QGIS's window needs a display, which Xvfb gives it: none is seen.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

IN_QGIS = Path(__file__).with_name("install_in_qgis.py")


@pytest.fixture
def display():
    """The name of a display that nobody looks at."""
    program = shutil.which("Xvfb")
    assert program, "Xvfb is not here; `make .venv/packages` installs it"
    reader, writer = os.pipe()
    command = [program, "-displayfd", str(writer), "-screen", "0", "1280x900x24"]
    server = subprocess.Popen(
        [*command, "-nolisten", "tcp"], pass_fds=[writer], stderr=subprocess.DEVNULL
    )
    os.close(writer)
    with open(reader, encoding="ascii") as number:
        yield f":{number.readline().strip()}"
        server.terminate()
        server.wait()


@pytest.fixture
def told(packed, display, tmp_path):
    """What the program in QGIS has seen."""
    zipped = tmp_path / "gridr_qgis.zip"
    zipped.write_bytes(packed.data)
    report = tmp_path / "report.json"
    program = shutil.which("qgis.bin") or shutil.which("qgis")
    options = ["--nologo", "--noversioncheck", "--profiles-path", str(tmp_path)]
    variables = {
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "GRIDR_ZIP": str(zipped),
        "GRIDR_REPORT": str(report),
    }
    done = subprocess.run(
        [program, *options, "--code", str(IN_QGIS)],
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert report.exists(), done.stdout + done.stderr
    return json.loads(report.read_text(encoding="utf-8"))


def test_the_zip_is_installed_run_disabled_and_removed(packed, told):
    assert told.get("error") is None, told["error"]
    assert told["installed"] == {"active": True, "error": "", "provider": True}
    assert told["version"] == packed.version.upper()  # as QGIS has it
    assert told["menu"] == ["GridR: first steps"]
    for name, url in told["help"].items():
        assert url.startswith("file:///")
        assert url.endswith(f"/plugins/gridr_qgis/help/{name}.html")
    assert len(told["help"]) > 13
    first, of_form = told["opened"]
    assert first.endswith("/gridr_qgis/help/first_steps.html")
    assert of_form == told["help"]["gridresampling"]
    assert told["options"] == ["GridR"]
    assert told["layers"] == ["Sample clouds", "Sample grid", "Sample scene"]
    assert 97 < told["valid_percent"] < 99
    assert told["disabled"] == {"active": False, "provider": False, "menu": []}
    assert told["left"] == []
