"""The examples of docs/coming_from.md, against results of the tools they are about."""

import json
import re
import subprocess
from pathlib import Path

import numpy as np
import pytest
import rasterio
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.options import Job
from helpers.data import read_raster, turned_grid, write_raster
from helpers.reference.otb import JOBS, RESULTS
from rasterio.control import GroundControlPoint
from rasterio.rpc import RPC

# An output like OTB's lies at the origin: its transform is the identity.
pytestmark = pytest.mark.filterwarnings("ignore:The given matrix is equal")

PAGE = Path(__file__).resolve().parents[3] / "docs" / "coming_from.md"
MAP = ["-t_srs", "EPSG:4326", "-te", "1.9995", "48.9195", "2.1005", "49.0005"]
MAP += ["-tr", "0.001", "0.001"]
WARPS = {
    "gcp": ([], []),
    "rpc": (["SRC_METHOD=RPC", "RPC_HEIGHT=100"], ["-rpc", "-to", "RPC_HEIGHT=100"]),
    "gcp by splines": (["SRC_METHOD=GCP_TPS"], ["-tps"]),
}


def smooth(shape):
    """Return an image without edges: positions a little off show little."""
    rows, cols = np.indices(shape)
    return (120 + 60 * np.sin(rows / 9) + 60 * np.cos(cols / 7)).astype("float32")


def write_gcp_image(path):
    """Write an image whose control points lie on a bent net.

    Its pixels are wider than the map's: gdalwarp widens its kernels where they are not.
    """
    line, pixel = (axis.ravel() for axis in np.mgrid[0:101:25, 0:121:30])
    x = 1.98 + 0.0012 * pixel - 0.0002 * line + 4e-7 * pixel * line
    y = 49.01 - 0.0012 * line - 0.0001 * pixel + 6e-7 * pixel**2
    points = [GroundControlPoint(*one) for one in zip(line, pixel, x, y)]
    return write_raster(path, smooth((100, 120)), gcps=points, crs="EPSG:4326")


def write_rpc_image(path):
    """Write an image with a sensor model that is not quite straight."""
    line, sample, one = np.zeros((3, 20))
    line[[0, 1, 2, 3, 4]] = 0.02, 0.1, -1.0, 0.05, 0.01
    sample[[0, 1, 2, 3, 7]] = 0.01, 0.9, 0.08, 0.04, 0.02
    one[[0, 1]] = 1, 0.003
    model = RPC(
        height_off=0,
        height_scale=500,
        lat_off=48.96,
        lat_scale=0.065,
        line_den_coeff=one.tolist(),
        line_num_coeff=line.tolist(),
        line_off=50,
        line_scale=50,
        long_off=2.05,
        long_scale=0.075,
        samp_den_coeff=one.tolist(),
        samp_num_coeff=sample.tolist(),
        samp_off=60,
        samp_scale=60,
        err_bias=None,
        err_rand=None,
    )
    return write_raster(path, smooth((100, 120)), rpcs=model)


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """Folder in which the page's examples ran, and the names that they define."""
    folder = tmp_path_factory.mktemp("page")
    JOBS["def"].write(folder)
    write_raster(folder / "grid.tif", turned_grid((2, 2), (10, 10), 10, (10, 12)))
    write_gcp_image(folder / "gcp.tif")
    write_rpc_image(folder / "rpc.tif")
    names = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for example in re.findall(r"```python\n(.*?)```", PAGE.read_text(), re.DOTALL):
            exec(example, names)
    return folder, names


def test_gridr_call_and_job_make_the_same_pixels(page):
    folder, _ = page
    assert (read_raster(folder / "out.tif") == read_raster(folder / "job.tif")).all()


@pytest.mark.parametrize("name", JOBS)
def test_converted_grid_gives_what_otb_gives(page, tmp_path, name):
    job = JOBS[name]
    files = [str(tmp_path / f"{each}.tif") for each in ("image", "grid", "dst", "mask")]
    spacing = job.write(tmp_path)
    convert = page[1]["grid_from_otb"]
    convert(tmp_path / "otb_grid.tif", job.kind, files[0], spacing, files[1])
    kernel = {"bco": "cubic", "linear": "linear", "nn": "nearest"}[job.interpolator]
    resample_dataset(Job(*files, interpolation=kernel))
    assert read_raster(files[3]).all()
    expected = json.loads(RESULTS.read_text())[name]
    # OTB holds positions in 32 bits
    np.testing.assert_allclose(read_raster(files[2])[0], expected, rtol=0, atol=5e-3)


def test_converted_grid_of_the_page_gives_what_otb_gives(page):
    folder, _ = page
    dst = str(folder / "otb.tif")
    resample_dataset(Job(str(folder / "image.tif"), str(folder / "from_otb.tif"), dst))
    expected = json.loads(RESULTS.read_text())["def"]
    np.testing.assert_allclose(read_raster(dst)[0], expected, rtol=0, atol=5e-3)


@pytest.mark.parametrize("name", WARPS)
@pytest.mark.parametrize("step", [1, 10])
def test_grid_by_gdal_gives_what_gdalwarp_gives(page, tmp_path, name, step):
    folder, names = page
    options, flags = WARPS[name]
    source, expected = folder / f"{name[:3]}.tif", tmp_path / "expected.tif"
    files = [str(tmp_path / f"{each}.tif") for each in ("grid", "dst", "mask")]
    shape = 80 // step + 1, 100 // step + 1
    place = (2.0, 49.0), (0.001, 0.001), shape, step, files[0]
    names["grid_by_gdal"](str(source), "EPSG:4326", *place, options)
    resample_dataset(Job(str(source), *files))
    warp = ["gdalwarp", "-q", "-et", "0", "-r", "cubic", *MAP, *flags]
    subprocess.run([*warp, source, expected], check=True)
    valid = read_raster(files[2])[0] == 1
    assert valid.mean() > 0.7
    difference = np.abs(read_raster(files[1]) - read_raster(expected))[0][valid]
    assert difference.max() < (1e-3 if step == 1 else 0.3)
    with rasterio.open(files[1]) as got, rasterio.open(expected) as wanted:
        assert got.bounds == pytest.approx(wanted.bounds)


@pytest.mark.parametrize("name", ["gcp", "rpc"])
def test_grid_of_the_page_is_that_of_the_command(page, tmp_path, name):
    folder, _ = page
    dst, command = str(tmp_path / "dst.tif"), " ".join(MAP)
    source, grid = str(folder / f"{name}.tif"), str(folder / f"{name}_grid.tif")
    resample_dataset(Job(source, grid, dst))
    text = " ".join(PAGE.read_text().split())
    assert f"gdalwarp {command}" in text
    assert " ".join(WARPS[name][1]) in text
    with rasterio.open(dst) as dataset:
        assert dataset.bounds == pytest.approx((1.9995, 48.9195, 2.1005, 49.0005))
