"""The provider: its names, its formats, and what forms ask it for."""

import pytest
from gridr_qgis import classFactory
from gridr_qgis.algorithms.texts import version
from gridr_qgis.core.kernels import cache as kernel_cache
from gridr_qgis.gridr_plugin import dependencies, settings
from gridr_qgis.gridr_plugin.provider import ALGORITHMS
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterRasterDestination,
)


@pytest.fixture
def provider(qgis_app):
    """The provider of a loaded plugin, for a while."""
    plugin = classFactory(None)
    plugin.initProcessing()
    yield plugin.provider
    plugin.unload()


def test_provider_has_names_and_an_icon(provider):
    assert (provider.id(), provider.name()) == ("gridr", "GridR")
    assert provider.longName().startswith("GridR - ")
    assert not provider.icon().pixmap(24, 24).toImage().isNull()


def test_logs_begin_with_the_version_of_the_plugin(provider):
    feedback = QgsProcessingFeedback()
    feedback.pushVersionInfo(provider)
    assert f"GridR version: {version()}" in feedback.textLog().splitlines()


@pytest.mark.parametrize(
    ("name", "good"),
    [("a.tif", True), ("a.tiff", True), ("a.vrt", True), ("a.png", False)],
)
def test_provider_writes_geotiff_and_what_joins_it_only(provider, name, good):
    destination = QgsProcessingParameterRasterDestination("OUTPUT", "")
    ok, _ = provider.isSupportedOutputValue(name, destination, QgsProcessingContext())
    assert ok is good
    assert provider.supportedOutputRasterLayerExtensions() == ["tif", "tiff", "vrt"]
    assert provider.defaultRasterFileExtension() == "tif"


def test_provider_has_every_form_once(provider):
    names = [algorithm.name() for algorithm in provider.algorithms()]
    assert len(set(names)) == len(names)
    assert {form().name() for form in ALGORITHMS} < set(names)


def test_provider_can_execute_here(provider):
    assert provider.can_execute() == (True, "")


def test_provider_says_what_is_missing(provider, monkeypatch):
    monkeypatch.setitem(dependencies.REQUIRED, "numpy", (99, 0))
    ok, sentence = provider.can_execute()
    assert not ok
    assert "numpy 99.0 or newer" in sentence
    with pytest.raises(ImportError, match="numpy 99.0 or newer"):
        provider.load_libraries()


def test_toolbox_shows_that_libraries_are_missing(provider, monkeypatch):
    monkeypatch.setitem(dependencies.REQUIRED, "numpy", (99, 0))
    assert provider.name() == "GridR"
    provider.refreshAlgorithms()
    provider.load()
    assert provider.name() == "GridR (libraries are missing)"
    assert provider.longName() == dependencies.missing()
    monkeypatch.undo()
    provider.load()
    assert provider.name() == "GridR"


def test_commands_can_be_copied_from_what_qgis_shows(provider, monkeypatch):
    hint = 'Type: `pip install "numpy==1 & 2"`. Or `a`, `b`. Then restart QGIS.'
    monkeypatch.setattr(dependencies, "missing", lambda: hint)
    _, shown = provider.can_execute()
    assert shown == (
        'Type: <pre>pip install "numpy==1 &amp; 2"</pre>Or <pre>a</pre>, <pre>b</pre>'
        "Then restart QGIS."
    )
    monkeypatch.setattr(QgsApplication, "platform", lambda: "qgis_process")
    assert provider.can_execute() == (False, hint)


def test_provider_tells_versions_of_all_libraries(provider):
    assert provider.versions().keys() == {
        *dependencies.REQUIRED,
        *dependencies.FASTER,
        *dependencies.CLUSTER,
        "llvmlite",
    }


@pytest.mark.parametrize(
    ("user", "expected"),
    [
        (settings.Settings(), {}),
        (settings.Settings(memory_limit=512), {"MEMORY": 512}),
        (settings.Settings(512, 3), {"MEMORY": 512, "THREADS": 3}),
        (settings.Settings(scheduler="s.json"), {"SCHEDULER": "s.json"}),
    ],
)
def test_defaults_are_those_that_the_user_has(provider, monkeypatch, user, expected):
    monkeypatch.setattr(settings.Settings, "read", lambda: user)
    assert provider.defaults() == expected


def test_libraries_are_loaded_after_the_cache_is_chosen(
    provider, monkeypatch, tmp_path
):
    user = settings.Settings(cache_folder=str(tmp_path))
    monkeypatch.setattr(settings.Settings, "read", lambda: user)
    monkeypatch.setattr(kernel_cache, "_chosen", None)
    chosen = []
    monkeypatch.setattr(
        dependencies, "load", lambda: chosen.append(kernel_cache.root())
    )
    provider.load_libraries()
    assert chosen == [tmp_path / "gridr_qgis"]
