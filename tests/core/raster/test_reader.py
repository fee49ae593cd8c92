import threading

import numpy as np
import pytest
from gridr_qgis.core.raster.reader import Reader
from helpers.data import noise, write_raster, write_signed
from rasterio.windows import Window

SIGNED = np.arange(-128, 128).reshape(16, 16)


@pytest.mark.parametrize("dtype", ["int8", "int16", "float32", "float64"])
def test_signed_bytes_are_signed_in_any_type(tmp_path, dtype):
    reader = Reader(write_signed(tmp_path / "a.tif", SIGNED))
    assert reader.dataset().dtypes == ("int8",)
    out = reader.read((1, 1), Window(0, 0, 16, 16), dtype)
    assert out.dtype == dtype
    assert (out == SIGNED).all()
    reader.close()


def test_reader_opens_once_per_thread_and_closes_all(tmp_path):
    pixels = noise((3, 20, 30))
    reader = Reader(write_raster(tmp_path / "a.tif", pixels))
    seen, results = [], []

    def read():
        for _ in range(3):
            out = reader.read((3, 1), Window(4, 2, 6, 5), "float64")
        seen.append(reader.dataset())
        results.append(out)

    workers = [threading.Thread(target=read) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(set(map(id, seen))) == 4
    for out in results:
        assert (out == pixels[[2, 0], 2:7, 4:10]).all()
    reader.close()
    assert all(dataset.closed for dataset in seen)
