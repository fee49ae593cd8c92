"""Kinds of values: what callers give, checked once at the border, by what it is.

Each function here takes a value and the name that a sentence calls it by; it returns
the value as plain Python, and raises `GridrError` for any other kind. Arrays are for
`raster.arrays`. What a value may be beyond its kind is for those to say who use it.
"""

from __future__ import annotations

import math
import numbers
import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from enum import Enum
from typing import Any, TypeVar

import numpy as np

from .errors import GridrError
from .message import Message

Kind = Callable[[object, str], Any]
"""``kind(value, name)`` returns the value, or refuses it."""
Member = TypeVar("Member", bound=Enum)
LARGEST = 2**63 - 1
"""The largest whole number of numpy's, and of kernels."""
MOST = 65535
"""Values of a sequence: more bands no file has."""
SHOWN = 60
"""Characters of a wrong value that a sentence shows."""


def wrong(value: object, name: str, must: str, remedy: str) -> GridrError:
    """Return the sentence about a value that is not what it must be."""
    return GridrError(
        "{name} must be {must}, got {value}. {remedy}",
        name=name,
        must=must,
        value=_shown(value),
        remedy=remedy,
    )


def _shown(value: object) -> str:
    """Return a value in a few words, with its type where the words do not tell it."""
    kind = type(value).__name__
    try:
        words = " ".join(repr(value).split())
    except Exception:  # a stranger's repr, or more digits than Python writes
        return Message("a value of type {kind}", kind=kind)
    if len(words) > SHOWN:
        words = f"{words[:SHOWN]}..."
    return words if value is None or kind in words else f"{words} ({kind})"


def optional(kind: Kind) -> Kind:
    """Return the kind of values that may be left out: None stays None."""

    def left_out_or(value: object, name: str) -> object:
        return None if value is None else kind(value, name)

    return left_out_or


def anything(value: object, name: str) -> object:  # noqa: ARG001 - it is a `Kind`
    """Return the value: others check it."""
    return value


def whole_number_of(value: object, name: str) -> int:
    """Return a whole number given as Python's or numpy's; 5.0 is none, nor is True."""
    value = _scalar(value)
    if _is(value, numbers.Integral):
        number = int(value)  # type: ignore[call-overload]
        if abs(number) <= LARGEST:
            return int(number)
    raise wrong(
        value,
        name,
        Message("a whole number"),
        Message("Give an integer of at most 64 bits, such as 2."),
    )


def number_of(value: object, name: str) -> float:
    """Return a real number given as Python's or numpy's; it may be NaN or infinite.

    Whole ones stay whole: that is how sentences show them.
    """
    value = _scalar(value)
    if _is(value, numbers.Real):
        with suppress(OverflowError):
            number = float(value)  # type: ignore[arg-type]
            is_whole = _is(value, numbers.Integral) and abs(number) < LARGEST
            return int(value) if is_whole else number  # type: ignore[call-overload]
    raise wrong(
        value,
        name,
        Message("a number"),
        Message("Give one that float64 holds, such as 1.5."),
    )


def finite_of(value: object, name: str) -> float:
    """Return a real number that is neither NaN nor infinite."""
    number = number_of(value, name)
    if math.isfinite(number):
        return number
    raise wrong(
        value, name, Message("a finite number"), Message("Give one such as 1.5.")
    )


def real_of(value: object, name: str) -> float:
    """Return a finite number as float64 holds it."""
    return float(finite_of(value, name))


def _scalar(value: object) -> object:
    """Return the scalar in an array without an axis, and all else as it is."""
    return value[()] if isinstance(value, np.ndarray) and value.ndim == 0 else value


def _is(value: object, kind: type) -> bool:
    """Tell whether a value is a number of a kind; numpy calls durations integers."""
    return isinstance(value, kind) and not isinstance(value, (bool, np.timedelta64))


def flag_of(value: object, name: str) -> bool:
    """Return a yes or no, given as Python's or numpy's, or as 1 or 0."""
    is_flag = isinstance(value, (bool, np.bool_))
    if is_flag or (_is(value, numbers.Integral) and value in (0, 1)):
        return bool(value)
    raise wrong(
        value, name, Message("True or False"), Message("Give one of these two.")
    )


def text_of(value: object, name: str) -> str:
    """Return a text that is not empty."""
    if isinstance(value, str) and value:
        return value
    raise wrong(
        value,
        name,
        Message("a name"),
        Message("Give it as a text (str) that is not empty."),
    )


def path_of(value: object, name: str) -> str:
    """Return the name of a file or a raster, given as a text or as a path."""
    path = value
    if isinstance(value, os.PathLike):
        path = os.fspath(value)
    if isinstance(path, str) and path and "\0" not in path:
        return path
    raise wrong(
        value,
        name,
        Message("the name of a file"),
        Message("Give its path as a text (str) or a Path."),
    )


def member_of(kind: type[Member]) -> Kind:
    """Return the kind of values that are members of an enumeration."""

    def member(value: object, name: str) -> Member:
        if isinstance(value, kind):
            return value
        choices = ", ".join(f"{kind.__name__}.{one.name}" for one in kind)
        raise wrong(
            value,
            name,
            Message("a {kind}", kind=kind.__name__),
            Message("Choose one of {choices}.", choices=choices),
        )

    return member


def some_of(value: object, name: str) -> list[object]:
    """Return the values of a sequence or of an array with one axis."""
    is_array = isinstance(value, np.ndarray) and value.ndim > 0
    is_text = isinstance(value, (str, bytes, bytearray, memoryview))
    is_some = is_array or (isinstance(value, Sequence) and not is_text)
    if is_some and len(value) <= MOST:  # type: ignore[arg-type]
        return [*value]  # type: ignore[misc]
    remedy = Message("Give a tuple or a list of up to {most}.", most=MOST)
    raise wrong(value, name, Message("some values in order"), remedy)


def whole_numbers_of(value: object, name: str) -> tuple[int, ...]:
    """Return some whole numbers."""
    return tuple(whole_number_of(one, name) for one in some_of(value, name))


def _fixed(count: int, what: str, example: str, kind: Kind) -> Kind:
    """Return the kind of so many values of a kind."""

    def fixed(value: object, name: str) -> tuple[Any, ...]:
        with suppress(GridrError):  # the sentence is about all of them together
            members = tuple(kind(one, name) for one in some_of(value, name))
            if len(members) == count:
                return members
        raise wrong(
            value,
            name,
            what,
            Message("Give a tuple such as {example}.", example=example),
        )

    return fixed


pair_of = _fixed(2, Message("two finite numbers (row, column)"), "(0.0, 0.5)", real_of)
"""Return two finite numbers (row, column)."""
whole_pair_of = _fixed(
    2, Message("two whole numbers (row, column)"), "(2, 3)", whole_number_of
)
"""Return two whole numbers (row, column)."""
whole_two_of = _fixed(2, Message("two whole numbers"), "(1, 0)", whole_number_of)
"""Return two whole numbers that are no place."""
ranges_of = _fixed(
    2,
    Message("two ranges ((row, row_stop), (column, column_stop))"),
    Message("((0, 10), (0, 20))"),
    whole_pair_of,
)
"""Return two ranges of whole numbers."""
extent_of = _fixed(
    4,
    Message("four finite numbers (x_min, y_min, x_max, y_max)"),
    "(0, 0, 10, 10)",
    real_of,
)
"""Return four finite numbers."""


def options_of(value: object, name: str) -> dict[str, str]:
    """Return options by name; their values may be texts, numbers, yes or no."""
    remedy = Message('Give a dict of texts, such as {{"COMPRESS": "DEFLATE"}}.')
    if not isinstance(value, Mapping):
        raise wrong(value, name, Message("options by name"), remedy)
    for key, one in value.items():
        is_plain = isinstance(one, (str, bool, np.bool_)) or _is(one, numbers.Real)
        if not (isinstance(key, str) and key.strip() and is_plain):
            raise wrong({key: one}, name, Message("options by name"), remedy)
    return {key: str(one) for key, one in value.items()}


def mapping_of(value: object, name: str) -> dict[str, Any]:
    """Return a dict whose keys are names; None is an empty one."""
    if value is None:
        return {}
    if isinstance(value, Mapping) and all(isinstance(key, str) for key in value):
        return dict(value)
    raise wrong(
        value, name, Message("a dict or None"), Message("Give names with their values.")
    )


def dtype_of(value: object, name: str) -> str:
    """Return numpy's name of a type, given as that or as numpy's type."""
    if isinstance(value, str):
        return value
    if isinstance(value, (type, np.dtype)):
        try:
            return str(np.dtype(value).name)
        except TypeError:  # a class that is no type of pixels
            pass
    raise wrong(
        value,
        name,
        Message("the name of a type"),
        Message('Give numpy\'s, such as "float32".'),
    )
