from pathlib import Path

import mutants
import pytest
from mutant_list import FAULTS

ROOT = Path(__file__).resolve().parents[1]
ROOMS = [path for path in (ROOT / "core").iterdir() if (path / "__init__.py").exists()]


def test_there_are_faults_of_every_room():
    assert len(FAULTS) >= 60
    rooms = {fault.file.partition("/")[0] for fault in FAULTS}
    assert ROOMS
    assert [room.name for room in ROOMS if room.name not in rooms] == []


def test_every_fault_has_its_place():
    texts = {fault.path: (ROOT / fault.path).read_text("utf-8") for fault in FAULTS}
    assert [str(f) for f in FAULTS if texts[f.path].count(f.old) != 1] == []


def test_every_fault_has_its_tests_and_a_name():
    named = {test.partition("::")[0] for fault in FAULTS for test in fault.tests}
    assert [test for test in named if not (ROOT / test).exists()] == []
    assert len({str(fault) for fault in FAULTS}) == len(FAULTS)


def test_a_file_with_a_fault_is_still_python():
    for fault in FAULTS:
        text = (ROOT / fault.path).read_text("utf-8").replace(fault.old, fault.new)
        compile(text, str(fault), "exec")


def test_a_file_is_put_back_with_its_times(tmp_path):
    fault = FAULTS[0]
    path = tmp_path / fault.path
    path.parent.mkdir(parents=True)
    path.write_text(f"before {fault.old} after", encoding="utf-8")
    before = path.stat().st_mtime_ns
    with mutants.made(fault, tmp_path):
        assert path.read_text("utf-8") == f"before {fault.new} after"
    assert path.read_text("utf-8") == f"before {fault.old} after"
    assert path.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("status", "verdict"),
    [(0, "survived"), (1, "caught"), (-11, "caught"), (None, "caught"), (4, "no run")],
)
def test_only_tests_that_ran_catch_a_fault(status, verdict):
    assert mutants.Outcome(status, "").verdict == verdict


def test_the_first_test_that_failed_is_named():
    output = "...F\nFAILED tests/test_a.py::test_b[1] - AssertionError\n1 failed in 1 s"
    assert mutants.Outcome(1, output).reason == "tests/test_a.py::test_b[1]"
    assert mutants.Outcome(None, "").reason == "it hangs"
