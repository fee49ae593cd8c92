"""Heights of a DEM: linear between pixels, taken to the ellipsoid."""

import numpy as np
import pyproj
import pytest
from affine import Affine
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.grid_options import DemHeights
from gridr_qgis.core.mapping import heights as module
from gridr_qgis.core.mapping.heights import SameHeight, dem_of
from gridr_qgis.core.raster.header import read_header
from gridr_qgis.core.raster.reader import Reader
from helpers.affines import along
from helpers.data import write_raster
from helpers.places import hills, write_dem
from scipy.ndimage import map_coordinates

ELLIPSOID = DemHeights.ELLIPSOID


def dem(path, counts_from=ELLIPSOID, offset=0.0, index=1):
    return dem_of(read_header(path), Reader(path), index, counts_from, offset)


def places_of(rows, cols):
    """Return the places of pixel centres of `write_dem`'s raster."""
    return 4.65 + 0.005 * (cols + 0.5), 45.25 - 0.005 * (rows + 0.5)


def test_one_height_is_the_same_everywhere():
    assert SameHeight(3.5).at(np.zeros(3), np.zeros(3)).tolist() == [3.5] * 3


def test_heights_are_linear_between_pixels(tmp_path):
    random = np.random.default_rng(0)
    rows, cols = random.uniform((0, 0), (99, 139), (500, 2)).T
    found = dem(write_dem(tmp_path / "dem.tif")).at(*places_of(rows, cols))
    expected = map_coordinates(hills((100, 140)), [rows, cols], order=1)
    np.testing.assert_allclose(found, expected, rtol=0, atol=1e-6)


def test_a_dem_may_lie_in_another_system_and_be_turned(tmp_path):
    to_plane = pyproj.Transformer.from_crs("EPSG:4326", "EPSG:32631", always_xy=True)
    x, y = to_plane.transform(5.0, 45.0)
    turned = Affine(300, 200, x - 20000, 150, -300, y + 10000)
    path = write_dem(tmp_path / "dem.tif", crs="EPSG:32631", transform=turned)
    rows, cols = np.random.default_rng(0).uniform((0, 0), (99, 139), (100, 2)).T
    there = along(turned, cols + 0.5, rows + 0.5)
    lon, lat = to_plane.transform(*there, direction="INVERSE")
    expected = map_coordinates(hills((100, 140)), [rows, cols], order=1)
    np.testing.assert_allclose(dem(path).at(lon, lat), expected, rtol=0, atol=1e-4)


def test_no_height_beside_nodata_and_beyond_the_last_centres(tmp_path):
    pixels = hills((100, 140))
    pixels[50, 60] = -9999
    path = write_dem(tmp_path / "dem.tif", pixels, nodata=-9999)
    rows = np.array([50, 49.5, 49, 51, 50, 50, 0, -0.1, 99, 99.1, 5])
    cols = np.array([60, 60, 60, 60, 61, 60.5, 0, 5, 139, 5, 139.1])
    known = np.isfinite(dem(path).at(*places_of(rows, cols)))
    # a hair beside the border of the last centres, rounding decides
    kept = [0, 1, 5, 7, 9, 10]
    assert not known[kept].any()
    assert np.isfinite(dem(path).at(*places_of(rows[2:5], cols[2:5] + 1e-3)))[-1]


def test_scale_offset_and_band_are_those_of_the_file(tmp_path):
    import rasterio

    stored = np.stack([np.zeros((100, 140)), np.full((100, 140), 30)]).astype("int16")
    path = write_dem(tmp_path / "dem.tif", stored)
    with rasterio.open(path, "r+") as dataset:
        dataset.scales, dataset.offsets = (1, 0.5), (0, 100)
    found = dem(path, index=2, offset=2).at(*places_of(np.array([5]), np.array([5])))
    assert found.tolist() == [117]


def test_heights_do_not_depend_on_how_places_are_cut(tmp_path, monkeypatch):
    path = write_dem(tmp_path / "dem.tif")
    rows, cols = np.random.default_rng(0).uniform((-3, -3), (103, 143), (40, 2)).T
    whole = dem(path).at(*places_of(rows, cols))
    monkeypatch.setattr(module, "PIXELS_AT_ONCE", 10)
    np.testing.assert_array_equal(dem(path).at(*places_of(rows, cols)), whole)


def test_longitudes_of_a_dem_may_run_to_360(tmp_path):
    path = write_dem(tmp_path / "dem.tif", transform=Affine(1, 0, 220, 0, -0.1, 50))
    (found,) = dem(path).at(np.array([-90.5]), np.array([45.05]))
    assert found == pytest.approx(hills((100, 140))[49, 49], abs=1e-9)


GEOID = pyproj.transformer.TransformerGroup(
    "EPSG:4326+5773", "EPSG:4979", always_xy=True
)
HAS_EGM96 = GEOID.best_available


@pytest.mark.skipif(not HAS_EGM96, reason="PROJ has no file of the geoid here")
@pytest.mark.parametrize("by", ["egm96", "from_crs"])
def test_heights_above_the_geoid_go_to_the_ellipsoid(tmp_path, by):
    crs = {"egm96": "EPSG:4326", "from_crs": "EPSG:4326+5773"}[by]
    path = write_dem(tmp_path / "dem.tif", np.full((100, 140), 100.0), crs=crs)
    lon, lat = np.array([5.0, 5.1]), np.array([45.0, 45.1])
    found = dem(path, DemHeights.of(by)).at(lon, lat)
    # the geoid is about 50 m above the ellipsoid there
    assert (np.abs(found - 150) < 5).all()


@pytest.mark.skipif(HAS_EGM96, reason="PROJ has the file of the geoid")
@pytest.mark.parametrize(
    ("by", "file"),
    [("egm96", "us_nga_egm96_15.tif"), ("egm2008", "us_nga_egm08_25.tif")],
)
def test_a_geoid_whose_file_is_missing_is_refused(tmp_path, by, file):
    path = write_dem(tmp_path / "dem.tif")
    with pytest.raises(GridrError, match=f"need the file {file}, which PROJ does not"):
        dem(path, DemHeights.of(by))


@pytest.mark.skipif(HAS_EGM96, reason="PROJ has the file of the geoid")
def test_a_vertical_system_whose_file_is_missing_is_refused(tmp_path):
    path = write_dem(tmp_path / "dem.tif", crs="EPSG:4326+5773")
    with pytest.raises(GridrError, match="need the file .*Install PROJ's data"):
        dem(path, DemHeights.FROM_CRS)


def test_a_dem_that_lies_nowhere_is_refused(tmp_path):
    with pytest.raises(GridrError, match="has no coordinate system. Give it one"):
        dem(write_dem(tmp_path / "crs.tif", crs=None))
    plain = write_raster(tmp_path / "plain.tif", hills((9, 9)), crs="EPSG:4326")
    with pytest.raises(GridrError, match="has no georeference"):
        dem(plain)


def test_a_band_or_a_type_that_holds_no_heights_is_refused(tmp_path):
    path = write_dem(tmp_path / "dem.tif", np.zeros((5, 5), "complex64"))
    with pytest.raises(GridrError, match="The DEM has no band 2"):
        dem(path, index=2)
    with pytest.raises(GridrError, match="The DEM has pixels of type complex64"):
        dem(path)
