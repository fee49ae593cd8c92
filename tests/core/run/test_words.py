import pytest
from gridr_qgis.core.run.words import (
    duration,
    extent,
    megapixels,
    mib,
    pair,
    percent,
    shape_extent,
)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.0421, "0.042 s"),
        (9.94, "9.9 s"),
        (9.96, "10 s"),
        (99.4, "99 s"),
        (99.6, "1 min 40 s"),
        (3599, "59 min 59 s"),
        (3600, "1 h 0 min"),
        (93_784, "26 h 3 min"),
    ],
)
def test_duration(seconds, words):
    assert duration(seconds) == words


def test_megapixels():
    assert megapixels(52_345_678) == "52.3 million pixels/s"
    assert megapixels(1234) == "0.00123 million pixels/s"


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (0, 7, "0.0 %"),
        (7, 7, "100.0 %"),
        (1, 10_000, "less than 0.1 %"),
        (9_999, 10_000, "more than 99.9 %"),
        (1, 3, "33.3 %"),
    ],
)
def test_shares_are_0_and_100_only_where_they_are_exact(part, whole, words):
    assert percent(part, whole) == words


def test_places_and_pairs():
    assert extent((-0.04, 19.96, 5, 1e10)) == "rows -0 to 20 and columns 5 to 1e+10"
    assert shape_extent((20, 30)) == "rows 0 to 19 and columns 0 to 29"
    assert pair((1.23456, 10)) == "1.23 x 10"


def test_bytes():
    assert mib(10 * 2**20 + 2**19) == "10 MiB"
