"""What places a raster on the map."""

import numpy as np
import pytest
import rasterio
from affine import Affine
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.grid_options import GridMethod
from gridr_qgis.core.mapping.sensor import method_of, read_sensor
from gridr_qgis.core.raster.header import read_header
from helpers.data import noise, write_raster
from helpers.places import gcps, rpc, write_with_gcps, write_with_rpc


def sensor(path):
    return read_sensor(read_header(path))


def on_the_map(path, **profile):
    transform = Affine(2, 0, 5, 0, -2, 9)
    return write_raster(path, noise((5, 6), "uint8"), transform=transform, **profile)


def test_control_points_are_counted_from_pixel_centres(tmp_path):
    points = gcps(5)
    found = sensor(write_with_gcps(tmp_path / "src.tif", points))
    assert found.methods == [GridMethod.GCP]
    np.testing.assert_array_equal(
        found.points.pixels, [(p.row - 0.5, p.col - 0.5) for p in points]
    )
    np.testing.assert_array_equal(found.points.places, [(p.x, p.y) for p in points])
    assert "WGS 84" in found.points_crs


def test_an_rpc_is_read(tmp_path):
    found = sensor(write_with_rpc(tmp_path / "src.tif"))
    assert found.methods == [GridMethod.RPC]
    assert found.rpc.lat_off == rpc().lat_off
    assert found.points_crs is None


def test_automatic_takes_the_geotransform_then_the_rpc(tmp_path):
    both = sensor(on_the_map(tmp_path / "both.tif", crs="EPSG:32618", rpcs=rpc()))
    assert both.methods == [GridMethod.GEOTRANSFORM, GridMethod.RPC]
    assert method_of(both, GridMethod.AUTO) is GridMethod.GEOTRANSFORM
    assert method_of(both, GridMethod.RPC) is GridMethod.RPC
    # who has no coordinate system says less than an RPC does
    bare = sensor(on_the_map(tmp_path / "bare.tif", rpcs=rpc()))
    assert method_of(bare, GridMethod.AUTO) is GridMethod.RPC
    assert method_of(bare, GridMethod.GEOTRANSFORM) is GridMethod.GEOTRANSFORM


def test_a_source_that_lies_nowhere_is_refused(tmp_path):
    plain = sensor(write_raster(tmp_path / "src.tif", noise((5, 6), "uint8")))
    with pytest.raises(
        GridrError, match=r"has no .* arrays\. Use \*Grid from control points\*"
    ):
        method_of(plain, GridMethod.AUTO)
    with pytest.raises(GridrError, match="has no RPCs: it has none of these"):
        method_of(plain, GridMethod.RPC)


def test_a_method_that_the_source_does_not_have_is_refused(tmp_path):
    found = sensor(write_with_gcps(tmp_path / "src.tif", gcps(5)))
    sentence = "has no geotransform: it has control points. Choose another method"
    with pytest.raises(GridrError, match=sentence):
        method_of(found, GridMethod.GEOTRANSFORM)


def test_geolocation_arrays_are_taken_where_they_are_all_there_is(tmp_path):
    path = write_raster(tmp_path / "src.tif", noise((5, 6), "uint8"))
    with rasterio.open(path, "r+") as dataset:
        dataset.update_tags(ns="GEOLOCATION", X_DATASET="lon.tif")
    assert sensor(path).methods == [GridMethod.GEOLOCATION]
    assert method_of(sensor(path), GridMethod.AUTO) is GridMethod.GEOLOCATION
