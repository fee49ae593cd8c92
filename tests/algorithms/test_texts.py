"""Texts that users read: translated, and the plugin's version."""

import pytest
from gridr_qgis.algorithms.texts import tr, translated, version
from qgis.PyQt.QtCore import QCoreApplication, QTranslator


class Shouting(QTranslator):
    """Translates all texts of ours to upper case."""

    def translate(self, context, text, *_):
        return text.upper() if context == "gridr" else None


@pytest.fixture
def shouting(qgis_app):
    translator = Shouting()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.mark.parametrize("function", [tr, translated])
def test_texts_are_as_they_stand_without_translation(qgis_app, function):
    assert function("no text of ours") == "no text of ours"


@pytest.mark.parametrize("function", [tr, translated])
def test_texts_are_translated_when_they_are_asked_for(shouting, function):
    assert function("Build mask, très {bien}") == "BUILD MASK, TRÈS {BIEN}"


def test_version_is_that_of_the_plugin(root):
    assert f"\nversion={version()}\n" in (root / "metadata.txt").read_text("utf-8")
