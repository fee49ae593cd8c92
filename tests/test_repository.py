"""What the files around the code promise about it."""

import configparser
import re
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from gridr_qgis.gridr_plugin.dependencies import FASTER, REQUIRED
from helpers.data import write_raster

ROOT = Path(__file__).resolve().parents[1]


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def metadata():
    """Return what QGIS knows of the plugin."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.read_string(read("metadata.txt"))
    return parser["general"]


def find(pattern, name):
    return re.search(pattern, read(name), re.MULTILINE)[1]


def test_version_is_the_same_everywhere():
    version = metadata()["version"]
    assert find(r'^version = "(.+?)"', "pyproject.toml") == version
    assert find(r"^## \[(\d.+?)\]", "CHANGELOG.md") == version


def test_plugin_manager_tells_of_the_plugin_in_french():
    general = metadata()
    for key in ("description", "about"):
        english, french = general[key], general[f"{key}[fr]"]
        assert english.count("\n") == french.count("\n")
        assert re.findall(r"\d[\d.]*", english) == re.findall(r"\d[\d.]*", french)
        commands = r"(?:apt|conda) install [^.]*"
        assert re.findall(commands, english) == re.findall(commands, french)
        assert not re.search("(?<!\u00a0)[:;?!]", french)


def test_required_libraries_are_the_same_for_pip_and_qgis():
    found = re.findall(r'^    "(\w+)>=(\d+)\.(\d+)",$', read("pyproject.toml"), re.M)
    assert {name: (int(x), int(y)) for name, x, y in found} == {
        **REQUIRED,
        **FASTER,
    }


def test_ruff_is_the_same_in_makefile_and_pre_commit():
    assert find(r"^RUFF := ruff==(.+)$", "Makefile") == find(
        r"ruff-pre-commit\n    rev: v(\S+)", ".pre-commit-config.yaml"
    )


PAGES = ["README.md", *(f"docs/{page.name}" for page in ROOT.glob("docs/*.md"))]


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page):
    links = re.findall(r"\]\(([^)#:]+)\)", read(page))
    assert links
    folder = (ROOT / page).parent
    assert [link for link in links if not (folder / link).exists()] == []


def test_every_picture_is_shown():
    text = "".join(map(read, PAGES))
    pictures = [picture.name for picture in ROOT.glob("docs/pictures/*.png")]
    assert pictures
    assert [name for name in pictures if f"pictures/{name})" not in text] == []


def test_python_examples_of_the_readme_run(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("out").mkdir()
    write_raster("out/world.tif", np.ones((5, 5)))
    write_raster("out/grid.tif", np.full((2, 3, 3), 2.0))
    examples = re.findall(r"```python\n(.*?)```", read("README.md"), re.DOTALL)
    names = {}
    for example in examples:
        exec(example, names)
    assert capsys.readouterr().out == "100.0 % valid\n"
    assert names["data"].shape == names["valid"].shape == (5, 5)


def test_installed_package_is_core_without_qgis(tmp_path):
    pytest.importorskip("setuptools", minversion="77")
    ignored = shutil.ignore_patterns(".*", "out", "build", "*.egg-info", "__pycache__")
    shutil.copytree(ROOT, tmp_path / "checkout", ignore=ignored)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps"]
    local = ["--no-build-isolation", "--no-index", "--target", tmp_path / "site"]
    subprocess.run([*pip, *local, tmp_path / "checkout"], check=True)
    program = "import gridr_qgis.core.chains.resample as chain; print(chain.__file__)"
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": str(tmp_path / "site"), "HOME": str(tmp_path)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert done.stdout.startswith(str(tmp_path / "site")), done.stderr


def test_the_map_of_the_rooms_names_what_is_there():
    folders = "core|algorithms|gridr_plugin|tests|tools"
    named = re.findall(rf"`((?:{folders})/[\w/.*]*)`", read("CONTRIBUTING.md"))
    assert len(named) > 40
    assert [path for path in named if not list(ROOT.glob(path.rstrip("/")))] == []


def test_what_newcomers_look_for_is_in_the_file_that_is_named():
    pattern = r"((?:`[\w.]+`,? )+)in `([\w/]+\.py)`"
    places = re.findall(pattern, read("CONTRIBUTING.md"))
    assert len(places) >= 5
    for names, path in places:
        for name in re.findall(r"[\w.]+", names):
            assert re.search(rf"(def|class) {name.rpartition('.')[2]}\b", read(path))
