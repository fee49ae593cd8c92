"""What all nodes tell, beside the formulas on whole arrays."""

import math

import numpy as np
import pytest
from gridr_qgis.core.grid import diagnosis
from gridr_qgis.core.grid.accuracy import bounds_of
from gridr_qgis.core.grid.diagnosis import Diagnoser, strip_rows_of
from gridr_qgis.core.grid.nodes import Nodes
from helpers.data import turned_grid
from helpers.diagnosis import singular_values, thinned, turns

STEP, SRC = (4, 3), (300, 400)


def diagnosed(nodes, step=STEP, src_shape=SRC, rows=None):
    """Return the diagnosis of nodes (2, n, m), taken in strips of so many rows."""
    shape = nodes.shape[1:]
    diagnoser = Diagnoser(shape, step, src_shape)
    rows = rows or strip_rows_of(shape)
    for first in range(0, shape[0], rows):
        own = min(rows, shape[0] - first)
        strip = np.ascontiguousarray(nodes[:, first : first + own + 1])
        diagnoser.add(Nodes(*strip, step, (first, 0), bounds_of(strip)), own)
    return diagnoser.diagnosis()


def waves(shape=(150, 130), step=STEP, masked=0.02):
    """Return nodes that are turned, stretched, bent, folded here and there."""
    random = np.random.default_rng(5)
    nodes = turned_grid(shape, step, 25, (150, 200))
    i, j = np.mgrid[: shape[0], : shape[1]]
    nodes[0] += 45 * np.sin(i / 9) * np.cos(j / 20)
    nodes[1] += 30 * np.cos(i / 15) + 12 * np.sin(j / 7)
    nodes[:, random.random(shape) < masked] = np.nan
    return nodes


def areas(nodes):
    """Return the area of each cell, positive where it turns as rows x cols do."""
    down = nodes[:, 1:, :-1] - nodes[:, :-1, :-1]
    right = nodes[:, :-1, 1:] - nodes[:, :-1, :-1]
    return down[0] * right[1] - down[1] * right[0]


@pytest.mark.parametrize("mirror", [False, True])
def test_medians_are_those_of_all_cells(mirror):
    nodes = waves(masked=0)
    nodes = nodes[:, ::-1] if mirror else nodes
    found, values = diagnosed(nodes), singular_values(nodes, STEP)
    assert found.scales.sum(axis=1).tolist() == [149 * 129] * 2
    for which, column in ((0, 1), (1, 0)):
        for share in (0.1, 0.5, 0.9):
            expected = np.quantile(values[..., column], share)
            assert found.scale(which, share) == pytest.approx(expected, rel=0.005)
    assert found.scale_ends == pytest.approx(
        (values[..., 1].min(), values[..., 0].max()), rel=1e-9
    )
    assert found.turns.sum() == 149 * 129
    angles = turns(nodes, STEP)
    expected = np.median((angles - 25 + 180) % 360 - 180) + 25
    assert (found.rotation - expected + 180) % 360 - 180 == pytest.approx(0, abs=0.06)


@pytest.mark.parametrize("angle", [0, 0.3, 44.9, 45, 90, 179.9, 180, -90, -135.2])
def test_a_turn_is_told_to_a_tenth_of_a_degree(angle):
    found = diagnosed(turned_grid((9, 11), STEP, angle, (20, 20)))
    assert found.rotation == angle
    assert found.scale(0) == found.scale(1) == pytest.approx(1, rel=1e-12)
    mirrored = diagnosed(turned_grid((9, 11), STEP, angle, (20, 20))[:, ::-1])
    assert mirrored.rotation == pytest.approx(angle)
    assert mirrored.survey.mirrors


def test_a_turn_beside_half_a_circle_is_no_mean():
    nodes = turned_grid((40, 40), STEP, 180, (50, 50))
    i, j = np.mgrid[:40, :40]
    nodes[0] += 0.3 * np.sin(j / 3)
    nodes[1] += 0.3 * np.sin(i / 4)
    assert abs(diagnosed(nodes).rotation) > 178


def test_cells_are_counted_and_mapped():
    nodes = waves()
    found, values = diagnosed(nodes), singular_values(nodes, STEP)
    area = areas(nodes)
    assert found.survey.straight == (area > 0).sum()
    assert found.survey.turned == (area < 0).sum()
    assert found.survey.folds
    assert found.map.every == 1
    np.testing.assert_allclose(found.map.scale, values[..., 0], rtol=1e-9)
    np.testing.assert_array_equal(found.map.folded, area < 0)
    np.testing.assert_array_equal(found.map.coarse, values[..., 0] > 1.5)
    places = np.argwhere(area < 0)
    np.testing.assert_array_equal(found.folded, places[:1000])
    masked = np.isnan(nodes[0])
    assert (found.survey.nodes, found.survey.masked) == (masked.size, masked.sum())
    inside = (nodes > -0.5).all(axis=0) & (nodes[0] < 299.5) & (nodes[1] < 399.5)
    assert found.survey.outside == masked.size - masked.sum() - inside.sum()
    assert found.survey.bounds == bounds_of(nodes)


def test_pixels_of_the_map_hold_the_worst_of_their_cells(monkeypatch):
    monkeypatch.setattr(diagnosis, "MAP_SIZE", 20)
    nodes = waves()
    found, values = diagnosed(nodes), singular_values(nodes, STEP)[..., 0]
    assert found.map.every == 8
    assert found.map.scale.shape == (19, 17)
    padded = np.full((19 * 8, 17 * 8), -1.0)
    padded[:149, :129] = np.nan_to_num(values, nan=-1)
    expected = padded.reshape(19, 8, 17, 8).max(axis=(1, 3))
    np.testing.assert_allclose(found.map.scale, expected, rtol=1e-9)
    padded[:149, :129] = areas(nodes) < 0
    expected = padded.reshape(19, 8, 17, 8).max(axis=(1, 3)) > 0
    np.testing.assert_array_equal(found.map.folded, expected)


@pytest.mark.parametrize("masked", [0, 0.02])
def test_thinnings_are_measured_at_the_nodes_left_out(masked):
    nodes = waves((140, 131), masked=masked)
    for one in diagnosed(nodes).thinnings:
        error, compared, lost = thinned(nodes, one.every, SRC)
        assert (one.compared, one.lost) == (compared, lost)
        assert one.error == pytest.approx(error, rel=1e-12)
        assert bool(lost) == bool(masked)


def test_a_coarser_resolution_is_suggested_that_keeps_the_tolerance():
    i, j = np.mgrid[:257, :257].astype(float)
    nodes = np.stack([i + 1e-4 * j**2, j + 2e-4 * i**2])
    found = diagnosed(nodes, (1, 1))
    # linear between nodes d apart is off by curvature * d ** 2 / 8, in both directions
    for one in found.thinnings:
        expected = math.hypot(1e-4, 2e-4) * one.every**2 / 4
        assert one.error == pytest.approx(expected, rel=1e-9)
    assert found.suggested((1, 1), 0.05) == (16, 16)
    assert found.suggested((1, 1), 1e-9) == (1, 1)
    assert found.suggested((1, 1), 100) == (64, 64)
    assert found.errors((1, 1))[1] == 0


def test_a_finer_resolution_is_suggested_where_the_error_is_too_large():
    i, j = np.mgrid[:65, :65].astype(float)
    nodes = np.stack([4 * i + 0.02 * j**2, 4 * j])
    found = diagnosed(nodes, (4, 4))
    errors = found.errors((4, 4))
    assert errors[1] == pytest.approx(0.02 / 4)  # at the nodes' own distance
    assert errors[0.5] == pytest.approx(0.02 / 16)
    assert errors[0.25] == 0
    assert found.suggested((4, 4), 0.004) == (2, 2)
    assert found.suggested((4, 6), 0.0001) == (1, 1)
    assert found.suggested((4, 4), 0.006) == (4, 4)
    assert found.suggested((4, 4), 0.03) == (8, 8)


def test_no_coarser_resolution_is_suggested_that_would_lose_positions():
    nodes = turned_grid((90, 90), STEP, 5, (150, 200))
    assert diagnosed(nodes).suggested(STEP, 0.05) == (64, 48)
    nodes[:, :40, 30:33] = np.nan
    found = diagnosed(nodes)
    assert found.suggested(STEP, 0.05) == STEP
    assert found.errors(STEP)[2] == math.inf


def test_nodes_far_from_the_source_do_not_count_for_the_resolution():
    i, j = np.mgrid[:200, :300].astype(float)
    nodes = np.stack([i + np.maximum(i - 100, 0) ** 2, j])
    found = diagnosed(nodes, (1, 1), (50, 300))
    assert all(one.error == 0 and one.compared for one in found.thinnings)
    assert diagnosed(nodes, (1, 1), (5000, 300)).suggested((1, 1), 0.05) == (1, 1)


@pytest.mark.parametrize("shape", [(1, 1), (1, 200), (200, 1), (2, 2)])
def test_grids_of_few_nodes(shape):
    step = tuple(4 if size > 1 else 1 for size in shape)
    nodes = turned_grid(shape, step, 30, (1000, 1000))
    found = diagnosed(nodes, step, (2000, 2000))
    cells = max(0, shape[0] - 1) * max(0, shape[1] - 1)
    assert found.survey.cells == cells
    assert math.isnan(found.rotation) == (cells == 0)
    assert math.isnan(found.scale(1)) == (cells == 0)
    assert np.isnan(found.scale_ends).all() == (cells == 0)
    assert found.suggested(step, 0.05) == tuple(
        16 if size == 200 else own for size, own in zip(shape, step)
    )
    assert found.lattice.shape == (2, *shape)


def test_masked_nodes_only():
    found = diagnosed(np.full((2, 70, 80), np.nan))
    assert found.survey.masked == 5600
    assert np.isnan(found.map.scale).all()
    assert math.isnan(found.scale(0))
    assert found.suggested(STEP, 0.05) == STEP
    assert found.folded.shape == (0, 2)


@pytest.mark.parametrize("rows", [64, 128])
def test_a_diagnosis_does_not_depend_on_strips(rows):
    nodes = waves((300, 70))
    one, other = diagnosed(nodes, rows=320), diagnosed(nodes, rows=rows)
    assert one.survey == other.survey
    for name in ("scale_ends", "thinnings", "rotation"):
        assert getattr(one, name) == getattr(other, name)
    for name in ("scales", "turns", "folded", "lattice"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name))
    np.testing.assert_array_equal(one.map.scale, other.map.scale)
    np.testing.assert_array_equal(one.map.folded, other.map.folded)


def test_strips_are_high_enough_for_all_strides_and_bounded():
    assert strip_rows_of((10**5, 10)) == 2**20 // 10 // 64 * 64
    assert strip_rows_of((10**5, 40_000)) == 64


def test_the_lattice_holds_the_outermost_nodes():
    nodes = waves((300, 70))
    lattice = diagnosed(nodes).lattice
    assert lattice.shape == (2, 201, 70)
    np.testing.assert_array_equal(lattice[:, [0, -1]], nodes[:, [0, -1]])
