"""Pictures of reports: drawn on images, so in any thread and without a window."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QBuffer, QIODevice, QPointF, QRectF, Qt
from qgis.PyQt.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QLinearGradient,
    QPainter,
    QPen,
    QPolygonF,
)

from ..texts import tr
from .numbers import number

if TYPE_CHECKING:
    import numpy as np

SIZE = 760
"""Most columns of a picture, and most rows but for a legend [pixels]."""
LEAST = 24
"""Least rows and columns of what is drawn, whatever its shape [pixels]."""
RAMP = (
    *((68, 1, 84), (72, 40, 120), (62, 74, 137), (49, 104, 142), (38, 130, 142)),
    *((31, 158, 137), (53, 183, 121), (109, 205, 89), (180, 222, 44), (253, 231, 37)),
)
"""Colours of rising values: viridis, which grows lighter evenly for all eyes."""
MASKED, FOLDED = QColor("#c9cdd1"), QColor("#d7191c")
PAPER, INK, LINES = QColor("#ffffff"), QColor("#202428"), QColor("#d9541e")
START = QColor("#1f5fd0")
"""Colour of the first node."""
LINES_DRAWN = 21
"""Most lines of the grid in each direction."""
AT_ONCE = 3
"""Most places of a line that are drawn at once: where it runs wildly to and fro, 201
took fifteen times as long."""
BEYOND = 0.5
"""Sizes of the source that are shown on each side of it, at most."""
FARTHEST = 1e5
"""Pixels beyond the picture that painters are given."""
STRETCH = (2, 98)
"""Percent of the pixels between which a quick look goes from black to white."""
LEGEND = 56
"""Rows of the legend [pixels]."""
TICKS = 5
"""Numbers beside the ramp."""
STRIPES = 14
"""Columns from stripe to stripe [pixels]."""
LEAST_SPAN = 1.02
"""Times that the ramp's end is its start, at least."""


def png_of(image: QImage) -> bytes:
    """Return a picture as a file of format PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data())


def font_of(size: int) -> QFont:
    """Return a font of a size in pixels, whatever the screen's resolution."""
    font = QFont("sans-serif")
    font.setPixelSize(size)
    return font


def image_of(pixels: np.ndarray) -> QImage:
    """Return the picture of uint8 (rows, cols, 3), red first."""
    import numpy as np

    rows, cols, _ = pixels.shape
    data = np.ascontiguousarray(pixels, np.uint8).tobytes()
    # a copy, as the image only borrows what it is given
    return QImage(data, cols, rows, 3 * cols, QImage.Format.Format_RGB888).copy()


def look_image(look: np.ndarray) -> QImage:
    """Return a quick look, float (1 or 3, rows, cols), as a picture.

    Each of its bands is stretched between `STRETCH`; nodata is as paper.
    """
    import numpy as np

    shown = np.full((*look.shape[1:], 3), 255.0)
    known = np.isfinite(look).all(axis=0)
    for channel in range(3):
        band = look[channel if len(look) == 3 else 0][known]
        if band.size:
            low, high = np.percentile(band, STRETCH)
            span = high - low
            middle = np.full(band.shape, 0.5)
            share = (band - low) / span if span > 0 else middle
            shown[known, channel] = 255 * np.clip(share, 0, 1)
    return image_of(shown.round())


def grid_picture(
    look: np.ndarray, src_shape: tuple[int, int], lattice: np.ndarray
) -> QImage:
    """Return the quick look of a source with the lines of a grid over it.

    Parameters
    ----------
    look : ndarray, shape (1 or 3, rows, cols)
        The quick look.
    src_shape : (int, int)
        (rows, cols) of the source.
    lattice : ndarray, shape (2, n, m)
        Rows and columns of some nodes of the grid, NaN where there is none.
    """
    view = _View(src_shape, lattice)
    image = QImage(*view.size, QImage.Format.Format_RGB32)
    image.fill(QColor("#eef1f3"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(view.source, look_image(look))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor("#6b747c"), 1))
    painter.drawRect(view.source)
    x, y = view.places(lattice)
    lines = list(_lines(x, y))
    outer = [line for is_outer, line in lines if is_outer]
    inner = [line for is_outer, line in lines if not is_outer]
    _draw_lines(painter, inner + outer, QColor(255, 255, 255, 150), 3.0, 4.0)
    _draw_lines(painter, inner, LINES, 1.1, 3.0)
    _draw_lines(painter, outer, LINES, 2.0, 4.0)
    if math.isfinite(x[0, 0]):
        painter.setPen(QPen(PAPER, 1.5))
        painter.setBrush(QBrush(START))
        painter.drawEllipse(QPointF(x[0, 0], y[0, 0]), 5.0, 5.0)
    painter.end()
    return image


class _View:
    """Where places of a source are in a picture.

    Parameters
    ----------
    shape : (int, int)
        (rows, cols) of the source.
    lattice : ndarray, shape (2, n, m)
        What else is to be seen, as far as it is not too far away.
    """

    def __init__(self, shape: tuple[int, int], lattice: np.ndarray) -> None:
        ranges = []
        for size, nodes in zip(shape, lattice):
            ends = -0.5, size - 0.5
            most = ends[0] - BEYOND * size, ends[1] + BEYOND * size
            known = nodes[(nodes >= most[0]) & (nodes <= most[1])]
            low = float(known.min(initial=ends[0]))
            high = float(known.max(initial=ends[1]))
            room = 0.02 * (high - low)
            ranges.append((low - room, high + room))
        (top, bottom), (left, right) = ranges
        self._first = top, left
        height, width = bottom - top, right - left
        scale = SIZE / max(height, width)
        self.size = (
            max(LEAST, round(width * scale)),
            max(LEAST, round(height * scale)),
        )
        self._scale = self.size[1] / height, self.size[0] / width
        (y, x), (y_end, x_end) = map(
            self._place, ((-0.5, -0.5), (shape[0] - 0.5, shape[1] - 0.5))
        )
        self.source = QRectF(x, y, x_end - x, y_end - y)

    def _place(self, place: Sequence[float]) -> list[float]:
        """Return (y, x) of a (row, col)."""
        parts = zip(place, self._first, self._scale)
        return [(value - first) * scale for value, first, scale in parts]

    def places(self, lattice: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return x and y of rows and columns (2, n, m)."""
        import numpy as np

        y, x = (np.clip(part, -FARTHEST, FARTHEST) for part in self._place(lattice))
        return x, y


def _lines(x: np.ndarray, y: np.ndarray) -> Iterator[tuple[bool, QPolygonF]]:
    """Yield whether it is an outermost one, and each part of a line of a grid."""
    for across, down in ((x, y), (x.T, y.T)):
        last = len(across) - 1
        for line in sorted(set(_evenly(last))):
            for part in _parts(across[line], down[line]):
                yield line in (0, last), part


def _evenly(last: int) -> Iterator[int]:
    """Yield the places of some of 0 ... last, both of these among them."""
    count = min(last, LINES_DRAWN - 1)
    yield 0
    yield from (round(last * k / count) for k in range(1, count + 1))


def _parts(x: np.ndarray, y: np.ndarray) -> Iterator[QPolygonF]:
    """Yield the parts of a line that have places, at most `AT_ONCE` at a time."""
    points: list[QPointF] = []
    for place in (*zip(x.tolist(), y.tolist()), (math.nan, math.nan)):
        if math.isfinite(place[0]):
            points.append(QPointF(*place))
            continue
        if len(points) == 1:
            yield QPolygonF(points)
        for start in range(0, len(points) - 1, AT_ONCE - 1):
            yield QPolygonF(points[start : start + AT_ONCE])
        points = []


def _draw_lines(
    painter: QPainter,
    lines: Sequence[QPolygonF],
    colour: QColor,
    width: float,
    dot: float,
) -> None:
    """Draw lines; those of one place as dots."""
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    for line in lines:
        is_dot = line.count() == 1
        size = dot if is_dot else width
        painter.setPen(QPen(QBrush(colour), size, Qt.PenStyle.SolidLine, cap, join))
        if is_dot:
            painter.drawPoint(line[0])
        else:
            painter.drawPolyline(line)


def scale_picture(
    scale: np.ndarray, folded: np.ndarray, coarse: np.ndarray, step: tuple[int, int]
) -> QImage:
    """Return a map of scales with its legend.

    Parameters
    ----------
    scale : ndarray, shape (rows, cols)
        Source pixels per output pixel; NaN where there is no position.
    folded : ndarray of bool, shape (rows, cols)
        Where the grid turns against most of itself.
    coarse : ndarray of bool, shape (rows, cols)
        Where an anti-alias filter acts.
    step : (int, int)
        Output pixels that one of its rows and columns stands for.
    """
    import numpy as np

    known = np.isfinite(scale) & (scale > 0)
    low, high = 1.0, 1.0
    if known.any():
        low, high = np.percentile(scale[known], STRETCH)
    if high < low * LEAST_SPAN:
        middle = math.sqrt(low) * math.sqrt(high)
        low, high = middle / LEAST_SPAN, middle * LEAST_SPAN
    pixels = np.empty((*scale.shape, 3))
    with np.errstate(all="ignore"):
        share = np.log(scale / low) / math.log(high / low)
    share = np.nan_to_num(np.clip(share, 0, 1)) * (len(RAMP) - 1)
    for channel, colours in enumerate(zip(*RAMP)):
        pixels[..., channel] = np.interp(share, np.arange(len(RAMP)), colours)
    pixels[np.isnan(scale)] = MASKED.getRgb()[:3]
    pixels[folded] = FOLDED.getRgb()[:3]
    height, width = scale.shape[0] * step[0], scale.shape[1] * step[1]
    times = SIZE / max(height, width)
    cols, rows = (max(LEAST, round(size * times)) for size in (width, height))
    image = QImage(SIZE, rows + LEGEND, QImage.Format.Format_RGB32)
    image.fill(PAPER)
    painter = QPainter(image)
    painter.drawImage(QRectF(0, 0, cols, rows), image_of(pixels.round()))
    striped = coarse & ~folded
    painter.drawImage(0, 0, _stripes(cols, rows, striped))
    swatches = []
    if striped.any():
        swatches.append((_stripes(14, 14, np.ones((1, 1), bool)), tr("filter acts")))
    if np.isnan(scale).any():
        swatches.append((_plain(MASKED), tr("no position")))
    if folded.any():
        swatches.append((_plain(FOLDED), tr("folded")))
    _draw_legend(painter, rows + 10, (float(low), float(high)), swatches)
    painter.end()
    return image


def _stripes(width: int, height: int, where: np.ndarray) -> QImage:
    """Return stripes of a picture's size over some of its places, else nothing.

    Dark beside light, to be seen on any colour.
    """
    import numpy as np

    rows, cols = where.shape
    alpha = np.zeros((rows, cols, 4), np.uint8)
    alpha[where] = 255
    mask = QImage(alpha.tobytes(), cols, rows, 4 * cols, QImage.Format.Format_RGBA8888)
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    for shift, colour in enumerate((INK, PAPER)):
        painter.setPen(colour)
        for start in range(shift - height, width, STRIPES):
            painter.drawLine(start, height, start + height, 0)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.drawImage(QRectF(0, 0, width, height), mask)
    painter.end()
    return image


def _plain(colour: QColor) -> QImage:
    """Return a swatch of one colour."""
    image = QImage(14, 14, QImage.Format.Format_RGB32)
    image.fill(colour)
    return image


def _draw_legend(
    painter: QPainter,
    top: int,
    ends: tuple[float, float],
    swatches: Sequence[tuple[QImage, str]],
) -> None:
    """Draw what the colours of a map of scales mean, from a row of the picture on."""
    painter.setFont(font_of(12))
    wide = SIZE // 2
    ramp = QLinearGradient(0, 0, wide, 0)
    for place, colour in enumerate(RAMP):
        ramp.setColorAt(place / (len(RAMP) - 1), QColor(*colour))
    painter.fillRect(QRectF(0, top, wide, 14), QBrush(ramp))
    painter.setPen(INK)
    for tick in range(TICKS):
        share = tick / (TICKS - 1)
        text = number(ends[0] * (ends[1] / ends[0]) ** share)
        side = (
            Qt.AlignmentFlag.AlignLeft
            if tick == 0
            else Qt.AlignmentFlag.AlignRight
            if share == 1
            else Qt.AlignmentFlag.AlignHCenter
        )
        left = {0.0: 0, 1.0: wide - 80}.get(share, share * wide - 40)
        painter.drawText(QRectF(left, top + 16, 80, 18), side, text)
    left = wide + 24
    for swatch, text in swatches:
        painter.drawImage(left, top, swatch)
        box = QRectF(left + 20, top - 2, 150, 18)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, text)
        left += 36 + painter.fontMetrics().horizontalAdvance(text)
