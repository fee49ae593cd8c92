from contextlib import closing

import numpy as np
import pytest
import rasterio
from gridr_qgis.core.errors import Cancelled, GridrError
from gridr_qgis.core.raster import quick_look as module
from gridr_qgis.core.raster.header import read_header
from gridr_qgis.core.raster.quick_look import quick_look
from gridr_qgis.core.raster.reader import Reader
from helpers.data import noise, write_raster, write_signed


def look(path, indexes=(1,), most=50, goes_on=lambda share: True):
    with closing(Reader(path)) as reader:
        return quick_look(reader, read_header(path), indexes, most, goes_on)


def test_a_small_raster_is_shown_as_it_is(tmp_path):
    pixels = noise((3, 40, 50), "float32")
    path = write_raster(tmp_path / "a.tif", pixels)
    np.testing.assert_array_equal(look(path, (3, 1)), pixels[[2, 0]])


def test_nodata_is_nan(tmp_path):
    pixels = noise((40, 50), "float32").round()
    pixels[:5] = np.float32(0.1)
    path = write_raster(tmp_path / "a.tif", pixels, nodata=0.1)
    (found,) = look(path)
    assert np.isnan(found[:5]).all()
    np.testing.assert_array_equal(found[5:], pixels[5:])


def test_signed_bytes_are_signed(tmp_path):
    pixels = np.arange(-128, 128).reshape(16, 16)
    np.testing.assert_array_equal(
        look(write_signed(tmp_path / "a.tif", pixels))[0], pixels
    )


@pytest.mark.parametrize("shape", [(500, 700), (701, 99), (3, 1000)])
@pytest.mark.parametrize("rows", [4, 1000])
def test_a_large_raster_is_thinned_evenly(tmp_path, monkeypatch, shape, rows):
    monkeypatch.setattr(module, "ROWS_AT_ONCE", rows)
    pixels = np.add.outer(1000.0 * np.arange(shape[0]), np.arange(shape[1]))
    path = write_raster(tmp_path / "a.tif", pixels)
    (found,) = look(path)
    every = -(-max(shape) // 50)
    assert found.shape == tuple(-(-size // every) for size in shape)
    down, aside = found // 1000, found % 1000
    at = np.arange(found.shape[0])[:, None] * every
    assert ((down >= at) & (down < at + every)).all()
    at = np.arange(found.shape[1]) * every
    assert (np.abs(aside - at) <= every).all()


def test_overviews_are_read_where_there_are_some(tmp_path):
    path = write_raster(tmp_path / "a.tif", np.zeros((400, 400), "uint8"))
    with rasterio.open(path, "r+") as dataset:
        dataset.build_overviews([8], rasterio.enums.Resampling.nearest)
    with rasterio.open(path, "r+", OVERVIEW_LEVEL=0) as overview:
        overview.write(np.full((1, 50, 50), 7, "uint8"))
    assert (look(path) == 7).all()


def test_it_can_be_cancelled(tmp_path):
    path = write_raster(tmp_path / "a.tif", noise((100, 100)))
    shares = []
    with pytest.raises(Cancelled):
        look(path, goes_on=lambda share: shares.append(share))
    assert len(shares) == 1


def test_a_damaged_file_is_told(tmp_path):
    pixels = np.arange(10_000, dtype="uint16").reshape(100, 100)
    path = write_raster(tmp_path / "a.tif", pixels, compress="deflate")
    content = (tmp_path / "a.tif").read_bytes()
    spoiled = content[:500] + bytes(1000) + content[1500:]
    (tmp_path / "a.tif").write_bytes(spoiled)
    with pytest.raises(GridrError, match="Band 1 of .* cannot be read in rows"):
        look(path)
