"""Strict reading of parameter values.

QGIS reads a number or band that it cannot parse as 0, and rounds 2.5 to an integer;
here such values are refused with a sentence.
"""

from __future__ import annotations

import math
import re

from qgis.core import (
    QgsProcessingParameterDefinition,
    QgsProcessingParameterNumber,
    QgsProperty,
)
from qgis.PyQt.QtCore import QVariant

from ..core.errors import GridrError


def given_values(parameters: dict, context) -> dict:
    """Return the parameters that have a value, expressions evaluated.

    Empty texts, NULL and empty lists (what `--NODATA=` or an untouched widget
    send) count as not given.
    """
    values = {}
    for name, value in parameters.items():
        if isinstance(value, QgsProperty):
            value, _ = value.value(context.expressionContext())
        if not _is_empty(value):
            values[name] = value
    return values


def check_value(definition: QgsProcessingParameterDefinition, value) -> None:
    """Raise a GridrError if `value`, None if not given, cannot be read."""
    if value is None:
        if not is_optional(definition) and definition.defaultValue() is None:
            raise GridrError(f"{label(definition)} is not given.")
        return
    checks = {"number": _check_number, "enum": _check_choice, "band": _check_band}
    check = checks.get(definition.type())
    if check is not None:
        check(definition, value)


def label(definition: QgsProcessingParameterDefinition) -> str:
    """Return what the form and scripts call a parameter."""
    return f"{definition.description()} ({definition.name()})"


def is_optional(definition: QgsProcessingParameterDefinition) -> bool:
    """Return whether a parameter may be left empty."""
    flag = QgsProcessingParameterDefinition.Flag.FlagOptional
    return bool(definition.flags() & flag)


def band_numbers(value) -> tuple[int, ...]:
    """Return bands in the order given, repeats kept.

    Parameters
    ----------
    value : int, str or list
        3, "3;1;1", "3,1,1" or [3, 1, 1].
    """
    if isinstance(value, str):
        value = re.split("[;,]", value)
    return tuple(map(_whole, value if isinstance(value, (list, tuple)) else [value]))


def window_ranges(text: str) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return half-open ((row_start, row_stop), (col_start, col_stop)).

    Parameters
    ----------
    text : str
        "first_row,last_row,first_col,last_col", inclusive.
    """
    try:
        first_row, last_row, first_col, last_col = map(int, str(text).split(","))
    except ValueError:
        raise GridrError(
            "WINDOW must be four whole numbers first_row,last_row,first_col,last_col "
            f"such as 0,99,0,199, got {text!r}."
        ) from None
    return (first_row, last_row + 1), (first_col, last_col + 1)


def _is_empty(value) -> bool:
    if isinstance(value, QVariant):
        return value.isNull()
    if isinstance(value, str):
        return not value.strip()
    return value is None or value == []


def _whole(value) -> int:
    number = float(value)
    if not number.is_integer():
        raise ValueError(value)
    return int(number)


def _check_number(definition, value) -> None:
    whole = definition.dataType() == QgsProcessingParameterNumber.Type.Integer
    try:
        number = _whole(value) if whole else float(value)
    except (ValueError, TypeError, OverflowError):
        number = math.inf
    # NaN is a nodata value like any other.
    if definition.minimum() <= number <= definition.maximum() or math.isnan(number):
        return
    least = f" of at least {definition.minimum():.0f}"
    _refuse(definition, f"a whole number{least}" if whole else "a number", value)


def _check_choice(definition, value) -> None:
    if value not in definition.options():
        _refuse(definition, "one of " + ", ".join(definition.options()), value)


def _check_band(definition, value) -> None:
    many = definition.allowMultiple()
    try:
        bands = band_numbers(value)
    except (ValueError, TypeError, OverflowError):
        bands = (0,)
    if min(bands) < 1 or (len(bands) > 1 and not many):
        rule = "band numbers from 1 up (such as 3;1)" if many else "one band number"
        _refuse(definition, rule, value)


def _refuse(definition, rule: str, value) -> None:
    empty = " or empty" if is_optional(definition) else ""
    raise GridrError(f"{definition.name()} must be {rule}{empty}, got {value!r}.")
