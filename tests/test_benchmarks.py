"""The benchmarks build, agree and report; what they measure is not tested."""

import numpy as np
import pytest
from gridr_qgis.benchmarks import report
from gridr_qgis.benchmarks.agreement import difference, interpolated, linear_positions
from gridr_qgis.benchmarks.contenders import CONTENDERS, Entry, densified
from gridr_qgis.benchmarks.inputs import FORMS, Scene, write_scene
from gridr_qgis.benchmarks.jobs import OURS2, all_cases, chosen
from gridr_qgis.benchmarks.measure import save
from gridr_qgis.core.resample import resample_array
from helpers.data import dense_positions

SMALL = Scene(src_size=120, dst_size=91)
SCENES = [
    SMALL,
    Scene(src_size=160, dst_size=71, step=1, dtype="float32"),
    Scene(src_size=120, dst_size=91, bands=3),
    Scene(src_size=400, dst_size=311, masked=True),
]


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
    case = chosen(["a-linear"])[0]
    times = {"GridR, 1 thread": [6.0, 7.0, 8.0], str(OURS2): [1.0, 1.0, 2.0]}
    peaks = {"estimate": 100.0, "limit": 256.0, "measured": 50.0}
    results = {
        "share": 1.0,
        "environment": dict.fromkeys(
            ("processors", "processor", "memory", "system", "pairs"), "?"
        )
        | {"versions": {"GridR": "0.7.0"}},
        "runs": {case.name: "today at abc"},
        "calls": {case.name: times},
        "memory": {case.name: {"ours, 256": peaks, "GridR": {"measured": 300.0}}},
    }
    text = "\n".join(report.lines(all_cases(), results))
    row = f"| {case} | GridR, 1 thread | {OURS2} | 7.000 | 1.000 | 7.00 | 6 | reached |"
    assert row in text
    assert f"| {case} | 256 | 100 | 50 | 0.50 | missed | 300 |" in text


def test_entries_have_names():
    assert str(Entry("cv2")) == "cv2, 1 thread"
    assert str(OURS2) == "ours, 2 threads"
