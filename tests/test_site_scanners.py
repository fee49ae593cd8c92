"""What plugins.qgis.org's scanners say of the zip: Bandit, detect-secrets, Flake8.

The site runs them with these options and, of the many things that they can find, for
these (QGIS-Plugins-Website, its rules for Bandit and Flake8). The first two block a
version.
"""

import io
import json
import subprocess
import sys
import zipfile

import pytest

BANDIT_LEFT_OUT = {"B109", "B404", "B410", "B411"}
"""What the site does not ask of Bandit."""
FLAKE8 = (
    *("E101", "E711", "E712", "E713", "E714", "E721", "E722", "E731", "E741", "E742"),
    *("E743", "E901", "E902", "E999", "W605", "F402", "F403", "F404", "F405", "F811"),
    *("F821", "F822", "F823", "F831", "F901", "C901"),
)


@pytest.fixture(scope="module")
def unpacked(packed, tmp_path_factory):
    """Folder of what is in the zip."""
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(io.BytesIO(packed.data)) as archive:
        archive.extractall(folder)
    return folder


def says(folder, module, *arguments):
    """Return what a scanner prints; it may find something."""
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def bandit(folder):
    """Return what Bandit finds, a line each."""
    said = says(folder, "bandit", "-r", ".", "-f", "json", "--quiet")
    return [
        f"{found['filename']}:{found['line_number']} {found['test_id']}"
        for found in json.loads(said)["results"]
        if found["test_id"] not in BANDIT_LEFT_OUT
    ]


def secrets(folder):
    """Return in which files detect-secrets finds something."""
    options = ("scan", "--all-files", "--exclude-files", r"metadata\.txt")
    return sorted(json.loads(says(folder, "detect_secrets", *options, "."))["results"])


def flake8(folder):
    """Return what Flake8 finds, a line each."""
    options = ("--isolated", "--max-line-length=120", f"--select={','.join(FLAKE8)}")
    return says(folder, "flake8", *options, ".").splitlines()


@pytest.mark.parametrize("scanner", [bandit, secrets, flake8])
def test_scanners_find_nothing(unpacked, scanner):
    assert scanner(unpacked) == []


@pytest.mark.parametrize(
    ("scanner", "text"),
    [
        (bandit, "assert True\n"),
        (secrets, "password = 'hunter2hunter2'\n"),
        (flake8, "x = 1 == None\n"),
    ],
)
def test_scanners_would_find_something(tmp_path, scanner, text):
    (tmp_path / "bad.py").write_text(text)
    (found,) = scanner(tmp_path)
    assert "bad.py" in found
