"""The report on control points: what it tells."""

import re

import pytest
from gridr_qgis.algorithms.results.points_report import flag_words, points_report
from gridr_qgis.core.mapping import residuals
from gridr_qgis.core.mapping.residuals import Flag
from helpers.judged import judged


@pytest.fixture(autouse=True)
def app(qgis_app):
    """What draws texts."""


def text_of(points):
    return points_report(points, "a & b", ["made <so>"])


def rows_of(text):
    """Return the cells of the table of points."""
    rows = re.findall(r"<tr>(.*?)</tr>", text)
    return [re.findall(r"<td[^>]*>(.*?)</td>", row) for row in rows][2:]


def test_it_tells_how_well_points_fit():
    points = judged(disabled=(3,))
    text = text_of(points)
    assert "<title>Control points of a &amp; b</title>" in text
    assert "9 of 10 points, fit polynomial 1: residuals " in text
    assert f"{points.rms:.2f} source pixels (root mean square)" in text
    assert f"{points.rms_left_out:.2f} source pixels. The worst is point" in text
    assert "made &lt;so&gt;" in text
    assert text.count("<img ") == 1


def test_the_table_has_all_points():
    points = judged(12, disabled=(3,), p6=(30, 40))
    rows = rows_of(text_of(points))
    assert [row[0] for row in rows] == [str(number) for number in range(1, 13)]
    for row, (r, c), (x, y) in zip(rows, points.pixels, points.places):
        assert row[1:5] == [f"{c:.2f}", f"{r:.2f}", f"{x:.7f}", f"{y:.7f}"]
    assert rows[2][7] == "disabled"
    assert "suspect" in rows[5][7]


def test_metres_have_two_decimals():
    rows = rows_of(text_of(judged(crs="EPSG:32632")))
    assert re.fullmatch(r"\d+\.\d\d", rows[0][3])


def test_what_is_odd_changes_its_colour():
    assert 'class="good"' in text_of(judged(3))
    text = text_of(judged(12, p6=(30, 40)))
    assert 'class="odd"' in text
    assert re.search(r"Suspect: 6\b", text)  # the worst first


def test_too_few_points_are_told():
    text = text_of(judged(3))
    assert "There are too few points to leave one out" in text
    assert "nan" not in text


def test_too_many_points_are_told(monkeypatch):
    monkeypatch.setattr(residuals, "MOST_AGAIN", 11)
    sentence = "There are too many points to leave each out with this fit."
    assert sentence in text_of(judged(12, fit="projective"))
    assert sentence not in text_of(judged(12, fit="polynomial1"))


def test_every_flag_has_words():
    assert set(flag_words()) == {flag.value for flag in Flag}
