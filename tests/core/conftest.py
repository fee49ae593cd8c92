import pytest
from gridr_qgis.core.options import Job
from helpers.data import noise, turned_grid, write_raster


@pytest.fixture
def plain_job(tmp_path):
    """A job that works: a noisy source without nodata, a grid of 5 x 6 nodes."""
    return Job(
        src=write_raster(tmp_path / "src.tif", noise((2, 40, 50), "uint8")),
        grid=write_raster(tmp_path / "grid.tif", turned_grid((5, 6), (4, 4))),
        dst=str(tmp_path / "dst.tif"),
        dst_mask=str(tmp_path / "mask.tif"),
        row_step=4,
        col_step=4,
    )
