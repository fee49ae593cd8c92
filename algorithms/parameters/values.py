"""Strict reading of parameter values.

QGIS reads a number or band that it cannot parse as 0, and rounds 2.5 to an integer;
here such values are refused with a sentence.
"""

from __future__ import annotations

import math
import os
import re
from collections.abc import Iterable
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterBand,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProperty,
)
from qgis.PyQt.QtCore import QVariant

from ...core.errors import GridrError
from ...core.message import Message
from . import names

Value = Any
"""What QGIS gives for a parameter: a number, a text, a list, a layer, NULL, ..."""
Values = dict[str, Value]
"""Name of a parameter or of an output -> its value."""

CONVENTIONS = {"center0": 0.0, "center05": -0.5, "one_based": -1.0}
"""What a grid calls the centre of the first pixel -> what to add to get (0, 0)."""
UNLIMITED = 1e300
"""What QGIS uses for a number without a limit is beyond this."""
SHOWN = 200
"""Characters of a value that a sentence shows."""
HERE = "local"
"""What stands for this machine where a scheduler may be given."""
ADDRESS = re.compile(r"(\w+://)?([\w.-]+|\[[0-9a-fA-F:]+\])(:\d+)?/?")
"""The address of a scheduler."""
FLAGS = {"true": True, "1": True, "false": False, "0": False}


def given_values(parameters: Values, context: QgsProcessingContext) -> Values:
    """Return the parameters that have a value, expressions evaluated.

    Empty texts, NULL, empty lists and outputs without a name (what `--NODATA=` or an
    untouched widget send) count as not given. What scripts give as numpy's, as a tuple
    or as a path becomes a plain number, list or text, which is all that QGIS takes.
    """
    values = {}
    for name, value in parameters.items():
        if isinstance(value, QgsProperty):
            value, _ = value.value(context.expressionContext())
        value = _undressed(value)
        if not is_empty(value):
            values[name] = value
    return values


def is_empty(value: Value) -> bool:
    """Tell whether a value counts as not given."""
    if isinstance(value, QVariant):
        return value.isNull()
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        return value.sink == QgsProperty.fromValue("")  # of the batch dialog
    return value is None or value == []


def named_options(
    definitions: Iterable[QgsProcessingParameterDefinition], given: Values
) -> Values:
    """Return given values with options that are given by their number named."""
    named = {
        definition.name(): named_option(definition, given[definition.name()])
        for definition in definitions
        if definition.type() == "enum" and definition.name() in given
    }
    return {**given, **named}


def named_option(definition: QgsProcessingParameterEnum, value: Value) -> Value:
    """Return an option, which may be given by its number in `qgis_process help`.

    Anything else stays as it is.
    """
    options = definition.options()
    if value in options or isinstance(value, bool):
        return value
    try:
        number = _whole(value)
    except (ValueError, TypeError, OverflowError):
        return value
    return options[number] if 0 <= number < len(options) else value


def check_value(definition: QgsProcessingParameterDefinition, value: Value) -> None:
    """Raise a GridrError if `value`, None if not given, cannot be read."""
    if value is None:
        if not is_optional(definition) and definition.defaultValue() is None:
            raise GridrError("{label} is not given.", label=label(definition))
        return
    checks = {
        "number": _check_number,
        "enum": _check_choice,
        "band": _check_band,
        "boolean": _check_flag,
    }
    check = checks.get(definition.type())
    if check is not None:
        check(definition, value)


def plain_value(definition: QgsProcessingParameterDefinition, value: Value) -> Value:
    """Return a checked value as plain Python: int, float, bool, tuple or str."""
    kind = definition.type()
    if kind == "number":
        return _whole(value) if _is_whole(definition) else float(value)
    if kind == "band":
        bands = band_numbers(value)
        return bands if definition.allowMultiple() else bands[0]
    if kind == "boolean":
        return FLAGS[str(value).lower()]
    return value


def in_words(value: Value) -> str:
    """Return a value as a sentence can show it: never longer than a line or two."""
    try:
        words = repr(value)
    except Exception:  # a stranger's, or more digits than Python writes
        return Message("a value of type {kind}", kind=type(value).__name__)
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}..."


def label(definition: QgsProcessingParameterDefinition) -> str:
    """Return what the form and scripts call a parameter."""
    return f"{definition.description()} ({definition.name()})"


def is_optional(definition: QgsProcessingParameterDefinition) -> bool:
    """Return whether a parameter may be left empty."""
    flag = QgsProcessingParameterDefinition.Flag.FlagOptional
    return bool(definition.flags() & flag)


def is_advanced(definition: QgsProcessingParameterDefinition) -> bool:
    """Return whether the form folds a parameter away."""
    flag = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    return bool(definition.flags() & flag)


def band_numbers(value: Value) -> tuple[int, ...]:
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
            "such as 0,99,0,199, got {value}.",
            value=in_words(text),
        ) from None
    return (first_row, last_row + 1), (first_col, last_col + 1)


def spacing_of(text: str) -> tuple[int, int]:
    """Return output pixels from node to node (rows, columns).

    Parameters
    ----------
    text : str or int
        "8" for both, "4,8" for rows and columns.
    """
    parts = re.split("[;,]", str(text))
    try:
        steps = [_whole(part) for part in parts]
    except (ValueError, OverflowError):
        steps = []
    if len(steps) not in (1, 2):
        raise GridrError(
            "SPACING must be one whole number such as 8, or rows and columns such as "
            "4,8, or empty, got {value}.",
            value=in_words(text),
        )
    return steps[0], steps[-1]


def creation_options(text: str) -> dict[str, str]:
    """Return GDAL's creation options by name.

    Parameters
    ----------
    text : str
        "NAME=VALUE|NAME=VALUE", as QGIS's GDAL algorithms take them.
    """
    options: dict[str, str] = {}
    for part in filter(None, map(str.strip, str(text).split("|"))):
        name, equals, value = (word.strip() for word in part.partition("="))
        name = name.upper()
        if not (name and equals and value) or " " in name:
            raise GridrError(
                "CREATION_OPTIONS must be NAME=VALUE pairs between |, such as "
                "COMPRESS=DEFLATE|PREDICTOR=2, got {value}.",
                value=in_words(part),
            )
        if options.setdefault(name, value) != value:
            raise GridrError(
                "CREATION_OPTIONS gives {name} two values, {first} and {value}. Give "
                "one.",
                name=name,
                first=options[name],
                value=value,
            )
    return options


def grid_shift(given: Values) -> tuple[float, float]:
    """Return what to add to a grid's rows and columns: (0, 0) is a pixel's centre."""
    own = CONVENTIONS[given[names.CONVENTION]]
    return given[names.SHIFT_ROW] + own, given[names.SHIFT_COL] + own


def scheduler(given: Values) -> str | None:
    """Return the address or the file of a scheduler; None for this machine."""
    text = str(given.get(names.SCHEDULER, HERE)).strip()
    if text.lower() == HERE:
        return None
    is_file = text.endswith(".json") or os.path.isfile(text)
    if not (is_file or ADDRESS.fullmatch(text)):
        raise GridrError(
            "SCHEDULER must be an address such as tcp://192.168.1.7:8786, the file "
            "that a scheduler has written, local or empty, got {value}.",
            value=in_words(text),
        )
    return text


def tile_shape(given: Values) -> tuple[int, int] | None:
    """Return the largest (rows, cols) of a tile; None if not given."""
    rows, cols = given.get(names.TILE_ROWS), given.get(names.TILE_COLS)
    if rows is None and cols is None:
        return None
    if rows is None or cols is None:
        raise GridrError(
            "TILE_ROWS and TILE_COLS go together: give the height and the width of "
            "tiles, or none of both."
        )
    return rows, cols


def _undressed(value: Value) -> Value:
    """Return numbers, lists and texts as Python's own, all else as it is."""
    if isinstance(value, QVariant) and not value.isNull():
        value = value.value()
    if hasattr(value, "tolist"):  # numpy's, which QGIS must not load at its start
        value = value.tolist()
    if isinstance(value, (list, tuple)):
        return list(map(_undressed, value))
    return os.fspath(value) if isinstance(value, os.PathLike) else value


def _whole(value: Value) -> int:
    number = float(value)
    if not number.is_integer():
        raise ValueError(value)
    return int(number)


def _is_whole(definition: QgsProcessingParameterNumber) -> bool:
    return definition.dataType() == QgsProcessingParameterNumber.Type.Integer


def _check_number(definition: QgsProcessingParameterNumber, value: Value) -> None:
    whole = _is_whole(definition)
    try:
        number = _whole(value) if whole else float(value)
    except (ValueError, TypeError, OverflowError):
        number = math.inf
    # NaN is a nodata value like any other.
    if definition.minimum() <= number <= definition.maximum() or math.isnan(number):
        return
    limited = abs(definition.minimum()) < UNLIMITED
    rule = Message("a number")
    if whole and limited:
        least = definition.minimum()
        rule = Message("a whole number of at least {least:.0f}", least=least)
    elif whole:
        rule = Message("a whole number")
    _refuse(definition, rule, value)


def _check_choice(definition: QgsProcessingParameterEnum, value: Value) -> None:
    if value not in definition.options():
        options = ", ".join(definition.options())
        _refuse(definition, Message("one of {options}", options=options), value)


def _check_flag(definition: QgsProcessingParameterDefinition, value: Value) -> None:
    if str(value).lower() not in FLAGS:
        _refuse(definition, Message("true or false"), value)


def _check_band(definition: QgsProcessingParameterBand, value: Value) -> None:
    many = definition.allowMultiple()
    try:
        bands = band_numbers(value)
    except (ValueError, TypeError, OverflowError):
        bands = (0,)
    if min(bands) < 1 or (len(bands) > 1 and not many):
        rule = Message("one band number")
        if many:
            rule = Message("band numbers from 1 up (such as 3;1)")
        _refuse(definition, rule, value)


def _refuse(
    definition: QgsProcessingParameterDefinition, rule: Message, value: Value
) -> None:
    empty = Message(" or empty") if is_optional(definition) else ""
    raise GridrError(
        "{name} must be {rule}{empty}, got {value}.",
        name=definition.name(),
        rule=rule,
        empty=empty,
        value=in_words(value),
    )
