"""Sentences with keys and values: English as they are, any language for a front end."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from typing import Union

Value = Union[str, float, None, tuple[Union[float, str], ...]]
"""What a sentence tells: it goes to other processes, and must be plain."""


class Message(str):
    """A finished English sentence, or a part of one, that a front end can translate.

    Parameters
    ----------
    template : str
        The sentence in the words of `str.format`, a literal: translators get what is
        marked so in the code.
    **values
        What its fields stand for. A message among them is translated like this one;
        any other text is a name, a number or somebody else's words.
    """

    __slots__ = ("template", "values")

    template: str
    values: dict[str, Value]

    def __new__(cls, template: str, /, **values: Value) -> Message:
        """Word the sentence in English."""
        self = super().__new__(cls, template.format_map(values))
        self.template = template
        self.values = values
        return self

    def __reduce__(self) -> tuple[object, tuple[str, dict[str, Value]]]:
        """Keep template and values on the way to another process."""
        return _message, (self.template, self.values)


def _message(template: str, values: dict[str, Value]) -> Message:
    """Return a message that was pickled."""
    return Message(template, **values)


def joined(parts: Iterable[str], separator: str = " ") -> Message:
    """Return messages or names as one message, with signs between them, no words."""
    values: dict[str, Value] = {f"part{i}": part for i, part in enumerate(parts)}
    return Message(separator.join(f"{{{name}}}" for name in values), **values)


def listed(parts: Iterable[str]) -> Message:
    """Return messages or names as one message: a and b and c."""
    return reduce(_with_last, map(_as_message, parts))


def either(parts: Iterable[str]) -> Message:
    """Return messages or names as one message: a or b or c."""
    return reduce(_or_last, map(_as_message, parts))


def _with_last(first: Message, last: Message) -> Message:
    """Return two things as both."""
    return Message("{first} and {last}", first=first, last=last)


def _or_last(first: Message, last: Message) -> Message:
    """Return two things as a choice."""
    return Message("{first} or {last}", first=first, last=last)


def _as_message(part: str) -> Message:
    """Return a message, or a name as one."""
    return part if isinstance(part, Message) else Message("{name}", name=part)
