import pytest
from gridr_qgis.core.raster.cache import gdal_cache
from rasterio._env import get_gdal_config


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
