"""Calls with odd values: each succeeds, or is refused with a sentence."""

import re
import time

import numpy as np
from gridr_qgis.core.errors import GridrError

from .odd_values import ODD

REMEDY = re.compile(r"[.;] \w+ ")
"""More is said than what is wrong."""
SECONDS = 20


def judge(call, **given):
    """Call with some values: a result, or a sentence; in time."""
    started, sentence = time.perf_counter(), None
    try:
        call(**given)
    except GridrError as error:
        sentence = str(error)
    assert sentence is None or sentence.endswith("."), (given, sentence)
    assert time.perf_counter() - started < SECONDS, given
    return sentence


def judge_all(call, name, more=()):
    """Call with every odd value of one argument."""
    for value in [*ODD, *more]:
        held = value.copy() if isinstance(value, np.ndarray) else value
        judge(call, **{name: held})
