import numpy as np
import pytest
from gridr_qgis.core import gridr
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.gridr import (
    GridRIOMode,
    Validity,
    grid_full_resolution_shape,
    safe_raster_open,
)
from helpers.data import write_raster
from helpers.gridr_calls import SRC


def test_safe_raster_open(tmp_path):
    with safe_raster_open(None) as nothing:
        assert nothing is None
    with safe_raster_open(None, "w", driver="GTiff") as nothing:
        assert nothing is None
    path = write_raster(tmp_path / "src.tif", SRC)
    with safe_raster_open(path) as dataset:
        assert (dataset.read() == SRC).all()
    assert dataset.closed
    with safe_raster_open(path, "r+") as dataset:
        assert dataset.mode == "r+"


def test_grid_full_resolution_shape():
    assert grid_full_resolution_shape((5, 6), (4, 3)) == (17, 16)
    assert grid_full_resolution_shape(shape=[5, 6], resolution=[1, 1]) == (5, 6)
    assert grid_full_resolution_shape(np.array([1, 1]), np.array([1, 9])) == (1, 1)
    with pytest.raises(GridrError, match="shape must be two"):
        grid_full_resolution_shape(5, (1, 1))


def test_names():
    assert (Validity.INVALID, Validity.VALID) == (0, 1)
    assert list(Validity) == [0, 1]
    assert gridr.GEOMETRY_RASTERIZE_KWARGS["alg"] == 1
    assert GridRIOMode(1) is GridRIOMode.INPUT
    assert GridRIOMode(2) is GridRIOMode.OUTPUT
    assert issubclass(GridrError, ValueError)
