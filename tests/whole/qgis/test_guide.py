"""The guide runs, and its steps make the same pixels in all its ways to say them.

These are calls in Python, commands of `qgis_process` below them, and GridR's own call
in the last chapter.
"""

import json
import re
import shlex
import subprocess
import sys

import pytest
import rasterio
from helpers.checkout import ROOT
from helpers.data import read_raster

DOCS = ROOT / "docs"
STORED = json.loads((DOCS / "guide.ipynb").read_text(encoding="utf-8"))
MAX_BYTES = 1_500_000


def cells(notebook, kind):
    return [cell for cell in notebook["cells"] if cell["cell_type"] == kind]


def commands():
    """Return the arguments of each command, by the name of its output."""
    text = "\n".join("".join(cell["source"]) for cell in cells(STORED, "markdown"))
    blocks = "".join(re.findall(r"```sh\n(.*?)```", text, re.DOTALL))
    lines = blocks.replace("\\\n", " ").splitlines()
    found = [shlex.split(line)[1:] for line in lines]
    return {re.search(r"--OUTPUT=(\w+)", " ".join(each))[1]: each for each in found}


COMMANDS = commands()


def printed(notebook):
    """Return what each cell prints."""
    return [
        "".join("".join(output.get("text", "")) for output in cell["outputs"])
        for cell in cells(notebook, "code")
    ]


@pytest.fixture(scope="module")
def guide(tmp_path_factory):
    """Folder of the guide, executed."""
    folder = tmp_path_factory.mktemp("guide")
    program = [sys.executable, ROOT / "tools" / "guide_run.py", folder]
    done = subprocess.run(program, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def files(guide):
    return guide / "guide_files"


def assert_same(path, expected):
    assert (read_raster(path) == read_raster(expected)).all()
    with rasterio.open(path) as one, rasterio.open(expected) as other:
        assert (one.transform, one.crs) == (other.transform, other.crs)


def test_what_it_prints_is_what_is_stored(guide):
    executed = json.loads((guide / "guide.ipynb").read_text(encoding="utf-8"))
    assert printed(executed) == printed(STORED)


@pytest.mark.parametrize("name", COMMANDS)
def test_command_makes_the_same_pixels(qgis_process, files, name):
    (files / "qgis").mkdir(exist_ok=True)
    command = " ".join(COMMANDS[name])
    made = re.findall(r"--OUTPUT\w*=(\S+)", command)
    elsewhere = re.sub(r"(--OUTPUT\w*=)", r"\1qgis/", command)
    done = qgis_process(*elsewhere.split(), cwd=files)
    assert done.returncode == 0, done.stdout + done.stderr
    for path in made:
        assert_same(files / "qgis" / path, files / path)


def test_gridr_call_makes_the_same_pixels(files):
    made = sorted(path.name for path in (files / "gridr").iterdir())
    assert len(made) == 20
    for path in made:
        assert_same(files / "gridr" / path, files / path)


def test_every_step_has_its_command(files):
    inputs = {"node"}
    steps = {path.stem[: -len("_mask")] for path in files.glob("*_mask.tif")} - inputs
    # the last one of four interpolations stands for all
    assert steps - set(COMMANDS) == {"nearest", "linear", "cubic"}
    assert set(COMMANDS) - steps == {"clear", "made_grid", "scan_grid"}


def test_stored_guide_is_complete_and_small_and_names_no_machine():
    assert (DOCS / "guide.ipynb").stat().st_size < MAX_BYTES
    done = [cell["execution_count"] for cell in cells(STORED, "code")]
    assert done == list(range(1, len(done) + 1))
    kinds = [
        output["output_type"]
        for cell in cells(STORED, "code")
        for output in cell["outputs"]
    ]
    assert "error" not in kinds
    assert kinds.count("display_data") == 12
    assert not re.search(r"(^|\s|['\"(])/\w", "".join(printed(STORED)))
