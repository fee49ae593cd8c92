"""Files of control points: QGIS's `.points` in all its dialects, and CSV.

QGIS writes an optional line `#CRS: ` with WKT, names of columns (mapX, mapY, pixelX or
sourceX, pixelY or sourceY, enable and residuals), and a line for each point. It tells
a point in the source by the layer's own coordinates: those of the map where the source
has a georeference (from 3.26 on), else x = column and y = -row from the corner of the
first pixel. Other programs are to give rows and columns of pixel centres, by name.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np

from ..errors import GridrError
from ..message import Message

DELIMITERS = ",;\t"
NAMES = {
    "x": ("mapx", "x", "lon", "long", "longitude", "easting", "east"),
    "y": ("mapy", "y", "lat", "latitude", "northing", "north"),
    "source_x": ("sourcex", "pixelx"),
    "source_y": ("sourcey", "pixely"),
    "row": ("row", "line"),
    "col": ("col", "column", "sample"),
    "enabled": ("enable", "enabled"),
}
"""Column -> what it may be called, in lower case."""
FLAGS = {"1": True, "true": True, "0": False, "false": False, "": True}
"""What a column of enabled points may hold."""
CRS_LINE = "#crs:"
MOST = 100_000
"""Points beyond which a file is taken for a mistake."""
ENCODINGS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
"""First bytes of a text -> its encoding."""


class PointsFile(NamedTuple):
    """Control points as a file gives them."""

    name: str
    """Of the file."""
    crs: str | None
    """Their coordinate system as the file tells it, in most as WKT."""
    places: np.ndarray
    """x and y on the map, float64 (n, 2)."""
    source: np.ndarray
    """Float64 (n, 2): x and y in QGIS's frame of the source, or rows and columns."""
    in_rows: bool
    """Whether these are rows and columns [pixel centres]."""
    enabled: np.ndarray
    """Bool (n,)."""
    delimiter: str
    """What stands between columns."""


def read_points(name: str) -> PointsFile:
    """Return the control points of a file.

    Raises
    ------
    GridrError
        If it is none of control points; a line that cannot be read is named.
    """
    crs, lines = None, []
    for number, line in enumerate(re.split("\r\n|\r|\n", _text_of(name)), 1):
        text = line.strip()
        if text.lower().startswith(CRS_LINE):
            crs = text[len(CRS_LINE) :].strip() or None
        elif text.strip(DELIMITERS + '"') and not text.startswith("#"):
            lines.append((number, line))
    if not lines:
        raise GridrError(
            "The points file {name!r} is empty. Give one with points.", name=name
        )
    (_, header), *rows = lines
    delimiter = max(DELIMITERS, key=header.count)
    columns = _columns(name, _split(header, delimiter))
    if len(rows) > MOST:
        raise GridrError(
            "The points file {name!r} has {count} points, more than {most}. Give "
            "fewer.",
            name=name,
            count=len(rows),
            most=MOST,
        )
    reader = _Rows(name, columns, delimiter)
    parts = [reader.point(number, line) for number, line in rows]
    in_rows = "row" in columns
    source = ("row", "col") if in_rows else ("source_x", "source_y")
    places, pixels = (
        np.array([[part[key] for key in keys] for part in parts]).reshape(-1, 2)
        for keys in (("x", "y"), source)
    )
    enabled = np.array([bool(part["enabled"]) for part in parts], bool)
    return PointsFile(name, crs, places, pixels, in_rows, enabled, delimiter)


def _text_of(name: str) -> str:
    """Return the text of a file, in whatever encoding."""
    try:
        data = Path(name).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise GridrError(
            "The points file {name!r} cannot be read ({reason}). Give a file of "
            "control points, such as QGIS's Georeferencer saves.",
            name=name,
            reason=reason,
        ) from error
    known = [code for start, code in ENCODINGS.items() if data.startswith(start)]
    for encoding in (*known, "utf-8", "latin-1"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise GridrError(
        "The points file {name!r} is no text. Give a file of control points, such as "
        "QGIS's Georeferencer saves, or CSV with the columns row, col, x and y.",
        name=name,
    )


def _columns(name: str, header: list[str]) -> dict[str, int]:
    """Return where each column stands, by its meaning."""
    plain = [text.strip().lower() for text in header]
    columns = {
        meaning: plain.index(word)
        for meaning, words in NAMES.items()
        for word in words[::-1]
        if word in plain
    }
    # of two ways to tell a pixel that of which more is there
    ways = ("source_x", "source_y"), ("row", "col")
    way = max(ways, key=lambda pair: len({*pair} & {*columns}))
    needed = ("x", "y", *way)
    missing = [meaning for meaning in needed if meaning not in columns]
    if missing:
        words = {"x": "mapX", "y": "mapY", "source_x": "sourceX", "source_y": "sourceY"}
        raise GridrError(
            "The points file {name!r} has no column {names}: its first line is "
            "{line!r}. Give a file of QGIS's Georeferencer (mapX, mapY, sourceX, "
            "sourceY), or CSV with the columns row, col, x and y.",
            name=name,
            names=", ".join(words.get(one, one) for one in missing),
            line=_brief(",".join(header)),
        )
    return {one: columns[one] for one in (*needed, "enabled") if one in columns}


class _Rows(NamedTuple):
    """Reads the points of a file."""

    name: str
    columns: Mapping[str, int]
    delimiter: str

    def point(self, number: int, line: str) -> dict[str, float]:
        """Return the values of a line."""
        cells = _split(line, self.delimiter)
        return dict(self._values(number, cells))

    def _values(self, number: int, cells: list[str]) -> Iterator[tuple[str, float]]:
        """Yield each value of a line."""
        yield "enabled", True
        for meaning, place in self.columns.items():
            cell = cells[place].strip() if place < len(cells) else ""
            if meaning == "enabled":
                yield meaning, self._flag(number, cell)
            else:
                yield meaning, self._number(number, cell)

    def _flag(self, number: int, cell: str) -> bool:
        """Return whether a point is enabled."""
        found = FLAGS.get(cell.lower())
        if found is None:
            raise self._wrong(
                number, cell, Message("is neither 1 nor 0, enabled or not")
            )
        return found

    def _number(self, number: int, cell: str) -> float:
        """Return a coordinate."""
        try:
            found = float(cell.replace("_", "no number"))
        except ValueError:
            what = Message("is no number")
            if cell.count(",") == 1:
                what = Message("is no number (the decimal sign is a point)")
            raise self._wrong(number, cell, what) from None
        if not math.isfinite(found):
            raise self._wrong(number, cell, Message("is no place"))
        return found

    def _wrong(self, number: int, cell: str, what: str) -> GridrError:
        """Return what to say of a cell that cannot be read."""
        shown = repr(_brief(cell)) if cell else Message("a cell without a value")
        return GridrError(
            "Line {number} of the points file {name!r} cannot be read: {shown} "
            "{what}. Correct or remove that line.",
            number=number,
            name=self.name,
            shown=shown,
            what=what,
        )


def _split(line: str, delimiter: str) -> list[str]:
    """Return the cells of a line."""
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:  # a cell of more than 128 KiB
        return line.split(delimiter)


def _brief(text: str) -> str:
    """Return the beginning of a text."""
    return text if len(text) <= 60 else f"{text[:60]}..."
