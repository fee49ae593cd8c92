"""Pack the plugin as users install it: gridr_qgis.zip, of what is committed.

`make zip` runs this. Where CHANGELOG.md dates its top section this is a release, which
must be fit for the plugin site; else its version says that it comes before one.
Two runs give the same bytes, whenever and in whatever time zone.
"""

from __future__ import annotations

import argparse
import configparser
import io
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from datetime import datetime, timezone
from pathlib import Path
from typing import NamedTuple

from checkout import ROOT
from help_pages import Sources, help_files, led
from site_checks import FOLDER, faults

TOP = re.compile(r"^## \[(?P<version>\S+)\] - (?P<date>\S+)$", re.MULTILINE)
"""Heading of a section of the changelog."""
BEFORE = "trunk"
"""What QGIS takes for older than a release of the same version."""


class Packed(NamedTuple):
    """A zip, and what it is."""

    data: bytes
    """All of it."""
    version: str
    """Of the plugin in it."""
    is_release: bool
    """Whether it may be published."""


def main() -> None:
    """Write the zip, or say why not."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--output", type=Path, default=ROOT / "gridr_qgis.zip")
    output = parser.parse_args().output
    packed = pack("HEAD")
    wrong = faults(packed.data, packed.is_release)
    if wrong:
        sys.exit("\n".join(["This zip would not do:", *wrong]))
    output.write_bytes(packed.data)
    print(f"{output}: version {packed.version}, {len(packed.data) / 1e6:.1f} MB")


def pack(tree: str) -> Packed:
    """Return the zip of a commit, or of the tree that `working_tree` gives."""
    files = committed(tree)
    commit, seconds = git("log", "-1", "--format=%h %ct", "--abbrev=7").split()
    date = datetime.fromtimestamp(int(seconds), timezone.utc)
    return packed_files(files, commit, date)


def packed_files(files: dict[str, bytes], commit: str, date: datetime) -> Packed:
    """Return the zip of files of the repository."""
    changes = files["CHANGELOG.md"].decode("utf-8")
    top = TOP.search(changes)
    text = files["metadata.txt"].decode("utf-8")
    general = read_metadata(text)
    is_release = top["date"][0].isdigit()
    version = general["version"]
    if not is_release:
        version = f"{version}-{BEFORE}-{commit}"
    sources = Sources(
        files.__getitem__,
        frozenset(files),
        frozenset(name for name in files if not name.startswith("docs/")),
        general["repository"],
        version,
    )
    inside = {name: files[name] for name in sources.packed}
    inside["metadata.txt"] = full_metadata(text, version, changes).encode("utf-8")
    inside["README.md"] = readme(files["README.md"].decode("utf-8"), sources)
    inside.update(help_files(sources))
    return Packed(zipped(inside, date), version, is_release)


def committed(tree: str) -> dict[str, bytes]:
    """Return the files of a commit or tree that are packed, and those of docs.

    The former are those that .gitattributes does not leave out.
    """
    pages = archived(f"{tree}:docs")
    return {**archived(tree), **{f"docs/{name}": pages[name] for name in pages}}


def archived(tree: str) -> dict[str, bytes]:
    """Return the files of a tree that .gitattributes in it does not leave out."""
    command = ["git", "-c", "core.autocrlf=false", "archive", "--format=tar", tree]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        members = [member for member in archive if member.isfile()]
        return {m.name: archive.extractfile(m).read() for m in members}


def working_tree() -> str:
    """Return a tree of what git knows of, with changes that are not committed."""
    with tempfile.TemporaryDirectory() as folder:
        index = os.path.join(folder, "index")
        shutil.copy(ROOT / git("rev-parse", "--git-path", "index"), index)
        git("add", "--update", ".", GIT_INDEX_FILE=index)
        return git("write-tree", GIT_INDEX_FILE=index)


def git(*arguments: str, **variables: str) -> str:
    """Return what git says in the checkout."""
    environment = {**os.environ, **variables}
    command = ["git", *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def read_metadata(text: str) -> configparser.SectionProxy:
    """Return what metadata.txt says in the repository."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.read_string(text)
    return parser["general"]


def full_metadata(text: str, version: str, changes: str) -> str:
    """Return metadata.txt with a version, and with the top section of the changelog.

    Who reads it takes lines that begin with # for comments, and % for the begin of a
    name.
    """
    text = re.sub("(?m)^version=.*$", f"version={version}", text)
    lines = re.sub("(?m)^#+ (.*)$", r"\1:", newest(changes)).replace("`", "")
    lines = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", lines).replace("%", "%%")
    indented = "\n".join(f"    {line}" for line in lines.splitlines() if line.strip())
    return f"{text.rstrip()}\nchangelog={version}\n{indented}\n"


def newest(changes: str) -> str:
    """Return the text of the top section of the changelog."""
    return re.split(r"(?m)^## .*$", changes)[1].strip()


def readme(text: str, sources: Sources) -> bytes:
    """Return README.md with links to what is in the plugin."""
    return re.sub(
        r"\]\(([^)\s]+)\)",
        lambda link: f"]({led(link[1], 'README.md', '.', sources)})",
        text,
    ).encode("utf-8")


def zipped(files: dict[str, bytes], date: datetime) -> bytes:
    """Return a zip of files in the plugin's folder, all of one date in UTC."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{FOLDER}/{name}", date.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # on any system: modes as Unix has them
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, files[name])
    return stream.getvalue()


if __name__ == "__main__":
    main()
