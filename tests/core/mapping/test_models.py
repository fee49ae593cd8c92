"""Sources that lie on the map by their geotransform."""

import numpy as np
from affine import Affine
from gridr_qgis.core.mapping.crs import crs_of
from gridr_qgis.core.mapping.models import Georeferenced
from helpers.affines import along


def test_positions_are_the_way_back_of_the_geotransform():
    transform = Affine(300.04, 3, 101985, -2, -300.04, 2826915)
    model = Georeferenced(crs_of("EPSG:32618", ""), transform, (718, 791))
    rows, cols = np.meshgrid([-5.0, 0, 700], [0.0, 0.25, 900])
    x, y = along(transform, cols + 0.5, rows + 0.5)
    found = model.positions(x, y)
    np.testing.assert_allclose(found, [rows, cols], rtol=0, atol=1e-8)


def test_longitudes_are_taken_to_the_source():
    for west, lon in ((0, -90.0), (-180, 270.0), (-270, 60.0)):
        transform = Affine(1, 0, west, 0, -1, 90)
        model = Georeferenced(crs_of("EPSG:4326", ""), transform, (180, 360))
        _, (col,) = model.positions(np.array([lon]), np.array([0.0]))
        assert (col + 0.5 + west - lon) % 360 == 0
        assert 0 < col < 359
