"""Kinds of parameters: what all of a kind have in common."""

import pytest
from gridr_qgis.algorithms.parameters import kinds
from gridr_qgis.algorithms.parameters.values import is_advanced, is_optional
from qgis.core import Qgis, QgsProcessingParameterNumber

ALL = {
    "raster": lambda: kinds.raster("N", "Label", "Help."),
    "band": lambda: kinds.band("N", "Label", "Help.", "INPUT"),
    "whole_number": lambda: kinds.whole_number("N", "Label", "Help."),
    "number": lambda: kinds.number("N", "Label", "Help."),
    "flag": lambda: kinds.flag("N", "Label", "Help."),
    "choice": lambda: kinds.choice("N", "Label", "Help.", ["a", "b"]),
    "text_line": lambda: kinds.text_line("N", "Label", "Help."),
    "raster_options": lambda: kinds.raster_options("N", "Label", "Help."),
}
"""One of each kind, with as little as it takes."""


@pytest.mark.parametrize("kind", ALL)
def test_every_kind_has_name_label_and_help(kind):
    definition = ALL[kind]()
    shown = definition.name(), definition.description(), definition.help()
    assert shown == ("N", "Label", "Help.")
    assert not is_advanced(definition)


@pytest.mark.parametrize("kind", ALL)
def test_advanced_changes_the_place_only(kind):
    definition, same = ALL[kind](), ALL[kind]()
    folded = kinds.advanced(definition)
    assert folded is definition
    assert is_advanced(folded)
    assert is_optional(folded) == is_optional(same)
    assert folded.toVariantMap().keys() == same.toVariantMap().keys()


@pytest.mark.parametrize("kind", ["band", "text_line", "raster_options"])
def test_kinds_that_may_always_be_left_open(kind):
    assert is_optional(ALL[kind]())


@pytest.mark.parametrize(
    ("make", "default"),
    [
        (lambda value: kinds.whole_number("N", "", "", default=value), 4),
        (lambda value: kinds.number("N", "", "", default=value), 0.25),
        (lambda value: kinds.choice("N", "", "", ["a", "b"], value), "b"),
    ],
    ids=["whole_number", "number", "choice"],
)
def test_without_a_default_it_is_optional(make, default):
    assert (make(default).defaultValue(), is_optional(make(default))) == (
        default,
        False,
    )
    assert (make(None).defaultValue(), is_optional(make(None))) == (None, True)


def test_raster_is_required_if_not_told_otherwise():
    assert not is_optional(kinds.raster("N", "", ""))
    assert is_optional(kinds.raster("N", "", "", optional=True))


@pytest.mark.parametrize("many", [False, True])
def test_band_belongs_to_its_raster(many):
    definition = kinds.band("N", "", "", "GRID", many)
    assert definition.parentLayerParameterName() == "GRID"
    assert definition.allowMultiple() is many


def test_whole_numbers_have_a_least_one():
    kind = QgsProcessingParameterNumber.Type
    definition = kinds.whole_number("N", "", "")
    assert (definition.dataType(), definition.minimum()) == (kind.Integer, 1)
    assert kinds.whole_number("N", "", "", least=0).minimum() == 0
    assert kinds.whole_number("N", "", "", least=None).minimum() < -(2**31)
    assert kinds.number("N", "", "").dataType() == kind.Double


def test_number_shows_its_decimals():
    metadata = kinds.number("N", "", "", decimals=12).metadata()
    assert metadata == {"widget_wrapper": {"decimals": 12}}


def test_choice_stores_its_texts():
    definition = kinds.choice("N", "", "", {"a": 1, "b": 2}, "a")
    assert definition.options() == ["a", "b"]
    assert definition.usesStaticStrings()
    assert definition.metadata() == {}


def test_choice_shows_words_in_the_order_of_its_options():
    words = {"c": "Three", "b": "Two", "a": "One"}
    metadata = kinds.choice("N", "", "", ["a", "b"], words=words).metadata()
    assert metadata["widget_wrapper"]["words"] == ["One", "Two"]


@pytest.mark.parametrize("default", [False, True])
def test_flag_is_never_open(default):
    definition = kinds.flag("N", "", "", default)
    assert (definition.defaultValue(), is_optional(definition)) == (default, False)


@pytest.mark.parametrize(
    ("version", "widget"),
    [
        (33999, kinds.OLD_OPTIONS_WIDGET),
        (34000, kinds.NEW_OPTIONS_WIDGET),
    ],
)
def test_raster_options_have_the_table_of_their_qgis(monkeypatch, version, widget):
    monkeypatch.setattr(Qgis, "QGIS_VERSION_INT", version)
    assert kinds.raster_options("N", "", "").metadata() == {"widget_wrapper": widget}


def test_help_tells_what_the_list_calls_an_option():
    words = {"a": "First", "b": "Second", "c": "Third"}
    text = "Of three. a: one. b, c\u00a0: others; a of them."
    told = kinds.choice("N", "", text, list(words), words=words).help()
    assert told == "Of three. First [a]: one. b, c\u00a0: others; a of them."


def test_words_of_lists_come_and_go_in_what_is_told():
    words = {"a": "First", "b": "Second"}
    definition = kinds.choice("N", "", "a: one. b: two.", list(words), words=words)
    assert kinds.list_words(definition) == words
    assert definition.help() == "First [a]: one. Second [b]: two."
    assert kinds.without_words(definition.help(), words) == "a: one. b: two."
    assert [kinds.shown(definition, each) for each in ("b", "other", 3)] == [
        "Second [b]",
        "other",
        3,
    ]


def test_what_has_no_words_is_shown_as_it_is():
    definition = kinds.choice("N", "", "", ["a", "b"])
    assert kinds.list_words(definition) == {}
    assert kinds.shown(definition, "a") == "a"
