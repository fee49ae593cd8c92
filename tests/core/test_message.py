"""Sentences that keep their keys and values."""

import ast
import copy
import pickle
import re
import string

import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.message import Message, either, joined, listed
from helpers.checkout import ROOT

FILES = [
    path
    for folder in ("core", "algorithms", "gridr_plugin")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if path.name not in ("message.py", "errors.py") or folder != "core"
]
ERRORS = {"GridrError", "HalfWayError"}
TOLD = {"Note", "info", "warning", "pushInfo", "pushWarning", "say", "fail"}
WORD = re.compile(r"[a-z]{2}")


def message():
    return Message("The grid {name!r} has {size:g} bands.", name="g.tif", size=2.0)


def test_a_message_is_its_english_sentence():
    assert message() == "The grid 'g.tif' has 2 bands."
    assert isinstance(message(), str)


def test_a_message_keeps_its_template_and_values():
    assert message().template == "The grid {name!r} has {size:g} bands."
    assert message().values == {"name": "g.tif", "size": 2.0}


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy])
def test_a_copy_keeps_them(copied):
    assert vars_of(copied(message())) == vars_of(message())


def vars_of(one):
    return str(one), one.template, one.values


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_they_come_along_to_another_process(protocol):
    outer = Message("{inner} Look there.", inner=message())
    found = pickle.loads(pickle.dumps(outer, protocol))
    assert vars_of(found) == vars_of(outer)
    assert vars_of(found.values["inner"]) == vars_of(message())


def test_braces_of_values_stay_as_they_are():
    assert Message("a {name}", name="{b}") == "a {b}"
    assert Message("a {{b}}") == "a {b}"


def test_an_error_keeps_its_message():
    error = GridrError("The band {index} is missing.", index=3)
    found = pickle.loads(pickle.dumps(error))
    assert str(error) == str(found) == "The band 3 is missing."
    assert found.message.template == "The band {index} is missing."
    assert found.message.values == {"index": 3}


def test_an_error_takes_a_finished_message():
    given = message()
    assert GridrError(given).message is given


def test_joined_messages_are_kept():
    found = joined([message(), "b"], "; ")
    assert found == "The grid 'g.tif' has 2 bands.; b"
    assert found.values["part0"].template == message().template
    assert joined([]) == ""


def test_listed_messages_are_kept():
    assert listed(["a"]) == "a"
    found = listed(["a", "b", message()])
    assert found == "a and b and The grid 'g.tif' has 2 bands."
    assert found.values["last"].template == message().template
    assert either(["a", "b"]) == "a or b"


def calls(path):
    """Yield (name, call) of the calls in a file that say something."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args:
            function = node.func
            name = getattr(function, "id", getattr(function, "attr", ""))
            if name in {"Message", "tr", *ERRORS, *TOLD}:
                yield name, node


def is_text(node):
    """Tell whether an expression is a text that is put together here."""
    return (
        isinstance(node, (ast.JoinedStr, ast.BinOp))
        or (isinstance(node, ast.Constant) and isinstance(node.value, str))
        or (
            isinstance(node, ast.IfExp) and (is_text(node.body) or is_text(node.orelse))
        )
        or (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "str")
        or (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in ("format", "join", "replace")
            and is_text(node.func.value)
        )
    )


def words_in(node):
    """Return the words that an expression has of its own."""
    parts = [n.value for n in ast.walk(node) if isinstance(n, ast.Constant)]
    specs = [n.format_spec for n in ast.walk(node) if isinstance(n, ast.FormattedValue)]
    of_specs = [n.value for s in specs if s for n in ast.walk(s) if hasattr(n, "value")]
    texts = [part for part in parts if isinstance(part, str) and part not in of_specs]
    return [text for text in texts if " " in text and WORD.search(text)]


OTHER_TEXTS = {
    # what others say, and are asked about
    "can't start new thread",
    *("Best transformation is not available", "PROJ-based coordinate operation"),
    "Read or write failed. ",
    "Read or write failed",
    "See previous exception",
    # names of bands and values, and keys
    *("row displacement", "col displacement", "x displacement", "y displacement"),
    *("grid of columns", "grid mask", "source mask", "same pixel"),
    # what nobody reads
    *("no height", "no number", "the value"),
}


@pytest.mark.parametrize("path", sorted((ROOT / "core").rglob("*.py")), ids=str)
def test_whole_words_of_the_engine_are_marked(path):
    """A text of two words or more is for users, or one of a few others."""
    if "kernels" in path.parts or path.name == "__init__.py":
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    marked = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)
    }  # docstrings
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args:
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in {"Message", *ERRORS}:
                marked.add(id(node.args[0]))
    plain = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and id(node) not in marked
    ]
    words = re.compile(r"[A-Za-z]{2,} [a-z]{2,}|[a-z]{3,}.* [a-z]{2,}")
    texts = {text for text in plain if isinstance(text, str) and words.search(text)}
    assert texts <= OTHER_TEXTS


@pytest.mark.parametrize(
    "path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_what_users_read_is_a_template_with_values(path):
    for name, call in calls(path):
        where, first = f"{path.name}:{call.lineno}", call.args[0]
        if name in TOLD:
            assert not is_text(first), where
            continue
        if name in ERRORS and not is_text(first):
            continue
        assert isinstance(first, ast.Constant), where
        fields = {name for _, name, _, _ in string.Formatter().parse(first.value)}
        if name != "tr":
            assert fields - {None} == {word.arg for word in call.keywords}, where
            for word in call.keywords:
                assert isinstance(word.value, ast.Call) or not words_in(word.value), (
                    where
                )
