"""The user's defaults: shown by Processing, stored by QGIS, used by the provider."""

import pytest
from gridr_qgis import classFactory
from gridr_qgis.core.kernels import cache as kernel_cache
from gridr_qgis.core.kernels import tiers
from gridr_qgis.core.kernels.tiers import Tier
from gridr_qgis.gridr_plugin.settings import (
    CACHE_FOLDER,
    KERNELS,
    MEMORY,
    PREFIX,
    SCHEDULER,
    THREADS,
    Settings,
)
from qgis.core import QgsSettings

NAMES = [MEMORY, THREADS, CACHE_FOLDER, KERNELS, SCHEDULER]


@pytest.fixture
def store(qgis_app):
    """Function: name, value -> stored, until the end of the test."""
    yield lambda name, value: QgsSettings().setValue(PREFIX + name, value)
    for name in NAMES:
        QgsSettings().remove(PREFIX + name)


@pytest.fixture
def plugin(qgis_app, qgis_processing):
    """A loaded plugin, for a while."""
    plugin = classFactory(None)
    plugin.initProcessing()
    yield plugin
    plugin.unload()


@pytest.fixture
def config(plugin):
    """Processing's options, with ours."""
    from processing.core.ProcessingConfig import ProcessingConfig

    return ProcessingConfig


def test_nothing_is_set_at_first(plugin):
    assert Settings.read() == Settings(None, None, None, None, None)
    assert plugin.provider.defaults() == {}


def test_what_is_stored_is_read(plugin, store):
    store(MEMORY, "512")
    store(THREADS, 3)
    store(CACHE_FOLDER, "/somewhere")
    store(KERNELS, "numpy")
    store(SCHEDULER, " tcp://host:8786 ")
    scheduler = "tcp://host:8786"
    assert Settings.read() == Settings(512, 3, "/somewhere", Tier.NUMPY, scheduler)
    defaults = {"MEMORY": 512, "THREADS": 3, "SCHEDULER": scheduler}
    assert plugin.provider.defaults() == defaults


@pytest.mark.parametrize("value", ["", "0", 0, "-3", "1.5", "many", None])
def test_what_is_no_number_from_1_up_is_left_out(plugin, store, value):
    store(MEMORY, value)
    store(THREADS, value)
    assert Settings.read() == Settings()


def test_options_are_shown_and_taken_away(plugin, config):
    shown = config.getSettings()["GridR"]
    assert [setting.name for setting in shown] == NAMES
    assert all(setting.description for setting in shown)
    assert not config.getGroupIcon("GridR").isNull()
    plugin.unload()
    assert "GridR" not in config.getSettings()


def test_options_are_stored_where_they_are_read(config, store, tmp_path):
    for name, value in zip(NAMES, ("700", "5", str(tmp_path), 2, "s.json")):
        config.setSettingValue(name, value)
    assert Settings.read() == Settings(700, 5, str(tmp_path), Tier.NUMBA, "s.json")


def test_options_show_what_is_stored(store, qgis_processing):
    store(MEMORY, "640")
    plugin = classFactory(None)
    plugin.initProcessing()
    from processing.core.ProcessingConfig import ProcessingConfig

    assert ProcessingConfig.getSetting(MEMORY) == "640"
    plugin.unload()


@pytest.mark.parametrize("value", ["-1", "1.5", "many", ""])
def test_option_that_is_no_whole_number_is_refused(config, value):
    with pytest.raises(ValueError, match=f"whole number from 0 up, got {value}."):
        config.setSettingValue(MEMORY, value)


def test_plugin_needs_no_options(child):
    # this program has no way to Processing's Python part
    program = """
import importlib.util
report["processing"] = importlib.util.find_spec("processing") is not None
report["defaults"] = plugin.provider.defaults()
plugin.unload()
"""
    assert child(program) == {"processing": False, "defaults": {}}


def test_folder_goes_to_the_engine(plugin, store, monkeypatch, tmp_path):
    monkeypatch.setattr(kernel_cache, "_chosen", None)
    store(CACHE_FOLDER, str(tmp_path))
    plugin.provider.load_libraries()
    assert kernel_cache.root() == tmp_path / "gridr_qgis"


@pytest.mark.parametrize("value", ["auto", "", "rust"])
def test_what_is_no_choice_leaves_it_to_the_environment(plugin, store, value):
    store(KERNELS, value)
    assert Settings.read() == Settings()


def test_who_computes_is_an_option_after_the_environment(plugin, store, monkeypatch):
    monkeypatch.setattr(tiers, "_chosen", None)
    store(KERNELS, "numpy")
    monkeypatch.setenv("GRIDR_KERNELS", "numba")
    plugin.provider.load_libraries()
    assert tiers.asked() is Tier.NUMBA
    monkeypatch.delenv("GRIDR_KERNELS")
    plugin.provider.load_libraries()
    assert tiers.asked() is Tier.NUMPY
