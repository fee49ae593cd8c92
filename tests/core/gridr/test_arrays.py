"""GridR's call on arrays: every argument gives our sentence, or the right result."""

import inspect

import numpy as np
import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.gridr.arrays import array_grid_resampling
from helpers.data import noise
from helpers.gridr_calls import NODES, SHAPE, SRC, expected, masked_nodes, same
from helpers.odd_calls import judge_all


def array_call(**changes):
    arguments = {
        "interp": "linear",
        "array_in": SRC[0].astype(float),
        "grid_row": NODES[0],
        "grid_col": NODES[1],
        "grid_resolution": (4, 4),
        "array_out": None,
        "nodata_out": -1,
        **changes,
    }
    return array_grid_resampling(**arguments)


def test_array_call_returns_what_is_not_given():
    data, mask = array_call()
    assert mask is None
    assert (data == expected()[0]).all()
    data, mask = array_call(array_out_mask=True)
    assert mask.dtype == "uint8"
    same((data, mask), expected())
    out, out_mask = np.empty(SHAPE), np.empty(SHAPE, np.uint8)
    assert array_call(array_out=out, array_out_mask=out_mask) == (None, None)
    same((out, out_mask), expected())
    assert array_call(array_out_mask=False)[1] is None


@pytest.mark.parametrize("resolution", [(4, 4), [4, 4], np.array([4, 4], "int16")])
def test_array_call_takes_any_sequence_as_resolution(resolution):
    got = array_grid_resampling("linear", SRC[0], *NODES, resolution, None, None, -1)
    assert (got[0] == expected()[0]).all()


def test_array_call_squeezes_what_it_allocates():
    data, _ = array_call(array_in=SRC[:1].astype(float))
    assert data.shape == SHAPE
    data, _ = array_call(array_in=SRC.astype(float), win=[[3, 3], [0, 20]])
    assert data.shape == (2, 21)


def test_array_call_fills_the_corner_of_a_larger_array():
    out, mask = np.full((20, 25), 77.0), np.full((20, 25), 7, np.uint8)
    array_call(array_out=out, array_out_mask=mask)
    same((out[:17, :21], mask[:17, :21]), expected())
    assert (out[17:] == 77).all()
    assert (out[:, 21:] == 77).all()
    assert (mask[17:] == 7).all()
    assert (mask[:, 21:] == 7).all()


@pytest.mark.parametrize("bands", [None, 2])
def test_array_call_fills_a_window(bands):
    src = SRC.astype(float) if bands else SRC[0].astype(float)
    out = np.full((*([bands] if bands else []), 20, 25), 77.0)
    part = {"win": [[2, 5], [3, 9]], "array_out_win": [[10, 13], [11, 17]]}
    array_call(array_in=src, array_out=out, **part)
    wanted, _ = expected(src=src, window=((2, 6), (3, 10)))
    assert (out[..., 10:14, 11:18] == wanted).all()
    out[..., 10:14, 11:18] = 77
    assert (out == 77).all()


ARRAYS = {
    "array_in_origin must be .0, 0. unless standalone": {"array_in_origin": (1, 0)},
    "Give grid_mask or grid_nodata": {"grid_mask": np.ones((5, 6)), "grid_nodata": 0},
    "same shape|same two-dimensional": {"grid_col": NODES[1][:4]},
    "grid_mask must have the shape": {"grid_mask": np.ones((5, 7), np.uint8)},
    "a grid_mask_valid_value": {
        "grid_mask": np.ones((5, 6), np.uint8),
        "grid_mask_valid_value": None,
    },
    "source's mask has the shape": {"array_in_mask": np.ones((3, 3), np.uint8)},
    "win must be": {"win": [0, 1]},
    "leave the output": {"win": [[0, 17], [0, 20]]},
    "array_out_win has": {"array_out_win": [[0, 15], [0, 20]]},
    "has no room for the rows 9": {"array_out_win": [[9, 25], [0, 20]]},
    "has no room for the rows -1": {"array_out_win": [[-1, 15], [0, 20]]},
    "resolution must be at least 1": {"grid_resolution": (0, 1)},
    "no Interpolation 'sinc'": {"interp": "sinc"},
    "no Boundary": {"boundary_condition": "mirror"},
    "nodata_out must be a number": {"nodata_out": "x"},
    "pixels of type complex128": {"array_in": SRC[0].astype(complex)},
    "must have the shape .rows, cols. or": {"array_in": SRC[0, 0].astype(float)},
    "array_out must have 3 dim": {"array_in": SRC.astype(float)},
    "array_out_mask of .3, 3.": {"array_out_mask": np.full((3, 3), 7, np.uint8)},
    "grid_row must be real numbers": {"grid_row": NODES[0].astype("M8[s]")},
    "grid_mask must be of bool": {"grid_mask": np.full((5, 6), "1")},
    "grid_nodata must be a number": {"grid_nodata": "x"},
}


@pytest.mark.parametrize("message", ARRAYS)
def test_array_call_refuses(message):
    out = np.full((20, 25), 77.0)
    mask = np.full((20, 25), 7, np.uint8)
    given = {"array_out": out, "array_out_mask": mask, **ARRAYS[message]}
    with pytest.raises(GridrError, match=message):
        array_call(**given)
    assert (out == 77).all()
    assert (given["array_out_mask"] == 7).all()


def test_array_call_refuses_a_number_of_bands_other_than_that_of_the_source():
    out, mask = np.full((3, *SHAPE), 77.0), np.full(SHAPE, 7, np.uint8)
    with pytest.raises(GridrError, match="array_out must have 2 band"):
        array_call(array_in=SRC.astype(float), array_out=out, array_out_mask=mask)
    assert (out == 77).all()
    assert (mask == 7).all()


def test_array_call_refuses_a_small_output():
    with pytest.raises(GridrError, match="has no room for the rows 0 to 16"):
        array_call(array_out=np.zeros((16, 21)))


@pytest.mark.parametrize("dtype", ["uint8", "int8", "bool", "int32"])
def test_array_masks_of_any_type(dtype):
    valid = noise((40, 50), "uint8", seed=3) > 20
    nodes_valid, nodes = masked_nodes()
    got = array_call(
        array_in_mask=valid.astype(dtype),
        grid_mask=nodes_valid.astype(dtype),
        array_out_mask=True,
    )
    same(got, expected(nodes, src_valid=valid))


def test_array_call_with_trust_none_does_not_trust():
    got = array_call(trust_padding=None, array_out_mask=True)
    same(got, expected())


def test_origin_is_added_when_the_caller_has_prepared_the_source():
    src = SRC[0].astype(float)
    got = array_call(
        array_in=np.pad(src, ((3, 3), (5, 5)), mode="edge"),
        array_in_origin=(3, 5),
        standalone=False,
        array_out_mask=True,
    )
    data, valid = expected()
    np.testing.assert_allclose(got[0][valid], data[valid], rtol=0, atol=1e-10)
    assert (got[1] >= valid).all()


def test_origin_of_a_prefiltered_source():
    coefficients = np.ones((40, 50))  # of a constant image of ones
    got = array_call(
        interp="bspline3",
        array_in=coefficients,
        array_in_origin=(1, 1),
        standalone=False,
        array_out_mask=True,
    )
    assert got[1].any()
    np.testing.assert_allclose(got[0][got[1] == 1], 1, rtol=1e-12)


@pytest.mark.parametrize("interp", ["nearest", "linear", "cubic", "bspline3"])
def test_one_array_for_many_calls_is_never_modified(interp):
    src, grid = SRC.astype(float), NODES.copy()
    mask = np.ones((40, 50), np.uint8)
    copies = [array.copy() for array in (src, grid, mask)]
    given = {"array_in": src, "grid_row": grid[0], "grid_col": grid[1]}
    given.update(interp=interp, array_in_mask=mask, array_in_mask_safe_win=None)
    first = array_call(**given, boundary_condition="wrap")
    again = array_call(**given, boundary_condition="wrap", check_boundaries=False)
    assert (first[0] == again[0]).all()
    for array, copy in zip((src, grid, mask), copies):
        assert (array == copy).all()


def test_nodes_within_a_tolerance_of_grid_nodata_are_masked():
    """Nodata is a place in the source: outside of it all nodes are alike."""
    grid, nodes = NODES.copy(), NODES.copy()
    grid[0, 2, 3], grid[1, 1, 1], grid[1, 4, 4] = 20 + 9e-6, 20 - 9e-6, 20 + 2e-5
    nodes[:, [2, 1], [3, 1]] = np.nan
    nodes[1, 4, 4] = grid[1, 4, 4]
    got = array_call(
        grid_row=grid[0], grid_col=grid[1], grid_nodata=20, array_out_mask=True
    )
    same(got, expected(nodes))


def test_masked_arrays_are_invalid_where_they_are_masked():
    mask, nodes = masked_nodes()
    hidden = np.ma.masked_array(NODES[0], ~mask)
    same(array_call(grid_row=hidden, array_out_mask=True), expected(nodes))
    flags = np.ma.masked_array(np.ones(mask.shape), ~mask)
    same(array_call(grid_mask=flags, array_out_mask=True), expected(nodes))
    src, holes = SRC[0].astype(float), SRC[0] > 200
    wanted = expected(src=src, src_valid=~holes)
    got = array_call(array_in=np.ma.masked_array(src, holes), array_out_mask=True)
    same(got, wanted)
    flags = np.ma.masked_array(np.ones(src.shape), holes)
    same(array_call(array_in_mask=flags, array_out_mask=True), wanted)


def test_outputs_that_cannot_be_written_are_refused_before_all_is():
    out, mask = np.full(SHAPE, 7.0), np.full(SHAPE, 7, np.uint8)
    mask.flags.writeable = False
    with pytest.raises(GridrError, match="array_out_mask cannot be written into"):
        array_call(array_out=out, array_out_mask=mask)
    with pytest.raises(GridrError, match="array_out must be a numpy array to write"):
        array_call(array_out=out.tolist())
    assert (out == 7).all()


def test_values_of_nodes_are_compared_in_their_type():
    src = noise((40, 1050), "uint8").astype(float)
    grid = (NODES + [[[0]], [[990]]]).astype("float32")
    nodes = grid.astype(float)
    # in the source, and more than the tolerance from its float32
    grid[1, 2, 3] = grid[1, 1, 1] = 1000.1
    nodes[:, [2, 1], [3, 1]] = np.nan
    given = {"grid_row": grid[0], "grid_col": grid[1], "array_out_mask": True}
    got = array_call(**given, array_in=src, grid_nodata=1000.1)
    same(got, expected(nodes, src))
    mask = np.full(grid[0].shape, 0.1, "float32")
    mask[2, 3] = mask[1, 1] = 0
    given = {"grid_mask": mask, "grid_mask_valid_value": np.float64(0.1)}
    nodes = NODES.copy()
    nodes[:, [2, 1], [3, 1]] = np.nan
    same(array_call(**given, array_out_mask=True), expected(nodes))


def test_the_valid_value_of_a_grid_mask_is_the_one_that_is_given():
    mask, nodes = masked_nodes()
    given = {"grid_mask": np.where(mask, 7, 1), "grid_mask_valid_value": 7}
    same(array_call(**given, array_out_mask=True), expected(nodes))


@pytest.mark.parametrize("name", inspect.signature(array_grid_resampling).parameters)
def test_odd_values_are_taken_or_refused(name):
    masks = {"array_out": np.zeros(SHAPE), "array_out_mask": np.zeros(SHAPE, "uint8")}
    if name != "grid_nodata":
        masks["grid_mask"] = np.ones(NODES.shape[1:])
    judge_all(lambda **changes: array_call(**{**masks, **changes}), name)
    judge_all(array_call, name)
