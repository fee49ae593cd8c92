"""What all tests share: the checkout under the name `gridr_qgis`, fixtures."""

import importlib.util
import os
import subprocess
import sys
import tempfile

import hypothesis
import pytest
from helpers.checkout import PACKAGE, ROOT, WITH_GRIDR, load

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["NUMBA_CACHE_DIR"] = str(ROOT / ".pytest_cache" / "kernels")
# tests of NumPy, and of who takes over when, choose for themselves
os.environ.setdefault("GRIDR_KERNELS", "numba")
load()

# the first call of a kernel may compile it, and machines differ
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")

HAS_QGIS = importlib.util.find_spec("qgis") is not None
if HAS_QGIS:
    # the plugin's language follows that of the system, here and in child processes
    from qgis.PyQt.QtCore import QLocale, QSettings

    # pytest-qgis has one file of settings per checkout: what a killed run has set
    # there, and what another one sets meanwhile, is not for this one
    SETTINGS = tempfile.TemporaryDirectory(prefix="gridr-settings-")
    ini = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    QSettings.setPath(*ini, SETTINGS.name)

    QLocale.setDefault(QLocale.c())
    os.environ["LC_ALL"] = "C.UTF-8"
    # the distribution's pyproj looks for its data beside Python, not beside a venv's
    os.environ.setdefault("PROJ_LIB", f"{sys.base_prefix}/share/proj")
WITH_QGIS = ["algorithms", "gridr_plugin", "whole/qgis"]
collect_ignore = WITH_GRIDR if HAS_QGIS else WITH_QGIS
pytest_plugins = ["helpers.cluster", *(["helpers.qgis_fixtures"] if HAS_QGIS else [])]


def pytest_report_header():
    other = "QGIS's Python" if HAS_QGIS else "the Python without QGIS"
    return f"{PACKAGE}: {other} leaves out {', '.join(collect_ignore)}"


@pytest.fixture(scope="session")
def root():
    """Folder of the checkout, which is the plugin."""
    return ROOT


@pytest.fixture(autouse=True)
def as_users_have_it(request, monkeypatch):
    """Let tests of QGIS compute as QGIS does: NumPy first, machine code when loaded."""
    if request.path.relative_to(ROOT / "tests").as_posix().startswith(tuple(WITH_QGIS)):
        monkeypatch.setenv("GRIDR_KERNELS", "auto")


@pytest.fixture
def fresh_python(tmp_path):
    """Function: program -> what it prints, in a process of its own in `tmp_path`.

    It sees the checkout as QGIS does. Keywords are variables of its environment.
    Warnings are errors, and it must say nothing on its standard error.
    """
    (tmp_path / PACKAGE).symlink_to(ROOT)

    def run(program, **variables):
        # llvmlite of numba 0.56, when it is imported
        known = "-Wignore:path is deprecated:DeprecationWarning"
        command = [sys.executable, "-Werror", known, "-c", program]
        done = subprocess.run(
            command,
            cwd=tmp_path,
            env={**os.environ, **variables},
            capture_output=True,
            text=True,
        )
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout.strip()

    return run


@pytest.fixture(scope="session")
def packed():
    """The zip of the checkout as it is, with what is not yet committed."""
    if not (ROOT / ".git").exists():
        pytest.skip("this is a copy without git, and what git knows of is packed")
    import pack

    return pack.pack(pack.working_tree())


@pytest.fixture(scope="session")
def shared():
    """Folder with reference data beside the checkout; not part of the repository."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the reference data (../shared beside the checkout) is not here")
    return folder


@pytest.fixture(scope="session")
def golden(shared):
    """Folder of the golden cases computed with GridR itself."""
    return shared / "golden"


@pytest.fixture
def plain_job(tmp_path):
    """A job that works: a noisy source without nodata, a grid of 5 x 6 nodes."""
    from gridr_qgis.core.options import Job
    from helpers.data import noise, turned_grid, write_raster

    return Job(
        src=write_raster(tmp_path / "src.tif", noise((2, 40, 50), "uint8")),
        grid=write_raster(tmp_path / "grid.tif", turned_grid((5, 6), (4, 4))),
        dst=str(tmp_path / "dst.tif"),
        dst_mask=str(tmp_path / "mask.tif"),
        row_step=4,
        col_step=4,
    )
