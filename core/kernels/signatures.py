"""Types of arguments as plain values: told without numba, and to another process."""

from __future__ import annotations

from typing import Any

import numpy as np

Argument = Any
"""What kernels take: arrays, numbers, words, and tuples of them."""
Signature = Any
"""A word, or a tuple that begins with one; of a call, that of the tuple it is given."""
EDGE = 2
"""Elements of an example on each axis: one alone would be in any order."""


def signature_of(value: Argument) -> Signature:
    """Return what numba's types follow from, for an argument or a tuple of them."""
    if isinstance(value, np.ndarray):
        order = (
            "C"
            if value.flags.c_contiguous
            else "F"
            if value.flags.f_contiguous
            else "A"
        )
        return "array", value.dtype.str, value.ndim, order, value.flags.writeable
    if isinstance(value, np.generic):
        return "scalar", value.dtype.str
    if isinstance(value, tuple):
        return ("tuple", *map(signature_of, value))
    if isinstance(value, str):
        return "name", value
    return type(value).__name__


def example(signature: Signature) -> Argument:
    """Return an argument, or a tuple of them, of a signature."""
    if isinstance(signature, str):
        return {"int": 1, "float": 1.0, "bool": True}[signature]
    kind, *what = signature
    if kind == "array":
        return _array(*what)
    if kind == "scalar":
        return np.dtype(what[0]).type(1)
    return what[0] if kind == "name" else tuple(map(example, what))


def _array(dtype: str, ndim: int, order: str, writeable: bool) -> np.ndarray:
    shape = (EDGE,) * ndim
    if order == "A":
        array = np.zeros((*shape, EDGE), dtype)[..., 0]
    else:
        array = np.zeros(shape, dtype)
        array = np.asfortranarray(array) if order == "F" else array
    array.flags.writeable = writeable
    return array


def frozen(value: Signature) -> Signature:
    """Return a signature that came as JSON, whose tuples are lists."""
    return tuple(map(frozen, value)) if isinstance(value, list) else value
