"""What a worker does, here in this process; on workers: chains/test_cluster.py."""

import dataclasses
from types import SimpleNamespace

import pytest
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.plan.outputs import resampling_outputs
from gridr_qgis.core.plan.plan import make_plan
from gridr_qgis.core.plan.rules import resolve
from gridr_qgis.core.raster.changes import Watch
from gridr_qgis.core.run import cluster
from gridr_qgis.core.run.cluster import join_parts, make_part, memory_limit
from gridr_qgis.core.run.whole import Whole
from gridr_qgis.core.window import window_of, window_ranges
from helpers.data import read_raster

pytest.importorskip("distributed")


class Worker:
    """Stands for Dask's worker, with a task that is wanted for some looks."""

    address = "tcp://10.0.0.7:1234"

    def __init__(self, limit=8 * 2**30, threads=4, looks=10**9, after="cancelled"):
        self.memory_manager = SimpleNamespace(memory_limit=limit)
        self.looks, self.after, self.told = looks, after, []
        self.state = SimpleNamespace(nthreads=threads, tasks=self)

    def get_current_task(self):
        return "key"

    def get(self, key):
        assert key == "key"
        self.looks -= 1
        state = self.after if self.looks < 0 else "executing"
        return state and SimpleNamespace(state=state)

    def log_event(self, topic, message):
        self.told.append((topic, message))


@pytest.fixture
def worker(monkeypatch):
    """Function: settings -> a worker that this thread belongs to from now on."""

    def be(**settings):
        worker = Worker(**settings)
        monkeypatch.setattr(cluster, "_worker", lambda: worker)
        monkeypatch.setattr(cluster, "_met", [])
        return worker

    return be


def whole_of(job):
    resolved = resolve(job)
    whole = Whole.of(resolved, Watch(resolved.inputs).stamps, 1)
    for folder in whole.folders:
        folder.begin([resolved.window])
    return whole, window_ranges(resolved.window)


@pytest.mark.parametrize(
    ("limit", "threads", "asked", "expected"),
    [
        (8 * 2**30, 4, None, 1024),
        (8 * 2**30, 4, 300, 300),
        (8 * 2**30, 8, 3000, 512),
        (2**40, 1, None, 2048),
        (2**20, 4, None, 1),
    ],
)
def test_memory_is_a_share_of_the_workers(worker, limit, threads, asked, expected):
    worker(limit=limit, threads=threads)
    assert memory_limit(asked) == expected


def test_memory_of_a_worker_without_a_limit_is_the_machines(worker, monkeypatch):
    worker(limit=None, threads=2)
    monkeypatch.setattr(cluster, "memory", lambda: 1000)
    assert memory_limit(None) == 250
    monkeypatch.setattr(cluster, "memory", lambda: None)
    assert memory_limit(None) == 2048


def test_a_part_of_all_is_what_one_machine_makes(job):
    summary = resample_dataset(job)
    whole, ranges = whole_of(job)
    tally = make_part(whole, ranges, "topic")
    assert tally.valid == summary.valid_pixels
    assert whole.counted(window_of(ranges)) == tally
    for folder, its in zip(whole.folders, (job.dst, job.dst_mask)):
        part = folder.part(window_of(ranges))
        assert (read_raster(part) == read_raster(its)).all()


def test_a_part_that_is_there_is_not_made_again(job):
    whole, ranges = whole_of(job)
    tally = make_part(whole, ranges, "topic")
    part = whole.data.part(window_of(ranges))
    before = part.stat().st_mtime_ns
    assert make_part(whole, ranges, "topic") == tally
    assert part.stat().st_mtime_ns == before


@pytest.mark.parametrize("after", ["cancelled", "released", None])
def test_nobody_goes_on_with_what_is_not_wanted(worker, job, after):
    whole, ranges = whole_of(job)
    worker(looks=1, after=after)
    assert make_part(whole, ranges, "topic") is None
    assert [path.name for path in whole.data.path.iterdir()] == ["parts.json"]
    worker()
    make_part(whole, ranges, "topic")
    worker(looks=0, after=after)
    outputs = resampling_outputs(make_plan(whole.resolved))
    assert not join_parts(whole, outputs, [ranges], 10, "topic")
    worker()
    assert join_parts(whole, outputs, [ranges], 10, "topic")


def test_how_far_it_is_is_told_now_and_then(worker, job, monkeypatch):
    monkeypatch.setattr(cluster, "NEWS", 0)
    whole, ranges = whole_of(job)
    told = worker().told
    make_part(whole, ranges, "topic")
    assert {topic for topic, _ in told} == {"topic"}
    assert {where for _, (where, _) in told} == {ranges}
    shares = [share for _, (_, share) in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_errors_name_the_worker(worker, job):
    worker()
    whole, ranges = whole_of(job)
    little = dataclasses.replace(whole.resolved.job, memory_limit=1)
    little = dataclasses.replace(whole.resolved, job=little)
    words = r"Failed on worker tcp://10.0.0.7:1234: The memory limit of 1 MiB"
    with pytest.raises(GridrError, match=words):
        make_part(whole._replace(resolved=little), ranges, "topic")


def test_a_worker_that_came_late_is_asked_once(worker, job):
    worker()
    whole, ranges = whole_of(job)
    other = whole._replace(needs=whole.needs._replace(version="1"))
    words = r"^Worker tcp://10.0.0.7:1234 has another version of gridr_qgis"
    for _ in range(2):
        with pytest.raises(GridrError, match=words):
            make_part(other, ranges, "topic")
    make_part(whole, ranges, "topic")
    assert cluster._met == [whole.needs]


def test_nodes_at_the_rim_of_parts_are_counted_once(job):
    resolved = resolve(job)
    whole = Whole.of(resolved, Watch(resolved.inputs).stamps, 1)
    whole.data.begin([])
    whole.mask.begin([])
    parts = [((0, 33), (0, 66)), ((33, 71), (0, 20)), ((33, 71), (20, 66))]
    tallies = [make_part(whole, part, "topic") for part in parts]
    assert sum(tally.survey.nodes for tally in tallies) == 11 * 14
    assert sum(tally.survey.masked for tally in tallies) == 1
