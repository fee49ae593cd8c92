"""Moves that are killed at each of their steps, and ended by another run.

`KILLS` is a program of its own: a child for each step, really killed (SIGKILL) just
before the system is asked to rename, link, open, or remove something.
"""

import json
import os
import sys
from pathlib import Path

import pytest
from gridr_qgis.core.raster.journal import Journal, Move, read_journal, stamp

KILLS = """
import itertools, json, os, shutil, signal, sys
from pathlib import Path
from gridr_qgis.core.raster import replace

scenario, next_output = SCENARIO
TWICE = scenario in ("pair", "no links")
EVENTS = ("open", "os.rename", "os.link", "os.remove", "os.chmod", "os.chown")
ROOT = Path.cwd() / "kills"


def killed_at(step, action, *arguments):
    '''Do an action in a child that dies before its step; return whether it died.

    Its arguments are made by the child, too, before the steps are counted.
    '''
    child = os.fork()
    if child == 0:
        arguments = [make() for make in arguments]
        steps = itertools.count()

        def hook(event, args):
            ours = event in EVENTS and any(str(ROOT) in str(arg) for arg in args)
            if ours and next(steps) == step:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        action(*arguments)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, status
    return os.WIFSIGNALED(status)


def laid_out():
    '''Write the old files and the new parts of a scenario; return {final: part}.'''
    shutil.rmtree(ROOT, ignore_errors=True)
    (ROOT / "more").mkdir(parents=True)
    a = ROOT / "a.tif"
    b = (ROOT / "more" if scenario == "two folders" else ROOT) / "b.tif"
    if scenario != "new":
        a.write_text("old a")
        (ROOT / "a.tif.aux.xml").write_text("old statistics")
        (ROOT / "a.tfw").write_text("old place")
    if scenario in ("pair", "two folders", "no links", "alone"):
        b.write_text("old b")
    finals = (a,) if scenario == "alone" else (a, b)
    parts = {path: replace.temporary(path, replace.PART) for path in finals}
    for path, part in parts.items():
        part.write_text(f"new {path.stem}")
    part = parts[finals[-1]]
    part.with_name(part.name + ".aux.xml").write_text("new crs")
    return parts


def found():
    return {
        str(path.relative_to(ROOT)): path.read_text()
        for path in sorted(ROOT.rglob("*"))
        if path.is_file()
    }


def no_link(*_):
    raise PermissionError(1, "Operation not permitted")


if scenario == "no links":
    os.link = no_link
parts = laid_out()
old = {name: text for name, text in found().items() if "gridr" not in name}
replace.replace_together(parts)
new = found()
following = [*parts][-1 if next_output == "b" else 0]
outcomes = []
for step in itertools.count():
    for second in itertools.count():
        died = killed_at(step, replace.replace_together, laid_out)
        seen = found()
        again = died and killed_at(second, replace.remove_leftovers, lambda: following)
        if died:
            replace.remove_leftovers(following)
        left = {n: text for n, text in found().items() if "gridr" not in n}
        for path in parts if died else ():
            replace.remove_leftovers(path)
        outcomes.append(
            {"died": died, "seen": seen.get("a.tif"), "left": left, "end": found()}
        )
        if not again or not TWICE:
            break
    if not died:
        break
print(json.dumps({"old": old, "new": new, "outcomes": outcomes}))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
@pytest.mark.parametrize("next_output", ["a", "b"])
@pytest.mark.parametrize(
    "scenario", ["pair", "mask is new", "new", "alone", "two folders", "no links"]
)
def test_whenever_it_is_killed_all_are_old_or_all_are_new(
    fresh_python, scenario, next_output
):
    """Killed before each step; then the next run is killed at each of its steps, too.

    The next run may be for either output, and is over (as if cancelled) once it has
    looked for what was left. Of the other output it may leave hidden files that nobody
    misses, and a run for that removes them.
    """
    program = KILLS.replace("SCENARIO", repr((scenario, next_output)))
    told = json.loads(fresh_python(program))
    old, new, outcomes = told["old"], told["new"], told["outcomes"]
    assert [*new.values()] == (NEW_ALONE if scenario == "alone" else NEW)
    assert len(outcomes) > (50 if scenario in ("pair", "no links") else 8)
    assert not outcomes[-1]["died"]
    states = set()
    for outcome in outcomes:
        assert outcome["left"] == outcome["end"] in (old, new), outcome
        states.add(outcome["end"] == new)
        if scenario not in ("new", "no links"):
            assert outcome["seen"] in ("old a", "new a"), outcome
    assert states == {True, False}


NEW = ["new a", "new b", "new crs"]
NEW_ALONE = ["new a", "new crs", "old b"]


def pair(folder):
    """Return a journal of two outputs, one of them new, and a side file that goes."""
    for name in ("a.tif", "a.tfw"):
        (folder / name).write_text(f"old {name}")
    for name in ("a.part", "b.part"):
        (folder / name).write_text(f"new {name}")
    a, b, world = folder / "a.tif", folder / "b.tif", folder / "a.tfw"
    moves = (
        Move(world, None, folder / "world.old", stamp(world)),
        Move(
            a, folder / "a.part", folder / "a.old", stamp(a), stamp(folder / "a.part")
        ),
        Move(b, folder / "b.part", None, None, stamp(folder / "b.part")),
    )
    return Journal((folder / "a.gridr-undo", folder / "b.gridr-undo"), moves)


def texts(folder):
    return {path.name: path.read_text() for path in folder.iterdir()}


OLD_PAIR = {"a.tif": "old a.tif", "a.tfw": "old a.tfw"}
NEW_PAIR = {"a.tif": "new a.part", "b.tif": "new b.part"}


def test_moves_are_committed_and_ended(tmp_path):
    journal = pair(tmp_path)
    journal.commit()
    assert NEW_PAIR.items() < texts(tmp_path).items()
    assert journal.decision.name == "a.gridr-commit"
    journal.end()
    assert texts(tmp_path) == NEW_PAIR


def test_moves_are_undone(tmp_path):
    journal = pair(tmp_path)
    journal.commit()
    journal.undo()
    assert texts(tmp_path) == OLD_PAIR
    journal.undo()  # nothing is left to do
    assert texts(tmp_path) == OLD_PAIR


def test_a_journal_is_read_as_it_was_written(tmp_path):
    journal = pair(tmp_path)
    journal.commit()
    assert read_journal(journal.decision) == journal
    assert read_journal(journal.paths[1]) == journal


def test_a_journal_stays_true_where_its_folder_is_moved(tmp_path):
    (tmp_path / "one").mkdir()
    pair(tmp_path / "one").commit()
    (tmp_path / "one").rename(tmp_path / "other")
    read_journal(tmp_path / "other" / "b.gridr-undo").recover()
    assert texts(tmp_path / "other") == NEW_PAIR


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are Unicode")
def test_names_that_are_no_text(tmp_path):
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9"))
    folder.mkdir()
    journal = pair(folder)
    journal.commit()
    assert read_journal(journal.decision) == journal


@pytest.mark.parametrize(
    "text", ["", "{", "{}", "[]", '{"paths": ["a"], "moves": [1]}']
)
def test_a_journal_that_was_not_written_to_its_end(tmp_path, text):
    path = tmp_path / "a.gridr-undo"
    path.write_text(text)
    assert read_journal(path) is None


def test_what_somebody_has_put_there_since_stays_when_a_run_is_ended(
    tmp_path, monkeypatch
):
    journal = pair(tmp_path)
    stop_at(monkeypatch, "a.part", journal)
    (tmp_path / "a.tif").write_text("written by somebody else")
    journal.recover()
    other = {"a.tif": "written by somebody else"}
    assert texts(tmp_path) == {**other, "b.tif": "new b.part"}


@pytest.mark.parametrize("name", ["a.tif", "b.tif"])
def test_what_somebody_has_put_there_since_stays_when_a_run_is_undone(tmp_path, name):
    journal = pair(tmp_path)
    journal.commit()
    (tmp_path / name).write_text("written by somebody else")
    journal.undo()
    assert texts(tmp_path) == {**OLD_PAIR, name: "written by somebody else"}


def stop_at(monkeypatch, name, journal):
    """Commit until a file is to be renamed."""
    rename = os.replace

    def stopped(src, dst):
        if Path(src).name == name:
            raise KeyboardInterrupt
        rename(src, dst)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", stopped)
        with pytest.raises(KeyboardInterrupt):
            journal.commit()
