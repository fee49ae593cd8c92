"""Loading and unloading, and how little of it QGIS's start pays for."""

import configparser

import pytest
from gridr_qgis import classFactory
from gridr_qgis.algorithms import help
from gridr_qgis.algorithms.texts import metadata
from gridr_qgis.core.kernels import tiers
from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QMenu

HEAVY = {"numba", "llvmlite", "rasterio", "shapely", "scipy", "pyproj"}
REPORT = f"report['heavy'] = sorted({HEAVY} & (set(sys.modules) - by_qgis))"


@pytest.fixture
def window(qgis_iface, monkeypatch):
    """QGIS's window, with the menu Help ▸ Plugins, which the stand-in does not have."""
    menu = QMenu()
    monkeypatch.setattr(qgis_iface, "pluginHelpMenu", lambda: menu, raising=False)
    return qgis_iface


@pytest.fixture
def registry(qgis_app):
    return QgsApplication.processingRegistry()


@pytest.fixture
def plugin(registry):
    """A loaded plugin, for a while."""
    plugin = classFactory(None)
    plugin.initProcessing()
    yield plugin
    plugin.unload()


def test_initprocessing_registers_and_unload_takes_away(registry):
    plugin = classFactory(None)
    plugin.initProcessing()
    assert registry.providerById("gridr") is plugin.provider
    assert registry.algorithmById("gridr:gridresampling") is not None
    plugin.unload()
    assert registry.providerById("gridr") is None


def test_initgui_registers_too(registry, window):
    plugin = classFactory(window)
    plugin.initGui()
    assert registry.providerById("gridr") is plugin.provider
    plugin.unload()


def test_first_steps_are_in_the_menu_as_long_as_the_plugin(
    window, monkeypatch, tmp_path
):
    monkeypatch.setattr(help, "FOLDER", tmp_path)
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    plugin = classFactory(window)
    plugin.initGui()
    (action,) = window.pluginHelpMenu().actions()
    assert action.text() == "GridR: first steps"
    assert not action.icon().isNull()
    action.trigger()
    (tmp_path / "first_steps.html").touch()
    action.trigger()
    plugin.unload()
    assert window.pluginHelpMenu().actions() == []
    home, page = opened
    assert home.toString() == metadata("homepage")
    assert page.toLocalFile() == str(tmp_path / "first_steps.html")


def test_what_loads_kernels_ends_with_the_plugin_or_qgis(window, monkeypatch):
    stopped = []
    monkeypatch.setattr(tiers, "_stops", [lambda: stopped.append(tiers.lives_on())])
    plugin = classFactory(window)
    plugin.initGui()
    assert (tiers.lives_on(), tiers.ends_abruptly()) == (True, False)
    QgsApplication.instance().aboutToQuit.emit()
    assert set(stopped) == {False}
    # what still runs starts nothing again
    assert (tiers.lives_on(), tiers.ends_abruptly()) == (False, True)
    stopped.clear()
    plugin.unload()
    assert stopped == [False]
    assert (tiers.lives_on(), tiers.ends_abruptly()) == (False, False)


def test_in_qgis_process_nothing_outlives_a_run(plugin):
    assert (tiers.lives_on(), tiers.ends_abruptly()) == (False, True)


def test_algorithms_are_the_same_after_refresh_and_reload(plugin):
    def ids():
        return sorted(algorithm.id() for algorithm in plugin.provider.algorithms())

    first = ids()
    assert len(first) > 4
    plugin.provider.refreshAlgorithms()
    assert ids() == first
    plugin.unload()
    plugin.initProcessing()
    assert ids() == first


def test_qgis_survives_refresh_and_reload_with_copies_held(child):
    program = """
import gc
copies = []
for _ in range(3):
    copies += [a.create() for a in plugin.provider.algorithms()]
    plugin.provider.refreshAlgorithms()
    gc.collect()
    plugin.unload()
    plugin.initProcessing()
report["names"] = len({copy.name() for copy in copies})
report["copies"] = len(copies)
del copies
plugin.unload()
gc.collect()
"""
    report = child(program)
    assert report["copies"] == 3 * report["names"] > 12


def test_unload_of_a_plugin_that_never_started_does_nothing():
    plugin = classFactory(None)
    plugin.unload()
    plugin.unload()


def test_metadata_is_complete(root):
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(root / "metadata.txt", encoding="utf-8")
    general = parser["general"]
    required = "name description version qgisMinimumVersion author email about tracker"
    assert all(general[key].strip() for key in (required + " repository").split())
    assert general["hasProcessingProvider"] == "yes"
    assert (root / general["icon"]).is_file()
    for library in ("numpy", "numba", "rasterio", "shapely", "pyproj"):
        assert library in general["about"]


@pytest.mark.parametrize("start", ["", "plugin.unload(); plugin.initGui()"])
def test_start_imports_no_heavy_library(child, start):
    program = (
        f"{start}\nreport['heavy'] = sorted({HEAVY} & (set(sys.modules) - by_qgis))"
    )
    assert child(program)["heavy"] == []


def test_looking_at_the_form_imports_no_heavy_library(child):
    program = f"""
report["can"] = algorithm.canExecute()
algorithm.shortHelpString()
algorithm.checkParameterValues({{}}, QgsProcessingContext())
{REPORT}
"""
    assert child(program) == {"can": [True, ""], "heavy": []}
