import numpy as np
import pytest
from gridr_qgis.algorithms.inputs.edges import follow
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject
from rasterio.warp import transform

EDGE = [(5.0, 46.0), (15.0, 46.0)]


def to_crs(name):
    systems = [QgsCoordinateReferenceSystem(each) for each in ("EPSG:4326", name)]
    return QgsCoordinateTransform(*systems, QgsProject.instance())


def farthest(line, edge):
    """Return how far points of an edge are from a line, at most."""
    shares = np.linspace(0, 1, 1001)[:, None]
    points = (1 - shares) * edge[0] + shares * edge[1]
    there = np.transpose(transform("EPSG:4326", "EPSG:32632", *points.T.tolist()))
    heights = np.interp(there[:, 0], line[:, 0], line[:, 1])
    return np.abs(heights - there[:, 1]).max()


@pytest.mark.parametrize("within", [100, 1])
def test_a_parallel_is_followed_within_a_distance(qgis_app, within):
    line = follow(EDGE, to_crs("EPSG:32632"), within)
    assert farthest(line[[0, -1]], np.array(EDGE)) > 10_000
    assert farthest(line, np.array(EDGE)) < 1.1 * within


def test_an_edge_that_stays_straight_gets_no_vertices(qgis_app):
    assert len(follow(EDGE, to_crs("EPSG:3857"), 0.01)) == 2


def test_heights_are_left_out(qgis_app):
    edge = [(*point, 7.0) for point in EDGE]
    assert (follow(edge, to_crs("EPSG:4326"), 1) == EDGE).all()
