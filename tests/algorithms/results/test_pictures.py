"""Pictures of reports: what is drawn where."""

import threading

import numpy as np
import pytest
from gridr_qgis.algorithms.results.pictures import (
    FOLDED,
    LEGEND,
    LINES,
    MASKED,
    RAMP,
    SIZE,
    START,
    STRIPES,
    grid_picture,
    image_of,
    look_image,
    png_of,
    scale_picture,
)
from helpers.data import turned_grid
from qgis.PyQt.QtGui import QColor, QImage


@pytest.fixture(autouse=True)
def application(qgis_app):
    """Texts are drawn."""


def pixels(image):
    """Return a picture as uint8 (rows, cols, 3)."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    data = np.frombuffer(bits, np.uint8).reshape(image.height(), image.width(), 4)
    return data[..., 2::-1].copy()


def places(image, colour):
    """Return the (row, col) of the pixels of a colour."""
    return np.argwhere((pixels(image) == QColor(colour).getRgb()[:3]).all(axis=2))


def test_pictures_are_what_is_put_in_them():
    data = np.random.default_rng(0).integers(0, 256, (7, 5, 3))
    np.testing.assert_array_equal(pixels(image_of(data)), data)
    png = png_of(image_of(data))
    assert png.startswith(b"\x89PNG")
    np.testing.assert_array_equal(pixels(QImage.fromData(png)), data)


def test_a_quick_look_is_stretched_and_nodata_is_paper():
    look = np.linspace(100, 300, 101).reshape(1, 1, 101)
    look[0, 0, 50] = np.nan
    shown = pixels(look_image(look))[0]
    assert shown[0].tolist() == [0] * 3
    assert shown[-1].tolist() == [255] * 3
    assert shown[50].tolist() == [255] * 3
    rest = np.delete(shown[:, 0].astype(int), 50)
    assert (np.diff(rest) >= 0).all()
    assert abs(rest[25] - 62) < 3
    colours = pixels(look_image(np.stack([look[0], look[0, :, ::-1], look[0]])))
    assert colours[0, 0].tolist() == [0, 255, 0]


@pytest.mark.parametrize("look", [np.full((1, 4, 5), 7.0), np.full((3, 4, 5), np.nan)])
def test_a_quick_look_of_one_value_or_none(look):
    shown = pixels(look_image(look))
    assert len(np.unique(shown)) == 1


def test_the_lines_of_a_grid_lie_over_the_source():
    # of whole pixels: half of the source, from its upper left corner on
    lattice = np.mgrid[0:101:5, 0:201:10].astype(float)
    image = grid_picture(np.zeros((1, 20, 40)), (200, 400), lattice)
    assert image.width() == SIZE
    assert image.height() == pytest.approx(SIZE / 2, abs=10)
    drawn = places(image, LINES)
    scale = SIZE / (400 * 1.04)
    assert drawn.min(axis=0) == pytest.approx([8.5 * scale * 0.5, 8 * scale], abs=4)
    assert drawn.max(axis=0) == pytest.approx([104.5 * scale, 208.5 * scale], abs=3)
    first = places(image, START).mean(axis=0)
    assert first == pytest.approx([4.5 * scale, 8.5 * scale], abs=1)


def test_what_is_far_from_the_source_is_cut_off():
    lattice = turned_grid((20, 20), (10, 10), 0, (100, 100))
    near = grid_picture(np.zeros((1, 20, 20)), (200, 200), lattice)
    far = lattice.copy()
    far[:, 10:] += 1e300
    image = grid_picture(np.zeros((1, 20, 20)), (200, 200), far)
    assert (image.width(), image.height()) == (near.width(), near.height())
    assert len(places(image, LINES))
    image = grid_picture(np.zeros((1, 20, 20)), (200, 200), lattice + 1e6)
    assert not len(places(image, LINES))


@pytest.mark.parametrize("shape", [(1, 1), (1, 9), (9, 1), (2, 2)])
def test_grids_of_few_nodes(shape):
    lattice = turned_grid(shape, (9, 9), 20, (100, 100))
    image = grid_picture(np.zeros((1, 20, 20)), (200, 200), lattice)
    assert len(places(image, START)) > 20
    image = grid_picture(np.zeros((1, 20, 20)), (200, 200), lattice * np.nan)
    assert not len(places(image, LINES))


def test_lines_end_where_positions_end():
    lattice = turned_grid((21, 21), (9, 9), 0, (100, 100))
    lattice[:, :, 8:13] = np.nan
    image = grid_picture(np.zeros((1, 20, 20)), (200, 200), lattice)
    middle = SIZE // 2
    drawn = places(image, LINES)
    assert not ((drawn[:, 1] > middle - 60) & (drawn[:, 1] < middle + 60)).any()
    # nodes alone are dots
    alone = np.full((2, 21, 21), np.nan)
    alone[:, ::2, ::2] = turned_grid((11, 11), (18, 18), 0, (100, 100))
    image = grid_picture(np.zeros((1, 20, 20)), (200, 200), alone)
    assert len(places(image, LINES)) > 100


def test_a_map_of_scales_shows_ramp_gaps_and_folds():
    scale = np.geomspace(0.5, 2, 100).reshape(1, 100).repeat(50, axis=0)
    folded = np.zeros((50, 100), bool)
    scale[:10, :10] = np.nan
    folded[40:, 90:] = True
    nowhere = np.zeros((50, 100), bool)
    image = scale_picture(scale, folded, nowhere, (4, 4))
    assert (image.width(), image.height()) == (SIZE, SIZE // 2 + LEGEND)
    shown = pixels(image)
    assert tuple(shown[200, 0]) == RAMP[0]
    assert tuple(shown[200, -1]) == RAMP[-1]
    assert shown[200, SIZE // 2] == pytest.approx(
        np.mean([RAMP[4], RAMP[5]], axis=0), abs=4
    )
    grey, red = places(image, MASKED), places(image, FOLDED)
    assert grey.min(axis=0).tolist() == [0, 0]
    assert red[red[:, 0] < SIZE // 2].max(axis=0).tolist() == [SIZE // 2 - 1, SIZE - 1]
    # the legend names both
    assert (grey[:, 0] > SIZE // 2).any()
    assert (red[:, 0] > SIZE // 2).any()
    plain = scale_picture(np.ones((50, 100)), nowhere, nowhere, (4, 4))
    assert not len(places(plain, MASKED))
    assert not len(places(plain, FOLDED))


def test_stripes_show_where_a_filter_acts():
    scale = np.full((50, 100), 2.0)
    coarse, folded = np.zeros((2, 50, 100), bool)
    coarse[10:40, 20:60] = True
    folded[:20, :40] = True
    times = SIZE / 100
    rows = SIZE // 2
    bare = pixels(scale_picture(scale, folded, coarse & False, (4, 4)))
    shown = pixels(scale_picture(scale, folded, coarse, (4, 4)))
    struck = np.argwhere((shown != bare).any(axis=2))
    on_map = struck[struck[:, 0] < rows]
    places = (on_map / times).astype(int)
    assert (coarse & ~folded)[tuple(places.T)].all()
    # each stripe is two pixels wide, and a diagonal crosses every row
    expected = (coarse & ~folded).sum() * times**2 * 2 / STRIPES
    assert len(on_map) == pytest.approx(expected, rel=0.1)
    # the legend has them, and none where none are
    assert (struck[:, 0] > rows).any()


@pytest.mark.parametrize("value", [np.nan, 0.0, 1.0, 1e-300, 1e300, np.inf])
def test_maps_of_one_value(value):
    scale = np.full((1, 900), value)
    nowhere = np.zeros((1, 900), bool)
    image = scale_picture(scale, nowhere, nowhere, (1, 1))
    assert image.height() == 24 + LEGEND


def test_they_can_be_drawn_in_any_thread():
    found = []

    def draw():
        lattice = turned_grid((20, 20), (10, 10), 30, (100, 100))
        found.append(png_of(grid_picture(np.zeros((1, 20, 20)), (200, 200), lattice)))
        everywhere = np.ones((5, 5), bool)
        image = scale_picture(np.ones((5, 5)), ~everywhere, everywhere, (1, 1))
        found.append(png_of(image))

    here = threading.Thread(target=draw)
    here.start()
    here.join()
    draw()
    assert found[:2] == found[2:]
