"""Texts that users read: translated, and the plugin's version."""

import pytest
from gridr_qgis.algorithms.texts import metadata, tr, translated, version
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


def test_addresses_are_those_of_the_plugin(root):
    told = metadata("homepage"), metadata("repository"), metadata("tracker")
    assert told[2].startswith(told[1])
    assert f"\nhomepage={told[0]}\n" in (root / "metadata.txt").read_text("utf-8")


@pytest.mark.parametrize("folder", ["algorithms", "core", "gridr_plugin"])
def test_no_code_has_an_address_of_its_own(root, folder):
    for path in (root / folder).rglob("*.py"):
        assert metadata("homepage") not in path.read_text("utf-8"), path
