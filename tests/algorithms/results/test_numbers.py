"""Numbers of reports, in the language of their texts."""

import math

import pytest
from gridr_qgis.algorithms.results import numbers
from gridr_qgis.algorithms.results.numbers import (
    count,
    counts,
    decimal,
    number,
    pair,
    percent,
)


def test_numbers_in_english(qgis_app):
    assert count(1234567) == "1,234,567"
    assert [number(n) for n in (0.123456, 12.3456, 1234.5, 0, 1e-5)] == [
        *("0.123", "12.3", "1,234", "0", "1e-05")
    ]
    assert decimal(1234.56) == "1,234.6"
    assert pair((1.5, 2)) == "1.5 \u00d7 2"
    assert counts((1500, 2)) == "1,500 \u00d7 2"


def test_numbers_in_french(qgis_app, monkeypatch):
    monkeypatch.setattr(numbers, "language", lambda: "fr")
    assert number(0.123456) == "0,123"
    assert decimal(2.5) == "2,5"
    assert count(1234).startswith("1")
    assert count(1234).endswith("234")
    assert "," not in count(1234)


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_no_number(qgis_app, value):
    assert number(value) == decimal(value) == "\u2013"
    assert percent(0, 0) == "\u2013"


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (0, "0.0"),
        (1, "< 0.1"),
        (100, "0.1"),
        (49_960, "50.0"),
        (99_999, "> 99.9"),
        (100_000, "100.0"),
    ],
)
def test_shares_are_none_or_all_only_where_they_are(qgis_app, part, words):
    assert percent(part, 100_000) == f"{words}\u00a0%"
