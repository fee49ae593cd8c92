import threading

import pytest
from gridr_qgis.core.dataset import Reader, gdal_cache, open_raster, read_header
from gridr_qgis.core.errors import GridrError
from rasterio._env import get_gdal_config
from rasterio.windows import Window
from synthetic import noise, write_raster


def cache():
    return get_gdal_config("GDAL_CACHEMAX")


def test_cache_is_set_and_restored():
    before = cache()
    with gdal_cache(7_000_000):
        assert cache() == 7_000_000
    assert cache() == before


def test_cache_of_runs_that_overlap():
    before = cache()
    first, second = gdal_cache(7_000_000), gdal_cache(5_000_000)
    first.__enter__()
    second.__enter__()
    assert cache() == 12_000_000
    first.__exit__(None, None, None)
    assert cache() == 5_000_000
    second.__exit__(None, None, None)
    assert cache() == before


def test_cache_is_restored_after_an_error():
    before = cache()
    with pytest.raises(ZeroDivisionError), gdal_cache(7_000_000):
        _ = 1 / 0
    assert cache() == before


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


def test_header(tmp_path):
    path = write_raster(
        tmp_path / "a.tif",
        noise((2, 4, 5), "int16"),
        nodata=-5,
        descriptions=("one", "two"),
        tags={"KEY": "value"},
    )
    header = read_header(path)
    assert (header.shape, header.count) == ((4, 5), 2)
    assert header.dtypes == ("int16", "int16") and header.nodata == (-5, -5)
    assert header.descriptions == ("one", "two") and header.tags["KEY"] == "value"
    assert header.transform is None and header.crs_wkt is None
    assert header.files == (path,)


def test_open_raster_says_what_is_wrong(tmp_path):
    with pytest.raises(GridrError, match="cannot be read as a raster"):
        open_raster(str(tmp_path / "none.tif"))
