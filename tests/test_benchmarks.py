"""The benchmarks build, agree and report; what they measure is not tested."""

import json
from pathlib import Path

import numpy as np
import pytest
from gridr_qgis.benchmarks import report, swath, whole
from gridr_qgis.benchmarks.agreement import difference, interpolated, linear_positions
from gridr_qgis.benchmarks.cluster import Part, ideal, replay
from gridr_qgis.benchmarks.contenders import CONTENDERS, Entry, densified
from gridr_qgis.benchmarks.inputs import FORMS, Scene, write_scene
from gridr_qgis.benchmarks.jobs import (
    AUTO2,
    FIRST,
    GRIDR,
    OURS2,
    PLAIN2,
    all_cases,
    chosen,
)
from gridr_qgis.benchmarks.measure import build, save
from gridr_qgis.core.kernels import tiers
from gridr_qgis.core.resample import resample_array
from helpers.data import dense_positions
from helpers.swaths import Scanner

SMALL = Scene(src_size=120, dst_size=91)
SCENES = [
    SMALL,
    Scene(src_size=160, dst_size=71, step=1, dtype="float32"),
    Scene(src_size=120, dst_size=91, bands=3),
    Scene(src_size=400, dst_size=311, masked=True),
]


@pytest.fixture(autouse=True)
def _as_before():
    """Forget which tier a contender has chosen for its process."""
    yield
    tiers.use(None)


def saved(folder, scene, library, method="cubic"):
    """Run a contender twice; return the names of its results, saved as arrays."""
    files = write_scene(scene, folder / "inputs")
    made = CONTENDERS[library](scene, method, 2, files, folder / library)
    for _ in range(2):
        made.clear()
        made.run()
    return save(made)


def test_names_of_jobs_are_unique_and_choose():
    names = [case.name for case in all_cases()]
    assert len(names) == len(set(names)) > 20
    assert [case.name for case in chosen(["b", "a-cubic"])] == ["a-cubic", "b"]
    assert {case.name[0] for case in chosen(["a"])} == {"a"}
    with pytest.raises(SystemExit, match="No such job: z. There are a, a-bspline11"):
        chosen(["z"])


@pytest.mark.parametrize("share", [1.0, 0.2, 0.01])
def test_no_job_meets_the_sizes_that_crash_gridr(share):
    for case in all_cases():
        scene = case.scaled(share).scene
        assert (scene.dst_size - 1) % scene.step == 0
        assert scene.step == 1 or scene.dst_size % 1000 != 1, case.name
    assert all_cases() == [case.scaled(1.0) for case in all_cases()]


@pytest.mark.parametrize("scene", SCENES)
def test_chains_agree(tmp_path, scene):
    ours = saved(tmp_path, scene, "ours")
    assert np.load(ours[1]).any()
    found = difference(saved(tmp_path, scene, "GridR"), ours)
    assert found["masks_equal"] == 1
    assert found["most"] <= (1e-4 if scene.dtype == "float32" else 1)
    assert np.load(ours[1]).all() != scene.masked


@pytest.mark.parametrize("library", ["ours, array", "GridR, array", "scipy"])
def test_arrays_agree_with_the_chain(tmp_path, library):
    ours = saved(tmp_path, SCENES[1], "ours", "bspline3")
    found = difference(saved(tmp_path, SCENES[1], library, "bspline3"), ours)
    assert found["masks_equal"] == (None if library == "scipy" else 1)
    assert found["most"] < 1e-3


def test_the_floor_writes_what_chains_write(tmp_path):
    data, valid = (np.load(name) for name in saved(tmp_path, SMALL, "I/O floor"))
    assert data.shape == (1, 91, 91)
    assert valid.all()


@pytest.mark.parametrize("form", FORMS)
def test_grids_have_their_nodes(form):
    assert Scene(form, 500, 91).positions().shape == (2, 10, 10)


def test_positions_are_linear_between_nodes():
    nodes = SMALL.positions()
    expected = dense_positions(nodes, (10, 10))
    np.testing.assert_allclose([densified(each, 10) for each in nodes], expected)
    pixels = np.indices((91, 91)).reshape(2, -1)
    found = linear_positions(SMALL, pixels).reshape(expected.shape)
    np.testing.assert_allclose(found, expected)


@pytest.mark.parametrize("method", ["linear", "cubic"])
def test_exact_values_are_those_of_the_engine(method):
    src = np.random.default_rng(0).normal(size=(40, 50))
    rows, cols = np.random.default_rng(1).uniform(2, 37, (2, 5, 6))
    data, _ = resample_array(src, rows, cols, interpolation=method)
    positions = np.stack([rows, cols]).reshape(2, -1)
    found = interpolated(src, positions, method, -0.5)
    np.testing.assert_allclose(found.reshape(5, 6), data)


def test_the_report_says_what_was_reached():
    case, large, first = chosen(["a-linear", "first-cubic", "f-16k"])
    times = {"GridR, 1 thread": [6.0, 7.0, 8.0], str(OURS2): [1.0, 1.0, 2.0]}
    processes = {str(GRIDR): [1.0, 1.2, 1.6], str(FIRST): [0.8, 0.9, 2.0]}
    peaks = {"estimate": 100.0, "limit": 256.0, "measured": 50.0}
    results = {
        "share": 1.0,
        "environment": dict.fromkeys(
            ("processors", "processor", "memory", "system", "pairs", "runs"), "?"
        )
        | {"versions": {"GridR": "0.7.0"}},
        "runs": {case.name: "today at abc"},
        "calls": {case.name: times},
        "whole": {first.name: processes},
        "memory": {
            large.name: {
                "ours, default": {**peaks, "measured": 70.0},
                "ours by NumPy, 256": peaks,
                "GridR": {"measured": 300.0},
            }
        },
    }
    lines = list(report.lines(all_cases(), results))
    assert lines[2] == (
        "Beside GridR a job of 25 Mpx takes 7.0 to 7.0 times less time on two "
        "processors, once its kernels are compiled; the first job ever, cubic of 1 "
        "Mpx, takes 0.9 s from the start of Python to its end instead of 1.2 s; a job "
        "of 256 Mpx takes 70 MiB of memory instead of 300 MiB."
    )
    by_numpy = "memory / estimate: ours by NumPy, 256"
    for row in (
        f"| {case} | GridR, 1 thread | {OURS2} | 7.000 | 1.000 | 7.00 |",
        f"| {large} | NumPy | 256 | 100 | 50 | 0.50 | 300 |",
        f"| a-linear | call: {GRIDR} / {OURS2} | 7.00 | at least 6 | reached |",
        f"| first-cubic | process: {GRIDR} / {FIRST} | 1.33 | at least 1.67 | missed |",
        f"| f-16k | {by_numpy} | 0.50 | 0.6 to 1.0 | missed |",
        "| f-16k | memory / estimate, maximum: ours, default "
        "| 0.70 | 0.6 to 1.0 | reached |",
    ):
        assert row in lines
    assert lines.index("## Goals") > lines.index("## Memory")
    assert report.gain(all_cases(), {}) == "Nothing is measured yet."


def test_entries_have_names():
    assert str(Entry("cv2")) == "cv2, 1 thread"
    assert str(OURS2) == "ours, 2 threads"
    assert str(PLAIN2) == "ours, NumPy, 2 threads"
    assert str(FIRST) == "ours, auto, 2 threads, first ever"


def test_a_first_process_finds_no_kernels(tmp_path, monkeypatch):
    ran = []

    def run(command, env, **_):
        folder = Path(env["NUMBA_CACHE_DIR"])
        ran.append((Entry(*json.loads(command[4])), list(folder.iterdir())))

    (tmp_path / "kept").touch()
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(whole.subprocess, "run", run)
    for entry in (AUTO2, FIRST):
        whole.process(chosen(["e"])[0], entry, 1.0, tmp_path)
    assert ran == [(AUTO2, [tmp_path / "kept"]), (FIRST, [])]


@pytest.mark.parametrize("entry", [OURS2, PLAIN2, AUTO2])
def test_ours_is_computed_by_its_tier(tmp_path, entry):
    case = chosen(["e"])[0].scaled(0.1)
    build(case, entry, write_scene(case.scene, tmp_path), tmp_path)
    assert tiers.chosen().value == entry.tier


def test_swaths_are_measured_beside_gdal(tmp_path):
    found = swath.lines(Scanner(height=10), "EPSG:4326", tmp_path, 1)
    assert [line.split()[0] for line in found] == [
        *("grid", "resampling", "gdalwarp", "gdalwarp", "gdalwarp", "holes", "holes")
    ]
    assert found[-2].endswith("ours.tif: 0")


@pytest.mark.parametrize("workers", [1, 3, 64])
def test_parts_are_replayed_as_fast_as_workers_and_disk_allow(workers):
    parts = [Part(1.0 + n % 5, 100.0 * (n % 3)) for n in range(200)]
    seconds, traffic = (sum(each) for each in zip(*parts))
    fast = replay(parts, workers, 1e12)
    assert fast == pytest.approx(ideal(parts, workers))
    assert fast >= seconds / workers
    slow = replay(parts, workers, 1.0)
    assert traffic <= slow * (1 + 1e-6) <= traffic + seconds
    both = replay(parts, workers, traffic / seconds * 4)
    assert max(fast, seconds / 4) <= both * (1 + 1e-9)
