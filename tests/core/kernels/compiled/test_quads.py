import numpy as np
import pytest
from gridr_qgis.core.kernels.compiled.quads import invert_quads
from gridr_qgis.core.kernels.values import QUADS, Quads, plain

# not compiled, as where faults are made, it warns of what its results leave out
pytestmark = pytest.mark.filterwarnings("ignore:divide by zero", "ignore:invalid value")
NONE = np.zeros((0, 0), np.uint8)


def quads_of(x, y, **changed):
    """Return quads whose coordinates are columns and rows of the target."""
    x, y = np.asarray(x, float), np.asarray(y, float)
    down, aside = (np.arange(size, dtype=float) for size in x.shape)
    frame = 0.0, 0.0, 0.0, 1.0, 1.0, 0.0
    made = Quads(x + 0.5, y + 0.5, down, aside, np.empty(0), NONE, frame, 0.0)
    return made._replace(**changed)


def inverted(quads, rows, cols, blocks=None):
    """Return array rows and columns and the third value at all nodes."""
    if blocks is None:
        tops, lefts = (
            np.arange(0, size - 1, each) for size, each in zip(quads.x.shape, QUADS)
        )
        blocks = np.stack(np.meshgrid(tops, lefts, indexing="ij"), -1).reshape(-1, 2)
    out = np.full((3, len(rows), len(cols)), np.nan)
    out[2] = np.inf
    invert_quads(
        plain(quads), blocks, np.array(rows, float), np.array(cols, float), out
    )
    return out


def bilinear(corners, v, u):
    """Return what lies between four corners (2, 2) at shares down and aside."""
    top, bottom = (line[0] * (1 - u) + line[1] * u for line in corners)
    return top * (1 - v) + bottom * v


@pytest.mark.parametrize(
    ("x", "y"),
    [
        ([[0, 4], [0, 4]], [[0, 0], [3, 3]]),
        ([[0, 4], [1, 6]], [[0, 1], [3, 5]]),
        ([[4, 0], [6, 1]], [[0, 1], [3, 5]]),  # turned over
        ([[1, 0], [5, 4.5]], [[5, 1], [6, 0.5]]),  # turned aside
        ([[0, 4], [1.5, 2.5]], [[0, 0], [3, 3]]),  # a trapezium
    ],
)
def test_positions_in_a_quad_are_found(x, y):
    x, y = np.array(x, float), np.array(y, float)
    for v, u in np.random.default_rng(0).random((50, 2)):
        place = bilinear(y, v, u), bilinear(x, v, u)
        row, col, off = inverted(quads_of(x, y), [place[0]], [place[1]])[:, 0, 0]
        assert (row, col) == pytest.approx((v, u), abs=1e-9)
        assert off == 0


def test_nothing_lies_outside():
    out = inverted(quads_of([[0, 4], [1, 6]], [[0, 1], [3, 5]]), [-1, 2, 6], [-1, 9])
    assert np.isnan(out[:2]).all()
    assert np.isposinf(out[2]).all()


def test_many_quads_leave_no_hole_and_agree_with_a_smooth_map():
    i, j = np.mgrid[0:80.0, 0:150.0]
    x, y = j + 3 * np.sin(i / 20), i + 2 * np.sin(j / 25)
    rows, cols = np.arange(6, 70), np.arange(8, 140)
    row, col, _ = inverted(quads_of(x, y), rows, cols)
    np.testing.assert_allclose(
        col + 3 * np.sin(row / 20), cols[None] + 0 * row, atol=2e-3
    )
    np.testing.assert_allclose(
        row + 2 * np.sin(col / 25), rows[:, None] + 0 * row, atol=2e-3
    )


def test_nodes_on_edges_and_corners_belong_to_a_quad():
    x, y = np.meshgrid(np.arange(0, 50, 0.1), np.arange(0, 30, 0.1))
    row, col, _ = inverted(quads_of(x, y), np.arange(30), np.arange(50))
    np.testing.assert_allclose(row, 10 * np.arange(30)[:, None] + 0 * row, atol=1e-6)
    np.testing.assert_allclose(col, 10 * np.arange(50) + 0 * col, atol=1e-6)


def test_quads_without_a_corner_are_absent():
    x, y = np.meshgrid(np.arange(5.0), np.arange(5.0))
    x[2, 2] = np.nan
    y[0, 0] = np.inf
    row, _, _ = inverted(quads_of(x, y), np.arange(0.5, 4), np.arange(0.5, 4))
    assert np.argwhere(np.isnan(row)).tolist() == [
        *([0, 0], [1, 1], [1, 2], [2, 1], [2, 2])
    ]


def test_quads_that_the_map_tears_are_absent():
    x, y = np.meshgrid(np.arange(4.0), np.arange(4.0))
    torn = np.zeros((3, 3), np.uint8)
    torn[1, 2] = 1
    row, _, _ = inverted(quads_of(x, y, torn=torn), [0.5, 1.5, 2.5], [0.5, 1.5, 2.5])
    assert np.argwhere(np.isnan(row)).tolist() == [[1, 2]]


def overlapping():
    """Return two scans of two rows, the second half over the first."""
    x, y = np.meshgrid(np.arange(3.0), [0.0, 4.0, 2.0, 6.0])
    return x, y


def test_the_scan_counts_in_whose_middle_a_node_lies():
    middle = np.array([0.5, -1e9, 2.5])
    quads = quads_of(*overlapping(), middle=middle)
    row, _, off = inverted(quads, [1, 2.5, 3, 3.5, 5], [0.5])
    np.testing.assert_allclose(row[:, 0], [0.25, 0.625, 0.75, 2.375, 2.75])
    np.testing.assert_allclose(off[:, 0], [0.25, 0.125, 0.25, 0.125, 0.25])


def test_ties_go_to_the_lower_row_in_any_order():
    x, y = overlapping()
    blocks = np.array([(0, 0)])
    row, _, _ = inverted(quads_of(x, y), [1, 2.5, 3, 3.5, 5], [0.5], blocks)
    np.testing.assert_allclose(row[:, 0], [0.25, 0.625, 0.75, 0.875, 2.75])
    # the array upside down meets the other scan first
    turned = quads_of(x[::-1], y[::-1], down=np.arange(3.0, -1, -1))
    again, _, _ = inverted(turned, [1, 2.5, 3, 3.5, 5], [0.5], blocks)
    np.testing.assert_allclose(again, row, atol=1e-12)


@pytest.mark.parametrize("west", [0, 360, -360, 700])
def test_quads_over_a_seam_are_whole_at_any_turn(west):
    lon = np.array([[178.0, 179, -180, -179, -178]] * 3)
    lat = np.array([[2.0] * 5, [1.0] * 5, [0.0] * 5])
    frame = 178.0 + west - 0.5, 2.5, 0.0, -1.0, 1.0, 0.0
    quads = quads_of(lon - 0.5, lat - 0.5, frame=frame, period=360.0)
    row, col, _ = inverted(quads, [0, 1, 2], [0, 1.5, 2, 3.25, 4])
    if west == 700:
        assert np.isnan(row).all()
        return
    np.testing.assert_allclose(row, [[0] * 5, [1] * 5, [2] * 5], atol=1e-9)
    np.testing.assert_allclose(col, [[0, 1.5, 2, 3.25, 4]] * 3, atol=1e-9)


def test_a_quad_around_a_pole_is_left_out():
    lon, lat = np.array([[0.0, 90], [270, 180]]), np.full((2, 2), 89.0)
    frame = -180.0, 90.0, 0.0, -1.0, 1.0, 0.0
    quads = quads_of(lon - 0.5, lat - 0.5, frame=frame, period=360.0)
    assert np.isnan(inverted(quads, np.arange(2), np.arange(360))[0]).all()


def test_a_quad_without_an_area_holds_nothing():
    quads = quads_of([[0, 4], [0, 4]], [[1, 1], [1, 1]])
    assert np.isnan(inverted(quads, [0, 1, 2], [0, 1, 2])[0]).all()


def test_only_the_blocks_asked_for_are_looked_at():
    x, y = np.meshgrid(np.arange(200.0), np.arange(80.0))
    blocks = np.array([(32, 64)])
    row, _, _ = inverted(quads_of(x, y), np.arange(80), np.arange(200), blocks)
    found = np.argwhere(np.isfinite(row))
    assert found.min(axis=0).tolist() == [32, 64]
    assert found.max(axis=0).tolist() == [64, 128]
