import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import numpy as np
import pytest
import rasterio
import rasterio.shutil
from gridr_qgis.core.errors import GridrError
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


def test_threads_take_turns_at_a_dataset_of_a_caller():
    inside, most = [], []

    class Given:
        name, dtypes = "given", ("uint8",)

        def read(self, indexes, window, out):
            inside.append(1)
            most.append(len(inside))
            time.sleep(0.05)
            inside.pop()

    reader = Reader("given", Given())
    with ThreadPoolExecutor(4) as workers:
        for _ in range(4):
            workers.submit(reader.read, (1,), Window(0, 0, 2, 2), "uint8")
    assert most == [1] * 4


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


def test_threads_take_turns_at_an_open_dataset(tmp_path):
    pixels, seen = noise((2, 200, 300)), []
    with rasterio.open(write_raster(tmp_path / "a.tif", pixels)) as given:
        reader = Reader("", given)

        def read():
            for row in range(150):
                assert reader.dataset() is given
                out = reader.read((2,), Window(3, row, 290, 40), "uint16")
                seen.append((out[0] == pixels[1, row : row + 40, 3:293]).all())

        workers = [threading.Thread(target=read) for _ in range(4)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        reader.close()
        assert not given.closed
    assert seen == [True] * 600


PLACE = "rows 90 to 99 and columns 5 to 24: "


@pytest.mark.parametrize("packing", [{}, {"compress": "deflate", "tiled": True}])
def test_a_file_cut_short_is_named_with_band_window_and_reason(tmp_path, packing):
    path = write_raster(tmp_path / "a.tif", noise((3, 100, 300)), interleave="band",
                        **packing)  # fmt: skip
    said = rf"Band [13] of '.*a.tif' cannot be read in {PLACE}.*TIFF.*Get or make it"
    with closing(Reader(path)) as reader:
        reader.dataset()
        os.truncate(path, int(0.8 * os.path.getsize(path)))
        with pytest.raises(GridrError, match=said) as raised:
            reader.read((1, 3), Window(5, 90, 20, 10), "uint16")
    assert "previous exception" not in str(raised.value)


def test_a_part_that_is_missing_is_named(tmp_path):
    part = write_raster(tmp_path / "part.tif", noise((2, 100, 300)))
    whole = str(tmp_path / "whole.vrt")
    rasterio.shutil.copy(part, whole, driver="VRT")
    os.unlink(part)
    window, missing = Window(5, 90, 20, 10), r".*part.tif: No such file"
    said = rf"Band 1 of '.*whole.vrt' cannot be read in {PLACE}{missing}"
    with closing(Reader(whole)) as reader, pytest.raises(GridrError, match=said):
        reader.read((1, 2), window, "float64")
    with rasterio.open(whole) as given, pytest.raises(GridrError, match=said):
        Reader("", given).read((1,), window, "uint16")


def test_a_mask_that_cannot_be_read_is_named(tmp_path):
    path = write_raster(tmp_path / "a.tif", noise((1, 100, 300)), nodata=3)
    said = rf"The mask of '.*a.tif' cannot be read in {PLACE}"
    with closing(Reader(path)) as reader:
        reader.dataset()
        os.truncate(path, 1000)
        with pytest.raises(GridrError, match=said):
            reader.read_dataset_mask(Window(5, 90, 20, 10))


def test_a_band_that_is_gone_is_named(tmp_path):
    reader = Reader(write_raster(tmp_path / "a.tif", noise((1, 9, 9))))
    said = "Band 2 of '.*a.tif' cannot be read in"
    with closing(reader), pytest.raises(GridrError, match=said):
        reader.read((1, 2), Window(0, 0, 9, 9), "uint16")
