"""The picture of control points: what is where."""

import numpy as np
import pytest
from gridr_qgis.algorithms.results import points_picture as drawing
from gridr_qgis.algorithms.results.pictures import png_of
from gridr_qgis.algorithms.results.points_picture import (
    GOOD,
    MARGIN,
    ODD,
    OFF,
    points_picture,
)
from helpers.judged import judged
from qgis.PyQt.QtGui import QImage


def colours(image, place, radius=3):
    """Return the colours around a place of a picture."""
    x, y = round(place.x()), round(place.y())
    around = range(-radius, radius + 1)
    return {image.pixelColor(x + i, y + j).name() for i in around for j in around}


@pytest.fixture(autouse=True)
def app(qgis_app):
    """What draws texts."""


def test_points_are_drawn_where_they_are_in_their_colours():
    points = judged(12, disabled=(9,), p6=(30, 40))
    image = points_picture(points)
    frame = drawing._frame(points)
    assert frame.width() / frame.height() == pytest.approx(1.5)
    expected = {6: ODD, 9: OFF}
    for i, pixel in enumerate(points.pixels.tolist(), 1):
        place = drawing._place(points, frame, pixel)
        share = (place.x() - MARGIN) / frame.width()
        assert share == pytest.approx((pixel[1] + 0.5) / 300)
        if i in (6, 9) or not points.flags[i - 1]:
            assert expected.get(i, GOOD).name() in colours(image, place, 1)


def test_arrows_lead_to_where_the_fit_puts_a_point():
    points = judged(12, p6=(30, 40))
    image, frame = points_picture(points), drawing._frame(points)
    scale = drawing._per_pixel(points, frame)
    at = drawing._place(points, frame, points.pixels[5].tolist())
    row, col = points.errors[5] * scale
    half = type(at)(at.x() + 0.7 * col, at.y() + 0.7 * row)
    assert np.hypot(row, col) > 20
    assert ODD.name() in colours(image, half)
    other = type(at)(at.x() - 0.7 * col, at.y() - 0.7 * row)
    assert ODD.name() not in colours(image, other)
    lengths = np.hypot(*points.left_out.T)
    assert scale * lengths.max() == pytest.approx(0.12 * frame.width())


@pytest.mark.parametrize("shape", [(1, 1), (1, 10**6), (10**6, 1), (10**5, 10**5)])
def test_sources_of_any_shape_are_drawn(shape):
    image = points_picture(judged(shape=shape))
    assert 0 < image.width() <= 760
    assert 0 < image.height() <= 690


def test_thin_plates_and_exact_fits_are_drawn():
    for fit in ("tps", "polynomial3"):  # the latter has no point too many
        assert not points_picture(judged(10, fit)).isNull()


def test_a_picture_is_a_png():
    data = png_of(points_picture(judged()))
    assert data.startswith(b"\x89PNG")
    assert not QImage.fromData(data).isNull()


@pytest.mark.parametrize(
    ("most", "size"), [(1, 1), (1.9, 1), (2, 2), (9.9, 5), (0.3, 0.2), (7e-6, 5e-6)]
)
def test_the_legend_has_a_round_number(most, size):
    assert drawing._round_number(most) == pytest.approx(size)
