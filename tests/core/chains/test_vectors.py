"""Grids read as points, lines and an outline."""

import dataclasses

import numpy as np
import pytest
from affine import Affine
from gridr_qgis.core.chains.vectors import draw_grid
from gridr_qgis.core.errors import Cancelled
from gridr_qgis.core.grid import vectors
from gridr_qgis.core.grid_options import VectorsJob
from helpers.data import noise, turned_grid, write_raster
from helpers.recording import Log

STEPS = {"GRID_RESOLUTION_ROW": 4, "GRID_RESOLUTION_COL": 6}
PLACE = Affine(30, 2, 5e5, 1, -20, 5.4e6)
"""Turned a little."""


def wavy():
    """Return nodes of which one has no position."""
    nodes = turned_grid((9, 7), (4, 6), 20, (20, 25))
    nodes[:, 4, 3] = np.nan
    return nodes


@pytest.fixture
def job(tmp_path):
    place = {"transform": PLACE, "crs": "EPSG:32631"}
    grid = write_raster(tmp_path / "grid.tif", wavy(), tags=STEPS, **place)
    src = write_raster(tmp_path / "src.tif", noise((40, 50), "uint8"), **place)
    return VectorsJob(grid, src)


def place(col, row):
    """Return the place of a corner of a pixel."""
    a, b, c, d, e, f = PLACE[:6]
    return a * col + b * row + c, d * col + e * row + f


def test_over_the_source_nodes_lie_at_the_pixels_that_they_read(job):
    found = list(draw_grid(job).nodes())
    assert len(found) == 62
    for node in found:
        row, col = wavy()[:, node.node_row, node.node_col]
        assert (node.row, node.col) == (row, col)
        assert (node.x, node.y) == pytest.approx(place(col + 0.5, row + 0.5), rel=1e-15)


def test_the_shift_moves_them(job):
    moved = dataclasses.replace(job, shift=(1.0, 2.0))
    one, other = (next(iter(draw_grid(each).nodes())) for each in (job, moved))
    assert (other.row - one.row, other.col - one.col) == pytest.approx((1, 2))


def test_over_the_target_they_lie_where_the_grid_does(job):
    found = draw_grid(dataclasses.replace(job, frame="target"))
    nodes = list(found.nodes())
    assert len(nodes) == 63
    for node in nodes:
        expected = place(node.node_col + 0.5, node.node_row + 0.5)
        assert (node.x, node.y) == pytest.approx(expected, rel=1e-12)
    (masked,) = (node for node in nodes if node.kind == "masked")
    assert masked[3:] == (None, None, 4, 3)
    assert len(list(found.lines())) == 16
    assert found.crs_wkt.startswith("PROJCS")


def test_a_target_without_a_place_lies_as_qgis_draws_the_output(job, tmp_path):
    grid = write_raster(tmp_path / "plain.tif", wavy(), tags=STEPS)
    found = draw_grid(dataclasses.replace(job, grid=grid, frame="target"))
    for node in found.nodes():
        assert (node.x, node.y) == (
            6 * node.node_col + 0.5,
            -4 * node.node_row - 0.5,
        )
    assert found.crs_wkt is None


def test_lines_and_outline_go_through_the_nodes(job):
    found = draw_grid(job)
    at = {(node.x, node.y) for node in found.nodes()}
    lines = list(found.lines())
    assert [axis for axis, *_ in lines].count("row") == 10
    for _, _, places in lines:
        assert set(map(tuple, places.tolist())) <= at
    ring = found.outline()
    assert (ring[0] == ring[-1]).all()
    assert set(map(tuple, ring.tolist())) <= at
    assert len(ring) == 2 * (9 + 7) - 4 + 1


def test_all_nodes_are_counted(job):
    log = Log()
    found = draw_grid(dataclasses.replace(job, density=4), log)
    rows, cols = wavy()
    inside = (rows >= -0.5) & (rows <= 39.5) & (cols >= -0.5) & (cols <= 49.5)
    assert found.counts == {
        "masked": 1,
        "outside": 62 - inside.sum(),
        "inside": inside.sum(),
    }
    assert log.said("of 63 nodes")
    assert log.fractions[-1] == 1


def test_it_can_be_stopped(job, monkeypatch):
    monkeypatch.setattr(vectors, "AT_ONCE", 14)
    log = Log(stop_after=2)
    with pytest.raises(Cancelled):
        draw_grid(job, log)
    assert len(log.fractions) == 3
