"""Values of each kind, and their sentences."""

import math
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.options import StripTarget
from gridr_qgis.core.values import (
    dtype_of,
    extent_of,
    finite_of,
    flag_of,
    mapping_of,
    member_of,
    number_of,
    optional,
    options_of,
    pair_of,
    path_of,
    ranges_of,
    real_of,
    some_of,
    text_of,
    whole_number_of,
    whole_numbers_of,
    whole_pair_of,
)
from helpers.odd_values import ODD

KINDS = [
    dtype_of,
    extent_of,
    finite_of,
    flag_of,
    mapping_of,
    member_of(StripTarget),
    number_of,
    optional(text_of),
    options_of,
    pair_of,
    path_of,
    ranges_of,
    real_of,
    some_of,
    text_of,
    whole_number_of,
    whole_numbers_of,
    whole_pair_of,
]


class Stranger:
    def __repr__(self):
        raise RuntimeError


@pytest.mark.parametrize("kind", KINDS)
def test_any_value_is_taken_or_refused_with_a_sentence(kind):
    refused = 0
    for value in [*ODD, Stranger(), "x" * 10_000, range(10**9)]:
        try:
            kind(value, "It")
        except GridrError as error:
            refused += 1
            sentence = str(error)
            assert sentence.startswith("It must ")
            assert " got " in sentence
            assert 30 < len(sentence) < 300
    assert refused > 5


def takes(kind, value, expected):
    found = kind(value, "It")
    assert found == expected
    assert type(found) is type(expected)


def test_whole_numbers():
    for value in (3, np.uint8(3), np.int64(3), np.array(3)):
        takes(whole_number_of, value, 3)
    for value in (True, 3.0, np.float32(3), np.bool_(1), "3", 2**63, np.timedelta64(3)):
        with pytest.raises(GridrError, match="must be a whole number, got"):
            whole_number_of(value, "It")
    takes(whole_number_of, 2**63 - 1, 2**63 - 1)


def test_numbers():
    for value in (0.5, np.float32(0.5), Fraction(1, 2), np.array(0.5)):
        takes(number_of, value, 0.5)
    takes(number_of, np.int8(-3), -3)
    takes(number_of, float("inf"), math.inf)
    assert math.isnan(number_of(np.float32("nan"), "It"))
    takes(finite_of, 7, 7)
    takes(real_of, 7, 7.0)
    for value in (math.nan, math.inf, 10**400, 1j, True, "1", None):
        with pytest.raises(GridrError, match="must be a (finite )?number, got"):
            finite_of(value, "It")


def test_flags():
    for value in (True, np.bool_(True), 1, np.uint8(1)):
        takes(flag_of, value, True)
    for value in (2, 1.0, "yes", None, np.array([True])):
        with pytest.raises(GridrError, match="It must be True or False, got"):
            flag_of(value, "It")


def test_pairs_ranges_extents():
    for value in ((1, 2), [1, np.int8(2)], np.array([1, 2]), range(1, 3)):
        takes(whole_pair_of, value, (1, 2))
        takes(pair_of, value, (1.0, 2.0))
    for value in ("12", b"12", {1: 2, 3: 4}, {1, 2}, (1,), (1, 2, 3), 1, None):
        with pytest.raises(GridrError, match=r"must be two whole numbers \(row, col"):
            whole_pair_of(value, "It")
    takes(ranges_of, np.array([[0, 3], [1, 4]]), ((0, 3), (1, 4)))
    takes(extent_of, [0, 1, 2.5, 3], (0.0, 1.0, 2.5, 3.0))
    takes(whole_numbers_of, (), ())


def test_paths_are_texts_or_paths():
    takes(path_of, Path("a") / "b.tif", str(Path("a") / "b.tif"))
    takes(path_of, "/vsimem/a.tif", "/vsimem/a.tif")
    for value in (b"a.tif", "", "a\0.tif", 5, None):
        with pytest.raises(GridrError, match="It must be the name of a file, got"):
            path_of(value, "It")


def test_types():
    for value in ("uint16", np.uint16, np.dtype(">u2")):
        takes(dtype_of, value, "uint16")


def test_options_become_texts():
    given = {"TILED": True, "ZLEVEL": np.int8(9), "COMPRESS": "LZW"}
    takes(options_of, given, {"TILED": "True", "ZLEVEL": "9", "COMPRESS": "LZW"})
    with pytest.raises(GridrError, match=r"by name, got \{'ZLEVEL': None\}"):
        options_of({"ZLEVEL": None}, "It")
