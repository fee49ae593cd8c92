"""The plugin's texts in the user's language: English, or what `i18n/` has."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

FOLDER = Path(__file__).resolve().parent.parent / "i18n"


class Translation:
    """The translator that Qt asks for our texts, while it is installed."""

    def __init__(self) -> None:
        # Qt holds no reference
        self._translator: QTranslator | None = None

    def install(self) -> None:
        """Have texts translated if there is a file for the user's language."""
        self.remove()
        translator = QTranslator()
        if translator.load(QLocale(language()), "gridr_qgis", "_", str(FOLDER)):
            QCoreApplication.installTranslator(translator)
            self._translator = translator

    def remove(self) -> None:
        """Have new texts in English again."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None


def language() -> str:
    """Return the language of QGIS, such as "fr" or "fr_CA".

    QGIS's window tells what it speaks, also by `--lang`; `qgis_process` does not, there
    the user's settings count, else the system.
    """
    return QgsApplication.instance().translation() or QgsApplication.locale()
