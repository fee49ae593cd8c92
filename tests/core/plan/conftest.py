"""Jobs that make grids."""

import pytest
from gridr_qgis.core.grid_options import ArraysJob, GridJob, PointsJob
from helpers.data import noise, write_raster
from helpers.grid_jobs import PLACE
from helpers.places import (
    gcps,
    write_with_gcps,
    write_with_rpc,
)
from helpers.points import control, write_points
from helpers.swaths import Scanner, write_swath


@pytest.fixture
def on_map(tmp_path):
    """A job whose source has a geotransform."""
    src = write_raster(tmp_path / "src.tif", noise((40, 50), "uint8"), **PLACE)
    return GridJob(src, str(tmp_path / "grid.tif"))


@pytest.fixture
def with_rpc(tmp_path):
    """A job whose source has an RPC."""
    return GridJob(write_with_rpc(tmp_path / "rpc.tif"), str(tmp_path / "grid.tif"))


@pytest.fixture
def with_gcps(tmp_path):
    """A job whose source has control points."""
    src = write_with_gcps(tmp_path / "gcps.tif", gcps(8))
    return GridJob(src, str(tmp_path / "grid.tif"))


@pytest.fixture
def with_points(tmp_path):
    """A job whose source is a scan, with ten points of it in a file."""
    src = write_raster(tmp_path / "scan.tif", noise((200, 300), "uint8"))
    points = write_points(tmp_path / "scan.points", control(10))
    return PointsJob(src, str(tmp_path / "grid.tif"), points=points)


@pytest.fixture
def with_arrays(tmp_path):
    """A job whose source names geolocation arrays."""
    src, *_ = write_swath(tmp_path, Scanner())
    return ArraysJob(src, str(tmp_path / "grid.tif"))
