"""Libraries that are missing, too old or broken, and what the user is told."""

import html
import re
import sys
from pathlib import Path

import numpy as np
import pytest
import rasterio
from gridr_qgis.gridr_plugin import dependencies

RUN = """
parameters = dict(INPUT="scene.tif", GRID="grid.tif", OUTPUT="dst.tif")
feedback = QgsProcessingFeedback()
report["can"] = algorithm.canExecute()
report["model"] = registry.algorithmById("gridr:polygonresampling").canExecute()
try:
    algorithm.run(parameters, QgsProcessingContext(), feedback, {}, False)
except QgsProcessingException as error:
    report["error"] = str(error)
"""


@pytest.fixture
def rasters(tmp_path):
    """A source and a grid, where the child process runs."""
    for name, count in (("scene", 1), ("grid", 2)):
        options = dict(driver="GTiff", count=count, height=4, width=4, dtype="float64")
        with rasterio.open(tmp_path / f"{name}.tif", "w", **options) as dataset:
            dataset.write(np.ones((count, 4, 4)))


def shadow(folder, name, body="", version=None):
    """Put a module, or only its version, before the installed one."""
    if body:
        (folder / f"{name}.py").write_text(body, encoding="utf-8")
    if version:
        info = folder / f"{name}-{version}.dist-info"
        info.mkdir()
        text = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
        (info / "METADATA").write_text(text, encoding="utf-8")


def plain(text):
    """Return what the toolbox shows as HTML, as the sentence that scripts get."""
    with_ends = re.sub("</pre>(?=[A-Z])", "`. ", text)
    return html.unescape(re.sub("</?pre>", "`", with_ends))


@pytest.mark.parametrize("name", dependencies.REQUIRED)
def test_missing_library_is_told_before_a_run_and_in_it(child, rasters, name):
    # QGIS itself may need the library: it goes when QGIS has started.
    report = child(RUN, before=f"sys.modules[{name!r}] = None\n")
    can, sentence = report["can"]
    assert not can
    assert sentence.startswith(f"GridR needs {name} ")
    assert "or newer (missing)." in sentence
    assert sentence.endswith("Then restart QGIS.")
    assert report["error"] == plain(sentence)
    assert report["model"] == report["can"]


def test_old_library_is_named_with_both_versions(child, rasters, tmp_path):
    shadow(tmp_path, "shapely", version="1.7.1")
    shadow(tmp_path, "rasterio", version="1.2.10")
    report = child(RUN)
    assert report["can"][0] is False
    assert report["can"][1].startswith(
        "GridR needs rasterio 1.3 or newer (found 1.2.10) and shapely 1.8 or newer "
        "(found 1.7.1)."
    )
    assert report["error"] == plain(report["can"][1])


@pytest.mark.parametrize(
    "failure",
    [
        "raise ImportError('numpy.core.multiarray failed to import')",
        "raise SystemError('initialization of _internal failed')",
        "raise OSError('libgdal.so.32: cannot open')",
        "raise ValueError('numpy.dtype size changed')",
    ],
)
def test_broken_library_says_so_when_run(child, rasters, tmp_path, failure):
    shadow(tmp_path, "rasterio", failure)
    report = child(RUN)
    assert report["can"] == [True, ""]
    assert "rasterio" in report["error"]
    assert "is installed but cannot be loaded" in report["error"]
    assert failure.split("'")[1] in report["error"]
    assert report["error"].endswith("Then restart QGIS.")


def test_nothing_is_missing_here():
    assert dependencies.missing() == ""
    dependencies.load()


@pytest.mark.parametrize("version", ["0+unknown", "0.0.0", "0.0"])
def test_a_version_that_is_not_known_is_not_too_old(child, tmp_path, version):
    shadow(tmp_path, "shapely", version=version)  # Debian's shapely 2.2 is the first
    report = child(CHECK + "report['can'] = algorithm.canExecute()\n")
    assert report["can"] == [True, ""]
    (line,) = (line for line in report["lines"] if line.startswith("shapely "))
    assert line.startswith("shapely (unknown version) in ")


def test_version_is_not_held_against_a_library_without_metadata(monkeypatch):
    def version(name):
        raise dependencies.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(dependencies.metadata, "version", version)
    assert dependencies.missing() == ""
    assert dependencies.versions()["numpy"].startswith("(unknown version) in ")
    assert "numpy" not in dependencies.hint({"numba": "missing"}, "windows")


@pytest.mark.parametrize("version", ["0.56.0", "0.56.4", "0.100", "1.0rc1", "1"])
def test_newer_versions_will_do(monkeypatch, version):
    monkeypatch.setattr(dependencies, "_version", lambda name: version)
    monkeypatch.setattr(dependencies, "REQUIRED", {"numba": (0, 56)})
    assert dependencies.missing() == ""


@pytest.mark.parametrize(
    ("system", "command"),
    [
        ("debian", "sudo apt install python3-numba python3-shapely"),
        ("fedora", "sudo dnf install python3-numba python3-shapely"),
        ("linux", "your system's package manager"),
        ("windows", f'python -m pip install "numpy=={np.__version__}" numba shapely'),
        ("windows", "OSGeo4W installer: choose python3-numba python3-shapely there."),
        ("macos", f'python -m pip install "numpy=={np.__version__}" numba shapely'),
        ("conda", "conda install -c conda-forge numba shapely"),
        ("flatpak", "--command=pip3 org.qgis.qgis install --user "),
    ],
)
def test_hint_per_system(system, command, monkeypatch):
    monkeypatch.setattr(dependencies, "python", lambda: None)
    hint = dependencies.hint({"numba": "missing", "shapely": "missing"}, system)
    assert command in hint
    assert hint.endswith("Then restart QGIS.")


@pytest.mark.parametrize("system", dependencies.COMMANDS)
def test_hint_for_old_versions_knows_a_way_out_on_linux(system):
    hint = dependencies.hint({"numba": "found 0.55"}, system)
    assert ("no newer version" in hint) == (system in ("debian", "fedora", "linux"))


@pytest.mark.parametrize(
    ("system", "command"),
    [
        ("debian", "`sudo apt install --reinstall python3-rasterio`"),
        ("windows", "`python -m pip install --force-reinstall --no-deps rasterio`"),
        ("macos", "python -m pip install --force-reinstall --no-deps rasterio`"),
        ("flatpak", "install --user --force-reinstall --no-deps rasterio`"),
    ],
)
def test_a_broken_library_is_installed_once_more(system, command):
    hint = dependencies.hint({"rasterio": dependencies.BROKEN}, system)
    assert command in hint


@pytest.mark.parametrize("system", dependencies.COMMANDS)
def test_hint_never_replaces_the_numpy_that_qgis_brings(system):
    hint = dependencies.hint({"numpy": "found 1.21", "numba": "missing"}, system)
    brings = system in ("windows", "macos", "flatpak")
    assert ("install a newer version of QGIS" in hint) == brings
    assert ("install" in hint.replace("install a newer", "")) != brings


def test_hint_for_a_cluster_names_no_package_that_osgeo4w_lacks():
    hint = dependencies.hint({"distributed": "missing"}, "windows")
    assert hint.startswith("In the OSGeo4W Shell")


@pytest.mark.parametrize(
    ("program", "shown"),
    [
        ("/Applications/QGIS-LTR.app/Contents/MacOS/python", "`{0} -m pip"),
        ("/Applications/My QGIS.app/Contents/MacOS/python", '`"{0}" -m pip'),
        (None, f"`{dependencies.MACOS_PYTHON} -m pip"),
    ],
)
def test_python_of_the_bundle_that_runs_is_named(monkeypatch, program, shown):
    monkeypatch.setattr(dependencies, "python", lambda: program)
    hint = dependencies.hint({"numba": "missing"}, "macos")
    assert shown.format(program) in hint


@pytest.mark.parametrize(
    ("release", "system"),
    [
        ("ID=debian\n", "debian"),
        ('NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\n', "debian"),
        ("ID=fedora\n", "fedora"),
        ('ID="rocky"\nID_LIKE="rhel centos fedora"\n', "fedora"),
        ("ID=arch\n", "linux"),
    ],
)
def test_distribution(tmp_path, release, system):
    path = tmp_path / "os-release"
    path.write_text(release, encoding="utf-8")
    assert dependencies._distribution(path) == system


def test_distribution_without_a_file(tmp_path):
    assert dependencies._distribution(tmp_path / "none") == "linux"


@pytest.mark.parametrize(
    ("platform", "system"), [("win32", "windows"), ("darwin", "macos")]
)
def test_system_by_platform(monkeypatch, tmp_path, platform, system):
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setattr(sys, "platform", platform)
    assert dependencies._system() == system
    (tmp_path / "conda-meta").mkdir()
    assert dependencies._system() == "conda"
    monkeypatch.setenv("FLATPAK_ID", "org.qgis.qgis")
    assert dependencies._system() == "flatpak"


def test_wheel_is_known_by_its_own_proj_data(monkeypatch, tmp_path):
    package = tmp_path / "somewheel"
    (package / "proj_data").mkdir(parents=True)
    Path(package / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    assert dependencies._is_wheel("somewheel")
    assert not dependencies._is_wheel("email")


CHECK = """
check = registry.algorithmById("gridr:environmentcheck")
report["can"] = check.canExecute()
results, ok = check.run({}, QgsProcessingContext(), QgsProcessingFeedback())
report["ok"], report["passed"] = ok, results["PASSED"]
report["lines"] = results["TEXT"].splitlines()
"""


@pytest.mark.parametrize("name", dependencies.REQUIRED)
def test_environment_check_runs_without_a_library(child, name):
    report = child(CHECK, before=f"sys.modules[{name!r}] = None\n")
    assert report["can"] == [True, ""]
    assert (report["ok"], report["passed"]) == (True, False)
    assert f"{name} missing" in report["lines"]
    (fault,) = [line for line in report["lines"] if "Libraries: FAILED." in line]
    assert fault.endswith("Then restart QGIS.")


def test_environment_check_runs_with_a_broken_library(child, tmp_path):
    # not shapely, which QGIS 3.44 itself imports
    shadow(tmp_path, "rasterio", "raise SystemError('initialization failed')")
    report = child(CHECK)
    assert (report["ok"], report["passed"]) == (True, False)
    (fault,) = [line for line in report["lines"] if "Libraries: FAILED." in line]
    assert "initialization failed" in fault


def test_versions_say_where_from():
    found = dependencies.versions()
    assert found["numpy"] == f"{np.__version__} in {Path(np.__file__).parents[1]}"
    named = dependencies.REQUIRED, dependencies.FASTER, dependencies.CLUSTER
    assert set(found) == {*(name for each in named for name in each), "llvmlite"}


def test_what_a_cluster_needs_is_told(monkeypatch):
    assert dependencies.cluster_advice() == ""
    monkeypatch.setattr(dependencies, "CLUSTER", {"no_such_library": (2022, 12)})
    sentence = dependencies.cluster_advice()
    assert sentence.startswith(
        "A scheduler is given, and for a cluster GridR needs no_such_library 2022.12 "
        "or newer (missing), in the version that the cluster has. "
    )
    assert dependencies.hint({"no_such_library": "missing"}) in sentence
    assert sentence.endswith("Or give no scheduler (SCHEDULER).")


def test_environment_check_tells_of_a_broken_numba(child, tmp_path):
    shadow(tmp_path, "numba", "raise SystemError('initialization failed')")
    report = child(CHECK)
    assert (report["ok"], report["passed"]) == (True, False)
    fault = "Test of cubic by numba: FAILED. SystemError: initialization failed"
    assert fault in report["lines"]
    assert any(
        line.startswith("Test of cubic by NumPy: passed") for line in report["lines"]
    )


def test_no_advice_where_numba_is_new_enough():
    assert dependencies.advice() == ""


@pytest.mark.parametrize(
    ("before", "fault"),
    [("sys.modules['numba'] = None", "missing"), ("", "found 0.55.1")],
)
def test_runs_without_a_numba_that_will_do(child, rasters, tmp_path, before, fault):
    if not before:
        shadow(tmp_path, "numba", version="0.55.1")
    program = RUN + "report['advice'] = plugin.provider.advice()\n"
    report = child(program, before=f"{before}\n")
    assert report["can"] == [True, ""]
    assert "error" not in report
    assert (tmp_path / "dst.tif").exists()
    assert report["advice"].startswith(
        f"Long runs are several times faster with numba 0.56 or newer ({fault}); "
        "without, NumPy computes, with the same results. In a terminal: "
    )
