"""Where Help leads: to a page that came with the plugin, else to its home page."""

import pytest
from gridr_qgis.algorithms import help
from gridr_qgis.algorithms.texts import metadata
from qgis.PyQt.QtCore import QCoreApplication, QTranslator, QUrl


@pytest.fixture
def folder(monkeypatch, tmp_path):
    """A folder of pages, in a place that an address has to encode."""
    folder = tmp_path / "dossier d'été, 100 %"
    folder.mkdir()
    monkeypatch.setattr(help, "FOLDER", folder)
    return folder


def test_a_page_that_is_there_is_a_file(folder):
    (folder / "buildmask.html").touch()
    url = help.page_url("buildmask")
    assert url.startswith("file:///")
    assert " " not in url
    assert QUrl(url).toLocalFile() == str(folder / "buildmask.html")


def test_a_page_that_is_not_there_is_the_home_page(folder):
    assert help.page_url("buildmask") == metadata("homepage")


def test_first_steps_are_in_the_language_of_the_user(folder, root, qgis_app):
    for name in ("first_steps", "premiers_pas"):
        assert (root / "docs" / f"{name}.md").is_file()
        (folder / f"{name}.html").touch()
    assert help.first_steps_url().endswith("/first_steps.html")
    french = QTranslator()
    assert french.load(str(root / "i18n" / "gridr_qgis_fr.qm"))
    QCoreApplication.installTranslator(french)
    try:
        assert help.first_steps_url().endswith("/premiers_pas.html")
    finally:
        QCoreApplication.removeTranslator(french)
