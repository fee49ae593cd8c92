"""Reports: what is in them, that it is well formed, and that QGIS's viewer shows it."""

import re
from base64 import b64decode
from html.parser import HTMLParser

import pytest
from gridr_qgis.algorithms.results.html import (
    Html,
    escaped,
    figure,
    heading,
    page,
    paragraph,
    preformatted,
    table,
    verdict,
)
from qgis.PyQt.QtCore import QBuffer
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QTextDocument

NAME = "<b> & \"c\" 'd' é"


class Tags(HTMLParser):
    """What is opened and closed."""

    def __init__(self, text):
        super().__init__()
        self.open, self.texts, self.attributes = [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.attributes += [(tag, *pair) for pair in attributes]
        if tag not in ("meta", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts.append(data)


@pytest.fixture
def png():
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(200, 0, 0))
    buffer = QBuffer()
    image.save(buffer, "PNG")
    return bytes(buffer.data())


def whole(png):
    parts = [
        verdict([NAME], good=False),
        heading(NAME),
        paragraph(NAME),
        table([NAME, "n"], [[NAME, 3], ["b", 4.5]]),
        figure(png, NAME),
    ]
    return page(NAME, parts, "fr")


def test_texts_of_users_show_as_they_are(png):
    found = Tags(whole(png))
    assert found.open == []
    # title, h1, verdict, h2, p, th, td, caption
    assert found.texts.count(NAME) == 8
    assert ("img", "alt", NAME) in found.attributes
    assert ("html", "lang", "fr") in found.attributes


def test_html_is_not_escaped_again():
    assert escaped(escaped("a & b")) == "a &amp; b"
    assert paragraph(Html("<i>a</i>")) == "<p><i>a</i></p>"
    assert isinstance(escaped(3), Html)


def test_nothing_is_fetched_or_run(png):
    found = Tags(whole(png))
    assert "script" not in whole(png)
    assert not re.search(r"https?:|url\(|@import|<link", whole(png))
    (source,) = [value for _, name, value in found.attributes if name == "src"]
    kind, data = source.split(",")
    assert kind == "data:image/png;base64"
    assert b64decode(data) == png


def test_numbers_are_aligned_right():
    text = table(["name", "rows", "cols"], [["a", 1, 2]])
    sides = [v for _, name, v in Tags(text).attributes if name == "align"]
    assert sides == ["left", "right", "right"] * 2
    text = table([], [["a", "b"]], left=2)
    assert "<th" not in text
    assert "right" not in text


def test_a_picture_may_be_shown_smaller_than_it_is(png):
    assert ("img", "width", "20") in Tags(figure(png, "a", 20)).attributes
    assert "width" not in figure(png, "a")


def test_the_viewer_of_qgis_shows_text_colours_and_pictures(qgis_app, png):
    document = QTextDocument()
    document.setTextWidth(400)
    document.setHtml(whole(png))
    assert document.metaInformation(QTextDocument.MetaInformation.DocumentTitle) == NAME
    assert document.toPlainText().count(NAME) == 7
    assert "font-family" not in document.toPlainText()
    image = QImage(400, 500, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    document.drawContents(painter)
    painter.end()
    pixels = [
        image.pixelColor(x, y).getRgb()[:3] for x in range(400) for y in range(500)
    ]
    assert pixels.count((200, 0, 0)) == 40 * 30
    assert pixels.count(QColor("#fbeed5").getRgb()[:3]) > 1000


def test_a_picture_takes_no_more_than_its_height(qgis_app, png):
    heights = []
    for parts in ([], [figure(png, "", 400)]):
        document = QTextDocument()
        document.setHtml(page("a", parts, "en"))
        heights.append(document.size().height())
    # 300 rows, and a caption
    assert 300 < heights[1] - heights[0] < 370


def test_lines_stay_as_they_are():
    assert preformatted("a <b>\n  c") == "<pre>a &lt;b&gt;\n  c</pre>"
