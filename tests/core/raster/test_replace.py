import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.raster import replace

HOST = replace.platform.node()


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
    monkeypatch.setattr(replace, "_check_replaceable", held)
    with pytest.raises(
        GridrError, match=r"written \(in use\)\. Close .*remove its layer"
    ):
        replace.check_writable(path, tmp_path / "part.tif")
    assert texts(tmp_path) == {"a.tif": "old"}


def test_whether_an_output_can_be_replaced_is_not_tried_by_renaming(
    tmp_path, monkeypatch
):
    def renamed(*_):
        raise AssertionError("renamed")

    path = written(tmp_path / "a.tif", "old")
    for name in ("rename", "replace", "link"):
        monkeypatch.setattr(os, name, renamed)
    replace.check_writable(path, tmp_path / "part.tif")
    assert texts(tmp_path) == {"a.tif": "old"}


@pytest.mark.parametrize("flag", ["+i", "+a"])
def test_an_output_that_may_not_be_changed_is_told(tmp_path, flag):
    path = written(tmp_path / "a.tif", "old")
    if not shutil.which("chattr") or subprocess.run(["chattr", flag, path]).returncode:
        pytest.skip("files cannot be made unchangeable here")
    try:
        with pytest.raises(GridrError, match="cannot be written .Operation not perm"):
            replace.check_writable(path, tmp_path / "part.tif")
    finally:
        subprocess.run(["chattr", flag.replace("+", "-"), path], check=True)
    assert texts(tmp_path) == {"a.tif": "old"}


@pytest.mark.parametrize(
    ("user", "right"), [(0, True), (1001, True), (1002, False), (1003, True)]
)
def test_in_a_sticky_folder_only_owners_replace(tmp_path, monkeypatch, user, right):
    if os.name == "nt" or os.geteuid() != 0:
        pytest.skip("only root can give files away")
    path = written(tmp_path / "a.tif", "old")
    os.chown(path, 1001, -1)
    os.chown(tmp_path, 1003, -1)
    tmp_path.chmod(0o1777)
    monkeypatch.setattr(os, "geteuid", lambda: user)
    if right:
        replace.check_writable(path, tmp_path / "part.tif")
        return
    with pytest.raises(GridrError, match="Only its owner may replace it"):
        replace.check_writable(path, tmp_path / "part.tif")


def test_what_may_only_be_read_can_be_replaced(tmp_path):
    """As `mv` does in a folder of one's own."""
    path = written(tmp_path / "a.tif", "old")
    path.chmod(0o444)
    replace.check_writable(path, tmp_path / "part.tif")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes with names")
def test_an_output_that_is_a_pipe_is_told(tmp_path):
    path = tmp_path / "a.tif"
    os.mkfifo(path)
    with pytest.raises(GridrError, match="cannot be written .Is a pipe or a device"):
        replace.check_writable(path, tmp_path / "part.tif")
    assert path.is_fifo()


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
    for side in (*replace.side_files(path), tmp_path / "dst.tfw"):
        written(side, "of the old one")
    replace.replace_together(parts_of(path))
    assert texts(tmp_path) == {"dst.tif": "new"}


def fail_once(monkeypatch, fails_at):
    """Let one call of `os.replace` fail, counted from 0."""
    rename, calls = os.replace, iter(range(99))

    def call(src, dst):
        if next(calls) == fails_at:
            raise PermissionError(13, "held by another program")
        rename(src, dst)

    monkeypatch.setattr(os, "replace", call)


@pytest.mark.parametrize("fails_at", range(7))
def test_all_are_renamed_or_none(tmp_path, monkeypatch, fails_at):
    """It is decided, two side files go, two parts come; b is new, and brings one."""
    a, b = written(tmp_path / "a.tif", "old a"), tmp_path / "b.tif"
    written(tmp_path / "a.tif.aux.xml", "statistics")
    written(tmp_path / "a.tfw", "georeference")
    before = texts(tmp_path)
    parts = parts_of(a, b)
    written(Path(f"{parts[b]}.aux.xml"), "crs")
    fail_once(monkeypatch, fails_at)
    if fails_at == 6:  # there is no seventh
        replace.replace_together(parts)
        new = {"a.tif": "new", "b.tif": "new", "b.tif.aux.xml": "crs"}
        assert texts(tmp_path) == new
        return
    with pytest.raises(GridrError, match="held by .* Nothing was changed. Close the"):
        replace.replace_together(parts)
    assert texts(tmp_path) == before


@pytest.mark.parametrize("fails_at", [*range(5), None])
def test_without_hard_links_all_are_renamed_or_none(tmp_path, monkeypatch, fails_at):
    """As on FAT: decided, then for each the old file goes and the new one comes."""
    a, b = (written(tmp_path / f"{name}.tif", "old") for name in "ab")
    before = texts(tmp_path)
    fail_once(monkeypatch, fails_at)
    monkeypatch.setattr(os, "link", no_links)
    if fails_at is None:
        replace.replace_together(parts_of(a, b))
        assert texts(tmp_path) == {"a.tif": "new", "b.tif": "new"}
        return
    with pytest.raises(GridrError, match="Nothing was changed"):
        replace.replace_together(parts_of(a, b))
    assert texts(tmp_path) == before


def test_one_output_needs_no_second_name(tmp_path, monkeypatch):
    """Even where there are no hard links, no reader misses it."""
    path = written(tmp_path / "a.tif", "old")
    seen = []
    rename = os.replace
    monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr(
        os, "replace", lambda *names: (seen.append(path.exists()), rename(*names))
    )
    replace.replace_together(parts_of(path))
    assert seen == [True, True]
    assert texts(tmp_path) == {"a.tif": "new"}


def test_what_cannot_be_undone_is_ended_by_the_next_run(tmp_path, monkeypatch):
    a, b = (written(tmp_path / f"{name}.tif", f"old {name}") for name in "ab")
    parts = parts_of(a, b)
    rename, calls = os.replace, iter(range(99))

    def fail_from_the_second_part_on(src, dst):
        if next(calls) >= 2:
            raise PermissionError(13, "held by another program")
        rename(src, dst)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", fail_from_the_second_part_on)
        with pytest.raises(GridrError, match="next run .* begins by ending this"):
            replace.replace_together(parts)
    assert (a.read_text(), b.read_text()) == ("new", "old b")
    replace.remove_leftovers(b)
    assert texts(tmp_path) == {"a.tif": "new", "b.tif": "new"}


def test_an_old_file_that_is_held_is_removed_by_the_next_run(tmp_path, monkeypatch):
    """As on Windows, while another program reads it: the new ones are in place."""
    path = written(tmp_path / "a.tif", "old")
    written(tmp_path / "a.tfw", "georeference")
    remove = os.unlink

    def held(name, *args, **more):
        if replace.OLD in str(name):
            raise PermissionError(13, "in use")
        remove(name, *args, **more)

    with monkeypatch.context() as patch:
        patch.setattr(os, "unlink", held)
        replace.replace_together(parts_of(path))
    assert path.read_text() == "new"
    assert len(texts(tmp_path)) > 1
    replace.remove_leftovers(path)
    assert texts(tmp_path) == {"a.tif": "new"}


TWO_AT_ONCE = """
import os, time
from pathlib import Path
from gridr_qgis.core.raster import replace


def pause(src, dst):
    rename(src, dst)
    if Path(dst).name == "a.tif":
        Path("half-way").touch()
        time.sleep(0.5)


rename = os.replace
other = os.fork()
if other == 0:
    os.replace = pause
else:
    while not os.path.exists("half-way"):
        time.sleep(0.01)
paths = [Path.cwd() / name for name in ("a.tif", "b.tif")]
parts = {path: replace.temporary(path, replace.PART) for path in paths}
for part in parts.values():
    part.write_text("first" if other == 0 else "second")
replace.replace_together(parts)
if other:
    os.waitpid(other, 0)
    print(*[path.read_text() for path in paths])
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no lock for folders")
def test_two_processes_do_not_mix_their_outputs(fresh_python):
    assert fresh_python(TWO_AT_ONCE) == "second second"


def no_links(*_):
    raise PermissionError(1, "Operation not permitted")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_a_part_takes_the_mode_of_what_it_replaces(tmp_path):
    path, part = written(tmp_path / "a.tif", "old"), tmp_path / "part.tif"
    path.chmod(0o640)
    replace.create_part(path, part)
    assert part.stat().st_mode & 0o777 == 0o600  # nobody else reads it meanwhile
    replace.take_access(path, part)
    assert part.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name == "nt", reason="Windows has no owners of this kind")
def test_a_part_takes_the_owner_of_what_it_replaces(tmp_path, monkeypatch):
    path, part = written(tmp_path / "a.tif", "old"), written(tmp_path / "part.tif")
    if os.geteuid() != 0:
        pytest.skip("only root can give files away")
    os.chown(path, 1001, 1002)
    path.chmod(0o664)
    with monkeypatch.context() as patch:
        patch.setattr(os, "chown", no_links)
        replace.take_access(path, part)
        # the members of another group are others
        assert part.stat().st_mode & 0o777 == 0o644
    replace.take_access(path, part)
    status = part.stat()
    assert (status.st_uid, status.st_gid, status.st_mode & 0o777) == (1001, 1002, 0o664)


def test_a_new_output_has_the_mode_of_any_new_file(tmp_path):
    replace.create_part(tmp_path / "a.tif", tmp_path / "part.tif")
    assert texts(tmp_path) == {}
    plain, part = written(tmp_path / "plain"), written(tmp_path / "part.tif")
    replace.take_access(tmp_path / "a.tif", part)
    assert part.stat().st_mode == plain.stat().st_mode
