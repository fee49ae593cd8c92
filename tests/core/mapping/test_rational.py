"""RPCs beside GDAL's own transformer, by rasterio and by gdaltransform."""

import numpy as np
import pytest
from gridr_qgis.core.grid_options import DemHeights
from gridr_qgis.core.mapping.heights import SameHeight, dem_of
from gridr_qgis.core.mapping.rational import Rational
from gridr_qgis.core.raster.header import read_header
from gridr_qgis.core.raster.reader import Reader
from helpers.places import gdal_positions, rpc, write_dem, write_with_rpc
from rasterio.transform import RPCTransformer


def places(count=400, seed=0):
    """Return places in the image and around it."""
    random = np.random.default_rng(seed)
    return random.uniform((4.8, 44.85), (5.2, 45.15), (count, 2)).T


@pytest.mark.parametrize("height", [0.0, 500.0, 1234.5])
def test_positions_at_a_height_are_gdals(height):
    x, y = places()
    with RPCTransformer(rpc()) as gdal:
        zs = np.full(x.shape, height)
        expected = gdal.rowcol(x, y, zs=zs, op=lambda value: value)
    found = Rational(rpc(), SameHeight(height)).positions(x, y)
    np.testing.assert_allclose(found, np.array(expected) - 0.5, rtol=0, atol=1e-6)


def test_positions_of_a_real_rpc_are_gdals(shared):
    path = shared / "data" / "RGB.byte.rpc.vrt"
    import rasterio

    with rasterio.open(path) as dataset:
        model = dataset.rpcs
    random = np.random.default_rng(0)
    x, y = random.uniform((-123.7, 48.9), (-122.7, 49.6), (400, 2)).T
    for height in (0.0, 700.0):
        found = Rational(model, SameHeight(height)).positions(x, y)
        options = ["-rpc", "-to", f"RPC_HEIGHT={height}"]
        expected = gdal_positions(path, x, y, *options)
        np.testing.assert_allclose(found, expected, rtol=0, atol=1e-6)


@pytest.mark.parametrize("offset", [0.0, 55.5])
def test_positions_over_a_dem_are_gdals(tmp_path, offset):
    src = write_with_rpc(tmp_path / "src.tif")
    dem = write_dem(tmp_path / "dem.tif")
    x, y = places()
    heights = dem_of(read_header(dem), Reader(dem), 1, DemHeights.ELLIPSOID, offset)
    found = Rational(rpc(), heights).positions(x, y)
    options = ["-to", f"RPC_DEM={dem}", "-to", f"RPC_HEIGHT={offset}"]
    expected = gdal_positions(src, x, y, "-rpc", *options)
    np.testing.assert_allclose(found, expected, rtol=0, atol=1e-6)
    flat = Rational(rpc(), SameHeight(0.0)).positions(x, y)
    assert np.abs(found - flat).max() > 1


def test_far_from_the_image_there_is_no_place():
    model = Rational(rpc(), SameHeight(500.0))
    scaled = np.array([-1.51, -1.5, 0.0, 1.5, 1.51])
    near = [False, True, True, True, False]
    lon, lat = 5 + 0.15 * scaled, np.full(5, 45.0)
    assert np.isfinite(model.positions(lon, lat)[0]).tolist() == near
    lon, lat = np.full(5, 5.0), 45 + 0.1 * scaled
    assert np.isfinite(model.positions(lon, lat)[1]).tolist() == near


def test_longitudes_are_taken_to_the_image():
    model = Rational(rpc(long_off=179.95), SameHeight(500.0))
    x = np.array([179.99, 180.01, -179.99, 540.01])
    rows, cols = model.positions(x, np.full(4, 45.0))
    np.testing.assert_allclose(cols[1:], cols[1], rtol=0, atol=1e-9)
    assert 0 < cols[0] < cols[1] < 100


def test_positions_keep_the_shape_of_places_and_do_not_depend_on_cuts(monkeypatch):
    model = Rational(rpc(), SameHeight(500.0))
    x, y = (part.reshape(20, 20) for part in places())
    x[3, 4] = np.nan
    whole = model.positions(x, y)
    assert whole.shape == (2, 20, 20)
    assert np.isnan(whole[:, 3, 4]).all()
    monkeypatch.setattr(f"{Rational.__module__}.AT_ONCE", 7)
    np.testing.assert_allclose(model.positions(x, y), whole, rtol=0, atol=1e-9)
