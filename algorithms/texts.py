"""Texts that users read: in their language, and what the plugin says of itself."""

from __future__ import annotations

from configparser import ConfigParser
from functools import cache
from pathlib import Path
from unicodedata import combining, normalize

from qgis.PyQt.QtCore import QCoreApplication

from ..core.message import Message

METADATA = Path(__file__).resolve().parent.parent / "metadata.txt"


def tr(text: str) -> str:
    """Return `text` in the user's language.

    Call it with a literal: translators get what is marked so in the code.
    """
    return translated(text)


def translated(text: str) -> str:
    """Return a text from a file, which its maker has marked, in the user's language."""
    return QCoreApplication.translate("gridr", text)


def worded(text: str) -> str:
    """Return a sentence of core in the user's language; other texts are as they are."""
    if not isinstance(text, Message):
        return text
    values = {
        name: worded(value) if isinstance(value, str) else value
        for name, value in text.values.items()
    }
    return translated(text.template).format_map(values)


def tag_list(text: str) -> list[str]:
    """Return tags from a text with commas; those with accents without them, too.

    QGIS's search finds words as they are typed, and many people type no accents.
    """
    decomposed = normalize("NFD", text.replace("œ", "oe"))
    plain = "".join(letter for letter in decomposed if not combining(letter))
    return list(dict.fromkeys([*text.split(","), *plain.split(",")]))


def language() -> str:
    """Return the code of the language that `tr` gives, such as "fr"."""
    return tr("en")


@cache
def metadata(key: str) -> str:
    """Return what metadata.txt says, such as the address of the "homepage"."""
    parser = ConfigParser(interpolation=None)
    parser.read(METADATA, encoding="utf-8")
    return parser["general"][key]


def version() -> str:
    """Return the version of the plugin, such as "0.1.0"."""
    return metadata("version")
