"""The report on control points: how well they fit, and which are odd."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..texts import language, tr, worded
from .html import Html, figure, heading, page, paragraph, table, verdict
from .numbers import decimal
from .pictures import png_of
from .points_picture import points_picture

if TYPE_CHECKING:
    from ...core.mapping.residuals import JudgedPoints

ODD = ("suspect", "twice", "same pixel", "outside")
"""Flags that a user should look at."""


def flag_words() -> dict[str, str]:
    """Return what is odd about a point -> in the user's language."""
    return {
        "disabled": tr("disabled"),
        "suspect": tr("suspect"),
        "twice": tr("given twice"),
        "same pixel": tr("pixel given twice"),
        "outside": tr("outside the source"),
    }


def note_of(points: JudgedPoints, i: int) -> str:
    """Return what is odd about a point, counted from 0, in the user's language."""
    words = flag_words()
    return ", ".join(words[flag.value] for flag in points.flags[i])


def points_report(points: JudgedPoints, source: str, details: list[str]) -> Html:
    """Return the report on control points.

    Parameters
    ----------
    points : JudgedPoints
    source : str
        What the source is called.
    details : list of str
        How the grid was made, in lines.
    """
    image = points_picture(points)
    parts = [
        verdict(_verdict(points), good=not _odd_numbers(points)),
        heading(tr("Residuals in the source")),
        figure(png_of(image), _caption(), image.width()),
        heading(tr("Points")),
        _table(points),
        paragraph(_columns()),
        heading(tr("How it was made")),
        *map(paragraph, details),
    ]
    title = tr("Control points of {source}").format(source=source)
    return page(title, parts, language())


def _caption() -> str:
    """Return what the picture shows."""
    return tr(
        "The frame is the source. Arrows lead from where a point is to where the fit "
        "puts it; dashed ones to where a fit of all other points puts it."
    )


def _columns() -> str:
    """Return what the table's columns mean."""
    return tr(
        "Columns and rows count from the centre of the first pixel. Residuals are "
        "source pixels; left out: from a fit of all other points. Suspect: left-out "
        "residual above 3 robust standard deviations (1.4826 x MAD)."
    )


def _odd_numbers(points: JudgedPoints) -> dict[str, list[int]]:
    """Return the numbers of the points with each flag that is odd, as the log does."""
    flags = dict.fromkeys(flag for flags in points.flags for flag in flags)
    return {flag.value: points.numbers(flag) for flag in flags if flag.value in ODD}


def _verdict(points: JudgedPoints) -> Iterator[str]:
    """Yield what it comes to."""
    from ...core.mapping.control_points import WORDS

    yield tr(
        "{enabled} of {count} points, fit {fit}: residuals {rms} source pixels (root "
        "mean square)."
    ).format(
        enabled=int(points.enabled.sum()),
        count=len(points.enabled),
        fit=worded(WORDS[points.fit]),
        rms=_pixels(points.rms),
    )
    if math.isfinite(points.rms_left_out):
        yield tr(
            "Each point left out in its turn: {rms} source pixels. The worst is point "
            "{worst}."
        ).format(rms=_pixels(points.rms_left_out), worst=points.worst)
    elif points.are_many:
        yield tr("There are too many points to leave each out with this fit.")
    else:
        yield tr("There are too few points to leave one out: add some.")
    words = flag_words()
    for flag, numbers in _odd_numbers(points).items():
        yield tr("{what}: {numbers}").format(
            what=words[flag].capitalize(), numbers=", ".join(map(str, numbers))
        )


def _table(points: JudgedPoints) -> Html:
    """Return the table of all points."""
    header = [
        tr("Point"),
        tr("Column"),
        tr("Row"),
        "x",
        "y",
        tr("Residual"),
        tr("Left out"),
        tr("Note"),
    ]
    return table(header, _rows(points))


def _rows(points: JudgedPoints) -> Iterator[list[Any]]:
    """Yield the cells of each point; its coordinates as files have them."""
    decimals = 7 if points.crs.is_geographic else 2
    for i, ((row, col), (x, y)) in enumerate(
        zip(points.pixels.tolist(), points.places.tolist())
    ):
        yield [
            i + 1,
            f"{col:.2f}",
            f"{row:.2f}",
            f"{x:.{decimals}f}",
            f"{y:.{decimals}f}",
            _pixels(math.hypot(*points.errors[i].tolist())),
            _pixels(math.hypot(*points.left_out[i].tolist())),
            note_of(points, i),
        ]


def _pixels(length: float) -> str:
    """Return a length in source pixels; nothing where it is not known."""
    return decimal(length, 2 if length >= 0.995 else 3)
