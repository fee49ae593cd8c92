"""Reports: one HTML file each, with nothing to fetch and nothing that runs.

For a browser, and for the QTextBrowser in which QGIS shows results: that one knows
HTML 4 and little of CSS, so tables have lines by attributes, and pictures their width.
Texts are escaped, but those that are `Html` already, as what all functions return.
"""

from __future__ import annotations

import html
from base64 import b64encode
from collections.abc import Iterable, Sequence

SUFFIXES = (".html", ".htm")
"""Ends of their names."""
STYLE = """
body { font-family: "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif;
  font-size: 14px; line-height: 1.45; color: #202428; background-color: #ffffff;
  max-width: 860px; margin: 24px; }
h1 { font-size: 22px; font-weight: 600; margin-bottom: 8px; }
h2 { font-size: 17px; font-weight: 600; margin-top: 24px; margin-bottom: 6px; }
p { margin-top: 6px; margin-bottom: 6px; }
table { border-collapse: collapse; margin-top: 8px; margin-bottom: 8px; }
th { color: #4a525a; background-color: #eef1f3; font-weight: 600; }
th, td { border: 1px solid #d5dade; padding: 3px 9px; vertical-align: top; }
.picture { line-height: 100%; }
img { max-width: 100%; height: auto; }
.good { background-color: #e6f2e8; color: #1d4a28; }
.odd { background-color: #fbeed5; color: #5f3d00; }
.caption { font-size: 12px; color: #5a636b; }
"""
"""Dark on white in any theme: pictures are drawn for white. QTextBrowser takes a
picture for a line, whose height it would stretch."""


class Html(str):
    """A text that is HTML: it is not escaped again."""

    __slots__ = ()


def escaped(value: object) -> Html:
    """Return a text or a number as HTML; HTML as it is."""
    return value if isinstance(value, Html) else Html(html.escape(str(value)))


def page(title: str, parts: Iterable[Html], language: str) -> Html:
    """Return a whole document, to be stored as UTF-8.

    Parameters
    ----------
    title : str
        Heads the page, and names it in a browser.
    parts : iterable of Html
        What comes below, in order.
    language : str
        Code of the language that the texts are in, such as "fr".
    """
    name, code = escaped(title), escaped(language)
    return Html(
        f'<!DOCTYPE html>\n<html lang="{code}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{name}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{name}</h1>\n" + "\n".join(parts) + "\n</body>\n</html>\n"
    )


def heading(text: str) -> Html:
    """Return the heading of a section."""
    return Html(f"<h2>{escaped(text)}</h2>")


def paragraph(text: str) -> Html:
    """Return a paragraph."""
    return Html(f"<p>{escaped(text)}</p>")


def preformatted(text: str) -> Html:
    """Return lines as they are, to be copied."""
    return Html(f"<pre>{escaped(text)}</pre>")


def verdict(texts: Iterable[str], good: bool) -> Html:
    """Return what a report comes to, a paragraph for each text, in a coloured box."""
    kind = "good" if good else "odd"
    inside = "".join(map(paragraph, texts))
    return Html(
        '<table width="100%" cellspacing="0" cellpadding="6"><tr>'
        f'<td class="{kind}">{inside}</td></tr></table>'
    )


def table(
    header: Sequence[object], rows: Iterable[Sequence[object]], left: int = 1
) -> Html:
    """Return a table.

    Parameters
    ----------
    header : sequence
        Names of the columns; none: the table has no header.
    rows : iterable of sequences
        Cells of each row: texts, or numbers as they are to be read.
    left : int
        How many columns from the first on hold texts; the others are aligned right.
    """
    lines = [_line("th", header, left)] if header else []
    lines += [_line("td", row, left) for row in rows]
    return Html(
        '<table border="1" cellspacing="0" cellpadding="4">\n'
        + "\n".join(lines)
        + "\n</table>"
    )


def _line(tag: str, cells: Sequence[object], left: int) -> str:
    """Return a row of a table; its cells are <th> or <td>."""
    sides = ["left"] * left + ["right"] * len(cells)
    inside = (
        f'<{tag} align="{side}">{escaped(cell)}</{tag}>'
        for side, cell in zip(sides, cells)
    )
    return f"<tr>{''.join(inside)}</tr>"


def figure(png: bytes, caption: str, width: int | None = None) -> Html:
    """Return a picture with what is to be seen in it.

    Parameters
    ----------
    png : bytes
        A file of format PNG.
    caption : str
        Written below; also what is read out.
    width : int
        Pixels of the page that it takes; None: its own.
    """
    data, text = b64encode(png).decode("ascii"), escaped(caption)
    size = "" if width is None else f' width="{width}"'
    return Html(
        f'<p class="picture"><img src="data:image/png;base64,{data}" alt="{text}"'
        f"{size}></p>\n"
        f'<p class="caption">{text}</p>'
    )
