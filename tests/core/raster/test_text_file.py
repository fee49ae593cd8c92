import os

import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.raster import text_file
from gridr_qgis.core.raster.text_file import TextFile

SUFFIXES = (".html", ".htm")


def test_a_text_is_written_as_utf_8(tmp_path):
    path = tmp_path / "r\u00e9sum\u00e9.HTML"
    file = TextFile(str(path), SUFFIXES)
    assert list(tmp_path.iterdir()) == []
    file.write("d\u00e9j\u00e0 vu\n")
    assert path.read_bytes() == "d\u00e9j\u00e0 vu\n".encode()
    assert list(tmp_path.iterdir()) == [path]


def test_an_older_file_is_replaced_and_keeps_its_mode(tmp_path):
    path = tmp_path / "a.html"
    path.write_text("a longer one before")
    path.chmod(0o640)
    TextFile(str(path), SUFFIXES).write("new")
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_one(tmp_path):
    target, link = tmp_path / "a.html", tmp_path / "b.html"
    link.symlink_to(target)
    TextFile(str(link), SUFFIXES).write("new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_a_relative_name_stays_where_it_was_given(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    file = TextFile("a.html", SUFFIXES)
    monkeypatch.chdir("/")
    file.write("new")
    assert (tmp_path / "a.html").read_text() == "new"


def test_a_failure_leaves_the_older_file(tmp_path, monkeypatch):
    path = tmp_path / "a.html"
    path.write_text("before")
    file = TextFile(str(path), SUFFIXES)

    def full(parts):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(text_file, "replace_together", full)
    with pytest.raises(
        GridrError, match=r"cannot be written \(No space left on device"
    ):
        file.write("new")
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_places_that_cannot_be_written_are_refused(tmp_path):
    for name, sentence in {
        "a.pdf": r"^The name of .* must end in \.html or \.htm\. Give it such a name",
        "nowhere/a.html": "^The folder .* not exist. Create it, or choose another one",
        "folder.html": "Is a directory",
        "a\0.html": "^The output .* cannot be written .*embedded null",
    }.items():
        (tmp_path / "folder.html").mkdir(exist_ok=True)
        with pytest.raises(GridrError, match=sentence):
            TextFile(str(tmp_path / name), SUFFIXES)


def test_what_a_killed_run_left_is_removed(tmp_path):
    path = tmp_path / "a.html"
    left = text_file.temporary(path, text_file.PART)
    left = left.with_name(left.name.replace(f"-{os.getpid()}-", "-999999999-"))
    left.write_text("half")
    TextFile(str(path), SUFFIXES)
    assert not left.exists()
