"""Reading of parameter values, where QGIS itself would read 0."""

import math

import pytest
from gridr_qgis.algorithms import parameters
from gridr_qgis.algorithms.values import (
    band_numbers,
    check_value,
    given_values,
    window_ranges,
)
from gridr_qgis.core.errors import GridrError
from qgis.core import QgsProcessingContext, QgsProperty
from qgis.PyQt.QtCore import QVariant

WHOLE = parameters.whole_number("MEMORY", "Memory limit (MiB)", "")
REAL = parameters.nodata("NODATA")
BAND = parameters.band("GRID_ROW_BAND", "Band", "", "GRID")
BANDS = parameters.bands("BANDS", "INPUT")
TYPE = parameters.data_type("DATA_TYPE")


@pytest.mark.parametrize("empty", [None, "", "  ", [], QVariant()])
def test_given_values_leaves_out_empty_ones(empty):
    assert given_values({"A": empty, "B": 0}, QgsProcessingContext()) == {"B": 0}


def test_given_values_evaluates_expressions():
    values = {"A": QgsProperty.fromExpression("2 + 3")}
    assert given_values(values, QgsProcessingContext()) == {"A": 5}


@pytest.mark.parametrize(
    ("definition", "value"),
    [
        (WHOLE, 1),
        (WHOLE, "256"),
        (WHOLE, 256.0),
        (REAL, -9999),
        (REAL, "-1e-3"),
        (REAL, "nan"),
        (REAL, math.nan),
        (BAND, 2),
        (BAND, "2"),
        (BANDS, "3;1;1"),
        (BANDS, "3,1"),
        (BANDS, ["3", 1]),
        (TYPE, "Float32"),
        (TYPE, None),
    ],
)
def test_check_value_takes(definition, value):
    check_value(definition, value)


@pytest.mark.parametrize(
    ("definition", "value", "sentence"),
    [
        (WHOLE, 0, "MEMORY must be a whole number of at least 1 or empty, got 0."),
        (WHOLE, 2.5, "whole number"),
        (WHOLE, "x", "whole number"),
        (WHOLE, math.nan, "whole number"),
        (REAL, "1,5", "NODATA must be a number or empty, got '1,5'."),
        (REAL, "inf", "must be a number"),
        (REAL, [1], "must be a number"),
        (BAND, "1;2", "GRID_ROW_BAND must be one band number or empty"),
        (BANDS, "red", r"BANDS must be band numbers from 1 up \(such as 3;1\) or empt"),
        (BANDS, [0], "band numbers"),
        (BANDS, [1.5], "band numbers"),
        (BANDS, [None], "band numbers"),
        (TYPE, "float", "DATA_TYPE must be one of Byte, Int16, .* or empty, got 'f"),
        (TYPE, 1, "must be one of"),
        (parameters.interpolation("I"), "bicubic", "I must be one of nearest, linear,"),
    ],
)
def test_check_value_refuses(definition, value, sentence):
    with pytest.raises(GridrError, match=sentence):
        check_value(definition, value)


@pytest.mark.parametrize("value", [(3, 1, 1), [3, 1, 1], "3;1;1", "3, 1,1"])
def test_band_numbers_keeps_order_and_repeats(value):
    assert band_numbers(value) == (3, 1, 1)


@pytest.mark.parametrize("text", ["0,99,200,399", " 0, 99, 200, 399 "])
def test_window_ranges_is_half_open(text):
    assert window_ranges(text) == ((0, 100), (200, 400))


@pytest.mark.parametrize("text", ["0,99,200", "0,9,0,9,0", "0;9;0;9", "a,b,c,d", "5"])
def test_window_ranges_refuses(text):
    with pytest.raises(GridrError, match="four whole numbers first_row,last_row,"):
        window_ranges(text)
