"""What plugins.qgis.org refuses of a zip, and what of ours would be wrong besides.

After the site's own validator and scanner (QGIS-Plugins-Website); what Bandit,
detect-secrets and Flake8 say of the code is asked in tests/test_site_scanners.py.
"""

from __future__ import annotations

import configparser
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import urlparse

FOLDER = "gridr_qgis"
"""The plugin's folder, which is its name for Python."""
LARGEST = 25_000_000
"""Bytes of a zip."""
REQUIRED = (
    *("name", "description", "version", "qgisMinimumVersion", "author", "email"),
    *("about", "tracker", "repository", "homepage", "changelog"),
)
"""Keys of metadata.txt; the site does without the last two."""
ADDRESSES = ("homepage", "tracker", "repository")
DEPRECATED = ("supportsQt6",)
FORBIDDEN = ("__MACOSX", ".git", "__pycache__")
SUFFIXES = frozenset(
    [
        *(".py", ".typed", ".qm", ".svg", ".model3", ".txt"),
        *(".md", ".html", ".png", ".tif", ".csv"),
    ]
)
"""Ends of names of what a plugin is made of here: nothing that a system would run."""
PLACEHOLDERS = ("gridr-qgis/gridr_qgis", "users.noreply.github.com")
"""Whoever publishes the plugin puts addresses of their own in metadata.txt."""


def faults(data: bytes, is_release: bool) -> list[str]:
    """Return what is wrong with a zip, a sentence each.

    Parameters
    ----------
    data : bytes
        The zip.
    is_release : bool
        Whether it is to be published.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = [*_size(data), *_names(archive), *_files(archive)]
        if f"{FOLDER}/metadata.txt" in archive.namelist():
            found += _metadata(archive, is_release)
    return found


def _size(data: bytes) -> Iterator[str]:
    if len(data) > LARGEST:
        yield f"It has {len(data)} bytes, and may have {LARGEST}."


def _names(archive: zipfile.ZipFile) -> Iterator[str]:
    """Yield what is wrong with names and modes."""
    for entry in archive.infolist():
        name = PurePosixPath(entry.filename)
        if name.parts[0] != FOLDER:
            yield f"{name} is not in the folder {FOLDER}."
        if ".." in entry.filename or "\\" in entry.filename or name.is_absolute():
            yield f"{name} is no name inside of it."
        if any(part in FORBIDDEN or part.startswith(".") for part in name.parts):
            yield f"{name} is hidden, or of a program's own."
        if name.suffix not in SUFFIXES and name.name != "LICENSE":
            yield f"{name} is of a kind that has no place here ({name.suffix})."
        if entry.external_attr >> 16 & 0o111:
            yield f"{name} can be executed."


def _files(archive: zipfile.ZipFile) -> Iterator[str]:
    """Yield what is missing or broken."""
    broken = archive.testzip()
    if broken is not None:
        yield f"{broken} is broken."
    names = archive.namelist()
    if len(set(names)) < len(names):
        yield "It has a file twice."
    for needed in ("__init__.py", "metadata.txt", "LICENSE"):
        if f"{FOLDER}/{needed}" not in names:
            yield f"{needed} is missing."


def _metadata(archive: zipfile.ZipFile, is_release: bool) -> Iterator[str]:
    """Yield what is wrong with metadata.txt, read as QGIS and the site read it."""
    parser = configparser.ConfigParser()
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    try:
        parser.read_string(archive.read(f"{FOLDER}/metadata.txt").decode("utf-8"))
        general = dict(parser.items("general"))
    except (configparser.Error, UnicodeDecodeError) as error:
        yield f"metadata.txt cannot be read: {error}."
        return
    for key in REQUIRED:
        if not general.get(key, "").strip():
            yield f"metadata.txt has no {key}."
    for key in DEPRECATED:
        if key in general:
            yield f"metadata.txt has {key}, which is deprecated."
    for key in ADDRESSES:
        address = urlparse(general.get(key, ""))
        if not (address.scheme == "https" and address.netloc):
            yield f"The {key} in metadata.txt is no address."
    if "/" in general.get("author", ""):
        yield "The author in metadata.txt has a slash."
    if f"{FOLDER}/{general.get('icon')}" not in archive.namelist():
        yield "The icon in metadata.txt is missing."
    for key in ("qgisMinimumVersion", "qgisMaximumVersion"):
        if not re.fullmatch(r"\d{1,2}\.\d{1,2}", general.get(key, "")):
            yield f"The {key} in metadata.txt is no version."
    if is_release:
        yield from _release(general)


def _release(general: dict[str, str]) -> Iterator[str]:
    """Yield what keeps a release from being published."""
    if not re.fullmatch(r"\d+\.\d+\.\d+", general.get("version", "")):
        yield "The version of a release has three numbers, such as 1.2.3."
    if not general.get("changelog", "").startswith(f"{general.get('version')}\n"):
        yield "The changelog is of another version."
    for key in ("email", *ADDRESSES):
        if any(part in general.get(key, "") for part in PLACEHOLDERS):
            yield (
                f"The {key} in metadata.txt is a placeholder. Set it to one of yours "
                "before you publish."
            )
