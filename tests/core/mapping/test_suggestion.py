"""The target that gdalwarp would make."""

import subprocess

import numpy as np
import pytest
import rasterio
from affine import Affine
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.grid_options import GridFit, GridMethod
from gridr_qgis.core.mapping.crs import crs_of
from gridr_qgis.core.mapping.sensor import read_sensor
from gridr_qgis.core.mapping.suggestion import place_of, suggested_template
from gridr_qgis.core.raster.header import read_header
from helpers.data import noise, write_raster
from helpers.places import gcps, write_dem, write_with_gcps, write_with_rpc

CODE = "EPSG:32631"


def suggested(path, method, src_crs="EPSG:4326", dst_crs=CODE, fit="auto", **heights):
    sensor = read_sensor(read_header(path))
    crs = crs_of(src_crs, "")
    points = sensor.points.without_seam(crs)
    place = place_of(sensor, GridMethod.of(method), GridFit.of(fit), points, heights)
    return suggested_template(place, sensor.header.shape, crs, crs_of(dst_crs, ""))


def warped(path, folder, *options):
    """Return shape and transform of what gdalwarp makes."""
    out = str(folder / "warped.tif")
    command = ["gdalwarp", "-q", "-et", "0", "-t_srs", CODE, *options, str(path), out]
    subprocess.run(command, check=True)
    with rasterio.open(out) as dataset:
        return dataset.shape, dataset.transform


def check_same(template, expected, rtol=0.0):
    assert template.shape == expected[0]
    np.testing.assert_allclose(template.transform[:6], expected[1][:6], rtol, 0)


@pytest.mark.parametrize("turn", [0.0, 2.0])
def test_of_a_geotransform(tmp_path, turn):
    transform = Affine(0.01, turn / 1e3, 3, turn / 1e3, -0.01, 46)
    path = write_raster(
        tmp_path / "src.tif",
        noise((50, 60), "uint8"),
        transform=transform,
        crs="EPSG:4326",
    )
    # of a turned one the corners are fitted: the last digits are another's
    rtol = 1e-12 if turn else 0.0
    check_same(suggested(path, "geotransform"), warped(path, tmp_path), rtol)


@pytest.mark.parametrize(
    ("fit", "options"),
    [
        ("auto", ["-to", "SRC_METHOD=GCP_POLYNOMIAL"]),
        ("polynomial1", ["-order", "1"]),
        ("polynomial3", ["-order", "3"]),
        ("tps", ["-tps"]),
    ],
)
def test_of_control_points(tmp_path, fit, options):
    path = write_with_gcps(tmp_path / "src.tif", gcps(12))
    expected = warped(path, tmp_path, *options)
    check_same(suggested(path, "gcp", fit=fit), expected, 1e-12)


@pytest.mark.parametrize("height", [0.0, 800.0])
def test_of_an_rpc_at_a_height(tmp_path, height):
    path = write_with_rpc(tmp_path / "src.tif")
    expected = warped(path, tmp_path, "-rpc", "-to", f"RPC_HEIGHT={height}")
    check_same(suggested(path, "rpc", RPC_HEIGHT=height), expected)


def test_of_an_rpc_over_a_dem(tmp_path):
    path, dem = write_with_rpc(tmp_path / "src.tif"), write_dem(tmp_path / "dem.tif")
    expected = warped(path, tmp_path, "-rpc", "-to", f"RPC_DEM={dem}")
    check_same(suggested(path, "rpc", RPC_DEM=dem), expected)


def test_where_gdal_finds_none_there_is_a_sentence(tmp_path):
    path = write_raster(
        tmp_path / "src.tif",
        noise((5, 5), "uint8"),
        transform=Affine(1, 0, 1e300, 0, -1, 1e300),
        crs="EPSG:4326",
    )
    with pytest.raises(GridrError, match="GDAL finds no target .*Give a template, or"):
        suggested(path, "geotransform")
