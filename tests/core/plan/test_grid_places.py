"""What places a source on the map, of what it has itself."""

import re
from pathlib import Path

import numpy as np
import pytest
import rasterio.shutil
from affine import Affine
from gridr_qgis.core.mapping.control_points import Fitted
from gridr_qgis.core.mapping.rational import Rational
from helpers.data import noise, read_raster, write_raster
from helpers.grid_jobs import PLACE, refused, resolved, told
from helpers.places import (
    gdal_positions,
    rpc,
    write_dem,
)


def test_control_points_without_a_system_need_one(with_gcps, tmp_path):
    src = str(tmp_path / "bare.vrt")
    rasterio.shutil.copy(with_gcps.src, src, driver="VRT")
    text = re.sub('Projection=".*?"', 'Projection=""', Path(src).read_text())
    Path(src).write_text(text)
    refused("control points of the source .* has no coordinate", with_gcps, src=src)
    assert resolved(with_gcps, src=src, src_crs="EPSG:4326")


def test_control_points_are_fitted_as_asked(with_gcps):
    assert isinstance(resolved(with_gcps).mapping.model, Fitted)
    assert "8 control points, fit polynomial2." in told(with_gcps)
    assert "fit tps." in told(with_gcps, fit="tps")
    refused("Polynomial 3 needs 10 points", with_gcps, fit="polynomial3")


def test_an_rpc_has_its_own_height_unless_another_is_given(with_rpc):
    found = resolved(with_rpc).mapping.model
    assert isinstance(found, Rational)
    assert found.heights.height == rpc().height_off
    assert "Height 500 m above the ellipsoid (the RPC's own; a DEM is" in told(with_rpc)
    assert resolved(with_rpc, height=3).mapping.model.heights.height == 3


@pytest.mark.parametrize("offset", [0.0, 20.0])
def test_heights_come_from_a_dem(with_rpc, tmp_path, offset):
    dem = write_dem(tmp_path / "dem.tif")
    found = resolved(with_rpc, dem=dem, dem_heights="ellipsoid", dem_offset=offset)
    x, y = np.array([5.0, 5.05]), np.array([45.0, 44.95])
    options = ["-rpc", "-to", f"RPC_DEM={dem}", "-to", f"RPC_HEIGHT={offset}"]
    expected = gdal_positions(with_rpc.src, x, y, *options)
    positions = found.mapping.model.positions(x, y)
    np.testing.assert_allclose(positions, expected, rtol=0, atol=1e-6)
    assert [header.name for header in found.inputs] == [with_rpc.src, dem]
    found.close()


def test_heights_that_say_not_what_they_count_from_are_told(with_rpc, tmp_path):
    dem = write_dem(tmp_path / "dem.tif")
    sentence = "!The DEM's coordinate system does not say what its heights count from"
    assert sentence in told(with_rpc, dem=dem)
    assert sentence not in told(with_rpc, dem=dem, dem_heights="ellipsoid")


def test_what_plays_no_part_is_told(on_map, with_rpc):
    assert "!The height or the DEM plays no part" in told(on_map, height=3)
    assert "!The fit tps plays no part" in told(on_map, fit="tps")
    assert "!The source's coordinate system plays no part" in told(
        with_rpc, src_crs="EPSG:32631"
    )
    assert "!" not in told(on_map) + told(with_rpc)


def test_what_places_the_source_is_told(on_map, tmp_path):
    assert told(on_map).startswith("The source lies on the map by its geotransform.")
    both = write_raster(
        tmp_path / "both.tif", noise((4, 5), "uint8"), rpcs=rpc(), **PLACE
    )
    assert "by its geotransform; it has RPCs, too." in told(on_map, src=both)


def test_height_and_dem_exclude_each_other(with_rpc, tmp_path):
    dem = write_dem(tmp_path / "dem.tif")
    refused("A height and a DEM are given. Give one of", with_rpc, dem=dem, height=3)
    refused("An offset of the DEM is given, and no DEM", with_rpc, dem_offset=3)


def test_a_turned_source_has_a_target(on_map, tmp_path):
    turned = Affine(260, 150, 500000, 150, -260, 5500000)
    src = write_raster(
        tmp_path / "turned.tif",
        noise((40, 50), "uint8"),
        transform=turned,
        crs="EPSG:32631",
    )
    template = resolved(on_map, src=src).mapping.template
    x_min, y_min, x_max, y_max = template.extent
    corners = [(c, r) for c in (0, 50) for r in (0, 40)]
    xs = [turned.a * c + turned.b * r + turned.c for c, r in corners]
    assert abs(x_min - min(xs)) < 300
    assert abs(x_max - max(xs)) < 300
    flat = write_raster(
        tmp_path / "flat.tif",
        noise((4, 5), "uint8"),
        transform=Affine(1, 1, 5, 1, 1, 5),
        crs="EPSG:32631",
    )
    refused("gives its pixels no area", on_map, src=flat)


def test_a_dem_elsewhere_is_refused_with_both_extents(with_rpc, tmp_path):
    elsewhere = Affine(0.005, 0, 14.65, 0, -0.005, 45.25)
    dem = write_dem(tmp_path / "dem.tif", transform=elsewhere)
    sentence = r"no height where the image is: it covers x 14\.65 .* the image about x"
    refused(sentence, with_rpc, dem=dem)
    empty = write_dem(tmp_path / "nan.tif", np.full((9, 9), np.nan))
    refused("has no height where the image is", with_rpc, dem=empty)
    refused("The DEM has no band 2", with_rpc, dem=dem, dem_index=2)


def test_a_dem_of_a_part_is_told_with_its_share(with_rpc, tmp_path):
    whole = write_dem(tmp_path / "dem.tif")
    assert "% of the image" not in told(with_rpc, dem=whole)
    heights = read_raster(whole)[0]
    heights[:, heights.shape[1] // 2 :] = np.nan
    lines = told(with_rpc, dem=write_dem(tmp_path / "half.tif", heights))
    share = float(re.search(r"!The DEM has heights for about ([\d.]+) % of", lines)[1])
    assert 40 < share < 60
    assert "Give a DEM that covers it all." in lines
