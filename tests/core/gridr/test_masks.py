"""The mask builders by GridR's calls."""

import inspect
from contextlib import contextmanager

import numpy as np
import pytest
import rasterio
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.gridr import (
    GEOMETRY_RASTERIZE_KWARGS,
    GridRIOMode,
    Validity,
    build_mask,
    build_mask_chain,
)
from helpers.data import write_raster
from helpers.node_masks import bilinear, full_shape, random_nodes
from helpers.odd_calls import judge_all
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box

GDAL = tuple(map(int, rasterio.__gdal_version__.split(".")[:2]))
SIGNED = "int8" if GDAL >= (3, 7) else "int16"  # older GDAL writes no int8 GeoTIFF
STEPS = [(1, 1), (4, 3), (5, 5), (1, 4), (3, 1), (40, 40)]
RING = Polygon(box(1, 1, 15, 11).exterior, [box(6, 4, 9, 8).exterior])
CONTAINS = {"alg": 2, "kwargs_alg": {"shapely_predicate": 2}}


def in_memory(nodes, step, **options):
    """Return the mask by `build_mask`."""
    shape = full_shape(nodes.shape, step)
    given = {"mask_in": nodes.astype(np.uint8), "mask_in_resolution": step}
    return build_mask(shape, (1, 1), None, **given, **options)


@contextmanager
def output(tmp_path, shape, dtype="uint8", count=1):
    path = tmp_path / "out.tif"
    write_raster(path, np.full((count, *shape), 9, dtype))
    with rasterio.open(path, "r+") as dataset:
        yield dataset


def by_chain(tmp_path, nodes, step, value=1, pair=None, origin=None, **options):
    """Return the mask by `build_mask_chain`; `nodes` is a raster or a shape."""
    shape = nodes if isinstance(nodes, tuple) else nodes.shape
    dtype = options.pop("dtype", "uint8")
    with output(tmp_path, full_shape(shape, step), dtype) as out:
        arguments = [shape, step, out, np.dtype(dtype).type]
        rest = (np.float64, origin, pair)
        if isinstance(nodes, tuple):
            status = build_mask_chain(*arguments, None, None, None, *rest, **options)
        else:
            path = write_raster(tmp_path / "in.tif", nodes)
            with rasterio.open(path) as given:
                status = build_mask_chain(*arguments, given, value, 1, *rest, **options)
                assert not given.closed
        assert status == 1
        assert not out.closed
        return out.read(1)


@pytest.mark.parametrize("step", STEPS)
def test_bilinear_of_nodes(tmp_path, step):
    nodes = random_nodes()
    expected = bilinear(nodes, step)
    got = in_memory(nodes, step)
    assert got.dtype == "uint8"
    assert (got == expected).all()
    assert (by_chain(tmp_path, nodes.astype(np.uint8), step) == expected).all()


def test_one_masked_node_masks_the_open_block_around_it():
    nodes = np.ones((4, 5), bool)
    nodes[1, 2] = False
    expected = np.ones((16, 21), np.uint8)
    expected[1:10, 6:15] = 0
    assert (in_memory(nodes, (5, 5)) == expected).all()


def test_a_thousandth_is_forgiven(tmp_path):
    nodes = np.ones((4, 2), np.uint8)
    nodes[1] = 0
    expected = np.ones((6001, 2), np.uint8)
    expected[3:3998] = 0
    assert (in_memory(nodes == 1, (2000, 1)) == expected).all()
    assert (by_chain(tmp_path, nodes, (2000, 1)) == expected).all()


def test_threshold():
    nodes = np.ones((3, 1), bool)
    nodes[1] = False
    got = in_memory(nodes, (10, 1), mask_in_binary_threshold=0.5)
    assert np.flatnonzero(got[:, 0] == 0).tolist() == list(range(6, 15))


def test_part_of_a_mask():
    nodes = random_nodes()
    whole = in_memory(nodes, (4, 3))
    given = {"mask_in": nodes.astype(np.uint8), "mask_in_resolution": (4, 3)}
    part = build_mask(
        (6, 5), (1, 1), None, mask_in_target_win=[[3, 8], [7, 11]], **given
    )
    assert (part == whole[3:9, 7:12]).all()


def test_polygons_count_from_the_first_pixel_of_a_part():
    nodes, win = np.ones((5, 6), np.uint8), [[3, 8], [7, 11]]
    given = {"mask_in": nodes, "mask_in_resolution": (4, 3), "mask_in_target_win": win}
    part = build_mask((6, 5), (1, 1), None, None, (box(1, 2, 3, 4), None), **given)
    expected = np.zeros((6, 5), np.uint8)
    expected[2:5, 1:4] = 1
    assert (part == expected).all()


POLYGONS = {
    "box": ((box(3, 4, 8, 6), None), np.s_[4:7, 3:9], ()),
    "box of halves": ((box(2.5, 3.5, 8.4, 6.4), None), np.s_[4:7, 3:9], ()),
    "just short": ((box(3 + 1e-7, 4, 8, 6), None), np.s_[4:7, 3:9], ()),
    "too short": ((box(3 + 1e-5, 4, 8, 6), None), np.s_[4:7, 4:9], ()),
    "invalid": ((None, box(3, 4, 8, 6)), np.s_[:, :], np.s_[4:7, 3:9]),
    "both": ((box(3, 4, 8, 6), [box(5, 0, 5, 9)]), np.s_[4:7, 3:9], ()),
    "hole": ((RING, None), np.s_[1:12, 1:16], np.s_[5:8, 7:9]),
    "list": (([box(3, 4, 8, 6)], []), np.s_[4:7, 3:9], ()),
    "multi": ((MultiPolygon([box(3, 4, 8, 6)]), None), np.s_[4:7, 3:9], ()),
    "none": (([], None), np.s_[:0, :0], ()),
    "empty": ((Polygon(), None), np.s_[:0, :0], ()),
    "far away": ((box(300, 400, 800, 600), None), np.s_[:0, :0], ()),
    "all": ((box(-9, -9, 99, 99), None), np.s_[:, :], ()),
    "no pair": (None, np.s_[:, :], ()),
    "empty pair": ((None, None), np.s_[:, :], ()),
}


def of_polygons(name):
    pair, ones, zeros = POLYGONS[name]
    expected = np.zeros((13, 17), np.uint8)
    expected[ones] = 1
    if zeros:
        expected[zeros] = 0
    return pair, expected


@pytest.mark.parametrize("name", POLYGONS)
def test_polygons(tmp_path, name):
    pair, expected = of_polygons(name)
    got = build_mask((13, 17), (1, 1), None, None, pair)
    assert (got == expected).all()
    kwargs = {"rasterize_kwargs": GEOMETRY_RASTERIZE_KWARGS}
    got = build_mask((13, 17), (1, 1), None, (0, 0), pair, **kwargs)
    assert (got == expected).all()
    assert (by_chain(tmp_path, (4, 5), (4, 4), pair=pair) == expected).all()


@pytest.mark.parametrize("origin", [(2, -3), (0.5, 0.5), [1, 4], np.array([0, 1])])
def test_origin_of_polygons(tmp_path, origin):
    row, col = np.indices((13, 17)) + np.reshape(origin, (2, 1, 1))
    expected = (row >= 4) & (row <= 6) & (col >= 3) & (col <= 8)
    pair = (box(3, 4, 8, 6), None)
    assert (build_mask((13, 17), (1, 1), None, origin, pair) == expected).all()
    got = by_chain(tmp_path, (4, 5), (4, 4), pair=pair, origin=origin)
    assert (got == expected).all()


def test_contains_leaves_out_points_on_the_contour(tmp_path):
    expected = np.zeros((13, 17), np.uint8)
    expected[5:6, 4:8] = 1
    pair = (box(3, 4, 8, 6), None)
    got = build_mask((13, 17), (1, 1), None, None, pair, rasterize_kwargs=CONTAINS)
    assert (got == expected).all()
    kwargs = {"rasterize_kwargs": CONTAINS}
    assert (by_chain(tmp_path, (4, 5), (4, 4), pair=pair, **kwargs) == expected).all()
    assert (
        by_chain(tmp_path, (4, 5), (4, 4), pair=pair[::-1], **kwargs) != expected
    ).all()


def test_contains_of_a_hole():
    got = build_mask(
        (13, 17), (1, 1), None, None, (RING, None), rasterize_kwargs=CONTAINS
    )
    expected = np.zeros((13, 17), np.uint8)
    expected[2:11, 2:15] = 1
    expected[4:9, 6:10] = 0
    assert (got == expected).all()


@pytest.mark.parametrize("predicate", [1, 3])
def test_covers_and_intersects_keep_the_contour(predicate):
    pair, expected = of_polygons("box")
    kwargs = {"alg": 2, "kwargs_alg": {"shapely_predicate": predicate}}
    got = build_mask((13, 17), (1, 1), None, None, pair, rasterize_kwargs=kwargs)
    assert (got == expected).all()


@pytest.mark.parametrize("dtype", [SIGNED, "uint8", "int16", "uint16", "int32"])
def test_nodes_and_polygons_in_any_type(tmp_path, dtype):
    nodes = random_nodes((4, 5))
    pair, inside = of_polygons("hole")
    expected = bilinear(nodes, (4, 4)) & (inside == 1)
    value = 7 if dtype[0] == "u" else -7
    raster = np.where(nodes, value, 1).astype(dtype)
    got = by_chain(tmp_path, raster, (4, 4), value, pair)
    assert (got == expected).all()
    assert (in_memory(nodes, (4, 4), geometry_pair=pair) == expected).all()


def test_only_the_valid_value_is_valid(tmp_path):
    raster = np.array([[1, 7], [1, 255]], np.uint8)
    got = by_chain(tmp_path, raster, (1, 1))
    assert (got == [[1, 0], [1, 0]]).all()
    given = {"mask_in": raster, "mask_in_resolution": (1, 1)}
    assert (build_mask((2, 2), (1, 1), None, **given) == got).all()


@pytest.mark.parametrize(
    "values", [(1, 0), (0, 1), (255, 3), [7, 8], (Validity.INVALID, 1)]
)
def test_values_that_are_written(tmp_path, values):
    nodes = random_nodes()
    expected = np.where(bilinear(nodes, (4, 3)), *values)
    raster = nodes.astype(np.uint8)
    got = by_chain(tmp_path, raster, (4, 3), mask_out_values=values)
    assert (got == expected).all()


@pytest.mark.skipif(SIGNED != "int8", reason="this GDAL writes no int8 GeoTIFF")
def test_signed_values_that_are_written(tmp_path):
    nodes = random_nodes()
    options = {"mask_out_values": (-1, 0), "dtype": "int8"}
    got = by_chain(tmp_path, nodes.astype(np.uint8), (4, 3), **options)
    assert (got == -bilinear(nodes, (4, 3)).astype(np.int8)).all()


@pytest.mark.parametrize("size", [0, 1, 3, 1000, None, -1])
@pytest.mark.parametrize("target", list(GridRIOMode))
def test_strips_tiles_and_threads_change_nothing(tmp_path, size, target):
    nodes = random_nodes((7, 8))
    pair = (RING, [box(2.5, 2, 4, 22)])
    whole = in_memory(nodes, (4, 3), geometry_pair=pair)
    options = {"io_strip_size": size, "io_strip_size_target": target}
    for ncpu, tile in ((1, None), (2, (2, 3)), (2, (3, 7)), (1, (1000, 1000))):
        options.update(cpu_tile_shape=tile, ncpu=ncpu)
        raster = nodes.astype(np.uint8)
        got = by_chain(tmp_path, raster, (4, 3), pair=pair, **options)
        assert (got == whole).all()


def test_output_that_is_given():
    nodes = random_nodes()
    given = {"mask_in": nodes.astype(np.uint8), "mask_in_resolution": (4, 3)}
    out = np.full((17, 16), 9, np.uint8)
    assert build_mask((17, 16), (1, 1), out, **given) is None
    assert (out == bilinear(nodes, (4, 3))).all()
    out = np.zeros((17, 16), bool)
    build_mask((17, 16), (1, 1), out, **given)
    assert (out == bilinear(nodes, (4, 3))).all()


def test_nothing_to_build_from():
    assert (build_mask((3, 4), (1, 1), None) == 1).all()
    out = np.full((3, 4), 9, np.uint8)
    assert build_mask((3, 4), (1, 1), out) is None
    assert (out == 9).all()
    assert build_mask((3, 4), (1, 1), out, init_out=True) is None
    assert (out == 1).all()


def test_arrays_of_the_caller_stay_as_they_are():
    nodes = random_nodes().astype(np.uint8)
    copy = nodes.copy()
    nodes.setflags(write=False)
    given = {"mask_in": nodes, "mask_in_resolution": (4, 3)}
    build_mask((17, 16), (1, 1), None, **given, oversampling_dtype=np.float32)
    assert (nodes == copy).all()


NODES = random_nodes().astype(np.uint8)
BAD_ARRAYS = {
    "needs the shape": {"shape": None},
    "shape must be two": {"shape": 5},
    "resolution of the built mask must be .1, 1.": {"resolution": (2, 1)},
    "grid_resolution must be two": {"resolution": 1},
    "out must have the shape": {"out": np.full((3, 3), 9, np.uint8)},
    "mask_in needs its mask_in_resolution": {"mask_in_resolution": None},
    "row resolution must be at least 1": {"mask_in_resolution": (0, 3)},
    "mask_in gives .5, 6. rows and columns": {"mask_in_resolution": (1, 1)},
    "mask_in must have two dimensions": {"mask_in": NODES[0]},
    "leave the output": {"mask_in_target_win": [[1, 17], [0, 15]]},
    "not the shape": {"mask_in_target_win": [[1, 16], [0, 15]]},
    "win must be": {"mask_in_target_win": [1, 2]},
    "valid polygons must be polygons, got Point": {
        "geometry_pair": (Point(1, 1), None)
    },
    "geometry pair must be": {"geometry_pair": box(0, 0, 1, 1)},
    "geometry origin must be two": {
        "geometry_pair": (box(0, 0, 1, 1), None),
        "geometry_origin": 3,
    },
    "rasterize_kwargs has no algorithm": {
        "geometry_pair": (box(0, 0, 1, 1), None),
        "rasterize_kwargs": {"algorithm": 1},
    },
}


@pytest.mark.parametrize("message", BAD_ARRAYS)
def test_build_mask_refuses(message):
    out = np.full((17, 16), 9, np.uint8)
    arguments = {
        "shape": (17, 16),
        "resolution": (1, 1),
        "out": out,
        "mask_in": NODES,
        "mask_in_resolution": (4, 3),
        **BAD_ARRAYS[message],
    }
    with pytest.raises(GridrError, match=message):
        build_mask(**arguments)
    assert (out == 9).all()


BAD_FILES = {
    "shape must be two": {"shape": 5},
    "row resolution must be at least 1": {"resolution": (0, 3)},
    "a single node along its columns": {"shape": (5, 1), "resolution": (4, 3)},
    "output mask must have 17 rows, 19 columns": {"shape": (5, 7)},
    "output mask must be an open rasterio dataset": {"mask_out_ds": "out.tif"},
    "output mask must be an open rasterio dataset, got None": {"mask_out_ds": None},
    "mask_out_dtype must have 8 bits": {"mask_out_dtype": np.uint16},
    "mask_out_dtype must have 8 bits, got foo": {"mask_out_dtype": "foo"},
    "mask_out_values must be two": {"mask_out_values": 5},
    "mask_out_values .1, 300. cannot be stored": {"mask_out_values": (1, 300)},
    "mask_out_values .-1, 0. cannot be stored": {"mask_out_values": (-1, 0)},
    "input mask must be an open rasterio dataset": {"mask_in_ds": NODES},
    "mask_in_unmasked_value must be a number": {"mask_in_unmasked_value": None},
    "valid value -1.* cannot occur": {"mask_in_unmasked_value": -1},
    "mask_in_band must be a whole number": {"mask_in_band": None},
    "has no band 2": {"mask_in_band": 2},
    "has no band 0": {"mask_in_band": 0},
    "geometry pair must be": {"geometry_pair": (box(0, 0, 1, 1),)},
    "invalid polygons must be polygons, got LineString": {
        "geometry_pair": (None, LineString([(0, 0), (1, 1)]))
    },
    "geometry origin must be two finite": {
        "geometry_pair": (box(0, 0, 1, 1), None),
        "geometry_origin": (0, np.nan),
    },
    "io_strip_size must be a whole number": {"io_strip_size": 2.5},
    "io_strip_size_target must be": {"io_strip_size_target": 3},
    "Threads must be at least 1": {"ncpu": 0},
    "tile shape must be at least": {"cpu_tile_shape": (0, 5)},
    "tile_shape must be two": {"cpu_tile_shape": 5},
}


@pytest.mark.parametrize("message", BAD_FILES)
def test_build_mask_chain_refuses(tmp_path, message):
    path = write_raster(tmp_path / "in.tif", NODES)
    with output(tmp_path, (17, 16)) as out, rasterio.open(path) as given:
        arguments = {
            "shape": (5, 6),
            "resolution": (4, 3),
            "mask_out_ds": out,
            "mask_out_dtype": np.uint8,
            "mask_in_ds": given,
            "mask_in_unmasked_value": 1,
            "mask_in_band": 1,
            "computation_dtype": np.float64,
            "geometry_origin": None,
            "geometry_pair": None,
            **BAD_FILES[message],
        }
        with pytest.raises(GridrError, match=message):
            build_mask_chain(**arguments)
        assert (out.read() == 9).all()


def test_input_mask_of_another_shape(tmp_path):
    path = write_raster(tmp_path / "in.tif", NODES[:4])
    with output(tmp_path, (17, 16)) as out, rasterio.open(path) as given:
        with pytest.raises(GridrError, match=r"has the shape \(4, 6\)"):
            build_mask_chain(
                *((5, 6), (4, 3), out, np.uint8, given, 1, 1, np.float64, None, None)
            )
        assert (out.read() == 9).all()


@pytest.mark.parametrize("name", inspect.signature(build_mask).parameters)
def test_odd_values_of_build_mask_are_taken_or_refused(name):
    given = {"shape": (17, 16), "resolution": (1, 1), "out": None, "mask_in": NODES}
    given["mask_in_resolution"] = (4, 3)
    given["geometry_pair"] = (box(0, 0, 9, 9), None)
    huge = [(10**6, 10**7), (2**40, 1)]
    judge_all(lambda **odd: build_mask(**{**given, **odd}), name, huge)
    if name == "shape":
        given = {"resolution": (1, 1), "out": None}
        judge_all(lambda **odd: build_mask(**{**given, **odd}), name, huge)


@pytest.mark.parametrize("name", inspect.signature(build_mask_chain).parameters)
def test_odd_values_of_build_mask_chain_are_taken_or_refused(tmp_path, name):
    path = write_raster(tmp_path / "in.tif", NODES)
    plain = ((5, 6), (4, 3), None, np.uint8, None, 1, 1, np.float64, None, None)
    names = list(inspect.signature(build_mask_chain).parameters)
    with output(tmp_path, (17, 16)) as out, rasterio.open(path) as mask:
        given = {**dict(zip(names, plain)), "mask_out_ds": out, "mask_in_ds": mask}
        given["geometry_pair"] = (box(0, 0, 9, 9), None)
        judge_all(lambda **odd: build_mask_chain(**{**given, **odd}), name)
