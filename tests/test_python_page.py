"""The page of the Python interface: it says what the docstrings say."""

from __future__ import annotations

import python_page


def test_page_is_up_to_date(root):
    written = (root / "docs" / "python.md").read_text(encoding="utf-8")
    assert written == python_page.page(), "run `make docs` to renew docs/python.md"


def test_everything_that_the_face_names_is_on_the_page():
    from gridr_qgis import core

    text = python_page.page()
    for name in core.__all__:
        assert f"### {name}\n" in text


def test_every_argument_and_field_has_a_meaning():
    for line in python_page.page().splitlines():
        if line.startswith(("- ", "| `")):
            assert not line.endswith(("**", "|  |", "`")), line


class Shown:
    first: int = 1
    """One, as in ``x[0]``."""
    second = 2
    third: str = "c"
    """Several
    words."""


def test_texts_below_attributes_are_found():
    expected = {"first": "One, as in ``x[0]``.", "third": "Several words."}
    assert python_page.attribute_docs(Shown) == expected


def shown(one: int, *, two: str = "b") -> int:
    """Do it.

    Parameters
    ----------
    one : int
        The first,
        in two lines.

    Returns
    -------
    int
        A ``number``.
    """
    return one


def test_sections_become_lists():
    assert list(python_page.numpydoc(shown)) == [
        "Do it.",
        "**Parameters**",
        "- **one** (int): The first, in two lines.",
        "**Returns**",
        "- **int**: A `number`.",
    ]
    assert "shown(one: int, *, two: str" in python_page.function(shown)
