"""The pages of docs/ as HTML, for Help without a network: the folder help of the zip.

`make zip` makes them of what it packs, so that they are never older than the plugin.
Markdown is taken as GitHub takes it: CommonMark, with tables.
"""

from __future__ import annotations

import html
import io
import posixpath
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token
from PIL import Image

FOLDER = "help"
"""Where the pages are in the plugin."""
README, INDEX = "readme", "index"
"""Names of the pages that README.md and docs/README.md become."""
FRENCH = ("en_francais", "premiers_pas")
"""Pages in French; the others are in English."""
COLOURS, WIDEST = 256, 1200
"""Of pictures: screenshots stay as they are to the eye, and take a third."""
STYLE = """
:root { color-scheme: light; }
body { margin: 0; color: #202428; background: #fff; font: 16px/1.55 "Segoe UI",
  "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; }
nav { background: #eef1f3; border-bottom: 1px solid #d5dade; padding: 9px 28px; }
nav a { margin-right: 22px; }
nav b { margin-right: 22px; }
main { max-width: 1040px; margin: 0 auto; padding: 8px 28px 56px; }
a { color: #0b62a8; text-decoration: none; }
a:hover { text-decoration: underline; }
h1 { font-size: 28px; font-weight: 600; margin: 22px 0 12px; }
h2 { font-size: 21px; font-weight: 600; margin: 34px 0 10px; padding-bottom: 4px;
  border-bottom: 1px solid #e3e7ea; }
h3 { font-size: 17px; font-weight: 600; margin: 24px 0 8px; }
img { max-width: 100%; height: auto; border: 1px solid #d5dade; }
code { background: #f0f2f4; border-radius: 3px; padding: 1px 4px; font-size: 14px;
  overflow-wrap: anywhere; }
pre { background: #f0f2f4; border-radius: 4px; padding: 12px 14px; overflow-x: auto; }
pre code { padding: 0; overflow-wrap: normal; }
.table { overflow-x: auto; }
table { border-collapse: collapse; margin: 12px 0; font-size: 15px; }
th, td { border: 1px solid #d5dade; padding: 5px 10px; text-align: left;
  vertical-align: top; }
th { background: #eef1f3; font-weight: 600; }
td code { overflow-wrap: normal; white-space: nowrap; }
"""


class Sources(NamedTuple):
    """What pages are made of."""

    read: Callable[[str], bytes]
    """Name of a packed file -> what is in it."""
    names: frozenset[str]
    """Files of the repository that are packed, docs/ among them."""
    packed: frozenset[str]
    """Files that the plugin will have, docs/ not among them."""
    repository: str
    """Address of the rest."""
    version: str
    """Of the plugin."""


def help_files(sources: Sources) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each file of the folder help."""
    pictures: set[str] = set()
    for name in sorted(sources.names):
        if page_of(name):
            text = sources.read(name).decode("utf-8")
            yield target(name), page(name, text, sources, pictures).encode("utf-8")
    for name in sorted(pictures):
        yield target(name), small(sources.read(name))


def page_of(name: str) -> str:
    """Return what the page of a Markdown file is called; "" where it becomes none."""
    if name == "README.md":
        return README
    folder, file = posixpath.split(name)
    if folder != "docs" or not file.endswith(".md"):
        return ""
    return INDEX if file == "README.md" else file[: -len(".md")]


def target(name: str) -> str:
    """Return where what a page is made of, or a picture, lies in the plugin."""
    if page_of(name):
        return f"{FOLDER}/{page_of(name)}.html"
    return f"{FOLDER}/{posixpath.relpath(name, 'docs')}"


def page(name: str, text: str, sources: Sources, pictures: set[str]) -> str:
    """Return a page as HTML; add the pictures that it shows."""
    parser = MarkdownIt("commonmark").enable("table")
    tokens = parser.parse(re.sub("<!--.*?-->", "", text, flags=re.DOTALL))
    title = name
    for token, following in zip(tokens, [*tokens[1:], None]):
        if token.type == "heading_open" and following is not None:
            heading = plain(following)
            token.attrSet("id", slug(heading))
            title = heading if token.tag == "h1" else title
        for child in token.children or ():
            lead(child, name, sources, pictures)
    body = parser.renderer.render(tokens, parser.options, {})
    body = body.replace("<table>", '<div class="table"><table>')
    body = body.replace("</table>", "</table></div>")
    return document(page_of(name), title, body, sources.version)


def lead(token: Token, name: str, sources: Sources, pictures: set[str]) -> None:
    """Let a link or a picture lead to what the plugin has."""
    attribute = {"link_open": "href", "image": "src"}.get(token.type)
    if attribute is None:
        return
    link = str(token.attrGet(attribute))
    if token.type == "image":
        pictures.add(posixpath.normpath(posixpath.join(posixpath.dirname(name), link)))
    start = posixpath.dirname(target(name))
    token.attrSet(attribute, led(link, name, start, sources))


def led(link: str, name: str, start: str, sources: Sources) -> str:
    """Return a link of a file for a place in the plugin.

    Parameters
    ----------
    link : str
        As it stands in the file `name` of the repository.
    start : str
        The folder of the plugin from which it shall lead to the same.
    """
    path, hash_sign, anchor = link.partition("#")
    if not path or re.match("[a-z]+:", path):
        return link
    aim = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
    if page_of(aim) or aim.startswith("docs/") and aim.endswith(".png"):
        return posixpath.relpath(target(aim), start) + hash_sign + anchor
    if aim in sources.packed:
        return posixpath.relpath(aim, start) + hash_sign + anchor
    return sources.repository


def plain(token: Token) -> str:
    """Return the text of a heading."""
    kinds = ("text", "code_inline")
    return "".join(c.content for c in token.children or () if c.type in kinds)


def slug(heading: str) -> str:
    """Return what GitHub calls a heading in links."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def document(own: str, title: str, body: str, version: str) -> str:
    """Return a whole document around a page's content."""
    words = {INDEX: "All pages", "first_steps": "First steps"}
    words.update(en_francais="En français")
    language = "fr" if own in FRENCH else "en"
    if language == "fr":
        words = {"premiers_pas": "Premiers pas", "en_francais": "En français"}
        words[INDEX] = "Toutes les pages (en anglais)"
    links = " ".join(
        f'<a href="{page}.html">{word}</a>' for page, word in words.items()
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{html.escape(title)} - GridR</title>\n<style>{STYLE}</style>\n"
        f"</head>\n<body>\n<nav><b>GridR {html.escape(version)}</b> {links}</nav>\n"
        f"<main>\n{body}</main>\n</body>\n</html>\n"
    )


def small(png: bytes) -> bytes:
    """Return a picture in few colours, and not wider than a page shows."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    if picture.width > WIDEST:
        height = round(WIDEST * picture.height / picture.width)
        picture = picture.resize((WIDEST, height), Image.Resampling.LANCZOS)
    stream = io.BytesIO()
    picture.quantize(COLOURS, Image.Quantize.FASTOCTREE).save(stream, "PNG")
    return stream.getvalue()
