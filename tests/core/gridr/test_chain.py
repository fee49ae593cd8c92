"""GridR's call on datasets: every argument gives our sentence, or the right result."""

import inspect
import logging
import os
from contextlib import ExitStack
from enum import Enum
from types import SimpleNamespace

import numpy as np
import pytest
import rasterio
import rasterio.shutil
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.gridr import get_interpolator
from gridr_qgis.core.gridr.chain import GridRIOMode, basic_grid_resampling_chain
from gridr_qgis.core.raster.reader import Reader
from gridr_qgis.core.resample import resample_array
from helpers.data import noise, write_raster
from helpers.gridr_calls import NODES, SHAPE, SRC, expected, masked_nodes, same
from helpers.odd_calls import judge_all
from rasterio.enums import Resampling
from rasterio.io import MemoryFile
from rasterio.vrt import WarpedVRT
from shapely.geometry import box

GDAL = tuple(map(int, rasterio.__gdal_version__.split(".")[:2]))
RASTERIO = tuple(map(int, rasterio.__version__.split(".")[:2]))
SIGNED = "int8" if GDAL >= (3, 7) else "int16"  # older GDAL writes no int8 GeoTIFF
SPLINE = {"epsilon": 1e-6, "mask_influence_threshold": 1e-3}
OPAQUE = np.ones((40, 50), np.uint8)
MARK = 77


class Files:
    """Datasets in files, open until the test ends."""

    def __init__(self, folder, stack):
        self.folder, self.stack, self.count = folder, stack, 0

    def path(self, pixels, **profile):
        self.count += 1
        return write_raster(self.folder / f"{self.count}.tif", pixels, **profile)

    def open(self, pixels, **profile):
        return self.enter(rasterio.open(self.path(pixels, **profile)))

    def output(self, shape=SHAPE, count=1, dtype="float64"):
        pixels = np.full((count, *shape), MARK, dtype)
        return self.enter(rasterio.open(self.path(pixels), "r+"))

    def enter(self, dataset):
        return self.stack.enter_context(dataset)

    def arguments(self, **changes):
        """Return arguments that work, but for the changes."""
        return {
            "grid_ds": self.open(NODES),
            "grid_row_coords_band": 1,
            "grid_col_coords_band": 2,
            "grid_resolution": (4, 4),
            "array_src_ds": self.open(SRC),
            "array_src_bands": 1,
            "array_out_ds": self.output(),
            "interp": "linear",
            "nodata_out": -1,
            "mask_out_ds": self.output(dtype="uint8"),
            **changes,
        }

    def run(self, **changes):
        """Return data (bands, rows, cols) and mask of a run with changes."""
        arguments = self.arguments(**changes)
        assert basic_grid_resampling_chain(**arguments) == 1
        mask = arguments["mask_out_ds"]
        return arguments["array_out_ds"].read(), None if mask is None else mask.read(1)


@pytest.fixture
def files(tmp_path):
    with ExitStack() as stack:
        yield Files(tmp_path, stack)


def test_the_whole_output_is_computed_whatever_the_tags_say(files):
    made_for = {"GRID_ROWS": SHAPE[0] - 1, "GRID_COLS": SHAPE[1] - 2}
    same(files.run(grid_ds=files.open(NODES, tags=made_for)), expected())


REFUSED = {
    "With a boundary condition, trust_padding must be": lambda f: {
        "boundary_condition": "edge",
        "trust_padding": None,
    },
    "both read from band 2": lambda f: {"grid_row_coords_band": 2},
    r"shapes .5, 6. and .5, 7.": lambda f: {
        "grid_col_ds": f.open(np.ones((5, 7))),
        "grid_col_coords_band": 1,
    },
    "The grid of row coordinates has no band 3": lambda f: {"grid_row_coords_band": 3},
    "grid_col_coords_band must be 1 or more, got 0": lambda f: {
        "grid_col_coords_band": 0
    },
    "grid_row_coords_band must be 1 or more, got -1": lambda f: {
        "grid_row_coords_band": -1
    },
    "grid_row_coords_band must be a whole number": lambda f: {
        "grid_row_coords_band": "1"
    },
    "mask of the grid has the shape .5, 7.": lambda f: {**grid_mask(f, cols=7)},
    "grid_mask_in_unmasked_value must be": lambda f: grid_mask(f, value=None),
    "valid value -1.* cannot occur": lambda f: grid_mask(f, value=-1),
    "valid value 256.* cannot occur": lambda f: grid_mask(f, value=256),
    "band of the grid mask must be": lambda f: grid_mask(f, band=None),
    "mask of the grid has no band 2": lambda f: grid_mask(f, band=2),
    "mask of the source has the shape .40, 51.": lambda f: src_mask(f, cols=51),
    "validity_pair must be two": lambda f: src_mask(f, pair=None),
    "validity_pair must be two whole numbers, got .'a'": lambda f: src_mask(
        f, pair=("a", 0)
    ),
    "band of the source mask must be": lambda f: src_mask(f, band=None),
    "mask of the source has no band 2": lambda f: src_mask(f, band=2),
    "valid value -6.* cannot occur": lambda f: src_mask(f, pair=(-6, 8)),
    "target must be GridRIOMode.* got 3": lambda f: {"io_strip_size_target": 3},
    "target must be GridRIOMode.* got 'rows'": lambda f: {
        "io_strip_size_target": "rows",
        "io_strip_size": 0,
    },
    "io_strip_size must be a whole number, got 2.5": lambda f: {"io_strip_size": 2.5},
    "io_strip_size must be a whole number, got '9'": lambda f: {"io_strip_size": "9"},
    "rows 0 to 17 leave": lambda f: {"win": np.array([[0, 17], [0, 20]])},
    "columns -1 to 3 leave": lambda f: {"win": np.array([[0, 3], [-1, 3]])},
    "first row 4 comes after its last 3": lambda f: {"win": [[4, 3], [0, 20]]},
    "win must be .* got array": lambda f: {"win": np.array([0, 3])},
    "win must be .* got ..0, 1., .0, 1., .0, 1..": lambda f: {"win": [[0, 1]] * 3},
    "win must be .* in whole numbers": lambda f: {"win": [[0.0, 1.0], [0.0, 1.0]]},
    "win must be .* got 'all'": lambda f: {"win": "all"},
    "row resolution must be at least 1": lambda f: {"grid_resolution": (0, 4)},
    "column resolution must be at least 1": lambda f: {"grid_resolution": (4, -2)},
    "grid_resolution must be two whole numbers .* got .4.0": lambda f: {
        "grid_resolution": (4.0, 4)
    },
    "grid_resolution must be two": lambda f: {"grid_resolution": 4},
    "a single node along its rows": lambda f: {"grid_ds": f.open(NODES[:, :1])},
    "a single node along its columns": lambda f: {"grid_ds": f.open(NODES[:, :, :1])},
    "The source has no band 0": lambda f: {"array_src_bands": 0},
    "The source has no band 3": lambda f: {"array_src_bands": [1, 3]},
    "No source band is chosen": lambda f: {"array_src_bands": []},
    "array_src_bands must be band numbers, got None": lambda f: {
        "array_src_bands": None
    },
    "array_src_bands must be band numbers, got '12'": lambda f: {
        "array_src_bands": "12"
    },
    "array_src_bands must be band numbers, got .1.5": lambda f: {
        "array_src_bands": [1.5]
    },
    "no Boundary 'mirror'. Choose one of none": lambda f: {
        "boundary_condition": "mirror"
    },
    "no Interpolation 'lanczos'": lambda f: {"interp": "lanczos"},
    "no Interpolation 'Linear'": lambda f: {"interp": "Linear"},
    "no Interpolation": lambda f: {"interp": 3},
    "no Interpolation 'none'": lambda f: {"interp": None},
    "bspline3 has no option precision": lambda f: {
        "interp": "bspline3",
        "interp_kwargs": {**SPLINE, "precision": 6},
    },
    "linear has no option epsilon, mask_.* Its options: none": lambda f: {
        "interp_kwargs": SPLINE
    },
    "interp_kwargs must be a dict": lambda f: {"interp_kwargs": 5},
    "epsilon must be a number, got 'x'": lambda f: {
        "interp": "bspline3",
        "interp_kwargs": {"epsilon": "x"},
    },
    "nodata_out must be a number, got 'x'": lambda f: {"nodata_out": "x"},
    "nodata_out must be a number, got True": lambda f: {"nodata_out": True},
    "grid_nodata must be a number, got 'x'": lambda f: {"grid_nodata": "x"},
    "array_src_nodata must be a number, got 'x'": lambda f: {"array_src_nodata": "x"},
    "output must have 17 rows, 21 columns and 1 band.s., got 16, 21": lambda f: {
        "array_out_ds": f.output((16, 21))
    },
    "output must have .* got 18, 22 and 1": lambda f: {
        "array_out_ds": f.output((18, 22))
    },
    "output must have .* got 17, 21 and 2": lambda f: {
        "array_out_ds": f.output(count=2)
    },
    "output must have 17 rows, 21 columns and 2 band.s., got 17, 21 and 1": lambda f: {
        "array_src_bands": (1, 2)
    },
    "output mask must have 17 rows.* got 17, 22": lambda f: {
        "mask_out_ds": f.output((17, 22), dtype="uint8")
    },
    "output mask must be of type uint8, got int16": lambda f: {
        "mask_out_ds": f.output(dtype="int16")
    },
    "tile_shape must be two": lambda f: {"tile_shape": 100},
    r"tile_shape must be two whole numbers .row, column., got .100,.": lambda f: {
        "tile_shape": (100,)
    },
    "tile shape must be at least .1, 1., got .0, 0.": lambda f: {"tile_shape": (0, 0)},
    "tile shape must be at least .1, 1., got .5, -1.": lambda f: {
        "tile_shape": (5, -1)
    },
    "grid_shift must be two finite numbers .* got 0.5": lambda f: {"grid_shift": 0.5},
    "grid_shift must be two finite numbers .* got .0.5,": lambda f: {
        "grid_shift": (0.5,)
    },
    "grid_shift must be two finite numbers .* got .nan": lambda f: {
        "grid_shift": (np.nan, 0)
    },
    "grid_shift must be two finite numbers .* got .'a'": lambda f: {
        "grid_shift": ("a", "b")
    },
    "Threads must be at least 1, got 0": lambda f: {"ncpu": 0},
    "ncpu must be a whole number": lambda f: {"ncpu": "2"},
    "geometry origin must be two": lambda f: {"array_src_geometry_origin": 0.5},
    "geometry origin must be two finite .* got .0, inf": lambda f: {
        "array_src_geometry_origin": (0, np.inf)
    },
    "source must be an open rasterio dataset, got 'src.tif'": lambda f: {
        "array_src_ds": "src.tif"
    },
    "grid must be an open rasterio dataset, got None": lambda f: {"grid_ds": None},
    "source must be an open rasterio dataset, got <closed": lambda f: {
        "array_src_ds": closed(f.open(SRC))
    },
    "source must be an open rasterio dataset, got None": lambda f: {
        "array_src_ds": None
    },
    "output must be an open rasterio dataset, got None": lambda f: {
        "array_out_ds": None
    },
    "source mask must be an open": lambda f: {"array_src_mask_ds": OPAQUE},
    "output must be a dataset opened for writing": lambda f: {
        "array_out_ds": f.open(np.zeros(SHAPE))
    },
    "output mask must be a dataset opened for writing": lambda f: {
        "mask_out_ds": f.open(np.zeros(SHAPE, "uint8"))
    },
    "pixels of type complex64": lambda f: {
        "array_src_ds": f.open(np.ones((4, 4), "complex64"))
    },
    "nodata value -1.0 cannot be stored in an output of type uint8": lambda f: {
        "array_out_ds": f.output(dtype="uint8")
    },
}


def closed(dataset):
    dataset.close()
    return dataset


def grid_mask(files, cols=6, dtype="uint8", value=1, band=1, pixels=None):
    pixels = np.ones((5, cols), dtype) if pixels is None else pixels
    return {
        "grid_mask_in_ds": files.open(pixels),
        "grid_mask_in_unmasked_value": value,
        "grid_mask_in_band": band,
    }


def src_mask(files, cols=50, pair=(1, 0), band=1, pixels=None):
    pixels = np.ones((40, cols), np.uint8) if pixels is None else pixels
    return {
        "array_src_mask_ds": files.open(pixels),
        "array_src_mask_validity_pair": pair,
        "array_src_mask_band": band,
    }


@pytest.mark.parametrize("message", REFUSED)
def test_refused_before_anything_is_read_or_written(files, monkeypatch, message):
    def read(*_):
        raise AssertionError("a pixel was read")

    arguments = files.arguments(**REFUSED[message](files))
    with monkeypatch.context() as patch:
        patch.setattr(Reader, "read", read)
        with pytest.raises(GridrError, match=message):
            basic_grid_resampling_chain(**arguments)
    for name in ("array_out_ds", "mask_out_ds"):
        dataset = arguments[name]
        if dataset is not None and dataset.mode == "r+":
            assert (dataset.read() == MARK).all()


@pytest.mark.parametrize("dtype", [SIGNED, "uint8", "int16", "uint16", "int32"])
@pytest.mark.parametrize("shift", [None, (0.5, -2), [0.5, -2], np.array([0.5, -2])])
def test_grid_masks_of_any_type_with_a_shift(files, dtype, shift):
    mask, nodes = masked_nodes()
    value = 5 if dtype[0] == "u" else -5
    pixels = np.where(mask, value, 3).astype(dtype)
    got = files.run(**grid_mask(files, pixels=pixels, value=value), grid_shift=shift)
    moved = np.reshape([0, 0] if shift is None else shift, (2, 1, 1))
    same(got, expected(nodes + moved))


@pytest.mark.parametrize("dtype", [SIGNED, "uint8", "int16", "uint16", "int32"])
def test_source_masks_of_any_type(files, dtype):
    valid = noise((40, 50), "uint8", seed=3) > 20
    value = 5 if dtype[0] == "u" else -6
    pixels = np.where(valid, value, 1).astype(dtype)
    got = files.run(**src_mask(files, pixels=pixels, pair=[value, 8]))
    same(got, expected(src_valid=valid))


@pytest.mark.parametrize("size", [None, 0, -5, 1, 3, np.int64(7), 10**6])
@pytest.mark.parametrize("target", [1, 2, GridRIOMode.INPUT, GridRIOMode.OUTPUT])
def test_strips(files, size, target):
    same(files.run(io_strip_size=size, io_strip_size_target=target), expected())


def test_strips_by_the_enum_of_gridr_itself(files):
    own = Enum("GridRIOMode", {"INPUT": 1, "OUTPUT": 2}).OUTPUT
    same(files.run(io_strip_size=3, io_strip_size_target=own), expected())


@pytest.mark.parametrize("tile", [None, (1, 1), [5, 6], np.array([4, 30]), (999, 999)])
@pytest.mark.parametrize("ncpu", [1, 2, np.int64(3)])
def test_tiles_and_threads(files, tile, ncpu):
    same(files.run(tile_shape=tile, ncpu=ncpu, io_strip_size=2), expected())


@pytest.mark.parametrize("kind", [list, tuple, np.array])
def test_windows(files, kind):
    win = ((3, 8), (20, 20))
    out = {"array_out_ds": files.output((6, 1))}
    out["mask_out_ds"] = files.output((6, 1), dtype="uint8")
    wanted = expected(window=((3, 9), (20, 21)))
    same(files.run(win=kind(win), **out), wanted)


@pytest.mark.parametrize("resolution", [(4, 4), [4, 4], np.array([4, 4], "int16")])
def test_resolutions(files, resolution):
    same(files.run(grid_resolution=resolution), expected())


@pytest.mark.parametrize("dtype", ["float32", "int16", "uint8"])
def test_grid_types(files, dtype):
    nodes = np.rint(NODES).clip(0).astype(dtype)
    same(files.run(grid_ds=files.open(nodes)), expected(nodes.astype(float)))


def test_two_grids_of_two_types(files):
    cols = NODES[1].astype("float32")
    grids = {"grid_ds": files.open(NODES[0]), "grid_col_ds": files.open(cols)}
    got = files.run(**grids, grid_row_coords_band=1, grid_col_coords_band=1)
    same(got, expected(np.stack([NODES[0], cols.astype(float)])))


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("place", [(0, 0), (4, 5), (0,), (4,), (slice(None), 0)])
def test_nodes_that_are_not_finite(files, bad, place):
    nodes = NODES.copy()
    nodes[(0, *place)] = bad
    same(files.run(grid_ds=files.open(nodes)), expected(nodes))


@pytest.mark.parametrize(
    "bands", [2, np.int64(2), [2, 1], (1, 1), np.array([2, 1]), np.array(2), [2]]
)
def test_bands(files, bands):
    indexes = np.atleast_1d(bands) - 1
    out = files.output(count=len(indexes))
    wanted = expected(src=SRC[indexes])
    same(files.run(array_src_bands=bands, array_out_ds=out), wanted)


@pytest.mark.parametrize("nodata", [None, np.nan, np.float32(2.5), -9999, np.int16(3)])
def test_nodata(files, nodata):
    data, mask = files.run(nodata_out=nodata)
    filling = np.nan if nodata is None else float(nodata)
    assert not mask.all()
    np.testing.assert_array_equal(data[0][mask == 0], filling)


class PyInterpolatorType:
    """Stands in for GridR's enum, which has no names."""

    def __str__(self):
        return "PyInterpolatorType.OptimizedBicubic"


def test_interpolations_by_name_enum_and_object(files):
    wanted = expected(interpolation="cubic")
    own = SimpleNamespace(shortname=lambda: "optimized_bicubic")
    for interp in ("cubic", PyInterpolatorType(), own, get_interpolator("cubic")):
        same(files.run(interp=interp), wanted)
    wanted = expected(interpolation="bspline5", bspline_epsilon=1e-3)
    spline = {"epsilon": 1e-3, "mask_influence_threshold": 1e-3}
    interp = get_interpolator("bspline5", **spline)
    interp.initialize()
    same(files.run(interp=interp, interp_kwargs={"epsilon": 1e-9}), wanted)
    same(files.run(interp="bspline5", interp_kwargs={"epsilon": 1e-3}), wanted)


def test_no_mask_output(files):
    data, mask = files.run(mask_out_ds=None)
    assert mask is None
    assert (data[0] == expected()[0]).all()


def test_positional_arguments_in_the_order_of_gridr(files):
    out, mask = files.output(), files.output(dtype="uint8")
    grid, src = files.open(NODES), files.open(SRC)
    basic_grid_resampling_chain(
        *(grid, 1, 2, (4, 4), src, 1, out, "linear", -1, None, None, "edge", True),
        *(np.array([[0, 16], [0, 20]]), (0.5, 0), None, None, None, mask, None, None),
        *(None, (0.0, 0.0), (None, None), 5, GridRIOMode.OUTPUT, 2, (4, 5), None),
    )
    moved = NODES + np.reshape([0.5, 0], (2, 1, 1))
    same((out.read(), mask.read(1)), expected(moved, boundary="edge", trust_padding=1))


def test_one_bit_output_mask(files):
    path = files.path(np.zeros(SHAPE, np.uint8), nbits=1)
    mask = files.enter(rasterio.open(path, "r+"))
    same(files.run(mask_out_ds=mask), expected())


def test_warnings_go_to_the_logger(files, caplog):
    with rasterio.open(files.path(SRC[0], photometric="palette"), "r+") as dataset:
        dataset.write_colormap(1, {1: (255, 0, 0)})
    src = files.enter(rasterio.open(dataset.name))
    logger = logging.getLogger("of the caller")
    with caplog.at_level(logging.DEBUG, "of the caller"):
        files.run(array_src_ds=src, logger=logger)
    warned = [r for r in caplog.records if r.levelno == logging.WARNING]
    assert {r.name for r in caplog.records} == {"of the caller"}
    colours, aliasing = (r.getMessage() for r in warned)
    assert "colour table" in colours
    # its nodes are 8 source pixels apart and 4 output pixels
    assert aliasing.startswith("Aliasing: 100.0 % of the grid's cells have more than")
    assert any(r.levelno == logging.DEBUG for r in caplog.records)


def test_datasets_stay_open_and_belong_to_the_caller(files):
    given = files.arguments(**grid_mask(files), **src_mask(files), ncpu=2)
    basic_grid_resampling_chain(**given)
    for name, dataset in given.items():
        if name.endswith("_ds"):
            assert not dataset.closed
            dataset.read(1)
    basic_grid_resampling_chain(**given)


def test_datasets_stay_open_when_refused(files):
    given = files.arguments(ncpu=0)
    with pytest.raises(GridrError):
        basic_grid_resampling_chain(**given)
    assert not any(given[name].closed for name in given if name.endswith("_ds"))


LAYOUT = {"ncpu": 2, "tile_shape": (3, 4), "io_strip_size": 1}


def test_datasets_in_memory(files):
    memory = files.enter(MemoryFile())
    with memory.open(
        driver="GTiff", width=50, height=40, count=2, dtype="uint8"
    ) as dataset:
        dataset.write(SRC)
    src = files.enter(memory.open())
    same(files.run(array_src_ds=src, **LAYOUT), expected())


def test_the_file_that_is_open_is_read_whatever_its_name_means_by_now(
    files, tmp_path, monkeypatch
):
    for name, pixels in (("a", SRC), ("b", 255 - SRC)):
        (tmp_path / name).mkdir()
        write_raster(tmp_path / name / "src.tif", pixels)
        write_raster(tmp_path / name / "grid.tif", NODES + (name == "b"))
    monkeypatch.chdir(tmp_path / "a")
    src = files.enter(rasterio.open("src.tif"))
    grid = files.enter(rasterio.open("grid.tif"))
    replaced = files.enter(rasterio.open(files.path(SRC)))
    monkeypatch.chdir(tmp_path / "b")
    same(files.run(array_src_ds=src, grid_ds=grid, **LAYOUT), expected())
    if os.name != "nt":  # where an open file cannot be replaced
        os.replace(files.path(255 - SRC), replaced.name)
        same(files.run(array_src_ds=replaced, **LAYOUT), expected())


def test_a_dataset_is_read_with_the_options_that_it_was_opened_with(files, tmp_path):
    plain, turned = files.path(SRC[0]), str(tmp_path / "turned.nc")
    with rasterio.Env() as env:
        if "netCDF" not in env.drivers():
            pytest.skip("this GDAL reads no netCDF")
    rasterio.shutil.copy(plain, turned, driver="netCDF", WRITE_BOTTOMUP="NO")
    with rasterio.Env(GDAL_NETCDF_BOTTOMUP="NO"):
        src = files.enter(rasterio.open(turned))
    assert (src.read(1) == SRC[0]).all()
    with rasterio.open(turned) as again:
        assert (again.read(1) != SRC[0]).any()
    same(files.run(array_src_ds=src, **LAYOUT), expected())


def test_bare_pixels_that_are_not_all_there(files):
    src = files.open(SRC, driver="ENVI")
    same(files.run(array_src_ds=src, **LAYOUT), expected())
    os.truncate(src.name, 3999)
    with pytest.raises(GridrError, match="is too short: it has 3999 bytes"):
        files.run(array_src_ds=src, **LAYOUT)


def test_datasets_of_python_objects(files):
    path = files.path(SRC)
    with open(path, "rb") as file, rasterio.open(file) as src:
        same(files.run(array_src_ds=src, **LAYOUT), expected())
    if RASTERIO >= (1, 4):
        src = files.enter(rasterio.open(path, opener=open))
        same(files.run(array_src_ds=src, **LAYOUT), expected())


def test_one_dataset_in_memory_for_everything(files):
    memory, mask = files.enter(MemoryFile()), masked_nodes()[0]
    all_of_it = np.stack([*NODES, mask, noise((5, 6), "uint8")]).astype(float)
    with memory.open(
        driver="GTiff", width=6, height=5, count=4, dtype="float64"
    ) as dataset:
        dataset.write(all_of_it)
    one = files.enter(memory.open())
    names = "grid_ds grid_col_ds grid_mask_in_ds array_src_ds array_src_mask_ds"
    given = {name: one for name in names.split()}
    given.update(grid_mask_in_band=3, grid_mask_in_unmasked_value=1)
    given.update(array_src_mask_band=3, array_src_mask_validity_pair=(1, 0))
    nodes = masked_nodes()[1]
    for _ in range(5):
        got = files.run(
            array_src_bands=4,
            grid_shift=(-14, -14),
            interp="nearest",
            **LAYOUT,
            **given,
        )
        same(
            got,
            expected(nodes - 14, all_of_it[3], src_valid=mask, interpolation="nearest"),
        )
    assert got[1].any()


def test_warped_views(files):
    georef = {"crs": "EPSG:32631", "transform": rasterio.Affine(10, 0, 0, 0, -10, 0)}
    plain = files.open(SRC, **georef)
    view = files.enter(
        WarpedVRT(
            plain,
            crs="EPSG:32631",
            transform=rasterio.Affine(5, 0, 50, 0, -5, -50),
            width=70,
            height=60,
            resampling=Resampling.bilinear,
        )
    )
    pixels = view.read(1)
    assert pixels.shape != SRC[0].shape
    assert pixels.any()
    same(files.run(array_src_ds=view, **LAYOUT), expected(src=pixels))


def test_overview_levels(files):
    path = files.path(noise((90, 110), "uint8"))
    with rasterio.open(path, "r+") as dataset:
        dataset.build_overviews([2], Resampling.average)
    level = files.enter(rasterio.open(path, overview_level=0))
    pixels = level.read(1)
    assert pixels.shape == (45, 55)
    same(files.run(array_src_ds=level, **LAYOUT), expected(src=pixels))


def test_output_that_is_open_for_reading_too(files):
    path = files.path(SRC)
    src = files.enter(rasterio.open(path, "r+"))
    src.write(255 - SRC)  # not yet in the file
    same(files.run(array_src_ds=src, **LAYOUT), expected(src=255 - SRC[0]))


def test_nodata_tags_are_ignored_and_nodata_is_told_by_keywords(files):
    src, nodes = SRC.copy(), NODES.copy()
    src[1, 20:23, 20:23] = 7
    nodes[0, 2, 3] = 20  # in the source: outside of it all nodes are alike
    tagged = {
        "grid_ds": files.open(nodes, nodata=20),
        "array_src_ds": files.open(src, nodata=7),
        "array_src_bands": 2,
    }
    same(files.run(**tagged), expected(nodes, src[1]))
    masked = nodes.copy()
    masked[:, 2, 3] = np.nan
    told = files.run(**tagged, grid_nodata=20 + 9e-6, array_src_nodata=7)
    same(told, expected(masked, src[1], src_valid=src[1] != 7))


def test_nodata_keywords_are_compared_in_the_type_of_the_band(files):
    src = noise((40, 1050), "uint8").astype("float32")
    nodes = (NODES + [[[0]], [[990]]]).astype("float32")
    # of the nodes: in the source, and more than the tolerance from its float32
    src[20:23, 1010:1013], nodes[1, 2, 3] = np.finfo("float32").min, 1000.1
    masked = nodes.astype(float)
    masked[:, 2, 3] = np.nan
    given = {"grid_ds": files.open(nodes), "array_src_ds": files.open(src)}
    out = files.output(dtype="float32")
    lowest = {"array_src_nodata": -3.40282347e38, "nodata_out": -3.40282347e38}
    told = files.run(**given, grid_nodata=1000.1, array_out_ds=out, **lowest)
    low = np.finfo("float32").min
    wanted = {"src_valid": src != low, "dst_nodata": low}
    same(told, resample_array(src, *masked, step=(4, 4), interpolation="linear",
                              **wanted))  # fmt: skip


def test_one_dataset_and_one_header_for_rows_and_columns(files):
    swapped = files.open(NODES[::-1])
    bands = {"grid_row_coords_band": 2, "grid_col_coords_band": 1}
    same(files.run(grid_ds=swapped, **bands), expected())
    same(files.run(grid_ds=swapped, grid_col_ds=swapped, **bands), expected())


@pytest.mark.parametrize(
    "name", inspect.signature(basic_grid_resampling_chain).parameters
)
def test_odd_values_are_taken_or_refused(files, name):
    given = files.arguments(
        array_src_mask_ds=files.open(OPAQUE),
        array_src_mask_band=1,
        array_src_mask_validity_pair=(1, 0),
        array_src_geometry_pair=(box(0, 0, 40, 40), None),
        boundary_condition="edge",
    )
    judge_all(lambda **odd: basic_grid_resampling_chain(**{**given, **odd}), name)
