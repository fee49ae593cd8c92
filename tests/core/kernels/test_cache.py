import os
import shutil
import time
from collections import namedtuple
from importlib import metadata
from pathlib import Path

import pytest
from gridr_qgis.core.kernels import cache as kernel_cache

KEY = "0123456789abcdef"
OTHER = "fedcba9876543210"


@pytest.fixture(autouse=True)
def no_choice(monkeypatch):
    monkeypatch.setattr(kernel_cache, "_chosen", None)


@pytest.fixture
def chosen(tmp_path):
    """The folder that the user chose."""
    kernel_cache.use(str(tmp_path))
    return tmp_path


def no_home():
    raise RuntimeError("Could not determine home directory.")


def test_choice_wins_over_variable_and_system(monkeypatch):
    monkeypatch.setenv("NUMBA_CACHE_DIR", "/variable")
    assert kernel_cache.root() == Path("/variable/gridr_qgis")
    kernel_cache.use("/chosen")
    assert kernel_cache.root() == Path("/chosen/gridr_qgis")
    kernel_cache.use(None)
    assert kernel_cache.root() == Path("/variable/gridr_qgis")


@pytest.mark.parametrize(
    ("platform", "variable", "folder"),
    [
        ("linux", "XDG_CACHE_HOME", ".cache"),
        ("win32", "LOCALAPPDATA", "."),
        ("darwin", None, "Library/Caches"),
    ],
)
def test_system_has_a_folder_for_caches(monkeypatch, platform, variable, folder):
    monkeypatch.setattr(kernel_cache.sys, "platform", platform)
    monkeypatch.setattr(Path, "home", lambda: Path("/home/me"))
    for name in ("NUMBA_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, "")
    assert kernel_cache.root() == Path("/home/me", folder, "gridr_qgis")
    if variable:
        monkeypatch.setenv(variable, "/caches")
        assert kernel_cache.root() == Path("/caches/gridr_qgis")


def test_folder_is_made(chosen):
    folder = kernel_cache.folder_for(KEY)
    assert folder == chosen / "gridr_qgis" / KEY
    assert list(folder.iterdir()) == []


def test_file_in_place_of_the_folder_means_no_cache(chosen):
    (chosen / "gridr_qgis").write_text("in the way", encoding="utf-8")
    assert kernel_cache.folder_for(KEY) is None
    assert kernel_cache.size() == 0
    kernel_cache.clear()
    assert (chosen / "gridr_qgis").read_text(encoding="utf-8") == "in the way"


def test_no_home_means_no_cache(monkeypatch):
    for name in ("NUMBA_CACHE_DIR", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", no_home)
    assert kernel_cache.folder_for(KEY) is None
    assert kernel_cache.size() == 0
    kernel_cache.clear()


def test_full_disk_means_no_cache(chosen, monkeypatch):
    usage = namedtuple("Usage", "free")
    monkeypatch.setattr(kernel_cache.shutil, "disk_usage", lambda _: usage(2**20))
    assert kernel_cache.folder_for(KEY) is None


def test_clear_removes_kernels_and_nothing_else(chosen):
    root = chosen / "gridr_qgis"
    for key in (KEY, OTHER):
        (kernel_cache.folder_for(key) / "kernels_1").mkdir()
        (root / key / "kernels_1" / "a.nbc").write_bytes(bytes(1000))
    mine = root / "notes"
    mine.mkdir()
    (mine / "a.txt").write_text("mine", encoding="utf-8")
    assert kernel_cache.size() == 2000
    kernel_cache.clear()
    assert kernel_cache.size() == 0
    assert list(root.iterdir()) == [mine]
    assert (mine / "a.txt").exists()


@pytest.mark.parametrize(("days", "stays"), [(89, True), (91, False)])
def test_version_that_nobody_uses_goes_with_the_next_one(chosen, days, stays):
    old = kernel_cache.folder_for(OTHER)
    kernels = old / "kernels_1"
    kernels.mkdir()
    then = time.time() - days * 24 * 3600
    os.utime(old, (then, then))
    kernel_cache.folder_for(KEY)
    assert kernels.exists() is stays


def test_what_another_process_takes_away_meanwhile_is_passed_over(chosen, monkeypatch):
    folder = kernel_cache.folder_for(KEY)
    (folder / "kept.nbi").write_bytes(b"1234")
    (folder / "gone.nbi.tmp").symlink_to("nothing")
    monkeypatch.setattr(Path, "is_file", lambda _: True)  # as it was a moment ago
    assert kernel_cache.size() == 4
    versions = [*kernel_cache._versions(), folder.with_name("0" * 16)]
    monkeypatch.setattr(kernel_cache, "_versions", lambda: versions)
    assert kernel_cache.folder_for(OTHER) is not None


def test_use_makes_a_version_young(chosen):
    folder = kernel_cache.folder_for(KEY)
    os.utime(folder, (0, 0))
    kernel_cache.folder_for(KEY)
    assert time.time() - folder.stat().st_mtime < 3600


@pytest.mark.parametrize("name", ["compiled/supports.py", "polynomials.py"])
def test_the_key_changes_with_the_source_of_any_kernel(name, tmp_path, monkeypatch):
    """Numba looks at the file of the called kernel only."""
    copy = tmp_path / "kernels"
    shutil.copytree(Path(kernel_cache.__file__).parent, copy)
    key = kernel_cache.key()
    monkeypatch.setattr(kernel_cache, "__file__", str(copy / "cache.py"))
    assert kernel_cache.key() == key
    with open(copy / name, "a", encoding="utf-8") as source:
        source.write("\n")
    assert kernel_cache.key() != key


def test_the_key_changes_with_numba(monkeypatch):
    keys = set()
    for version in ("0.56.4", "0.68.1"):
        monkeypatch.setattr(metadata, "version", lambda _, v=version: v)
        keys.add(kernel_cache.key())
    assert len(keys) == 2


def test_kernels_of_any_run_are_seen_without_numba(tmp_path, monkeypatch):
    monkeypatch.setattr(kernel_cache, "_chosen", tmp_path)
    assert not kernel_cache.holds_kernels()
    folder = kernel_cache.folder_for(kernel_cache.key()) / "compiled_1"
    folder.mkdir()
    (folder / "nodes.mask_nodes-20.py311.nbi").touch()
    assert not kernel_cache.holds_kernels()
    (folder / "fill.fill_window-63.py311.nbi").touch()
    assert kernel_cache.holds_kernels()
