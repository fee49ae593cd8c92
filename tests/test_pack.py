"""The zip: what is in it, that its pages lead somewhere, and what is not packed."""

import configparser
import io
import posixpath
import re
import subprocess
import sys
import zipfile
from datetime import datetime, timezone
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import help_pages
import pack
import pytest
import site_checks

ROOT = Path(__file__).resolve().parents[1]
DATE = datetime(2026, 12, 1, 23, 30, 10, tzinfo=timezone.utc)


@pytest.fixture(scope="module")
def content(packed):
    """Dictionary: name in the plugin's folder -> what is in the file."""
    with zipfile.ZipFile(io.BytesIO(packed.data)) as archive:
        return {n.partition("/")[2]: archive.read(n) for n in archive.namelist()}


@pytest.fixture
def few():
    """Files of a plugin that is smaller, to be changed: quicker to pack."""
    kept = ("metadata.txt", "CHANGELOG.md", "LICENSE", "__init__.py", "icons/gridr.svg")
    files = {name: (ROOT / name).read_bytes() for name in kept}
    changes = re.sub(rb"(?m)^(## .*\] - ).*$", rb"\1unreleased", files["CHANGELOG.md"])
    return {
        **files,
        "CHANGELOG.md": changes,
        "README.md": b"# GridR\n\n[All pages](docs/README.md)\n",
        "docs/README.md": b"# Pages\n\n[First steps](../README.md)\n",
    }


def general_of(data, **options):
    """Return what a zip says in metadata.txt, as QGIS and the site read it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        text = archive.read("gridr_qgis/metadata.txt").decode("utf-8")
    parser = configparser.ConfigParser(**options)
    parser.read_string(text)
    return dict(parser.items("general"))


def test_the_site_would_take_it(packed):
    assert site_checks.faults(packed.data, packed.is_release) == []
    assert len(packed.data) < 8e6


def test_it_has_the_plugin_and_nothing_else(content):
    folders = {name.partition("/")[0] for name in content if "/" in name}
    assert folders == {
        *("algorithms", "core", "gridr_plugin", "help", "i18n", "icons", "models"),
        "sample",
    }
    assert {name for name in content if "/" not in name} == {
        *("__init__.py", "metadata.txt", "py.typed"),
        *("LICENSE", "README.md", "CHANGELOG.md"),
    }
    for name in ("sample/scene.tif", "help/index.html", "i18n/gridr_qgis_fr.qm"):
        assert name in content
    assert content["core/options.py"] == (ROOT / "core/options.py").read_bytes()


class Links(HTMLParser):
    """Links and pictures of a page, and the places that links may lead to."""

    def __init__(self, text):
        super().__init__()
        self.links, self.places = [], set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.links += [found[name] for name in ("href", "src") if name in found]
        self.places.update({found["id"]} if "id" in found else ())


@pytest.fixture(scope="module")
def pages(content):
    """Dictionary: name of a page -> its links."""
    return {
        name: Links(data.decode("utf-8"))
        for name, data in content.items()
        if name.endswith(".html")
    }


def is_web(link):
    return re.match("https?://", link) is not None


def test_every_page_of_the_docs_is_a_page_of_help(pages):
    names = {f"help/{page.stem}.html" for page in ROOT.glob("docs/*.md")}
    names = names - {"help/README.html"} | {"help/index.html", "help/readme.html"}
    assert set(pages) == names


def test_links_of_help_lead_to_what_is_in_the_zip(pages, content):
    seen = 0
    for name, page in pages.items():
        for link in page.links:
            path, _, place = unquote(link).partition("#")
            if not is_web(link):
                seen += 1
                aim = posixpath.normpath(posixpath.join("help", path)) if path else name
                assert aim in content, f"{name}: {link}"
                assert not place or place in pages[aim].places, f"{name}: {link}"
    assert seen > 100


def test_pages_fetch_nothing_from_a_network(content):
    for name, data in content.items():
        if name.endswith(".html"):
            text = data.decode("utf-8")
            assert "<script" not in text
            assert not re.search(r"(src=|url\(|<link)\s*[\"']?https?:", text), name


def test_every_form_and_model_has_its_page(content):
    names = [path.stem for path in ROOT.glob("models/*.model3")]
    names += [path.stem for path in ROOT.glob("icons/*.svg") if path.stem != "gridr"]
    assert len(names) > 13
    assert [name for name in names if f"help/{name}.html" not in content] == []


def test_french_pages_are_linked_from_all_others(pages):
    for name, page in pages.items():
        assert "en_francais.html" in page.links, name
    for name in help_pages.FRENCH:
        assert "premiers_pas.html" in pages[f"help/{name}.html"].links
    assert "first_steps.html" in pages["help/gridresampling.html"].links


def test_pages_say_what_the_docs_say(content):
    """Not how: words of each page, in order, with what Markdown marks taken away."""
    page = content["help/buildmask.html"].decode("utf-8")
    text = (ROOT / "docs" / "buildmask.md").read_text(encoding="utf-8")
    words = re.findall(r"\w+", re.sub("<!--.*?-->|!?\\[.*?\\]\\(.*?\\)", "", text))
    shown = re.findall(r"\w+", re.sub("<[^>]*>", " ", page.partition("<main>")[2]))
    kept = [word for word in words if word != "sh"]
    assert shown == kept


def test_pictures_are_small_and_shown(content, pages):
    shown = {posixpath.join("help", link) for p in pages.values() for link in p.links}
    pictures = [name for name in content if name.endswith(".png")]
    assert set(pictures) <= shown
    assert sum(len(content[name]) for name in pictures) < 5e6


def test_readme_links_what_is_in_the_zip(content):
    links = re.findall(r"\]\(([^)\s]+)\)", content["README.md"].decode("utf-8"))
    assert len(links) > 20
    assert "help/gridresampling.html" in links
    assert [
        link
        for link in links
        if not is_web(link) and link.partition("#")[0] not in content
    ] == []


def test_a_zip_that_is_no_release_says_so(few):
    found = pack.packed_files(few, "0a1b2c3", DATE)
    before = pack.read_metadata(few["metadata.txt"].decode("utf-8"))["version"]
    assert found.version == f"{before}-trunk-0a1b2c3"
    assert general_of(found.data)["version"] == found.version
    assert not found.is_release


def released(few, **changes):
    """Return the zip of a dated changelog, and what is changed in metadata.txt."""
    changed = re.sub("] - unreleased", "] - 2026-12-01", few["CHANGELOG.md"].decode())
    text = few["metadata.txt"].decode("utf-8")
    for key, value in changes.items():
        text = re.sub(f"(?m)^{key}=.*\n", f"{key}={value}\n" if value else "", text)
    few.update(
        {"CHANGELOG.md": changed.encode("utf-8"), "metadata.txt": text.encode("utf-8")}
    )
    return pack.packed_files(few, "0a1b2c3", DATE)


OURS = {
    "email": "someone@somewhere.org",
    "homepage": "https://forge.somewhere.org/gridr",
    "tracker": "https://forge.somewhere.org/gridr/issues",
    "repository": "https://forge.somewhere.org/gridr",
}


def test_a_release_has_its_version_and_its_changes(few):
    found = released(few, **OURS)
    assert found.is_release
    assert site_checks.faults(found.data, True) == []
    general = general_of(found.data)
    assert general["version"] == found.version
    top = pack.newest(few["CHANGELOG.md"].decode("utf-8"))
    lines = [line for line in top.splitlines() if line.startswith("- ")]
    told = general["changelog"]
    assert told.startswith(f"{found.version}\n")
    assert told.count("\n- ") == len(lines) > 5
    assert "\nAdded:\n" in told
    assert "`" not in told


def test_signs_that_metadata_would_take_amiss_are_kept(few):
    few["CHANGELOG.md"] = b"# C\n\n## [0.1.0] - unreleased\n\n- 50 % [a](b.md)\n"
    found = pack.packed_files(few, "0a1b2c3", DATE)
    assert general_of(found.data)["changelog"].endswith("\n- 50 % a")


PLACEHOLDERS = {
    "email": "maintainers@users.noreply.github.com",
    "homepage": "https://github.com/gridr-qgis/gridr_qgis",
    "tracker": "https://github.com/gridr-qgis/gridr_qgis/issues",
    "repository": "https://github.com/gridr-qgis/gridr_qgis",
}


@pytest.mark.parametrize("key", OURS)
def test_a_release_with_a_placeholder_is_refused(few, key):
    data = released(few, **{**OURS, key: PLACEHOLDERS[key]}).data
    faults = site_checks.faults(data, True)
    assert faults == [
        f"The {key} in metadata.txt is a placeholder. Set it to one of yours before "
        "you publish."
    ]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"about": "50 % more"}, "metadata.txt cannot be read"),
        ({"author": ""}, "metadata.txt has no author."),
        ({"author": "A/B"}, "The author in metadata.txt has a slash."),
        ({"category": "Raster\nsupportsQt6=True"}, "metadata.txt has supportsQt6"),
        ({"tracker": "issues"}, "The tracker in metadata.txt is no address."),
        ({"icon": "icons/none.svg"}, "The icon in metadata.txt is missing."),
        ({"qgisMaximumVersion": "4"}, "The qgisMaximumVersion in metadata.txt is no"),
        ({"version": "1.0"}, "The version of a release has three numbers"),
    ],
)
def test_metadata_that_cannot_be_is_refused(few, changes, fault):
    data = released(few, **{**OURS, **changes}).data
    (found,) = site_checks.faults(data, True)
    assert found.startswith(fault)


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("gridr_qgis/core/kernel.so", "is of a kind that has no place here (.so)."),
        ("gridr_qgis/run", "is of a kind that has no place here ()."),
        ("gridr_qgis/__pycache__/a.py", "is hidden, or of a program's own."),
        ("gridr_qgis/.git/a.txt", "is hidden, or of a program's own."),
        ("gridr_qgis/a/\\b.txt", "is no name inside of it."),
        ("other/a.txt", "is not in the folder gridr_qgis."),
    ],
)
def test_files_that_have_no_place_are_refused(few, name, fault):
    stream = io.BytesIO(pack.packed_files(few, "0a1b2c3", DATE).data)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(zipfile.ZipInfo(name), "x")
    assert site_checks.faults(stream.getvalue(), False) == [f"{name} {fault}"]


def test_a_file_that_can_be_executed_is_refused(few):
    stream = io.BytesIO(pack.packed_files(few, "0a1b2c3", DATE).data)
    with zipfile.ZipFile(stream, "a") as archive:
        entry = zipfile.ZipInfo("gridr_qgis/a.py")
        entry.external_attr = 0o100755 << 16
        archive.writestr(entry, "")
    fault = "gridr_qgis/a.py can be executed."
    assert site_checks.faults(stream.getvalue(), False) == [fault]


@pytest.mark.parametrize("name", ["LICENSE", "__init__.py", "metadata.txt"])
def test_a_zip_without_what_it_must_have_is_refused(name):
    data = pack.zipped({"core/a.py": b""}, DATE)
    assert f"{name} is missing." in site_checks.faults(data, False)


def test_a_zip_that_is_too_large_is_refused(monkeypatch, packed):
    monkeypatch.setattr(site_checks, "LARGEST", 1000)
    (fault,) = site_checks.faults(packed.data, False)
    assert fault == f"It has {len(packed.data)} bytes, and may have 1000."


def test_another_zip_is_the_same_in_another_time_zone(tmp_path, packed):
    """In a process of its own, for the zone is that of a process."""
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "import pack; data = pack.pack(pack.working_tree()).data\n"
        "open(sys.argv[2], 'wb').write(data)"
    )
    other = tmp_path / "other.zip"
    command = [sys.executable, "-c", program, str(ROOT / "tools"), str(other)]
    environment = {**pack.os.environ, "TZ": "Pacific/Auckland", "PYTHONHASHSEED": "5"}
    subprocess.run(command, check=True, env=environment)
    assert other.read_bytes() == packed.data
    with zipfile.ZipFile(io.BytesIO(packed.data)) as archive:
        dates = {entry.date_time for entry in archive.infolist()}
    seconds = int(pack.git("log", "-1", "--format=%ct"))
    utc = datetime.fromtimestamp(seconds, timezone.utc).timetuple()[:6]
    assert dates == {(*utc[:5], utc[5] // 2 * 2)}  # a zip counts by two seconds


def test_the_tool_writes_a_zip_or_says_why_not(tmp_path, monkeypatch, capsys, few):
    target = tmp_path / "plugin.zip"
    monkeypatch.setattr(sys, "argv", ["pack.py", "--output", str(target)])
    monkeypatch.setattr(pack, "committed", lambda tree: few)
    pack.main()
    assert "-trunk-" in capsys.readouterr().out
    assert general_of(target.read_bytes())["name"] == "GridR"
    target.unlink()
    released(few, **PLACEHOLDERS)
    with pytest.raises(SystemExit, match="placeholder. Set it to one of yours"):
        pack.main()
    assert not target.exists()
