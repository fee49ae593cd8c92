"""Where control points lie in a source, and how far the fit puts them off: drawn."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPolygonF

from ..texts import tr
from .pictures import INK, PAPER, font_of

if TYPE_CHECKING:
    from ...core.mapping.residuals import JudgedPoints

SIZE = 680, 560
"""Most columns and rows of the source's frame [pixels of the picture]."""
LEAST = 120
"""Least of them."""
MARGIN = 40
"""Around the frame, where names of points beside it have room."""
LEGEND = 46
"""Rows below it."""
LONGEST = 0.12
"""Length of the longest arrow, in sizes of the frame."""
FRAME = QColor("#f4f6f7")
GOOD, ODD, OFF = QColor("#1f5fd0"), QColor("#d9541e"), QColor("#9aa3aa")
"""Points that are fitted; suspect ones; disabled ones."""
OTHERS = QColor("#7b8790")
"""Arrows to where the others put a point."""
HEAD = 7.0
"""Length of an arrow's head."""


def points_picture(points: JudgedPoints) -> QImage:
    """Return a picture of control points in the source.

    Arrows lead from where a point is to where the fit puts it, and thin ones to where
    the fit of all others does, both longer by a factor that the legend tells.
    """
    frame = _frame(points)
    width = int(frame.right() + MARGIN)
    image = QImage(
        max(width, 480),
        int(frame.bottom()) + MARGIN + LEGEND,
        QImage.Format.Format_RGB32,
    )
    image.fill(PAPER)
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font_of(11))
        painter.setPen(QPen(OTHERS, 1))
        painter.fillRect(frame, FRAME)
        painter.drawRect(frame)
        _draw_points(painter, points, frame)
        _draw_legend(painter, points, frame)
    finally:
        painter.end()
    return image


def _frame(points: JudgedPoints) -> QRectF:
    """Return where the source is drawn."""
    rows, cols = points.src_shape
    scale = min(SIZE[0] / cols, SIZE[1] / rows)
    return QRectF(MARGIN, MARGIN, max(LEAST, scale * cols), max(LEAST, scale * rows))


def _place(points: JudgedPoints, frame: QRectF, pixel: list[float]) -> QPointF:
    """Return where a row and a column are drawn; far ones at the picture's edge."""
    rows, cols = points.src_shape
    across = frame.left() + (pixel[1] + 0.5) / cols * frame.width()
    down = frame.top() + (pixel[0] + 0.5) / rows * frame.height()
    edge = MARGIN / 2
    return QPointF(
        min(max(across, frame.left() - edge), frame.right() + edge),
        min(max(down, frame.top() - edge), frame.bottom() + edge),
    )


def _per_pixel(points: JudgedPoints, frame: QRectF) -> float:
    """Return the length of an arrow for one source pixel [pixels of the picture]."""
    lengths = [
        math.hypot(*error)
        for errors in (points.errors, points.left_out)
        for error, enabled in zip(errors.tolist(), points.enabled.tolist())
        if enabled
    ]
    longest = max(filter(math.isfinite, lengths), default=0.0)
    # what is rounding is not shown
    return LONGEST * max(frame.width(), frame.height()) / max(longest, 1e-6)


def _draw_points(painter: QPainter, points: JudgedPoints, frame: QRectF) -> None:
    """Draw the arrows of all points, then the points with their numbers."""
    scale = _per_pixel(points, frame)
    rows = zip(points.pixels, points.errors, points.left_out, points.flags)
    drawn = []
    for pixel, error, left_out, flags in rows:
        at = _place(points, frame, pixel.tolist())
        drawn.append((at, _colour([flag.value for flag in flags])))
        for shift, pen in (
            (left_out.tolist(), QPen(OTHERS, 1.0, Qt.PenStyle.DashLine)),
            (error.tolist(), QPen(drawn[-1][1], 2.0)),
        ):
            if all(map(math.isfinite, shift)):
                _draw_arrow(painter, at, scale * shift[1], scale * shift[0], pen)
    for number, (at, colour) in enumerate(drawn, 1):
        painter.setPen(QPen(PAPER, 1.2))
        painter.setBrush(QBrush(colour))
        painter.drawEllipse(at, 4.0, 4.0)
        _draw_number(painter, at, str(number))


def _colour(flags: list[str]) -> QColor:
    """Return the colour of a point with some flags."""
    if "disabled" in flags:
        return OFF
    return ODD if "suspect" in flags else GOOD


def _draw_number(painter: QPainter, at: QPointF, text: str) -> None:
    """Draw the number of a point beside it, with a halo."""
    place = at + QPointF(6, -6)
    painter.setPen(QPen(PAPER))
    for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1)):
        painter.drawText(place + QPointF(dx, dy), text)
    painter.setPen(QPen(INK))
    painter.drawText(place, text)


def _draw_arrow(
    painter: QPainter, start: QPointF, across: float, down: float, pen: QPen
) -> None:
    """Draw an arrow, if it is long enough to be seen."""
    length = math.hypot(across, down)
    if not 1.0 < length < 1e5:
        return
    end = start + QPointF(across, down)
    painter.setPen(pen)
    painter.drawLine(start, end)
    head = min(HEAD, 0.6 * length)
    along, beside = (across / length, down / length), (-down / length, across / length)
    corners = [
        end - head * QPointF(*along) + side * 0.4 * head * QPointF(*beside)
        for side in (1, -1)
    ]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(pen.color()))
    painter.drawPolygon(QPolygonF([end, *corners]))


def _draw_legend(painter: QPainter, points: JudgedPoints, frame: QRectF) -> None:
    """Draw how long an arrow of some pixels is, and what the colours mean."""
    painter.setFont(font_of(12))
    scale = _per_pixel(points, frame)
    size = _round_number(0.8 * LONGEST * max(frame.width(), frame.height()) / scale)
    left, base = frame.left(), frame.bottom() + MARGIN + 12
    start = QPointF(left, base - 4)
    _draw_arrow(painter, start, scale * size, 0.0, QPen(GOOD, 2.0))
    painter.setPen(QPen(INK))
    at = QPointF(left + scale * size + 8, base)
    words = tr("residual of {size} source pixels").format(size=f"{size:g}")
    painter.drawText(at, words)
    middle = (
        left + scale * size + 40 + painter.fontMetrics().boundingRect(words).width()
    )
    start = QPointF(middle, base - 4)
    _draw_arrow(painter, start, 40.0, 0.0, QPen(OTHERS, 1.0, Qt.PenStyle.DashLine))
    painter.setPen(QPen(INK))
    painter.drawText(QPointF(middle + 48, base), tr("where the others put it"))
    _draw_colours(painter, left, base + 22, list(_colours(points)))


def _colours(points: JudgedPoints) -> Iterator[tuple[QColor, str]]:
    """Yield the colours that a picture has, and what they mean."""
    found = {_colour([flag.value for flag in flags]).name() for flags in points.flags}
    for colour, words in ((GOOD, tr("fitted")), (ODD, tr("suspect")),
                          (OFF, tr("disabled"))):  # fmt: skip
        if colour.name() in found:
            yield colour, words


def _draw_colours(
    painter: QPainter, left: float, base: float, colours: list[tuple[QColor, str]]
) -> None:
    """Draw what colours mean in a line."""
    for colour, words in colours:
        painter.setPen(QPen(PAPER, 1.2))
        painter.setBrush(QBrush(colour))
        painter.drawEllipse(QPointF(left + 4, base - 4), 4.0, 4.0)
        painter.setPen(QPen(INK))
        painter.drawText(QPointF(left + 14, base), words)
        left += 14 + painter.fontMetrics().boundingRect(words).width() + 24


def _round_number(most: float) -> float:
    """Return the largest of 1, 2, 5, 10, ... up to a number above 0."""
    power = 10.0 ** math.floor(math.log10(most))
    return max(step * power for step in (1, 2, 5) if step * power <= most * 1.000001)
