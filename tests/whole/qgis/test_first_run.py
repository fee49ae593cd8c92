"""The first run ever, from the dialog: by NumPy, in a window that stays alive."""

import time

import numpy as np
import pytest
from gridr_qgis.core.kernels import loading, table, tiers
from gridr_qgis.core.kernels.compiled import jit
from gridr_qgis.core.kernels.loading import Loader, State
from gridr_qgis.core.kernels.tiers import Tier
from gridr_qgis.core.run import threads, tile
from gridr_qgis.core.run.tier_lines import SHORT
from helpers.data import read_raster
from qgis.core import QgsApplication, QgsTask

PATIENCE = 120  # s, for the slowest machine
OVER = (QgsTask.TaskStatus.Complete, QgsTask.TaskStatus.Terminated)


@pytest.fixture
def loader(monkeypatch):
    """A loader of its own that has loaded nothing and, like QGIS's window, stays."""
    monkeypatch.setattr(tiers, "_chosen", Tier.AUTO)
    monkeypatch.setattr(tiers, "_lives_on", True)
    monkeypatch.setattr(tiers, "_ends_abruptly", False)
    ours = Loader()
    for module in (loading, threads, tile):
        monkeypatch.setattr(module, "LOADER", ours)
    yield ours
    ours.stop()


@pytest.fixture
def dialog(provider, algorithm, without_window, loader, monkeypatch):
    """Function: parameters -> the form's dialog with them."""
    from processing.gui import AlgorithmDialog
    from qgis.PyQt.QtWidgets import QMainWindow

    # it chooses the tier
    monkeypatch.setattr(provider, "load_libraries", lambda: None)
    window = QMainWindow()

    def dialog(parameters):
        dialog = AlgorithmDialog.AlgorithmDialog(algorithm.create(), False, window)
        dialog.setParameters(parameters)
        dialog.show()  # QGIS deletes one that is not seen when it has run
        return dialog

    return dialog


def until(done):
    """Let QGIS's window live until something is so."""
    deadline = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < deadline
        QgsApplication.processEvents()


def ended():
    """Tell whether no task of QGIS runs."""
    return all(task.status() in OVER for task in QgsApplication.taskManager().tasks())


def log(dialog, path):
    """Return what the dialog shows."""
    dialog.saveLogToFile(str(path), dialog.LogFormat.FormatPlainText)
    return path.read_text("utf-8")


@pytest.fixture
def given(scene, grid, tmp_path):
    outputs = {"OUTPUT": str(tmp_path / "dst.tif")}
    outputs["OUTPUT_MASK"] = str(tmp_path / "mask.tif")
    return {"INPUT": scene, "GRID": grid, "INTERPOLATION": "bspline11", **outputs}


def pixels(given):
    return [read_raster(given[name]).tobytes() for name in ("OUTPUT", "OUTPUT_MASK")]


def test_the_first_run_ends_by_numpy_and_kernels_come_behind_it(
    dialog, given, loader, monkeypatch, tmp_path
):
    told = []

    def compile_kernels(wanted, waited_for, *_):
        told.append((len(wanted), waited_for))
        return False

    monkeypatch.setattr(loading, "compile_kernels", compile_kernels)
    monkeypatch.setattr(jit, "CACHE", None)  # so nothing is kept
    ours = dialog({**given, "INTERPOLATION": "cubic"})
    ours.runAlgorithm()
    until(ended)
    assert SHORT in log(ours, tmp_path / "log.txt")
    until(lambda: loader.state is State.NOTHING and told)
    ((count, waited_for),) = told
    assert count > 3
    assert not waited_for
    assert np.any(read_raster(given["OUTPUT"]))


def test_cancel_in_the_middle_of_numpys_work_leaves_the_old_outputs(
    dialog, run, given, monkeypatch, tmp_path
):
    run({**given, "INTERPOLATION": "nearest"})
    old, asked = pixels(given), []
    plain = table.prefilter._plain

    def prefilter(*arguments):
        asked.append(arguments)
        ours.feedback.cancel()
        time.sleep(10 * threads.POLL)
        plain(*arguments)

    monkeypatch.setattr(table.prefilter, "_plain", prefilter)
    # other tests have loaded machine code, which `Tier.AUTO` would take
    monkeypatch.setattr(tiers, "_chosen", Tier.NUMPY)
    ours = dialog(given)
    ours.runAlgorithm()
    until(ended)
    assert len(asked) == 1  # of three bands
    shown = log(ours, tmp_path / "log.txt")
    assert "Older results are as they were." in shown
    assert "Traceback" not in shown
    assert pixels(given) == old
