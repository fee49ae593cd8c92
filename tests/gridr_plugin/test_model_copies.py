"""Copies of our models among the user's own, made from the menu of the toolbox."""

from types import SimpleNamespace

import pytest
from gridr_qgis import classFactory
from gridr_qgis.gridr_plugin import model_copies
from qgis.core import QgsProcessingModelAlgorithm
from qgis.PyQt.QtWidgets import QMenu


@pytest.fixture
def entries(qgis_processing):
    """What the toolbox has in its menu, besides QGIS's own."""
    from processing.gui.ProviderActions import ProviderContextMenuActions

    return ProviderContextMenuActions.actions


@pytest.fixture
def told():
    """What the bar of the window says."""
    return []


@pytest.fixture
def plugin(entries, told, tmp_path, monkeypatch):
    """The plugin in a window, for a while; the user's models are in `tmp_path`."""
    bar = SimpleNamespace(pushSuccess=lambda title, text: told.append(text))
    menu = QMenu()
    window = SimpleNamespace(messageBar=lambda: bar, pluginHelpMenu=lambda: menu)
    plugin = classFactory(window)
    monkeypatch.setattr(model_copies, "folder", lambda: tmp_path / "models")
    plugin.initGui()
    yield plugin
    plugin.unload()


def entry(entries, algorithm):
    """Return our entry of the menu, as the toolbox opens it for an algorithm."""
    (found,) = (each for each in entries if each.name == "Copy to My Models")
    found.setData(algorithm, None)
    return found


def test_menu_has_the_entry_for_our_models_alone(plugin, entries):
    model = plugin.provider.algorithm("registration")
    assert entry(entries, model).isEnabled()
    assert not entry(entries, plugin.provider.algorithm("buildmask")).isEnabled()
    assert not entry(entries, QgsProcessingModelAlgorithm("a", "b")).isEnabled()
    assert not entry(entries, model).icon().isNull()


def test_unload_takes_the_entry_away(plugin, entries):
    before = len(entries)
    plugin.unload()
    assert len(entries) == before - 1


def test_copies_are_models_of_the_user(plugin, entries, told, tmp_path):
    for ending, title in (("", ""), ("_2", " 2"), ("_3", " 3")):
        model = plugin.provider.algorithm("registration")
        entry(entries, model).execute()
        path = tmp_path / "models" / f"registration{ending}.model3"
        assert str(path) in told[-1]
        copied = QgsProcessingModelAlgorithm()
        assert copied.fromFile(str(path))
        assert copied.displayName() == f"Register with control points{title}"
        names = [d.name() for d in copied.parameterDefinitions()]
        assert names == [d.name() for d in model.parameterDefinitions()]
        assert copied.canExecute()[0]


def test_copies_speak_the_language_of_the_user(speak, tmp_path, qgis_processing):
    model = speak("fr").provider.algorithm("registration")
    copied = QgsProcessingModelAlgorithm()
    assert copied.fromFile(str(model_copies.copy(model, tmp_path)))
    assert copied.displayName() == "Recaler avec des points d'appui"
    definition = copied.parameterDefinition("INPUT")
    assert definition.description() == "Raster source"
    assert "points d'appui" in copied.helpContent()["ALG_DESC"]
    assert "Linéaire [linear]" in copied.helpContent()["FIT"]
    results = [d.description() for d in copied.outputDefinitions()]
    assert results == [
        "Grille",
        "Rapport sur les points d'appui",
        "Raster rééchantillonné",
        "Masque de validité",
    ]


@pytest.mark.parametrize("name", ["orthorectification", "quicklookresampling"])
@pytest.mark.parametrize("locale", ["en", "fr"])
def test_copies_do_not_tell_how_they_are_made(speak, locale, name, tmp_path):
    model = speak(locale).provider.algorithm(name)
    copied = QgsProcessingModelAlgorithm()
    assert copied.fromFile(str(model_copies.copy(model, tmp_path)))
    how = {"en": "Copy to My Models", "fr": "Copier dans mes modèles"}[locale]
    assert how in model.about()
    text = copied.helpContent()["ALG_DESC"]
    assert how not in text
    assert text.endswith("</i>.</p>")


def test_steps_are_called_as_their_forms_are(speak, tmp_path, qgis_processing):
    model = speak("fr").provider.algorithm("polygonresampling")
    copied = QgsProcessingModelAlgorithm()
    assert copied.fromFile(str(model_copies.copy(model, tmp_path)))
    for each in (model, copied):
        steps = {k: s.description() for k, s in each.childAlgorithms().items()}
        assert steps == {
            "mask": "Construire un masque",
            "scene": "Rééchantillonner un raster par une grille",
        }
        assert each.validate() == (True, [])


def test_conditions_are_in_the_language_of_the_user(speak, tmp_path, qgis_processing):
    model = speak("fr").provider.algorithm("quicklookresampling")
    copied = QgsProcessingModelAlgorithm()
    assert copied.fromFile(str(model_copies.copy(model, tmp_path)))
    for each in (model, copied):
        # expressions have this name
        assert each.childAlgorithm("quicklook").description() == "quicklook"
        conditions = each.childAlgorithm("condition").configuration()["conditions"]
        enough, too_few = (condition["name"] for condition in conditions)
        assert enough == "une part suffisante de l'aperçu est valide"
        assert "la scène est ignorée" in too_few
        (wait,) = each.childAlgorithm("scene").dependencies()
        assert (wait.childId, wait.conditionalBranch) == ("condition", enough)


def test_the_folder_is_that_of_qgis(qgis_processing):
    from processing.modeler.ModelerUtils import ModelerUtils

    assert str(model_copies.folder()) == ModelerUtils.modelsFolders()[0]
