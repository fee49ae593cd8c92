"""The corners of quads: places, and half a cell around."""

import numpy as np
from gridr_qgis.core.mapping.corners import FAR, corners_of


def test_without_scans_half_a_cell_is_around_all():
    found = corners_of(4, (0, 0))
    assert found.places.tolist() == [1, 2, 3, 4]
    assert found.own.tolist() == [0, 0, 1, 2, 3, 3]
    assert found.down.tolist() == [-0.5, 0, 1, 2, 3, 3.5]
    assert found.middle.size == 0


def test_each_scan_has_half_a_cell_of_its_own():
    found = corners_of(6, (3, 0))
    assert found.down.tolist() == [-0.5, 0, 1, 2, 2.5, 2.5, 3, 4, 5, 5.5]
    assert found.places.tolist() == [1, 2, 3, 6, 7, 8]
    assert found.middle.tolist() == [1, 1, 1, 1, FAR, 4, 4, 4, 4]


def test_the_first_scan_may_have_begun_before():
    found = corners_of(6, (4, 2))
    assert found.down.tolist() == [-0.5, 0, 1, 1.5, 1.5, 2, 3, 4, 5, 5.5]
    assert found.middle.tolist() == [-0.5, -0.5, -0.5, FAR, 3.5, 3.5, 3.5, 3.5, 3.5]


def test_half_a_cell_goes_straight_on():
    i, j = np.mgrid[0.0:6, 0.0:5]
    found = corners_of(6, (3, 0))
    x, y = np.full((2, 10, 7), np.nan)
    x[found.places, 1:-1], y[found.places, 1:-1] = 2 * j + 0.1 * i, 3 * i - j
    found.extend(x, y, 0.0)
    aside = np.r_[-0.5, :5, 4.5]
    np.testing.assert_allclose(x, 2 * aside + 0.1 * found.down[:, None])
    np.testing.assert_allclose(y, 3 * found.down[:, None] - aside)


def test_half_a_cell_goes_on_over_a_seam():
    found = corners_of(2, (0, 0))
    x, y = np.full((2, 4, 4), np.nan)
    x[1:3, 1:3], y[1:3, 1:3] = [[-179, 179], [-178, -180]], [[1, 1], [0, 0]]
    found.extend(x, y, 360.0)
    wrapped = x - 360 * np.round((x - 180) / 360)
    np.testing.assert_allclose(wrapped[1], [182, 181, 179, 178])
    np.testing.assert_allclose(wrapped[:, 2], [178.5, 179, 180, 180.5])


def test_a_scan_of_one_row_has_no_half_cell():
    found = corners_of(4, (3, 1))
    x, y = np.full((2, found.down.size, 4), np.nan)
    x[found.places, 1:-1], y[found.places, 1:-1] = 1.0, 1.0
    found.extend(x, y, 0.0)
    assert np.isnan(x[[0, 2], 1]).all()
    assert np.isfinite(x[[1, 3], 1]).all()
