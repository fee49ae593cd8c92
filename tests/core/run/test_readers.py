import dataclasses

import numpy as np
import pytest
import rasterio
from gridr_qgis.core.plan.rules import read_headers, resolve
from gridr_qgis.core.run.readers import Readers
from helpers.data import noise, read_raster, write_raster
from rasterio.windows import Window

WHOLE = Window(0, 0, 66, 71)


@pytest.fixture
def resolved(job, tmp_path):
    """Function: changes of the turned job -> it resolved, both rasters with a mask."""
    grid_mask, src_mask = np.full((11, 14), 3, "uint8"), np.full((70, 90), 2, "uint8")
    grid_mask[2, 3], src_mask[40, 50] = 1, 1
    masked = dataclasses.replace(
        job,
        grid_mask=write_raster(tmp_path / "grid_mask.tif", grid_mask),
        grid_mask_valid=3,
        src_mask=write_raster(tmp_path / "src_mask.tif", src_mask),
        src_mask_valid=2,
    )
    return lambda **changes: resolve(dataclasses.replace(masked, **changes))


def test_the_grid_has_nodata_mask_and_shift_of_the_job(resolved, job):
    nodes = read_raster(job.grid)
    value = nodes[0, 6, 7]
    with Readers(resolved(grid_nodata=value - 0.25, grid_nodata_tolerance=0.25,
                          shift=(2.0, -3.0))) as readers:  # fmt: skip
        got = readers.grid.read(WHOLE)
    expected = nodes + np.reshape([2, -3], (2, 1, 1))
    expected[:, 2, 3] = np.nan
    near = (np.abs(nodes - (value - 0.25)) <= 0.25).any(axis=0)
    assert near[6, 7]
    expected[:, near] = np.nan
    np.testing.assert_array_equal(np.stack([got.rows, got.cols]), expected)


def test_the_source_has_bands_nodata_and_mask_of_the_job(resolved, job):
    window = Window(35, 25, 20, 20)
    with Readers(resolved(src_indexes=(2, 1, 2), interpolation="linear")) as readers:
        patch = readers.source.read(window)
    rows, cols = window.toslices()
    src = read_raster(job.src)
    assert (patch.pixels == src[[1, 0], rows, cols]).all()
    assert patch.origin == (25, 35)
    unusable = (src == -9999).any(axis=0)
    unusable[40, 50] = True
    assert ((patch.usable == 0) == unusable[rows, cols]).all()


def test_a_raster_of_several_parts_has_one_reader(resolved, tmp_path):
    with Readers(resolved()) as readers:
        assert readers.grid.row.reader is readers.grid.col.reader
        assert readers.source.reader is not readers.grid.row.reader
    every = write_raster(tmp_path / "every.tif", noise((3, 70, 90), "float64"))
    same = resolved(src=every, src_indexes=(3,), grid=every, grid_mask=every,
                    src_mask=every, row_step=1, col_step=1)  # fmt: skip
    with Readers(same) as readers:
        parts = readers.grid.row, readers.grid.mask, readers.source, readers.source.mask
        assert len({id(part.reader) for part in parts}) == 1


def test_what_is_opened_here_is_closed_at_the_end(resolved):
    with Readers(resolved()) as readers:
        datasets = [
            part.reader.dataset()
            for part in (readers.grid.row, readers.grid.mask, readers.source)
        ]
        assert not any(dataset.closed for dataset in datasets)
    assert all(dataset.closed for dataset in datasets)


def test_a_dataset_of_the_caller_is_read_and_stays_open(job):
    headers = read_headers(job)
    src = dataclasses.replace(headers.src, name="source")
    resolved = resolve(job, headers._replace(src=src))
    with rasterio.open(job.src, "r+") as dataset:
        dataset.write(np.full((70, 90), 5, "int16"), 1)  # not yet in the file
        with Readers(resolved, {"source": dataset}) as readers:
            assert readers.source.reader.dataset() is dataset
            patch = readers.source.read(Window(3, 4, 5, 6))
        assert (patch.pixels[0] == 5).all()
        assert not dataset.closed
