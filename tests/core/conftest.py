"""What tests of the core share."""

import numpy as np
import pytest
from gridr_qgis.core.options import Job
from helpers.data import noise, turned_grid, write_raster


@pytest.fixture
def job(tmp_path):
    """A turned grid with a masked node over two noisy bands, some pixels nodata."""
    src = noise((2, 70, 90), "int16")
    src[0, 30:33, 40] = -9999
    nodes = turned_grid((11, 14), (7, 5), 30, (35, 45))
    nodes[:, 4, 9] = np.nan
    return Job(
        src=write_raster(tmp_path / "src.tif", src, nodata=-9999),
        grid=write_raster(tmp_path / "grid.tif", nodes),
        dst=str(tmp_path / "dst.tif"),
        dst_mask=str(tmp_path / "mask.tif"),
        row_step=7,
        col_step=5,
    )
