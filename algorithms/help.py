"""Pages of help: those that came with the plugin, else its home page.

The zip has them as HTML, made of docs/ by tools/help_pages.py; a checkout has none.
"""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QUrl

from .texts import language, metadata

FOLDER = Path(__file__).resolve().parent.parent / "help"
FIRST_STEPS = {"en": "first_steps", "fr": "premiers_pas"}
"""Language -> the page that newcomers begin with."""


def page_url(name: str) -> str:
    """Return the address of a page, such as that of an algorithm by its name."""
    path = FOLDER / f"{name}.html"
    if not path.is_file():
        return metadata("homepage")
    encoded = QUrl.ComponentFormattingOption.FullyEncoded
    return QUrl.fromLocalFile(str(path)).toString(encoded)


def first_steps_url() -> str:
    """Return the address of the page that newcomers begin with, in their language."""
    return page_url(FIRST_STEPS.get(language(), FIRST_STEPS["en"]))
