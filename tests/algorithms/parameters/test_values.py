"""Reading of parameter values, where QGIS itself would read 0."""

import math
from pathlib import Path

import numpy as np
import pytest
from gridr_qgis.algorithms.parameters import kinds
from gridr_qgis.algorithms.parameters.values import (
    band_numbers,
    check_value,
    creation_options,
    given_values,
    grid_shift,
    named_options,
    plain_value,
    scheduler,
    spacing_of,
    tile_shape,
    window_ranges,
)
from gridr_qgis.core.errors import GridrError
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterEnum,
    QgsProperty,
)
from qgis.PyQt.QtCore import QVariant

WHOLE = kinds.whole_number("MEMORY", "Memory limit (MiB)", "")
ANY_WHOLE = kinds.whole_number("MASK_VALID", "Valid", "", least=None, default=1)
REAL = kinds.number("NODATA", "Nodata", "")
BAND = kinds.band("GRID_ROW_BAND", "Band", "", "GRID")
BANDS = kinds.band("BANDS", "Bands", "", "INPUT", many=True)
TYPE = kinds.choice("DATA_TYPE", "Type", "", ["Byte", "Int16", "Float32"])
METHOD = kinds.choice("METHOD", "Method", "", ["nearest", "linear"], "linear")
FLAG = kinds.flag("TRUST_PADDING", "Trust", "")


MANY_DIGITS = 10**5000
"""More than Python writes."""
NO_OUTPUT = QgsProcessingOutputLayerDefinition("")


@pytest.mark.parametrize(
    "empty",
    [None, "", "  ", [], (), np.array([]), QVariant(), QVariant(""), NO_OUTPUT],
    ids=repr,
)
def test_given_values_leaves_out_empty_ones(empty):
    assert given_values({"A": empty, "B": 0}, QgsProcessingContext()) == {"B": 0}


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (np.int64(3), 3),
        (np.array(3), 3),
        (np.float32(2.5), 2.5),
        (np.bool_(True), True),
        (np.str_("cubic"), "cubic"),
        (np.array([3, 1]), [3, 1]),
        ([np.int64(3), 1], [3, 1]),
        ((3, 1), [3, 1]),
        (QVariant("cubic"), "cubic"),
        (Path("scene.tif"), "scene.tif"),
        (QgsProperty.fromValue((3, 1)), [3, 1]),
    ],
    ids=repr,
)
def test_given_values_are_pythons_own(value, plain):
    got = given_values({"A": value}, QgsProcessingContext())["A"]
    assert (got, type(got)) == (plain, type(plain))


@pytest.mark.parametrize(
    ("value", "named"),
    [
        ("b", "b"),
        (1, "b"),
        ("1", "b"),
        (1.0, "b"),
        (2, 2),
        (-1, -1),
        (0.5, 0.5),
        (True, True),
        ("x", "x"),
        (math.nan, math.nan),
        (math.inf, math.inf),
        ([1], [1]),
    ],
    ids=repr,
)
def test_options_may_be_given_by_their_number(value, named):
    definitions = [QgsProcessingParameterEnum("A", "", ["a", "b"]), WHOLE]
    given = {"A": value, WHOLE.name(): 1, "B": 0}
    assert named_options(definitions, given) == {**given, "A": named}


def test_option_that_is_a_number_is_itself():
    definition = QgsProcessingParameterEnum("A", "", ["1", "0"])
    assert named_options([definition], {"A": "1"}) == {"A": "1"}


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
        (METHOD, None),
        (ANY_WHOLE, -128),
        (ANY_WHOLE, "4294967295"),
        (FLAG, True),
        (FLAG, "false"),
        (FLAG, "0"),
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
        (METHOD, "bicubic", "METHOD must be one of nearest, linear, got 'bicubic'."),
        (ANY_WHOLE, 0.5, "MASK_VALID must be a whole number, got 0.5."),
        (FLAG, "maybe", "TRUST_PADDING must be true or false, got 'maybe'."),
        (FLAG, 2, "must be true or false"),
        (WHOLE, "9" * 5000, "got '9{199}\\.\\.\\.\\.$"),
        pytest.param(WHOLE, MANY_DIGITS, r"got a value of type int\.$", id="digits"),
    ],
)
def test_check_value_refuses(definition, value, sentence):
    with pytest.raises(GridrError, match=sentence):
        check_value(definition, value)


@pytest.mark.parametrize(
    ("definition", "value", "plain"),
    [
        (WHOLE, "256", 256),
        (WHOLE, 256.0, 256),
        (ANY_WHOLE, -128, -128),
        (REAL, "-1e-3", -0.001),
        (REAL, 7, 7.0),
        (BAND, ["2"], 2),
        (BANDS, "3;1;1", (3, 1, 1)),
        (BANDS, 2, (2,)),
        (TYPE, "Float32", "Float32"),
        (FLAG, "False", False),
        (FLAG, "true", True),
        (FLAG, 1, True),
    ],
)
def test_plain_value(definition, value, plain):
    got = plain_value(definition, value)
    assert (got, type(got)) == (plain, type(plain))


@pytest.mark.parametrize(
    ("convention", "shift"), [("center0", 0), ("center05", -0.5), ("one_based", -1)]
)
def test_grid_shift_adds_the_convention(convention, shift):
    given = {"CONVENTION": convention, "SHIFT_ROW": 2.25, "SHIFT_COL": -3.0}
    assert grid_shift(given) == (2.25 + shift, -3 + shift)


def test_tile_shape_is_both_or_none():
    assert tile_shape({}) is None
    assert tile_shape({"TILE_ROWS": 5, "TILE_COLS": 7}) == (5, 7)
    for name in ("TILE_ROWS", "TILE_COLS"):
        with pytest.raises(GridrError, match="go together: give the height and the"):
            tile_shape({name: 5})


@pytest.mark.parametrize(
    "text",
    [
        "tcp://host:8786",
        "host",
        "10.0.0.7:8786",
        "tls://[::1]:1",
        "x y/s.json",
        __file__,
    ],
)
def test_schedulers_are_addresses_or_files(text):
    assert scheduler({"SCHEDULER": f" {text} "}) == text


def test_this_machine_needs_no_scheduler():
    for given in ({}, {"SCHEDULER": "local"}, {"SCHEDULER": " LOCAL "}):
        assert scheduler(given) is None


@pytest.mark.parametrize("text", ["my cluster", "tcp://", "a:b:c", ["a b"], "/no/file"])
def test_what_is_no_scheduler_is_refused(text):
    with pytest.raises(GridrError, match=r"local or empty, got"):
        scheduler({"SCHEDULER": text})


@pytest.mark.parametrize("value", [(3, 1, 1), [3, 1, 1], "3;1;1", "3, 1,1"])
def test_band_numbers_keeps_order_and_repeats(value):
    assert band_numbers(value) == (3, 1, 1)


@pytest.mark.parametrize(
    ("text", "spacing"),
    [("8", (8, 8)), (8, (8, 8)), ("4,8", (4, 8)), ("4;8", (4, 8)), ("0", (0, 0))],
)
def test_spacing_is_one_number_or_rows_and_columns(text, spacing):
    assert spacing_of(text) == spacing


@pytest.mark.parametrize("text", ["", "a", "2.5", "1,2,3", "4,", "inf", "1e400"])
def test_spacing_refuses(text):
    with pytest.raises(GridrError, match="SPACING must be one whole number such as 8"):
        spacing_of(text)


@pytest.mark.parametrize("text", ["0,99,200,399", " 0, 99, 200, 399 "])
def test_window_ranges_is_half_open(text):
    assert window_ranges(text) == ((0, 100), (200, 400))


@pytest.mark.parametrize("text", ["0,99,200", "0,9,0,9,0", "0;9;0;9", "a,b,c,d", "5"])
def test_window_ranges_refuses(text):
    with pytest.raises(GridrError, match="four whole numbers first_row,last_row,"):
        window_ranges(text)


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("", {}),
        (" | ", {}),
        ("COMPRESS=DEFLATE", {"COMPRESS": "DEFLATE"}),
        ("compress = lzw |PREDICTOR=2|", {"COMPRESS": "lzw", "PREDICTOR": "2"}),
        ("A=1|A=1", {"A": "1"}),
        ("A=x=y z", {"A": "x=y z"}),
    ],
)
def test_creation_options_by_name(text, options):
    assert creation_options(text) == options


@pytest.mark.parametrize(
    "text", ["LZW", "COMPRESS=", "=LZW", "A=1|B", "A=1|=", "A B=1", 5]
)
def test_creation_options_refuses_what_is_no_pair(text):
    with pytest.raises(GridrError, match=r"must be NAME=VALUE pairs between \|, such"):
        creation_options(text)


def test_creation_options_refuses_two_values():
    with pytest.raises(GridrError, match="gives A two values, 1 and 2. Give one."):
        creation_options("a=1|A=2")
