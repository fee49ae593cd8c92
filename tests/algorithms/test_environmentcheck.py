"""The environment check: what it tells, and what it finds wrong."""

import sys

import numba
import numpy as np
import pytest
from gridr_qgis.core import selftest
from gridr_qgis.core.kernels import cache as kernel_cache
from gridr_qgis.core.kernels import tiers
from gridr_qgis.core.options import Interpolation
from gridr_qgis.gridr_plugin import dependencies
from qgis.core import Qgis, QgsProcessingException
from qgis.PyQt.QtGui import QTextDocument

ID = "gridr:environmentcheck"


@pytest.fixture
def check(provider, qgis_processing, feedback):
    """Function: parameters -> results of the check."""
    import processing

    return lambda **given: processing.run(ID, given, feedback=feedback)


@pytest.fixture
def short(monkeypatch):
    """Leave the self-test out, which has its own tests."""
    monkeypatch.setattr(selftest, "self_test", lambda feedback: [])


@pytest.fixture
def cache(monkeypatch, tmp_path):
    """A cache of its own, with a kernel of 3 MiB."""
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path))
    folder = kernel_cache.folder_for("0123456789abcdef")
    (folder / "kernel.nbc").write_bytes(bytes(3 * 2**20))
    return tmp_path / "gridr_qgis"


def test_all_is_well_here(check, feedback):
    result = check()
    lines = result["TEXT"].splitlines()
    assert result["PASSED"] is True
    assert lines[-1] == "All is well."
    assert feedback.warnings == []
    # QGIS writes results into the log
    assert not set(lines) & set(feedback.infos)
    for start in (
        "GridR for QGIS 0.",
        f"QGIS {Qgis.QGIS_VERSION} with Qt ",
        "GDAL of QGIS ",
        "GDAL of rasterio ",
        f"Python {sys.version.split()[0]} on ",
        f"numpy {np.__version__} in /",
        f"numba {numba.__version__} in /",
        "llvmlite 0.",
        "rasterio 1.",
        "shapely ",
        "pyproj ",
        "NUMBA_CACHE_DIR=",
        "Machine: ",
        "Kernels: NumPy, and numba when",
        "Defaults of a run: ",
        *(f"Test of {method.value} by NumPy: passed (" for method in Interpolation),
        *(f"Test of {method.value} by numba: " for method in Interpolation),
    ):
        assert [line for line in lines if line.startswith(start)], start


def test_defaults_of_the_user_are_told(check, short, provider, monkeypatch):
    values = {"MEMORY": 700, "THREADS": 3}
    monkeypatch.setattr(provider, "defaults", lambda: values)
    assert "Defaults of a run: 3 thread(s), 700 MiB" in check()["TEXT"]


def test_cache_is_told_and_stays(check, short, cache):
    assert f"Compiled kernels: 3.0 MiB in {cache}" in check()["TEXT"]


def test_cache_is_cleared_on_demand(check, short, cache):
    text = check(CLEAR_CACHE=True)["TEXT"]
    assert "Cache of compiled kernels: cleared" in text
    assert f"Compiled kernels: 0.0 MiB in {cache}" in text
    assert list(cache.iterdir()) == []


def test_cache_that_cannot_be_written_is_a_fault(check, short, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path / "file"))
    result = check(CLEAR_CACHE=True)
    assert result["PASSED"] is False
    assert "Compiled kernels: FAILED. They cannot be kept" in result["TEXT"]


@pytest.mark.parametrize(
    ("done", "line"), [(True, "Compile now: done"), (False, "Compile now: FAILED. ")]
)
def test_kernels_are_compiled_on_demand(check, short, monkeypatch, done, line):
    monkeypatch.setattr(selftest, "compile_all", lambda feedback: done)
    assert "Compile now" not in check()["TEXT"]
    result = check(COMPILE=True)
    assert line in result["TEXT"]
    assert result["PASSED"] is done


def test_without_numba_all_is_well_and_advice_is_given(
    check, short, provider, monkeypatch
):
    monkeypatch.setitem(dependencies.FASTER, "numba", (99, 0))
    result = check(COMPILE=True)
    assert result["PASSED"] is True
    assert (
        "Kernels: Long runs are several times faster with numba 99.0"
        in (result["TEXT"])
    )
    assert "Compile now: nothing to do without numba" in result["TEXT"]
    monkeypatch.undo()
    provider.load_libraries()
    assert tiers.has_numba()


@pytest.mark.parametrize(
    ("tier", "words"), [("numpy", "NumPy only"), ("numba", "numba only")]
)
def test_a_chosen_tier_is_told(check, short, monkeypatch, tier, words):
    monkeypatch.setenv("GRIDR_KERNELS", tier)
    text = check()["TEXT"]
    assert f"Kernels: {words}, as chosen" in text
    assert f"GRIDR_KERNELS={tier}" in text


def test_what_is_not_compiled_is_told(check, monkeypatch):
    results = [selftest.Result("cubic by numba", "", float("nan"))]
    monkeypatch.setattr(selftest, "self_test", lambda feedback: results)
    assert "Test of cubic by numba: not compiled yet" in check()["TEXT"]


def test_failed_test_is_a_fault(check, monkeypatch, feedback):
    results = [
        selftest.Result("linear", "", 0.1),
        selftest.Result("cubic", "values about 1000 are wrong by 2", 0.1),
    ]
    monkeypatch.setattr(selftest, "self_test", lambda feedback: results)
    result = check()
    fault = "Test of cubic: FAILED. values about 1000 are wrong by 2"
    assert result["PASSED"] is False
    assert feedback.warnings == [fault]
    assert result["TEXT"].endswith(f"{fault}\nNot all is well: see FAILED.")


def test_cancelled_check_returns_nothing(check, feedback):
    feedback.progressChanged.connect(feedback.cancel)
    assert check() == {}


def test_page_has_the_text_that_the_log_shows(check, short, feedback, tmp_path):
    page = tmp_path / "report.html"
    result = check(OUTPUT_HTML=str(page))
    assert (result["OUTPUT_HTML"], result["TEXT"]) == (str(page), None)
    document = QTextDocument()
    document.setHtml(page.read_text(encoding="utf-8"))
    title, verdict, *lines = document.toPlainText().split("\n")
    assert (title, verdict) == ("GridR for QGIS", "All is well.")
    shown = [line.strip() for line in lines if line]
    assert shown == feedback.infos[: len(shown)]
    assert shown[-1] == verdict


def test_page_begins_with_what_is_wrong(check, monkeypatch, tmp_path):
    results = [selftest.Result("cubic", "values about 1000 are wrong by 2", 0.1)]
    monkeypatch.setattr(selftest, "self_test", lambda feedback: results)
    page = tmp_path / "report.html"
    assert check(OUTPUT_HTML=str(page))["PASSED"] is False
    text = page.read_text(encoding="utf-8")
    fault = "Test of cubic: FAILED. values about 1000 are wrong by 2"
    assert text.count(fault) == 2
    assert '<td class="odd">' in text


def test_page_that_cannot_be_written_is_told(check, short, tmp_path):
    with pytest.raises(QgsProcessingException, match="nowhere"):
        check(OUTPUT_HTML=str(tmp_path / "nowhere" / "report.html"))


def test_dialog_asks_for_the_page(provider):
    definition = provider.algorithm("environmentcheck").parameterDefinition(
        "OUTPUT_HTML"
    )
    assert definition.createByDefault()


def test_terminal_shows_it_once(qgis_process):
    done = qgis_process("run", ID)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("All is well.") == 1
    assert done.stdout.count("GridR for QGIS 0.") == 1
