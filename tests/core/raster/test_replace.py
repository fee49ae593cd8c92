import os
import subprocess
import sys
from pathlib import Path

import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.raster import replace

HOST = replace.socket.gethostname()


def dead_process():
    """Return the number of a process that has ended."""
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


def written(path, text="new"):
    path.write_text(text)
    return path


def texts(folder):
    return {path.name: path.read_text() for path in folder.iterdir()}


def parts_of(*paths):
    """Write a part for each path."""
    parts = {path: replace.temporary(path, replace.PART) for path in paths}
    for part in parts.values():
        written(part)
    return parts


@pytest.mark.parametrize("kind", [replace.PART, replace.OLD])
def test_temporary_names_are_new_hidden_and_beside_the_path(tmp_path, kind):
    path = tmp_path / "a.b.tif"
    names = [replace.temporary(path, kind) for _ in range(3)]
    assert len(set(names)) == 3
    for name in names:
        assert (name.parent, name.suffix) == (tmp_path, ".tif")
        assert name.name.startswith(f".a.b.{HOST}-{os.getpid()}-")
        assert kind in name.name


def test_side_files_bear_the_whole_name_of_the_raster():
    names = [path.name for path in replace.side_files(Path("a.tif"))]
    assert names == ["a.tif.aux.xml", "a.tif.ovr", "a.tif.msk"]


def test_a_path_that_can_be_written_is_left_alone(tmp_path):
    path = tmp_path / "a.tif"
    replace.check_writable(path, tmp_path / "part.tif")
    assert texts(tmp_path) == {}
    written(path, "old")
    replace.check_writable(path, tmp_path / "part.tif")
    assert texts(tmp_path) == {"a.tif": "old"}


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    path = tmp_path / "none" / "a.tif"
    with pytest.raises(GridrError, match="a.tif' cannot be written .*choose another"):
        replace.check_writable(path, replace.temporary(path, replace.PART))


def test_an_output_that_is_a_folder_is_told(tmp_path):
    path = tmp_path / "a.tif"
    path.mkdir()
    with pytest.raises(GridrError, match="a.tif' cannot be written .*choose another"):
        replace.check_writable(path, replace.temporary(path, replace.PART))
    assert list(tmp_path.iterdir()) == [path]


def test_an_output_that_another_program_holds_is_told(tmp_path, monkeypatch):
    def held(*_):
        raise PermissionError(13, "in use")

    path = written(tmp_path / "a.tif", "old")
    monkeypatch.setattr(os, "rename", held)
    with pytest.raises(GridrError, match=r"cannot be written \(in use\)\. Close the"):
        replace.check_writable(path, tmp_path / "part.tif")
    assert texts(tmp_path) == {"a.tif": "old"}


def test_leftovers_of_a_killed_run_are_removed(tmp_path):
    pid = dead_process()
    gone = [
        tmp_path / f".dst.{HOST}-{pid}-0{replace.PART}.tif",
        tmp_path / f".dst.{HOST}-{pid}-0{replace.PART}.tif.aux.xml",
    ]
    kept = [
        tmp_path / f".dst.{HOST}-{os.getpid()}-99{replace.PART}.tif",
        tmp_path / f".dst.elsewhere-{pid}-0{replace.PART}.tif",
        tmp_path / f".other.{HOST}-{pid}-0{replace.PART}.tif",
        tmp_path / f".dst.{HOST}-{pid}-0.tif",
    ]
    for path in (*gone, *kept):
        path.write_text("left")
    replace.remove_leftovers(tmp_path / "dst.tif")
    assert not any(path.exists() for path in gone)
    assert all(path.exists() for path in kept)


def test_leftovers_of_a_run_that_goes_on_stay(tmp_path):
    path = tmp_path / "dst.tif"
    wait = "import sys; sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", wait], stdin=subprocess.PIPE) as other:
        part = written(tmp_path / f".dst.{HOST}-{other.pid}-0{replace.PART}.tif")
        replace.remove_leftovers(path)
        assert part.exists()
    replace.remove_leftovers(path)
    assert not part.exists()


def test_an_old_output_set_aside_by_a_killed_run_comes_back(tmp_path):
    old = tmp_path / f".dst.{HOST}-{dead_process()}-0{replace.OLD}.tif"
    old.write_text("the user's")
    replace.remove_leftovers(tmp_path / "dst.tif")
    assert texts(tmp_path) == {"dst.tif": "the user's"}


def test_an_old_output_that_has_been_replaced_goes(tmp_path):
    written(tmp_path / "dst.tif")
    written(tmp_path / f".dst.{HOST}-{dead_process()}-0{replace.OLD}.tif", "old")
    replace.remove_leftovers(tmp_path / "dst.tif")
    assert texts(tmp_path) == {"dst.tif": "new"}


def test_an_old_output_of_another_suffix_is_not_removed(tmp_path):
    old = tmp_path / f".dst.{HOST}-{dead_process()}-0{replace.OLD}.tiff"
    old.write_text("the user's")
    replace.remove_leftovers(tmp_path / "dst.tif")
    assert texts(tmp_path) == {old.name: "the user's"}
    replace.remove_leftovers(tmp_path / "dst.tiff")
    assert texts(tmp_path) == {"dst.tiff": "the user's"}


def test_leftovers_of_names_with_glob_characters(tmp_path):
    pid = dead_process()
    gone = written(tmp_path / f".a[1]*?.{HOST}-{pid}-0{replace.PART}.tif")
    kept = written(tmp_path / f".a1bc.{HOST}-{pid}-0{replace.PART}.tif")
    replace.remove_leftovers(tmp_path / "a[1]*?.tif")
    assert (gone.exists(), kept.exists()) == (False, True)


def test_parts_take_their_names_and_bring_their_side_files(tmp_path):
    a, b = tmp_path / "a.tif", tmp_path / "b.tif"
    parts = parts_of(a, b)
    written(replace.side_files(parts[b])[0], "crs")
    replace.replace_together(parts)
    assert texts(tmp_path) == {"a.tif": "new", "b.tif": "new", "b.tif.aux.xml": "crs"}


def test_side_files_of_a_replaced_output_go(tmp_path):
    path = written(tmp_path / "dst.tif", "old")
    for side in replace.side_files(path):
        written(side, "of the old one")
    replace.replace_together(parts_of(path))
    assert texts(tmp_path) == {"dst.tif": "new"}


@pytest.mark.parametrize("fails_at", range(6))
def test_all_are_renamed_or_none(tmp_path, monkeypatch, fails_at):
    """Two old files and a side file are set aside, then two parts are renamed."""
    a, b = written(tmp_path / "a.tif", "old a"), written(tmp_path / "b.tif", "old b")
    written(tmp_path / "a.tif.aux.xml", "statistics")
    before = texts(tmp_path)
    parts = parts_of(a, b)
    rename, calls = os.replace, iter(range(99))

    def fail_once(src, dst):
        if next(calls) == fails_at:
            raise PermissionError(13, "held by another program")
        rename(src, dst)

    monkeypatch.setattr(os, "replace", fail_once)
    if fails_at == 5:  # there is no sixth
        replace.replace_together(parts)
        assert texts(tmp_path) == {"a.tif": "new", "b.tif": "new"}
        return
    with pytest.raises(GridrError, match="held by .* Nothing was changed. Close the"):
        replace.replace_together(parts)
    assert before.items() <= texts(tmp_path).items()
    assert set(texts(tmp_path)) - set(before) <= {part.name for part in parts.values()}
