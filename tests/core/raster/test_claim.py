"""One client at a time makes an output on a cluster."""

import json
import os
import platform
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.raster import claim
from gridr_qgis.core.raster.claim import Owner, claimed, file_of, owner_of
from helpers.cluster import wait_until
from helpers.disk import full_disk, needs_limits

ELSEWHERE = {
    "token": "a",
    "host": "elsewhere",
    "process": 7,
    "numbers": "its own",
    "since": "noon",
}
TAKEN = "'dst.vrt' is being made on a cluster already"


@pytest.fixture
def dst(tmp_path):
    return tmp_path / "dst.vrt"


def refused(dst, words=TAKEN):
    with pytest.raises(GridrError, match=words), claimed([dst]):
        pass


def left_by(dst, owner, age=0.0):
    """Leave a claim that was touched some seconds ago."""
    text = owner if isinstance(owner, str) else json.dumps(owner)
    file_of(dst).write_text(text, encoding="utf-8")
    then = time.time() - age
    os.utime(file_of(dst), (then, then))


def test_a_second_run_is_refused_until_the_first_has_ended(dst):
    with claimed([dst]) as claims:
        refused(dst, f"process {os.getpid()} on '{platform.node()}', since 20")
        claims.check()
    assert os.listdir(dst.parent) == []
    with claimed([dst]):
        pass


def test_it_is_given_back_whatever_happens(dst):
    with pytest.raises(KeyboardInterrupt), claimed([dst]):
        raise KeyboardInterrupt
    assert os.listdir(dst.parent) == []


def test_of_several_outputs_all_or_none_are_claimed(dst):
    mask, other = dst.with_name("mask.vrt"), dst.with_name("a.vrt")
    with claimed([dst, mask]):
        refused(mask, "'mask.vrt' is being made")
        refused(dst)
        with pytest.raises(GridrError, match=TAKEN), claimed([other, dst]):
            pass
        assert not file_of(other).exists()
        with claimed([other]):
            pass


def test_another_name_of_the_same_file(dst):
    dst.touch()
    link = dst.with_name("link.vrt")
    link.symlink_to(dst.name)
    with claimed([link]):
        refused(dst)


@pytest.fixture
def killed():
    """Owner that was a process of this machine."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return Owner.new()._replace(process=process.pid)._asdict()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell whose")
def test_the_claim_of_a_killed_process_is_taken_over_at_once(dst, killed):
    left_by(dst, killed)
    with claimed([dst]):
        refused(dst)


@pytest.mark.parametrize("numbers", ["of another container", ""])
def test_numbers_of_processes_are_not_of_all_machines_of_a_name(dst, killed, numbers):
    left_by(dst, {**killed, "numbers": numbers})
    refused(dst, f"process {killed['process']} on '{platform.node()}'")


@needs_limits
def test_a_full_disk_leaves_nothing_that_looks_like_a_claim(dst):
    with full_disk():
        refused(dst, r"cannot be written \(File too large\)")
    with claimed([dst]):
        pass


@pytest.mark.parametrize("owner", [ELSEWHERE, "", "{"])
def test_one_of_another_machine_is_taken_over_when_it_is_not_touched(dst, owner):
    left_by(dst, owner, claim.DEAD - 30)
    who = "another client" if isinstance(owner, str) else "process 7 on 'elsewhere'"
    refused(dst, who)
    left_by(dst, owner, claim.DEAD + 1)
    with claimed([dst]):
        refused(dst)
    assert os.listdir(dst.parent) == []


def test_who_lives_touches_it(dst, monkeypatch):
    monkeypatch.setattr(claim, "BEAT", 0.01)
    with claimed([dst]):
        os.utime(file_of(dst), (1, 1))
        wait_until(lambda: file_of(dst).stat().st_mtime > 1)
        refused(dst)


def test_who_was_taken_for_dead_notices_and_leaves_the_claim_of_the_other(dst):
    with claimed([dst]) as claims:
        left_by(dst, ELSEWHERE)
        assert not claims.are_held
        with pytest.raises(GridrError, match="Another run has taken over the output"):
            claims.check()
    assert owner_of(file_of(dst)).host == "elsewhere"


def test_of_many_at_once_one_has_it(dst):
    left_by(dst, ELSEWHERE, claim.DEAD + 1)
    start, stop = threading.Barrier(8), threading.Event()
    told = []

    def run():
        start.wait()
        try:
            with claimed([dst]):
                told.append("has it")
                stop.wait(20)
        except GridrError as error:
            told.append(str(error))

    threads = [threading.Thread(target=run) for _ in range(8)]
    for thread in threads:
        thread.start()
    wait_until(lambda: len(told) == 8)
    stop.set()
    for thread in threads:
        thread.join()
    assert told.count("has it") == 1
    assert sum(TAKEN in text for text in told) == 7


def test_a_folder_that_cannot_be_written(tmp_path):
    refused(Path(tmp_path / "none" / "dst.vrt"), "keeps others from the output, cannot")
