"""Numbers of reports, as the language of their texts writes them."""

from __future__ import annotations

import math

from qgis.PyQt.QtCore import QLocale

from ..texts import language

NOTHING = "\u2013"
"""For a number that there is none of."""
SPACE = "\u00a0"
"""Between a number and its sign: does not break a line."""


def count(number: int) -> str:
    """Return a whole number, such as 12,345."""
    return QLocale(language()).toString(int(number))


def number(value: float, digits: int = 3) -> str:
    """Return a number to some digits; whole digits stay."""
    if not math.isfinite(value):
        return NOTHING
    if abs(value) >= 10**digits:
        return QLocale(language()).toString(float(round(value)), "f", 0)
    return QLocale(language()).toString(float(value), "g", digits)


def decimal(value: float, decimals: int = 1) -> str:
    """Return a number to some decimals."""
    if not math.isfinite(value):
        return NOTHING
    return QLocale(language()).toString(float(value), "f", decimals)


def percent(part: int, whole: int) -> str:
    """Return a share, 0.0 and 100.0 only where they are exact."""
    if not whole:
        return NOTHING
    share = 100 * part / whole
    words = decimal(share)
    if 0 < share < 0.05:
        words = f"< {decimal(0.1)}"
    elif 99.95 <= share < 100:
        words = f"> {decimal(99.9)}"
    return f"{words}{SPACE}%"


def pair(numbers: tuple[float, float]) -> str:
    """Return rows and columns, such as 4 x 5."""
    return " \u00d7 ".join(map(number, numbers))


def counts(numbers: tuple[int, int]) -> str:
    """Return rows and columns that are counted."""
    return " \u00d7 ".join(map(count, numbers))
